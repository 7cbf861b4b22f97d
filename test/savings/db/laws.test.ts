// The laws of savings against everyone who connects as the application: with SQL, past our code.
// Each test first shows that the honest one beside it is taken.
import {randomUUID} from 'node:crypto';
import test from 'ava';
import type {Knex} from 'knex';
import {verify as verifyAll} from '../../../src/cli/verify.ts';
import type {BookCode, MemberId} from '../../../src/kernel/ids.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {depositSaving, leaveCooperative, verifySavings} from '../../../src/savings/index.ts';
import {type LawBreach, asService as inService, forge, lawOf} from '../../ledger/db/forge.ts';
import {
	type World,
	createWorld,
	day,
	joinMember,
	officer,
	openCooperative,
} from '../../helpers/world.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;
let bookId: number;
let member: MemberId;
let another: MemberId;
let gone: MemberId;
let deposit: string;

// The member has Rp 100 of wadiah since 10 January and Rp 50 of pokok; another has nothing, and one
// has left.
test.before(async () => {
	world = await createWorld();
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	member = (await joinMember(world, book)).id;
	another = (await joinMember(world, book)).id;
	gone = (await joinMember(world, book)).id;
	const save = async (product: 'wadiah' | 'pokok', amount: string) =>
		world.as(officer, async (work) =>
			depositSaving(work, {
				member,
				product,
				effectiveOn: day('2026-01-10'),
				amount: rupiah(amount),
				method: 'cash',
			}),
		);
	deposit = (await save('wadiah', '100')).id;
	await save('pokok', '50');
	await world.as(officer, async (work) =>
		leaveCooperative(work, {
			member: gone,
			leftOn: day('2026-02-01'),
			method: 'cash',
			reason: 'Pindah',
		}),
	);
	const row: {id: number} | undefined = await world.database
		.owner('books')
		.where({code: book})
		.first();
	bookId = row!.id;
});
test.after.always(async () => {
	await world.close();
});

const asService = async (run: (trx: Knex) => Promise<unknown>): Promise<void> =>
	inService(world.database.service, run);

type Wish = {
	readonly account?: string;
	readonly side?: 'debit' | 'credit';
	readonly amount?: string;
	readonly whose?: MemberId;
	readonly entryKind?: string;
	readonly effectiveOn?: string;
	/** What the row of the movement says other than its entry. */
	readonly row?: Readonly<Record<string, unknown>>;
};

/** An entry, honest but for what is named, and the movement beside it. */
async function move(trx: Knex, wish: Wish = {}): Promise<void> {
	const {
		account = '2.1.01',
		side = 'credit',
		amount = '10.00',
		whose = member,
		effectiveOn = '2026-03-01',
		row = {},
	} = wish;
	const kind = side === 'credit' ? 'deposit' : 'withdrawal';
	const about = [null, null, whose] as const;
	await forge(trx, [
		{
			into: book,
			kind: wish.entryKind ?? `saving-${kind}`,
			effectiveOn,
			lines: [
				['1.1.01', side === 'credit' ? 'debit' : 'credit', amount, ...about],
				[account, side, amount, ...about],
			],
		},
	]);
	const last: {number: number} | undefined = await trx('book_tips')
		.where({book_id: bookId})
		.first('number');
	await trx('saving_movements').insert({
		book_id: bookId,
		id: randomUUID(),
		member_id: whose,
		product: 'wadiah',
		kind,
		number: 900,
		effective_on: effectiveOn,
		method: 'cash',
		amount,
		entry_number: last!.number,
		is_leaving: false,
		recorded_by: 'penyusup',
		...row,
	});
}

