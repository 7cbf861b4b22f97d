// Five loans in March 2026 and what every report says of them; all figures are worked out by hand.
import test from 'ava';
import {createRoutes} from '../../../src/compose.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {
	type Loan,
	recordRecovery,
	recordRepayment,
	reverseLoanOperation,
	settleLoan,
	writeOffLoan,
} from '../../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	city,
	createWorld,
	day,
	joinMember,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let funded: Funded;
let [murabahah, ahead, lost, paidOff, atOnce]: Loan[] = [];

const pay = async (loan: Loan, paidOn: string, amount: string) =>
	world.as(officer, async (work) =>
		recordRepayment(work, {
			loan: loan.id,
			paidOn: day(paidOn),
			amount: rupiah(amount),
			method: 'cash',
		}),
	);

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	const caller = await joinMember(world, funded.book, {
		name: 'Siti Aminah',
		phone: '0812-7300-1001',
	});
	// 110,000 on each tenth from January; the first in time, the second on 5 March with 40,000 more.
	murabahah = await lend(world, funded, {
		akad: 'murabahah',
		margin: '120000',
		disbursedOn: '2025-12-10',
		member: caller.id,
	});
	await pay(murabahah, '2026-01-10', '110000');
	await pay(murabahah, '2026-03-05', '150000');
	// 100,000 on each twentieth from February; two of them paid on 15 February.
	ahead = await lend(world, funded, {
		principal: '600000',
		instalments: 6,
		disbursedOn: '2026-01-20',
	});
	await pay(ahead, '2026-02-15', '200000');
	// 100,000 on each first from December, none of them paid; written off on 15 March.
	lost = await lend(world, funded, {
		principal: '500000',
		instalments: 5,
		disbursedOn: '2025-11-01',
	});
	await world.as(supervisor, async (work) =>
		writeOffLoan(work, {
			loan: lost!.id,
			writtenOffOn: day('2026-03-15'),
			reason: 'Pindah',
			document: 'BA-1',
		}),
	);
	await world.as(officer, async (work) =>
		recordRecovery(work, {
			loan: lost!.id,
			paidOn: day('2026-03-25'),
			amount: rupiah('50000'),
			method: 'cash',
		}),
	);
	// Three of 100,000, each in time.
	paidOff = await lend(world, funded, {
		principal: '300000',
		instalments: 3,
		disbursedOn: '2025-12-15',
	});
	for (const on of ['2026-01-15', '2026-02-15', '2026-03-15']) await pay(paidOff, on, '100000');
	// Ten of 110,000 from 1 March; settled on the tenth with the margin of March alone.
	atOnce = await lend(world, funded, {
		akad: 'murabahah',
		principal: '1000000',
		margin: '100000',
		instalments: 10,
		disbursedOn: '2026-02-01',
	});
	await world.as(officer, async (work) =>
		settleLoan(work, {
			loan: atOnce!.id,
			paidOn: day('2026-03-10'),
			amount: rupiah('1010000'),
			method: 'cash',
		}),
	);
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

type Json = Awaited<ReturnType<Client['get']>>['body'];

const ask = async (report: string, query = '', client = auditor): Promise<Json> => {
	const address = `/v1/reports/${report}?book=${funded.book}${query}`;
	const {status, body} = await client.get(address, {'accept-language': 'en'});
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body;
};

const march = '&from=2026-03-01&asOf=2026-03-31';

