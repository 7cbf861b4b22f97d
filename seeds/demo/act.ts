import type {Work} from '../../src/compose.ts';
import {type Member, cooperativeAccounts, registerMember} from '../../src/cooperatives/index.ts';
import {
	type Allocation,
	collectedNotRemitted,
	recordRemittance,
	recordTranche,
	reverseFundOperation,
} from '../../src/fund/index.ts';
import type {Actor} from '../../src/kernel/actor.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {type LocalDate, addDays, partsOf} from '../../src/kernel/local-date.ts';
import {compare, isPositive, rupiah, zero} from '../../src/kernel/money.ts';
import type {KelurahanCode} from '../../src/kernel/region-code.ts';
import {credit, debit, getBook, manualKind, postEntry} from '../../src/ledger/index.ts';
import {
	type Loan,
	applyForLoan,
	approveLoan,
	disburseLoan,
	quoteLoan,
	recordRepayment,
	rejectLoan,
	reverseLoanOperation,
	settleLoan,
} from '../../src/lending/index.ts';
import type {CooperativePlan, PlannedLoan, PlannedPayment, PlannedTranche} from './plan.ts';

/** What an act may need to know of the cooperative that it happens in. */
export type Stage = {
	readonly plan: CooperativePlan;
	readonly book: BookCode;
	readonly officer: Actor;
	readonly supervisor: Actor;
	readonly fundManager: Actor;
	readonly allocation: Allocation;
	readonly members: Map<number, Member>;
	readonly loans: Map<PlannedLoan, Loan>;
	readonly setDay: (day: LocalDate) => void;
};

/** One thing that happens on a day. */
export type Act = {
	readonly on: LocalDate;
	readonly run: (work: Work, stage: Stage) => Promise<void>;
};

const as = (work: Work, actor: Actor): Work => ({...work, actor});

/** Everything that members and officers do, in the order of its days. */
export function planActs({members, loans}: CooperativePlan): Act[] {
	const acts: Act[] = [
		...members.map((person, number) => ({on: person.joinedOn, run: join(number)})),
		...loans.flatMap((loan) => [
			{on: loan.appliedOn, run: apply(loan)},
			{on: addDays(loan.appliedOn, 1), run: decide(loan)},
			...(loan.fate === 'rejected' ? [] : [{on: addDays(loan.appliedOn, 2), run: disburse(loan)}]),
			...(loan.fate === 'taken-back'
				? [{on: addDays(loan.appliedOn, 6), run: takeBack(loan)}]
				: []),
			...loan.payments.map((payment) => ({on: payment.paidOn, run: pay(loan, payment)})),
		]),
	];
	return acts
		.map((act, index) => ({act, index}))
		.sort((a, b) => (a.act.on < b.act.on ? -1 : a.act.on > b.act.on ? 1 : a.index - b.index))
		.map(({act}) => act);
}

const join =
	(number: number): Act['run'] =>
	async (work, {plan, book, officer, members}) => {
		const person = plan.members[number]!;
		const kelurahanCode = plan.kelurahan as KelurahanCode;
		members.set(
			number,
			await registerMember(as(work, officer), {...person, cooperative: book, kelurahanCode}),
		);
	};

const apply =
	(planned: PlannedLoan): Act['run'] =>
	async (work, {officer, allocation, members, loans}) => {
		const {akad, purpose, principal, margin, instalments, appliedOn} = planned;
		const loan = await applyForLoan(as(work, officer), {
			member: members.get(planned.member)!.id,
			allocation: allocation.id,
			akad,
			purpose,
			principal,
			margin,
			instalments,
			appliedOn,
			periodUnit: 'month',
			periodEvery: 1,
		});
		loans.set(planned, loan);
	};

const decide =
	(planned: PlannedLoan): Act['run'] =>
	async (work, {supervisor, loans}) => {
		const loan = loans.get(planned)!.id;
		const decidedOn = addDays(planned.appliedOn, 1);
		if (planned.fate === 'rejected') {
			await rejectLoan(as(work, supervisor), {
				loan,
				decidedOn,
				reason: 'Masih menunggak di tempat lain',
			});
		} else {
			await approveLoan(as(work, supervisor), {
				loan,
				decidedOn,
				reason: 'Usaha layak, karakter baik',
			});
		}
	};

const disburse =
	(planned: PlannedLoan): Act['run'] =>
	async (work, {officer, loans}) => {
		const loan = loans.get(planned)!;
		const disbursedOn = addDays(planned.appliedOn, 2);
		const document = `BA-${loan.number}`;
		loans.set(
			planned,
			await disburseLoan(as(work, officer), {loan: loan.id, disbursedOn, document}),
		);
	};

