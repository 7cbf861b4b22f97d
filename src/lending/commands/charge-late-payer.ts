import type {LocalDate} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import {arrearsOn} from '../arrears.ts';
import {requireHappened} from '../late-payer.ts';
import {
	type LateCharge,
	type NewTawidh,
	type NewTazir,
	decideTawidh,
	decideTazir,
} from '../late-charge.ts';
import {type Loan, requireStatus} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import {productOf} from './get-product.ts';
import {holdLoan} from './hold-loan.ts';
import {recordEvent} from './record-event.ts';

/** How late a loan is on a day, by the ledger and the schedule in force on it. */
export async function arrearsOfLoan(
	work: Pick<LendingWork, 'lending' | 'lateCharges'>,
	book: Book,
	loan: Loan,
	on: LocalDate,
) {
	const owed = await work.lateCharges.owedOn(book, loan.id, on);
	const schedule = await work.lending.findSchedule(book, loan.id, on);
	return {owed, schedule, arrears: arrearsOn(on, schedule?.instalments ?? [], owed)};
}

/**
 * Fines each late instalment of a loan that was not fined before, by the sum that was agreed.
 * Nothing is booked until it is paid: a fine is no claim of the cooperative's own.
 * @throws DomainError `lending/not-wilful`, `lending/no-late-fine`, `lending/loan-not-late`, …
 */
export async function chargeTazir(work: LendingWork, wanted: NewTazir): Promise<LateCharge[]> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	requireStatus(loan, 'disbursed');
	requireHappened(wanted.chargedOn, work.today(), 'chargedOn');
	const product = await productOf(work, book, loan);
	const {owed, schedule} = await arrearsOfLoan(work, book, loan, wanted.chargedOn);
	const charges = decideTazir(wanted, {
		loan,
		fine: product?.lateFine,
		schedule,
		owed,
		charges: await work.lateCharges.listCharges(book, loan.id),
		chargedBy: work.actor.name,
	});
	await record(work, book, charges);
	return charges;
}

/**
 * Claims what a member's lateness really cost, at most the sum of the costs that are proved.
 * @throws DomainError `lending/tawidh-above-costs`, `lending/cost-not-of-lateness`, …
 */
export async function claimTawidh(work: LendingWork, wanted: NewTawidh): Promise<LateCharge> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	requireStatus(loan, 'disbursed');
	requireHappened(wanted.claimedOn, work.today(), 'claimedOn');
	const lateDays = new Set<LocalDate>();
	for (const day of new Set(wanted.costs.map(({spentOn}) => spentOn))) {
		const {arrears} = await arrearsOfLoan(work, book, loan, day);
		if (arrears.daysPastDue > 0) lateDays.add(day);
	}
	const charge = decideTawidh(wanted, {
		loan,
		lateDays,
		charges: await work.lateCharges.listCharges(book, loan.id),
		chargedBy: work.actor.name,
	});
	await record(work, book, [charge]);
	return charge;
}

async function record(
	work: LendingWork,
	book: Book,
	charges: readonly LateCharge[],
): Promise<void> {
	await work.lateCharges.insertCharges(book, charges, work.now());
	for (const {loan, number, kind, chargedOn, amount, statement} of charges) {
		await recordEvent(work, book, loan, {
			kind: `${kind}-charged`,
			occurredOn: chargedOn,
			reason: statement,
			detail: {charge: String(number), amount: toText(amount)},
		});
	}
}
