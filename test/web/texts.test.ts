import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import ts from 'typescript';
import {en} from '../../src/web/texts/en.ts';
import {id} from '../../src/web/texts/id.ts';

type Leaf = {readonly at: string; readonly text: unknown};

/** Every text with its address, such as `officer.today.title`. */
const leavesOf = (texts: unknown, at = ''): Leaf[] =>
	typeof texts === 'object' && texts !== null
		? Object.entries(texts).flatMap(([key, value]) =>
				leavesOf(value, at === '' ? key : `${at}.${key}`),
			)
		: [{at, text: texts}];

/** What a text says, with the names of its gaps in their place. */
const spoken = (text: unknown): string => {
	if (typeof text !== 'function') return String(text);
	const say = text as (...gaps: string[]) => string;
	return say(...Array.from({length: say.length}, (_, gap) => `<${gap}>`));
};

const indonesian = leavesOf(id);
const english = leavesOf(en);

test('what is said in one language is said in the other', (t) => {
	t.true(indonesian.length > 50);
	t.deepEqual(
		english.map(({at}) => at),
		indonesian.map(({at}) => at),
	);
	t.deepEqual(
		[...indonesian, ...english].filter(({text}) => spoken(text).trim() === ''),
		[],
	);
});

test('the same gaps are filled in both', (t) => {
	const gapsOf = (leaves: readonly Leaf[]): string[] =>
		leaves.map(({at, text}) => `${at} ${[...new Set(spoken(text).match(/<\d>/gu))].sort().join()}`);
	t.deepEqual(gapsOf(english), gapsOf(indonesian));
});

test('no text was left untranslated', (t) => {
	// Names, and words that both languages write alike.
	const alike = new Set([
		...['Bergulir', 'Auditor', 'Administrator', 'Menu', 'Margin'],
		...['CSV', 'JSON', 'PDF', 'Excel (XLSX)', 'PAR 1', 'PAR 30', 'PAR 60', 'PAR 90'],
		...['Akad', 'Debit', 'Kelurahan', "Ta'widh", "Ta'zir"],
		...['Qardh', 'Murabahah', 'Mudharabah', 'Musyarakah', 'Ijarah'],
	]);
	const same = indonesian.filter(({text}, index) => {
		const said = spoken(text);
		return said === spoken(english[index]!.text) && !alike.has(said);
	});
	t.deepEqual(
		same.map(({at, text}) => `${at}: ${spoken(text)}`),
		[],
	);
});

test('pages say nothing that is not among the texts', async (t) => {
	const entries = await readdir('src/web', {recursive: true, withFileTypes: true});
	const files = entries
		.filter(({name}) => name.endsWith('.tsx'))
		.map(({parentPath, name}) => path.join(parentPath, name));
	t.true(files.length > 10);
	const said: string[] = [];
	const spokenAttributes = new Set(['label', 'title', 'placeholder', 'aria-label', 'alt', 'hint']);
	for (const file of files) {
		const source = ts.createSourceFile(
			file,
			await readFile(file, 'utf8'),
			ts.ScriptTarget.ES2023,
			true,
			ts.ScriptKind.TSX,
		);
		const visit = (node: ts.Node): void => {
			if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) said.push(`${file}: ${node.text.trim()}`);
			if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
				const name = node.name.getText(source);
				if (spokenAttributes.has(name)) said.push(`${file}: ${node.initializer.text}`);
			}
			ts.forEachChild(node, visit);
		};
		visit(source);
	}
	t.deepEqual(said, []);
});
