// The verifier against packs made by hand: a sound one, then each way in which one can be unsound.
import {createHash} from 'node:crypto';
import test from 'ava';
import fc from 'fast-check';
import {certifyKey, encodeHead, signCheckpoint} from '../../../src/evidence/checkpoint.ts';
import {leafHash, nodeHash} from '../../../src/evidence/merkle-tree.ts';
import {packEnd, packSigned} from '../../../src/evidence/pack.ts';
import {privateKeyOf, signerOf} from '../../../src/evidence/signing-key.ts';
import {type PackOptions, createPackCheck} from '../../../src/evidence/verifier/verify-pack.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import type {Signer} from '../../../src/kernel/signer.ts';

const book = 'KOP-1771011001' as BookCode;
const signerNamed = (name: string): Signer =>
	signerOf(privateKeyOf(createHash('sha256').update(name).digest()));
const [first, second, stranger] = ['first', 'second', 'stranger'].map(signerNamed) as [
	Signer,
	Signer,
	Signer,
];

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const leafOf = (entry: string): string => leafHash(Buffer.from(sha256(entry), 'hex'));
const treeOf = (leaves: readonly string[]): string => {
	if (leaves.length === 1) return leaves[0]!;
	let split = 1;
	while (split * 2 < leaves.length) split *= 2;
	return nodeHash(treeOf(leaves.slice(0, split)), treeOf(leaves.slice(split)));
};

type Wish = {
	readonly amounts?: readonly [debit: string, credit: string];
	readonly accounts?: readonly [debit: string, credit: string];
	readonly recordedAt?: string;
	readonly reverses?: number;
	readonly previous?: string;
	readonly number?: number;
	readonly occurredOn?: string;
	readonly reason?: string;
};

/** The entries of a book in their one form, each linked to the one before unless it is forged. */
function journal(...wishes: readonly Wish[]): string[] {
	const entries: string[] = [];
	for (const [index, wish] of wishes.entries()) {
		const [debit, credit] = wish.amounts ?? ['1000.50', '1000.50'];
		const [to, from] = wish.accounts ?? ['1.1.01', '3.1.01'];
		const lines = [
			[to, 'debit', debit, null, null, null, null],
			[from, 'credit', credit, null, null, null, 'KOTA'],
		];
		const mirrored = lines.map(([account, side, ...rest]) => [
			account,
			side === 'debit' ? 'credit' : 'debit',
			...rest,
		]);
		const last = entries.at(-1);
		entries.push(
			JSON.stringify([
				wish.occurredOn === undefined ? 'bergulir/entry/1' : 'bergulir/entry/2',
				book,
				wish.number ?? index + 1,
				wish.previous ?? (last === undefined ? '0'.repeat(64) : sha256(last)),
				'2026-03-01',
				wish.recordedAt ?? '2026-03-31T05:00:00.000Z',
				'petugas',
				'manual',
				wish.reason ?? 'Setoran “kas”\u2028',
				'BKM-1',
				wish.reverses ?? null,
				wish.reverses === undefined ? lines : mirrored,
				...(wish.occurredOn === undefined ? [] : [wish.occurredOn]),
			]),
		);
	}
	return entries;
}

const honest = journal({}, {amounts: ['7.00', '7.00']}, {reverses: 1}, {occurredOn: '2026-02-01'});
const madeAt = new Date('2026-01-01T00:00:00Z');
const other = leafHash(Buffer.from('another book'));
const firstKey = certifyKey(first, 1, first, madeAt);
const secondKey = certifyKey(second, 2, first, madeAt);

/** The head of the book after so many entries, as the log has it. */
const headOf = (checkpoint: number, entries: readonly string[]): string =>
	encodeHead({
		checkpoint,
		book,
		size: entries.length,
		head: sha256(entries.at(-1)!),
		root: treeOf(entries.map(leafOf)),
		recordedAt: new Date((JSON.parse(entries.at(-1)!) as string[])[5]!),
	});

