// The laws of assertions against everyone who connects as the application, past all of our code,
// and what entries do to what was counted.
import test from 'ava';
import type {Knex} from 'knex';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {rupiah, toText} from '../../../src/kernel/money.ts';
import {verifyClosings} from '../../../src/ledger/commands/verify-closings.ts';
import {seal} from '../../../src/ledger/hash-chain.ts';
import {
	type EntryDraft,
	type NewAssertion,
	assertBalance,
	credit,
	debit,
	getAssertion,
	getBook,
	postEntries,
	postEntry,
	reverseEntries,
	setAssertionRule,
	stateOf,
	withdrawAssertion,
} from '../../../src/ledger/index.ts';
import {
	type World,
	code,
	createWorld,
	day,
	handEntry,
	officer,
	openCity,
	openCooperative,
	supervisor,
	asServiceOf,
} from '../../helpers/world.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;
const other = 'KOP-1771011002' as BookCode;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	await post(handEntry(book, '2026-01-15', '1000'));
});
test.after.always(async () => {
	await world.close();
});

const post = async (draft: EntryDraft) => world.as(officer, async (work) => postEntry(work, draft));
const take = (of: BookCode, effectiveOn: string, amount: string): EntryDraft => ({
	...handEntry(of, effectiveOn, amount),
	lines: [debit(code('3.1.01'), rupiah(amount)), credit(code('1.1.01'), rupiah(amount))],
});
const counted = (change: Partial<NewAssertion> = {}): NewAssertion => ({
	account: code('1.1.01'),
	assertedOn: day('2026-01-31'),
	amount: rupiah('1000'),
	source: 'cash-count',
	document: 'BA-KAS',
	countedWith: 'Ibu Rina',
	...change,
});
const assertCash = async (of: BookCode, change: Partial<NewAssertion> = {}) =>
	world.as(officer, async (work) => assertBalance(work, of, counted(change)));
const found = async (of: BookCode, number: number) =>
	world.as(officer, async (work) => getAssertion(work, {book: of, number}));

const asService = async (
	run: (trx: Knex) => Promise<unknown>,
	scope?: readonly string[],
): Promise<void> => asServiceOf(world, run, scope);

const idOf = async (wanted: string): Promise<number> => {
	const row = await world.database.owner('books').where({code: wanted}).first('id');
	return row.id;
};

const rowOf = (bookId: number, change: object = {}) => ({
	book_id: bookId,
	number: 1,
	account_code: '1.1.01',
	asserted_on: '2026-01-31',
	amount: '990',
	source: 'cash-count',
	document: 'BA-KAS',
	asserted_by: 'petugas',
	counted_with: 'Ibu Rina',
	recorded_at: '2026-03-31T05:00:00Z',
	known_to_entry: 1,
	ledger_amount: '1000',
	policy: 'flag',
	...change,
});

const breaks = test.macro({
	async exec(t, law: string, run: (trx: Knex, bookId: number) => Promise<unknown>) {
		const bookId = await idOf(book);
		const error = await t.throwsAsync<Error & {constraint?: string; code?: string}>(
			asService(async (trx) => run(trx, bookId)),
		);
		t.is(error.constraint ?? error.code, law, error.message);
	},
	title: (title = '') => `refused by the database: ${title}`,
});
const row = (change: object) => async (trx: Knex, bookId: number) =>
	trx('balance_assertions').insert(rowOf(bookId, change));

test.serial('an honest assertion in SQL is taken', async (t) => {
	const bookId = await idOf(book);
	await t.notThrowsAsync(asService(async (trx) => row({})(trx, bookId)));
});
test.serial('a number left out', breaks, 'assertions_gapless', row({number: 2}));
test.serial('a misstated ledger', breaks, 'assertions_as_booked', row({ledger_amount: '990'}));
test.serial('known to another entry', breaks, 'assertions_as_booked', row({known_to_entry: 0}));
test.serial('a day to come', breaks, 'assertions_day', row({asserted_on: '2026-04-01'}));
test.serial('a day before the book', breaks, 'assertions_day', row({asserted_on: '2024-12-31'}));
test.serial(
	'a moment before the last entry',
	breaks,
	'assertions_recorded_now',
	row({recorded_at: '2026-03-30T05:00:00Z'}),
);
test.serial(
	'a moment to come',
	breaks,
	'assertions_recorded_now',
	row({recorded_at: '2199-01-01T00:00:00Z'}),
);
test.serial(
	'cash counted alone',
	breaks,
	'balance_assertions_counted_check',
	row({counted_with: null}),
);
test.serial(
	'cash counted with oneself',
	breaks,
	'balance_assertions_counted_check',
	row({counted_with: 'petugas'}),
);
test.serial('an unknown account', breaks, 'balance_assertions_account_fkey', async (trx, bookId) =>
	row({account_code: '9.9.9', ledger_amount: '0'})(trx, bookId),
);
test.serial('a standing made by hand', breaks, '42501', async (trx) =>
	trx('assertion_standings').update({difference: '0'}),
);
test.serial('a break struck out', breaks, '42501', async (trx) => trx('assertion_breaks').delete());
test.serial('a changed assertion', breaks, '42501', async (trx) =>
	trx('balance_assertions').update({amount: '1'}),
);

