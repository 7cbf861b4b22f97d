// The health scores of one cooperative by figures typed by hand, and every bound of the policies.
import test from 'ava';
import {readXlsx} from 'hucre/xlsx';
import {rupiah} from '../../../src/kernel/money.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {credit, debit, postEntry} from '../../../src/ledger/index.ts';
import {type ScorePolicy, scoreHealth} from '../../../src/reporting/health-score.ts';
import {measureBook} from '../../../src/reporting/score-measures.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	city,
	code,
	createWorld,
	day,
	lend,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let funded: Funded;
let policies: ScorePolicy[];

// In cash but where another account is named: debit, credit, amount.
const entries = [
	['1.1.01', '3.1.01', '10000000'],
	['1.1.01', '3.1.02', '5000000'],
	['1.1.01', '2.1.01', '20000000'],
	['1.5.01', '1.1.01', '4000000'],
	['5.1.01', '1.1.01', '900000'],
	['5.2.01', '1.1.01', '100000'],
	['1.1.01', '4.1.05', '1500000'],
	['5.3.01', '1.2.19', '200000'],
	['5.9.01', '1.1.01', '50000'],
	['1.1.01', '4.9.01', '20000'],
] as const;

// 100,000,000 of the fund; 1,200,000 lent in February and never paid, 5,000,000 with a margin of
// 600,000 in December, of which nothing was due by the end of 2025.
test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	await lend(world, funded, {disbursedOn: '2025-02-03'});
	await lend(world, funded, {
		akad: 'murabahah',
		principal: '5000000',
		margin: '600000',
		instalments: 10,
		disbursedOn: '2025-12-05',
	});
	await world.as(officer, async (work) => {
		for (const [debited, credited, amount] of entries) {
			await postEntry(work, {
				book: funded.book,
				effectiveOn: day('2025-06-02'),
				kind: 'manual',
				reason: 'Uji',
				document: 'BKM-1',
				lines: [debit(code(debited), rupiah(amount)), credit(code(credited), rupiah(amount))],
			});
		}
	});
	policies = await world.as(
		officer,
		async (work) => work.reports.scorePolicies(day('2026-03-31')),
		everywhere,
	);
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const ask = async (query = 'asOf=2025-12-31') =>
	auditor.get(`/v1/reports/health-score?book=${funded.book}&${query}`);

type Row = Record<string, string | boolean | null>;
const shown = ({code, numerator, denominator, value, band, score, points}: Row) =>
	[code, numerator, denominator, value, band, score, points].join(' | ');

test.serial(
	'Perdep 07/2016: every ratio with its numerator, denominator, band and points',
	async (t) => {
		const {body} = await ask('policy=perdep-07-2016&asOf=2025-12-31');
		t.deepEqual(body.rows.map(shown), [
			'own-capital | 15270000.00 | 135270000.00 | 0.1129 |  |  | ',
			'capital-adequacy | 15000000.00 | 135270000.00 | 0.1109 | 8 <= x | 100 | 5.0000',
			'npf | 1200000.00 | 6200000.00 | 0.1935 | 12 < x | 25 | 2.5000',
			'par | 1200000.00 | 6200000.00 | 0.1935 | x < 21 | 100 | 5.0000',
			// Loss: all of 1,200,000; of the first class 0.5 % of 5,000,000.
			'provision-cover | 200000.00 | 1225000.00 | 0.1633 | 10 < x <= 20 | 20 | 1.0000',
			'management |  |  |  |  |  | ',
			'operating-cost | 1200000.00 | 1500000.00 | 0.8000 | 68 < x <= 84 | 75 | 3.0000',
			'fixed-assets | 4000000.00 | 135270000.00 | 0.0296 |  |  | ',
			'staff-efficiency |  |  |  |  |  | ',
			'cash-ratio | 125270000.00 | 20000000.00 | 6.2635 | 56 < x | 25 | 2.5000',
			'fdr | 6200000.00 | 120000000.00 | 0.0517 | x < 51 | 25 | 1.2500',
			'gross-participation |  |  |  |  |  | ',
			'member-benefit |  |  |  |  |  | ',
			'roa | 270000.00 | 135270000.00 | 0.0020 | x < 5 | 25 | 0.7500',
			'roe | 270000.00 | 15270000.00 | 0.0177 | x < 5 | 25 | 0.7500',
			'self-reliance | 1500000.00 | 1200000.00 | 1.2500 | 100 <= x < 126 | 50 | 2.0000',
			'sharia-compliance |  |  |  |  |  | ',
		]);
		const [score] = body.scores;
		t.like(score, {
			policy: 'perdep-07-2016',
			isProvisional: true,
			replacedBy: 'juknis-15-2021',
			assessedWeight: '54.0000',
			points: '23.7500',
			pointsOfAssessed: '43.9815',
		});
		t.like(score.predicate, {code: 'dalam-pengawasan-khusus', coveredWeight: '54.0000'});
		t.is(score.predicateAtWorst.code, 'dalam-pengawasan-khusus');
		// 23.75 + 46
		t.is(score.predicateAtBest.code, 'cukup-sehat');
		const outcomes = new Map(body.rows.map((row: Row) => [row.code, row.outcome]));
		t.is(outcomes.get('management'), 'needs-person');
		t.is(outcomes.get('own-capital'), 'bands-not-found');
		t.true(
			body.meta.policies.some(
				({code, kind, status}: Row) =>
					code === 'koperasi/1' && kind === 'provision' && status === 'provisional',
			),
		);
	},
);

