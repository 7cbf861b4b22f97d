// Verifies an audit pack: the whole journal of one book, from its first entry to a checkpoint that
// the installation signed. Read this file before you trust it; it is all there is. It shares no
// code with the service that wrote the pack, needs no database and no network, and runs alone with
// Node 22.18 or later (saved as verify-pack.mts), or with Node 20 and tsx:
//   node verify-pack.mts PACK [--key FINGERPRINT] [--checkpoint FILE]
// FINGERPRINT is the key that you noted when you first came; without it the first key of the pack
// itself is believed. FILE is an older checkpoint that you kept: the log must begin as it said.
// Every finding is a line: code, book, entry, explanation. Exit 0 only where there is none.
import {type KeyObject, createHash, createPublicKey, verify} from 'node:crypto';
import {createReadStream, readFileSync, realpathSync} from 'node:fs';

export type Finding = {
	readonly code: string;
	readonly entry?: number;
	readonly explanation: string;
};
export type PackOptions = {
	readonly pinnedKey?: string | undefined;
	readonly kept?: {readonly canonical: string; readonly signature: string} | undefined;
};
type Tell = (code: string, explanation: string, entry?: number) => void;
type Test = (value: unknown) => boolean;
type Line = [account: string, side: string, amount: string, ...about: unknown[]];

// What each kind of line holds. A line is a JSON array with its kind first, in the one form that
// ECMAScript writes; what was hashed or signed is the line itself, in UTF-8.
const shaped = (shape: RegExp) => (value: unknown) =>
	typeof value === 'string' && shape.test(value);
const maybe = (test: Test) => (value: unknown) => value === null || test(value);
const listOf = (test: Test) => (value: unknown) => Array.isArray(value) && value.every(test);
const tuple = (tests: Test[]) => (value: unknown) =>
	Array.isArray(value) && value.length === tests.length && tests.every((test, i) => test(value[i]));
