// The laws about late payers and collateral against everyone who connects as the application, past
// all of our code.
import test from 'ava';
import type {Knex} from 'knex';
import {rupiah} from '../../../src/kernel/money.ts';
import {credit, debit, postEntry} from '../../../src/ledger/index.ts';
import type {Loan} from '../../../src/lending/index.ts';
import {
	chargeTazir,
	claimTawidh,
	payLateCharge,
	takeCollateral,
	waiveLateCharge,
} from '../../../src/lending/index.ts';
import {
	type Funded,
	type World,
	code,
	createWorld,
	day,
	officer,
	openCity,
	openFunded,
	supervisor,
	asServiceOf,
} from '../../helpers/world.ts';
import {lendOf, openProduct, repay} from '../late.ts';

let world: World;
let funded: Funded;
let bookId: number;
/** Late with two instalments of 110,000 on 31 March 2026: of 15 February and of 15 March. */
let late: Loan;
/** Late as well, with a fine of each instalment, the first paid and the second waived. */
let fined: Loan;
/** Nothing of it is late. */
let punctual: Loan;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	await openFunded(world, '17.71.02.1001');
	await openProduct(world, funded);
	[late, fined, punctual] = [
		await lendOf(world, funded),
		await lendOf(world, funded),
		await lendOf(world, funded),
	];
	await repay(world, punctual.id, '2026-03-15', '220000');
	const on = day('2026-03-31');
	await world.as(officer, async (work) => {
		bookId = (await work.ledger.findBook(funded.book))!.id;
		await chargeTazir(work, {loan: fined.id, chargedOn: on, isWilful: true, statement: 'Mampu'});
		const paid = {loan: fined.id, charge: 1, paidOn: on, method: 'cash' as const};
		await payLateCharge(work, paid);
		await claimTawidh(work, {
			loan: fined.id,
			claimedOn: on,
			amount: rupiah('30000'),
			costs: [
				{
					document: 'KW-81',
					description: 'Transpor',
					spentOn: day('2026-03-20'),
					amount: rupiah('30000'),
				},
			],
			isWilful: true,
			statement: 'Ingkar janji',
		});
		await takeCollateral(work, {
			loan: late.id,
			kind: 'land',
			description: 'Tanah',
			owner: 'Anggota',
			document: 'SHM-1',
			place: 'Brankas',
			takenOn: day('2026-01-15'),
			appraisal: {appraisedOn: on, value: rupiah('1'), appraiser: 'Pak Anwar'},
		});
	});
	await world.as(supervisor, async (work) =>
		waiveLateCharge(work, {loan: fined.id, charge: 2, waivedOn: on, reason: 'Sakit'}),
	);
});
test.after.always(async () => {
	await world.close();
});

const asService = async (
	run: (trx: Knex) => Promise<unknown>,
	scope?: readonly string[],
): Promise<void> => asServiceOf(world, run, scope);

type Row = Record<string, unknown>;
type Rows = () => readonly (readonly [table: string, row: Row])[];

const at = '2026-03-31T05:00:00Z';

const refused = test.macro({
	async exec(t, law: string, rows: Rows) {
		const error = await t.throwsAsync<Error & {constraint?: string}>(async () =>
			asService(async (trx) => {
				for (const [table, row] of rows()) await trx(table).insert({book_id: bookId, ...row});
			}),
		);
		t.is(error.constraint, law, error.message);
	},
	title: (title = '', law: string) => `${title}: ${law}`,
});

const tazir = (change: Row = {}): readonly [string, Row] => [
	'late_charges',
	{
		loan_id: late.id,
		number: 1,
		kind: 'tazir',
		charged_on: '2026-03-31',
		amount: '10000',
		version: 1,
		instalment: 1,
		is_wilful: true,
		statement: 'Mampu',
		charged_by: 'petugas',
		recorded_at: at,
		...change,
	},
];
const tawidh = (change: Row = {}): readonly [string, Row] =>
	tazir({kind: 'tawidh', version: null, instalment: null, amount: '30000', ...change});
const cost = (change: Row = {}): readonly [string, Row] => [
	'tawidh_costs',
	{
		loan_id: late.id,
		charge_number: 1,
		number: 1,
		document: 'KW-1',
		description: 'Transpor',
		spent_on: '2026-03-20',
		amount: '30000',
		...change,
	},
];

test('what the laws let pass is let pass', async (t) => {
	await t.notThrowsAsync(async () =>
		asService(async (trx) => {
			for (const [table, row] of [tazir(), tazir({number: 2, instalment: 2})]) {
				await trx(table).insert({book_id: bookId, ...row});
			}
			const [table, row] = tawidh({number: 3});
			await trx(table).insert({book_id: bookId, ...row});
			const [costs, of] = cost({charge_number: 3});
			await trx(costs).insert({book_id: bookId, ...of});
		}),
	);
});

