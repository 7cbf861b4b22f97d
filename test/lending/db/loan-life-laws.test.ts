// The laws of how loans go on and end against everyone who connects as the application: with SQL,
// past all of our code. Each test first shows that the honest one beside it is taken.
import test from 'ava';
import type {Knex} from 'knex';
import {rupiah} from '../../../src/kernel/money.ts';
import {confirmClose, requestClose} from '../../../src/ledger/index.ts';
import {
	type Loan,
	applyForLoan,
	approveLoan,
	disburseLoan,
	recordRepayment,
	restructureLoan,
	reverseLoanOperation,
	settleLoan,
	writeOffLoan,
} from '../../../src/lending/index.ts';
import {type LawBreach, asService, forge, lawOf} from '../../ledger/db/forge.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	fundManager,
	joinMember,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
let funded: Funded;
let bookId: number;
let loan: Loan;

const price = {akad: 'murabahah', principal: '1200000', margin: '240000'} as const;

test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	loan = await lend(world, funded, price);
	bookId = (
		await world.database.owner.raw<{rows: {id: number}[]}>('select id from books where code = ?', [
			funded.book,
		])
	).rows[0]!.id;
});
test.after.always(async () => {
	await world.close();
});

const run = async (sql: (trx: Knex) => Promise<unknown>): Promise<void> =>
	asService(world.database.service, sql);

