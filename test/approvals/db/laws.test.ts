// The law of the second person against everyone who connects as the application: with SQL, past all
// of our code.
import test from 'ava';
import type {Knex} from 'knex';
import {rupiah} from '../../../src/kernel/money.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {postEntry} from '../../../src/ledger/index.ts';
import {
	type World,
	createWorld,
	handEntry,
	officer,
	openCity,
	openCooperative,
} from '../../helpers/world.ts';
import {type LawBreach, asService as inService, forge} from '../../ledger/db/forge.ts';
import {name} from '../setup.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;
const maker = '00000000-0000-4000-8000-000000000001';
const checker = '00000000-0000-4000-8000-000000000002';

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-01-15', '1000')));
	await name(world, 'manual', {amountAbove: rupiah('100')});
	for (const write of ['grant.give', 'user.deactivate', 'product.change']) await name(world, write);
});
test.after.always(async () => world.close());

const asService = async (run: (trx: Knex) => Promise<unknown>, isKept = false): Promise<void> =>
	inService(world.database.service, run, {isKept});

const lawOf = async (
	run: (trx: Knex) => Promise<unknown>,
	isKept = false,
): Promise<string | undefined> => {
	try {
		await asService(run, isKept);
		return undefined;
	} catch (error) {
		return (error as LawBreach).constraint;
	}
};

const under = async (trx: Knex, approval: string) =>
	trx.raw(`select set_config('bergulir.approval', ?, true)`, [approval]);

const moving = (amount: string) => ({
	into: book,
	lines: [
		['1.1.01', 'debit', amount],
		['3.1.01', 'credit', amount],
	] as const,
});
const high = moving('100.01');
const low = moving('100.00');

let serial = 0;
/** A pending command that would write what `forge` writes. */
async function insertPending(trx: Knex, more: Readonly<Record<string, unknown>> = {}) {
	serial += 1;
	const id = `00000000-0000-4000-8000-0000000001${String(serial).padStart(2, '0')}`;
	await trx('approvals').insert({
		id,
		book_id: trx.raw('(select id from books where code = ?)', [book]),
		places: [book],
		method: 'POST',
		command: 'POST /v1/books/{book}/entries',
		address: `/v1/books/${book}/entries`,
		permission: 'ledger:post',
		input: '{}',
		preview: JSON.stringify([{name: 'manual', amount: '100.01'}]),
		maker: 'siti',
		maker_id: maker,
		made_at: '2026-03-31T05:00:00Z',
		expires_at: '2026-04-02T05:00:00Z',
		version: 1,
		status: 'pending',
		...more,
	});
	return id;
}

const decide = async (
	trx: Knex,
	id: string,
	more: Readonly<Record<string, unknown>> = {},
): Promise<unknown> =>
	trx('approvals')
		.where({id})
		.update({
			status: 'approved',
			decided_by: 'budi',
			decided_by_id: checker,
			decided_at: '2026-03-31T06:00:00Z',
			decided_in: trx.raw('pg_current_xact_id()::text'),
			...more,
		});

test.serial('what no policy names is written; what one names is not', async (t) => {
	t.is(await lawOf(async (trx) => forge(trx, [low])), undefined);
	t.is(await lawOf(async (trx) => forge(trx, [high])), 'writes_approved');
	t.is(await lawOf(async (trx) => forge(trx, [low, high])), 'writes_approved');
});

test.serial('approved in the same transaction it is written, and tells by what', async (t) => {
	let id = '';
	const law = await lawOf(async (trx) => {
		id = await insertPending(trx);
		await decide(trx, id);
		await under(trx, id);
		await forge(trx, [high]);
	}, true);
	t.is(law, undefined);
	const rows = await world.database.owner('approved_writes').where({approval_id: id});
	t.deepEqual(
		rows.map(({write_name: written}) => written),
		['manual'],
	);
});

test.serial('an approval of another transaction lets nothing pass', async (t) => {
	let id = '';
	await asService(async (trx) => {
		id = await insertPending(trx);
		await decide(trx, id);
	}, true);
	const again = await lawOf(async (trx) => {
		await under(trx, id);
		await forge(trx, [high]);
	});
	t.is(again, 'writes_approved');
});

test.serial('what only waits, or what was not shown, lets nothing pass', async (t) => {
	const waiting = await lawOf(async (trx) => {
		await under(trx, await insertPending(trx));
		await forge(trx, [high]);
	});
	t.is(waiting, 'writes_approved');
	const other = await lawOf(async (trx) => {
		const id = await insertPending(trx);
		await decide(trx, id);
		await under(trx, id);
		await forge(trx, [moving('100.02')]);
	});
	t.is(other, 'writes_approved');
});

test.serial('what is only looked at is never kept', async (t) => {
	const law = await lawOf(async (trx) => {
		await under(trx, 'preview');
		await forge(trx, [high]);
	});
	t.is(law, 'approvals_preview_only');
});