const takeBack =
	(planned: PlannedLoan): Act['run'] =>
	async (work, {supervisor, loans}) => {
		const loan = loans.get(planned)!;
		await reverseLoanOperation(as(work, supervisor), {
			loan: loan.id,
			effectiveOn: addDays(planned.appliedOn, 6),
			reason: 'Anggota membatalkan akad',
			document: `BATAL-${loan.number}`,
		});
	};

const pay =
	(planned: PlannedLoan, {paidOn, amount, method, isMistake, isLast}: PlannedPayment): Act['run'] =>
	async (work, {officer, supervisor, loans, setDay}) => {
		const loan = loans.get(planned)!.id;
		const by = as(work, officer);
		const repayment = isLast
			? await settleLoan(by, {
					loan,
					paidOn,
					amount: (await quoteLoan(by, loan, paidOn)).total,
					method,
				})
			: await recordRepayment(by, {loan, paidOn, amount, method});
		if (!isMistake) return;
		const effectiveOn = addDays(paidOn, 5);
		setDay(effectiveOn);
		await reverseLoanOperation(as(work, supervisor), {
			loan,
			repayment: repayment.id,
			effectiveOn,
			reason: 'Salah anggota: kuitansi dibukukan pada pembiayaan lain',
			document: `KOREKSI-${repayment.receiptNumber}`,
		});
	};

/** The city pays a tranche out, and takes a mistaken one back three days later. */
export async function receiveTranche(
	work: Work,
	{plan, allocation, fundManager, setDay}: Stage,
	{amount, month, isMistake}: PlannedTranche,
	receivedOn: LocalDate,
): Promise<void> {
	const {year} = partsOf(receivedOn);
	const document = `SP2D/${year}/${String(plan.index + 1).padStart(3, '0')}-${month + 1}`;
	const tranche = await recordTranche(as(work, fundManager), {
		allocation: allocation.id,
		document,
		budgetYear: year,
		receivedOn,
		amount,
	});
	if (!isMistake) return;
	const effectiveOn = addDays(receivedOn, 3);
	setDay(effectiveOn);
	await reverseFundOperation(as(work, fundManager), {
		allocation: allocation.id,
		operation: tranche.id,
		effectiveOn,
		reason: 'SP2D dibatalkan, rekening tujuan keliru',
		document: `BATAL-${document}`,
	});
}

/** The cash box goes to the bank before the city is paid from there. */
async function deposit(
	work: Work,
	code: BookCode,
	allocation: Allocation,
	effectiveOn: LocalDate,
): Promise<void> {
	const {cash, fundBank} = cooperativeAccounts;
	const book = await getBook(work, code);
	const balances = await work.ledger.floorBalances(book, [debit(cash, zero)]);
	const held = balances.get(cash) ?? zero;
	if (!isPositive(held)) return;
	const fund = allocation.id;
	await postEntry(work, {
		book: code,
		effectiveOn,
		kind: manualKind,
		reason: 'Setoran kas ke bank dana bergulir',
		document: `SLIP-${effectiveOn}`,
		lines: [debit(fundBank, held, {fund}), credit(cash, held, {fund})],
	});
}

/**
 * All that was collected goes to the city, as far as the fund's bank account and cash box hold it.
 */
export async function remit(
	work: Work,
	{plan, allocation, book, officer, supervisor, fundManager, setDay}: Stage,
	remittedOn: LocalDate,
	isMistake: boolean,
): Promise<void> {
	const held = await collectedNotRemitted(work, await getBook(work, book), allocation);
	// Small change waits for the next time.
	if (!isPositive(held) || compare(held, rupiah('100000')) < 0) return;
	await deposit(as(work, supervisor), book, allocation, remittedOn);
	const {year, month} = partsOf(remittedOn);
	const document = `STS/${year}-${String(month).padStart(2, '0')}/${plan.index + 1}`;
	const wanted = {
		allocation: allocation.id,
		document,
		remittedOn,
		amount: held,
		method: 'bank',
	} as const;
	const remittance = await recordRemittance(as(work, officer), wanted);
	if (!isMistake) return;
	const effectiveOn = addDays(remittedOn, 1);
	setDay(effectiveOn);
	await reverseFundOperation(as(work, fundManager), {
		allocation: allocation.id,
		operation: remittance.id,
		effectiveOn,
		reason: 'Setoran ditolak bank, dibukukan kembali',
		document: `BATAL-${document}`,
	});
}
