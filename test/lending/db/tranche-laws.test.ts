// The laws of tranches and seasons against everyone who connects as the application: with SQL, past
// all of our code. Each test first shows that the honest one beside it is taken.
import test from 'ava';
import type {Knex} from 'knex';
import {endAllocation} from '../../../src/fund/index.ts';
import {type Loan, recordDeath} from '../../../src/lending/index.ts';
import {type LawBreach, type Forged, asService, forge, lawOf} from '../../ledger/db/forge.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	fundManager,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {approveOf, openTranched, payOut} from '../tranched.ts';

let world: World;
let funded: Funded;
let bookId: number;
let loan: Loan;
let twice: Loan;

// Of 10,000,000 each, 6,000,000 is out; of the second loan in the two tranches that it may have.
test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	await openTranched(world, funded);
	await openTranched(world, funded, {code: 'PJM-2', tranchesMax: 2});
	loan = await payOut(world, await approveOf(world, funded), '2025-02-03', '6000000');
	twice = await approveOf(world, funded, {product: 'PJM-2'});
	await payOut(world, twice, '2025-02-03', '5000000');
	twice = await payOut(world, twice, '2025-02-10', '1000000');
	({id: bookId} = await world.database.owner('books').where({code: funded.book}).first('id'));
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

/** The entry of a tranche, by hand. */
const paidOut = (of: Loan, amount: string, under = funded): Forged => ({
	into: under.book,
	kind: 'disbursement',
	lines: [
		['1.2.07', 'debit', amount, under.allocation.id, of.id, of.member],
		['1.1.11', 'credit', amount, under.allocation.id],
	],
});

test.serial(
	'more than what was approved',
	breaks,
	'loans_within_approved',
	async (trx) => forge(trx, [paidOut(loan, '4000000.01')]),
	async (trx) => forge(trx, [paidOut(loan, '4000000.00')]),
);

test.serial(
	'more than what was approved, by and by',
	breaks,
	'loans_within_approved',
	async (trx) => {
		await forge(trx, [paidOut(loan, '3000000.00'), paidOut(loan, '1000000.01')]);
	},
	async (trx) => {
		await forge(trx, [paidOut(loan, '3000000.00'), paidOut(loan, '1000000.00')]);
	},
);

test.serial(
	'a tranche more than the product has',
	breaks,
	'loans_tranches_max',
	async (trx) => forge(trx, [paidOut(twice, '1000.00')]),
	async (trx) => forge(trx, [paidOut(loan, '1000.00')]),
);

const giveUp = async (trx: Knex, of: Loan, amount: string, kind = 'rest-given-up') => {
	await trx.raw(
		`insert into loan_events (book_id, loan_id, sequence, kind, occurred_on, recorded_at, actor)
		select :book, :loan, max(sequence) + 1, :kind, '2025-09-01', now(), 'petugas'
		from loan_events where book_id = :book and loan_id = :loan`,
		{book: bookId, loan: of.id, kind},
	);
	await trx('loans').where({book_id: bookId, id: of.id}).update({given_up: amount});
};

test.serial(
	'a part of the rest is given up',
	breaks,
	'loans_given_up',
	async (trx) => giveUp(trx, loan, '3999999.00'),
	async (trx) => giveUp(trx, loan, '4000000.00'),
);

test.serial(
	'what was given up is wanted again',
	breaks,
	'loans_given_up',
	async (trx) => {
		await giveUp(trx, loan, '4000000.00');
		await giveUp(trx, loan, '0');
	},
	async (trx) => giveUp(trx, loan, '4000000.00'),
);

test.serial(
	'the rest is given up without a word',
	breaks,
	'loans_step_told',
	async (trx) => giveUp(trx, loan, '4000000.00', 'transferred'),
	async (trx) => giveUp(trx, loan, '4000000.00'),
);

test.serial(
	'what was given up goes out',
	breaks,
	'loans_within_approved',
	async (trx) => {
		await giveUp(trx, loan, '4000000.00');
		await forge(trx, [paidOut(loan, '1.00')]);
	},
	async (trx) => giveUp(trx, loan, '4000000.00'),
);

/** A product or a loan like one there is, but for some columns. */
const another = async (trx: Knex, table: 'loan_products' | 'loans', change: object) =>
	trx.raw(
		`insert into ?? select (jsonb_populate_record(made, cast(? as jsonb))).*
		from ?? made where made.book_id = ? order by 1, 2 limit 1`,
		[table, JSON.stringify(change), table, bookId],
	);
const product = {code: 'X-1', version: 1};

for (const [akad, method] of [
	['murabahah', 'level'],
	['ijarah', 'level'],
] as const) {
	const terms = {...product, akad, method, yearly_rate: null};
	test.serial(
		`${akad} in tranches`,
		breaks,
		'loan_products_tranches_akad_check',
		async (trx) => another(trx, 'loan_products', {...terms, tranches_max: 2}),
		async (trx) => another(trx, 'loan_products', {...terms, tranches_max: 1}),
	);
}

test.serial(
	'a product with a season of a month',
	breaks,
	'loan_products_season_check',
	async (trx) =>
		another(trx, 'loan_products', {...product, period_unit: 'season', period_every: 1}),
	async (trx) =>
		another(trx, 'loan_products', {...product, period_unit: 'season', period_every: 2}),
);

const applied = {
	id: '00000000-0000-4000-8000-000000000001',
	number: 900,
	status: 'applied',
	disbursement_entry: null,
	product_code: null,
	product_version: null,
	period_unit: 'season',
};

test.serial(
	'a loan with a season of more than a year',
	breaks,
	'loans_season_check',
	async (trx) => another(trx, 'loans', {...applied, period_every: 13}),
	async (trx) => another(trx, 'loans', {...applied, period_every: 12}),
);

test.serial(
	'a loan that begins with something given up',
	breaks,
	'loans_given_up',
	async (trx) => another(trx, 'loans', {...applied, period_every: 4, given_up: '1.00'}),
	async (trx) => another(trx, 'loans', {...applied, period_every: 4}),
);

test.serial('refused by the database: a later tranche when the agreement has ended', async (t) => {
	const other = await openFunded(world, '17.71.01.1002');
	await openTranched(world, other);
	const running = await payOut(world, await approveOf(world, other), '2025-02-03', '6000000');
	const later = async () => run(async (trx) => forge(trx, [paidOut(running, '1000.00', other)]));
	await t.notThrowsAsync(later());
	await world.as(fundManager, async (work) =>
		endAllocation(work, {
			allocation: other.allocation.id,
			kind: 'withdrawn',
			endedOn: day('2026-03-01'),
			dueOn: day('2026-03-01'),
			reason: 'Pelanggaran',
			document: 'SK-1',
		}),
	);
	t.is(lawOf(await t.throwsAsync<LawBreach>(later())), 'allocations_running');
});

// The last, for who died stays dead.
test.serial('refused by the database and before it: a tranche to who died', async (t) => {
	await t.notThrowsAsync(run(async (trx) => forge(trx, [paidOut(loan, '1000.00')])));
	await world.as(officer, async (work) =>
		recordDeath(work, {member: loan.member, diedOn: day('2025-02-20'), document: 'AKTA-1'}),
	);
	const forged = run(async (trx) => forge(trx, [paidOut(loan, '1000.00')]));
	const error = await t.throwsAsync<LawBreach>(forged);
	t.is(lawOf(error), 'loans_borrower_alive');
	await t.throwsAsync(payOut(world, loan, '2025-02-21', '1000'), {code: 'lending/borrower-died'});
});