test.serial('who makes does not check, and only who made it takes it back', async (t) => {
	const decided = async (more: Readonly<Record<string, unknown>>) =>
		lawOf(async (trx) => decide(trx, await insertPending(trx), more));
	t.is(await decided({}), undefined);
	t.is(await decided({decided_by_id: maker}), 'approvals_two_people_check');
	t.is(await decided({decided_by: 'siti'}), 'approvals_two_people_check');
	t.is(await decided({status: 'rejected', reason: 'Tidak'}), undefined);
	t.is(
		await decided({status: 'rejected', reason: 'x', decided_by_id: maker}),
		'approvals_two_people_check',
	);
	t.is(await decided({status: 'withdrawn'}), 'approvals_two_people_check');
	t.is(await decided({status: 'rejected'}), 'approvals_reason_check');
	t.is(await decided({decided_at: '2026-04-02T05:00:00Z'}), 'approvals_in_time_check');
	t.is(await decided({decided_in: '1'}), 'approvals_kept');
	t.is(await decided({preview: '[]'}), 'approvals_kept');
});

test.serial('it begins as waiting, is decided once, and stays', async (t) => {
	const begun = await lawOf(async (trx) => insertPending(trx, {version: 2}));
	t.is(begun, 'approvals_begin');
	const twice = await lawOf(async (trx) => {
		const id = await insertPending(trx);
		await decide(trx, id);
		await decide(trx, id);
	});
	t.is(twice, 'approvals_final');
	let id = '';
	await asService(async (trx) => {
		id = await insertPending(trx);
	}, true);
	for (const statement of [
		`delete from approvals where id = '${id}'`,
		'truncate approvals, approved_writes',
		`update approvals set maker = 'x', version = 2 where id = '${id}'`,
		`update approved_writes set subject = 'x'`,
		'delete from approval_policies',
	]) {
		const error = await t.throwsAsync<LawBreach>(world.database.owner.raw(statement).then());
		t.regex(error.constraint ?? '', /^approvals_(?:kept|append_only)$/u, statement);
	}
});

test.serial('a policy that holds less takes two, whatever else is named', async (t) => {
	const insert = async (trx: Knex, version: number, more: Readonly<Record<string, unknown>>) =>
		trx('approval_policies').insert({
			write_name: 'manual',
			version,
			effective_from: '2026-03-31',
			is_named: true,
			expires_after_hours: 48,
			legal_basis: 'x',
			status: 'in-force',
			set_by: 'x',
			recorded_at: '2026-03-31T05:00:00Z',
			...more,
		});
	t.is(await lawOf(async (trx) => insert(trx, 2, {is_named: false})), 'writes_approved');
	t.is(await lawOf(async (trx) => insert(trx, 2, {amount_above: '100.01'})), 'writes_approved');
	t.is(await lawOf(async (trx) => insert(trx, 2, {backdated_over: 0})), 'writes_approved');
	t.is(
		await lawOf(async (trx) => insert(trx, 3, {amount_above: '100'})),
		'approval_policies_gapless',
	);
	t.is(await lawOf(async (trx) => insert(trx, 2, {amount_above: '100'})), undefined);
});

test.serial('roles, users and products are held where they are written', async (t) => {
	const user = '00000000-0000-4000-8000-0000000000f1';
	const inserted = await lawOf(
		async (trx) =>
			trx('users').insert({id: user, name: 'baru', created_at: '2026-03-31', created_by: 'x'}),
		true,
	);
	t.is(inserted, undefined);
	const grant = {
		id: '00000000-0000-4000-8000-0000000000f2',
		user_id: user,
		role: 'administrator',
		scope_kind: 'all',
		granted_at: '2026-03-31',
		granted_by: 'x',
	};
	t.is(await lawOf(async (trx) => trx('user_grants').insert(grant)), 'writes_approved');
	const shut = async (trx: Knex) => trx('users').where({id: user}).update({is_active: false});
	t.is(await lawOf(shut), 'writes_approved');
	const product = {
		code: 'QRD-12',
		version: 1,
		effective_from: '2026-03-31',
		name: 'Qardh',
		akad: 'qardh',
		method: 'bullet',
		principal_min: '1',
		principal_max: '2',
		instalments_min: 1,
		instalments_max: 1,
		period_unit: 'month',
		period_every: 1,
		day_count: 'rate/12',
		rounding: 'half-even',
		principal_grace_instalments: 0,
		margin_deferred_instalments: 0,
		working_day_shift: 'none',
		rest_days: '{}',
		waterfall: '[]',
		fees: '[]',
		tranches_max: 1,
		legal_basis: 'x',
		created_by: 'x',
		created_at: '2026-03-31',
	};
	const insert = async (trx: Knex) =>
		trx('loan_products').insert({
			...product,
			book_id: trx.raw('(select id from books where code = ?)', [book]),
		});
	t.is(await lawOf(insert), 'writes_approved');
});

test.serial('a pending command is seen within the scope of its book alone', async (t) => {
	await asService(async (trx) => insertPending(trx), true);
	const count = async (books: string): Promise<number> =>
		world.database.service.transaction(async (trx) => {
			await trx.raw(
				`select set_config('bergulir.all_books', 'off', true), set_config('bergulir.books', ?, true)`,
				[books],
			);
			return (await trx('approvals').select('id')).length;
		});
	const [{id}] = await world.database.owner('books').where({code: book}).select('id');
	t.true((await count(`{${id}}`)) > 0);
	t.is(await count('{}'), 0);
});
