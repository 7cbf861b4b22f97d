// The laws of the fund against everyone who connects as the application: with SQL, past all of our
// code. Each test first shows that the honest one beside it is taken.
import {randomUUID} from 'node:crypto';
import test from 'ava';
import type {Knex} from 'knex';
import {endAllocation, recordTranche, returnFund} from '../../../src/fund/index.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {type LawBreach, asService, lawOf} from '../../ledger/db/forge.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	fundManager,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let funded: Funded;
let ended: Funded;
let ids: Record<'book' | 'ended' | 'city', number>;
const proposal = randomUUID();

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	funded = await openFunded(world);
	ended = await openFunded(world, '17.71.01.1002');
	const {rows} = await world.database.owner.raw<{rows: {id: number; code: string}[]}>(
		'select id, code from books',
	);
	const idOf = (code: string) => rows.find((row) => row.code === code)!.id;
	ids = {book: idOf(funded.book), ended: idOf(ended.book), city: idOf('KOTA-BENGKULU')};
	await world.as(fundManager, async (work) =>
		endAllocation(work, {
			allocation: ended.allocation.id,
			kind: 'withdrawn',
			endedOn: day('2026-03-01'),
			dueOn: day('2026-03-01'),
			reason: 'Pelanggaran',
			document: 'SK-1',
		}),
	);
	await asService(world.database.service, async (trx) => propose(trx, {id: proposal}), {
		isKept: true,
	});
});
test.after.always(async () => {
	await world.close();
});

const at = '2026-03-31T05:00:00Z';

const propose = async (trx: Knex, change: object) =>
	trx('fund_proposals').insert({
		book_id: ids.book,
		id: randomUUID(),
		programme_id: funded.allocation.programmeId,
		kelurahan_code: '17.71.01.1003',
		amount: '300',
		purpose: 'Modal',
		document: 'PROP-1',
		proposed_on: '2026-03-01',
		proposed_by: 'ketua',
		recorded_at: at,
		...change,
	});

const decide =
	(change: object = {}) =>
	async (trx: Knex) =>
		trx('fund_proposal_decisions').insert({
			book_id: ids.book,
			proposal_id: proposal,
			outcome: 'approved',
			amount: '200',
			decided_on: '2026-03-02',
			reason: 'Layak',
			decided_by: 'pengelola',
			recorded_at: at,
			...change,
		});

const allocate =
	(change: object = {}) =>
	async (trx: Knex) => {
		await decide()(trx);
		return trx('allocations').insert({
			book_id: ids.book,
			id: randomUUID(),
			programme_id: funded.allocation.programmeId,
			kelurahan_code: '17.71.01.1003',
			agreement_number: 'PKS-9',
			agreed_on: '2026-03-05',
			amount: '200',
			tenor_months: 84,
			grace_months: 24,
			proposal_id: proposal,
			...change,
		});
	};

/** The tranche that is there once more, as if it were another. */
const tranche =
	(change: object = {}) =>
	async (trx: Knex) =>
		trx('tranches').insert({
			book_id: ids.book,
			id: randomUUID(),
			allocation_id: funded.allocation.id,
			number: 2,
			document: 'SP2D-2',
			budget_year: 2026,
			received_on: '2026-03-31',
			amount: '100000000',
			entry_number: 1,
			city_book_id: ids.city,
			city_entry_number: 2,
			...change,
		});

/** What is forged breaks the law; what is honest beside it is taken. */
const breaks = test.macro({
	async exec(
		t,
		law: string,
		wrong: (trx: Knex) => Promise<unknown>,
		right?: (trx: Knex) => Promise<unknown>,
	) {
		if (right) await t.notThrowsAsync(asService(world.database.service, right));
		const error = await t.throwsAsync<LawBreach>(asService(world.database.service, wrong));
		t.is(lawOf(error), law, error.message);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

test(
	'a proposal decided by who made it',
	breaks,
	'fund_proposal_four_eyes',
	decide({decided_by: 'ketua'}),
	decide(),
);
test('more granted than asked', breaks, 'fund_proposal_bounds', decide({amount: '301'}));
test(
	'decided before it was asked',
	breaks,
	'fund_proposal_bounds',
	decide({decided_on: '2026-02-28'}),
);
test(
	'an approval of nothing',
	breaks,
	'fund_proposal_decisions_granted_check',
	decide({amount: null}),
);
test(
	'more allocated than granted',
	breaks,
	'allocations_proposed',
	allocate({amount: '201'}),
	allocate(),
);
test(
	'allocated to another kelurahan than was asked for',
	breaks,
	'allocations_proposed',
	allocate({kelurahan_code: '17.71.01.1004'}),
);
test(
	'a tranche that is more than its entry',
	breaks,
	'fund_operations_booked',
	tranche({amount: '100000001'}),
	tranche(),
);
test('a tranche without its entry', breaks, 'fund_operations_booked', tranche({entry_number: 999}));
test('a tranche under an agreement that has ended', breaks, 'allocations_running', async (trx) =>
	tranche({book_id: ids.ended, allocation_id: ended.allocation.id})(trx),
);
test('what was recorded is changed', breaks, '42501', async (trx) =>
	trx('fund_proposals').update({amount: '1'}),
);
test('what was recorded is taken away', breaks, '42501', async (trx) =>
	trx('allocation_endings').delete(),
);

test('even the owner changes nothing of what was agreed', async (t) => {
	for (const table of ['fund_proposals', 'allocation_endings']) {
		const error = await t.throwsAsync<LawBreach>(world.database.owner.raw(`delete from ${table}`));
		t.is(lawOf(error), 'fund_append_only');
	}
});

test.serial('a return leaves what is held for the city, whatever was checked before', async (t) => {
	// Two returns race for the same free money: the floor of the bank account stops the second.
	const back = async () =>
		world.as(fundManager, async (work) =>
			returnFund(work, {
				allocation: funded.allocation.id,
				document: 'STS-1',
				returnedOn: day('2026-03-31'),
				amount: rupiah('60000000'),
			}),
		);
	const outcomes = await Promise.allSettled([back(), back()]);
	t.deepEqual(outcomes.map(({status}) => status).toSorted(), ['fulfilled', 'rejected']);
});

test.serial('two who pay tranches out at once come one after the other', async (t) => {
	const place = await openFunded(world, '17.71.01.1005');
	const pay = async () =>
		world.as(fundManager, async (work) =>
			recordTranche(work, {
				allocation: place.allocation.id,
				document: 'SP2D-X',
				budgetYear: 2026,
				receivedOn: day('2026-03-31'),
				amount: rupiah('250000000'),
			}),
		);
	const outcomes = await Promise.allSettled([pay(), pay()]);
	t.deepEqual(outcomes.map(({status}) => status).toSorted(), ['fulfilled', 'rejected']);
});
