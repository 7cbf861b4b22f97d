// The laws of months and years against everyone who connects as the application, past all of our
// code; and what was signed against the owner of the tables, who can change it and is found out.
import {createHash} from 'node:crypto';
import test from 'ava';
import type {Knex} from 'knex';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {
	closeYear,
	confirmClose,
	decodeTrialBalance,
	getBook,
	getTrialBalance,
	postEntry,
	reopenPeriod,
	requestClose,
	reverseManualEntry,
} from '../../../src/ledger/index.ts';
import {verifyClosings} from '../../../src/ledger/commands/verify-closings.ts';
import {isSignedBy} from '../../../src/evidence/index.ts';
import {
	type World,
	balances,
	code,
	createWorld,
	day,
	fundManager,
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
const [january, february, march] = ['2026-01-01', '2026-02-01', '2026-03-01'].map(day);

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-01-15', '1000')));
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-02-15', '500')));
});
test.after.always(async () => {
	await world.close();
});

const asService = async (
	run: (trx: Knex) => Promise<unknown>,
	scope?: readonly string[],
): Promise<void> => asServiceOf(world, run, scope);

const idOf = async (wanted: string): Promise<number> => {
	const row = await world.database.owner('books').where({code: wanted}).first('id');
	return row.id;
};

const breaks = test.macro({
	async exec(t, law: string, run: (trx: Knex, bookId: number) => Promise<unknown>) {
		const before = await world.database.owner('periods').count();
		const bookId = await idOf(book);
		const error = await t.throwsAsync<Error & {constraint?: string; code?: string}>(
			asService(async (trx) => run(trx, bookId)),
		);
		t.is(error.constraint ?? error.code, law, error.message);
		t.deepEqual(await world.database.owner('periods').count(), before);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

const asked = (bookId: number, startsOn: string, change: object = {}) => ({
	book_id: bookId,
	starts_on: startsOn,
	sequence: 1,
	requested_by: 'petugas',
	requested_at: '2026-03-31T05:00:00Z',
	...change,
});
const confirmed = {confirmed_by: 'penyelia', confirmed_at: '2026-03-31T05:00:00Z'};
const opened = {
	reopened_by: 'pengelola',
	reopened_at: '2026-03-31T05:00:00Z',
	reopen_reason: 'Nota tertinggal',
};

test.serial('an honest request in SQL is taken', async (t) => {
	const bookId = await idOf(book);
	await t.notThrowsAsync(
		asService(async (trx) => trx('periods').insert(asked(bookId, '2026-01-01'))),
	);
});

test.serial('a month that is not over', breaks, 'periods_over', async (trx, bookId) =>
	trx('periods').insert(asked(bookId, '2026-03-01')),
);
test.serial('a month asked for in the future', breaks, 'periods_over', async (trx, bookId) =>
	trx('periods').insert(asked(bookId, '2027-03-01', {requested_at: '2027-04-02T05:00:00Z'})),
);
test.serial(
	'a second closing without a first',
	breaks,
	'periods_in_sequence',
	async (trx, bookId) => trx('periods').insert(asked(bookId, '2026-01-01', {sequence: 2})),
);
test.serial('a month asked for twice', breaks, 'periods_in_sequence', async (trx, bookId) => {
	await trx('periods').insert(asked(bookId, '2026-01-01'));
	await trx('periods').insert(asked(bookId, '2026-01-01', {sequence: 2}));
});
test.serial('a month closed in one step', breaks, 'periods_two_steps', async (trx, bookId) =>
	trx('periods').insert(asked(bookId, '2026-01-01', confirmed)),
);
test.serial('one who closes alone', breaks, 'periods_two_people_check', async (trx, bookId) => {
	await trx('periods').insert(asked(bookId, '2026-01-01'));
	await trx('periods').update({...confirmed, confirmed_by: 'petugas'});
});
test.serial('a later month before an earlier', breaks, 'periods_in_order', async (trx, bookId) => {
	await trx('periods').insert(asked(bookId, '2026-02-01'));
	await trx('periods').update(confirmed);
});
test.serial('a month closed and not signed', breaks, 'periods_frozen', async (trx, bookId) => {
	await trx('periods').insert(asked(bookId, '2026-01-01'));
	await trx('periods').update(confirmed);
});
test.serial('a reopening of what is not closed', breaks, 'periods_closed', async (trx, bookId) => {
	await trx('periods').insert(asked(bookId, '2026-01-01'));
	await trx('periods').update(opened);
});
test.serial('a deleted closing', breaks, '42501', async (trx) => trx('periods').delete());

/** A trial balance of the service's own making beside an honest closing. */
async function forgeFrozen(trx: Knex, bookId: number, change: (text: string) => string) {
	await trx('periods').insert(asked(bookId, '2026-01-01'));
	await trx('periods').update(confirmed);
	const tip = await trx('book_tips')
		.where({book_id: bookId})
		.first('number', trx.raw(`encode(hash, 'hex') as hash`));
	const canonical = change(
		JSON.stringify([
			'bergulir/trial-balance/1',
			book,
			'2026-01',
			1,
			'2026-01-31',
			tip.number,
			tip.hash,
			'2026-03-31T05:00:00.000Z',
			'petugas',
			'penyelia',
			[
				['1.1.01', '1000.00', '0.00'],
				['3.1.01', '0.00', '1000.00'],
			],
		]),
	);
	const key = Buffer.from('a key');
	await trx('frozen_trial_balances').insert({
		book_id: bookId,
		starts_on: '2026-01-01',
		sequence: 1,
		known_to_entry: tip.number,
		frozen_at: '2026-03-31T05:00:00Z',
		canonical,
		hash: createHash('sha256').update(canonical).digest(),
		key_id: createHash('sha256').update(key).digest('hex'),
		public_key: key.toString('base64'),
		signature: 'x',
	});
}

test.serial('a trial balance that says what the journal says is taken', async (t) => {
	const bookId = await idOf(book);
	await t.notThrowsAsync(asService(async (trx) => forgeFrozen(trx, bookId, (text) => text)));
});
test.serial('another amount signed', breaks, 'frozen_as_booked', async (trx, bookId) =>
	forgeFrozen(trx, bookId, (text) => text.replaceAll('1000.00', '900.00')),
);
test.serial('an account left out', breaks, 'frozen_as_booked', async (trx, bookId) =>
	forgeFrozen(trx, bookId, (text) => text.replace(/\["1\.1\.01".*?\],/u, '')),
);
test.serial('another person named in it', breaks, 'frozen_as_booked', async (trx, bookId) =>
	forgeFrozen(trx, bookId, (text) => text.replace('penyelia', 'pengelola')),
);

test.serial('a month is closed, and its trial balance signed as known then', async (t) => {
	await world.as(officer, async (work) => requestClose(work, book, january!));
	const period = await world.as(supervisor, async (work) => confirmClose(work, book, january!));
	t.like(period, {sequence: 1, requestedBy: 'petugas', confirmedBy: 'penyelia'});
	const frozen = await world.as(officer, async (work) => getTrialBalance(work, book, january!));
	const closing = decodeTrialBalance(frozen.canonical);
	t.like(closing, {book, startsOn: '2026-01-01', sequence: 1, knownToEntry: 2});
	t.deepEqual(
		closing.balances.map(({account, balance}) => [account, balance.toFixed(2)]),
		[
			['1.1.01', '1000.00'],
			['3.1.01', '-1000.00'],
		],
	);
	t.true(isSignedBy(frozen.publicKey, frozen.canonical, frozen.signature));
});

test.serial('what is closed stays so until it is reopened', breaks, 'periods_closed', async (trx) =>
	trx('periods').update({confirmed_by: null, confirmed_at: null}),
);
test.serial('a closing with another author', breaks, '42501', async (trx) =>
	trx('periods').update({requested_by: 'orang lain'}),
);
test.serial('whoever confirmed opens it again', breaks, 'periods_reopener_check', async (trx) =>
	trx('periods').update({...opened, reopened_by: 'penyelia'}),
);
test.serial('a reopening without a reason', breaks, 'periods_reopened_check', async (trx) =>
	trx('periods').update({...opened, reopen_reason: null}),
);
test.serial('a changed trial balance', breaks, '42501', async (trx) =>
	trx('frozen_trial_balances').update({signature: 'y'}),
);

test.serial('a closed month takes no entry, by SQL or by the code', async (t) => {
	const closed = async (date: string) => {
		const {rows} = await world.database.service.raw('select ledger_is_closed(?, ?) as is_closed', [
			await idOf(book),
			date,
		]);
		return rows[0].is_closed as boolean;
	};
	t.false(await closed('2025-12-31'));
	t.true(await closed('2026-01-01'));
	t.true(await closed('2026-01-31'));
	t.false(await closed('2026-02-01'));
	const late = await t.throwsAsync(
		world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-01-31', '5'))),
	);
	t.like(late, {code: 'ledger/period-closed'});
});

test.serial(
	'a month is reopened the latest first, takes what was late, and is closed anew',
	async (t) => {
		await world.as(officer, async (work) => requestClose(work, book, february!));
		await world.as(supervisor, async (work) => confirmClose(work, book, february!));
		const early = await t.throwsAsync(
			world.as(fundManager, async (work) => reopenPeriod(work, book, january!, 'Nota')),
		);
		t.like(early, {code: 'ledger/later-month-closed'});
		const bookId = await idOf(book);
		const inSql = await t.throwsAsync<Error & {constraint?: string}>(
			asService(async (trx) =>
				trx('periods').where({book_id: bookId, starts_on: '2026-01-01'}).update(opened),
			),
		);
		t.is(inSql.constraint, 'periods_latest_first');

		for (const month of [february!, january!]) {
			const period = await world.as(fundManager, async (work) =>
				reopenPeriod(work, book, month, 'Nota tertinggal'),
			);
			t.like(period, {sequence: 1, reopenedBy: 'pengelola', reopenReason: 'Nota tertinggal'});
		}
		await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-01-31', '5')));
		const disordered = await t.throwsAsync(
			world.as(officer, async (work) => {
				await requestClose(work, book, february!);
				return confirmClose({...work, actor: supervisor}, book, february!);
			}),
		);
		t.like(disordered, {code: 'ledger/earlier-month-open'});
		for (const month of [january!, february!]) {
			await world.as(officer, async (work) => requestClose(work, book, month));
			await world.as(supervisor, async (work) => confirmClose(work, book, month));
		}

		const frozen = async (month: typeof january, sequence?: number) => {
			const {canonical} = await world.as(officer, async (work) =>
				getTrialBalance(work, book, month!, sequence),
			);
			return decodeTrialBalance(canonical).balances.map(({balance}) => balance.toFixed(2));
		};
		t.deepEqual(await frozen(january, 1), ['1000.00', '-1000.00'], 'as it was signed first');
		t.deepEqual(await frozen(january), ['1005.00', '-1005.00']);
		t.deepEqual(await frozen(february, 1), ['1500.00', '-1500.00']);
		t.deepEqual(await frozen(february, 2), ['1505.00', '-1505.00']);
		const missing = await t.throwsAsync(frozen(march));
		t.like(missing, {code: 'ledger/no-trial-balance'});
		const periods = await world.as(officer, async (work) =>
			work.ledger.periods(await getBook(work, book)),
		);
		t.deepEqual(
			periods.map(({startsOn, sequence, reopenedBy}) => [startsOn, sequence, reopenedBy]),
			[
				['2026-01-01', 1, 'pengelola'],
				['2026-01-01', 2, undefined],
				['2026-02-01', 1, 'pengelola'],
				['2026-02-01', 2, undefined],
			],
		);
	},
);

const breaches = async () =>
	world.as(officer, async (work) => verifyClosings(work, await getBook(work, book)));

test.serial('what was signed of every closing is what the journal says at its entry', async (t) => {
	t.deepEqual(await breaches(), []);
});

test.serial(
	'whoever owns the tables and changes a signed trial balance is found out',
	async (t) => {
		const {owner} = world.database;
		const tamper = async (statement: string): Promise<string[]> => {
			const trx = await owner.transaction();
			try {
				await trx.raw('alter table frozen_trial_balances disable trigger user');
				await trx.raw('alter table lines disable trigger user');
				await trx.raw(statement);
				await trx.raw('alter table frozen_trial_balances enable trigger user');
				await trx.raw('alter table lines enable trigger user');
				await trx.commit();
				return (await breaches()).map(({explanation}) => explanation);
			} finally {
				if (!trx.isCompleted()) await trx.rollback();
			}
		};
		const swap = (from: string, to: string) =>
			`update frozen_trial_balances set canonical = replace(canonical, '${from}', '${to}'),
			hash = sha256(convert_to(replace(canonical, '${from}', '${to}'), 'UTF8'))
		where starts_on = '2026-01-01' and sequence = 1`;
		t.deepEqual(await tamper(swap('1000.00', '900.00')), [
			'the trial balance of 2026-01 (closing 1) was not signed by the key beside it',
			'the trial balance of 2026-01 (closing 1) has account 1.1.01 at 900.00, its lines to entry 2 sum to 1000.00',
			'the trial balance of 2026-01 (closing 1) has account 3.1.01 at -900.00, its lines to entry 2 sum to -1000.00',
		]);
		t.deepEqual(await tamper(swap('900.00', '1000.00')), []);
		t.deepEqual(await tamper(swap('penyelia', 'pengelola')), [
			'the trial balance of 2026-01 (closing 1) was not signed by the key beside it',
			'the trial balance of 2026-01 (closing 1) does not state the place in the chain that it was frozen at',
		]);
		t.deepEqual(await tamper(swap('pengelola', 'penyelia')), []);
		const line = `update lines set amount = amount + 1 where entry_number = 1 and side = 'debit'`;
		const found = await tamper(line);
		t.is(found.length, 4, 'every closing that knew the line');
		t.regex(found[0]!, /1\.1\.01 at 1000\.00, its lines to entry 2 sum to 1001\.00/);
		t.deepEqual(await tamper(line.replace('+ 1', '- 1')), []);
	},
);

test.serial('even the owner cannot change or drop what was closed', async (t) => {
	const {owner} = world.database;
	const laws = [
		['append_only', async () => owner('frozen_trial_balances').update({signature: 'y'})],
		['append_only', async () => owner('frozen_trial_balances').delete()],
		['append_only', async () => owner.raw('truncate periods cascade')],
		['periods_closed', async () => owner('periods').delete()],
		['periods_closed', async () => owner('periods').update({reopen_reason: 'lain'})],
	] as const;
	for (const [law, run] of laws) {
		const error = await t.throwsAsync<Error & {constraint?: string}>(run);
		t.is(error.constraint, law, error.message);
	}
});

test.serial("another book's officer sees no closing and no trial balance", async (t) => {
	const bookId = await idOf(book);
	await asService(
		async (trx) => {
			for (const table of ['periods', 'frozen_trial_balances']) {
				t.is((await trx(table).where({book_id: bookId})).length, 0, table);
			}
		},
		[other],
	);
});

test.serial('months without entries need not be closed before', async (t) => {
	await world.as(officer, async (work) => requestClose(work, other, january!));
	const empty = await world.as(supervisor, async (work) => confirmClose(work, other, january!));
	t.is(empty.confirmedBy, 'penyelia');
	const frozen = await world.as(officer, async (work) => getTrialBalance(work, other, january!));
	t.like(decodeTrialBalance(frozen.canonical), {knownToEntry: 0, tipHash: '0'.repeat(64)});
	t.deepEqual(decodeTrialBalance(frozen.canonical).balances, []);
});

test.serial(
	'a month that closes while entries come in signs all of those that it took',
	async (t) => {
		const wanted = 'KOP-1771011003' as BookCode;
		await openCooperative(world, '17.71.01.1003');
		await world.as(officer, async (work) => requestClose(work, wanted, january!));
		const posting = Array.from({length: 12}, async () =>
			world.as(officer, async (work) => postEntry(work, handEntry(wanted, '2026-01-20', '10'))),
		);
		const closing = world.as(supervisor, async (work) => confirmClose(work, wanted, january!));
		const outcomes = await Promise.allSettled(posting);
		await closing;
		const taken = outcomes.filter(({status}) => status === 'fulfilled').length;
		for (const outcome of outcomes) {
			if (outcome.status === 'rejected') {
				t.is((outcome.reason as {code: string}).code, 'ledger/period-closed');
			}
		}
		const frozen = await world.as(officer, async (work) => getTrialBalance(work, wanted, january!));
		const cash = decodeTrialBalance(frozen.canonical).balances[0]?.balance.toFixed(2) ?? '0.00';
		t.is(cash, `${taken * 10}.00`);
		t.is((await balances(world, wanted))['1.1.01'] ?? '0.00', cash);
	},
);

test.serial('a year is closed once, taken back on its own day, and closed again', async (t) => {
	const wanted = 'KOP-1771011004' as BookCode;
	await openCooperative(world, '17.71.01.1004');
	const income = {...handEntry(wanted, '2025-06-30', '900')};
	const lines = income.lines.map((line) =>
		line.account === '3.1.01' ? {...line, account: code('4.1.05')} : line,
	);
	await world.as(officer, async (work) => postEntry(work, {...income, lines}));
	const request = {
		year: 2025,
		equityAccount: code('3.2.09'),
		reason: 'Tutup buku',
		document: 'RAT-2025',
	};
	const close = async () => world.as(supervisor, async (work) => closeYear(work, wanted, request));
	const entry = await close();
	t.like(entry, {kind: 'year-closing', effectiveOn: '2025-12-31', number: 2});
	t.deepEqual(await balances(world, wanted), {
		'1.1.01': '900.00',
		'3.2.09': '-900.00',
		'4.1.05': '0.00',
	});
	t.like(await t.throwsAsync(close()), {code: 'ledger/year-already-closed'});

	const reverse = async (number: number, effectiveOn: string) =>
		world.as(supervisor, async (work) =>
			reverseManualEntry(
				work,
				{book: wanted, number},
				{effectiveOn: day(effectiveOn), reason: 'Nota tertinggal', document: 'K-1'},
			),
		);
	t.like(await t.throwsAsync(reverse(2, '2026-01-02')), {code: 'ledger/year-reversal-day'});
	await reverse(2, '2025-12-31');
	t.deepEqual(await balances(world, wanted), {
		'1.1.01': '900.00',
		'3.2.09': '0.00',
		'4.1.05': '-900.00',
	});
	t.is((await close()).number, 4);
	t.is((await balances(world, wanted))['3.2.09'], '-900.00');

	// June has the only other entry; with December closed, the year stays as it is.
	for (const month of ['2025-06-01', '2025-12-01'].map(day)) {
		await world.as(officer, async (work) => requestClose(work, wanted, month));
		await world.as(supervisor, async (work) => confirmClose(work, wanted, month));
	}
	t.like(await t.throwsAsync(reverse(4, '2025-12-31')), {code: 'ledger/period-closed'});
	t.like(await t.throwsAsync(reverse(1, '2025-12-31')), {code: 'ledger/period-closed'});
});

test.serial(
	'a year is not closed with its December closed, nor before the years before',
	async (t) => {
		const wanted = 'KOP-1771011005' as BookCode;
		await openCooperative(world, '17.71.01.1005');
		const earn = async (effectiveOn: string) => {
			const {lines, ...entry} = handEntry(wanted, effectiveOn, '10');
			await world.as(officer, async (work) =>
				postEntry(work, {
					...entry,
					lines: lines.map((line) =>
						line.account === '3.1.01' ? {...line, account: code('4.1.05')} : line,
					),
				}),
			);
		};
		await earn('2025-03-01');
		const close = async (year: number, equityAccount = '3.2.09') =>
			world.as(supervisor, async (work) =>
				closeYear(work, wanted, {
					year,
					equityAccount: code(equityAccount),
					reason: 'Tutup buku',
					document: 'RAT',
				}),
			);
		t.like(await t.throwsAsync(close(2026)), {code: 'ledger/year-not-over'});
		t.like(await t.throwsAsync(close(2024)), {code: 'ledger/nothing-to-close'});
		t.like(await t.throwsAsync(close(2025, '1.1.01')), {code: 'ledger/not-equity-account'});
		t.like(await t.throwsAsync(close(2025, '3.9.99')), {code: 'ledger/unknown-account'});
		for (const month of ['2025-03-01', '2025-12-01'].map(day)) {
			await world.as(officer, async (work) => requestClose(work, wanted, month));
			await world.as(supervisor, async (work) => confirmClose(work, wanted, month));
		}
		t.like(await t.throwsAsync(close(2025)), {code: 'ledger/period-closed'});
		await earn('2026-02-01');
		world.setDay('2027-01-05');
		const early = await t.throwsAsync(close(2026));
		t.like(early, {code: 'ledger/earlier-year-open'});
		world.setDay('2026-03-31');
	},
);