test.serial('KKPKK: sections parted equally, and what was not found says so', async (t) => {
	const {body} = await ask('policy=juknis-15-2021&asOf=2025-12-31');
	t.deepEqual(body.rows.map(shown), [
		'governance |  |  |  |  |  | ',
		'risk-profile |  |  |  |  |  | ',
		'npf | 1200000.00 | 6200000.00 | 0.1935 | 15 < x | 1 | 1.6667',
		'provision-cover | 200000.00 | 1225000.00 | 0.1633 |  |  | ',
		'financing-share | 6200000.00 | 100000000.00 | 0.0620 | x <= 75 | 4 | 6.6667',
		'bopo | 1200000.00 | 1500000.00 | 0.8000 | 80 <= x < 90 | 3 | 5.0000',
		'business-cost | 1200000.00 | 1500000.00 | 0.8000 | 60 <= x <= 80 | 2 | 3.3333',
		'net-surplus | 270000.00 | 1520000.00 | 0.1776 | 5 <= x |  | ',
		'own-capital | 15270000.00 | 135270000.00 | 0.1129 | 10 < x <= 20 | 2 | 3.7500',
		'capital-adequacy | 15000000.00 | 135270000.00 | 0.1109 |  |  | ',
	]);
	const [score] = body.scores;
	t.like(score, {
		assessedWeight: '34.1667',
		points: '20.4167',
		pointsOfAssessed: '59.7561',
		replacedBy: null,
	});
	t.is(score.predicate.code, 'dalam-pengawasan');
	t.is(score.predicateAtBest.code, 'sehat');
	const npf = body.rows.find((row: Row) => row.code === 'npf');
	t.regex(npf.source, /bertentangan.*15 %.*12 %/u);
	t.true(npf.isProvisional);
	t.false(body.rows[0].isProvisional);
});

test.serial('its amounts are those of the trial balance and of the income statement', async (t) => {
	const {rows} = (await ask()).body;
	const of = (name: string, part: 'numerator' | 'denominator'): bigint =>
		BigInt(rows.find((row: Row) => row.code === name)[part].replace('.', ''));
	const query = `book=${funded.book}&asOf=2025-12-31`;
	const trial = (await auditor.get(`/v1/reports/trial-balance?${query}`)).body;
	const sumOf = (classes: string[]): bigint =>
		trial.rows
			.filter((row: Row) => classes.includes(row.class as string))
			.reduce(
				(sum: bigint, row: {debit: string; credit: string}) =>
					sum + BigInt(row.debit.replace('.', '')) - BigInt(row.credit.replace('.', '')),
				0n,
			);
	const assets = of('own-capital', 'denominator');
	t.is(assets, sumOf(['asset']));
	t.is(of('own-capital', 'numerator'), -sumOf(['equity', 'income', 'expense']));
	t.is(of('roa', 'numerator'), -sumOf(['income', 'expense']));
	// Of these measures every asset of this book is in one and in one only.
	t.is(
		of('cash-ratio', 'numerator') +
			of('fdr', 'numerator') +
			of('fixed-assets', 'numerator') -
			of('provision-cover', 'numerator'),
		assets,
	);
	t.is(of('npf', 'denominator'), of('fdr', 'numerator'));
});

test.serial('what the ledger tells leads to its lines, and they come to the figure', async (t) => {
	const {rows} = (await ask()).body;
	let count = 0;
	for (const {links, ...row} of rows) {
		for (const [part, link] of Object.entries<string>(links)) {
			const lines = (await auditor.get(`${link}&limit=1000`)).body.rows.filter(
				(line: Row) => line.row === 'line',
			);
			const net: bigint = lines.reduce(
				(sum: bigint, line: {debit: string; credit: string}) =>
					sum + BigInt(line.debit.replace('.', '')) - BigInt(line.credit.replace('.', '')),
				0n,
			);
			const figure = BigInt(row[part].replace('.', ''));
			t.true(net === figure || -net === figure, `${row.code} ${part} ${net}: ${link}`);
			count += 1;
		}
	}
	// 12 and 8 ratios of two figures each; of the loans are NPF and PPAPWD of both, and PAR.
	t.is(count, 35);
	t.deepEqual(Object.keys(rows.find((row: Row) => row.code === 'npf').links), ['denominator']);
});

