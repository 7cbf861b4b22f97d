// What the code refuses with a sentence, PostgreSQL refuses to whoever speaks SQL as the
// application, and to the owner where something was recorded.
import test from 'ava';
import type {Knex} from 'knex';
import {cityAccounts} from '../../../src/fund/index.ts';
import {draftClaimPayment} from '../../../src/city/entries.ts';
import type {FundClaim, FundWriteOff} from '../../../src/city/index.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {credit, debit, postEntry} from '../../../src/ledger/index.ts';
import {type Funded, type World, asServiceOf, city, day, fundManager} from '../../helpers/world.ts';
import {
	closeOn,
	collect,
	createOldWorld,
	openOld,
	proposal,
	propose,
	provideFor,
	registerBendahara,
	reportLoss,
	stateLoss,
} from '../setup.ts';

let world: World;
let funded: Funded;
let other: Funded;
let claim: FundClaim;
let reported: FundClaim;
let asked: FundWriteOff;
let bookId: number;
let cooperativeId: number;

test.before(async () => {
	world = await createOldWorld('2026-03-31');
	funded = await openOld(world);
	other = await openOld(world, '17.71.02.1001');
	await collect(world, funded, '60000000');
	const bendahara = await registerBendahara(world, funded);
	claim = await stateLoss(world, await reportLoss(world, funded, bendahara, '50000000'));
	reported = await reportLoss(world, funded, bendahara, '1000000');
	await closeOn(world, '2015-12-31');
	await provideFor(world, '2025-05');
	asked = await propose(world, proposal(funded, 'conditional', '100000000'));
	({id: bookId} = await world.database.owner('books').where({code: city}).first('id'));
	({id: cooperativeId} = await world.database
		.owner('books')
		.where({code: funded.book})
		.first('id'));
});
test.after.always(async () => {
	await world.close();
});

const lawOf = async (run: (trx: Knex) => Promise<unknown>): Promise<string> =>
	asServiceOf(world, run).then(
		() => 'nothing',
		(error: unknown) => {
			const {constraint, code} = error as {constraint?: string; code?: string};
			return constraint ?? code ?? String(error);
		},
	);

const at = '2026-03-31T05:00:00Z';

test.serial('a current portion is what its entries say, mirrored on the next day', async (t) => {
	const {rows} = await world.database.owner.raw<{rows: {number: number; effective_on: string}[]}>(
		`select number, effective_on from entries where book_id = ? and kind = 'current-portion'
		order by number`,
		[bookId],
	);
	// Two allocations, each with its mirror before the closing entry.
	t.is(rows.length, 4);
	const [mirrored, closing] = [rows[0]!, rows[1]!];
	const inserting = async (given: object) =>
		lawOf(async (trx) =>
			trx('city_current_portions').insert({
				book_id: bookId,
				number: 3,
				balance_date: '2015-12-31',
				fund_id: funded.allocation.id,
				booked_before: '0',
				required: '100000000',
				entry_number: closing.number,
				mirror_entry: mirrored.number,
				booked_by: 'x',
				recorded_at: at,
				...given,
			}),
		);
	t.is(await inserting({}), 'nothing');
	t.is(await inserting({number: 4}), 'city_current_portions_forward');
	t.is(await inserting({required: '99999999'}), 'city_current_portions_booked');
	t.is(await inserting({balance_date: '2016-12-31'}), 'city_current_portions_mirrored');
	t.is(
		await inserting({entry_number: mirrored.number, mirror_entry: closing.number}),
		'city_current_portions_mirrored',
	);
	t.is(await inserting({mirror_entry: rows[2]!.number}), 'city_current_portions_mirrored');
});

