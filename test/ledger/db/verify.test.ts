// What `verify` finds after somebody with every right has changed the tables behind our back.
import test from 'ava';
import type {Knex} from 'knex';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {postEntry, reverseEntries, sealMonths, verifyBook} from '../../../src/ledger/index.ts';
import {
	type World,
	createWorld,
	day,
	handEntry,
	officer,
	openCity,
	openCooperative,
} from '../../helpers/world.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;

test.before(async () => {
	world = await createWorld('2026-01-20');
	await openCity(world);
	await openCooperative(world);
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-01-15', '1000')));
	world.setDay('2026-02-20');
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-02-15', '500')));
	await world.as(officer, async (work) =>
		reverseEntries(work, [{book, number: 2}], {
			effectiveOn: day('2026-02-16'),
			reason: 'salah',
			document: 'K-1',
		}),
	);
	world.setDay('2026-03-31');
	const sealed = await world.as(officer, async (work) => sealMonths(work, book));
	if (sealed !== 2) throw new Error(`${sealed} months were sealed, and not January and February.`);
});
test.after.always(async () => {
	await world.close();
});

const found = async (): Promise<string[]> => {
	const {breaches} = await world.as(officer, async (work) => verifyBook(work, book));
	return breaches.map(({code, entry}) => `${code} ${entry ?? ''}`.trim());
};

/** Changes a table with the triggers off, as a superuser can, and puts it back. */
const tampered = test.macro({
	async exec(t, run: string, undo: string, expected: readonly string[]) {
		const {owner} = world.database;
		const change = async (sql: string): Promise<void> =>
			owner.transaction(async (trx: Knex.Transaction) => {
				await trx.raw(`set local session_replication_role = 'replica'`);
				await trx.raw(sql);
			});
		t.deepEqual(await found(), []);
		await change(run);
		t.deepEqual(await found(), expected);
		await change(undo);
		t.deepEqual(await found(), []);
	},
	title: (title = '') => `finds ${title}`,
});

const ofBook = `book_id = (select id from books where code = '${book}')`;
const line = `${ofBook} and entry_number = 1 and line_number = 1`;

test.serial(
	'a changed amount, in the line and in what is summed from it',
	tampered,
	`update lines set amount = 1001 where ${line}`,
	`update lines set amount = 1000 where ${line}`,
	['verify/content 1', 'verify/floor', 'verify/totals', 'verify/totals'],
);
test.serial(
	'a line that another account got',
	tampered,
	`update lines set account_code = '1.1.03' where ${line}`,
	`update lines set account_code = '1.1.01' where ${line}`,
	[
		'verify/content 1',
		'verify/floor',
		'verify/floor',
		...Array.from({length: 5}, () => 'verify/totals'),
	],
);
test.serial(
	'a line of no entry',
	tampered,
	`insert into lines (book_id, entry_number, line_number, account_code, side, amount, effective_on,
		kind) select book_id, 99, 1, '5.1.01', 'debit', 1, '2026-01-15', 'manual' from lines
		where ${line}`,
	`delete from lines where ${ofBook} and entry_number = 99`,
	['verify/content 99', 'verify/totals', 'verify/totals', 'verify/totals'],
);
test.serial(
	'a changed reason',
	tampered,
	`update entries set reason = 'Lain' where ${ofBook} and number = 2`,
	`update entries set reason = 'Setoran modal' where ${ofBook} and number = 2`,
	['verify/content 2'],
);
test.serial(
	'a day that was moved in the lines alone',
	tampered,
	`update lines set effective_on = '2026-01-16' where ${ofBook} and entry_number = 1`,
	`update lines set effective_on = '2026-01-15' where ${ofBook} and entry_number = 1`,
	['verify/content 1', ...Array.from({length: 4}, () => 'verify/totals')],
);
test.serial(
	'a total of a day',
	tampered,
	`update day_totals set debits = debits + 1, credits = credits + 1 where ${ofBook}
		and account_code = '1.1.01' and effective_on = '2026-01-15'`,
	`update day_totals set debits = debits - 1, credits = credits - 1 where ${ofBook}
		and account_code = '1.1.01' and effective_on = '2026-01-15'`,
	['verify/totals'],
);
test.serial(
	'a sealed month that lost a row',
	tampered,
	`delete from month_totals where ${ofBook} and ends_on = '2026-02-28' and account_code = '3.1.01'`,
	`insert into month_totals (book_id, ends_on, account_code, fund_id, kind, debits, credits)
		select id, '2026-02-28', '3.1.01', '00000000-0000-0000-0000-000000000000', 'manual', 500, 1500
		from books where code = '${book}'`,
	['verify/totals', 'verify/totals'],
);
test.serial(
	'a sealed month that says more',
	tampered,
	`update month_totals set debits = debits + 5 where ${ofBook} and ends_on = '2026-01-31'
		and account_code = '1.1.01'`,
	`update month_totals set debits = debits - 5 where ${ofBook} and ends_on = '2026-01-31'
		and account_code = '1.1.01'`,
	['verify/totals', 'verify/totals'],
);
test.serial(
	'a kept balance',
	tampered,
	`update floor_balances set balance = balance + 1 where ${ofBook} and account_code = '1.1.01'`,
	`update floor_balances set balance = balance - 1 where ${ofBook} and account_code = '1.1.01'`,
	['verify/floor'],
);
test.serial(
	'a tip set back',
	tampered,
	`update book_tips set number = 2 where ${ofBook}`,
	`update book_tips set number = 3 where ${ofBook}`,
	['verify/tip'],
);