test.serial(
	'every policy in force without one named; before a rule was in force there is none',
	async (t) => {
		const {body} = await ask();
		t.deepEqual(
			body.scores.map(({policy}: Row) => policy),
			['juknis-15-2021', 'perdep-07-2016'],
		);
		t.is(body.rows.length, 27);
		const earlier = (await ask('asOf=2020-12-31')).body.scores;
		t.deepEqual(
			earlier.map(({policy}: Row) => policy),
			['perdep-07-2016'],
		);
		const before = (await ask('asOf=2015-12-31')).body;
		t.deepEqual(before.rows, []);
		t.like(before.meta.notes, [{code: 'report/no-data'}]);
		// Twelve months after June 2025 nothing of it is of the year any more.
		world.setDay('2026-07-01');
		const later = (await ask('policy=juknis-15-2021&asOf=2026-06-30')).body.rows;
		world.setDay('2026-03-31');
		t.is(later.find((row: Row) => row.code === 'bopo').outcome, 'no-divisor');
	},
);

test.serial('bad input: each with its own code and what would be right', async (t) => {
	const refused = async (query: string) => {
		const {status, body} = await auditor.get(`/v1/reports/health-score?${query}`);
		return {status, code: body.code, text: JSON.stringify(body)};
	};
	const book = `book=${funded.book}`;
	const unknown = await refused(`${book}&policy=perdep-1`);
	t.like(unknown, {status: 404, code: 'report/unknown-score-policy'});
	t.regex(unknown.text, /perdep-1.*juknis-15-2021, perdep-07-2016/u);
	t.is((await refused('book=KOP-9999999999')).code, 'ledger/unknown-book');
	t.is((await refused(`${book}&asOf=2026-04-01`)).code, 'report/as-of-in-future');
	t.is((await refused(`book=${city}`)).code, 'report/not-a-cooperative');
	t.is((await refused('')).code, 'field/missing');
	t.is((await refused(`${book}&knownAt=2020-01-01T00:00:00Z`)).code, 'report/known-before-book');
});

test.serial(
	'as CSV and as XLSX it is the same ratios, and never a predicate without its weight',
	async (t) => {
		const path = (ending: string) =>
			`/v1/reports/health-score.${ending}?book=${funded.book}&asOf=2025-12-31`;
		const csv = String(await auditor.getBytes(path('csv')));
		t.regex(csv, /^.*policy,section,code,name,formula,numerator,denominator,value,band/mu);
		t.regex(csv, /npf,[^\n]*1200000.00,6200000.00,0.1935,12 < x/u);
		t.regex(csv, /Belum dinilai; perlu orang/u);
		const {sheets} = await readXlsx(await auditor.getBytes(path('xlsx')));
		const text = sheets.flatMap(({rows}) => rows.map((row) => row.join(','))).join('\n');
		t.regex(text, /Penilaian Kesehatan Koperasi/u);
		t.regex(text, /"Dalam pengawasan" hanya atas 34\.1667 dari 100 bobot/u);
		t.regex(text, /Kebijakan sementara/u);
	},
);