test.serial('a provision is what its class asks of what is invested, and is booked', async (t) => {
	// Nothing was moved since May: the same class asks for as much again, and it is booked.
	const inserting = async (given: object) =>
		lawOf(async (trx) => {
			const {number} = await trx('entries')
				.where({book_id: bookId, kind: 'provision'})
				.orderBy('number', 'desc')
				.first('number');
			await trx('city_provisions').insert({
				book_id: bookId,
				number: 3,
				month: '2025-05-01',
				fund_id: other.allocation.id,
				policy_code: 'permendagri-73',
				version: 1,
				class_code: 'macet',
				months_past_due: 102,
				base: '500000000',
				booked_before: '0',
				required: '500000000',
				entry_number: number,
				booked_by: 'x',
				recorded_at: at,
				...given,
			});
		});
	t.is(await inserting({}), 'nothing');
	t.is(await inserting({number: 4}), 'city_provisions_forward');
	t.is(await inserting({month: '2025-04-01'}), 'city_provisions_forward');
	t.is(await inserting({month: '2025-06-01'}), 'city_provisions_entry');
	t.is(await inserting({class_code: 'diragukan'}), 'city_provisions_class');
	t.is(await inserting({months_past_due: 60}), 'city_provisions_class');
	t.is(await inserting({policy_code: 'koperasi'}), 'city_provisions_class');
	t.is(await inserting({base: '1'}), 'city_provisions_required');
	t.is(await inserting({required: '499999999'}), 'city_provisions_required');
});

test.serial('a write-off is decided by another, once, and as it was booked', async (t) => {
	const deciding = async (given: object) =>
		lawOf(async (trx) =>
			trx('fund_write_off_decisions').insert({
				book_id: bookId,
				write_off_id: asked.id,
				outcome: 'rejected',
				reason: 'x',
				decided_by: 'penyelia',
				recorded_at: at,
				...given,
			}),
		);
	t.is(await deciding({}), 'nothing');
	t.is(await deciding({decided_by: fundManager.name}), 'fund_write_offs_two_people');
	t.is(await deciding({outcome: 'confirmed'}), 'fund_write_offs_booked');
	t.is(await deciding({outcome: 'confirmed', entry_number: 1}), 'fund_write_offs_booked');
	t.is(await deciding({entry_number: 1}), 'fund_write_off_decisions_booked_check');
});

test.serial(
	'a proposal is of the own city, one at a time, and the council has its say',
	async (t) => {
		const proposing = async (given: object) =>
			lawOf(async (trx) =>
				trx('fund_write_offs').insert({
					book_id: bookId,
					id: '0190b1c0-0000-7000-8000-000000000001',
					number: 2,
					cooperative_book_id: cooperativeId,
					allocation_id: funded.allocation.id,
					step: 'conditional',
					amount: '1',
					effective_on: '2025-07-01',
					decree: 'x',
					decree_on: '2025-07-01',
					reason: 'x',
					proposed_by: 'x',
					recorded_at: at,
					...given,
				}),
			);
		const ofOther = async (given: object) => {
			const {book_id: otherId} = await world.database
				.owner('allocations')
				.where({id: other.allocation.id})
				.first('book_id');
			return proposing({
				cooperative_book_id: otherId,
				allocation_id: other.allocation.id,
				...given,
			});
		};
		t.is(await proposing({}), 'fund_write_offs_open');
		t.is(await ofOther({}), 'nothing');
		t.is(await ofOther({number: 3}), 'fund_write_offs_forward');
		t.is(await ofOther({book_id: cooperativeId, number: 1}), 'fund_write_offs_city');
		t.is(await ofOther({decree_on: '2025-07-02'}), 'fund_write_offs_decreed_check');
		t.is(await ofOther({amount: '5000000000.01'}), 'fund_write_offs_council');
		t.is(await ofOther({amount: '5000000000.01', council_document: 'DPRD'}), 'nothing');
		t.is(await ofOther({amount: '0'}), 'fund_write_offs_amount_check');
		t.is(await ofOther({step: 'half'}), 'fund_write_offs_step_check');
	},
);

const stepping = (given: object) => async (trx: Knex) =>
	trx('fund_claim_events').insert({
		book_id: bookId,
		claim_id: claim.id,
		sequence: 2,
		kind: 'prosecuted',
		occurred_on: '2025-07-01',
		actor: 'x',
		document: 'x',
		reason: 'x',
		recorded_at: at,
		...given,
	});

