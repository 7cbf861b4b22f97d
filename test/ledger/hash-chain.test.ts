// The golden bytes of the encoding, by version. The digests come from sha256sum; they are never
// made anew to make a test pass.
import type {EntryKind} from '../../src/kernel/entry-kind.ts';
import {readFileSync} from 'node:fs';
import test from 'ava';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import type {Entry, Line} from '../../src/ledger/entry.ts';
import {
	encodeEntry,
	genesisHash,
	recordingMoment,
	seal,
	sha256,
} from '../../src/ledger/hash-chain.ts';

type Vector = {
	readonly version: string;
	readonly entry: {
		readonly book: string;
		readonly number: number;
		readonly previousHash: string;
		readonly effectiveOn: string;
		readonly recordedAt: string;
		readonly actor: string;
		readonly kind: EntryKind;
		readonly reason: string;
		readonly document: string;
		readonly reverses?: number;
		readonly occurredOn?: string;
		readonly lines: readonly (readonly (string | null)[])[];
	};
	readonly text: string;
	readonly hash: string;
};

const file = new URL('hash-chain.vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];

const toLine = ([account, side, amount, fund, loan, member, counterparty]: readonly (
	string | null | undefined
)[]): Line => ({
	account: account as AccountCode,
	side: side as Line['side'],
	amount: rupiah(amount!),
	...(typeof fund === 'string' ? {fund} : {}),
	...(typeof loan === 'string' ? {loan} : {}),
	...(typeof member === 'string' ? {member} : {}),
	...(typeof counterparty === 'string' ? {counterparty} : {}),
});

const toEntry = ({entry: {occurredOn, ...entry}}: Vector) => ({
	...entry,
	...(occurredOn === undefined ? {} : {occurredOn: localDate(occurredOn)}),
	decided: true as const,
	book: entry.book as BookCode,
	effectiveOn: localDate(entry.effectiveOn),
	recordedAt: new Date(entry.recordedAt),
	lines: entry.lines.map(toLine),
});

test('encodes the golden entries to the byte', (t) => {
	t.deepEqual(
		vectors.map(({version}) => version),
		['bergulir/entry/1', 'bergulir/entry/1', 'bergulir/entry/2'],
	);
	for (const vector of vectors) {
		t.is(encodeEntry(toEntry(vector)), vector.text);
		t.is(sha256(vector.text), vector.hash);
		t.is((JSON.parse(vector.text) as unknown[])[0], vector.version);
	}
});

test('seals an entry with the next number and the link to the last', (t) => {
	const [first, second, third] = vectors.map(toEntry);
	const bare = ({
		number: _,
		previousHash: __,
		recordedAt: ___,
		actor: ____,
		...entry
	}: typeof first & object): Entry => entry;
	const sealed = seal(
		bare(first!),
		{number: 0, hash: genesisHash, recordedAt: new Date(0)},
		first!.recordedAt,
		first!.actor,
	);
	t.like(sealed, {number: 1, previousHash: genesisHash, hash: vectors[0]!.hash});
	const next = seal(bare(second!), sealed, second!.recordedAt, second!.actor);
	t.like(next, {number: 2, previousHash: vectors[0]!.hash, hash: vectors[1]!.hash});
	const late = seal(bare(third!), next, third!.recordedAt, third!.actor);
	t.like(late, {number: 3, previousHash: vectors[1]!.hash, hash: vectors[2]!.hash});
});

test('records now, or at the moment of the entry before where the clock ran back', (t) => {
	const tip = {number: 1, hash: genesisHash, recordedAt: new Date('2026-03-01T00:00:00Z')};
	const later = new Date('2026-03-02T00:00:00Z');
	t.is(recordingMoment(later, tip), later);
	t.is(recordingMoment(new Date('2026-02-01T00:00:00Z'), tip), tip.recordedAt);
});
