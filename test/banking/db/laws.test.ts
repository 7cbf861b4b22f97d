// The laws of banking against everyone who connects as the application: with SQL, past our code.
// Each test first shows that the honest one beside it is taken.
import {createHash, randomUUID} from 'node:crypto';
import test from 'ava';
import type {Knex} from 'knex';
import {
	countCash,
	importStatement,
	openBankAccount,
	witnessCount,
} from '../../../src/banking/index.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {postEntry} from '../../../src/ledger/index.ts';
import {type LawBreach, asService as inService, forge, lawOf} from '../../ledger/db/forge.ts';
import {
	type World,
	code,
	createWorld,
	day,
	handEntry,
	officer,
	openCooperative,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
let bookId: number;
let account: string;
let statement: string;
let rows: {id: string; amount: string}[];
let entry: number;
let match: string;
let counted: string;
let unseen: string;

// The bank brought Rp 5 and took Rp 5, and has Rp 7 more; the ledger knows of the seven as two
// entries. Rp 90 were counted of Rp 100 and seen, and once more counted and not seen.
test.before(async () => {
	world = await createWorld();
	const book = await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	const row: {id: number} = await world.database.owner('books').where({code: book}).first();
	bookId = row.id;
	await world.as(supervisor, async (work) => {
		const opened = await openBankAccount(work, {
			book,
			account: code('1.1.02'),
			bank: 'BRI',
			accountNumber: '12345',
			openedOn: day('2026-03-01'),
		});
		account = opened.id;
		for (const amount of ['3', '4']) {
			const draft = handEntry(book, '2026-03-05', amount);
			const lines = [{...draft.lines[0]!, account: code('1.1.02')}, draft.lines[1]!];
			entry = (await postEntry(work, {...draft, lines})).number;
		}
		await postEntry(work, handEntry(book, '2026-03-31', '100'));
		const csv = [
			'Tanggal,Uraian,Teller,Debet,Kredit,Saldo',
			'02/03/2026,A,1,,5.00,5.00',
			'03/03/2026,B,2,5.00,,0.00',
			'20/03/2026,C,3,,7.00,7.00',
		].join('\n');
		const done = await importStatement(work, {
			book,
			bankAccount: opened.id,
			format: 'bri-csv',
			name: 'x.csv',
			contentBase64: Buffer.from(csv).toString('base64'),
			balances: {},
		});
		statement = done.statement.id;
	});
	rows = await world.database.owner('bank_rows').orderBy('number').select('id', 'amount');
	const count = async () =>
		world.as(officer, async (work) =>
			countCash(work, {book, pieces: [{value: rupiah('100'), kind: 'coin', pieces: 1}]}),
		);
	counted = (await count()).id;
	await world.as(supervisor, async (work) => witnessCount(work, book, counted as never));
	unseen = (await count()).id;
	match = randomUUID();
});
test.after.always(async () => {
	await world.close();
});

const asService = async (run: (trx: Knex) => Promise<unknown>): Promise<void> =>
	inService(world.database.service, run);

const breaks = test.macro({
	async exec(
		t,
		law: string,
		wrong: (trx: Knex) => Promise<unknown>,
		right: (trx: Knex) => Promise<unknown>,
	) {
		await t.notThrowsAsync(asService(right));
		const error = await t.throwsAsync<LawBreach>(asService(wrong));
		t.is(lawOf(error), law, error.message);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

type Row = Readonly<Record<string, unknown>>;

/** A statement of one movement of Rp 1, honest but for what is named. */
async function state(trx: Knex, {own = {}, line = {}, row = {}}: Record<string, Row> = {}) {
	const content = Buffer.from(randomUUID());
	const [id, rowId] = [randomUUID(), randomUUID()];
	await trx('bank_rows').insert({
		book_id: bookId,
		id: rowId,
		bank_account_id: account,
		number: 100,
		booked_on: '2026-03-25',
		amount: '1.00',
		reference: '',
		description: 'x',
		balance: '8.00',
		occurrence: 1,
		...row,
	});
	await trx('bank_statements').insert({
		book_id: bookId,
		id,
		bank_account_id: account,
		number: 2,
		format_code: 'bri-csv',
		format_version: 1,
		name: 'x',
		content,
		digest: createHash('sha256').update(content).digest(),
		from_on: '2026-03-25',
		to_on: '2026-03-25',
		opening: '7.00',
		closing: '8.00',
		line_count: 1,
		imported_at: new Date(),
		imported_by: 'penyusup',
		...own,
	});
	await trx('bank_statement_lines').insert({
		book_id: bookId,
		statement_id: id,
		position: 1,
		file_line: 2,
		row_id: rowId,
		...line,
	});
}

const stated =
	(wish: Record<string, Row> = {}) =>
	async (trx: Knex): Promise<void> =>
		state(trx, wish);

test.serial(
	'a closing balance that its movements do not make',
	breaks,
	'bank_statements_add_up',
	stated({own: {closing: '9.00'}}),
	stated(),
);
test.serial(
	'a statement without a line of its own',
	breaks,
	'bank_statements_whole',
	stated({own: {line_count: 2}}),
	stated(),
);
test.serial(
	'a line more than a statement has',
	breaks,
	'bank_statements_whole',
	stated({line: {position: 2}}),
	stated(),
);
test.serial(
	'a movement of another day than its statement’s',
	breaks,
	'bank_statement_lines_own',
	stated({row: {booked_on: '2026-03-26'}}),
	stated(),
);
test.serial(
	'a file that is not the one of its hash',
	breaks,
	'bank_statements_digest_check',
	stated({own: {content: Buffer.from('forged')}}),
	stated(),
);
test.serial(
	'a movement that no statement shows',
	breaks,
	'bank_rows_shown',
	async (trx) => {
		const again = randomUUID();
		await state(trx);
		const one: Row = await trx('bank_rows').where({number: 100}).first();
		await trx('bank_rows').insert({...one, id: again, number: 101, occurrence: 2});
	},
	stated(),
);
test.serial(
	'the same movement twice',
	breaks,
	'bank_rows_once',
	async (trx) => {
		const one: Row = await trx('bank_rows').where({number: 1}).first();
		await trx('bank_rows').insert({...one, id: randomUUID(), number: 101});
	},
	stated(),
);

type Parts = {readonly rows?: readonly number[]; readonly lines?: readonly number[]};

/** A match by hand of the statement's rows and the ledger's entries, by their places. */
async function pair(trx: Knex, {rows: places = [2], lines = [0, 1]}: Parts = {}, id = match) {
	await trx('bank_matches').insert({
		book_id: bookId,
		id,
		bank_account_id: account,
		note: 'x',
		matched_at: new Date(),
		matched_by: 'penyusup',
	});
	for (const place of places) {
		await trx('bank_match_rows').insert({book_id: bookId, match_id: id, row_id: rows[place]!.id});
	}
	for (const place of lines) {
		await trx('bank_match_lines').insert({
			book_id: bookId,
			match_id: id,
			entry_number: entry - 1 + place,
			line_number: 1,
		});
	}
}

const paired =
	(parts: Parts = {}) =>
	async (trx: Knex): Promise<void> =>
		pair(trx, parts);

test.serial('sides that differ', breaks, 'bank_matches_equal', paired({lines: [0]}), paired());
test.serial('a row alone', breaks, 'bank_matches_two', paired({lines: []}), paired());
test.serial(
	'a row that is matched already',
	breaks,
	'bank_matches_once',
	async (trx) => {
		await pair(trx, {rows: [0, 1], lines: []});
		await pair(trx, {rows: [0, 1], lines: []}, randomUUID());
	},
	async (trx) => {
		await pair(trx, {rows: [0, 1], lines: []});
		await trx('bank_unmatches').insert({
			book_id: bookId,
			match_id: match,
			unmatched_at: new Date(),
			unmatched_by: 'x',
			reason: 'x',
		});
		await pair(trx, {rows: [0, 1], lines: []}, randomUUID());
	},
);
test.serial(
	'a line that is matched already',
	breaks,
	'bank_matches_once',
	async (trx) => {
		await pair(trx);
		await pair(trx, {rows: [], lines: [0, 1]}, randomUUID());
	},
	paired(),
);
test.serial(
	'a line of another account',
	breaks,
	'bank_matches_own',
	async (trx) => {
		await pair(trx, {lines: [0]});
		const line = {match_id: match, entry_number: entry, line_number: 2};
		await trx('bank_match_lines').insert({book_id: bookId, ...line});
	},
	paired(),
);
test.serial(
	'more of a match that was undone',
	breaks,
	'bank_matches_undone',
	async (trx) => {
		await pair(trx);
		const undone = {unmatched_at: new Date(), unmatched_by: 'x', reason: 'x'};
		await trx('bank_unmatches').insert({book_id: bookId, match_id: match, ...undone});
		await trx('bank_match_rows').insert({
			book_id: bookId,
			match_id: match,
			row_id: rows[0]!.id,
		});
	},
	paired(),
);

/** A count of one coin of Rp 100 against a ledger of Rp 100, honest but for what is named. */
async function count(trx: Knex, {own = {}, piece = {}}: Record<string, Row> = {}): Promise<void> {
	const id = randomUUID();
	const tip: {number: number} = await trx('book_tips').where({book_id: bookId}).first();
	await trx('cash_counts').insert({
		book_id: bookId,
		id,
		number: 50,
		account_code: '1.1.01',
		counted_on: '2026-03-31',
		total: '100.00',
		ledger_amount: '100.00',
		known_to_entry: tip.number,
		counted_at: '2026-03-31T05:00:00Z',
		counted_by: 'petugas',
		...own,
	});
	await trx('cash_count_pieces').insert({
		book_id: bookId,
		count_id: id,
		value: '100.00',
		kind: 'coin',
		pieces: 1,
		...piece,
	});
}

const countedAs =
	(wish: Record<string, Row> = {}) =>
	async (trx: Knex): Promise<void> =>
		count(trx, wish);

test.serial(
	'a total that is not the sum of its pieces',
	breaks,
	'cash_counts_add_up',
	countedAs({piece: {pieces: 2}}),
	countedAs(),
);
test.serial(
	'a coin that there is not',
	breaks,
	'cash_count_pieces_known',
	countedAs({piece: {value: '75.00'}}),
	countedAs(),
);
test.serial(
	'a ledger that says something else',
	breaks,
	'cash_counts_as_booked',
	countedAs({own: {ledger_amount: '90.00'}}),
	countedAs(),
);
test.serial(
	'a count of another day',
	breaks,
	'cash_counts_today',
	countedAs({own: {counted_on: '2026-03-30'}}),
	countedAs(),
);

/** The witness of the count that nobody saw, after an assertion that says what was counted. */
async function see(trx: Knex, {own = {}, asserted = {}}: Record<string, Row> = {}): Promise<void> {
	const tip: {number: number} = await trx('book_tips').where({book_id: bookId}).first();
	const last: {number: number} = await trx('balance_assertions')
		.where({book_id: bookId})
		.orderBy('number', 'desc')
		.first();
	await trx('balance_assertions').insert({
		book_id: bookId,
		number: last.number + 1,
		account_code: '1.1.01',
		asserted_on: '2026-03-31',
		amount: '100.00',
		source: 'cash-count',
		document: 'KAS-2',
		asserted_by: 'penyelia',
		counted_with: 'petugas',
		recorded_at: '2026-03-31T05:00:00Z',
		known_to_entry: tip.number,
		ledger_amount: '100.00',
		policy: 'flag',
		...asserted,
	});
	await trx('cash_count_witnesses').insert({
		book_id: bookId,
		count_id: unseen,
		witnessed_at: new Date(),
		witnessed_by: 'penyelia',
		assertion_number: last.number + 1,
		...own,
	});
}

const seen =
	(wish: Record<string, Row> = {}) =>
	async (trx: Knex): Promise<void> =>
		see(trx, wish);

test.serial(
	'a witness who counted',
	breaks,
	'cash_counts_two_people',
	seen({
		own: {witnessed_by: 'petugas'},
		asserted: {asserted_by: 'petugas', counted_with: 'penyelia'},
	}),
	seen(),
);
test.serial(
	'an assertion of another sum',
	breaks,
	'cash_counts_asserted',
	seen({asserted: {amount: '101.00'}}),
	seen(),
);

/** What was missing of a count, with its entry. */
async function book(trx: Knex, whose: string, own: Row = {}, kind = 'cash-overage') {
	await forge(trx, [
		{
			into: 'KOP-1771011001',
			kind,
			effectiveOn: '2026-03-31',
			lines: [
				['1.1.01', 'debit', '1.00'],
				['4.9.01', 'credit', '1.00'],
			],
		},
	]);
	const tip: {number: number} = await trx('book_tips').where({book_id: bookId}).first();
	await trx('cash_count_bookings').insert({
		book_id: bookId,
		count_id: whose,
		entry_number: tip.number,
		difference: '1.00',
		booked_at: new Date(),
		booked_by: 'penyelia',
		...own,
	});
}

test.serial('only what was really missing is booked, of what was seen, by another', async (t) => {
	const lawBroken = async (run: (trx: Knex) => Promise<unknown>) =>
		lawOf(await t.throwsAsync<LawBreach>(asService(run)));
	t.is(await lawBroken(async (trx) => book(trx, unseen)), 'cash_counts_witnessed');
	t.is(await lawBroken(async (trx) => book(trx, counted)), 'cash_counts_booked');
	const own = {booked_by: 'petugas'};
	t.is(await lawBroken(async (trx) => book(trx, counted, own)), 'cash_counts_booker');
	const manual = async (trx: Knex) => book(trx, counted, {}, 'manual');
	t.is(await lawBroken(manual), 'cash_counts_booked');
});

test.serial('what was recorded stays, and is of those whose book it is', async (t) => {
	const ofBooks = [
		'bank_accounts',
		'bank_statements',
		'bank_rows',
		'bank_statement_lines',
		'cash_counts',
		'cash_count_pieces',
		'cash_count_witnesses',
	];
	for (const table of [...ofBooks, 'statement_formats', 'bank_match_rules', 'cash_denominations']) {
		for (const run of [
			async (trx: Knex) => trx(table).delete(),
			async (trx: Knex) => trx.raw('truncate ?? cascade', [table]),
		]) {
			const denied = await t.throwsAsync<LawBreach>(asService(run), undefined, table);
			t.is(lawOf(denied), '42501', table);
		}
		const owner = await t.throwsAsync<LawBreach>(world.database.owner(table).delete());
		t.is(lawOf(owner), 'banking_append_only', table);
	}
	const count = async (scope: string) => {
		const counts: number[] = [];
		await inService(
			world.database.service,
			async (trx) => {
				for (const table of ofBooks) counts.push((await trx(table).select('book_id')).length);
			},
			{scope: [scope]},
		);
		return counts;
	};
	t.deepEqual(
		await count('KOP-1771011002'),
		ofBooks.map(() => 0),
	);
	t.false((await count('KOP-1771011001')).includes(0));
	t.is((await world.database.owner('bank_statements').where({id: statement})).length, 1);
});