test.serial('loan-portfolio: each loan by the ledger, its lateness and its class', async (t) => {
	const {meta, rows, totals, nextCursor} = await ask('loan-portfolio', '&asOf=2026-03-31');
	t.is(meta.isEmpty, false);
	t.is(nextCursor, null);
	t.deepEqual(
		meta.policies.map((policy: Json) => [policy.code, policy.version]),
		[['koperasi', 1]],
	);
	t.like(meta, {report: 'loan-portfolio', asOf: '2026-03-31', from: null, checkpoint: null});
	t.is(meta.book.code, funded.book);
	const {links, ...first} = rows[0];
	t.deepEqual(Object.keys(links), ['owed', 'principal']);
	t.deepEqual(first, {
		book: funded.book,
		number: murabahah!.number,
		memberNumber: rows[0].memberNumber,
		member: 'Siti Aminah',
		phone: '••••••••001',
		akad: 'murabahah',
		loan: murabahah!.id,
		kelurahan: '17.71.01.1001',
		agreement: 'PKS-17.71.01.1001',
		officer: 'petugas',
		disbursedOn: '2025-12-10',
		disbursed: '1200000.00',
		principal: '970000.00',
		margin: '90000.00',
		owed: '1060000.00',
		arrears: '70000.00',
		daysPastDue: 21,
		lateSince: '2026-03-10',
		isRestructured: false,
		class: 'lancar',
		provision: '4850.00',
	});
	t.deepEqual(
		rows.slice(1).map((row: Json) => [row.loan, row.owed, row.daysPastDue, row.provision]),
		[[ahead!.id, '400000.00', 0, '2000.00']],
	);
	t.deepEqual(totals, {
		loans: 2,
		disbursed: '1800000.00',
		principal: '1370000.00',
		margin: '90000.00',
		owed: '1460000.00',
		arrears: '70000.00',
		restructured: '0.00',
		provision: '6850.00',
	});
	const held = await balances(world, funded.book);
	t.deepEqual(
		[held['1.2.01'], held['1.2.02'], held['1.2.03']],
		['1060000.00', '-90000.00', '400000.00'],
	);
});

test.serial('collections: due, paid of it, paid early, and what went without cash', async (t) => {
	const {rows, totals} = await ask('collections', march);
	const of = (loan: Loan | undefined): Json =>
		rows.find((row: Json) => row.number === String(loan!.number));
	const amounts = (row: Json): string[] =>
		[
			'arrearsOpening',
			'due',
			'paidBefore',
			'paid',
			'paidArrears',
			'paidOfDue',
			'paidEarly',
			'changedOtherwise',
			'arrearsClosing',
		].map((name) => row[name]);
	t.deepEqual(amounts(of(murabahah)), [
		'110000.00',
		'110000.00',
		'0.00',
		'150000.00',
		'110000.00',
		'40000.00',
		'0.00',
		'0.00',
		'70000.00',
	]);
	t.deepEqual([of(murabahah).paidPrincipal, of(murabahah).paidMargin], ['130000.00', '20000.00']);
	t.deepEqual(amounts(of(ahead)), [
		'0.00',
		'100000.00',
		'100000.00',
		'0.00',
		'0.00',
		'0.00',
		'0.00',
		'0.00',
		'0.00',
	]);
	// Written off, its arrears are gone and nothing of them was paid.
	t.deepEqual(amounts(of(lost)), [
		'300000.00',
		'100000.00',
		'0.00',
		'0.00',
		'0.00',
		'0.00',
		'0.00',
		'400000.00',
		'0.00',
	]);
	t.deepEqual(amounts(of(atOnce)), [
		'0.00',
		'110000.00',
		'0.00',
		'1010000.00',
		'0.00',
		'110000.00',
		'900000.00',
		'0.00',
		'0.00',
	]);
	t.deepEqual(totals, {
		arrearsOpening: '410000.00',
		duePrincipal: '500000.00',
		dueMargin: '20000.00',
		due: '520000.00',
		paidPrincipal: '1230000.00',
		paidMargin: '30000.00',
		paid: '1260000.00',
		paidBefore: '100000.00',
		paidArrears: '110000.00',
		paidOfDue: '250000.00',
		paidEarly: '900000.00',
		takenBack: '0.00',
		changedOtherwise: '400000.00',
		arrearsClosing: '70000.00',
		// 350 of 520, and 360 of 830 thousand.
		currentRate: '0.6731',
		collectionRate: '0.4337',
	});
	const byFund = await ask('collections', `${march}&by=fund`);
	t.is(byFund.rows.length, 1);
	t.is(byFund.rows[0].fund, funded.allocation.id);
	t.is(byFund.rows[0].collectionRate, '0.4337');
	t.deepEqual(byFund.totals, totals);
	const daily = await ask('daily-collections', march);
	t.deepEqual(
		daily.rows.map((row: Json) => [row.on, row.due, row.paid]),
		[
			['2026-03-01', '210000.00', '0.00'],
			['2026-03-05', '0.00', '150000.00'],
			['2026-03-10', '110000.00', '1010000.00'],
			['2026-03-15', '100000.00', '100000.00'],
			['2026-03-20', '100000.00', '0.00'],
		],
	);
	t.deepEqual([daily.totals.due, daily.totals.paid], [totals.due, totals.paid]);
});