type Sealed = {readonly canonical: string; readonly signature: string};
type PackWish = {
	readonly entries?: readonly string[];
	readonly heads?: readonly string[];
	readonly keys?: readonly Sealed[];
	readonly signer?: Signer;
	readonly checkpoint?: (honest: Sealed) => Sealed;
	readonly end?: string;
};

const logOf = (heads: readonly string[]): string[] => [
	leafHash(Buffer.from(heads[0]!)),
	other,
	...heads.slice(1).map((head) => leafHash(Buffer.from(head))),
];
const signLog = (sequence: number, leaves: readonly string[], signer: Signer): Sealed =>
	signCheckpoint(
		{
			sequence: sequence - 1,
			takenAt: madeAt,
			logSize: 0,
			logRoot: '',
			keyId: '',
			canonical: '',
			signature: '',
		},
		{size: leaves.length, root: treeOf(leaves), heads: []},
		new Date('2026-04-01T00:00:00Z'),
		signer,
	);

const heads = [headOf(1, honest.slice(0, 2)), headOf(2, honest)];
const kept = signLog(1, logOf(heads).slice(0, 2), first);

/** A pack line by line: of the honest book, but for what is wished otherwise. */
function packOf(wish: PackWish = {}): string[] {
	const entries = wish.entries ?? honest;
	const told = wish.heads ?? heads;
	const keys = wish.keys ?? [firstKey, secondKey];
	const checkpoint = signLog(2, logOf(told), wish.signer ?? second);
	const signed = wish.checkpoint ? wish.checkpoint(checkpoint) : checkpoint;
	const lines = [
		JSON.stringify(['bergulir/pack/1', book, 2]),
		...[...keys, signed].flatMap((text) => packSigned(text).trimEnd().split('\n')),
		told[0]!,
		JSON.stringify(['bergulir/leaves/1', [other]]),
		...told.slice(1),
		...entries,
		wish.end ??
			packEnd({keys: keys.length, leaves: told.length + 1, entries: entries.length}).trimEnd(),
	];
	return lines.filter((line) => line !== '');
}

function verify(lines: readonly string[], options: PackOptions = {}): string[] {
	const check = createPackCheck(options);
	for (const line of lines) check.line(line);
	return check.end().map(({code, entry}) => (entry === undefined ? code : `${code} ${entry}`));
}

test('a sound pack has no finding, with and without what the auditor kept', (t) => {
	t.deepEqual(verify(packOf()), []);
	t.deepEqual(verify(packOf(), {pinnedKey: first.keyId}), []);
	t.deepEqual(verify(packOf(), {pinnedKey: second.keyId}), []);
	t.deepEqual(verify(packOf(), {pinnedKey: first.keyId, kept}), []);
});

const finds = test.macro({
	exec(t, lines: readonly string[], findings: readonly string[], options?: PackOptions) {
		t.deepEqual(verify(lines, options), [...findings]);
	},
	title: (name) => name!,
});

const edit = (text: string, from: string, to: string): string => text.replace(from, to);
const changed = honest.with(1, edit(honest[1]!, 'BKM-1', 'BKM-2'));
/** The journal as somebody would leave it who can seal: every link and hash right again. */
const resealed = journal(
	{},
	{amounts: ['8.00', '8.00']},
	{reverses: 1},
	{occurredOn: '2026-02-01'},
);