test.serial('one that differs is recorded, with the difference', async (t) => {
	const assertion = await assertCash(book, {amount: rupiah('950.50')});
	t.like(assertion, {number: 1, assertedBy: 'petugas', knownToEntry: 1, policy: 'flag'});
	t.is(toText(assertion.ledgerAmount), '1000.00');
	t.is(toText(assertion.difference!), '-49.50');
	t.is(stateOf(assertion), 'differs');
	await post(take(book, '2026-01-31', '49.5'));
	t.is(stateOf(await found(book, 1)), 'holds', 'the ledger was put right');
	await post(handEntry(book, '2026-01-20', '1'));
	const broken = await found(book, 1);
	t.is(stateOf(broken), 'broken');
	t.deepEqual(broken.brokenBy, [3]);
});

test.serial('a break is refused where that was asked for, and told in full', async (t) => {
	const of = 'KOP-1771011003' as BookCode;
	await openCooperative(world, '17.71.01.1003');
	await post(handEntry(of, '2026-01-15', '1000'));
	await assertCash(of, {policy: 'refuse'});
	const refused = await t.throwsAsync(post(handEntry(of, '2026-01-31', '250')));
	t.like(refused, {
		code: 'ledger/assertion-broken',
		findings: [
			{
				values: {
					assertion: '1',
					account: '1.1.01',
					date: '2026-01-31',
					amount: '1000.00',
					balance: '1250.00',
				},
			},
		],
	});
	t.is((await post(handEntry(of, '2026-02-01', '250'))).number, 2, 'a later day is free');
	t.is(stateOf(await found(of, 1)), 'holds');
});

/** Appends drafts in one statement, past the code that would have judged each. */
async function appendAtOnce(trx: Knex, of: BookCode, drafts: readonly EntryDraft[]) {
	const bookId = await idOf(of);
	const tip = await trx('book_tips')
		.where({book_id: bookId})
		.first('number', 'recorded_at', trx.raw(`encode(hash, 'hex') as hash`));
	let last = {number: tip.number, hash: tip.hash, recordedAt: tip.recorded_at as Date};
	const sealed = drafts.map((draft) => {
		const entry = seal({...draft, decided: true}, last, last.recordedAt, 'x');
		last = entry;
		return entry.canonical;
	});
	await trx.raw('select ledger_append(?, ?)', [drafts.map(() => bookId), sealed]);
}

test.serial('an entry in SQL that would break one is refused by the database', async (t) => {
	const of = 'KOP-1771011003' as BookCode;
	const error = await t.throwsAsync<Error & {constraint?: string}>(
		asService(async (trx) => appendAtOnce(trx, of, [handEntry(of, '2026-01-30', '250')])),
	);
	t.is(error.constraint, 'assertions_kept');
	t.is(
		error.message.split(' - ').at(-1),
		'Assertion 1 holds account 1.1.01 to 1000.00 on 2026-01-31; entry 3 would make it 1250.00.',
	);
});

test.serial('what in sum changes nothing breaks nothing', async (t) => {
	const of = 'KOP-1771011003' as BookCode;
	const both = [handEntry(of, '2026-01-30', '250'), take(of, '2026-01-31', '250')];
	await t.notThrowsAsync(
		asService(async (trx) => {
			await appendAtOnce(trx, of, both);
			const standing = await trx('assertion_standings')
				.where({book_id: await idOf(of)})
				.first('difference');
			t.is(standing.difference, '0.00');
		}),
	);
	const apart = [handEntry(of, '2026-01-30', '250'), take(of, '2026-02-01', '250')];
	const error = await t.throwsAsync<Error & {constraint?: string}>(
		asService(async (trx) => appendAtOnce(trx, of, apart)),
	);
	t.is(error.constraint, 'assertions_kept', 'the second is too late to make up for the first');
	const within = await post({
		...handEntry(of, '2026-01-30', '1'),
		lines: [debit(code('1.1.01'), rupiah('7')), credit(code('1.1.01'), rupiah('7'))],
	});
	t.is(within.number, 3);
});

