// What the code refuses with a sentence, PostgreSQL refuses to whoever speaks SQL as the
// application, and to the owner where something was recorded.
import type {EntryKind} from '../../../src/kernel/entry-kind.ts';
import test from 'ava';
import type {Knex} from 'knex';
import {postEntry} from '../../../src/ledger/index.ts';
import type {LoanId} from '../../../src/kernel/ids.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {type ProvisionRun, draftProvision} from '../../../src/provisioning/booking.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	lend,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';
import {asService} from '../../ledger/db/forge.ts';
import {choose, provide, setClass} from '../setup.ts';

let world: World;
let funded: Funded;
let loan: LoanId;
let other: LoanId;
let bookId: number;

test.before(async () => {
	world = await createWorld('2025-09-30');
	await openCity(world);
	funded = await openFunded(world);
	loan = (await lend(world, funded, {disbursedOn: '2025-02-03'})).id;
	other = (await lend(world, funded, {disbursedOn: '2025-02-03'})).id;
	await choose(world, funded.book, 'koperasi');
	await setClass(world, other, 'macet', '2025-05-01');
	await provide(world, funded.book, '2025-05');
	({id: bookId} = await world.database.owner('books').where({code: funded.book}).first('id'));
});
test.after.always(async () => {
	await world.close();
});

const lawOf = async (run: (trx: Knex) => Promise<unknown>): Promise<string> =>
	asService(world.database.service, run).then(
		() => 'nothing',
		(error: unknown) => {
			const {constraint, code} = error as {constraint?: string; code?: string};
			return constraint ?? code ?? String(error);
		},
	);

const manual = (given: object) => ({
	book_id: bookId,
	loan_id: loan,
	policy_code: 'koperasi',
	number: 1,
	effective_from: '2025-07-01',
	class_code: 'macet',
	reason: 'x',
	recorded_by: 'x',
	recorded_at: '2025-09-30T05:00:00Z',
	...given,
});

const setting = async (given: object): Promise<string> =>
	lawOf(async (trx) => trx('manual_classes').insert(manual(given)));

test('a class by hand is worse than lateness says on its day', async (t) => {
	// Late since 3 March: within three months current, from 4 June on kurang lancar.
	t.is(await setting({}), 'nothing');
	t.is(await setting({class_code: 'diragukan'}), 'nothing');
	t.is(await setting({class_code: 'kurang-lancar'}), 'manual_classes_only_worse');
	t.is(await setting({class_code: 'lancar'}), 'manual_classes_only_worse');
	t.is(await setting({class_code: 'kurang-lancar', effective_from: '2025-06-03'}), 'nothing');
	t.is(
		await setting({class_code: 'kurang-lancar', effective_from: '2025-06-04'}),
		'manual_classes_only_worse',
	);
	t.is(
		await setting({class_code: 'lancar', effective_from: '2025-02-03'}),
		'manual_classes_only_worse',
	);
});

test('a class is one of its policy, of a loan that owes something', async (t) => {
	t.is(await setting({class_code: 'dalam-perhatian-khusus'}), 'manual_classes_only_worse');
	t.is(await setting({effective_from: '2025-02-02'}), 'manual_classes_only_worse');
	t.is(await setting({policy_code: 'pojk-0'}), 'manual_classes_only_worse');
	t.is(await setting({reason: ''}), 'manual_classes_reason_check');
});

test('records of a class follow each other and are not of the future', async (t) => {
	t.is(await setting({number: 2}), 'manual_classes_forward');
	t.is(await setting({loan_id: other}), 'manual_classes_forward');
	t.is(
		await setting({loan_id: other, number: 2, effective_from: '2025-04-30'}),
		'manual_classes_forward',
	);
	t.is(await setting({loan_id: other, number: 2, class_code: null}), 'nothing');
	t.is(await setting({effective_from: '2025-10-01'}), 'manual_classes_not_future');
	t.is(await setting({recorded_at: '2099-01-01'}), 'manual_classes_not_future');
});

test('a class ends where one stands', async (t) => {
	t.is(await setting({class_code: null}), 'manual_classes_nothing_to_end');
	const ended = await lawOf(async (trx) => {
		await trx('manual_classes').insert(manual({loan_id: other, number: 2, class_code: null}));
		await trx('manual_classes').insert(manual({loan_id: other, number: 3, class_code: null}));
	});
	t.is(ended, 'manual_classes_nothing_to_end');
});