test.serial('due: the longest late first, and what falls due on the day', async (t) => {
	const {rows, totals} = await ask('due', '&asOf=2026-03-10');
	t.deepEqual(
		rows.map((row: Json) => [row.number, row.total, row.overdue, row.dueToday, row.daysPastDue]),
		[
			[lost!.number, '400000.00', '400000.00', '0.00', 99],
			[murabahah!.number, '70000.00', '0.00', '70000.00', 0],
		],
	);
	t.is(rows[1].phone, '••••••••001');
	t.is(totals.total, '470000.00');
});

test.serial('maturities, settlements and write-offs of March', async (t) => {
	const coming = await ask('maturities', '&from=2026-03-01&until=2026-07-31&asOf=2026-03-31');
	t.deepEqual(
		coming.rows.map((row: Json) => [row.number, row.maturesOn, row.owed]),
		[[ahead!.number, '2026-07-20', '400000.00']],
	);
	const settled = await ask('settlements', march);
	t.deepEqual(
		settled.rows.map((row: Json) => [
			row.number,
			row.settledOn,
			row.isEarly,
			row.principal,
			row.margin,
			row.discount,
			row.maturedOn,
			row.daysEarly,
		]),
		[
			[atOnce!.number, '2026-03-10', true, '1000000.00', '10000.00', '90000.00', '2026-12-01', 266],
			[paidOff!.number, '2026-03-15', false, '100000.00', '0.00', '0.00', '2026-03-15', 0],
		],
	);
	t.deepEqual(settled.totals, {
		loans: 2,
		early: 1,
		principal: '1100000.00',
		margin: '10000.00',
		discount: '90000.00',
	});
	const off = await ask('write-offs', march);
	t.deepEqual(
		off.rows.map((row: Json) => [row.number, row.writtenOffOn, row.opening, row.writtenOff]),
		[[lost!.number, '2026-03-15', '0.00', '500000.00']],
	);
	t.deepEqual(off.totals, {
		loans: 1,
		opening: '0.00',
		writtenOff: '500000.00',
		recovered: '50000.00',
		closing: '450000.00',
	});
	t.is((await balances(world, funded.book))['9.1.01'], '450000.00');
});

test.serial('what is late is aged, and a month that had nothing says so', async (t) => {
	const {rows, totals} = await ask('ageing', '&asOf=2026-03-31');
	t.is(rows.length, 1);
	t.is(totals.balance1_30, '970000.00');
	t.is(totals.late1_30, '70000.00');
	t.is(totals.balance0, '400000.00');
	t.is(totals.par1, '0.7080');
	t.is(totals.writtenOff, '500000.00');
	const byPlace = await ask('ageing', '&asOf=2026-03-31&by=kelurahan');
	t.is(byPlace.rows[0].fund, null);
	t.is(byPlace.rows[0].kelurahan, '17.71.01.1001');
	const empty = await ask('settlements', '&from=2025-02-01&asOf=2025-02-28');
	t.deepEqual([empty.meta.isEmpty, empty.rows], [true, []]);
	const early = await ask('portfolio-trend', '&asOf=2025-10-31&months=2');
	t.is(early.meta.isEmpty, true);
});

test.serial('collectibility and provisioning say what they are of, as every report', async (t) => {
	const classes = await ask('collectibility', '&asOf=2026-03-31&policy=koperasi');
	t.is(classes.meta.book.code, funded.book);
	t.is(classes.meta.digest.length, 64);
	t.deepEqual(
		classes.totals[0].classes.map((one: Json) => [one.class, one.loans, one.principal, one.share]),
		[
			['lancar', 2, '1370000.00', '1.0000'],
			['kurang-lancar', 0, '0.00', '0.0000'],
			['diragukan', 0, '0.00', '0.0000'],
			['macet', 0, '0.00', '0.0000'],
		],
	);
	const provisions = await ask('provisioning', '&asOf=2026-03-31&policy=koperasi');
	t.like(provisions.totals[0], {
		provision: '6850.00',
		allowance: '0.00',
		allowanceOver: '-6850.00',
	});
});

