import test from 'ava';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {runProgram} from '../helpers/process.ts';
import {type World, createWorld} from '../helpers/world.ts';

let world: World;
const book = 'KOP-1771011001';

test.before(async () => {
	world = await createWorld('2026-03-31');
	await fillDemo({
		serviceUrl: world.database.serviceUrl,
		timeZone: 'Asia/Jakarta',
		cooperatives: 2,
		months: 4,
		until: localDate('2026-03-30'),
	});
});
test.after.always(async () => {
	await world.close();
});

const run = async (args: string[], input?: string) =>
	runProgram(args, {env: {DATABASE_URL: world.database.ownerUrl}}, input).ended();

test.serial('every command has help, and says what is wrong with exit 1', async (t) => {
	const {code, output} = await run(['--help']);
	t.is(code, 0);
	const commands = [
		'serve',
		'migrate',
		'seed',
		'demo',
		'user',
		'token',
		'schedule',
		'export',
		'load',
		'rebuild',
		'verify',
		'backup',
		'restore',
		'backup-key',
		'report',
		'findings',
		'checkpoint',
		'pack',
		'key',
		'night',
	];
	for (const command of commands) {
		t.true(output.includes(`  ${command}`), command);
		const help = await run([command, '--help']);
		t.is(help.code, 0, command);
		t.regex(help.output, /Usage: bergulir/, command);
	}
	t.is((await run(['fly'])).code, 1);
	t.is((await run(['export', '--book', book, '--format', 'xml'])).code, 1);
	t.is((await run(['demo', '--members', '0'])).code, 1);
	t.regex((await run(['demo'])).output, /not empty/);
});

test.serial('verify says that no law is broken, and a line for each breach', async (t) => {
	const sound = await run(['verify']);
	t.is(sound.code, 0, sound.output);
	t.regex(sound.output, /^\d+ entries of 3 books: no law is broken\.\n$/);
	// As a superuser, with the laws switched off: what no other could do.
	await world.database.owner.transaction(async (trx) => {
		await trx.raw('set local session_replication_role = replica');
		await trx('lines')
			.where({entry_number: 2, line_number: 1})
			.whereIn('book_id', trx('books').where({code: book}).select('id'))
			.update({amount: '1.00'});
	});
	const tampered = await run(['verify', '--book', book]);
	t.is(tampered.code, 1);
	t.regex(tampered.output, new RegExp(`^verify/content\t${book}\t2\t`, 'm'));
	t.regex(tampered.output, new RegExp(`^verify/totals\t${book}\t-\t`, 'm'));
});

test.serial('totals are made anew from the lines', async (t) => {
	await world.database.owner.raw(`update day_totals set debits = debits + 1
		where book_id = (select id from books where code = '${book}') and account_code = '1.1.11'`);
	t.regex((await run(['verify', '--book', book])).output, /^verify\/totals/m);
	t.is((await run(['rebuild', '--book', book])).code, 0);
	t.is((await run(['rebuild', '--book', 'KOP-9'])).code, 1);
	// What the test before changed stands in the lines themselves, and is found as before.
	const {output} = await run(['verify', '--book', book]);
	t.notRegex(output, /^verify\/totals/m);
});

test.serial('a report is the same as a table, as JSON and as CSV', async (t) => {
	const as = async (format: string) =>
		run([
			'report',
			'trial-balance',
			'--book',
			'KOTA-BENGKULU',
			'--as-of',
			'2026-03-30',
			'--format',
			format,
		]);
	const json = JSON.parse((await as('json')).output) as {totals: {debit: string; credit: string}};
	t.is(json.totals.debit, '67000000000.00');
	t.is(json.totals.credit, '67000000000.00');
	t.regex((await as('csv')).output, /^Jumlah,,,67000000000\.00,67000000000\.00\r$/m);
	t.regex((await as('table')).output, /Jumlah .* 67\.000\.000\.000,00 /);
	const region = await run(['report', 'fund-health', '--region', '17.71.01', '--format', 'json']);
	t.is((JSON.parse(region.output) as {rows: unknown[]}).rows.length, 6);
	t.is((await run(['report', 'fund-health', '--as-of', '2026-02-30'])).code, 1);
	t.is((await run(['report', 'trial-balance'])).code, 1);
	t.regex((await run(['report', 'horoscope'])).output, /no report "horoscope"/);
});

