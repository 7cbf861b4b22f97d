// What the type check, the formatter and the import law cannot see. The only default export of the
// project is this file's, because ESLint asks for it.
import {readFileSync} from 'node:fs';
import {defineConfig, globalIgnores} from 'eslint/config';
import tseslint from 'typescript-eslint';
import {exactMoney} from './exact-money.js';

const rooms = JSON.parse(readFileSync(new URL('./rooms.json', import.meta.url), 'utf8'));
const zone = (folder) => rooms.map((room) => `src/${room}/${folder}*.ts`);

// Values in, values out: the root of a room and the kernel.
const pure = ['src/kernel/**/*.ts', ...zone('')];
// Time and chance come to these from outside, so that a test and the demo can repeat them.
const repeatable = [...pure, ...zone('commands/**/'), ...zone('queries/**/')];
// The only files that may turn text into a floating-point number: none of them touches money.
const floats = [];

const shape = [
	{
		selector: 'ExportDefaultDeclaration',
		message: 'Export by name: a default export has as many names as importers.',
	},
	{selector: 'TSEnumDeclaration', message: 'Use a union of literals (`as const`), not an enum.'},
	{
		selector: ':matches(TSInterfaceDeclaration, TSTypeAliasDeclaration)[id.name=/^I[A-Z][a-z]/]',
		message: 'A type is named for the thing, without an I.',
	},
];
const noFloat =
	'An amount never passes through a float; for a count, use Number.parseInt(text, 10).';
const exact = [
	{
		selector: ':matches(CallExpression, NewExpression)[callee.name=/^(parseFloat|Number)$/]',
		message: noFloat,
	},
	{
		selector: 'CallExpression > Identifier.arguments[name=/^(parseFloat|Number)$/]',
		message: noFloat,
	},
	{selector: 'MemberExpression[property.name=/^(parseFloat|toNumber)$/]', message: noFloat},
	{selector: "UnaryExpression[operator='+']", message: noFloat},
];
const timeless = [
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'The time comes from a Clock.',
	},
	{selector: "CallExpression[callee.name='Date']", message: 'The time comes from a Clock.'},
];
const synchronous = [
	{selector: ':function[async=true]', message: 'This zone is pure: nothing to wait for.'},
	{selector: 'AwaitExpression', message: 'This zone is pure: nothing to wait for.'},
];
const syntax = (...lists) => ['error', ...lists.flat()];

export default defineConfig([
	globalIgnores(['dist/', '.data/', 'src/web/']),
	{linterOptions: {noInlineConfig: true, reportUnusedDisableDirectives: 'error'}},
	{
		files: ['**/*.{js,cjs,ts}'],
		rules: {
			eqeqeq: 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			'no-restricted-syntax': syntax(shape),
			'max-lines-per-function': ['error', {max: 70, skipBlankLines: true, skipComments: true}],
		},
	},
	{files: ['**/*.config.js'], rules: {'no-restricted-syntax': syntax(shape.slice(1))}},
	{
		files: ['**/*.{js,cjs}'],
		rules: {'no-unused-vars': 'error', 'no-unreachable': 'error', 'no-empty': 'error'},
	},
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommendedTypeChecked],
		plugins: {money: exactMoney},
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: new URL('..', import.meta.url).pathname,
			},
		},
		rules: {
			'no-restricted-syntax': syntax(shape, exact),
			'money/no-operator': 'error',
			'@typescript-eslint/return-await': ['error', 'in-try-catch'],
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{prefer: 'type-imports', fixStyle: 'inline-type-imports'},
			],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'off',
			// A row out of raw SQL is typed by us where it is received; any use of an untyped one is caught.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			// A port asks for a promise, whether or not this adapter has to wait.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{
					argsIgnorePattern: '^_',
					varsIgnorePattern: '^_',
					destructuredArrayIgnorePattern: '^_',
					ignoreRestSiblings: true,
				},
			],
			'@typescript-eslint/ban-ts-comment': ['error', {'ts-expect-error': true}],
		},
	},
	...floats.map((file) => ({files: [file], rules: {'no-restricted-syntax': syntax(shape)}})),
	{files: ['src/**/*.ts'], ignores: ['src/cli/**'], rules: {'no-console': 'error'}},
	{
		files: repeatable,
		ignores: ['src/kernel/clock.ts'],
		rules: {
			'no-restricted-syntax': syntax(shape, exact, timeless),
			'no-restricted-properties': [
				'error',
				{object: 'Date', property: 'now', message: 'The time comes from a Clock.'},
				{object: 'Math', property: 'random', message: 'Chance comes from outside.'},
				{object: 'crypto', property: 'randomUUID', message: 'Identities come from outside.'},
			],
			'no-restricted-globals': [
				'error',
				'process',
				'performance',
				'fetch',
				'setTimeout',
				'setInterval',
			],
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{
							name: 'node:crypto',
							importNames: ['randomBytes', 'randomUUID', 'randomInt', 'webcrypto'],
						},
						{name: 'node:process'},
						{name: 'node:timers'},
						{name: 'node:timers/promises'},
						{name: 'uuid'},
					],
				},
			],
		},
	},
	{
		files: pure,
		ignores: ['src/kernel/clock.ts'],
		rules: {'no-restricted-syntax': syntax(shape, exact, timeless, synchronous)},
	},
	{
		// What must not compile is written down here, each line with its reason.
		files: ['test/types/**/*.ts'],
		rules: {
			'money/no-operator': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/ban-ts-comment': [
				'error',
				{'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10},
			],
		},
	},
]);