test('a changed entry', finds, packOf({entries: changed}), ['pack/head 2', 'pack/link 3']);
test(
	'a changed last entry',
	finds,
	packOf({entries: honest.with(3, edit(honest[3]!, 'BKM-1', 'X'))}),
	['pack/head 4'],
);
test('a changed entry, all after it sealed anew', finds, packOf({entries: resealed}), [
	'pack/head 2',
]);
test('a dropped entry', finds, packOf({entries: honest.toSpliced(1, 1)}), [
	'pack/number 3',
	'pack/link 3',
	'pack/head 3',
	'pack/truncated',
]);
test('an inserted entry', finds, packOf({entries: honest.toSpliced(2, 0, honest[1]!)}), [
	'pack/number 2',
	'pack/link 2',
	'pack/head 3',
	'pack/surplus',
]);
test(
	'two entries in each other’s place',
	finds,
	packOf({entries: [honest[1]!, honest[0]!, ...honest.slice(2)]}),
	[
		'pack/number 2',
		'pack/link 2',
		'pack/number 1',
		'pack/link 1',
		'pack/head 1',
		'pack/number 3',
		'pack/link 3',
	],
);
test('a journal that ends early', finds, packOf({entries: honest.slice(0, 3)}), ['pack/truncated']);
test('a pack that ends early', finds, packOf().slice(0, -2), ['pack/truncated', 'pack/incomplete']);
test('a pack without its end', finds, packOf({end: ''}), ['pack/incomplete']);
test('an end that counts otherwise', finds, packOf({end: '["bergulir/end/1",2,3,5]'}), [
	'pack/incomplete',
]);
test('nothing at all', finds, [], ['pack/log-root', 'pack/key', 'pack/incomplete']);

/** A journal with a fault of its own, honestly under its checkpoint. */
const faulty = (...wishes: readonly Wish[]): string[] => {
	const entries = journal(...wishes);
	return packOf({entries, heads: [headOf(1, entries.slice(0, 1)), headOf(2, entries)]});
};
test('debits without credits', finds, faulty({}, {amounts: ['0.10', '0.11']}), [
	'pack/unbalanced 2',
]);
test(
	'sums are exact to the sen, beyond what a float holds',
	finds,
	faulty({}, {amounts: ['999999999999999999.99', '999999999999999999.98']}),
	['pack/unbalanced 2'],
);
test(
	'recorded before the entry before',
	finds,
	faulty({}, {recordedAt: '2026-03-31T04:59:59.999Z'}),
	['pack/recorded-backwards 2'],
);
test('a reversal that is no mirror', finds, faulty({}, {reverses: 1, amounts: ['1.00', '1.00']}), [
	'pack/reversal 2',
]);
test('reversed twice', finds, faulty({}, {reverses: 1}, {reverses: 1}), ['pack/reversal 3']);
test('a reversal of a reversal', finds, faulty({}, {reverses: 1}, {reverses: 2}), [
	'pack/reversal 3',
]);
test('a reversal of what comes later', finds, faulty({}, {reverses: 3}, {}), ['pack/reversal 2']);

const misshapen = (from: string, to: string): string[] =>
	packOf({entries: honest.with(3, edit(honest[3]!, from, to))});
test('an amount with three decimals', finds, misshapen('"1000.50"', '"1000.500"'), [
	'pack/line',
	'pack/truncated',
	'pack/incomplete',
]);
test('an amount that is a number', finds, misshapen('"1000.50"', '1000.5'), [
	'pack/line',
	'pack/truncated',
	'pack/incomplete',
]);
test('an amount of nothing', finds, misshapen('"1000.50"', '"0.00"'), [
	'pack/line',
	'pack/truncated',
	'pack/incomplete',
]);
test('a third side', finds, misshapen('"debit"', '"both"'), [
	'pack/line',
	'pack/truncated',
	'pack/incomplete',
]);
test('the same values written in another form', finds, misshapen(',"petugas"', ', "petugas"'), [
	'pack/line',
	'pack/truncated',
	'pack/incomplete',
]);
test('an entry of another book', finds, misshapen(book, 'KOP-1771011002'), [
	'pack/book',
	'pack/head 4',
]);
test(
	'a line of no known kind',
	finds,
	[...packOf().slice(0, -1), '["bergulir/entry/9"]', packOf().at(-1)!],
	['pack/line'],
);
test('an entry after the end', finds, [...packOf(), honest[0]!], ['pack/line']);
test('two checkpoints', finds, packOf().toSpliced(7, 0, ...packOf().slice(5, 7)), [
	'pack/line',
	'pack/line',
]);

