// The laws of the ledger against everyone who connects as the application: with SQL, past all of
// our code. Each test first shows that the honest one beside it is taken, so that none fails by
// accident.
import test from 'ava';
import type {Knex} from 'knex';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {confirmClose, postEntry, requestClose, reverseEntries} from '../../../src/ledger/index.ts';
import {
	type World,
	createWorld,
	day,
	handEntry,
	officer,
	openCity,
	openCooperative,
	supervisor,
} from '../../helpers/world.ts';
import {
	type Forged,
	type ForgedLine,
	type LawBreach,
	asService as inService,
	forge,
	lawOf,
} from './forge.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;
const other = 'KOP-1771011002' as BookCode;
const fund = '0190b1c0-0000-7000-8000-00000000000f';
const loan = '0190b1c0-0000-7000-8000-00000000000a';

// The book holds Rp 1.500 in cash by two entries, and the other book Rp 70 by one.
test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-01-15', '1000')));
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-02-15', '500')));
	await world.as(officer, async (work) => postEntry(work, handEntry(other, '2026-02-15', '70')));
});
test.after.always(async () => {
	await world.close();
});

const asService = async (run: (trx: Knex) => Promise<unknown>): Promise<void> =>
	inService(world.database.service, run);

const broken = new Set<string>();

type Entries = Partial<Forged> | readonly Partial<Forged>[];
const intoBook = (entries: Entries): Forged[] =>
	[entries].flat().map((entry) => ({into: book, ...entry}));

