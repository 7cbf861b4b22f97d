import {addDays} from '../../kernel/local-date.ts';
import {toText, zero} from '../../kernel/money.ts';
import {
	type DemandLetter,
	type NewLetter,
	type NewPromise,
	type NewVisit,
	type PaymentPromise,
	type Visit,
	decideLetterLevel,
	decidePromise,
	requireHappened,
} from '../late-payer.ts';
import {requireStatus} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import {arrearsOfLoan} from './charge-late-payer.ts';
import {holdLoan} from './hold-loan.ts';
import {recordEvent} from './record-event.ts';

/**
 * Records what somebody promised to pay.
 * @throws DomainError `lending/promise-before-given`, `lending/promise-above-owed`, …
 */
export async function recordPromise(
	work: LendingWork,
	wanted: NewPromise,
): Promise<PaymentPromise> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	requireStatus(loan, 'disbursed');
	const {promisedOn, payOn, amount, promisedBy} = wanted;
	requireHappened(promisedOn, work.today(), 'promisedOn');
	decidePromise(wanted, await work.lateCharges.owedOn(book, loan.id, promisedOn));
	const earlier = await work.latePayers.promises(book, loan.id, work.today());
	const promise = {
		...wanted,
		number: earlier.length + 1,
		recordedBy: work.actor.name,
		paid: zero,
	};
	await work.latePayers.insertPromise(book, promise, work.now());
	await recordEvent(work, book, loan.id, {
		kind: 'payment-promised',
		occurredOn: promisedOn,
		detail: {promise: String(promise.number), payOn, amount: toText(amount), promisedBy},
	});
	// What was paid since a promise of an earlier day counts for it.
	const recorded = await work.latePayers.promises(book, loan.id, work.today());
	return recorded.at(-1)!;
}

/** Records a visit: who went, whom they met, what they found. */
export async function recordVisit(work: LendingWork, wanted: NewVisit): Promise<Visit> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	const {visitedOn, visitor, met, found} = wanted;
	requireHappened(visitedOn, work.today(), 'visitedOn');
	const earlier = await work.latePayers.visits(book, loan.id);
	const visit = {...wanted, number: earlier.length + 1, recordedBy: work.actor.name};
	await work.latePayers.insertVisit(book, visit, work.now());
	await recordEvent(work, book, loan.id, {
		kind: 'visited',
		occurredOn: visitedOn,
		reason: found,
		detail: {visit: String(visit.number), visitor, met},
	});
	return visit;
}

/**
 * Gives the next demand letter its number, with how late the loan is on its day.
 * @throws DomainError `lending/loan-not-late`, `lending/letters-sent`, …
 */
export async function issueLetter(work: LendingWork, wanted: NewLetter): Promise<DemandLetter> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	const {issuedOn} = wanted;
	requireHappened(issuedOn, work.today(), 'issuedOn');
	const {arrears} = await arrearsOfLoan(work, book, loan, issuedOn);
	const level = decideLetterLevel(issuedOn, {
		loan,
		arrears,
		since: addDays(issuedOn, -arrears.daysPastDue),
		letters: await work.latePayers.letters(book, loan.id),
	});
	const letter = {
		...wanted,
		...arrears,
		level,
		number: await work.latePayers.nextLetterNumber(book),
		recordedBy: work.actor.name,
	};
	await work.latePayers.insertLetter(book, letter, work.now());
	await recordEvent(work, book, loan.id, {
		kind: 'demand-letter',
		occurredOn: issuedOn,
		document: `SP-${letter.number}`,
		detail: {
			level: String(level),
			daysPastDue: String(arrears.daysPastDue),
			overdue: toText(arrears.overdue),
		},
	});
	return letter;
}
