import type {AccountCode} from '../kernel/ids.ts';
import {type Rupiah, add, equals, isNegative, isZero, negate, zero} from '../kernel/money.ts';
import type {Account} from '../ledger/index.ts';
import type {AccountTurnover} from './trial-balance.ts';
import {
	type Turnover,
	addTurnovers,
	nothingMoved,
	onNormalSide,
	subtractTurnover,
} from './turnover.ts';

/** What entries that came since moved on one account, by whether they count before the period. */
export type LateTurnover = {
	readonly code: AccountCode;
	readonly before: Turnover;
	readonly within: Turnover;
};

/**
 * The same books read at two moments, and what came between them. The balances and the entries
 * come from different questions, so that their agreement proves something.
 */
export type RestatementFacts = {
	readonly chart: ReadonlyMap<AccountCode, Account>;
	/** Up to the last day of the period. */
	readonly knownThen: readonly AccountTurnover[];
	readonly knownNow: readonly AccountTurnover[];
	/** Up to the day before the period. */
	readonly beforeThen: readonly AccountTurnover[];
	readonly beforeNow: readonly AccountTurnover[];
	readonly late: readonly LateTurnover[];
};

/** One account; balances on its normal side, as of the period's last day. */
export type RestatementRow = {
	readonly account: Account;
	readonly knownThen: Rupiah;
	/** By entries that came since and count before the period. */
	readonly changeBefore: Rupiah;
	/** By entries that came since and count within the period. */
	readonly changeWithin: Rupiah;
	readonly change: Rupiah;
	readonly knownNow: Rupiah;
	/** Within the period. */
	readonly turnoverThen: Turnover;
	readonly turnoverChange: Turnover;
	readonly turnoverNow: Turnover;
	/** Whether an entry that came since touches it, though its balance may be the same again. */
	readonly isChanged: boolean;
};

export type RestatementTotals = {
	/** The two columns of the trial balance. */
	readonly knownThen: Turnover;
	readonly knownNow: Turnover;
	/** All that was debited and credited by entries that came since. */
	readonly change: Turnover;
	readonly turnoverThen: Turnover;
	readonly turnoverChange: Turnover;
	readonly turnoverNow: Turnover;
	/**
	 * Known then + change = known now on every account, in balance and in turnover, and debit =
	 * credit in every total.
	 */
	readonly isProven: boolean;
};

export type RestatedAccounts = {
	readonly rows: readonly RestatementRow[];
	readonly totals: RestatementTotals;
};

/** How each account stood as it was known then, what came since, and how it stands now. */
export function restateAccounts(facts: RestatementFacts): RestatedAccounts {
	const read = {
		knownThen: byCode(facts.knownThen),
		knownNow: byCode(facts.knownNow),
		beforeThen: byCode(facts.beforeThen),
		beforeNow: byCode(facts.beforeNow),
	};
	const late = new Map(facts.late.map((one) => [one.code, one]));
	const codes = new Set([...late.keys(), ...Object.values(read).flatMap((map) => [...map.keys()])]);
	const rows = [...facts.chart.values()]
		.filter(({code}) => codes.has(code))
		.map((account) => {
			const of = (map: ReadonlyMap<AccountCode, Turnover>): Turnover =>
				map.get(account.code) ?? nothingMoved;
			const known = {then: of(read.knownThen), now: of(read.knownNow)};
			const before = {then: of(read.beforeThen), now: of(read.beforeNow)};
			const came = late.get(account.code);
			const changeBefore = onNormalSide(account, came?.before ?? nothingMoved);
			const changeWithin = onNormalSide(account, came?.within ?? nothingMoved);
			return {
				account,
				knownThen: onNormalSide(account, known.then),
				changeBefore,
				changeWithin,
				change: add(changeBefore, changeWithin),
				knownNow: onNormalSide(account, known.now),
				turnoverThen: subtractTurnover(known.then, before.then),
				turnoverChange: came?.within ?? nothingMoved,
				turnoverNow: subtractTurnover(known.now, before.now),
				isChanged: came !== undefined,
			};
		});
	return {rows, totals: totalsOf(rows, facts.late)};
}

function totalsOf(
	rows: readonly RestatementRow[],
	late: readonly LateTurnover[],
): RestatementTotals {
	const totals = {
		knownThen: columns(rows.map(({account, knownThen}) => [account, knownThen])),
		knownNow: columns(rows.map(({account, knownNow}) => [account, knownNow])),
		change: addTurnovers(late.flatMap(({before, within}) => [before, within])),
		turnoverThen: addTurnovers(rows.map(({turnoverThen}) => turnoverThen)),
		turnoverChange: addTurnovers(rows.map(({turnoverChange}) => turnoverChange)),
		turnoverNow: addTurnovers(rows.map(({turnoverNow}) => turnoverNow)),
	};
	const isProven =
		rows.every(addsUp) && Object.values(totals).every(({debit, credit}) => equals(debit, credit));
	return {...totals, isProven};
}

const addsUp = (row: RestatementRow): boolean =>
	equals(add(row.knownThen, row.change), row.knownNow) &&
	isNothing(
		subtractTurnover(addTurnovers([row.turnoverThen, row.turnoverChange]), row.turnoverNow),
	);

/** Each balance in the column of the side on which it stands. */
const columns = (balances: readonly (readonly [Account, Rupiah])[]): Turnover =>
	addTurnovers(
		balances.map(([{normalSide}, balance]) => {
			const isDebit = (normalSide === 'debit') !== isNegative(balance);
			const amount = isNegative(balance) ? negate(balance) : balance;
			return isDebit ? {debit: amount, credit: zero} : {debit: zero, credit: amount};
		}),
	);

const byCode = (turnovers: readonly AccountTurnover[]): Map<AccountCode, Turnover> =>
	new Map(
		turnovers.map(({account, debits, credits}) => [account.code, {debit: debits, credit: credits}]),
	);

const isNothing = ({debit, credit}: Turnover): boolean => isZero(debit) && isZero(credit);
