import {postEntry} from '../../ledger/index.ts';
import {akadRules} from '../akad.ts';
import {draftProfitShare} from '../entries.ts';
import {refuse} from '../errors.ts';
import {requireStatus} from '../loan.ts';
import type {LendingWork, NewProfitShare} from '../ports.ts';
import {getLoan} from './get-loan.ts';
import {recordEvent} from './record-event.ts';

/** What a share of profit was given as. */
export type ProfitShare = {readonly receiptNumber: number; readonly entryNumber: number};

/**
 * Takes the cooperative's share of a profit that was really made. The capital stays as it is.
 * @throws DomainError `lending/no-profit-share`, `lending/paid-before-disbursement`, …
 */
export async function recordProfitShare(
	work: LendingWork,
	wanted: NewProfitShare,
): Promise<ProfitShare> {
	const {loan, book} = await getLoan(work, wanted.loan);
	// The last share may be reckoned when the capital is already back.
	if (loan.status !== 'settled') requireStatus(loan, 'disbursed');
	if (akadRules[loan.akad].earning !== 'share') {
		throw refuse('lending/no-profit-share', {akad: loan.akad});
	}
	if (wanted.paidOn < loan.disbursedOn!) {
		const values = {date: wanted.paidOn, disbursedOn: loan.disbursedOn!};
		throw refuse('lending/paid-before-disbursement', values, 'paidOn');
	}
	await work.ledger.lockTip(book);
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	const draft = draftProfitShare(loan, wanted.amount, {...wanted, receiptNumber});
	const entry = await postEntry(work, draft);
	await recordEvent(work, book, loan.id, {
		kind: 'profit-share',
		occurredOn: wanted.paidOn,
		reason: wanted.reason,
		document: `KW-${receiptNumber}`,
		entryNumber: entry.number,
	});
	return {receiptNumber, entryNumber: entry.number};
}