test('a fine of who cannot pay', refused, 'late_charges_wilful_check', () => [
	tazir({is_wilful: false}),
]);
test('a fine without a statement', refused, 'late_charges_statement_check', () => [
	tazir({statement: ''}),
]);
test('another sum than was agreed', refused, 'late_charges_agreed', () => [
	tazir({amount: '10001'}),
]);
test('a fine before it is late', refused, 'late_charges_late', () => [
	tazir({charged_on: '2026-02-15'}),
]);
test('a fine of what is not due', refused, 'late_charges_late', () => [tazir({instalment: 3})]);
test('a fine of what is paid', refused, 'late_charges_late', () => [tazir({loan_id: punctual.id})]);
test('a fine of no instalment', refused, 'late_charges_agreed', () => [
	tazir({instalment: null, version: null, amount: '5'}),
]);
test('a second fine of an instalment', refused, 'late_charges_instalment_key', () => [
	tazir(),
	tazir({number: 2}),
]);
test('a charge out of turn', refused, 'late_charges_gapless', () => [tazir({number: 2})]);
test('a charge of tomorrow', refused, 'lending_happened', () => [
	tazir({charged_on: '2026-04-01'}),
]);
test('a compensation without a cost', refused, 'late_charges_real_cost', () => [tawidh()]);
test('a compensation above its costs', refused, 'late_charges_real_cost', () => [
	tawidh({amount: '30000.01'}),
	cost(),
]);
test('a cost before it was late', refused, 'tawidh_costs_late', () => [
	tawidh(),
	cost({spent_on: '2026-02-15'}),
]);
test('a cost after the claim', refused, 'tawidh_costs_late', () => [
	tawidh({charged_on: '2026-03-19'}),
	cost(),
]);
test('a cost of a fine', refused, 'tawidh_costs_kind', () => [tazir(), cost()]);
test('a cost that was claimed', refused, 'tawidh_costs_document_key', () => [
	tawidh(),
	cost({document: 'KW-81'}),
]);

const payment = (change: Row = {}): readonly [string, Row] => [
	'late_charge_payments',
	{
		loan_id: fined.id,
		charge_number: 3,
		entry_number: 1,
		paid_on: '2026-03-31',
		method: 'cash',
		receipt_number: 900,
		received_by: 'petugas',
		...change,
	},
];
test('a second payment', refused, 'late_charge_payments_open', () => [payment({charge_number: 1})]);
test('a payment of what was waived', refused, 'late_charge_payments_open', () => [
	payment({charge_number: 2}),
]);
test('a payment before the charge', refused, 'late_charge_payments_open', () => [
	payment({paid_on: '2026-03-30'}),
]);
test('a payment by another entry', refused, 'late_charge_payments_as_booked', () => [payment()]);

// DSN-MUI 17/2000: the fine of a sharia loan is never income.
test('a fine that was booked as income is no payment of it', async (t) => {
	const loan = await lendOf(world, funded);
	const on = day('2026-03-31');
	await world.as(officer, async (work) =>
		chargeTazir(work, {loan: loan.id, chargedOn: on, isWilful: true, statement: 'Mampu'}),
	);
	const book = async (account: string) =>
		world.as(officer, async (work) =>
			postEntry(work, {
				book: funded.book,
				effectiveOn: on,
				kind: 'tazir',
				reason: 'Denda',
				document: 'KW-901',
				lines: [
					debit(code('1.1.01'), rupiah('10000')),
					credit(code(account), rupiah('10000'), {loan: loan.id}),
				],
			}),
		);
	const pay = async (entryNumber: number) =>
		asService(async (trx) => {
			const [table, row] = payment({
				loan_id: loan.id,
				charge_number: 1,
				entry_number: entryNumber,
			});
			await trx(table).insert({book_id: bookId, ...row});
		});
	const income = await book('4.9.01');
	const error = await t.throwsAsync<Error & {constraint?: string}>(async () => pay(income.number));
	t.is(error.constraint, 'late_charge_payments_as_booked');
	t.regex(error.message, /into account 2\.3\.03/);
	const {number} = await book('2.3.03');
	await t.notThrowsAsync(async () => pay(number));
});

const waiver = (change: Row = {}): readonly [string, Row] => [
	'late_charge_waivers',
	{
		loan_id: fined.id,
		charge_number: 3,
		waived_on: '2026-03-31',
		reason: 'Sakit',
		waived_by: 'penyelia',
		recorded_at: at,
		...change,
	},
];
test('a waiver of one’s own', refused, 'late_charge_waivers_two_people', () => [
	waiver({waived_by: 'petugas'}),
]);
test('a waiver of what is paid', refused, 'late_charge_waivers_open', () => [
	waiver({charge_number: 1}),
]);
test('a second waiver', refused, 'late_charge_waivers_pkey', () => [waiver({charge_number: 2})]);