// Of a denominator of 1,000,000: the numerator and what it scores, at and beside every bound.
const bounds: Record<string, Record<string, Record<string, string>>> = {
	'perdep-07-2016': {
		'capital-adequacy': {
			59999: '25',
			60000: '50',
			70000: '50',
			70001: '75',
			79999: '75',
			80000: '100',
		},
		npf: {49999: '100', 50000: '75', 80000: '75', 80001: '50', 120000: '50', 120001: '25'},
		par: {209999: '100', 210000: '75', 250000: '75', 250001: '50', 300000: '50', 300001: '25'},
		'provision-cover': {
			0: '0',
			1: '10',
			100000: '10',
			100001: '20',
			200000: '20',
			200001: '30',
			300000: '30',
			300001: '40',
			400000: '40',
			400001: '50',
			500000: '50',
			500001: '60',
			600000: '60',
			600001: '70',
			700000: '70',
			700001: '80',
			800000: '80',
			800001: '90',
			900000: '90',
			900001: '100',
			1000000: '100',
			2000000: '100',
		},
		'operating-cost': {
			680000: '100',
			680001: '75',
			840000: '75',
			840001: '50',
			1000000: '50',
			1000001: '25',
		},
		'cash-ratio': {
			139999: '25',
			140000: '50',
			209999: '50',
			210000: '75',
			259999: '75',
			260000: '100',
			340000: '100',
			340001: '75',
			450000: '75',
			450001: '50',
			560000: '50',
			560001: '25',
		},
		fdr: {509999: '25', 510000: '50', 759999: '50', 760000: '75', 1000000: '75', 1000001: '100'},
		roa: {49999: '25', 50000: '50', 74999: '50', 75000: '75', 100000: '75', 100001: '100'},
		roe: {49999: '25', 50000: '50', 74999: '50', 75000: '75', 100000: '75', 100001: '100'},
		'self-reliance': {
			999999: '25',
			1000000: '50',
			1259999: '50',
			1260000: '75',
			1500000: '75',
			1500001: '100',
		},
	},
	'juknis-15-2021': {
		npf: {50000: '4', 50001: '3', 99999: '3', 100000: '2', 150000: '2', 150001: '1'},
		'financing-share': {
			750000: '4',
			750001: '3',
			849999: '3',
			850000: '2',
			950000: '2',
			950001: '1',
		},
		bopo: {799999: '4', 800000: '3', 899999: '3', 900000: '2', 1000000: '2', 1000001: '1'},
		'business-cost': {399999: '4', 400000: '3', 599999: '3', 600000: '2', 800000: '2', 800001: '1'},
		'net-surplus': {49999: '1'},
		'own-capital': {
			0: '1',
			100000: '1',
			100001: '2',
			200000: '2',
			200001: '3',
			300000: '3',
			300001: '4',
		},
	},
};

const zero = rupiah('0');
const nothing = measureBook([], [], {nonPerforming: zero, atRisk30: zero, requiredProvision: zero});

test.serial('every bound of every policy, at it and beside it', (t) => {
	for (const [policyCode, ratios] of Object.entries(bounds)) {
		const policy = policies.find((one) => one.code === policyCode)!;
		const all = policy.sections.flatMap((section) => section.ratios);
		const judged = all.filter((one) => one.numerator !== null && one.bands.length > 0);
		t.deepEqual(judged.map((one) => one.code).sort(), Object.keys(ratios).sort());
		for (const [ratio, expected] of Object.entries(ratios)) {
			const {numerator, denominator} = all.find((one) => one.code === ratio)!;
			for (const [amount, score] of Object.entries(expected)) {
				const measures = {
					...nothing,
					[denominator!]: rupiah('1000000'),
					[numerator!]: rupiah(amount),
				};
				const row = scoreHealth(policy, measures).ratios.find((one) => one.ratio.code === ratio)!;
				t.is(row.score, score, `${policyCode} ${ratio} ${amount}`);
			}
		}
	}
});

test.serial(
	'predicates are 80, 66, 51 and nought; the database holds a policy whole and unchanged',
	async (t) => {
		for (const {predicates, sections} of policies) {
			t.deepEqual(
				predicates.map((one) => [one.code, one.atLeast]),
				[
					['sehat', '80'],
					['cukup-sehat', '66'],
					['dalam-pengawasan', '51'],
					['dalam-pengawasan-khusus', '0'],
				],
			);
			t.is(
				sections.reduce((sum, {weight}) => sum + Number.parseInt(weight, 10), 0),
				100,
			);
		}
		const {owner} = world.database;
		const copied = `insert into score_policies select code, 2, '2027-01-01', name_id, name_en,
		legal_basis, status, replaced_by, score_max, provision_policy from score_policies`;
		await t.throwsAsync(async () => owner.raw(copied), {message: /do not weigh a hundred/u});
		await t.throwsAsync(async () => owner.raw('update score_bands set score = 100'), {
			message: /a policy stays as it was/u,
		});
		await t.throwsAsync(async () => world.database.service.raw('delete from score_ratios'), {
			message: /permission denied|a policy stays/u,
		});
	},
);

test.serial('what is recorded later changes the day, and not what was known of it', async (t) => {
	const knownAt = 'asOf=2025-12-31&knownAt=2026-03-31T10:00:00Z';
	world.setDay('2026-04-02');
	const known = (await ask(knownAt)).body;
	await world.as(officer, async (work) =>
		postEntry(work, {
			book: funded.book,
			effectiveOn: day('2025-06-03'),
			kind: 'manual',
			reason: 'Uji',
			document: 'BKM-2',
			lines: [debit(code('5.1.01'), rupiah('300000')), credit(code('1.1.01'), rupiah('300000'))],
		}),
	);
	t.deepEqual((await ask(knownAt)).body, known);
	const bopo = (await ask()).body.rows.find((row: Row) => row.code === 'bopo');
	t.is(shown(bopo), 'bopo | 1500000.00 | 1500000.00 | 1.0000 | 90 <= x <= 100 | 2 | 3.3333');
});
