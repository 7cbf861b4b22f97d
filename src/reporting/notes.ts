import {benevolenceAccounts, cashAccounts, cooperativeAccounts} from '../cooperatives/index.ts';
import {cityAccounts} from '../fund/index.ts';
import type {AccountCode} from '../kernel/ids.ts';
import {type Rupiah, add, isZero, sum, zero} from '../kernel/money.ts';
import type {Account, Book, Side} from '../ledger/index.ts';
import {type Turnover, subtractTurnover} from './turnover.ts';

/** What an account was moved by, for one fund or none, by one kind of entry. */
export type TurnoverCell = {
	readonly account: Account;
	readonly fund?: string;
	readonly kind: string;
	readonly turnover: Turnover;
};

/** The tables of the notes to the financial statements (CALK), each on one side of the sheet. */
export const noteNames = [
	'cash',
	'receivables',
	'investment',
	'provision',
	'claims',
	'city-debt',
	'equity',
	'benevolence',
] as const;
export type NoteName = (typeof noteNames)[number];

type Wanted = {
	readonly note: NoteName;
	readonly side: Side;
	/** What a row of it is of. */
	readonly by: 'account' | 'fund' | 'kind';
	readonly isOf: (account: Account) => boolean;
};

const among =
	(codes: readonly AccountCode[]) =>
	({code}: Account): boolean =>
		codes.includes(code);
const isEquity = (account: Account): boolean => account.class === 'equity';
// Receivables and financing under every akad with what is deducted from them, but the allowance.
const isReceivable = ({code}: Account): boolean => /^1\.2\.(?:0\d|1[0-8])$/u.test(code);

const ofCooperative: readonly Wanted[] = [
	{note: 'cash', side: 'debit', by: 'account', isOf: among(cashAccounts)},
	{note: 'receivables', side: 'debit', by: 'account', isOf: isReceivable},
	{
		note: 'provision',
		side: 'credit',
		by: 'kind',
		isOf: among([cooperativeAccounts.allowance]),
	},
	{
		note: 'city-debt',
		side: 'credit',
		by: 'fund',
		isOf: among([
			cooperativeAccounts.fundDebt,
			cooperativeAccounts.collectedForCity,
			cooperativeAccounts.cityShareDebt,
		]),
	},
	{note: 'equity', side: 'credit', by: 'account', isOf: isEquity},
	{note: 'benevolence', side: 'credit', by: 'account', isOf: among(benevolenceAccounts)},
];

const ofCity: readonly Wanted[] = [
	{note: 'cash', side: 'debit', by: 'account', isOf: among([cityAccounts.cash])},
	{
		note: 'investment',
		side: 'debit',
		by: 'fund',
		isOf: among([cityAccounts.investment, cityAccounts.currentPortion]),
	},
	{note: 'provision', side: 'credit', by: 'fund', isOf: among([cityAccounts.doubtful])},
	{note: 'claims', side: 'debit', by: 'fund', isOf: among([cityAccounts.claims])},
	{note: 'equity', side: 'credit', by: 'account', isOf: isEquity},
];

export type NoteAmounts = {
	readonly opening: Rupiah;
	readonly increase: Rupiah;
	readonly decrease: Rupiah;
	readonly closing: Rupiah;
};

/** A row of a table: of one account, and of one fund or kind of entry where the table has these. */
export type NoteRow = NoteAmounts & {
	readonly account: Account;
	/** The identity of an allocation; undefined of what names none. */
	readonly fund?: string;
	readonly kind?: string;
};

export type NoteTable = {
	readonly note: NoteName;
	readonly side: Side;
	readonly rows: readonly NoteRow[];
	readonly totals: NoteAmounts;
};

/**
 * The notes of a book for a period, from all that was moved up to the day before it and up to its
 * end. The closings of a table add up to its accounts in the statement of financial position.
 */
export function buildNotes(
	{kind}: Pick<Book, 'kind'>,
	before: readonly TurnoverCell[],
	upTo: readonly TurnoverCell[],
): NoteTable[] {
	return (kind === 'city' ? ofCity : ofCooperative).map((wanted) => {
		const rows = rowsOf(wanted, before, upTo);
		const total = (name: keyof NoteAmounts): Rupiah => sum(rows.map((row) => row[name]));
		return {
			note: wanted.note,
			side: wanted.side,
			rows,
			totals: {
				opening: total('opening'),
				increase: total('increase'),
				decrease: total('decrease'),
				closing: total('closing'),
			},
		};
	});
}

function rowsOf(
	{side, by, isOf}: Wanted,
	before: readonly TurnoverCell[],
	upTo: readonly TurnoverCell[],
): NoteRow[] {
	const earlier = new Map(before.map((cell) => [cellName(cell), cell.turnover]));
	const rows = new Map<string, NoteRow>();
	for (const cell of upTo) {
		if (!isOf(cell.account)) continue;
		const opening = earlier.get(cellName(cell)) ?? {debit: zero, credit: zero};
		const within = subtractTurnover(cell.turnover, opening);
		const subject = {
			account: cell.account,
			...(by === 'fund' && cell.fund !== undefined ? {fund: cell.fund} : {}),
			...(by === 'kind' ? {kind: cell.kind} : {}),
		};
		const name = `${cell.account.code} ${subject.fund ?? ''} ${subject.kind ?? ''}`;
		rows.set(name, addTo(rows.get(name) ?? {...subject, ...nothing}, side, opening, within));
	}
	return [...rows.entries()]
		.filter(([, {opening, increase, decrease}]) => ![opening, increase, decrease].every(isZero))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, row]) => row);
}

const nothing: NoteAmounts = {opening: zero, increase: zero, decrease: zero, closing: zero};

const cellName = ({account, fund, kind}: TurnoverCell): string =>
	`${account.code} ${fund ?? ''} ${kind}`;

function addTo(row: NoteRow, side: Side, opening: Turnover, within: Turnover): NoteRow {
	const other = side === 'debit' ? 'credit' : 'debit';
	const held = opening[side].minus(opening[other]) as Rupiah;
	const opens = add(row.opening, held);
	const increase = add(row.increase, within[side]);
	const decrease = add(row.decrease, within[other]);
	const closing = add(opens, increase.minus(decrease) as Rupiah);
	return {...row, opening: opens, increase, decrease, closing};
}
