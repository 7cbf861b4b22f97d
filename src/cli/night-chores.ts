import type {Outcome} from '../chores/index.ts';
import type {Service} from '../compose.ts';
import {detectAndRaise} from '../detection/index.ts';
import type {Logger} from '../http/log.ts';
import {DomainError} from '../kernel/errors.ts';
import type {BookCode} from '../kernel/ids.ts';
import {type LocalDate, endOfMonth, startOfMonth} from '../kernel/local-date.ts';
import {toText} from '../kernel/money.ts';
import {sealMonths} from '../ledger/index.ts';
import {bookProvision, readClassifiedPortfolio} from '../provisioning/index.ts';
import {bySelf, choreActor} from './chore-actor.ts';
import type {NightChore, NightRun} from './night.ts';
import {type Breach, verifyCommon, verifyOneBook} from './verify.ts';

type InTransaction = Pick<Service, 'inTransaction'>;

export type NightSettings = {
	/** Whether the provisions of a month are booked when it has ended. */
	readonly hasProvisions: boolean;
	readonly log: Logger;
};

/** What is done each night, in this order. */
export const createNightChores = (
	service: InTransaction,
	{hasProvisions, log}: NightSettings,
): readonly NightChore[] => [
	{name: 'months-sealed', run: async (run) => sealAll(service, run)},
	{name: 'classes', run: async ({day}) => recordClasses(service, day)},
	...(hasProvisions
		? [{name: 'provisions', run: async (run: NightRun) => bookProvisions(service, run)} as const]
		: []),
	{name: 'detectors', run: async ({day}) => detect(service, day)},
	{name: 'verification', run: async (run) => verifyAll(service, run, log)},
];

/** A count that a run which was cut off had come to. */
const countSofar = (sofar: Outcome, name: string): number => {
	const value = sofar[name];
	return typeof value === 'number' ? value : 0;
};

/** The books that are still to be done, in the order of their codes. */
async function booksAfter(
	{inTransaction}: InTransaction,
	place: string | undefined,
	kind?: 'cooperative',
): Promise<BookCode[]> {
	const books = await inTransaction({...bySelf, isReadOnly: true}, async ({ledger}) =>
		ledger.listBooks(),
	);
	return books
		.filter((book) => kind === undefined || book.kind === kind)
		.map(({code}) => code)
		.filter((code) => place === undefined || code > place)
		.sort((a, b) => (a < b ? -1 : 1));
}

/** Seals the months that are over, of every book, a book at a time. */
async function sealAll(service: InTransaction, {place, sofar, note}: NightRun): Promise<Outcome> {
	let months = countSofar(sofar, 'months');
	for (const code of await booksAfter(service, place)) {
		months += await service.inTransaction(bySelf, async (work) => sealMonths(work, code));
		await note(code, {months});
	}
	return {months};
}

/**
 * What every policy said of all loans on that day, as the books stood that night: how many, and the
 * principal outstanding, by class. Every other day is computed when it is asked for.
 */
async function recordClasses({inTransaction}: InTransaction, asOf: LocalDate): Promise<Outcome> {
	const {totals} = await inTransaction({...bySelf, isReadOnly: true}, async (work) =>
		readClassifiedPortfolio(work, {asOf, limit: 1}),
	);
	const policies = totals.map(({policy, classes}) => [
		policy.code,
		Object.fromEntries(
			classes.map(({class: {code}, loans, principal}) => [
				code,
				{loans, principal: toText(principal)},
			]),
		),
	]);
	return {policies: Object.fromEntries(policies)};
}

/**
 * On the last day of a month books its provision for every cooperative, by the policy that was
 * chosen for it. What a law or a policy of approvals refuses is counted by its code and left to
 * people; run again it books only what has become different since.
 */
async function bookProvisions(
	service: InTransaction,
	{day, place, sofar, note}: NightRun,
): Promise<Outcome> {
	if (day !== endOfMonth(day)) return {isMonthEnd: false};
	const month = startOfMonth(day);
	let booked = countSofar(sofar, 'booked');
	let unchanged = countSofar(sofar, 'unchanged');
	const refused = {...(sofar.refused as Record<string, number> | undefined)};
	const outcome = (): Outcome => ({month: month.slice(0, 7), booked, unchanged, refused});
	for (const book of await booksAfter(service, place, 'cooperative')) {
		const scope = {all: false, regions: [], cooperatives: [book]} as const;
		try {
			const {run} = await service.inTransaction({scope, actor: choreActor}, async (work) =>
				bookProvision(work, {book, month}),
			);
			if (run) booked += 1;
			else unchanged += 1;
		} catch (error) {
			if (!(error instanceof DomainError)) throw error;
			refused[error.code] = (refused[error.code] ?? 0) + 1;
		}
		await note(book, outcome());
	}
	return outcome();
}

/** Runs the detectors for a day; what somebody looked at meanwhile is left at that. */
async function detect({inTransaction}: InTransaction, asOf: LocalDate): Promise<Outcome> {
	try {
		const {detections} = await inTransaction(bySelf, async (work) =>
			detectAndRaise(work, {asOf, isNightly: true}),
		);
		return {detections: detections.length};
	} catch (error) {
		const isDone = error instanceof DomainError && error.code === 'detection/night-already-run';
		if (!isDone) throw error;
		return {wasDone: true};
	}
}

/** Verifies every book and what is of none; each breach is told in the log, by code and place. */
async function verifyAll(
	service: InTransaction,
	{day, place, sofar, note}: NightRun,
	log: Logger,
): Promise<Outcome> {
	let books = countSofar(sofar, 'books');
	let entries = countSofar(sofar, 'entries');
	const breaches = {...(sofar.breaches as Record<string, number> | undefined)};
	const tell = (found: readonly Breach[]): void => {
		for (const {code, book, entry} of found) {
			breaches[code] = (breaches[code] ?? 0) + 1;
			// Without the explanation, for it may tell of a member.
			log.error({day, code, book, entry}, 'a law is broken');
		}
	};
	const outcome = (): Outcome => ({books, entries, breaches});
	for (const code of await booksAfter(service, place)) {
		const verified = await verifyOneBook(service, code);
		tell(verified.breaches);
		books += 1;
		entries += verified.entries;
		await note(code, outcome());
	}
	tell(await verifyCommon(service));
	return outcome();
}
