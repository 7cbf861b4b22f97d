// The laws of goods bought before they are sold against everyone who connects as the application:
// with SQL, past all of our code. Each test first shows that the honest one beside it is taken.
import test from 'ava';
import type {Knex} from 'knex';
import {rupiah} from '../../../src/kernel/money.ts';
import {
	type Loan,
	giveAdvance,
	recordDeath,
	recordPurchase,
	takeDownPayment,
} from '../../../src/lending/index.ts';
import {type ForgedLine, type LawBreach, asService, forge, lawOf} from '../../ledger/db/forge.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {approveWakalah, offerWakalah} from '../wakalah.ts';

let world: World;
let funded: Funded;
let bookId: number;
/** With its goods of 1,000,000 bought and 100,000 paid beforehand. */
let bought: Loan;
/** Approved and nothing more. */
let fresh: Loan;

test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	await offerWakalah(world, funded);
	const wish = {principal: '1000000', margin: '200000'};
	bought = await approveWakalah(world, funded, wish);
	fresh = await approveWakalah(world, funded, wish);
	const loan = bought.id;
	await world.as(officer, async (work) => {
		const amount = rupiah('1000000');
		const paid = {loan, paidOn: day('2025-02-04'), method: 'cash'} as const;
		await takeDownPayment(work, {...paid, amount: rupiah('100000')});
		await giveAdvance(work, {loan, givenOn: day('2025-02-05'), amount, document: 'WKL-1'});
		const invoice = {supplier: 'Toko Jaya', document: 'INV-1'};
		await recordPurchase(work, {loan, boughtOn: day('2025-02-06'), cost: amount, ...invoice});
	});
	const {rows} = await world.database.owner.raw<{rows: {id: number}[]}>(
		'select id from books where code = ?',
		[funded.book],
	);
	bookId = rows[0]!.id;
});
test.after.always(async () => world.close());

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

type Posting = {readonly kind: string; readonly lines: readonly ForgedLine[]};

const post = async (trx: Knex, ...entries: readonly Posting[]): Promise<void> =>
	forge(
		trx,
		entries.map((entry) => ({into: funded.book, effectiveOn: '2025-02-10', ...entry})),
		world.database.owner,
	);

const about = ({id, member}: Loan) => [funded.allocation.id, id, member] as const;
const tipOf = async (trx: Knex): Promise<number> =>
	(await trx('book_tips').where({book_id: bookId}).first<{number: number}>('number')).number;

const sale = (loan: Loan): Posting => ({
	kind: 'disbursement',
	lines: [
		['1.2.01', 'debit', '1200000.00', ...about(loan)],
		['1.3.01', 'credit', '1000000.00', ...about(loan)],
		['1.2.02', 'credit', '200000.00', ...about(loan)],
	],
});
const applied = (loan: Loan): Posting => ({
	kind: 'down-payment-applied',
	lines: [
		['2.1.11', 'debit', '100000.00', ...about(loan)],
		['1.2.01', 'credit', '100000.00', ...about(loan)],
	],
});
/** Bought and sold in one, as a direct murabahah is. */
const atOnce = (loan: Loan): Posting => ({
	kind: 'disbursement',
	lines: [
		['1.3.01', 'debit', '1000000.00', ...about(loan)],
		['1.1.11', 'credit', '1000000.00', funded.allocation.id],
		...sale(loan).lines,
	],
});

/** Calls a loan sold by the entry that is so many before the last. */
async function markSold(trx: Knex, loan: Loan, back = 0, downPayment: string | null = null) {
	const entry = (await tipOf(trx)) - back;
	await trx('loans').where({book_id: bookId, id: loan.id}).update({
		status: 'disbursed',
		disbursed_on: '2025-02-10',
		disbursed_by: 'x',
		disbursement_entry: entry,
		down_payment: downPayment,
	});
}

const sellHonestly = async (trx: Knex) => {
	await post(trx, sale(bought), applied(bought));
	await markSold(trx, bought, 1, '100000');
};

test.serial(
	'goods that were not bought for a loan',
	breaks,
	'floor_balances_floor_check',
	async (trx) => post(trx, sale(fresh)),
	async (trx) => post(trx, sale(bought)),
);

test.serial(
	'a sale under wakalah that buys and sells in one',
	breaks,
	'loans_sale_of_own_goods',
	async (trx) => {
		await post(trx, atOnce(fresh));
		await markSold(trx, fresh);
	},
	sellHonestly,
);

test.serial(
	'a sale that leaves what was paid beforehand out of the price',
	breaks,
	'loans_sold_whole',
	async (trx) => {
		await post(trx, sale(bought));
		await markSold(trx, bought);
	},
	sellHonestly,
);

test.serial(
	'a sale that says another down payment than was part of the price',
	breaks,
	'loans_down_payment_applied',
	async (trx) => {
		await post(trx, sale(bought), applied(bought));
		await markSold(trx, bought, 1, '90000');
	},
	sellHonestly,
);