test.serial('the steps of a claim in their order, by two people', async (t) => {
	const takes = async (given: object) => lawOf(stepping(given));
	t.is(await takes({}), 'nothing');
	t.is(await takes({sequence: 3}), 'fund_claim_events_forward');
	t.is(await takes({occurred_on: '2025-05-31'}), 'fund_claim_events_forward');
	t.is(await takes({occurred_on: '2025-06-09'}), 'fund_claim_events_forward');
	t.is(await takes({kind: 'dropped'}), 'fund_claim_events_steps');
	t.is(
		await lawOf(async (trx) => {
			await stepping({})(trx);
			await stepping({sequence: 3})(trx);
		}),
		'fund_claim_events_steps',
	);
	const first = {claim_id: reported.id, sequence: 1};
	t.is(await takes({...first, kind: 'dropped'}), 'nothing');
	t.is(
		await takes({...first, kind: 'dropped', actor: reported.reportedBy}),
		'fund_claims_two_people',
	);
	t.is(await takes(first), 'fund_claim_events_steps');
	const stated = {...first, kind: 'stated', basis: 'decree', amount: '1000000', entry_number: 1};
	t.is(await takes(stated), 'fund_claims_scheduled');
	t.is(await takes({basis: 'sktjm'}), 'fund_claim_events_stated_check');
});

test.serial('a claim is what the journal says, never below nothing', async (t) => {
	const paying = async (amount: string, booked = amount) =>
		world
			.as(fundManager, async (work) => {
				const about = {id: claim.id, fund: claim.allocation};
				const stated = {effectiveOn: day('2025-07-01'), document: 'x', reason: 'x'};
				const draft = draftClaimPayment(city, stated, about, rupiah(booked));
				const entry = await postEntry(work, draft);
				await work.city.insertClaimEvent((await work.ledger.findBook(city))!, claim.id, {
					sequence: 2,
					kind: 'paid',
					occurredOn: day('2025-07-01'),
					actor: 'x',
					document: 'x',
					reason: 'x',
					amount: rupiah(amount),
					receiptNumber: 9,
					entryNumber: entry.number,
					recordedAt: new Date(at),
				});
				throw new Error('undone');
			})
			.catch((error: unknown) => {
				const {cause, code, message} = error as Error & {code?: string};
				return (cause as {constraint?: string} | undefined)?.constraint ?? code ?? message;
			});
	t.is(await paying('20000000'), 'undone');
	t.is(await paying('20000000', '19999999'), 'fund_claims_booked');
	t.is(await paying('19999999', '20000000'), 'fund_claims_booked');
	// Below nothing the account itself stops it.
	t.is(await paying('50000001'), 'ledger/floor-broken');
});

test.serial('what mirrors or values a debt is not moved by hand', async (t) => {
	const {currentPortion, doubtful, claims, writtenOff, writtenOffCounter, writeOffRecovery} =
		cityAccounts;
	const fund = funded.allocation.id;
	for (const account of [
		currentPortion,
		doubtful,
		claims,
		writtenOff,
		writtenOffCounter,
		writeOffRecovery,
	]) {
		await t.throwsAsync(
			world.as(fundManager, async (work) =>
				postEntry(work, {
					book: city,
					effectiveOn: day('2026-03-31'),
					kind: 'manual',
					reason: 'x',
					document: 'x',
					lines: [
						debit(account, rupiah('1'), {fund}),
						credit(cityAccounts.equity, rupiah('1'), {fund}),
					],
				}),
			),
			{code: 'ledger/account-controlled'},
		);
	}
});

test.serial('what was recorded stays, even to the owner', async (t) => {
	for (const table of [
		'city_policies',
		'city_current_portions',
		'city_provisions',
		'fund_write_offs',
		'fund_claims',
		'fund_claim_instalments',
		'fund_claim_events',
	]) {
		const changing = async (run: Promise<unknown>) =>
			run.then(
				() => 'nothing',
				(error: unknown) => (error as {constraint?: string}).constraint,
			);
		const {owner} = world.database;
		t.is(await changing(owner(table).delete()), 'fund_append_only', table);
		t.is(await changing(owner.raw('truncate ?? cascade', [table])), 'fund_append_only', table);
		// 42501: the service has no right to.
		t.is(await lawOf(async (trx) => trx(table).delete()), '42501', table);
	}
});

test.serial('whoever sees the cooperative alone sees nothing of the city', async (t) => {
	await asServiceOf(
		world,
		async (trx) => {
			for (const table of ['city_provisions', 'fund_write_offs', 'fund_claims']) {
				t.deepEqual(await trx(table).select(), [], table);
			}
		},
		[funded.book],
	);
});