const count: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const [text, name] = [shaped(/./su), maybe(shaped(/./su))];
const digest = shaped(/^[0-9a-f]{64}$/);
const base64: Test = (value) => value === Buffer.from(String(value), 'base64').toString('base64');
const day = shaped(/^\d{4}-\d\d-\d\d$/);
const moment = shaped(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const [side, amount] = [shaped(/^(debit|credit)$/), shaped(/^(?!0*\.00$)\d{1,18}\.\d\d$/)];
const lines = listOf(tuple([text, side, amount, name, name, name, name]));
const entry = [text, count, digest, day, moment, text, text, text, text, maybe(count), lines];
/** The kinds, by the stage at which they come; a signature comes after what it signs. */
const kinds: Readonly<Record<string, readonly [stage: number, ...shape: Test[]]>> = {
	'bergulir/signature/1': [0, base64],
	'bergulir/pack/1': [1, text, count],
	'bergulir/key/1': [2, count, digest, base64, digest, moment],
	'bergulir/checkpoint/1': [3, count, moment, count, digest, digest],
	'bergulir/leaves/1': [4, listOf(digest)],
	'bergulir/head/1': [4, count, text, count, digest, digest, moment],
	'bergulir/entry/1': [5, ...entry],
	'bergulir/entry/2': [5, ...entry, day],
	'bergulir/end/1': [6, count, count, count],
};

/** The stage and the values of a line; none when it is of no known kind or not in its one form. */
function parse(given: string): [stage: number, values: unknown[]] | undefined {
	try {
		const values = JSON.parse(given) as unknown[];
		const [stage, ...shape] = kinds[String(values[0])]!;
		const isRight = tuple([text, ...shape])(values) && JSON.stringify(values) === given;
		return isRight ? [stage, values] : undefined;
	} catch {
		return undefined;
	}
}

const utf8 = (given: string): Buffer => Buffer.from(given, 'utf8');
const unhex = (given: string): Buffer => Buffer.from(given, 'hex');
const sha256 = (...parts: Uint8Array[]): Buffer =>
	createHash('sha256').update(Buffer.concat(parts)).digest();
const leafOf = (bytes: Uint8Array): Buffer => sha256(Uint8Array.of(0), bytes);
const nodeOf = (left: Buffer, right: Buffer): Buffer => sha256(Uint8Array.of(1), left, right);

/** The tree of RFC 9162, 2.1. The roots of its full subtrees are enough to go on and to end. */
function createTree() {
	const full: Buffer[] = [];
	let size = 0;
	return {
		size: () => size,
		push(leaf: Buffer): void {
			let node = leaf;
			size += 1;
			for (let rest = size; rest % 2 === 0; rest /= 2) node = nodeOf(full.pop()!, node);
			full.push(node);
		},
		root: () =>
			full.length === 0
				? ''
				: full.reduceRight((right, left) => nodeOf(left, right)).toString('hex'),
	};
}

/** The keys, the first one first, and which of them the one that is believed leads to. */
function createKeyRing(pinned: string | undefined, tell: Tell) {
	const known = new Map<string, KeyObject>();
	const trusted = new Set<string>();
	const isSigned = (keyId: string, given: string, signature: string): boolean => {
		const key = known.get(keyId);
		return key !== undefined && verify(null, utf8(given), key, Buffer.from(signature, 'base64'));
	};
	return {
		isSigned,
		isTrusted: (keyId: string) => trusted.has(keyId),
		size: () => known.size,
		add(given: string, values: unknown[], signature: string): void {
			const [, number, keyId, spki, by] = values as [string, number, string, string, string];
			const key = Buffer.from(spki, 'base64');
			if (sha256(key).toString('hex') !== keyId) tell('pack/key', `key ${number} is not ${keyId}`);
			known.set(keyId, createPublicKey({key, format: 'der', type: 'spki'}));
			const isCertified = isSigned(by, given, signature);
			if (!isCertified) tell('pack/certificate', `key ${number} is not certified by ${by}`);
			const isBelieved = pinned === undefined ? known.size === 1 : keyId === pinned;
			if (isBelieved || (isCertified && trusted.has(by))) trusted.add(keyId);
		},
	};
}

const sum = (all: Line[], of: string): bigint =>
	all.reduce(
		(total, [, at, sen]) => (at === of ? total + BigInt(sen.replace('.', '')) : total),
		0n,
	);
const digestOf = (all: unknown): string => sha256(utf8(JSON.stringify(all))).toString('base64');
const mirror = (all: Line[]): unknown =>
	all.map(([account, at, ...rest]) => [account, at === 'debit' ? 'credit' : 'debit', ...rest]);

/** The entries in their order; `heads` is what the log says of the book, by its size then. */
function createJournal(heads: Map<number, unknown[]>, tell: Tell) {
	const tree = createTree();
	const digests: string[] = [];
	const finished = new Set<number>();
	let [last, previous, recordedAt, isOther] = [0, '0'.repeat(64), '', false];
	return {
		size: tree.size,
		add(given: string, values: unknown[]): void {
			const [number, link, recorded] = [values[2] as number, values[3], values[5] as string];
			const [reverses, booked] = values.slice(10) as [number | null, Line[]];
			const [debits, credits] = [sum(booked, 'debit'), sum(booked, 'credit')];
			const fail = (code: string, explanation: string): void => tell(code, explanation, number);
			if (number !== last + 1) fail('pack/number', `it follows entry ${last}`);
			if (link !== previous) fail('pack/link', 'it does not link to the entry before');
			if (recorded < recordedAt) fail('pack/recorded-backwards', 'the entry before is later');
			const isBalanced = booked.length > 1 && debits === credits;
			if (!isBalanced) fail('pack/unbalanced', `sen: ${debits} debit, ${credits} credit`);
			digests[number] = digestOf(booked);
			if (reverses !== null) {
				const isMirror = reverses < number && digests[reverses] === digestOf(mirror(booked));
				if (!isMirror || finished.has(reverses)) fail('pack/reversal', `no mirror of ${reverses}`);
				// What was reversed is not reversed again, nor is a reversal itself.
				finished.add(reverses).add(number);
			}
			const own = sha256(utf8(given));
			tree.push(leafOf(own));
			[last, previous, recordedAt] = [number, own.toString('hex'), recorded];
			const head = heads.get(tree.size());
			// Where one head does not fit, those after it cannot: the first tells where to look.
			if (!head || isOther) return;
			isOther = head[4] !== previous || head[5] !== tree.root() || head[6] !== recorded;
			if (isOther) fail('pack/head', `checkpoint ${String(head[1])} was of another journal`);
		},
	};
}

/** What was signed: keys, the checkpoint, and under it the log of heads. */
function createLog({pinnedKey, kept}: PackOptions, tell: Tell) {
	const [keys, tree] = [createKeyRing(pinnedKey, tell), createTree()];
	const heads = new Map<number, unknown[]>();
	const older = kept && parse(kept.canonical)?.[1];
	let [checkpoint, olderRoot, largest]: [unknown[], string, number] = [[], '', 0];
	const checkSigned = (given: string, keyId: unknown, signature: string): void => {
		if (keys.isSigned(String(keyId), given, signature)) return;
		tell('pack/signature', `key ${String(keyId)} did not sign ${given}`);
	};
	const addLeaf = (leaf: Buffer): void => {
		tree.push(leaf);
		if (tree.size() === older?.[3]) olderRoot = tree.root();
	};
	return {
		heads,
		addLeaf,
		held: () => ({checkpoint, keys: keys.size(), leaves: tree.size(), entries: largest}),
		addSigned(given: string, values: unknown[], signature: string): void {
			if (values[0] === 'bergulir/key/1') keys.add(given, values, signature);
			else checkSigned(given, (checkpoint = values)[5], signature);
		},
		addHead(given: string, values: unknown[], book: unknown): void {
			const size = values[3] as number;
			if (values[2] !== book || size <= largest) tell('pack/head', `out of order: ${given}`);
			heads.set((largest = size), values);
			addLeaf(leafOf(utf8(given)));
		},
		end(): void {
			const [, , , size, root, keyId] = checkpoint;
			const believed = pinnedKey ?? 'the first key';
			const isSigned = tree.size() === size && tree.root() === root;
			if (!isSigned) tell('pack/log-root', 'its log is not the one that was signed');
			if (!keys.isTrusted(String(keyId))) {
				tell('pack/key', `${believed} does not lead to key ${String(keyId)}`);
			}
			if (kept) checkSigned(kept.canonical, older?.[5], kept.signature);
			if (kept && olderRoot !== older?.[4]) {
				tell(
					'pack/kept-checkpoint',
					`its log of ${tree.size()} does not begin as in ${kept.canonical}`,
				);
			}
		},
	};
}

/** Takes a pack line by line, and says in the end all that is wrong with it. */
export function createPackCheck(options: PackOptions = {}) {
	const findings: Finding[] = [];
	const tell: Tell = (code, explanation, at) => {
		findings.push({code, explanation, ...(at === undefined ? {} : {entry: at})});
	};
	const log = createLog(options, tell);
	const journal = createJournal(log.heads, tell);
	let [number, stage, pack, end]: [number, number, unknown[], unknown[]] = [0, 0, ['', '-'], []];
	let unsigned: [given: string, values: unknown[]] | undefined;
	const take = (at: number, given: string, values: unknown[]): void => {
		const [kind, first] = values;
		if (unsigned) log.addSigned(...unsigned, String(first));
		unsigned = at === 2 || at === 3 ? [given, values] : undefined;
		if (at === 1) pack = values;
		if (kind === 'bergulir/leaves/1') (first as string[]).map(unhex).forEach(log.addLeaf);
		if (kind === 'bergulir/head/1') log.addHead(given, values, pack[1]);
		if (at === 5 && first !== pack[1]) tell('pack/book', `it is of another book: ${given}`);
		if (at === 5) journal.add(given, values);
		if (at === 6) end = values;
	};
	return {
		line(given: string): void {
			number += 1;
			const [at, values] = parse(given) ?? [-1, []];
			// Stages follow one another, lists have many lines, and a signature comes where it is due.
			const isNext = at > stage || (at === stage && [2, 4, 5].includes(at));
			try {
				if (unsigned ? at !== 0 : !isNext) throw new Error('it is not what belongs there');
				stage = Math.max(stage, at);
				take(at, given, values);
			} catch (error) {
				unsigned = undefined;
				tell('pack/line', `line ${number}: ${String(error)}: ${given.slice(0, 60)}`);
			}
		},
		end(): Finding[] {
			log.end();
			const [entries, {checkpoint, keys, leaves, entries: due}] = [journal.size(), log.held()];
			if (entries < due) tell('pack/truncated', `there are ${entries} entries of ${due}`);
			if (entries > due) tell('pack/surplus', `there are ${entries} entries instead of ${due}`);
			const said = JSON.stringify([pack[2], ...end.slice(1)]);
			const held = JSON.stringify([checkpoint[1], keys, leaves, entries]);
			if (held !== said) tell('pack/incomplete', `it says ${said} and holds ${held}`);
			return findings;
		},
		book: () => String(pack[1]),
		summary: () => `${journal.size()} entries under ${JSON.stringify(log.held().checkpoint)}`,
	};
}

/** Verifies a file, `-` being the standard input, and tells; whether all of it holds. */
export async function verifyPackFile(file: string, options: PackOptions): Promise<boolean> {
	const check = createPackCheck(options);
	const source = file === '-' ? process.stdin : createReadStream(file);
	let rest = '';
	for await (const piece of source.setEncoding('utf8') as AsyncIterable<string>) {
		// Only the line feed ends a line: a text may hold what other readers take for an end.
		const whole = (rest + piece).split('\n');
		rest = whole.pop()!;
		for (const given of whole) check.line(given);
	}
	if (rest !== '') check.line(rest);
	const findings = check.end();
	for (const {code, entry: at = '-', explanation} of findings) {
		process.stdout.write(`${[code, check.book(), at, explanation].join('\t')}\n`);
	}
	const verdict = findings.length === 0 ? 'nothing was changed' : `${findings.length} findings`;
	process.stderr.write(`${check.summary()}: ${verdict}.\n`);
	return findings.length === 0;
}

/** A checkpoint as the service answered it, from the file in which it was kept. */
export const readKept = (file: string | undefined): PackOptions['kept'] =>
	file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as PackOptions['kept']);

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
	const [file = '-', ...rest] = process.argv.slice(2);
	const option = (of: string) => (rest.includes(of) ? rest[rest.indexOf(of) + 1] : undefined);
	const options = {pinnedKey: option('--key'), kept: readKept(option('--checkpoint'))};
	if (!(await verifyPackFile(file, options))) process.exitCode = 1;
}
