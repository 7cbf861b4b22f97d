// The laws of receipts against everyone who connects as the application: with SQL, past our code.
import test from 'ava';
import type {Knex} from 'knex';
import {up} from '../../../migrations/20261124003100_create_receipt_codes.ts';
import {readCheckCode} from '../../../src/kernel/check-code.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {recordRepayment} from '../../../src/lending/index.ts';
import {type LawBreach, asService, lawOf} from '../../ledger/db/forge.ts';
import {
	type Funded,
	type World,
	asServiceOf,
	createWorld,
	day,
	lend,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let mine: Funded;
let bookId: number;
let code: string;

// Two payments of one loan, with the receipts KW-1 and KW-2.
test.before(async () => {
	world = await createWorld();
	await openCity(world);
	mine = await openFunded(world);
	await openFunded(world, '17.71.02.1001');
	const loan = await lend(world, mine);
	for (const paidOn of ['2025-03-03', '2025-04-03']) {
		await world.as(officer, async (work) =>
			recordRepayment(work, {
				loan: loan.id,
				paidOn: day(paidOn),
				amount: rupiah('100000'),
				method: 'cash',
			}),
		);
	}
	const [book] = await world.database
		.owner<{id: number; code: string}>('books')
		.where({code: mine.book});
	bookId = book!.id;
	const [first] = await world.database
		.owner<{code: string; book_id: number; number: number}>('receipt_codes')
		.where({book_id: bookId, number: 1});
	code = first!.code;
});
test.after.always(async () => world.close());

/** The law that refuses what is done as the service, everywhere; undefined where it is taken. */
async function refusedBy(run: (trx: Knex) => Promise<unknown>): Promise<string | undefined> {
	try {
		await asService(world.database.service, run);
		return undefined;
	} catch (error) {
		return lawOf(error as LawBreach);
	}
}

test.serial('a number is given with its code, or not at all', async (t) => {
	const take = `update document_numbers set last = last + 1
		where book_id = ? and kind = 'receipt'`;
	const keep = 'insert into receipt_codes (book_id, series, number, code) values (?, ?, ?, ?)';
	t.is(
		await refusedBy(async (trx) => {
			await trx.raw(take, [bookId]);
			await trx.raw(keep, [bookId, 'KW', 3, '00000000000000000012']);
		}),
		undefined,
	);
	t.is(await refusedBy(async (trx) => trx.raw(take, [bookId])), 'receipt_codes_every_number');
	t.is(
		await refusedBy(async (trx) =>
			trx.raw(`insert into document_numbers values (?, 'saving-deposit', 1)`, [bookId]),
		),
		'receipt_codes_every_number',
	);
	t.is(
		await refusedBy(async (trx) => trx.raw(keep, [bookId, 'KW', 3, '00000000000000000013'])),
		'receipt_codes_code_check',
	);
	t.is(
		await refusedBy(async (trx) => trx.raw(keep, [bookId, 'KW', 3, '000000000000000000000'])),
		'receipt_codes_shape_check',
	);
});

test.serial('a code stays as it was given', async (t) => {
	for (const change of [
		`update receipt_codes set code = '00000000000000000012'`,
		'delete from receipt_codes',
		'truncate receipt_codes',
	]) {
		t.is(await refusedBy(async (trx) => trx.raw(change)), '42501', change);
		const owner = await t.throwsAsync<Error & {constraint: string}>(async () =>
			world.database.owner.raw(change),
		);
		t.is(owner.constraint, 'cooperatives_append_only', change);
	}
});

test.serial('codes are seen within the scope alone, and one by one past it', async (t) => {
	await asServiceOf(
		world,
		async (trx) => {
			t.deepEqual(await trx('receipt_codes'), []);
			const {rows} = await trx.raw('select * from receipt_check(?)', [code]);
			t.is(rows.length, 1);
			t.like(rows[0], {document: 'KW-1', book_code: mine.book, amount: '100000.00'});
			// What stands in this list is public: a column more is a decision, not a matter of course.
			t.deepEqual(Object.keys(rows[0] as object), [
				'book_code',
				'cooperative',
				'time_zone',
				'document',
				'number',
				'effective_on',
				'recorded_at',
				'hash',
				'amount',
				'reversed_by',
				'reversed_on',
				'reversal_recorded_at',
				'is_posted_again',
			]);
			for (const wrong of ['%', '', 'KW-1', code.slice(0, -1), code.toLowerCase()]) {
				const found = await trx.raw('select * from receipt_check(?)', [wrong]);
				t.deepEqual(found.rows, [], wrong);
			}
			const entries = await trx.raw(`select * from receipt_entries(?, 'KW-1')`, [bookId]);
			t.deepEqual(entries.rows, []);
		},
		['KOP-1771021001'],
	);
});

test.serial('a code that two books had would tell of neither', async (t) => {
	const [other] = await world.database
		.owner<{id: number; code: string}>('books')
		.where({code: 'KOP-1771021001'});
	await asService(world.database.service, async (trx) => {
		const twin = {book_id: other!.id, series: 'KW', number: 1, code};
		await trx('receipt_codes').insert(twin);
		const {rows} = await trx.raw('select * from receipt_check(?)', [code]);
		t.deepEqual(rows, []);
	});
});

test.serial('PostgreSQL and the program reckon the check letter alike', async (t) => {
	const {rows} = await world.database.owner.raw<{rows: {letters: string; remainder: number}[]}>(
		`select letters, receipt_code_remainder(letters) as remainder
		from generate_series(1, 3000) run
		cross join lateral (
			select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
				(get_byte(sha256(int4send(run)), place) & 31) + 1, 1), '' order by place) as letters
			from generate_series(0, 19) place
		) made`,
	);
	t.is(rows.length, 3000);
	for (const {letters, remainder} of rows) {
		t.is('code' in readCheckCode(letters), remainder === 0, letters);
	}
	t.true(rows.some(({remainder}) => remainder === 0));
});

test.serial('receipts given before the migration get codes that are as good', async (t) => {
	const trx = await world.database.owner.transaction();
	try {
		await trx.raw(`drop table receipt_codes;
			drop function receipt_code_remainder, receipts_check_numbers, receipt_entries,
				receipt_check cascade;
			drop index entries_receipt_idx;
			insert into document_numbers values (${bookId}, 'saving-withdrawal', 2000)`);
		await up(trx);
		const codes = await trx<{series: string; number: number; code: string}>(
			'receipt_codes',
		).orderBy(['series', 'number']);
		t.is(codes.length, 2002);
		t.deepEqual(
			codes.slice(0, 2).map(({series, number}) => `${series}-${number}`),
			['KW-1', 'KW-2'],
		);
		t.is(new Set(codes.map((one) => one.code)).size, 2002);
		for (const one of codes) t.deepEqual(readCheckCode(one.code), {code: one.code});
		const {rows} = await trx.raw('select * from receipt_check(?)', [codes[1]!.code]);
		t.like(rows[0], {document: 'KW-2', amount: '100000.00'});
	} finally {
		await trx.rollback();
	}
});