test.serial(
	'a down payment that is said without a sale',
	breaks,
	'loans_down_payment_applied',
	async (trx) => trx('loans').where({id: bought.id}).update({down_payment: '1'}),
	async (trx) => trx('loans').where({id: bought.id}).update({officer: 'sari'}),
);

const become = async (trx: Knex, {id}: Loan) => {
	await trx('loans').where({book_id: bookId, id}).update({status: 'withdrawn'});
	await tell(trx, 'withdrawn', id);
};

const tell = async (trx: Knex, kind: string, loan: string, actor = 'x') =>
	trx.raw(
		`insert into loan_events (book_id, loan_id, sequence, kind, occurred_on, recorded_at, actor)
		select :book, :loan, max(sequence) + 1, :kind, '2025-02-10', now(), :actor
		from loan_events where book_id = :book and loan_id = :loan`,
		{book: bookId, loan, kind, actor},
	);

test.serial(
	'a withdrawal while goods and money stand on the loan',
	breaks,
	'loans_withdrawn_holds_nothing',
	async (trx) => become(trx, bought),
	async (trx) => become(trx, fresh),
);

test.serial(
	'a cancelled purchase by whoever applied',
	breaks,
	'loan_events_two_people',
	async (trx) => tell(trx, 'purchase-cancelled', bought.id, 'petugas'),
	async (trx) => tell(trx, 'purchase-cancelled', bought.id, 'penyelia'),
);

test.serial(
	'a step before the sale of a loan that is sold',
	breaks,
	'loan_events_before_sale',
	async (trx) => {
		await sellHonestly(trx);
		await tell(trx, 'purchase-advance', bought.id);
	},
	async (trx) => tell(trx, 'purchase-advance', fresh.id),
);

const cancel = async (trx: Knex, ...papers: readonly (readonly [string, string])[]) => {
	await post(trx, {
		kind: 'purchase-cancellation',
		lines: [
			['1.1.11', 'debit', '1000000.00', funded.allocation.id],
			['2.1.11', 'debit', '100000.00', ...about(bought)],
			['1.3.01', 'credit', '1000000.00', ...about(bought)],
			['1.1.01', 'credit', '70000.00', funded.allocation.id],
			['4.9.01', 'credit', '30000.00', null, bought.id, bought.member],
		],
	});
	const entry = await tipOf(trx);
	for (const [index, [document, amount]] of papers.entries()) {
		await trx('cancellation_costs').insert({
			book_id: bookId,
			loan_id: bought.id,
			entry_number: entry,
			number: index + 1,
			document,
			description: 'Ongkos',
			spent_on: '2025-02-06',
			amount,
		});
	}
};
const proved = [
	['NOTA-1', '20000'],
	['NOTA-2', '10000'],
] as const;

test.serial(
	'papers that do not sum to what was kept',
	breaks,
	'cancellation_costs_as_booked',
	async (trx) => cancel(trx, ['NOTA-1', '20000'], ['NOTA-2', '10001']),
	async (trx) => cancel(trx, ...proved),
);

test.serial(
	'a paper that is counted twice',
	breaks,
	'cancellation_costs_document_key',
	async (trx) => cancel(trx, ['NOTA-1', '20000'], ['NOTA-1', '10000']),
	async (trx) => cancel(trx, ...proved),
);

test.serial(
	'a product of another akad that buys, or asks by two measures',
	breaks,
	'loan_products_purchase_check',
	async (trx) => copyProduct(trx, {akad: 'qardh', method: 'bullet', down_payment_min_rate: null}),
	async (trx) => copyProduct(trx, {}),
);

test.serial(
	'a product that asks beforehand for all of a loan',
	breaks,
	'loan_products_down_payment_check',
	async (trx) => copyProduct(trx, {down_payment_min_rate: null, down_payment_min: '1000'}),
	async (trx) => copyProduct(trx, {down_payment_min_rate: null, down_payment_min: '999'}),
);

async function copyProduct(trx: Knex, change: Record<string, string | null>) {
	const row = await trx('loan_products')
		.where({book_id: bookId, code: 'MRB-W'})
		.first<Record<string, unknown>>();
	await trx('loan_products').insert({
		...row,
		waterfall: JSON.stringify(row.waterfall),
		fees: JSON.stringify(row.fees),
		code: 'MRB-X',
		...change,
	});
}

test.serial('refused by the database: money to the agent in the name of who died', async (t) => {
	await t.notThrowsAsync(run(async (trx) => tell(trx, 'purchase-advance', fresh.id)));
	await world.as(officer, async (work) =>
		recordDeath(work, {member: fresh.member, diedOn: day('2025-02-05'), document: 'AKTA-1'}),
	);
	const error = await t.throwsAsync<LawBreach>(
		run(async (trx) => tell(trx, 'purchase-advance', fresh.id)),
	);
	t.is(lawOf(error), 'loans_borrower_alive');
});
