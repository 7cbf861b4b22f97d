// Fund health is read from a rollup and what came since, and said to be what the lines say. Here
// over random histories with late payments, reversals, new schedules, write-offs, classes by hand
// and collateral, asked of random days as known at random moments, between random refreshings.
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {recordRemittance} from '../../src/fund/index.ts';
import {DomainError} from '../../src/kernel/errors.ts';
import {addDays} from '../../src/kernel/local-date.ts';
import {rupiah, sum, toText} from '../../src/kernel/money.ts';
import {everywhere} from '../../src/kernel/scope.ts';
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
import {
	type FundHealthFacts,
	type FundHealthSums,
	refreshFundRollup,
} from '../../src/reporting/index.ts';
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

let world: World;
let funded: Funded[];
test.before(async () => {
	world = await createWorld('2025-04-01');
	await openCity(world);
	funded = [await openFunded(world), await openFunded(world, '17.71.01.1002')];
});
test.after.always(async () => {
	await world.close();
});

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

const someStep = fc.record({
	kind: fc.constantFrom(...kinds),
	daysLater: fc.nat({max: 8}),
	daysBack: fc.oneof(fc.constant(0), fc.nat({max: 60})),
	which: fc.nat({max: 99}),
	amount: fc.integer({min: 1, max: 40}),
	isMurabahah: fc.boolean(),
	isSameMember: fc.boolean(),
});
type Step = typeof someStep extends fc.Arbitrary<infer Value> ? Value : never;

const loans: Loan[] = [];
let today = day('2025-04-01');

/** One step of a history; what the rules refuse does not happen. */
async function take(step: Step, at: number): Promise<void> {
	today = addDays(today, step.daysLater);
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
	if (loan !== undefined) await takeOf(step, loan, {on, document, amount});
}

type About = {
	readonly on: ReturnType<typeof addDays>;
	readonly document: string;
	readonly amount: ReturnType<typeof rupiah>;
};

async function takeOf(step: Step, {id: loan}: Loan, {on, document, amount}: About): Promise<void> {
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

/** What the rollup answers, what every line answers, and what provisioning says of the classes. */
async function ask(asOf: ReturnType<typeof addDays>, knownAt: Date | undefined) {
	const axes = {asOf, ...(knownAt === undefined ? {} : {knownAt})};
	const question = {axes, level: 'village', scope: everywhere, limit: 100} as const;
	return world.as(officer, async (work) => ({
		rolled: await work.reports.fundHealth(question),
		plain: await work.reports.fundHealth({...question, isPlain: true}),
		// Known at a moment it is computed by another way, which must come to the same.
		known: await work.reports.fundHealth({
			...question,
			axes: {asOf, knownAt: knownAt ?? new Date('2099-01-01')},
		}),
		classes: await work.provisioning.classSums(axes),
	}));
}

/** Kelurahan to kecamatan to city to province to the whole, and the programmes to it. */
function addsUp(t: ExecutionContext, facts: readonly FundHealthFacts[]): void {
	const levels = ['village', 'district', 'regency', 'province', 'programme'] as const;
	const whole = facts.find(({level}) => level === 'whole')!;
	for (const level of levels) {
		const rows = facts.filter((fact) => fact.level === level);
		for (const name of Object.keys(whole.sums) as (keyof FundHealthSums)[]) {
			t.is(
				toText(sum(rows.map(({sums}) => sums[name]))),
				toText(whole.sums[name]),
				`${level} ${name}`,
			);
		}
	}
}

test('whatever is refreshed and whenever it is asked, it is what the lines say', async (t) => {
	const moments: Date[] = [];
	let [refused, count] = [0, 0];
	await fc.assert(
		fc.asyncProperty(
			fc.array(someStep, {minLength: 6, maxLength: 14}),
			fc.array(fc.tuple(fc.nat(260), fc.nat(400)), {minLength: 3, maxLength: 5}),
			async (steps, questions) => {
				for (const [at, step] of steps.entries()) {
					try {
						await take(step, at);
					} catch (error) {
						if (!(error instanceof DomainError)) throw error;
						refused += 1;
					}
					moments.push(new Date(`${today}T05:00:00Z`));
					count += 1;
				}
				for (const [daysBack, moment] of questions) {
					const knownAt = moment % 2 === 0 ? undefined : moments[moment % moments.length];
					const {rolled, plain, known, classes} = await ask(addDays(today, -daysBack), knownAt);
					t.deepEqual(rolled, plain);
					t.deepEqual(rolled, known);
					addsUp(t, rolled);
					const whole = rolled.filter(({level}) => level === 'whole');
					const sums = whole
						.flatMap((fact) => fact.classes)
						.reduce((total, one) => total + one.loans, 0);
					t.is(
						sums,
						classes.reduce((total, one) => total + one.loans, 0),
					);
					t.is(
						toText(sum(whole.flatMap((fact) => fact.classes.map((one) => one.provision)))),
						toText(sum(classes.map((one) => one.provision))),
					);
				}
			},
		),
		{numRuns: 12, endOnFailure: true, includeErrorInReport: true},
	);
	// Chance makes the histories: enough of their steps must have been taken to tell of anything.
	const taken = count - refused;
	t.true(loans.length > 5 && taken > 20, `${loans.length} loans, ${taken} steps of ${count}`);
});