const certificateOf = (by: Signer, key: Signer, number: number): Sealed =>
	certifyKey(key, number, by, madeAt);
test('signed with a key that nobody certified', finds, packOf({signer: stranger}), [
	'pack/signature',
	'pack/key',
]);
test(
	'a stranger who vouches for himself',
	finds,
	packOf({keys: [firstKey, certificateOf(stranger, stranger, 2)], signer: stranger}),
	['pack/key'],
);
test(
	'all keys swapped, seen by whoever pinned the old one',
	finds,
	packOf({
		keys: [certificateOf(stranger, stranger, 1)],
		signer: stranger,
	}),
	['pack/key'],
	{pinnedKey: first.keyId},
);
test(
	'all keys swapped, seen by whoever kept a checkpoint',
	finds,
	packOf({
		keys: [certificateOf(stranger, stranger, 1)],
		signer: stranger,
	}),
	['pack/signature'],
	{kept},
);
test(
	'a certificate that the old key did not sign',
	finds,
	packOf({
		keys: [firstKey, {...secondKey, signature: certificateOf(stranger, second, 2).signature}],
	}),
	['pack/certificate', 'pack/key'],
);
test(
	'a certificate for a key by another name',
	finds,
	packOf({
		keys: [
			firstKey,
			{...secondKey, canonical: edit(secondKey.canonical, second.keyId, stranger.keyId)},
		],
	}),
	['pack/key', 'pack/certificate', 'pack/signature', 'pack/key'],
);

test(
	'a checkpoint that was not signed so',
	finds,
	packOf({
		checkpoint: ({canonical, signature}) => ({
			canonical: edit(canonical, '2026-04-01', '2026-03-01'),
			signature,
		}),
	}),
	['pack/signature'],
);
test(
	'a checkpoint over another log',
	finds,
	packOf({
		checkpoint: () => signLog(2, [other, other, other], second),
	}),
	['pack/log-root'],
);
test(
	'a log with another head in it',
	finds,
	packOf({
		heads: [headOf(1, honest.slice(0, 2)), headOf(2, resealed)],
	}),
	['pack/head 4'],
);
test(
	'an older head that says otherwise',
	finds,
	packOf({
		heads: [headOf(1, resealed.slice(0, 2)), headOf(2, honest)],
	}),
	['pack/head 2'],
);
test(
	'heads that do not grow',
	finds,
	packOf({
		heads: [headOf(1, honest), headOf(2, honest.slice(0, 2))],
	}),
	['pack/head', 'pack/surplus'],
);
test('a checkpoint of the log as it was never kept', finds, packOf(), ['pack/kept-checkpoint'], {
	kept: signLog(1, [other, other], first),
});
test('a kept checkpoint of a longer log', finds, packOf(), ['pack/kept-checkpoint'], {
	kept: signLog(3, [...logOf(heads), other], second),
});
test(
	'a kept checkpoint that is none',
	finds,
	packOf(),
	['pack/signature', 'pack/kept-checkpoint'],
	{
		kept: {canonical: '{}', signature: ''},
	},
);

test('law: no byte of a pack can be changed, and no line taken away, without a finding', (t) => {
	const pack = packOf();
	const text = `${pack.join('\n')}\n`;
	fc.assert(
		fc.property(fc.nat(text.length - 1), fc.integer({min: 1, max: 94}), (at, by) => {
			const code = text.charCodeAt(at);
			const next = String.fromCharCode(code === 10 ? 32 : 32 + ((code - 32 + by) % 95));
			const lines = `${text.slice(0, at)}${next}${text.slice(at + 1)}`.split('\n').filter(Boolean);
			t.not(verify(lines, {pinnedKey: first.keyId}).length, 0, `${at}: ${next}`);
		}),
		{numRuns: 400},
	);
	for (const index of pack.keys()) {
		t.not(verify(pack.toSpliced(index, 1), {pinnedKey: first.keyId}).length, 0, pack[index]);
	}
});
