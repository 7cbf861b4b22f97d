// Walks the catalogue of reports: whatever is added to it is tried here without anybody thinking
// of it. What each figure should be is another file's matter.
import test from 'ava';
import {readXlsx} from 'hucre/xlsx';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {postEntry, reverseManualEntry} from '../../../src/ledger/index.ts';
import {takeCheckpoint} from '../../../src/evidence/index.ts';
import {raiseFinding} from '../../../src/oversight/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	city,
	createWorld,
	day,
	fundManager,
	handEntry,
	lend,
	officer,
	openCity,
	openCooperative,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';
import {detector, draft} from '../../oversight/setup.ts';

type Report = {
	readonly name: string;
	readonly address: string;
	readonly formats: readonly string[];
	readonly question: readonly {readonly name: string; readonly isRequired: boolean}[];
};

let world: World;
let server: Server;
let auditor: Client;
let mine: Funded;
let catalogue: readonly Report[];
const book = 'KOP-1771011001' as BookCode;
const empty = 'KOP-1771021001';
const knownAt = '2026-03-31T10:00:00.000Z';

/** What every report may be asked by, of these books. */
const values: Record<string, string> = {
	book,
	region: '17.71.01',
	from: '2026-01-01',
	to: '2026-03-31',
	asOf: '2026-03-31',
	knownAt,
	since: '2026-03-05T00:00:00.000Z',
	account: '1.1.01',
	year: '2025',
	level: 'kelurahan',
};

const takes = ({question}: Report, name: string): boolean =>
	question.some((one) => one.name === name);

/** What a report is asked by that it takes: what it must have, and days and moments. */
function questionOf(report: Report, more: Readonly<Record<string, string>> = {}): string {
	const days = ['asOf', 'knownAt'];
	const names = report.question
		.filter(({name, isRequired}) => isRequired || days.includes(name))
		.map(({name}) => name);
	const all: Readonly<Record<string, string>> =
		report.name === 'revolving-fund-annex' ? {...values, book: city} : values;
	const asked = Object.fromEntries(names.map((name) => [name, all[name]!]));
	return new URLSearchParams({...asked, ...more}).toString();
}

