// A journal of years, as a cooperative would have it: savings, costs, and loans that are disbursed
// and repaid. It goes in through the ledger's own door, sealed by the one encoder, so the laws hold
// and every total is made by the same code as a posting's.
import type {Service} from '../../src/compose.ts';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {type LocalDate, addDays, daysBetween} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import type {Tip} from '../../src/ledger/book.ts';
import {type SealedEntry, genesisHash, seal} from '../../src/ledger/hash-chain.ts';
import {
	type Dimensions,
	type EntryDraft,
	credit,
	debit,
	getBook,
	manualKind,
	sealMonths,
} from '../../src/ledger/index.ts';

export type History = {
	readonly book: BookCode;
	/** Each entry has two. */
	readonly lines: number;
	/** The days over which the entries are spread evenly, both included. */
	readonly from: LocalDate;
	readonly to: LocalDate;
};

type Template = Pick<EntryDraft, 'kind' | 'lines'>;

const fund = '00000000-0000-4000-8000-000000000001';
const code = (text: string): AccountCode => text as AccountCode;

const move = (
	kind: string,
	[to, from, amount]: readonly [string, string, string],
	about: Dimensions = {},
): Template => ({
	kind,
	lines: [
		debit(code(to), rupiah(amount), about),
		credit(code(from), rupiah(amount), about),
	],
});

const received = move('tranche-received', ['1.1.11', '2.2.01', '1000000000'], {fund});

// By hand, in an order in which neither cash nor bank falls below zero.
const byHand: readonly Template[] = (
	[
		['1.1.01', '3.1.02', '50000'],
		['1.1.01', '2.1.01', '200000'],
		['2.1.01', '1.1.01', '100000'],
		['5.2.01', '1.1.01', '10000'],
		['1.1.02', '1.1.01', '100000'],
		['1.1.01', '4.1.05', '5000'],
		['5.1.01', '1.1.02', '50000'],
		['1.1.02', '4.9.01', '20000'],
		['1.5.01', '1.1.02', '15000'],
	] as const
).map((wanted) => move(manualKind, wanted));

const cycle = 20;
const instalments = 10;
const membersMax = 2000;

/** A loan is disbursed in each cycle of entries, and repaid by one instalment in each of the next. */
function templateOf(index: number): Template {
	if (index === 0) return received;
	const [loan, step] = [Math.floor(index / cycle), index % cycle];
	if (step === 0) return move('disbursement', ['1.2.03', '1.1.11', '1000000'], aboutLoan(loan));
	const repaid = loan - (step + 1) / 2;
	if (step % 2 === 1 && repaid > 0) {
		return move('repayment', ['1.1.11', '1.2.03', '100000'], aboutLoan(repaid));
	}
	return byHand[Math.floor(step / 2) % byHand.length]!;
}

const aboutLoan = (loan: number): Dimensions => ({
	fund,
	loan: `00000000-0000-4000-8000-1${loan.toString(16).padStart(11, '0')}`,
	member: `00000000-0000-4000-8000-2${(loan % membersMax).toString(16).padStart(11, '0')}`,
});

const entriesInSet = 5000;
// One in fifty is booked some days after it happened.
const lateEvery = 50;
const lateDaysMax = 20;

/** Writes a history into an empty book, and seals its months as the service does every hour. */
export async function writeHistory(
	{inTransaction}: Service,
	history: History,
	report: (sentence: string) => void,
): Promise<void> {
	const count = history.lines / 2;
	const by = {
		scope: everywhere,
		actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(history)'},
	};
	const make = sealer(history, count, by.actor.name);
	const start = performance.now();
	let [set, told] = [make(entriesInSet), 0];
	while (set.length > 0) {
		const entries = set;
		const written = inTransaction(by, async (work) => {
			const book = await getBook(work, history.book);
			await work.ledger.append(new Map([[book.code, book]]), entries);
		});
		// The next set is made while PostgreSQL writes this one.
		set = make(entriesInSet);
		await written;
		const done = entries.at(-1)!.number;
		if (done - told < count / 10) continue;
		told = done;
		const seconds = (performance.now() - start) / 1000;
		report(`  ${history.book}: ${2 * done} lines in ${seconds.toFixed(0)} s`);
	}
	await inTransaction(by, async (work) => sealMonths(work, history.book));
}

/** Makes the entries of a history one after the other, some at a time. */
function sealer(history: History, count: number, actor: string): (most: number) => SealedEntry[] {
	const dayCount = daysBetween(history.from, history.to) + 1;
	const days = Array.from({length: dayCount}, (_, index) => addDays(history.from, index));
	// Nine o'clock in the west of Indonesia, and then through the working day.
	const opens = days.map((day) => Date.parse(`${day}T02:00:00Z`));
	const workDayMs = 8 * 3_600_000;
	let tip: Tip = {number: 0, hash: genesisHash, recordedAt: new Date(0)};
	return (most) => {
		const made: SealedEntry[] = [];
		for (; made.length < most && tip.number < count; tip = made.at(-1)!) {
			const index = tip.number;
			const day = Math.floor((index * dayCount) / count);
			const within = (index * dayCount) / count - day;
			const late = index % lateEvery === lateEvery - 1 ? (index * 7919) % lateDaysMax : 0;
			const draft: EntryDraft = {
				book: history.book,
				effectiveOn: days[Math.max(0, day - late)]!,
				reason: 'Riwayat',
				document: `RWT-${index + 1}`,
				...templateOf(index),
			};
			const recordedAt = new Date(opens[day]! + Math.floor(within * workDayMs));
			made.push(seal({...draft, decided: true}, tip, recordedAt, actor));
		}
		return made;
	};
}