test.serial(
	'a reversal in its turn breaks and is flagged, and what restores it is not',
	async (t) => {
		const of = 'KOP-1771011004' as BookCode;
		await openCooperative(world, '17.71.01.1004');
		await post(handEntry(of, '2026-01-15', '600'));
		await post(handEntry(of, '2026-01-16', '400'));
		await assertCash(of);
		const request = {effectiveOn: day('2026-01-16'), reason: 'Salah', document: 'K'};
		await world.as(officer, async (work) => reverseEntries(work, [{book: of, number: 2}], request));
		t.like(await found(of, 1), {brokenBy: [3]});
		await post(handEntry(of, '2026-01-17', '400'));
		const restored = await found(of, 1);
		t.is(stateOf(restored), 'holds');
		t.deepEqual(restored.brokenBy, [3], 'that it was broken stays in the record');
		await world.as(officer, async (work) =>
			postEntries(work, [handEntry(of, '2026-01-18', '3'), handEntry(of, '2026-01-19', '4')]),
		);
		const again = await found(of, 1);
		t.deepEqual(again.brokenBy, [3, 5], 'the first of those that broke it');
		t.is(toText(again.difference!), '-7.00');
	},
);

test.serial('an assertion of one fund or member is not moved by another', async (t) => {
	const of = 'KOP-1771011005' as BookCode;
	await openCooperative(world, '17.71.01.1005');
	const [mine, theirs] = ['1', '2'].map((last) => `00000000-0000-4000-8000-00000000000${last}`);
	const save = (member: string, amount: string): EntryDraft => ({
		...handEntry(of, '2026-01-15', amount),
		lines: [
			debit(code('1.1.01'), rupiah(amount)),
			credit(code('2.1.01'), rupiah(amount), {member, fund: member}),
		],
	});
	await post(save(mine!, '300'));
	await post(save(theirs!, '50'));
	const passbook = {source: 'passbook', account: code('2.1.01'), policy: 'refuse'} as const;
	const asserted = async (about: object, amount: string) => {
		const {countedWith: _, ...alone} = counted({...passbook, ...about, amount: rupiah(amount)});
		return world.as(officer, async (work) => assertBalance(work, of, alone));
	};
	const byMember = await asserted({member: mine!}, '300');
	const byFund = await asserted({fund: mine!}, '300');
	const byBoth = await asserted({fund: mine!, member: theirs!}, '0');
	t.deepEqual([byMember, byFund, byBoth].map(stateOf), ['holds', 'holds', 'holds']);
	await t.notThrowsAsync(post(save(theirs!, '10')));
	t.like(await t.throwsAsync(post(save(mine!, '10'))), {code: 'ledger/assertion-broken'});
});

test.serial('another person withdraws, and it holds nobody any more', async (t) => {
	const of = 'KOP-1771011003' as BookCode;
	const reference = {book: of, number: 1};
	const own = await t.throwsAsync(
		world.as(officer, async (work) => withdrawAssertion(work, reference, 'Salah hitung')),
	);
	t.like(own, {code: 'ledger/withdrawal-same-person'});
	const inSql = await t.throwsAsync<Error & {constraint?: string}>(
		asService(async (trx) =>
			trx('assertion_withdrawals').insert({
				book_id: await idOf(of),
				assertion_number: 1,
				withdrawn_by: 'petugas',
				withdrawn_at: '2026-03-31T05:00:00Z',
				reason: 'x',
			}),
		),
	);
	t.is(inSql.constraint, 'assertions_two_people');
	const withdrawn = await world.as(supervisor, async (work) =>
		withdrawAssertion(work, reference, 'Salah hitung'),
	);
	t.is(stateOf(withdrawn), 'withdrawn');
	t.like(withdrawn.withdrawal, {withdrawnBy: 'penyelia', reason: 'Salah hitung'});
	const twice = await t.throwsAsync(
		world.as(supervisor, async (work) => withdrawAssertion(work, reference, 'Lagi')),
	);
	t.like(twice, {code: 'ledger/assertion-withdrawn'});
	await t.notThrowsAsync(post(handEntry(of, '2026-01-31', '250')));
});