/** What is forged breaks the law; what is honest beside it is taken. */
const breaks = test.macro({
	async exec(t, law: string, forged: Entries, honest: Entries = {}) {
		await t.notThrowsAsync(asService(async (trx) => forge(trx, intoBook(honest))));
		const error = await t.throwsAsync<LawBreach>(
			asService(async (trx) => forge(trx, intoBook(forged))),
		);
		t.is(lawOf(error), law, error.message);
		broken.add(law);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

const pair = (amount: string, about: readonly (string | null)[] = []): ForgedLine[] => [
	['1.1.01', 'debit', amount, ...about] as unknown as ForgedLine,
	['3.1.01', 'credit', amount],
];

// Its place in the chain.
test.serial('a number left out', breaks, 'entries_gapless', {number: 4}, {number: 3});
test.serial('a number used twice', breaks, 'entries_gapless', {number: 2}, {number: 3});
test.serial(
	'two entries with one number',
	breaks,
	'entries_gapless',
	[{}, {number: 3}],
	[{}, {number: 4}],
);
test.serial('a link to nothing', breaks, 'entries_chain', {previous: 'ab'.repeat(32)});
test.serial(
	'a second entry linked to what the first was',
	breaks,
	'entries_chain',
	[{}, {previous: '00'.repeat(32)}],
	[{}, {}],
);

// Its days.
test.serial(
	'a moment before the last entry',
	breaks,
	'entries_recorded_forward',
	{recordedAt: '2026-03-31T04:59:59.999Z'},
	{recordedAt: '2026-03-31T05:00:00.000Z'},
);
test.serial(
	'a moment before the one before it in the same call',
	breaks,
	'entries_recorded_forward',
	[{recordedAt: '2026-04-02T00:00:00.000Z'}, {recordedAt: '2026-04-01T23:59:59.999Z'}],
	[{recordedAt: '2026-04-01T23:59:59.999Z'}, {recordedAt: '2026-04-02T00:00:00.000Z'}],
);
test.serial('a moment in the future', breaks, 'entries_recorded_past', {
	recordedAt: '2199-01-01T00:00:00.000Z',
});
test.serial(
	'a day that is tomorrow where the book is',
	breaks,
	'entries_not_future',
	{effectiveOn: '2026-04-01', recordedAt: '2026-03-31T16:59:59.999Z'},
	{effectiveOn: '2026-04-01', recordedAt: '2026-03-31T17:00:00.000Z'},
);
test.serial(
	'a day before the book was opened',
	breaks,
	'entries_book_open',
	{effectiveOn: '2024-12-31'},
	{effectiveOn: '2025-01-01'},
);
test.serial(
	'a later booked fact that happened on its own day',
	breaks,
	'entries_occurred_check',
	{occurredOn: '2026-03-01'},
	{occurredOn: '2026-02-28'},
);

// Its lines.
test.serial(
	'debits that are not credits',
	breaks,
	'entries_balanced',
	{
		lines: [
			['1.1.01', 'debit', '10.00'],
			['3.1.01', 'credit', '9.99'],
		],
	},
	{
		lines: [
			['1.1.01', 'debit', '10.00'],
			['3.1.01', 'credit', '9.99'],
			['3.1.01', 'credit', '0.01'],
		],
	},
);
test.serial(
	'two entries that balance only together',
	breaks,
	'entries_balanced',
	[
		{
			lines: [
				['1.1.01', 'debit', '10.00'],
				['3.1.01', 'credit', '9.00'],
			],
		},
		{
			lines: [
				['1.1.01', 'debit', '9.00'],
				['3.1.01', 'credit', '10.00'],
			],
		},
	],
	[{}, {}],
);
test.serial('an entry without lines', breaks, 'entries_balanced', {lines: []});
test.serial('an entry of one line', breaks, 'entries_balanced', {
	lines: [['1.1.01', 'debit', '10.00']],
});
test.serial('an account that no book has', breaks, 'lines_account', {
	lines: [
		['9.9.99', 'debit', '10.00'],
		['3.1.01', 'credit', '10.00'],
	],
});
test.serial('an account that another book has and this has not', breaks, 'lines_account', {
	lines: [
		['1.1.01', 'debit', '10.00'],
		['3.1.1', 'credit', '10.00'],
	],
});
test.serial(
	'an account of operations moved by hand',
	breaks,
	'lines_controlled',
	{
		lines: [
			['1.1.01', 'debit', '10.00'],
			['2.2.02', 'credit', '10.00', fund],
		],
	},
	{
		kind: 'repayment',
		lines: [
			['1.1.01', 'debit', '10.00'],
			['2.2.02', 'credit', '10.00', fund],
		],
	},
);
test.serial(
	"a fund's account without its fund",
	breaks,
	'lines_floor_named',
	{
		lines: [
			['1.1.11', 'debit', '10.00'],
			['3.1.01', 'credit', '10.00'],
		],
	},
	{
		lines: [
			['1.1.11', 'debit', '10.00', fund],
			['3.1.01', 'credit', '10.00'],
		],
	},
);
test.serial(
	"a loan's account without its loan",
	breaks,
	'lines_floor_named',
	{
		kind: 'disbursement',
		lines: [
			['1.2.03', 'debit', '10.00', fund],
			['3.1.01', 'credit', '10.00'],
		],
	},
	{
		kind: 'disbursement',
		lines: [
			['1.2.03', 'debit', '10.00', fund, loan],
			['3.1.01', 'credit', '10.00'],
		],
	},
);
test.serial(
	'an amount of zero',
	breaks,
	'lines_amount_check',
	{lines: pair('0.00')},
	{
		lines: pair('0.01'),
	},
);
test.serial('an amount below zero', breaks, 'lines_amount_check', {lines: pair('-10.00')});
test.serial('a side that is neither', breaks, 'lines_side_check', {
	lines: [
		['1.1.01', 'debit', '10.00'],
		['3.1.01', 'kredit', '10.00'],
	],
});
const many = (count: number): ForgedLine[] => [
	['1.1.01', 'debit', `${count}.00`],
	...Array.from({length: count}, (): ForgedLine => ['3.1.01', 'credit', '1.00']),
];
test.serial(
	'a thousand and one lines',
	breaks,
	'lines_number_check',
	{lines: many(1000)},
	{
		lines: many(999),
	},
);

// Its limits.
const takes = (amount: string): ForgedLine[] => [
	['3.1.01', 'debit', amount],
	['1.1.01', 'credit', amount],
];
test.serial(
	'cash below zero',
	breaks,
	'floor_balances_floor_check',
	{lines: takes('1500.01')},
	{lines: takes('1500.00')},
);
test.serial(
	'cash below zero by two that each could be',
	breaks,
	'floor_balances_floor_check',
	[{lines: takes('1000.00')}, {lines: takes('500.01')}],
	[{lines: takes('1000.00')}, {lines: takes('500.00')}],
);
test.serial(
	'cash below zero on the way, and not in the end',
	breaks,
	'floor_balances_floor_check',
	[{lines: takes('1600.00')}, {lines: pair('200.00')}],
	[{lines: pair('200.00')}, {lines: takes('1600.00')}],
);
test.serial(
	'a fund below zero, where another has enough',
	breaks,
	'floor_balances_floor_check',
	[
		{
			lines: [
				['1.1.11', 'debit', '10.00', fund],
				['3.1.01', 'credit', '10.00'],
			],
		},
		{
			lines: [
				['3.1.01', 'debit', '10.00'],
				['1.1.11', 'credit', '10.00', loan],
			],
		},
	],
	[
		{
			lines: [
				['1.1.11', 'debit', '10.00', fund],
				['3.1.01', 'credit', '10.00'],
			],
		},
		{
			lines: [
				['3.1.01', 'debit', '10.00'],
				['1.1.11', 'credit', '10.00', fund],
			],
		},
	],
);
const lends = (kind: string, amount: string): Partial<Forged> => ({
	kind,
	lines: [
		['1.2.03', 'debit', amount, fund, loan],
		['3.1.01', 'credit', amount],
	],
});
test.serial(
	'a loan above what was disbursed',
	breaks,
	'floor_balances_ceiling_check',
	[lends('disbursement', '100.00'), lends('correction', '0.01')],
	[lends('disbursement', '100.00'), lends('disbursement', '0.01')],
);
test.serial(
	'a loan above what was disbursed on the way, and not in the end',
	breaks,
	'floor_balances_ceiling_check',
	[lends('disbursement', '100.00'), lends('correction', '0.01'), lends('disbursement', '0.01')],
	[lends('disbursement', '100.00'), lends('disbursement', '0.01')],
);
test.serial('a loan above what was disbursed before', async (t) => {
	await asService(async (trx) => {
		await forge(trx, intoBook(lends('disbursement', '100.00')));
		await forge(
			trx,
			intoBook({
				kind: 'repayment',
				lines: [
					['1.1.01', 'debit', '40.00'],
					['1.2.03', 'credit', '40.00', fund, loan],
				],
			}),
		);
		await forge(trx, intoBook(lends('correction', '40.00')));
		await trx.raw('savepoint at_the_ceiling');
		const error = await t.throwsAsync<LawBreach>(async () =>
			forge(trx, intoBook(lends('correction', '0.01'))),
		);
		t.is(lawOf(error), 'floor_balances_ceiling_check');
		await trx.raw('rollback to savepoint at_the_ceiling');
	});
});

// What its text says.
const canonical = (title: string, forged: Entries, honest?: Entries): void => {
	test.serial(title, breaks, 'entries_canonical', forged, honest);
};
canonical('a text of an unknown version', {version: 'bergulir/entry/3'});
canonical(
	'a first version with the day of a later booked fact',
	{
		version: 'bergulir/entry/1',
		occurredOn: '2026-02-28',
	},
	{version: 'bergulir/entry/2', occurredOn: '2026-02-28'},
);
canonical('a second version without that day', {version: 'bergulir/entry/2'});
canonical('a text of another book', {book: other});
canonical('a day that is not written as a day', {effectiveOn: '2026-3-1'});
canonical('an amount without its sen', {lines: pair('10')}, {lines: pair('10.00')});
canonical('an amount with more than sen', {lines: pair('10.000')});
canonical('an amount with zeros before it', {lines: pair('010.00')});

// What is not written as the one encoder writes it would be a text that nobody can check again, or
// one that says more than is booked.
const rewrites: readonly [title: string, from: string | RegExp, to: string][] = [
	['with spaces', ',', ', '],
	['with a line of its own', '],[', '],\n['],
	['with a number written as text', /,(\d+),/u, ',"$1",'],
	['with a moment without its thousandths', '.000Z', 'Z'],
	['with a moment finer than thousandths', '.000Z', '.000123Z'],
	['with a moment of another zone', 'T05:00:00.000Z', 'T12:00:00.000+07:00'],
	['with a link in capitals', /"([0-9a-f]{64})"/u, '"AB"'],
	['with a letter written as its number', '"reason"', String.raw`"\u0072eason"`],
	['with an actor that is a number', '"x"', '5'],
	['with a reason that is an object', '"reason"', '{"a":1}'],
	['with no version', '"bergulir/entry/1"', 'null'],
	['with no book', `"${book}"`, 'null'],
	['with an amount that is a number', '"10.00"', '10.00'],
	['with a fund in capitals', 'debit","10.00",null', `debit","10.00","${fund.toUpperCase()}"`],
	['with a fund in braces', 'debit","10.00",null', `debit","10.00","{${fund}}"`],
	['with a line that says more', ',null,null,null,null]', ',null,null,null,null,"more"]'],
	['with a line that says less', ',null,null,null,null]', ',null,null,null]'],
	['with a counterparty that is a number', ',null,null,null,null]', ',null,null,null,7]'],
	['with an account that is a number', '"3.1.01"', '3'],
	['with something after the lines', ']]]', ']],null]'],
	['with two things after the lines', ']]]', ']],"2026-02-01","2026-02-02"]'],
];
for (const [title, from, to] of rewrites) {
	test.serial(`refused by the database: a text ${title}`, async (t) => {
		const rewrite = (text: string): string => {
			const rewritten = text.replace(from, to.replace('AB', text.split('"')[5]!.toUpperCase()));
			t.not(rewritten, text);
			return rewritten;
		};
		const error = await t.throwsAsync<LawBreach>(
			asService(async (trx) => forge(trx, [{into: book, rewrite}])),
		);
		t.true(['entries_canonical', 'lines_account'].includes(lawOf(error)), lawOf(error));
	});
}

test.serial('a text that is no entry', async (t) => {
	for (const text of [
		'{}',
		'[]',
		'null',
		'5',
		'"x"',
		'[1,2,3,4,5,6,7,8,9,10,11,{}]',
		'{"11":[1]}',
	]) {
		const error = await t.throwsAsync<LawBreach>(
			asService(async (trx) => forge(trx, [{into: book, rewrite: () => text}])),
		);
		t.truthy(error.code, text);
	}
});

test.serial('books without texts, texts without books, and books that are none', async (t) => {
	const id = (await world.database.owner('books').where({code: book}).first('id')).id;
	for (const [books, texts] of [
		[[id, id], 1],
		[[id], 2],
		[[null], 1],
		[[999_999], 1],
		[[], 1],
		[[id], 0],
	] as const) {
		const error = await t.throwsAsync<LawBreach>(
			asService(async (trx) => {
				let handed: string[] = [];
				await trx.raw('savepoint looked');
				const keep = (text: string): string => {
					handed = [...handed, text];
					return text;
				};
				await forge(trx, intoBook([{rewrite: keep}, {rewrite: keep}]));
				await trx.raw('rollback to savepoint looked');
				await trx.raw('select ledger_append(cast(? as integer[]), cast(? as text[]))', [
					[...books],
					handed.slice(0, texts),
				]);
			}),
			undefined,
			JSON.stringify([books, texts]),
		);
		// A book without a text is also one without lines.
		t.true(['entries_book', 'entries_balanced'].includes(lawOf(error)), lawOf(error));
		broken.add(lawOf(error));
	}
});

test.serial(
	'a kind that is no word',
	breaks,
	'entries_kind_check',
	{kind: 'By Hand'},
	{kind: 'by-hand'},
);
test.serial('no actor', breaks, 'entries_actor_check', {actor: ''}, {actor: 'y'});
test.serial('no reason', breaks, 'entries_reason_check', {reason: ''}, {reason: 'y'});
test.serial('no document', breaks, 'entries_document_check', {document: ''}, {document: 'y'});
test.serial('an actor that is nothing', breaks, 'entries_canonical', {actor: null});

/** Changes the parts of a sealed text, and writes it as JSON again. */
const inParts = (change: (parts: unknown[]) => unknown[]): Partial<Forged> => ({
	rewrite: (text) => JSON.stringify(change(JSON.parse(text) as unknown[])),
});
const partIs = (at: number, value: unknown): Partial<Forged> =>
	inParts((parts) => parts.map((part, index) => (index === at ? value : part)));
const lineIs = (change: (line: unknown[]) => unknown[]): Partial<Forged> =>
	inParts((parts) =>
		parts.map((part, index) => (index === 11 ? (part as unknown[][]).map(change) : part)),
	);

// What is nothing is not the same as anything, and each part has one form.
test.serial('a version that is nothing', breaks, 'entries_canonical', partIs(0, null));
test.serial('a book that is nothing', breaks, 'entries_canonical', partIs(1, null));
test.serial(
	'a text without lines',
	breaks,
	'entries_balanced',
	inParts((parts) => parts.slice(0, 11)),
);
test.serial(
	'a text with more parts',
	breaks,
	'entries_canonical',
	inParts((parts) => [...parts, null, 1]),
);
test.serial(
	'a later day that is nothing',
	breaks,
	'entries_canonical',
	inParts((parts) => [...parts, null]),
);
test.serial('a number in quotes', breaks, 'entries_canonical', partIs(2, '3'));
test.serial(
	'a moment with a zone',
	breaks,
	'entries_canonical',
	partIs(5, '2026-03-31T12:00:00.000+07:00'),
);
test.serial('an amount that is a JSON number', breaks, 'entries_canonical', {
	rewrite: (text) => text.replaceAll('"10.00"', '10.00'),
});
test.serial(
	'a line with more parts',
	breaks,
	'entries_canonical',
	lineIs((line) => [...line, 1]),
);
test.serial(
	'a line with fewer parts',
	breaks,
	'entries_canonical',
	lineIs((line) => line.slice(0, 4)),
);
test.serial('spaces between the parts', breaks, 'entries_canonical', {
	rewrite: (text) => text.replaceAll(',"', ', "'),
});
test.serial('letters written by their numbers', breaks, 'entries_canonical', {
	rewrite: (text) => text.replace('reason', String.raw`\u0072eason`),
});

test.serial('a text without its book, and a book without its text', async (t) => {
	for (const [books, texts] of [
		[[null], ['[]']],
		[[0], ['["x"]']],
		[[], ['[]']],
	]) {
		const error = await t.throwsAsync<LawBreach>(
			asService(async (trx) =>
				trx.raw('select ledger_append(cast(? as integer[]), cast(? as text[]))', [
					books,
					texts,
				] as never),
			),
		);
		t.is(lawOf(error), 'entries_book', error.message);
	}
	broken.add('entries_book');
});
test.serial('a text that is no JSON', breaks, '22P02', {rewrite: (text) => text.slice(0, -1)});

// Reversal.
const mirrored: readonly ForgedLine[] = [
	['1.1.01', 'credit', '500.00'],
	['3.1.01', 'debit', '500.00'],
];
const honestReversal: Partial<Forged> = {reverses: 2, lines: mirrored};
for (const [title, forged] of [
	['a reversal that is no mirror', {reverses: 2}],
	['a reversal of another amount', {reverses: 1, lines: mirrored}],
	['a reversal with its lines in another order', {reverses: 2, lines: mirrored.toReversed()}],
	[
		'a reversal that names a fund beside',
		{
			reverses: 2,
			lines: [['1.1.01', 'credit', '500.00', fund], mirrored[1]],
		},
	],
	['a reversal of an entry that is not there', {reverses: 99, lines: mirrored}],
	['a reversal of itself', {reverses: 3, lines: mirrored}],
] as [string, Partial<Forged>][]) {
	test.serial(title, breaks, 'entries_reversal_mirrors', forged, honestReversal);
}
test.serial(
	'two reversals of one entry in one call',
	breaks,
	'entries_reverses_key',
	[honestReversal, honestReversal],
	[honestReversal, {}],
);

test.serial('a reversal of a reversal, and a second reversal of one entry', async (t) => {
	await asService(async (trx) => {
		await forge(trx, intoBook(honestReversal));
		await trx.raw('savepoint reversed');
		const again = await t.throwsAsync<LawBreach>(forge(trx, intoBook(honestReversal)));
		t.is(lawOf(again), 'entries_reverses_key');
		await trx.raw('rollback to savepoint reversed');
		const back: Partial<Forged> = {
			reverses: 3,
			lines: [
				['1.1.01', 'debit', '500.00'],
				['3.1.01', 'credit', '500.00'],
			],
		};
		const restored = await t.throwsAsync<LawBreach>(forge(trx, intoBook(back)));
		t.is(lawOf(restored), 'entries_reversal_mirrors');
		await trx.raw('rollback to savepoint reversed');
	});
});

test.serial('a closed month, and one who closes it alone', async (t) => {
	const late = {effectiveOn: '2026-01-31'};
	await t.notThrowsAsync(asService(async (trx) => forge(trx, intoBook(late))));
	await world.as(officer, async (work) => requestClose(work, book, day('2026-01-01')));
	await t.notThrowsAsync(
		asService(async (trx) => forge(trx, intoBook(late))),
		'only asked for',
	);
	const alone = await t.throwsAsync<LawBreach>(
		asService(async (trx) =>
			trx('periods').update({confirmed_by: officer.name, confirmed_at: '2026-03-31T05:00:00Z'}),
		),
	);
	t.is(lawOf(alone), 'periods_two_people_check');
	await world.as(supervisor, async (work) => confirmClose(work, book, day('2026-01-01')));
	for (const entries of [
		late,
		[{}, late],
		[{effectiveOn: '2026-02-01'}, {effectiveOn: '2026-01-01'}],
	]) {
		const error = await t.throwsAsync<LawBreach>(
			asService(async (trx) => forge(trx, intoBook(entries))),
		);
		t.is(lawOf(error), 'entries_period_open');
	}
	broken.add('entries_period_open');
	await t.notThrowsAsync(
		asService(async (trx) => forge(trx, [{into: other, effectiveOn: '2026-01-31'}])),
		'the other book has its own months',
	);
	const opened = await t.throwsAsync<LawBreach>(
		asService(async (trx) => trx('periods').update({confirmed_by: null, confirmed_at: null})),
	);
	t.is(lawOf(opened), 'periods_closed');
});

test.serial('a moment within a month that was sealed', async (t) => {
	const seals = async (trx: Knex) => {
		const {rows} = await trx.raw(
			`select ledger_seal_months(id, '2026-05-01') as sealed from books where code = ?`,
			[book],
		);
		t.deepEqual(rows, [{sealed: 1}]);
	};
	const error = await t.throwsAsync<LawBreach>(
		asService(async (trx) => {
			await seals(trx);
			await forge(trx, intoBook({recordedAt: '2026-03-31T16:59:59.999Z'}));
		}),
	);
	t.is(lawOf(error), 'entries_recorded_forward');
	await t.notThrowsAsync(
		asService(async (trx) => {
			await seals(trx);
			await forge(trx, intoBook({recordedAt: '2026-03-31T17:00:00.000Z'}));
		}),
	);
});

/** All that is written with an entry, of all books. */
async function journal(trx: Knex): Promise<unknown> {
	const {rows} = await trx.raw<{rows: unknown[]}>(
		['entries', 'lines', 'day_totals', 'floor_balances', 'book_tips']
			.map((table) => `select '${table}' as of, to_jsonb(${table})::text as row from ${table}`)
			.join(' union all ') + ' order by 1, 2',
	);
	return rows;
}

const bad: readonly [law: string, forged: Partial<Forged>][] = [
	[
		'entries_balanced',
		{
			lines: [
				['1.1.01', 'debit', '2.00'],
				['3.1.01', 'credit', '1.00'],
			],
		},
	],
	['entries_gapless', {number: 77}],
	['entries_chain', {previous: 'cd'.repeat(32)}],
	['entries_not_future', {effectiveOn: '2026-04-01'}],
	[
		'lines_account',
		{
			lines: [
				['9.9', 'debit', '1.00'],
				['3.1.01', 'credit', '1.00'],
			],
		},
	],
	['entries_canonical', {lines: pair('1.0')}],
	['floor_balances_floor_check', {lines: takes('99999.00')}],
	['lines_amount_check', {lines: pair('0.00')}],
	['entries_reversal_mirrors', {reverses: 1}],
];

test.serial(
	'several entries of several books: one bad one, and nothing of any is written',
	async (t) => {
		const honest: Forged[] = [{into: book}, {into: other}, {into: book}, {into: other}];
		await asService(async (trx) => {
			const before = await journal(trx);
			await trx.raw('savepoint before_all');
			await forge(trx, honest);
			t.is((await trx('entries').count<{count: number}[]>())[0]!.count, 4 + 4);
			await trx.raw('rollback to savepoint before_all');
			for (const [law, forged] of bad) {
				for (const place of honest.keys()) {
					const entries = honest.map((entry, index) =>
						index === place ? {...entry, ...forged} : entry,
					);
					const error = await t.throwsAsync<LawBreach>(
						forge(trx, entries),
						undefined,
						`${law} ${place}`,
					);
					t.is(lawOf(error), law);
					await trx.raw('rollback to savepoint before_all');
					t.deepEqual(await journal(trx), before);
				}
			}
		});
	},
);

test.serial('no entries at all write nothing', async (t) => {
	await asService(async (trx) => {
		const before = await journal(trx);
		await forge(trx, []);
		t.deepEqual(await journal(trx), before);
	});
});

test.serial('every law that the one door names was seen to be broken', async (t) => {
	const {rows} = await world.database.owner.raw<{rows: [{source: string}]}>(
		`select prosrc as source from pg_proc where proname = 'ledger_append'`,
	);
	const named = new Set(rows[0].source.match(/(?<=')(?:entries|lines)_[a-z_]+(?=')/gu));
	t.true(named.size > 10);
	t.deepEqual(
		[...named].filter((law) => !broken.has(law)),
		[],
	);
});

test.serial('a second reversal of one entry that our code has posted', async (t) => {
	const request = {effectiveOn: day('2026-03-01'), reason: 'salah', document: 'K-1'};
	await world.as(officer, async (work) => reverseEntries(work, [{book, number: 2}], request));
	const error = await t.throwsAsync<LawBreach>(
		asService(async (trx) => forge(trx, intoBook(honestReversal))),
	);
	t.is(lawOf(error), 'entries_reverses_key');
});