test.serial('pages go on where the one before ended, with the same totals', async (t) => {
	const first = await ask('loan-portfolio', '&limit=1');
	const second = await ask('loan-portfolio', `&limit=1&cursor=${first.nextCursor}`);
	t.deepEqual(
		[first, second].map(({rows}) => rows.map((row: Json) => row.loan)),
		[[murabahah!.id], [ahead!.id]],
	);
	t.deepEqual(second.totals, first.totals);
	t.is(second.nextCursor, null);
	const due = await ask('collections', `${march}&limit=2`);
	t.is(due.rows.length, 2);
	const rest = await ask('collections', `${march}&limit=3&cursor=${due.nextCursor}`);
	t.is(rest.rows.length, 3);
	t.is(rest.nextCursor, null);
});

const everyReport = [
	['loan-portfolio', ''],
	['ageing', ''],
	['collectibility', ''],
	['provisioning', ''],
	['collections', '&from=2026-03-01'],
	['daily-collections', '&from=2026-03-01'],
	['due', ''],
	['maturities', '&from=2026-03-01&until=2026-12-31'],
	['settlements', '&from=2026-03-01'],
	['write-offs', '&from=2026-03-01'],
	['cohorts', '&months=6'],
	['portfolio-trend', '&months=6'],
] as const;

test.serial('every report as CSV has the rows of its JSON', async (t) => {
	for (const [report, query] of everyReport) {
		const address = `/v1/reports/${report}.csv?book=${funded.book}&asOf=2026-03-31${query}`;
		const {status, body, headers} = await auditor.get(address);
		t.is(status, 200, report);
		t.regex(headers.get('content-type') ?? '', /^text\/csv/u, report);
		const lines = (body as string).trimEnd().split('\r\n');
		t.true(lines.length > 1, report);
		const json = await ask(report, `&asOf=2026-03-31${query}`);
		if (Array.isArray(json.totals)) continue;
		t.is(lines.length - 2, json.rows.length, report);
		// The columns are the fields of a row, each by its name.
		const {links: _, ...row} = json.rows[0];
		t.deepEqual(lines[0]!.split(',').sort(), Object.keys(row).sort(), report);
	}
	const {body} = await auditor.get(
		`/v1/reports/write-offs.csv?book=${funded.book}&from=2026-03-01&asOf=2026-03-31`,
	);
	const [head, row] = (body as string).split('\r\n');
	t.is(
		head,
		'book,number,memberNumber,member,phone,akad,writtenOffOn,opening,writtenOff,recovered,' +
			'closing,loan',
	);
	t.regex(row!, /,qardh,2026-03-15,0\.00,500000\.00,50000\.00,450000\.00,[\da-f-]{36}$/u);
});

test.serial('a workbook and a paper of them', async (t) => {
	const get = async (address: string) => auditor.get(`${address}?book=${funded.book}`);
	const book = await get('/v1/reports/loan-portfolio.xlsx');
	t.is(book.status, 200);
	t.true((book.body as string).startsWith('PK'));
	const paper = await get('/v1/reports/ageing.pdf');
	t.is(paper.status, 200);
	t.true((paper.body as string).startsWith('%PDF-'));
});

test.serial('as known before what came later they are the same to the byte', async (t) => {
	const known = '&asOf=2026-03-31&knownAt=2026-03-31T05:00:00Z';
	const read = async (): Promise<string[]> => {
		const found: string[] = [];
		for (const [report, query] of everyReport) {
			const {meta, ...body} = await ask(report, known + query);
			const {generatedAt: _, ...lasting} = meta;
			found.push(JSON.stringify([lasting, body]));
		}
		return found;
	};
	const before = await read();
	world.setDay('2026-04-02');
	await pay(ahead!, '2026-03-30', '150000');
	const payment = await pay(murabahah!, '2026-03-31', '70000');
	const {id: first} = await world.as(officer, async (work) => {
		const book = (await work.ledger.findBook(funded.book))!;
		return (await work.lending.repayments(book, ahead!.id))[0]!;
	});
	await world.as(supervisor, async (work) =>
		reverseLoanOperation(work, {
			loan: murabahah!.id,
			repayment: payment.id,
			effectiveOn: day('2026-03-31'),
			reason: 'Salah catat',
			document: 'BA-R',
		}),
	);
	await world.as(supervisor, async (work) =>
		reverseLoanOperation(work, {
			loan: ahead!.id,
			repayment: first,
			effectiveOn: day('2026-03-30'),
			reason: 'Salah catat',
			document: 'BA-R2',
		}),
	);
	t.deepEqual(await read(), before);
	const now = await ask('loan-portfolio', '&asOf=2026-03-31');
	t.is(now.totals.owed, '1510000.00');
});