const breaks = test.macro({
	async exec(
		t,
		law: string,
		wrong: (trx: Knex) => Promise<unknown>,
		right: (trx: Knex) => Promise<unknown> = async (trx) => move(trx),
	) {
		await t.notThrowsAsync(asService(async (trx) => right(trx)));
		const error = await t.throwsAsync<LawBreach>(asService(wrong));
		t.is(lawOf(error), law, error.message);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

/** Wished for once the members are there. */
const wrongly =
	(wish: Wish | (() => Wish)) =>
	async (trx: Knex): Promise<void> =>
		move(trx, typeof wish === 'function' ? wish() : wish);

test.serial(
	'more than the member has',
	breaks,
	'saving_movements_day',
	wrongly({side: 'debit', amount: '100.01'}),
	wrongly({side: 'debit', amount: '100.00'}),
);
test.serial(
	'more than the member had on the day',
	breaks,
	'saving_movements_day',
	wrongly({side: 'debit', effectiveOn: '2026-01-09'}),
	wrongly({side: 'debit', effectiveOn: '2026-01-10'}),
);
test.serial(
	'more than is left on a later day',
	breaks,
	'saving_movements_day',
	async (trx) => {
		await move(trx, {side: 'debit', amount: '60.00', effectiveOn: '2026-02-01'});
		await move(trx, {
			side: 'debit',
			amount: '60.00',
			effectiveOn: '2026-01-20',
			row: {number: 901},
		});
	},
	async (trx) => {
		await move(trx, {side: 'debit', amount: '60.00', effectiveOn: '2026-02-01'});
		await move(trx, {
			side: 'debit',
			amount: '40.00',
			effectiveOn: '2026-01-20',
			row: {number: 901},
		});
	},
);
test.serial(
	'what a member saved, taken by another',
	breaks,
	'saving_movements_day',
	wrongly(() => ({side: 'debit', whose: another})),
);
test.serial(
	'what belongs to a member, whom the entry does not name',
	breaks,
	'saving_movements_as_booked',
	wrongly(() => ({row: {member_id: another}})),
);
test.serial(
	'another amount than was booked',
	breaks,
	'saving_movements_as_booked',
	wrongly({row: {amount: '9.99'}}),
);
test.serial(
	'another product than was booked',
	breaks,
	'saving_movements_as_booked',
	wrongly({row: {product: 'mudharabah'}}),
);
test.serial(
	'another day than was booked',
	breaks,
	'saving_movements_as_booked',
	wrongly({row: {effective_on: '2026-03-02'}}),
);
test.serial(
	'an entry of another kind',
	breaks,
	'saving_movements_as_booked',
	wrongly({entryKind: 'repayment'}),
);
test.serial(
	'a withdrawal that was booked as a deposit',
	breaks,
	'saving_movements_as_booked',
	wrongly({row: {kind: 'withdrawal'}}),
);
test.serial(
	'an entry that there is not',
	breaks,
	'saving_movements_as_booked',
	wrongly({row: {entry_number: 99_999}}),
);
test.serial('an entry used twice', breaks, 'saving_movements_entry_key', async (trx) => {
	await move(trx);
	const row = (await trx('saving_movements')
		.where({book_id: bookId, number: 900})
		.first()) as object;
	const {change: _, ...copy} = row as Record<string, unknown>;
	await trx('saving_movements').insert({...copy, id: randomUUID(), number: 901});
});
test.serial('a slip’s number used twice', breaks, 'saving_movements_number_key', async (trx) => {
	await move(trx);
	await move(trx);
});
test.serial(
	'pokok withdrawn by a member',
	breaks,
	'saving_movements_locked_check',
	wrongly({side: 'debit', account: '3.1.01', row: {product: 'pokok'}}),
	wrongly({side: 'credit', account: '3.1.01', row: {product: 'pokok'}}),
);
test.serial(
	'pokok paid back to one who does not leave',
	breaks,
	'saving_movements_leaving',
	wrongly({
		side: 'debit',
		account: '3.1.01',
		amount: '50.00',
		row: {product: 'pokok', is_leaving: true},
	}),
	async (trx) => {
		await move(trx, {
			side: 'debit',
			account: '3.1.01',
			amount: '50.00',
			row: {product: 'pokok', is_leaving: true},
		});
		await move(trx, {side: 'debit', amount: '100.00', row: {number: 901, is_leaving: true}});
		await trx('members')
			.where({book_id: bookId, id: member})
			.update({left_on: '2026-03-01', left_reason: 'Pindah'});
	},
);
test.serial(
	'a deposit of one who left',
	breaks,
	'saving_movements_member',
	wrongly(() => ({whose: gone})),
	wrongly(() => ({whose: another})),
);
test.serial(
	'one who leaves and still has savings',
	breaks,
	'members_left_paid',
	async (trx) =>
		trx('members')
			.where({book_id: bookId, id: member})
			.update({left_on: '2026-03-01', left_reason: 'Pindah'}),
	async (trx) => {
		await trx('members')
			.where({book_id: bookId, id: another})
			.update({left_on: '2026-03-01', left_reason: 'Pindah'});
	},
);
test.serial(
	'a reversal of what was not reversed in the journal',
	breaks,
	'saving_movements_as_booked',
	async (trx) => move(trx, {row: {number: null, reverses: deposit, amount: '100.00'}}),
);
test.serial('a reversal of another amount', breaks, 'saving_movements_mirror', async (trx) =>
	move(trx, {row: {number: null, reverses: deposit, amount: '10.00'}}),
);
test.serial('a balance written by hand', breaks, '42501', async (trx) =>
	trx('savings_balances').where({book_id: bookId}).update({balance: '1000000'}),
);
test.serial('a balance put in by hand', breaks, '42501', async (trx) =>
	trx('savings_balances').insert({
		book_id: bookId,
		member_id: another,
		product: 'wadiah',
		balance: '1000000',
	}),
);
test.serial('a movement rewritten', breaks, '42501', async (trx) =>
	trx('saving_movements').where({book_id: bookId}).update({amount: '1'}),
);
test.serial('a movement struck out', breaks, '42501', async (trx) =>
	trx('saving_movements').where({book_id: bookId}).delete(),
);

const obligation = (from: string, amount = '10000') => ({
	book_id: bookId,
	effective_from: from,
	amount,
	legal_basis: 'AD/ART',
	recorded_at: '2026-03-31T05:00:00Z',
	recorded_by: 'penyelia',
});
test.serial(
	'an obligation for a month before the last',
	breaks,
	'saving_obligations_forward',
	async (trx) => {
		await trx('saving_obligations').insert(obligation('2026-02-01'));
		await trx('saving_obligations').insert(obligation('2026-01-01'));
	},
	async (trx) => {
		await trx('saving_obligations').insert(obligation('2026-01-01'));
		await trx('saving_obligations').insert(obligation('2026-02-01'));
	},
);
test.serial(
	'an obligation from the middle of a month',
	breaks,
	'saving_obligations_month_check',
	async (trx) => trx('saving_obligations').insert(obligation('2026-02-02')),
);
test.serial('an obligation below zero', breaks, 'saving_obligations_amount_check', async (trx) =>
	trx('saving_obligations').insert(obligation('2026-02-01', '-1')),
);

test.serial('not even the owner changes what was moved', async (t) => {
	const {owner} = world.database;
	for (const sql of [
		'update saving_movements set amount = 1',
		'delete from saving_movements',
		'truncate saving_movements',
	]) {
		const error = await t.throwsAsync<LawBreach>(async () => owner.raw(sql));
		t.is(lawOf(error), 'cooperatives_append_only', sql);
	}
});

test.serial('savings of another cooperative are neither seen nor moved', async (t) => {
	const scope = ['KOP-1771011002'];
	await inService(
		world.database.service,
		async (trx) => {
			for (const table of ['saving_movements', 'savings_balances', 'saving_obligations']) {
				t.deepEqual(await trx(table), [], table);
			}
		},
		{scope},
	);
	const error = await t.throwsAsync<LawBreach>(
		inService(
			world.database.service,
			async (trx) => trx('saving_obligations').insert(obligation('2026-02-01')),
			{scope},
		),
	);
	t.is(lawOf(error), '42501');
});

test.serial(
	'what is kept is what is booked, and a kept balance of one’s own making is found',
	async (t) => {
		const verify = async () => world.as(officer, async (work) => verifySavings(work, book));
		t.deepEqual(await verify(), []);
		const {owner} = world.database;
		const own = {book_id: bookId, member_id: member, product: 'wadiah'};
		await owner('savings_balances').where(own).update({balance: '99.99'});
		const [difference] = await verify();
		t.like(difference, {member, product: 'wadiah'});
		t.is(difference!.kept.toFixed(2), '99.99');
		t.is(difference!.booked.toFixed(2), '100.00');
		t.deepEqual((await verifyAll(world, book)).lines, [
			`verify/savings\t${book}\t-\twadiah of member ${member}: kept 99.99, booked 100.00`,
		]);
		await owner('savings_balances').where(own).update({balance: '100'});
		t.deepEqual(await verify(), []);
	},
);