test('a choice of policy follows the one before', async (t) => {
	const choice = {
		book_id: bookId,
		policy_code: 'pojk-62',
		reason: 'x',
		decided_by: 'x',
		decided_at: '2025-09-30T05:00:00Z',
	};
	const choosing = async (effectiveFrom: string): Promise<string> =>
		lawOf(async (trx) =>
			trx('provision_choices').insert({...choice, effective_from: effectiveFrom}),
		);
	t.is(await choosing('2025-01-01'), 'provision_choices_forward');
	t.is(await choosing('2024-12-31'), 'provision_choices_forward');
	t.is(await choosing('2025-01-02'), 'nothing');
});

// May: 0.5 % of 1,200,000 and all of 1,200,000. June: kurang lancar, 10 %, and all of the other.
const june: Omit<ProvisionRun, 'entryNumber'> = {
	number: 2,
	month: day('2025-06-01'),
	policy: 'koperasi',
	version: 1,
	bookedBefore: rupiah('1206000'),
	required: rupiah('1320000'),
	bookedBy: 'x',
};

/** Posts an entry of a kind for June, and then records a document of it; all is undone. */
const booking = async (
	given: Partial<ProvisionRun>,
	{kind = 'provision', amount = '114000'}: {kind?: EntryKind; amount?: string} = {},
): Promise<string> => {
	let law = 'nothing';
	await world
		.as(supervisor, async (work) => {
			const change = {fund: funded.allocation.id, amount: rupiah(amount)};
			const draft = draftProvision(funded.book, june, [change]);
			const entry = await postEntry(work, {...draft, kind});
			const book = (await work.ledger.findBook(funded.book))!;
			await work.provisioning.insertRun(book, {...june, entryNumber: entry.number, ...given});
			throw new Error('undone');
		})
		.catch((error: unknown) => {
			const {cause, message} = error as {cause?: {constraint?: string}; message: string};
			law = message === 'undone' ? 'nothing' : (cause?.constraint ?? message);
		});
	return law;
};

test('a document says what its policy requires, and the allowance is that', async (t) => {
	t.is(await booking({}), 'nothing');
	t.is(await booking({required: rupiah('1319999')}), 'provision_runs_required');
	t.is(await booking({}, {amount: '113999'}), 'provision_runs_booked');
	t.is(await booking({policy: 'pojk-62'}), 'provision_runs_policy');
	t.is(await booking({}, {kind: 'manual'}), 'provision_runs_entry');
	t.is(await booking({month: day('2025-07-01')}), 'provision_runs_entry');
	t.is(await booking({entryNumber: 1}), 'provision_runs_entry');
	t.is(await booking({number: 3}), 'provision_runs_forward');
	t.is(await booking({number: 1}), 'provision_runs_forward');
	t.is(await booking({month: day('2025-04-01')}), 'provision_runs_forward');
});

const tables = [
	'provision_policies',
	'provision_policy_versions',
	'provision_classes',
	'provision_bands',
	'manual_classes',
	'provision_choices',
	'provision_runs',
];

test('nobody who connects as the application changes a policy or a record', async (t) => {
	for (const table of tables) {
		t.is(await lawOf(async (trx) => trx(table).delete()), '42501', table);
		const [column] = Object.keys(await world.database.owner(table).first());
		t.is(await lawOf(async (trx) => trx(table).update(column!, null)), '42501', table);
		t.is(await lawOf(async (trx) => trx.raw('truncate ??', [table])), '42501', table);
	}
	for (const table of tables.slice(0, 4)) {
		const row = await world.database.owner(table).first();
		t.is(await lawOf(async (trx) => trx(table).insert(row)), '42501', table);
	}
});

test.serial('the owner does not either', async (t) => {
	for (const table of tables) {
		const refused = async (sql: string): Promise<string> =>
			world.database.owner.raw(sql, [table]).then(
				() => 'done',
				(error: unknown) => (error as {constraint: string}).constraint,
			);
		t.is(await refused('delete from ??'), 'provisioning_append_only', table);
		t.is(await refused('truncate ?? cascade'), 'provisioning_append_only', table);
	}
});

test('another book is out of reach', async (t) => {
	const outside = async (run: (trx: Knex) => Promise<unknown>): Promise<unknown> =>
		asService(world.database.service, run, {scope: ['KOP-1771021001']}).then(
			() => 'nothing',
			(error: unknown) => (error as {code: string}).code,
		);
	for (const table of ['manual_classes', 'provision_choices', 'provision_runs']) {
		await outside(async (trx) => {
			t.is((await trx(table).select()).length, 0, table);
		});
	}
	t.is(await outside(async (trx) => trx('manual_classes').insert(manual({}))), '42501');
	t.is(
		await outside(async (trx) => {
			const {rows} = await trx.raw<{rows: unknown[]}>(
				`select * from provisioning_classes('2025-09-30')`,
			);
			t.deepEqual(rows, []);
		}),
		'nothing',
	);
});
