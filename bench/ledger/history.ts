// A journal of years, as a cooperative would have it: savings, costs, and loans that are disbursed
// and repaid. It is sealed by the one encoder and copied in by the owner past the ledger's door,
// which would take three times as long; the totals are made from the lines, and `verify` proves in
// the end that all is as if it had come through the door.
import {chmod, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Knex} from 'knex';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {type LocalDate, addDays, daysBetween} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {Tip} from '../../src/ledger/book.ts';
import {type SealedEntry, genesisHash, seal} from '../../src/ledger/hash-chain.ts';
import {
	type Dimensions,
	type EntryDraft,
	credit,
	debit,
	manualKind,
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
	kind: EntryDraft['kind'],
	[to, from, amount]: readonly [string, string, string],
	about: Dimensions = {},
): Template => ({
	kind,
	lines: [debit(code(to), rupiah(amount), about), credit(code(from), rupiah(amount), about)],
});

const received = move('tranche', ['1.1.11', '2.2.01', '1000000000'], {fund});

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
const membersMax = 2000;

/** Each cycle disburses a loan and takes an instalment from each of the ten before it. */
function templateOf(index: number): Template {
	if (index === 0) return received;
	const [loan, step] = [Math.floor(index / cycle), index % cycle];
	if (step === 0) return move('disbursement', ['1.2.03', '1.1.11', '1000000'], aboutLoan(loan));
	const repaid = loan - (step + 1) / 2;
	if (step % 2 === 1 && repaid > 0) {
		return move('repayment', ['1.1.11', '1.2.03', '100000'], aboutLoan(repaid));
	}
	return byHand[step % 2 === 1 ? 0 : step / 2 - 1]!;
}

const aboutLoan = (loan: number): Dimensions => ({
	fund,
	loan: `00000000-0000-4000-8000-1${loan.toString(16).padStart(11, '0')}`,
	member: `00000000-0000-4000-8000-2${(loan % membersMax).toString(16).padStart(11, '0')}`,
});

const entriesInFile = 50_000;
// One in fifty is booked some days after it happened.
const lateEvery = 50;
const lateDaysMax = 20;
const historian = '(history)';

/**
 * Writes histories into empty books and seals their months, as the service does every hour.
 * `owner` is a pool of two whose sessions fire no triggers; `folder` is one that PostgreSQL reads.
 */
export async function writeHistories(
	owner: Knex,
	folder: string,
	histories: readonly History[],
	report: (sentence: string) => void,
): Promise<void> {
	// An index that is made at the end is made in a fraction of the time.
	const {rows: indexes} = await owner.raw<{rows: {name: string; definition: string}[]}>(
		`select class.relname as name, pg_get_indexdef(index.indexrelid) as definition
		from pg_index index join pg_class class on class.oid = index.indexrelid
		where index.indrelid in ('entries'::regclass, 'lines'::regclass)
			and not exists (select from pg_constraint where conindid = index.indexrelid)`,
	);
	for (const {name} of indexes) await owner.raw('drop index ??', [name]);
	for (const history of histories) await copyHistory(owner, folder, history, report);
	for (const {name, definition} of indexes) {
		report(`  index ${name}`);
		await owner.raw(definition);
	}
	for (const {book} of histories) {
		report(`  totals of ${book}`);
		await owner.raw(floorsSql, [book]);
		await owner.raw(totalsSql, [book]);
	}
}

async function copyHistory(
	owner: Knex,
	folder: string,
	history: History,
	report: (sentence: string) => void,
): Promise<void> {
	const count = history.lines / 2;
	const {id} = (await owner<{id: number; code: string}>('books')
		.where({code: history.book})
		.first('id'))!;
	const make = sealer(history, count);
	const start = performance.now();
	let [copied, told, last] = [Promise.resolve(), 0, undefined as SealedEntry | undefined];
	for (let entries = make(entriesInFile); entries.length > 0; entries = make(entriesInFile)) {
		const rows = {
			entries: entries.map((entry) => entryRow(id, entry)).join(''),
			lines: entries.map((entry) => lineRows(id, entry)).join(''),
		};
		// The next entries are made while PostgreSQL reads these.
		await copied;
		copied = copyRows(owner, folder, rows);
		last = entries.at(-1)!;
		if (last.number - told < count / 10) continue;
		told = last.number;
		const seconds = (performance.now() - start) / 1000;
		report(`  ${history.book}: ${2 * told} lines in ${seconds.toFixed(0)} s`);
	}
	await copied;
	if (last) {
		await owner('book_tips')
			.where({book_id: id})
			.update({
				number: last.number,
				hash: Buffer.from(last.hash, 'hex'),
				recorded_at: last.recordedAt,
			});
	}
}

async function copyRows(
	owner: Knex,
	folder: string,
	rows: {readonly entries: string; readonly lines: string},
): Promise<void> {
	await Promise.all(
		(['entries', 'lines'] as const).map(async (table) => {
			const file = path.join(folder, `${table}.copy`);
			await writeFile(file, rows[table]);
			await chmod(file, 0o644);
			await owner.raw(`copy ${table} (${columns[table]}) from '${file}'`);
			await rm(file);
		}),
	);
}

const columns = {
	entries:
		'book_id, number, effective_on, recorded_at, actor, kind, reason, document, previous_hash, ' +
		'hash, canonical',
	lines:
		'book_id, entry_number, line_number, account_code, side, amount, effective_on, kind, ' +
		'fund_id, loan_id, member_id',
} as const;

// No text of a history holds a tab, a newline or a backslash, so none has to be escaped.
const copyRow = (...cells: readonly (string | number)[]): string => `${cells.join('\t')}\n`;
const absent = '\\N';
const bytes = (hex: string): string => `\\\\x${hex}`;

const entryRow = (book: number, entry: SealedEntry): string =>
	copyRow(
		book,
		entry.number,
		entry.effectiveOn,
		entry.recordedAt.toISOString(),
		entry.actor,
		entry.kind,
		entry.reason,
		entry.document,
		bytes(entry.previousHash),
		bytes(entry.hash),
		entry.canonical,
	);

const lineRows = (book: number, entry: SealedEntry): string =>
	entry.lines
		.map((line, index) =>
			copyRow(
				book,
				entry.number,
				index + 1,
				line.account,
				line.side,
				toText(line.amount),
				entry.effectiveOn,
				entry.kind,
				line.fund ?? absent,
				line.loan ?? absent,
				line.member ?? absent,
			),
		)
		.join('');

const floorsSql = `
	insert into floor_balances (book_id, account_code, dimension, balance, granted)
	select line.book_id, line.account_code,
		coalesce(case account.floor when 'fund' then line.fund_id when 'loan' then line.loan_id end,
			'00000000-0000-0000-0000-000000000000'),
		sum(case when line.side = account.normal_side then line.amount else -line.amount end),
		case when bool_or(account.ceiling_kind is not null) then
			coalesce(sum(case when line.side = account.normal_side then line.amount
				else -line.amount end) filter (where line.kind = account.ceiling_kind), 0)
		end
	from lines line
	join accounts account on account.book_id = line.book_id and account.code = line.account_code
	where line.book_id = (select id from books where code = ?) and account.floor <> 'none'
	group by 1, 2, 3
`;

const totalsSql = `
	select ledger_rebuild_totals(id), ledger_seal_months(id, current_date) from books where code = ?
`;

/** Makes the entries of a history one after the other, some at a time. */
function sealer(history: History, count: number): (most: number) => SealedEntry[] {
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
			made.push(seal({...draft, decided: true}, tip, recordedAt, historian));
		}
		return made;
	};
}
