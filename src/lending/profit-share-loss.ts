import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	isPositive,
	min,
	subtract,
	sum,
	toText,
	zero,
} from '../kernel/money.ts';
import {type EntryDraft, credit, debit} from '../ledger/index.ts';
import {akadRules} from './akad.ts';
import {refuse} from './errors.ts';
import type {Instalment, Loan} from './loan.ts';

/**
 * Capital that was lost and not by the partner's fault is the loss of whoever gave it (DSN-MUI
 * 7/2000, 8/2000). What is lost is not owed.
 * @throws DomainError `lending/no-profit-share`, `lending/loses-more-than-capital`.
 */
export function decideLoss({akad}: Pick<Loan, 'akad'>, amount: Rupiah, capital: Rupiah): void {
	if (akadRules[akad].earning !== 'share') throw refuse('lending/no-shared-loss', {akad});
	if (compare(amount, capital) <= 0) return;
	const values = {amount: toText(amount), capital: toText(capital)};
	throw refuse('lending/loses-more-than-capital', values, 'amount');
}

/** The entry of a loss on capital that was given (PSAK 405, 406). */
export function draftLoss(
	loan: Loan,
	amount: Rupiah,
	{lostOn, reason, document}: {lostOn: LocalDate; reason: string; document: string},
): EntryDraft {
	const about = {fund: loan.allocation, loan: loan.id, member: loan.member};
	return {
		book: loan.book,
		effectiveOn: lostOn,
		kind: 'profit-share-loss',
		reason: `Kerugian ${loan.akad} nomor ${loan.number}: ${reason}`,
		document,
		lines: [
			debit(cooperativeAccounts.profitShareLoss, amount, about),
			credit(akadRules[loan.akad].receivable, amount, about),
		],
	};
}

/**
 * The instalments that ask for `owed` once what was paid is taken off the oldest and what was lost
 * off the last: a loss does not count as a payment of what is late.
 */
export function restOf(
	instalments: readonly Instalment[],
	owed: Rupiah,
	lost: Rupiah = zero,
): Instalment[] {
	let paid = subtract(sum(instalments.map(({principal}) => principal)), owed);
	const unpaid = instalments.map((row) => {
		const off = min(row.principal, paid);
		paid = subtract(paid, off);
		return {...row, principal: subtract(row.principal, off)};
	});
	let left = subtract(owed, lost);
	const asked = unpaid.map((row) => {
		const principal = min(row.principal, left);
		left = subtract(left, principal);
		return {...row, principal};
	});
	let after = subtract(owed, lost);
	return asked
		.filter(({principal}) => isPositive(principal))
		.map((row, index) => {
			after = subtract(after, add(row.principal, row.margin));
			return {...row, number: index + 1, owedAfter: after};
		});
}