test.before(async () => {
	world = await createWorld('2026-03-02');
	await openCity(world);
	mine = await openFunded(world);
	await openCooperative(world, '17.71.02.1001');
	values.allocation = mine.allocation.id;
	values.fund = mine.allocation.id;
	const loan = await lend(world, mine, {disbursedOn: '2026-02-03'});
	values.loan = loan.id;
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-03-01', '70000')));
	world.setDay('2026-03-20');
	await world.as(detector, async (work) =>
		raiseFinding(work, draft({evidence: [{kind: 'loan', loan: loan.id}]})),
	);
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-03-20', '50000')));
	world.setDay('2026-04-02');
	server = await startServer(world);
	auditor = await server.signUp('auditor');
	catalogue = (await auditor.get('/v1/reports')).body.items as Report[];
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

/** The text of a workbook's first sheet. */
async function sheetText(path: string): Promise<string> {
	const {sheets} = await readXlsx(await auditor.getBytes(path));
	return sheets[0]!.rows.map((row) => row.join(',')).join('\n');
}

/** Every report in every format, to the byte, under its address. */
async function fetchAll(): Promise<Map<string, Buffer>> {
	const fetched = new Map<string, Buffer>();
	for (const report of catalogue) {
		for (const format of report.formats) {
			const ending = format === 'json' ? '' : `.${format}`;
			const path = `${report.address}${ending}?${questionOf(report)}`;
			fetched.set(path, await auditor.getBytes(path));
		}
	}
	return fetched;
}

test.serial('the catalogue has every report, with its question and its formats', async (t) => {
	const names = catalogue.map(({name}) => name);
	for (const name of [
		'trial-balance',
		'balance-sheet',
		'income-statement',
		'equity-changes',
		'cash-flow',
		'benevolence-funds',
		'fund-health',
		'restatement',
		'findings',
		'revolving-fund-annex',
		'collectibility',
		'provisioning',
	]) {
		t.true(names.includes(name), name);
	}
	const one = (await auditor.get('/v1/reports')).body.items.find(
		({name}: Report) => name === 'income-statement',
	);
	t.like(one, {
		titleId: 'Perhitungan Hasil Usaha',
		titleEn: 'Income Statement',
		permission: 'report:read',
		address: '/v1/reports/income-statement',
		formats: ['json', 'csv', 'xlsx', 'pdf'],
	});
	t.deepEqual(
		one.question.map(({name, isRequired}: Report['question'][number]) => [name, isRequired]),
		[
			['book', true],
			['from', true],
			['asOf', false],
			['knownAt', false],
		],
	);
	const {paths} = (await server.stranger.get('/openapi.json')).body;
	for (const {address} of catalogue) t.truthy(paths[address], address);
});

test.serial('the same question as known at the same moment is the same file', async (t) => {
	const before = await fetchAll();
	t.true(before.size > 30);
	const digests = new Map<string, string>();
	for (const [path, bytes] of before) {
		if (/\.(csv|xlsx|pdf)\?/u.test(path)) continue;
		const {meta} = JSON.parse(bytes.toString('utf8')) as {meta: {digest: string}};
		t.regex(meta.digest, /^[0-9a-f]{64}$/, path);
		digests.set(path, meta.digest);
	}

	world.setDay('2026-04-10');
	const late = await world.as(officer, async (work) =>
		postEntry(work, handEntry(book, '2026-03-15', '900000')),
	);
	await world.as(supervisor, async (work) =>
		reverseManualEntry(
			work,
			{book, number: late.number - 1},
			{effectiveOn: day('2026-03-20'), reason: 'Salah catat', document: 'BR-1'},
		),
	);
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-04-10', '1000')));
	await world.as(fundManager, async (work) =>
		postEntry(work, handEntry(empty as BookCode, '2026-03-01', '5000')),
	);
	await lend(world, mine, {disbursedOn: '2026-03-10', principal: '2400000'});
	await world.as(detector, async (work) =>
		raiseFinding(
			work,
			draft({subject: 'book:other', evidence: [{kind: 'document', document: 'RK-4'}]}),
		),
	);
	await world.as(fundManager, takeCheckpoint);

	world.setDay('2026-04-20');
	const after = await fetchAll();
	for (const [path, bytes] of before) {
		t.true(bytes.equals(after.get(path)!), `${path} is another file`);
	}
	// And the books did move: as known now, these reports are others.
	for (const report of catalogue.filter((one) => takes(one, 'knownAt') && takes(one, 'book'))) {
		const {body} = await auditor.get(
			`${report.address}?${questionOf(report, {knownAt: '2026-04-19T00:00:00Z'})}`,
		);
		const path = `${report.address}?${questionOf(report)}`;
		t.not(body.meta.digest, digests.get(path), report.name);
	}
});

test.serial('whoever asks, the digest is that of the report', async (t) => {
	const other = await server.signUp('auditor');
	for (const report of catalogue) {
		const path = `${report.address}?${questionOf(report)}`;
		const [first, second] = [await auditor.get(path), await other.get(path)];
		t.is(first.body.meta.digest, second.body.meta.digest, path);
		t.not(first.body.meta.askedBy, second.body.meta.askedBy, path);
	}
});

test.serial('the digest is printed', async (t) => {
	const printed = catalogue.filter(({formats}) => formats.includes('xlsx'));
	t.true(printed.length >= 10);
	for (const report of printed) {
		const text = await sheetText(`${report.address}.xlsx?${questionOf(report)}`);
		t.regex(text, /Sidik laporan,[0-9a-f]{64}/, report.name);
		t.regex(text, /Diminta oleh,auditor/, report.name);
	}
});

const codesOf = ({body}: {body: {findings: {code: string; path: string}[]}}): string[] =>
	body.findings.map(({code, path}) => `${path} ${code}`);

test.serial('a report that does not exist is refused with those that do', async (t) => {
	for (const path of ['/v1/reports/neraca', '/v1/reports/neraca.pdf', '/v1/reports/neraca?x=1']) {
		const {status, body} = await auditor.get(path, {'accept-language': 'en'});
		t.is(status, 404, path);
		t.is(body.code, 'report/unknown-report', path);
		for (const {name} of catalogue) t.true(body.detail.includes(name), name);
	}
});

test.serial('every report tells each fault of its question by its own code', async (t) => {
	const faults: readonly (readonly [string, string, string])[] = [
		['book', 'KOP-9', 'ledger/unknown-book'],
		['book', 'kop', 'book/malformed'],
		['region', '99', 'report/unknown-region'],
		['region', '17.71.99.9999', 'report/unknown-region'],
		['asOf', '2026-02-30', 'date/not-a-day'],
		['asOf', '30-03-2026', 'date/malformed'],
		['asOf', '2026-12-31', 'report/as-of-in-future'],
		['from', '2026-02-29', 'date/not-a-day'],
		['knownAt', '2026-12-31T00:00:00Z', 'report/known-at-in-future'],
		['knownAt', 'yesterday', 'moment/malformed'],
		['book', '', 'book/malformed'],
	];
	let tried = 0;
	for (const report of catalogue) {
		for (const [name, value, code] of faults) {
			if (!takes(report, name)) continue;
			const answer = await auditor.get(`${report.address}?${questionOf(report, {[name]: value})}`);
			t.true(answer.status >= 400, `${report.name} ${name}=${value}`);
			t.true(
				codesOf(answer).includes(`query.${name} ${code}`),
				`${report.name} ${name}=${value}: ${codesOf(answer).join(', ')}`,
			);
			tried += 1;
		}
		const early = {knownAt: '2020-01-01T00:00:00Z'};
		if (takes(report, 'knownAt')) {
			const answer = await auditor.get(`${report.address}?${questionOf(report, early)}`);
			t.regex(
				codesOf(answer).join(' '),
				/query\.knownAt report\/known-before-books?\b/,
				report.name,
			);
		}
		const unknown = await auditor.get(`${report.address}?${questionOf(report, {warna: 'x'})}`);
		t.deepEqual(codesOf(unknown), ['query.warna field/unknown'], report.name);
	}
	t.true(tried > 50);
});

test.serial('all faults of a question are told at once, whatever found them', async (t) => {
	for (const report of catalogue.filter((one) => takes(one, 'book') && takes(one, 'knownAt'))) {
		const wrong = {book: 'KOP-9', asOf: '2026-02-30', knownAt: '2026-12-31T00:00:00Z'};
		const asked = takes(report, 'asOf') ? wrong : {...wrong, to: '2026-02-30'};
		const ending = report.formats.length > 1 ? '.docx' : '';
		const answer = await auditor.get(`${report.address}${ending}?${questionOf(report, asked)}`);
		const day = takes(report, 'asOf') ? 'asOf' : 'to';
		const expected = [
			`query.${day} date/not-a-day`,
			'query.book ledger/unknown-book',
			'query.knownAt report/known-at-in-future',
		];
		const told = codesOf(answer);
		for (const one of expected) t.true(told.includes(one), `${report.name}: ${told.join(', ')}`);
		if (report.formats.length > 1) t.true(told.includes(' request/not-acceptable'), report.name);
	}
});

test.serial('a format that does not exist is refused with those that do', async (t) => {
	for (const report of catalogue.filter(({formats}) => formats.length === 1)) {
		const answer = await auditor.get(`${report.address}.csv?${questionOf(report)}`);
		t.is(answer.status, 406, report.name);
	}
	for (const report of catalogue.filter(({formats}) => formats.length > 1)) {
		for (const [ending, headers] of [
			['.docx', {}],
			['', {accept: 'image/png'}],
		] as const) {
			const answer = await auditor.get(`${report.address}${ending}?${questionOf(report)}`, headers);
			t.is(answer.status, 406, report.name);
			t.is(answer.body.code, 'request/not-acceptable');
			t.regex(answer.body.detail, /\.csv.*\.xlsx.*\.pdf/);
		}
	}
});

test.serial('outside of the scope of the caller nothing is told', async (t) => {
	const outsider = await server.signUp('auditor', empty);
	for (const report of catalogue) {
		for (const [name, value, code] of [
			['book', book, 'ledger/unknown-book'],
			['region', '17.71.01', 'report/region-outside-scope'],
		] as const) {
			if (!takes(report, name)) continue;
			const asked = questionOf(report, {[name]: value});
			const answer = await outsider.get(`${report.address}?${asked}`);
			t.true(
				codesOf(answer).includes(`query.${name} ${code}`),
				`${report.name} ${name}: ${codesOf(answer).join(', ')}`,
			);
		}
	}
});

test.serial('an answer without data says so, in its meta and on paper', async (t) => {
	const early = {asOf: '2025-01-01', from: '2025-01-01', to: '2025-01-01'};
	let emptied = 0;
	for (const report of catalogue.filter((one) => takes(one, 'book') && !takes(one, 'since'))) {
		const days = Object.fromEntries(Object.entries(early).filter(([name]) => takes(report, name)));
		const asked = new URLSearchParams(questionOf(report, days));
		asked.delete('knownAt');
		if (asked.get('book') === book) asked.set('book', empty);
		const {status, body} = await auditor.get(`${report.address}?${asked.toString()}`);
		t.is(status, 200, `${report.name} ${JSON.stringify(body)}`);
		if (!body.meta.isEmpty) continue;
		emptied += 1;
		if (report.formats.includes('xlsx')) {
			const text = await sheetText(`${report.address}.xlsx?${asked.toString()}`);
			t.regex(text, /Tidak ada data\./, report.name);
		}
		t.deepEqual(body.meta.notes, [
			{code: 'report/no-data', id: 'Tidak ada data.', en: 'There is no data.'},
		]);
	}
	t.true(emptied >= 5);
});
