import {getMember} from '../../cooperatives/index.ts';
import type {ClaimId, LoanId, RepaymentId} from '../../kernel/ids.ts';
import {type Rupiah, compare, toText} from '../../kernel/money.ts';
import {
	type Book,
	type EntryDraft,
	getBook,
	postEntry,
	reverseEntries,
} from '../../ledger/index.ts';
import {draftRepayment} from '../entries.ts';
import {refuse} from '../errors.ts';
import type {ClaimPayment, JointPayment, JointReversal} from '../group-ports.ts';
import {isGuarantor} from '../guarantor.ts';
import {
	type Claim,
	type ClaimMovement,
	decideClaimRepayment,
	decidePayer,
	draftClaimRepayment,
} from '../joint-liability.ts';
import type {Repayment} from '../loan.ts';
import {type DecidedPayment, type PaymentFacts, decidePayment} from '../payment.ts';
import type {LendingWork} from '../ports.ts';
import {getLoan} from './get-loan.ts';
import {recordEvent} from './record-event.ts';
import {recordSettledBy} from './record-settled-by.ts';

/** A repayment that another made, and the claim that they have from it. */
export type PaidForAnother = {readonly repayment: Repayment; readonly claim: ClaimId};

/**
 * Takes what a member of the same group, or a guarantor, pays on another's loan. The loan is repaid
 * as usual; the payer has a claim on the member for it.
 * @throws DomainError `lending/payer-not-liable`, and what a repayment is refused.
 */
