import type {AccountCode, AllocationId} from '../kernel/ids.ts';
import {
	type Rupiah,
	add,
	compare,
	equals,
	isPositive,
	isZero,
	negate,
	subtract,
	sum,
	toText,
	zero,
} from '../kernel/money.ts';
import {type Account, type Line, credit, debit} from '../ledger/index.ts';
import {type ImportFinding, found} from './finding.ts';
import type {ControlTotals} from './import.ts';

/** A row of the trial balance of the old books. */
export type StatedBalance = {
	readonly sheet: string;
	readonly row: number;
	readonly account: AccountCode;
	readonly fund?: AllocationId;
	/** Debits less credits. */
	readonly balance: Rupiah;
};

/** What the ledger says of an account, by fund where it is kept so, at the cut-off day. */
export type HeldBalance = {
	readonly account: AccountCode;
	readonly fund?: string | undefined;
	/** Debits less credits. */
	readonly balance: Rupiah;
};

export type OpeningFacts = {
	readonly accounts: ReadonlyMap<AccountCode, Account>;
	readonly held: readonly HeldBalance[];
	/** Whose balances are the sums of loans: principal, net of what is not earned yet. */
	readonly loanAccounts: ReadonlySet<AccountCode>;
	/** What operations alone move, so that no opening entry may: loans, savings, the city's money. */
	readonly ofOperations: ReadonlySet<AccountCode>;
};

/** The entry that makes the ledger say what the old books said, and all that speaks against it. */
export type Opening = {
	readonly lines: readonly Line[];
	readonly findings: readonly ImportFinding[];
};

/**
 * Holds the trial balance of the old books against the control totals that somebody typed and
 * against the ledger, which has loans, savings and the city's money from operations by then. What
 * the ledger lacks of other accounts is the opening entry; what it lacks of those is a difference,
 * named to the rupiah and never booked.
 */
export function decideOpening(
	stated: readonly StatedBalance[],
	controls: ControlTotals,
	facts: OpeningFacts,
): Opening {
	const findings = [...controlFindings(stated, controls), ...loanFindings(stated, controls, facts)];
	const lines: Line[] = [];
	for (const {account, fund, wanted, held, place} of cellsOf(stated, facts)) {
		const difference = subtract(wanted, held);
		if (isZero(difference)) continue;
		if (facts.ofOperations.has(account)) {
			const name = facts.accounts.get(account)?.nameId ?? '';
			findings.push(
				found('imports/controlled-differs', place, {
					account,
					name,
					value: toText(wanted),
					expected: toText(held),
					difference: toText(difference),
				}),
			);
			continue;
		}
		const about = fund === undefined ? {} : {fund: fund as AllocationId};
		lines.push(
			isPositive(difference)
				? debit(account, difference, about)
				: credit(account, negate(difference), about),
		);
	}
	if (findings.length === 0 && lines.length === 0) {
		findings.push(found('imports/nothing-to-open', {sheet: '', row: 0}));
	}
	return {lines, findings};
}

type Cell = {
	readonly account: AccountCode;
	readonly fund?: string | undefined;
	readonly wanted: Rupiah;
	readonly held: Rupiah;
	readonly place: {readonly sheet: string; readonly row: number};
};

/** Every account, by fund where it is kept by fund, that either side knows of. */
function cellsOf(stated: readonly StatedBalance[], {accounts, held}: OpeningFacts): Cell[] {
	const isByFund = (account: AccountCode): boolean => accounts.get(account)?.floor === 'fund';
	const nameOf = (account: AccountCode, fund: string | undefined): string =>
		isByFund(account) ? `${account}/${fund ?? ''}` : account;
	const cells = new Map<string, Cell>();
	const put = (account: AccountCode, fund: string | undefined, change: Partial<Cell>): void => {
		const key = nameOf(account, fund);
		const before = cells.get(key);
		const kept = isByFund(account) && fund !== undefined ? {fund} : {};
		cells.set(key, {
			account,
			...kept,
			wanted: add(before?.wanted ?? zero, change.wanted ?? zero),
			held: add(before?.held ?? zero, change.held ?? zero),
			place: change.place ?? before?.place ?? {sheet: '', row: 0},
		});
	};
	for (const {account, fund, balance, sheet, row} of stated) {
		put(account, fund, {wanted: balance, place: {sheet, row}});
	}
	for (const {account, fund, balance} of held) put(account, fund, {held: balance});
	return [...cells.values()].sort((a, b) =>
		a.account === b.account ? (a.fund ?? '').localeCompare(b.fund ?? '') : order(a, b),
	);
}

const order = (a: Cell, b: Cell): number => (a.account < b.account ? -1 : 1);

const sideSum = (stated: readonly StatedBalance[], isDebit: boolean): Rupiah =>
	sum(
		stated.flatMap(({balance}) =>
			isPositive(balance) === isDebit ? [isDebit ? balance : negate(balance)] : [],
		),
	);

function controlFindings(
	stated: readonly StatedBalance[],
	controls: ControlTotals,
): ImportFinding[] {
	const place = {sheet: stated[0]?.sheet ?? '', row: 0};
	const [debits, credits] = [sideSum(stated, true), sideSum(stated, false)];
	const findings: ImportFinding[] = [];
	if (!equals(debits, credits)) {
		findings.push(
			found('imports/not-balanced', place, {
				value: toText(debits),
				expected: toText(credits),
				difference: toText(subtract(debits, credits)),
			}),
		);
	}
	const sums = [
		['debit', controls.debit, debits],
		['credit', controls.credit, credits],
	] as const;
	for (const [name, typed, actual] of sums) {
		if (compare(typed, actual) !== 0) {
			findings.push(controlDiffers({name, typed, actual, source: 'neraca saldo', place}));
		}
	}
	return findings;
}

/** The typed total of the loans against the loans themselves, and against the trial balance. */
function loanFindings(
	stated: readonly StatedBalance[],
	{loansPrincipal: typed}: ControlTotals,
	{held, loanAccounts}: OpeningFacts,
): ImportFinding[] {
	const ofLoans = (rows: readonly {account: AccountCode; balance: Rupiah}[]): Rupiah =>
		sum(rows.flatMap(({account, balance}) => (loanAccounts.has(account) ? [balance] : [])));
	const place = {sheet: stated[0]?.sheet ?? '', row: 0};
	const name = 'sisa pokok pembiayaan';
	return (
		[
			['jumlah pembiayaan yang tercatat', ofLoans(held)],
			['neraca saldo', ofLoans(stated)],
		] as const
	).flatMap(([source, actual]) =>
		compare(typed, actual) === 0 ? [] : [controlDiffers({name, typed, actual, source, place})],
	);
}

const controlDiffers = ({
	name,
	typed,
	actual,
	source,
	place,
}: {
	readonly name: string;
	readonly typed: Rupiah;
	readonly actual: Rupiah;
	readonly source: string;
	readonly place: {readonly sheet: string; readonly row: number};
}): ImportFinding =>
	found('imports/control-differs', place, {
		name,
		source,
		value: toText(typed),
		expected: toText(actual),
		difference: toText(subtract(typed, actual)),
	});
