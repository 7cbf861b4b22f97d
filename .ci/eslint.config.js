// What the type check, the formatter and the import law cannot see; `test/gates` plants a breach of each.
import path from 'node:path';
import {defineConfig} from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import {exactMoney} from './exact-money.js';
import rooms from './rooms.cjs';

const root = path.resolve(import.meta.dirname, '..');
const zone = (folder) => rooms.map((room) => `src/${room}/${folder}`);

// Money is a Decimal and a date of account is text: what turns them into floats is named here.
const notFloat = 'Money and rates are never floats; read a count with Number.parseInt(text, 10).';
const floats = [
	{
		selector: ':matches(CallExpression, NewExpression)[callee.name=/^(parseFloat|Number)$/]',
		message: notFloat,
	},
	{
		selector: 'CallExpression > Identifier.arguments[name=/^(parseFloat|Number)$/]',
		message: notFloat,
	},
	{selector: 'MemberExpression[property.name=/^(parseFloat|toNumber)$/]', message: notFloat},
	{selector: "UnaryExpression[operator='+']", message: notFloat},
];
// The only files that may use them: none of them touches money.
const floatFiles = [];
const shapes = [
	{selector: 'ExportDefaultDeclaration', message: 'Exports have names.'},
	{selector: 'TSEnumDeclaration', message: 'A union of literals serves better than an enum.'},
	{
		selector: ':matches(TSInterfaceDeclaration, TSTypeAliasDeclaration)[id.name=/^I[A-Z][a-z]/]',
		message: 'A type is named for the thing, without an I.',
	},
];
const impure = [
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'Time comes from a clock.',
	},
	{selector: "CallExpression[callee.name='Date']", message: 'Time comes from a clock.'},
	{
		selector: "MemberExpression[object.name='Date'][property.name='now']",
		message: 'Time comes from a clock.',
	},
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'Chance comes from outside.',
	},
];
const pure = [
	...impure,
	{selector: ':function[async=true]', message: "A room's root is pure: values in, values out."},
	{selector: 'AwaitExpression', message: "A room's root is pure: values in, values out."},
];
const restrict = (...rules) => ({'no-restricted-syntax': ['error', ...rules]});

export default defineConfig(
	{
		ignores: ['dist/**', 'node_modules/**', '.data/**', 'coverage/**', 'src/web/api/schema.d.ts'],
	},
	{linterOptions: {reportUnusedDisableDirectives: 'error', noInlineConfig: true}},
	{
		files: ['**/*.ts', '**/*.tsx'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		plugins: {money: exactMoney},
		languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: root}},
		rules: {
			'money/no-operator': 'error',
			'@typescript-eslint/ban-ts-comment': ['error', {'ts-expect-error': true}],
			'@typescript-eslint/return-await': ['error', 'in-try-catch'],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{considerDefaultExhaustiveForUnions: true},
			],
			'@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
			'@typescript-eslint/consistent-type-definitions': ['error', 'type'],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true},
			],
			// A non-null assertion states what the line before has made sure of.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
			// A promise that is already there satisfies a port that promises one.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
			'max-lines-per-function': ['error', {max: 70, skipBlankLines: true, skipComments: true}],
			eqeqeq: 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			'no-console': 'error',
			...restrict(...floats, ...shapes),
		},
	},
	{
		files: ['src/**/*.ts', 'src/**/*.tsx'],
		ignores: [
			'src/kernel/clock.ts',
			'src/db/embedded/*.ts',
			'src/cli/*.ts',
			// By it a payment without a network gets its day, for nobody else can be asked.
			'src/web/offline/device-clock.ts',
		],
		rules: restrict(...floats, ...shapes, ...impure),
	},
	{
		// The driver's rows have no types: a store states their shape at its edge, and tests prove it.
		files: ['src/db/**/*.ts', 'src/*/db/*.ts', 'test/**/*.ts'],
		rules: Object.fromEntries(
			['assignment', 'return', 'call', 'member-access', 'argument'].map((what) => [
				`@typescript-eslint/no-unsafe-${what}`,
				'off',
			]),
		),
	},
	{
		// A list of routes is a table, and a test is a story: neither gains by being cut.
		files: ['src/*/http/*routes.ts', 'migrations/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
		rules: {'max-lines-per-function': 'off'},
	},
	{
		// The same command serves HTTP, imports, the demo and tests, so time, chance and identities are
		// given to it.
		files: [
			...zone('*.ts'),
			...zone('commands/**/*.ts'),
			...zone('queries/**/*.ts'),
			'src/kernel/*.ts',
		],
		ignores: ['src/kernel/clock.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...['process', 'performance', 'fetch', 'setTimeout', 'setInterval', 'crypto'],
			],
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{
							name: 'node:crypto',
							importNames: ['randomBytes', 'randomUUID', 'randomInt', 'webcrypto'],
						},
						...['node:process', 'node:timers', 'node:timers/promises', 'uuid'].map((name) => ({
							name,
						})),
					],
				},
			],
		},
	},
	{
		files: [...zone('*.ts'), 'src/kernel/*.ts'],
		ignores: ['src/kernel/clock.ts'],
		rules: restrict(...floats, ...shapes, ...pure),
	},
	{
		files: ['src/web/**/*.ts', 'src/web/**/*.tsx'],
		plugins: {'react-hooks': reactHooks},
		rules: {
			...reactHooks.configs.recommended.rules,
			// A handler that React calls is not waited for: what it promises tells its own failure.
			'@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: {attributes: false}}],
		},
	},
	{files: ['src/cli/**/*.ts', 'bench/**/*.ts'], rules: {'no-console': 'off'}},
	...floatFiles.map((file) => ({files: [file], rules: restrict(...shapes)})),
	{
		// What must not compile stands here, each line with its reason.
		files: ['test/types/**/*.ts'],
		rules: {
			'money/no-operator': 'off',
			'@typescript-eslint/no-meaningless-void-operator': 'off',
			'@typescript-eslint/ban-ts-comment': [
				'error',
				{'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10},
			],
		},
	},
	{
		files: ['**/*.js', '**/*.cjs'],
		rules: {
			eqeqeq: 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			'no-unused-vars': 'error',
			'no-unreachable': 'error',
			'max-lines-per-function': ['error', {max: 70, skipBlankLines: true, skipComments: true}],
		},
	},
	{
		files: ['.ci/*.js'],
		ignores: ['.ci/eslint.config.js'],
		rules: restrict(...shapes.slice(0, 1)),
	},
);