/** What is forged breaks the law; what is honest beside it is taken. */
const breaks = test.macro({
	async exec(
		t,
		law: string,
		forged: (trx: Knex) => Promise<unknown>,
		honest: (trx: Knex) => Promise<unknown>,
	) {
		await t.notThrowsAsync(run(honest));
		const error = await t.throwsAsync<LawBreach>(run(forged));
		t.is(lawOf(error), law, error.message);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

const key = () => ({book_id: bookId, loan_id: loan.id});

const become = async (trx: Knex, status: string, of = loan.id) =>
	trx('loans').where({book_id: bookId, id: of}).update({status});

const tell = async (trx: Knex, kind: string, actor = 'penyelia') =>
	trx.raw(
		`insert into loan_events (book_id, loan_id, sequence, kind, occurred_on, recorded_at, actor)
		select :book, :loan, max(sequence) + 1, :kind, '2025-09-01', now(), :actor
		from loan_events where book_id = :book and loan_id = :loan`,
		{book: bookId, loan: loan.id, kind, actor},
	);

const schedule = async (
	trx: Knex,
	total = '1440000',
	effectiveOn = '2025-09-01',
	of: ReturnType<typeof key> = key(),
) => {
	await trx('loan_schedules').insert({
		...of,
		version: 2,
		effective_on: effectiveOn,
		rule: 'x',
		reason: 'x',
		recorded_at: new Date(),
	});
	await trx('instalments').insert({
		...of,
		version: 2,
		number: 1,
		due_on: '2025-10-01',
		principal: total,
		margin: '0',
		owed_after: '0',
	});
};

const ease = async (trx: Knex, change: object = {}) =>
	trx('loan_restructurings').insert({
		...key(),
		version: 2,
		change: 'both',
		document: 'ADD-1',
		decided_by: 'penyelia',
		days_past_due: 121,
		overdue: '480000',
		principal: '1200000',
		margin: '240000',
		...change,
	});

test.serial(
	'a step that does not follow',
	breaks,
	'loans_steps',
	async (trx) => become(trx, 'applied'),
	async (trx) => become(trx, 'disbursed'),
);

test.serial(
	'a loan that begins approved',
	breaks,
	'loans_steps',
	async (trx) => copyLoan(trx, 'approved'),
	async (trx) => copyLoan(trx, 'applied'),
);

async function copyLoan(trx: Knex, status: string): Promise<void> {
	await trx.raw(
		`insert into loans (book_id, id, number, member_id, allocation_id, akad, purpose, principal,
			margin, instalments, period_unit, period_every, status, applied_on, applied_by)
		select book_id, '0190b1c0-0000-7000-8000-00000000000a', 99, member_id, allocation_id, akad,
			purpose, principal, margin, instalments, period_unit, period_every, ?, applied_on, applied_by
		from loans where book_id = ? and id = ?`,
		[status, bookId, loan.id],
	);
}

test.serial(
	'a loan that is settled and owes',
	breaks,
	'loans_ended_owes_nothing',
	async (trx) => {
		await become(trx, 'settled');
		await tell(trx, 'settled');
	},
	async (trx) => tell(trx, 'visited'),
);

test.serial(
	'a loan that is written off without a word',
	breaks,
	'loans_step_told',
	async (trx) => become(trx, 'written-off'),
	async (trx) => become(trx, 'reversed'),
);

test.serial(
	'the applicant eases the loan',
	breaks,
	'loan_events_apart',
	async (trx) => tell(trx, 'rescheduled', 'petugas'),
	async (trx) => tell(trx, 'rescheduled'),
);

test.serial(
	'the applicant writes the loan off',
	breaks,
	'loan_events_apart',
	async (trx) => tell(trx, 'written-off', 'petugas'),
	async (trx) => tell(trx, 'promised', 'petugas'),
);

test.serial(
	'a new schedule for more than is owed (DSN-MUI 48/2005)',
	breaks,
	'loan_schedules_owed',
	async (trx) => schedule(trx, '1440000.01'),
	async (trx) => schedule(trx),
);

test.serial(
	'a restructuring decided by the applicant',
	breaks,
	'loan_restructurings_two_people',
	async (trx) => {
		await schedule(trx);
		await ease(trx, {decided_by: 'petugas'});
	},
	async (trx) => {
		await schedule(trx);
		await ease(trx);
	},
);

test.serial(
	'a restructuring of no schedule',
	breaks,
	'loan_restructurings_schedule_fkey',
	async (trx) => ease(trx),
	async (trx) => {
		await schedule(trx);
		await ease(trx);
	},
);

test.serial(
	'a restructuring of the schedule of the disbursement',
	breaks,
	'loan_restructurings_version_check',
	async (trx) => ease(trx, {version: 1}),
	async (trx) => {
		await schedule(trx);
		await ease(trx);
	},
);

// On 10 May the margins of March to May are due; nine of 20,000 are not.
const settlement = async (trx: Knex, change: object) =>
	trx('loan_settlements').insert({
		...key(),
		id: '0190b1c0-0000-7000-8000-00000000000b',
		settled_on: '2025-05-10',
		receipt_number: 99,
		principal: '1200000',
		margin: '60000',
		discount: '180000',
		entry_number: 1,
		discount_entry: 1,
		settled_by: 'x',
		...change,
	});
const honestSettlement = async (trx: Knex) => settlement(trx, {});

test.serial(
	'a murabahah settled early at less of a discount (DSN-MUI 153/2022)',
	breaks,
	'loan_settlements_muqasah',
	async (trx) => settlement(trx, {margin: '60001', discount: '179999'}),
	honestSettlement,
);
test.serial(
	'a murabahah settled early at more of a discount than others get',
	breaks,
	'loan_settlements_muqasah',
	async (trx) => settlement(trx, {margin: '59999', discount: '180001'}),
	honestSettlement,
);
test.serial(
	'a settlement with a discount that nothing was posted of',
	breaks,
	'loan_settlements_posted_check',
	async (trx) => settlement(trx, {discount_entry: null}),
	honestSettlement,
);

test.serial('a new schedule within a closed month', async (t) => {
	const place = await openFunded(world, '17.71.01.1003');
	const late = await lend(world, place, price);
	for (const month of ['2025-01-01', '2025-02-01'].map(day)) {
		await world.as(officer, async (work) => requestClose(work, place.book, month));
		await world.as(fundManager, async (work) => confirmClose(work, place.book, month));
	}
	const forged = async (effectiveOn: string) =>
		run(async (trx) => {
			const {rows} = await trx.raw<{rows: {id: number}[]}>('select id from books where code = ?', [
				place.book,
			]);
			const of = {book_id: rows[0]!.id, loan_id: late.id};
			await schedule(trx, '1440000', effectiveOn, of);
			await ease(trx, of);
		});
	await t.notThrowsAsync(forged('2025-03-01'));
	const error = await t.throwsAsync<LawBreach>(forged('2025-02-28'));
	t.is(lawOf(error), 'loan_restructurings_month_open');
});

test.serial('the register takes in no more than was written off, and gives no more', async (t) => {
	const place = await openFunded(world, '17.71.01.1004');
	const lost = await lend(world, place, price);
	await world.as(supervisor, async (work) =>
		writeOffLoan(work, {
			loan: lost.id,
			writtenOffOn: day('2025-09-01'),
			reason: 'x',
			document: 'y',
		}),
	);
	const move = (kind: string, [first, second]: readonly string[], amount: string) =>
		run(async (trx) => {
			const about = [place.allocation.id, lost.id, lost.member] as const;
			await forge(trx, [
				{
					into: place.book,
					kind,
					effectiveOn: '2025-09-02',
					recordedAt: '2025-09-15T05:00:00.000Z',
					lines: [
						[first!, 'debit', amount, ...about],
						[second!, 'credit', amount, ...about],
					],
				},
			]);
		});
	const [out, back] = [
		['9.1.02', '9.1.01'],
		['9.1.01', '9.1.02'],
	];
	await t.notThrowsAsync(move('recovery', out, '1200000.00'));
	const below = await t.throwsAsync<LawBreach>(move('recovery', out, '1200000.01'));
	t.is(lawOf(below), 'floor_balances_floor_check');
	await t.notThrowsAsync(move('write-off', back, '0.01'));
	const above = await t.throwsAsync<LawBreach>(move('recovery', back, '0.01'));
	t.is(lawOf(above), 'floor_balances_ceiling_check');
});

test.serial(
	'what is disbursed, paid and taken back in one transaction breaks no law',
	async (t) => {
		const place = await openFunded(world, '17.71.01.1005');
		const member = await joinMember(world, place.book);
		await t.notThrowsAsync(
			world.as(officer, async (work) => {
				const applied = await applyForLoan(work, {
					member: member.id,
					allocation: place.allocation.id,
					akad: 'qardh',
					purpose: 'x',
					principal: rupiah('1200000'),
					margin: rupiah('0'),
					instalments: 12,
					periodUnit: 'month',
					periodEvery: 1,
					appliedOn: day('2025-02-03'),
				});
				const of = {loan: applied.id, document: 'x', reason: 'y'};
				await approveLoan({...work, actor: supervisor}, {...of, decidedOn: day('2025-02-03')});
				await disburseLoan(work, {...of, disbursedOn: day('2025-02-03')});
				const paid = await recordRepayment(work, {
					loan: applied.id,
					paidOn: day('2025-03-03'),
					amount: rupiah('1200000'),
					method: 'cash',
				});
				const reversal = {...of, effectiveOn: day('2025-03-04')};
				await reverseLoanOperation(work, {...reversal, repayment: paid.id});
				await reverseLoanOperation(work, reversal);
			}),
		);
	},
);

test.serial('what is kept of an ending is neither changed nor dropped', async (t) => {
	const place = await openFunded(world, '17.71.01.1002');
	const [settled, eased, lost] = [
		await lend(world, place, price),
		await lend(world, place, price),
		await lend(world, place, price),
	];
	await world.as(officer, async (work) =>
		settleLoan(work, {
			loan: settled.id,
			paidOn: day('2025-02-03'),
			amount: rupiah('1200000'),
			method: 'cash',
		}),
	);
	await world.as(supervisor, async (work) =>
		restructureLoan(work, {
			loan: eased.id,
			effectiveOn: day('2025-09-01'),
			instalments: 20,
			reason: 'x',
			document: 'y',
		}),
	);
	await world.as(supervisor, async (work) =>
		writeOffLoan(work, {
			loan: lost.id,
			writtenOffOn: day('2025-09-01'),
			reason: 'x',
			document: 'y',
		}),
	);
	for (const [table, change] of [
		['loan_settlements', {discount: '0'}],
		['loan_restructurings', {days_past_due: 0}],
	] as const) {
		const denied = await t.throwsAsync<LawBreach>(run(async (trx) => trx(table).update(change)));
		t.is(denied.code, '42501', table);
		const refused = await t.throwsAsync<LawBreach>(world.database.owner(table).update(change));
		t.regex(lawOf(refused), /append_only/, table);
		await t.throwsAsync(world.database.owner(table).delete());
	}
	// The register holds what was written off, and its ceiling is that.
	const more = await t.throwsAsync(
		world.as(officer, async (work) =>
			recordRepayment(work, {
				loan: lost.id,
				paidOn: day('2025-09-02'),
				amount: rupiah('1'),
				method: 'cash',
			}),
		),
	);
	t.like(more, {code: 'lending/wrong-status'});
});

test.serial('a scope of other books sees nothing of how loans ended', async (t) => {
	for (const table of ['loan_settlements', 'loan_restructurings', 'loan_recoveries']) {
		await asService(
			world.database.service,
			async (trx) => {
				t.deepEqual(await trx(table).select('*'), [], table);
			},
			{scope: [funded.book]},
		);
	}
});
