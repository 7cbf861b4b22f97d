import type {z} from 'zod';
import type {Work} from '../compose.ts';
import type {BookCode} from '../kernel/ids.ts';
import {localDate} from '../kernel/local-date.ts';
import {
	presentRestatement,
	type restatementAnswer,
} from '../reporting/http/restatement-contract.ts';
import {type Restatement, type RestatementPosition, readRestatement} from '../reporting/index.ts';

/** What the command line asks for, as text. */
export type RestatementOptions = {
	readonly book: string;
	readonly from: string;
	readonly to: string;
	readonly since: Date;
	readonly knownAt?: Date;
};

type Row = Readonly<Record<string, string>>;
type Answer = z.output<typeof restatementAnswer>;

const limitMax = 1000;

/** The restatement with all its entries, as one answer and as rows. */
export async function runRestatement(work: Work, options: RestatementOptions) {
	const axes = {
		from: localDate(options.from),
		to: localDate(options.to),
		since: options.since,
		...(options.knownAt === undefined ? {} : {knownAt: options.knownAt}),
	};
	const read = async (position?: RestatementPosition): Promise<Restatement> =>
		readRestatement(work, {
			...axes,
			book: options.book as BookCode,
			limit: limitMax,
			...(position === undefined ? {} : {position}),
		});
	const first = await read();
	const entries = [...first.entries];
	for (let next = first.next; next !== undefined;) {
		const page = await read(next);
		entries.push(...page.entries);
		({next} = page);
	}
	const {next: _, ...whole} = first;
	const json = presentRestatement(work, axes, {...whole, entries}, 'id');
	const lines = json.entries.flatMap(toLineRows);
	const accounts = json.rows.map(toAccountRow);
	const totals = toTotalRows(json.totals);
	return {
		json,
		rows: [...lines, ...accounts, ...totals].map((row) => ({...blank, ...row})),
		// As tables, only what changed: the other accounts stand in JSON and CSV.
		tables: [
			lines.map(withoutRow),
			[...accounts.filter((_row, index) => json.rows[index]!.isChanged), ...totals].map(withoutRow),
		],
		caption: json.statement,
	};
}

const withoutRow = ({row: _, ...others}: Row): Row => others;

// The columns of the CSV in their order: a row tells of a line, an account or the total.
const blank: Row = Object.fromEntries(
	[
		...[
			'row',
			'entry',
			'effectiveOn',
			'occurredOn',
			'recordedAt',
			'daysLate',
			'actor',
			'kind',
			'reason',
		],
		...[
			'document',
			'reverses',
			'monthState',
			'isWithin',
			'account',
			'name',
			'debit',
			'credit',
			'fund',
			'loan',
		],
		...['knownThen', 'changeBefore', 'changeWithin', 'change', 'knownNow'],
		...['debitThen', 'creditThen', 'debitNow', 'creditNow'],
	].map((column) => [column, '']),
);

const toLineRows = (entry: Answer['entries'][number]): Row[] =>
	entry.lines.map((line) => ({
		row: 'line',
		entry: String(entry.number),
		effectiveOn: entry.effectiveOn,
		occurredOn: entry.occurredOn ?? '',
		recordedAt: entry.recordedAt,
		daysLate: String(entry.daysLate),
		actor: entry.actor,
		kind: entry.kind,
		reason: entry.reason,
		document: entry.document,
		reverses: String(entry.reverses ?? ''),
		monthState: entry.monthState,
		isWithin: String(entry.isWithin),
		account: line.account,
		debit: line.debit,
		credit: line.credit,
		fund: line.fund ?? '',
		loan: line.loan ?? '',
	}));

const toAccountRow = (row: Answer['rows'][number]): Row => ({
	row: 'account',
	account: row.account,
	name: row.nameId,
	knownThen: row.knownThen,
	changeBefore: row.changeBefore,
	changeWithin: row.changeWithin,
	change: row.change,
	knownNow: row.knownNow,
	debitThen: row.turnoverThen.debit,
	creditThen: row.turnoverThen.credit,
	debitNow: row.turnoverNow.debit,
	creditNow: row.turnoverNow.credit,
});

/** Debits and credits apart: each pair is equal, which is what a total is looked at for. */
const toTotalRows = (totals: Answer['totals']): Row[] =>
	(['debit', 'credit'] as const).map((side) => ({
		row: 'total',
		account: side,
		name: side === 'debit' ? 'Jumlah debit' : 'Jumlah kredit',
		knownThen: totals.knownThen[side],
		changeBefore: '',
		changeWithin: totals.turnoverChange[side],
		change: totals.change[side],
		knownNow: totals.knownNow[side],
		debitThen: side === 'debit' ? totals.turnoverThen.debit : '',
		creditThen: side === 'credit' ? totals.turnoverThen.credit : '',
		debitNow: side === 'debit' ? totals.turnoverNow.debit : '',
		creditNow: side === 'credit' ? totals.turnoverNow.credit : '',
	}));
