import type {Command} from 'commander';
import type {Service} from '../compose.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import {verifyLog} from '../evidence/index.ts';
import {readKept, verifyPackFile} from '../evidence/verifier/verify-pack.ts';
import {verifyPapers} from '../cooperatives/index.ts';
import type {BookCode} from '../kernel/ids.ts';
import {isZero, toText} from '../kernel/money.ts';
import {everywhere} from '../kernel/scope.ts';
import {verifyBook} from '../ledger/index.ts';
import {verifyTrail} from '../identity/index.ts';
import {mirrorDifference, readFundHealth} from '../reporting/index.ts';
import {verifySavings} from '../savings/index.ts';
import {verifyShares} from '../surplus/index.ts';
import type {Environment} from './environment.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

const reading = {scope: everywhere, actor: commandLine, isReadOnly: true};

type Options = {
	readonly book?: string;
	readonly pack?: string;
	readonly key?: string;
	readonly checkpoint?: string;
};

export function registerVerify(program: Command, environment: Environment): void {
	program
		.command('verify')
		.description('recompute chains, kept balances and every law; a line per breach, exit 1 if any')
		.option('--book <code>', 'one book only; all without it')
		.option('--pack <file>', 'an audit pack instead (- is the standard input); needs no database')
		.option('--key <fingerprint>', 'with --pack: the keyId that you noted when you first came')
		.option('--checkpoint <file>', 'with --pack: an older checkpoint that you kept (JSON)')
		.action(async ({book, pack, ...trust}: Options) => {
			if (pack !== undefined) return verifyPack(pack, trust);
			if (trust.key !== undefined || trust.checkpoint !== undefined) {
				throw new StartupFailure(
					'--key and --checkpoint are for an audit pack: name it with --pack.',
				);
			}
			const config = environment.config();
			const {lines, entries, books} = await withService(config, async (service) =>
				verify(service, book),
			);
			for (const line of lines) process.stdout.write(`${line}\n`);
			const verdict = lines.length === 0 ? 'no law is broken' : `${lines.length} breaches`;
			process.stderr.write(`${entries} entries of ${books} books: ${verdict}.\n`);
			if (lines.length > 0) process.exitCode = 1;
		});
}

async function verifyPack(
	file: string,
	{key, checkpoint}: Pick<Options, 'key' | 'checkpoint'>,
): Promise<void> {
	const options = {pinnedKey: key, kept: readKept(checkpoint)};
	if (!(await verifyPackFile(file, options))) process.exitCode = 1;
}

/** A law that is broken, and where: the explanation is for who may read the books. */
export type Breach = {
	readonly code: string;
	/** A dash where it is of no book. */
	readonly book: string;
	readonly entry: number | string;
	readonly explanation: string;
};

type InTransaction = Pick<Service, 'inTransaction'>;

/** Every breach as a line: code, book, entry, explanation, set apart by tabs. */
export async function verify(service: Service, only?: string) {
	const codes =
		only === undefined
			? await service.inTransaction(reading, async ({ledger}) =>
					(await ledger.listBooks()).map(({code}) => code),
				)
			: [only as BookCode];
	const breaches: Breach[] = [];
	let entries = 0;
	for (const code of codes) {
		const verified = await verifyOneBook(service, code);
		entries += verified.entries;
		breaches.push(...verified.breaches);
	}
	if (only === undefined) breaches.push(...(await verifyCommon(service)));
	const lines = breaches.map(({code, book, entry, explanation}) =>
		[code, book, entry, explanation].join('\t'),
	);
	return {lines, entries, books: codes.length};
}

/** Every law of one book: the journal, and what other rooms keep beside it. */
export async function verifyOneBook(
	{inTransaction}: InTransaction,
	book: BookCode,
): Promise<{readonly entries: number; readonly breaches: readonly Breach[]}> {
	// A book is one snapshot; a city is too much for one.
	const result = await inTransaction(reading, async (work) => verifyBook(work, book));
	const breaches: Breach[] = result.breaches.map(({entry, ...breach}) => ({
		...breach,
		entry: entry ?? '-',
	}));
	const tell = (code: string, entry: Breach['entry'], explanation: string): void => {
		breaches.push({code, book, entry, explanation});
	};
	const savings = await inTransaction(reading, async (work) => verifySavings(work, book));
	for (const {member, product, kept, booked} of savings) {
		const told = `${product} of member ${member}: kept ${toText(kept)}, booked ${toText(booked)}`;
		tell('verify/savings', '-', told);
	}
	const shares = await inTransaction(reading, async (work) => verifyShares(work, book));
	for (const {member, left, booked} of shares) {
		const told = `SHU of member ${member}: left ${toText(left)}, booked ${toText(booked)}`;
		tell('verify/surplus', '-', told);
	}
	const papers = await inTransaction(reading, async (work) => verifyPapers(work, book));
	for (const {entry, sha256} of papers) {
		const told = `no paper with the content that was sealed as sha256:${sha256} is kept`;
		tell('verify/paper', entry, told);
	}
	return {entries: result.entries, breaches};
}

/** What is of no single book: cities against cooperatives, the trail, and what was signed. */
export async function verifyCommon({inTransaction}: InTransaction): Promise<Breach[]> {
	return [
		...(await verifyMirror(inTransaction)),
		...(await verifyWholeTrail(inTransaction)),
		...(await verifySigned(inTransaction)),
	];
}

/** The chain of administrative acts, which is of no book. */
async function verifyWholeTrail(inTransaction: Service['inTransaction']): Promise<Breach[]> {
	const {breaches} = await inTransaction(reading, verifyTrail);
	return breaches.map(({code, act, explanation}) => ({code, book: '-', entry: act, explanation}));
}

/** Every checkpoint against the log, and what it says of the trail against the trail. */
async function verifySigned(inTransaction: Service['inTransaction']): Promise<Breach[]> {
	const {breaches} = await inTransaction(reading, verifyLog);
	return breaches.map(({code, checkpoint, explanation}) => ({
		code,
		book: '-',
		entry: '-',
		explanation: `checkpoint ${checkpoint}: ${explanation}`,
	}));
}

/** What the cities' books say of the cooperatives against what these say of the cities. */
async function verifyMirror(inTransaction: Service['inTransaction']): Promise<Breach[]> {
	return inTransaction(reading, async (work) => {
		const {rows} = await readFundHealth(work, {isWhole: true}, {asOf: work.today()});
		return rows
			.map((row) => ({row, difference: mirrorDifference(row.sums)}))
			.filter(({difference}) => !isZero(difference))
			.map(({row, difference}) => ({
				code: 'verify/mirror',
				book: row.region ?? '-',
				entry: '-',
				explanation: `the books differ by ${toText(difference)}`,
			}));
	});
}