test.serial('whoever may not see members sees them masked', async (t) => {
	const due = createRoutes({isCookieSecure: false}).find(({path}) => path === '/v1/reports/due')!;
	if (due.kind !== 'read') return t.fail();
	const see = async (permissions: readonly string[]): Promise<string[]> => {
		const {body} = await world.as(officer, async (work) =>
			due.handle(work, {
				params: {},
				query: {book: funded.book, asOf: day('2026-03-10')},
				body: undefined,
				caller: {
					actor: officer,
					scopeFor: (permission) => (permissions.includes(permission) ? everywhere : undefined),
				},
				language: 'id',
				format: 'json',
				isWhole: false,
				requestId: 'test',
			}),
		);
		const {rows} = body as Json;
		return rows.map((row: Json) => `${row.member} ${row.phone}`).slice(1);
	};
	t.deepEqual(await see(['report:read']), ['S*** A*** null']);
	t.deepEqual(await see(['report:read', 'member:read']), ['Siti Aminah ••••••••001']);
});

test.serial('an officer, a fund and a kelurahan are parts of it', async (t) => {
	const whole = await ask('loan-portfolio', '&asOf=2026-03-31');
	const {id} = funded.allocation;
	for (const part of ['officer=petugas', `fund=${id}`, 'kelurahan=17.71.01.1001']) {
		const {totals} = await ask('loan-portfolio', `&asOf=2026-03-31&${part}`);
		t.deepEqual(totals, whole.totals, part);
	}
	const {status, body} = await auditor.get(
		'/v1/reports/loan-portfolio?region=17.71&asOf=2026-03-31',
	);
	t.is(status, 200);
	t.deepEqual(body.totals, whole.totals);
	t.is(body.meta.region.code, '17.71');
	t.is(body.meta.book, null);
});

test.serial(
	'what is asked wrongly is refused with its code, and told what would be right',
	async (t) => {
		const refused = async (report: string, query: string, by = auditor): Promise<string> => {
			const {status, body} = await by.get(`/v1/reports/${report}${query}`);
			return `${status} ${body.code}`;
		};
		const book = `?book=${funded.book}`;
		t.is(await refused('ageing', `${book}&region=17.71`), '422 report/book-or-region');
		t.is(await refused('ageing', `?book=${city}`), '422 report/not-a-cooperative');
		t.is(await refused('due', '?book=KOP-NONE'), '404 ledger/unknown-book');
		t.is(await refused('due', `${book}&asOf=2027-01-01`), '422 report/as-of-in-future');
		t.is(
			await refused('due', `${book}&knownAt=2027-01-01T00:00:00Z`),
			'422 report/known-at-in-future',
		);
		t.is(
			await refused('due', `${book}&knownAt=2020-01-01T00:00:00Z`),
			'422 report/known-before-book',
		);
		t.is(
			await refused('collections', `${book}&from=2026-04-01&asOf=2026-03-31`),
			'422 report/from-after-to',
		);
		t.is(await refused('collections', book), '422 field/missing');
		t.is(await refused('ageing', `${book}&kelurahan=17.71.01.1009`), '404 report/nothing-named');
		t.is(await refused('ageing', `${book}&officer=nobody`), '404 report/nothing-named');
		t.is(
			await refused('ageing', `${book}&fund=0190b1c0-0000-7000-8000-000000000000`),
			'404 report/nothing-named',
		);
		t.is(await refused('cohorts', `${book}&months=61`), '422 count/out-of-range');
		t.is(await refused('loan-portfolio', `${book}&cursor=x`), '422 request/invalid-cursor');
		t.is(await refused('loan-portfolio', `${book}&policy=none`), '422 provisioning/unknown-policy');
		t.is(await refused('ageing', '?region=99'), '404 report/unknown-region');
		const elsewhere = await server.signUp('auditor', '17.71.02');
		t.is(await refused('ageing', book, elsewhere), '404 ledger/unknown-book');
		t.is(await refused('ageing', '?region=17.71.01', elsewhere), '404 report/region-outside-scope');
	},
);