export async function payForAnother(
	work: LendingWork,
	wanted: JointPayment,
): Promise<PaidForAnother> {
	const {loan, book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const payer = await getMember(work, wanted.payer);
	decidePayer(loan, payer, {
		isInGroup: await areInOneGroup(work, book, loan.member, payer.id),
		isGuarantor: isGuarantor(await work.groups.guarantors(book, loan.id), payer.id),
	});
	const facts = await getFacts(work, book, loan.id);
	const payment = decidePayment(facts, wanted);
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	const draft = draftRepayment(loan, payment, {...wanted, receiptNumber}, payment.extras);
	const reason = `${draft.reason}, dibayar anggota ${payer.number} (tanggung renteng)`;
	const repayment = await postRepayment(work, book, {
		draft: {...draft, reason},
		payment,
		paper: {...wanted, receiptNumber},
	});
	const claim = await makeClaim(work, book, repayment, {payer: payer.id, amount: payment.amount});
	await recordEvent(work, book, loan.id, {
		kind: 'joint-payment',
		occurredOn: wanted.paidOn,
		document: draft.document,
		entryNumber: repayment.entryNumber,
		detail: {payer: payer.id, amount: toText(payment.amount)},
	});
	return {repayment, claim};
}

/** Whether two members are in one running group. */
async function areInOneGroup(
	work: LendingWork,
	book: Book,
	one: JointPayment['payer'],
	other: JointPayment['payer'],
): Promise<boolean> {
	const running = async (member: JointPayment['payer']) =>
		(await work.groups.membershipsOf(book, member)).find(({leftOn}) => leftOn === undefined);
	const [mine, theirs] = [await running(one), await running(other)];
	return mine !== undefined && mine.group === theirs?.group;
}

/** All that is to be known of one loan. @throws DomainError `lending/unknown-loan`. */
export async function getFacts(
	work: Pick<LendingWork, 'groups'>,
	book: Book,
	loan: LoanId,
): Promise<PaymentFacts> {
	const facts = (await work.groups.paymentFacts(book, {loans: [loan]})).get(loan);
	if (!facts) throw refuse('lending/unknown-loan', {loan}, 'loan');
	return facts;
}

/** Posts a repayment and keeps it with its receipt. */
export async function postRepayment(
	work: LendingWork,
	book: Book,
	{
		draft,
		payment,
		paper,
	}: {
		readonly draft: EntryDraft;
		readonly payment: DecidedPayment;
		readonly paper: Pick<Repayment, 'loan' | 'paidOn' | 'method' | 'receiptNumber'>;
	},
): Promise<Repayment> {
	const entry = await postEntry(work, draft);
	const repayment: Repayment = {
		id: work.newId() as RepaymentId,
		loan: paper.loan,
		receiptNumber: paper.receiptNumber,
		paidOn: paper.paidOn,
		method: paper.method,
		amount: payment.amount,
		principal: payment.principal,
		margin: payment.margin,
		entryNumber: entry.number,
		receivedBy: work.actor.name,
		replay: 0,
		isReversed: false,
	};
	await work.groups.insertRepayments(book, [repayment]);
	if (payment.isLast) await recordSettledBy(work, book, [repayment]);
	return repayment;
}

/** The claim of whoever paid for another. */
export async function makeClaim(
	work: LendingWork,
	book: Book,
	repayment: Repayment,
	{payer, amount}: {readonly payer: Claim['payer']; readonly amount: Rupiah},
): Promise<ClaimId> {
	const id = work.newId() as ClaimId;
	await work.groups.insertClaim(book, {
		id,
		loan: repayment.loan,
		payer,
		repayment: repayment.id,
		entryNumber: repayment.entryNumber,
		incurredOn: repayment.paidOn,
		amount,
	});
	return id;
}

/**
 * The member pays back, through the cooperative, who paid for them; it is kept for the payer.
 * @throws DomainError `lending/claim-repaid-too-much`, `lending/claim-before-incurred`.
 */
export async function repayClaim(work: LendingWork, wanted: ClaimPayment): Promise<ClaimMovement> {
	const {book} = await getClaim(work, wanted.claim);
	await work.ledger.lockTip(book);
	const {claim} = await getClaim(work, wanted.claim);
	decideClaimRepayment(claim, wanted);
	const document = `KW-${await work.lending.nextReceiptNumber(book)}`;
	const paper = {on: wanted.paidOn, method: wanted.method, document};
	const entry = await postEntry(work, draftClaimRepayment(book.code, claim, wanted.amount, paper));
	const movement: ClaimMovement = {
		id: work.newId(),
		claim: claim.id,
		kind: 'repaid',
		effectiveOn: wanted.paidOn,
		amount: wanted.amount,
		document,
		entryNumber: entry.number,
		recordedBy: work.actor.name,
	};
	await work.groups.insertClaimMovement(book, movement);
	return movement;
}

/**
 * Takes the repayment of a claim back, as long as the payer has it in their deposit.
 * @throws DomainError `lending/unknown-claim-repayment`, `lending/already-reversed`,
 * `lending/claim-deposit-spent`.
 */
export async function reverseClaimRepayment(
	work: LendingWork,
	wanted: JointReversal & {readonly claim: ClaimId; readonly movement: string},
): Promise<void> {
	const {claim, book} = await getClaim(work, wanted.claim);
	await work.ledger.lockTip(book);
	const movements = await work.groups.claimMovements(book, claim.id);
	const movement = movements.find(
		({id, kind, reverses}) => id === wanted.movement && kind === 'repaid' && reverses === undefined,
	);
	if (!movement) {
		const values = {repayment: wanted.movement};
		throw refuse('lending/unknown-claim-repayment', values, 'repayment');
	}
	if (movement.isReversed) {
		throw refuse('lending/already-reversed', {receipt: movement.document}, 'repayment');
	}
	const balance = await work.groups.memberDeposit(book, claim.payer);
	if (compare(movement.amount, balance) > 0) {
		const values = {balance: toText(balance), amount: toText(movement.amount)};
		throw refuse('lending/claim-deposit-spent', values, 'repayment');
	}
	const reference = {book: book.code, number: movement.entryNumber};
	const [entry] = await reverseEntries(work, [reference], wanted);
	await work.groups.insertClaimMovement(book, {
		id: work.newId(),
		claim: claim.id,
		kind: 'repaid',
		effectiveOn: wanted.effectiveOn,
		amount: movement.amount,
		document: wanted.document,
		entryNumber: entry!.number,
		reverses: movement.id,
		recordedBy: work.actor.name,
	});
}

/** The claim with an identity, and its book. @throws DomainError `lending/unknown-claim`. */
export async function getClaim(work: Pick<LendingWork, 'groups' | 'ledger'>, id: ClaimId) {
	const found = await work.groups.findClaim(id);
	if (!found) throw refuse('lending/unknown-claim', {claim: id}, 'claim');
	return {claim: found.claim, book: await getBook(work, found.book)};
}
