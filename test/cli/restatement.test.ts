import test from 'ava';
import type {BookCode} from '../../src/kernel/ids.ts';
import {postEntry} from '../../src/ledger/index.ts';
import {runProgram} from '../helpers/process.ts';
import {
	type World,
	createWorld,
	handEntry,
	openCity,
	openCooperative,
	supervisor,
} from '../helpers/world.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;

test.before(async () => {
	world = await createWorld('2026-03-10');
	await openCity(world);
	await openCooperative(world);
	const post = async (recordedOn: string, effectiveOn: string, amount: string, reason: string) => {
		world.setDay(recordedOn);
		await world.as(supervisor, async (work) =>
			postEntry(work, {...handEntry(book, effectiveOn, amount), reason}),
		);
	};
	await post('2026-03-10', '2026-03-10', '1000000', 'Setoran modal');
	await post('2026-04-10', '2026-03-20', '250000', '=HYPERLINK("x")');
});
test.after.always(async () => {
	await world.close();
});

const report = async (format: string, since = '2026-04-02T17:00:00+07:00') =>
	runProgram(
		[
			...['report', 'restatement', '--book', book, '--from', '2026-03-01', '--to', '2026-03-31'],
			...['--since', since, '--format', format],
		],
		{env: {DATABASE_URL: world.database.ownerUrl}},
	).ended();

test.serial('the restatement is the same as JSON, as CSV and as tables', async (t) => {
	const json = await report('json');
	t.is(json.code, 0, json.output);
	const answer = JSON.parse(json.output);
	t.is(answer.meta.sinceEntry, 1);
	t.is(answer.entries[0].number, 2);
	t.is(answer.nextCursor, null);
	t.is(answer.totals.isProven, true);

	const csv = (await report('csv')).output.split('\r\n').map((row) => row.split(','));
	const head = csv[0]!;
	const shown = (row: readonly string[] | undefined) =>
		head.flatMap((name, index) => (row?.[index] === '' ? [] : [`${name}: ${row?.[index]}`]));
	t.deepEqual(shown(csv[1]), [
		'row: line',
		'entry: 2',
		'effectiveOn: 2026-03-20',
		'recordedAt: 2026-04-10T05:00:00.000Z',
		'daysLate: 21',
		'actor: penyelia',
		'kind: manual',
		// What a spreadsheet would take for a formula is text.
		`reason: "'=HYPERLINK(""x"")"`,
		'document: BKM-1',
		'monthState: open',
		'isWithin: true',
		'account: 1.1.01',
		'debit: 250000.00',
		'credit: 0.00',
	]);
	t.deepEqual(shown(csv[3]), [
		'row: account',
		'account: 1.1.01',
		'name: Kas',
		'knownThen: 1000000.00',
		'changeBefore: 0.00',
		'changeWithin: 250000.00',
		'change: 250000.00',
		'knownNow: 1250000.00',
		'debitThen: 1000000.00',
		'creditThen: 0.00',
		'debitNow: 1250000.00',
		'creditNow: 0.00',
	]);
	t.deepEqual(shown(csv[6]), [
		'row: total',
		'account: credit',
		'name: Jumlah kredit',
		'knownThen: 1000000.00',
		'changeWithin: 250000.00',
		'change: 250000.00',
		'knownNow: 1250000.00',
		'creditThen: 1000000.00',
		'creditNow: 1250000.00',
	]);
	t.is(csv.length, 8);

	const table = (await report('table')).output;
	t.regex(table, /^Sejak 2 April 2026 pukul 17\.00, 1 jurnal dicatat/m);
	t.regex(table, /^│ +2 │ 20\/03\/2026 .*│ +21 │ penyelia/m);
	t.regex(table, /^│ 1\.1\.01 +│ Kas .*│ +1\.250\.000,00 /m);
});

test.serial('nothing changed is said, and a bad question is refused with exit 1', async (t) => {
	const still = await report('table', '2026-04-11T00:00:00+07:00');
	t.regex(still.output, /^Tidak ada yang berubah untuk 1 Maret 2026 sampai 31 Maret 2026 sejak/m);
	const early = await report('json', '2026-03-01T00:00:00Z');
	t.is(early.code, 1);
	t.regex(early.output, /its first entry was recorded at 2026-03-10T05:00:00\.000Z/);
	t.regex(
		(await report('json', 'yesterday')).output,
		/The moment yesterday in --since must have its zone/,
	);
	const args = ['report', 'restatement', '--book', book];
	const bare = await runProgram(args, {env: {DATABASE_URL: world.database.ownerUrl}}).ended();
	t.regex(bare.output, /The field --from is required.*--since: field\/missing/s);
});
