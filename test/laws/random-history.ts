// Random histories of two cooperatives: late payments, reversals, new schedules, write-offs,
// classes by hand and collateral, for laws that must hold whatever happened.
import fc from 'fast-check';
import {recordRemittance} from '../../src/fund/index.ts';
import {type LocalDate, addDays} from '../../src/kernel/local-date.ts';
import {type Rupiah, rupiah} from '../../src/kernel/money.ts';
import {
	type Loan,
	recordRecovery,
	recordRepayment,
	restructureLoan,
	reverseLoanOperation,
	takeCollateral,
	writeOffLoan,
} from '../../src/lending/index.ts';
import {setManualClass} from '../../src/provisioning/index.ts';
import {refreshFundRollup} from '../../src/reporting/index.ts';
import {
	type Funded,
	type World,
	city,
	createWorld,
	day,
	fundManager,
	joinMember,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../helpers/world.ts';

const kinds = [
	'lend',
	'lend',
	'pay',
	'pay',
	'pay',
	'pay',
	'take-back',
	'ease',
	'write-off',
	'recover',
	'remit',
	'class',
	'pledge',
	'refresh',
	'refresh',
	'wait',
] as const;

export const someStep = fc.record({
	kind: fc.constantFrom(...kinds),
	daysLater: fc.nat({max: 8}),
	daysBack: fc.oneof(fc.constant(0), fc.nat({max: 60})),
	which: fc.nat({max: 99}),
	amount: fc.integer({min: 1, max: 40}),
	isMurabahah: fc.boolean(),
	isSameMember: fc.boolean(),
});
export type Step = typeof someStep extends fc.Arbitrary<infer Value> ? Value : never;

export type History = {
	readonly world: World;
	readonly funded: readonly Funded[];
	readonly loans: Loan[];
	today: LocalDate;
};

/** A city with two cooperatives on 1 April 2025, to which nothing has happened yet. */
export async function beginHistory(): Promise<History> {
	const world = await createWorld('2025-04-01');
	await openCity(world);
	const funded = [await openFunded(world), await openFunded(world, '17.71.01.1002')];
	return {world, funded, loans: [], today: day('2025-04-01')};
}

/** One step of a history; what the rules refuse does not happen. */
export async function take(history: History, step: Step, at: number): Promise<void> {
	const {world, funded, loans} = history;
	const today = addDays(history.today, step.daysLater);
	history.today = today;
	world.setDay(today);
	const on = addDays(today, -step.daysBack);
	const own = funded[step.which % funded.length]!;
	const loan = loans[step.which % Math.max(1, loans.length)];
	const document = `D-${today}-${at}`;
	const amount = rupiah(String(step.amount * 41_003));
	if (step.kind === 'refresh') {
		await world.as(officer, async (work) => refreshFundRollup(work, own.book));
		if (step.isSameMember) {
			await world.as(officer, async (work) => refreshFundRollup(work, city));
		}
		return;
	}
	if (step.kind === 'wait') return;
	if (step.kind === 'lend') {
		const again = loans.findLast(({book}) => book === own.book);
		const member =
			step.isSameMember && again
				? again.member
				: (await joinMember(world, own.book, {joinedOn: day('2025-01-11')})).id;
		loans.push(
			await lend(world, own, {
				akad: step.isMurabahah ? 'murabahah' : 'qardh',
				margin: step.isMurabahah ? '70001' : '0',
				principal: String(step.amount * 50_000),
				instalments: 1 + (step.which % 7),
				disbursedOn: on < '2025-02-01' ? '2025-02-01' : on,
				member,
			}),
		);
		return;
	}
	if (step.kind === 'remit') {
		const allocation = own.allocation.id;
		const method = 'cash';
		await world.as(fundManager, async (work) =>
			recordRemittance(work, {allocation, remittedOn: on, amount, method, document}),
		);
		return;
	}
	if (loan !== undefined) await takeOf(history, step, loan, {on, document, amount});
}

type About = {
	readonly on: LocalDate;
	readonly document: string;
	readonly amount: Rupiah;
};

async function takeOf(
	{world, loans, today}: History,
	step: Step,
	{id: loan}: Loan,
	{on, document, amount}: About,
): Promise<void> {
	const reason = 'Uji';
	switch (step.kind) {
		case 'pay':
			await world.as(officer, async (work) =>
				recordRepayment(work, {loan, paidOn: on, amount, method: 'cash'}),
			);
			return;
		case 'take-back':
			await world.as(officer, async (work) => {
				const book = (await work.ledger.findBook(loans.find(({id}) => id === loan)!.book))!;
				const repayment = (await work.lending.repayments(book, loan)).at(-1);
				if (repayment === undefined && step.isMurabahah) return;
				await reverseLoanOperation(work, {
					loan,
					...(repayment === undefined ? {} : {repayment: repayment.id}),
					effectiveOn: today,
					reason,
					document,
				});
			});
			return;
		case 'ease':
			await world.as(supervisor, async (work) =>
				restructureLoan(work, {
					loan,
					effectiveOn: on,
					instalments: 1 + (step.which % 12),
					reason,
					document,
				}),
			);
			return;
		case 'write-off':
			await world.as(supervisor, async (work) =>
				writeOffLoan(work, {loan, writtenOffOn: on, reason, document}),
			);
			return;
		case 'recover':
			await world.as(officer, async (work) =>
				recordRecovery(work, {loan, paidOn: on, amount, method: 'cash'}),
			);
			return;
		case 'class':
			await world.as(supervisor, async (work) =>
				setManualClass(work, {
					loan,
					policy: step.isMurabahah ? 'koperasi' : 'pojk-62',
					...(step.isSameMember ? {class: 'macet'} : {}),
					effectiveFrom: on,
					reason,
				}),
			);
			return;
		case 'pledge':
			await world.as(officer, async (work) =>
				takeCollateral(work, {
					loan,
					kind: 'gold',
					description: 'Cincin',
					owner: 'Anggota',
					document,
					place: 'Brankas',
					takenOn: on,
					appraisal: {appraisedOn: on, value: amount, appraiser: 'Penaksir'},
				}),
			);
			return;
		default:
	}
}
