import path from 'node:path';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '..');
const rooms = 'regions|identity|ledger|cooperatives|fund|lending|reporting|interchange'.split('|');

// Money is a Decimal and a date of account is text: what turns them into floats is named here.
const floats = [
	{
		selector: "CallExpression[callee.name='parseFloat']",
		message: 'Money and rates are never floats.',
	},
	{
		selector: "CallExpression[callee.name='Number']",
		message: 'Parse whole numbers with Number.parseInt.',
	},
	{
		selector: "CallExpression[callee.property.name='toNumber']",
		message: 'Money is never a number.',
	},
	{
		selector: "CallExpression[callee.property.name='parseFloat']",
		message: 'Money is never a float.',
	},
];
const defaults = {
	selector: 'ExportDefaultDeclaration',
	message: 'Exports have names.',
};
const impure = [
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'Time comes from a clock.',
	},
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
	{ignores: ['dist/**', 'node_modules/**', '.data/**', 'coverage/**']},
	{linterOptions: {reportUnusedDisableDirectives: 'error', noInlineConfig: true}},
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: root}},
		rules: {
			'@typescript-eslint/return-await': ['error', 'in-try-catch'],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{considerDefaultExhaustiveForUnions: true},
			],
			'@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
			'@typescript-eslint/consistent-type-definitions': ['error', 'type'],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{argsIgnorePattern: '^_', varsIgnorePattern: '^_'},
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
			...restrict(...floats, defaults),
		},
	},
	{
		files: ['src/**/*.ts'],
		ignores: ['src/kernel/clock.ts', 'src/db/embedded/*.ts', 'src/cli/*.ts'],
		rules: restrict(...floats, defaults, ...impure),
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
		files: [...rooms.map((room) => `src/${room}/*.ts`), 'src/kernel/*.ts'],
		ignores: ['src/kernel/clock.ts'],
		rules: {
			...restrict(...floats, defaults, ...pure),
			'no-restricted-globals': ['error', 'process'],
		},
	},
	{files: ['**/*.js'], rules: {eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error'}},
);