const letter = (change: Row = {}): readonly [string, Row] => [
	'demand_letters',
	{
		number: 1,
		loan_id: late.id,
		level: 1,
		issued_on: '2026-03-20',
		days_past_due: 33,
		overdue: '220000',
		delivery: 'Pos',
		recorded_by: 'petugas',
		recorded_at: at,
		...change,
	},
];
test('a letter about what is not late', refused, 'demand_letters_late', () => [
	letter({loan_id: punctual.id}),
]);
test('a letter with other days', refused, 'demand_letters_late', () => [
	letter({days_past_due: 34}),
]);
test('a letter with another sum', refused, 'demand_letters_late', () => [
	letter({overdue: '110000'}),
]);
test('a letter out of turn', refused, 'demand_letters_forward', () => [letter({level: 2})]);
test('a first letter again', refused, 'demand_letters_forward', () => [
	letter(),
	letter({number: 2}),
]);
test('a letter before the last', refused, 'demand_letters_forward', () => [
	letter(),
	letter({number: 2, level: 2, issued_on: '2026-03-19', days_past_due: 32}),
]);

const promise = (change: Row = {}): readonly [string, Row] => [
	'payment_promises',
	{
		loan_id: late.id,
		number: 1,
		promised_on: '2026-03-20',
		pay_on: '2026-03-25',
		amount: '1',
		promised_by: 'Anggota',
		recorded_by: 'petugas',
		recorded_at: at,
		...change,
	},
];
test('a promise for yesterday', refused, 'payment_promises_days_check', () => [
	promise({pay_on: '2026-03-19'}),
]);
test('a promise of tomorrow', refused, 'lending_happened', () => [
	promise({promised_on: '2026-04-01', pay_on: '2026-04-02'}),
]);

const taken = (change: Row = {}): readonly [string, Row] => [
	'collateral',
	{
		loan_id: punctual.id,
		number: 1,
		kind: 'land',
		description: 'Tanah',
		owner: 'Anggota',
		document: 'SHM-9',
		place: 'Brankas',
		taken_on: '2026-01-15',
		taken_by: 'petugas',
		recorded_at: at,
		...change,
	},
];
const release = (change: Row = {}): readonly [string, Row] => [
	'collateral_releases',
	{
		loan_id: late.id,
		collateral_number: 1,
		released_on: '2026-03-31',
		handed_to: 'Anggota',
		early_reason: 'Diganti',
		released_by: 'penyelia',
		recorded_at: at,
		...change,
	},
];
const appraisal = (): readonly [string, Row] => [
	'collateral_appraisals',
	{
		loan_id: late.id,
		collateral_number: 1,
		number: 2,
		appraised_on: '2026-03-31',
		value: '1',
		appraiser: 'Pak Anwar',
		recorded_by: 'petugas',
		recorded_at: at,
	},
];
test('what secures another loan', refused, 'collateral_once', () => [taken({document: 'SHM-1'})]);
test('collateral of a loan that owes', refused, 'collateral_releases_settled', () => [
	release({early_reason: null}),
]);
test('giving back before taking', refused, 'collateral_releases_after', () => [
	release({released_on: '2026-01-14'}),
]);
test('giving back twice', refused, 'collateral_releases_pkey', () => [release(), release()]);
test('a value of what was given back', refused, 'collateral_appraisals_held', () => [
	release(),
	appraisal(),
]);

const tables = [
	'late_charges',
	'tawidh_costs',
	'late_charge_payments',
	'late_charge_waivers',
	'payment_promises',
	'collection_visits',
	'demand_letters',
	'collateral',
	'collateral_appraisals',
	'collateral_releases',
];

test('nothing of it is changed or dropped: the service has no right to', async (t) => {
	for (const table of tables) {
		for (const sql of [
			`update ${table} set book_id = book_id`,
			`delete from ${table}`,
			`truncate ${table} cascade`,
		]) {
			await t.throwsAsync(async () => asService(async (trx) => trx.raw(sql)), {
				message: /permission denied/,
			});
		}
	}
});

test('not even the owner of the tables changes what was recorded', async (t) => {
	for (const table of ['late_charges', 'tawidh_costs', 'late_charge_waivers', 'collateral']) {
		for (const sql of [
			`update ${table} set book_id = book_id`,
			`delete from ${table}`,
			`truncate ${table} cascade`,
		]) {
			const error = await t.throwsAsync<Error & {constraint?: string}>(async () =>
				world.database.owner.raw(sql),
			);
			t.is(error.constraint, 'append_only', sql);
		}
	}
});

test('another cooperative sees and writes nothing of it', async (t) => {
	const other = ['KOP-1771021001'];
	await asService(async (trx) => {
		for (const table of tables) t.deepEqual(await trx(table), [], table);
	}, other);
	await asService(
		async (trx) => {
			t.true((await trx('late_charges')).length > 0);
		},
		[funded.book],
	);
	const [table, row] = promise();
	await t.throwsAsync(
		async () => asService(async (trx) => trx(table).insert({book_id: bookId, ...row}), other),
		{message: /row-level security/},
	);
});

test('what a provision may count is what the collateral is worth', async (t) => {
	const found = await world.database.owner.raw<{rows: {loan_id: string; value: string}[]}>(
		'select loan_id, value from provisioning_collateral(?, null)',
		['2026-03-31'],
	);
	t.deepEqual(found.rows, [{loan_id: late.id, value: '1.00'}]);
});
