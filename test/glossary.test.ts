import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import ts from 'typescript';

const glossary = await readFile('docs/glossary.md', 'utf8').catch(() => '');

/**
 * The words not to use: the last column of every table whose head ends in "not to use", parted by
 * commas, with remarks in brackets left out.
 */
function bannedWords(markdown: string): string[] {
	let isTable = false;
	const words: string[] = [];
	for (const line of markdown.split('\n')) {
		if (!line.trim().startsWith('|')) {
			isTable = false;
			continue;
		}
		const last = line.trim().replace(/^\|/u, '').replace(/\|$/u, '').split('|').at(-1)!.trim();
		if (/^not to use$/iu.test(last)) isTable = true;
		else if (isTable && !/^[-:\s]+$/u.test(last)) words.push(...splitWords(last));
	}
	return [...new Set(words)];
}

const splitWords = (cell: string): string[] =>
	cell
		.replace(/\([^)]*\)/gu, '')
		.split(/[,;]/u)
		.map((word) => asWords(word.replace(/[`*_"]/gu, ' ')).trim())
		.filter((word) => /[a-z]/u.test(word));

/** A name or text as words: `interestRate`, `interest_rate` and "Interest rate" are the same. */
const asWords = (text: string): string =>
	text
		.replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
		.toLowerCase()
		.replace(/[^a-z0-9]+/gu, ' ');

/** The names and texts of a program; its comments may say what a thing is not called. */
function spokenIn(file: string, text: string): {line: number; words: string}[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
	const found: {line: number; words: string}[] = [];
	const visit = (node: ts.Node): void => {
		const isModule = ts.isStringLiteral(node) && ts.isImportDeclaration(node.parent);
		const isSpoken =
			(ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) &&
			!isModule;
		if (isSpoken) {
			const {line} = source.getLineAndCharacterOfPosition(node.getStart(source));
			found.push({line: line + 1, words: ` ${asWords(node.text)} `});
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

const breaches = (file: string, text: string, banned: readonly string[]): string[] =>
	spokenIn(file, text).flatMap(({line, words}) =>
		banned.filter((word) => words.includes(` ${word} `)).map((word) => `${file}:${line}: ${word}`),
	);

test('the banned words are read from the last column', (t) => {
	const markdown = [
		'| code word | Indonesian | meaning | source | not to use |',
		'|---|---|---|---|---|',
		'| margin | margin | what a sale adds | DSN | `interest`, interest rate (never) |',
		'| entry | jurnal | a journal entry | | — |',
		'',
		'| a | b |',
		'| c | loan |',
	].join('\n');
	t.deepEqual(bannedWords(markdown), ['interest', 'interest rate']);
});

test('a banned word is found in a name and in a text, and not in a comment', (t) => {
	const text = [
		'// Never interest.',
		'export const interestRate = 1;',
		"export const sql = 'select loan_interest from loans';",
		'export const interesting = 2;',
		'export const page = `the ${sql} interest`;',
	].join('\n');
	t.deepEqual(breaches('a.ts', text, ['interest']), [
		'a.ts:2: interest',
		'a.ts:3: interest',
		'a.ts:5: interest',
	]);
});

test('the glossary bans words, and no source uses them', async (t) => {
	const banned = bannedWords(glossary);
	t.true(
		banned.length > 0,
		'docs/glossary.md bans no word: a gate that inspected nothing has failed',
	);
	const found: string[] = [];
	for (const folder of ['src', 'migrations', 'seeds']) {
		for (const name of await readdir(folder, {recursive: true})) {
			if (!name.endsWith('.ts')) continue;
			const file = path.join(folder, name);
			found.push(...breaches(file, await readFile(file, 'utf8'), banned));
		}
	}
	t.deepEqual(found, []);
});