test.serial('a rule that refuses is held by the code and by the database', async (t) => {
	const rule = {account: code('1.1.01'), policy: 'refuse', everyDays: 1, reason: 'SOP'} as const;
	const set = async (effectiveFrom: string) =>
		world.as(supervisor, async (work) =>
			setAssertionRule(work, other, {...rule, effectiveFrom: day(effectiveFrom)}),
		);
	await set('2026-02-01');
	t.like(await t.throwsAsync(set('2026-01-01')), {code: 'ledger/assertion-rule-not-later'});
	t.is((await assertCash(other, {amount: rupiah('0')})).policy, 'flag', 'not yet in force');
	const later = {amount: rupiah('0'), assertedOn: day('2026-02-01')};
	t.is((await assertCash(other, later)).policy, 'refuse');
	t.like(await t.throwsAsync(assertCash(other, {...later, policy: 'flag'})), {
		code: 'ledger/assertion-policy-ruled',
	});
	const bookId = await idOf(other);
	const laws = [
		[
			'assertions_policy',
			async (trx: Knex) =>
				trx('balance_assertions').insert(
					rowOf(bookId, {
						number: 3,
						asserted_on: '2026-02-01',
						known_to_entry: 0,
						ledger_amount: '0',
						recorded_at: '2026-03-31T05:00:00Z',
					}),
				),
		],
		[
			'assertion_rules_forward',
			async (trx: Knex) =>
				trx('assertion_rules').insert({
					book_id: bookId,
					account_code: '1.1.01',
					effective_from: '2026-02-01',
					policy: 'flag',
					set_by: 'x',
					set_at: '2026-03-31T05:00:00Z',
					reason: 'x',
				}),
		],
	] as const;
	for (const [law, run] of laws) {
		const error = await t.throwsAsync<Error & {constraint?: string}>(asService(run));
		t.is(error.constraint, law, error.message);
	}
});

const breaches = async (of: BookCode) => {
	const found = await world.as(officer, async (work) =>
		verifyClosings(work, await getBook(work, of)),
	);
	return found.map(({explanation}) => explanation);
};

test.serial('kept standings are what the lines say, and are made anew from them', async (t) => {
	const books = ['1', '2', '3', '4', '5'].map((last) => `KOP-177101100${last}` as BookCode);
	for (const of of books) t.deepEqual(await breaches(of), [], of);
	const {owner} = world.database;
	const bookId = await idOf(book);
	await owner('assertion_standings').where({book_id: bookId}).update({difference: '0'});
	t.deepEqual(await breaches(book), [
		'assertion 1 is kept as differing by 0.00, by its lines it differs by -1.00',
	]);
	await owner.raw('select ledger_rebuild_standings(?)', [bookId]);
	t.deepEqual(await breaches(book), []);
	await owner('assertion_standings').where({book_id: bookId}).delete();
	t.regex((await breaches(book))[0]!, /by nothing/);
	await owner.raw('select ledger_rebuild_standings(?)', [bookId]);
	t.deepEqual(await breaches(book), []);
});

test.serial('even the owner cannot change or drop what was asserted', async (t) => {
	const {owner} = world.database;
	for (const table of [
		'balance_assertions',
		'assertion_withdrawals',
		'assertion_breaks',
		'assertion_rules',
	]) {
		for (const run of [
			async () => owner(table).delete(),
			async () => owner.raw('truncate ?? cascade', [table]),
		]) {
			const error = await t.throwsAsync<Error & {constraint?: string}>(run);
			t.is(error.constraint, 'append_only', table);
		}
	}
});

test.serial("another book's officer sees no assertion of this book", async (t) => {
	const bookId = await idOf(book);
	await asService(
		async (trx) => {
			for (const table of ['balance_assertions', 'assertion_standings', 'assertion_breaks']) {
				t.is((await trx(table).where({book_id: bookId})).length, 0, table);
			}
			t.true((await trx('balance_assertions')).length > 0, 'its own it sees');
		},
		[other],
	);
});

test.serial('of many entries at once none breaks a count in between', async (t) => {
	const of = 'KOP-1771011006' as BookCode;
	await openCooperative(world, '17.71.01.1006');
	await post(handEntry(of, '2026-01-15', '1000'));
	const posting = Array.from({length: 12}, async () => post(handEntry(of, '2026-01-20', '10')));
	const counting = world.as(officer, async (work) => {
		const now = await work.ledger.assertedBalance(await getBook(work, of), counted());
		return assertBalance(work, of, counted({amount: now, policy: 'refuse'}));
	});
	const outcomes = await Promise.allSettled(posting);
	const assertion = await counting;
	const taken = outcomes.filter(({status}) => status === 'fulfilled').length;
	if (stateOf(assertion) === 'holds') {
		t.is(stateOf(await found(of, 1)), 'holds');
		t.is(toText(assertion.amount), `${1000 + taken * 10}.00`);
	}
	t.deepEqual(await breaches(of), []);
});