test.serial('the annex of the fund in every format, marked as provisional', async (t) => {
	const as = async (format: string, ...more: string[]) =>
		run(['report', 'revolving-fund-annex', '--as-of', '2026-03-30', '--format', format, ...more]);
	const book = ['--book', 'KOTA-BENGKULU'];
	const json = JSON.parse((await as('json', ...book)).output) as {
		rows: unknown[];
		totals: {closing: string};
		control: {invested: string; isBalanced: boolean};
	};
	t.true(json.rows.length > 0);
	t.true(json.control.isBalanced);
	t.is(json.totals.closing, json.control.invested);
	const csv = (await as('csv', ...book)).output;
	t.true(csv.includes(json.totals.closing));
	t.regex(csv, /^Jumlah,/m);
	t.regex((await as('table', ...book)).output, /^Daftar Dana Bergulir dan .*Kebijakan sementara/s);
	t.is((await as('json')).code, 1);
});

test.serial('the financial statements, whose sides are equal', async (t) => {
	const as = async (name: string, ...more: string[]) =>
		run(['report', name, '--book', 'KOTA-BENGKULU', '--as-of', '2026-03-30', ...more]);
	const sheet = await as('balance-sheet', '--format', 'csv');
	t.regex(sheet.output, /^Aset,Jumlah,,67000000000\.00\r$/m);
	t.regex(sheet.output, /^Ekuitas,Jumlah,,67000000000\.00\r$/m);
	const from = ['--from', '2025-01-01', '--format', 'csv'];
	t.regex((await as('cash-flow', ...from)).output, /^Penerimaan dana \(tahap\),0\.00,\d+\.00\r$/m);
	t.regex((await as('equity-changes', ...from)).output, /^Jumlah,,.*67000000000\.00\r$/m);
	t.regex(
		(await as('income-statement', ...from)).output,
		/^Sisa hasil usaha berjalan,Jumlah,,0\.00\r$/m,
	);
	t.is((await as('benevolence-funds', ...from)).code, 0);
	t.is((await as('cash-flow')).code, 1, 'a period begins on a day');
});

test.serial('a token stands alone on the standard output and opens the door', async (t) => {
	const {code, output} = await run(['token', 'create', '--user', 'auditor', '--label', 'uji']);
	t.is(code, 0);
	t.regex(output, /^bgt_[\w-]{43}\n$/);
	const unknown = await run(['token', 'create', '--user', 'nobody', '--label', 'uji']);
	t.is(unknown.code, 1);
	t.regex(unknown.output, /identity\/unknown-user/);
});

test.serial('schedule keeps to its contract, and tells every fault at once', async (t) => {
	const terms = {
		method: 'flat',
		principal: '1200000',
		annualRatePercent: '12',
		instalments: 12,
		period: {unit: 'month', every: 1},
		disbursementDate: '2026-01-31',
		dayCount: 'rate/12',
		moneyQuantum: '1',
		rounding: 'half-even',
	};
	const {code, output} = await run(['schedule'], JSON.stringify(terms));
	t.is(code, 0, output);
	const schedule = JSON.parse(output) as {
		rows: Record<string, unknown>[];
		totals: Record<string, string>;
		rule: string;
	};
	// 12 % flat on 1.200.000 for a year: 144.000, so 100.000 + 12.000 a month.
	t.deepEqual(schedule.rows[0], {
		number: 1,
		dueDate: '2026-02-28',
		principal: '100000.00',
		margin: '12000.00',
		total: '112000.00',
		balance: '1100000.00',
	});
	t.is(schedule.rows[1]!.dueDate, '2026-03-31');
	t.deepEqual(schedule.totals, {
		principal: '1200000.00',
		margin: '144000.00',
		total: '1344000.00',
	});
	const wrong = await run(['schedule'], JSON.stringify({...terms, principal: 5, colour: 'red'}));
	t.is(wrong.code, 1);
	t.regex(wrong.output, /amount\/not-text/);
	t.regex(wrong.output, /field\/unknown/);
	t.is((await run(['schedule'], '{')).code, 1);
});

test.serial('export writes the sealed text, as it was hashed', async (t) => {
	const {code, output} = await run(['export', '--book', book, '--format', 'jsonl']);
	t.is(code, 0);
	const first = JSON.parse(output.split('\n')[0]!) as unknown[];
	t.deepEqual(first.slice(0, 3), ['bergulir/entry/1', book, 1]);
	t.regex(
		(await run(['export', '--book', 'TIADA', '--format', 'csv'])).output,
		/ledger\/unknown-book/,
	);
});
