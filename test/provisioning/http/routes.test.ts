// The reports and steps over HTTP: every policy at once, with totals that are the sums of their
// rows and the ledger's control accounts, and every refusal with its code.
import test from 'ava';
import type {LoanId} from '../../../src/kernel/ids.ts';
import {type Rupiah, rupiah, sum, toText} from '../../../src/kernel/money.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	countRows,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {pay} from '../setup.ts';

let world: World;
let server: Server;
let [officer, supervisor, manager, auditor]: Client[] = [];
let mine: Funded;
let theirs: Funded;
let [current, late, worst]: LoanId[] = [];

test.before(async () => {
	world = await createWorld('2025-12-31');
	await openCity(world);
	mine = await openFunded(world);
	theirs = await openFunded(world, '17.71.02.1001');
	// On 31 December: paid to November, late since 3 July, late since 15 February.
	const loan = await lend(world, mine, {disbursedOn: '2025-06-03'});
	current = loan.id;
	await pay(world, loan.id, '2025-12-03', '600000');
	late = (
		await lend(world, mine, {
			akad: 'murabahah',
			principal: '1200000',
			margin: '120000',
			disbursedOn: '2025-06-03',
		})
	).id;
	worst = (await lend(world, theirs, {principal: '2400000', disbursedOn: '2025-01-15'})).id;
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book);
	supervisor = await server.signUp('supervisor', mine.book);
	manager = await server.signUp('fund-manager', '17.71');
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

type Json = Awaited<ReturnType<Client['get']>>['body'];

const report = async (
	name: string,
	query = '',
	client: Client | undefined = auditor,
): Promise<Json> => {
	const {status, body} = await client!.get(`/v1/reports/${name}${query}`, {
		'accept-language': 'en',
	});
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body;
};

const sumOf = (rows: readonly Json[], name: string): string =>
	toText(sum(rows.map((row): Rupiah => rupiah(row[name]))));

test.serial('every loan has its class under every policy', async (t) => {
	const {meta, rows} = await report('collectibility');
	t.deepEqual(
		rows.map((row: Json) => [
			row.loan,
			row.frequency,
			row.owed,
			row.principal,
			row.daysPastDue,
			row.monthsPastDue,
			row.missedPayments,
		]),
		[
			[current, 'monthly', '600000.00', '600000.00', 0, 0, 0],
			// Since 3 July 181 days; the sixth month has begun.
			[late, 'monthly', '1320000.00', '1200000.00', 181, 6, 6],
			// Since 15 February 319 days; the eleventh month has begun.
			[worst, 'monthly', '2400000.00', '2400000.00', 319, 11, 11],
		],
	);
	const classes = rows.map((row: Json) =>
		row.classes.map((one: Json) => `${one.policy} ${one.class}`),
	);
	t.deepEqual(classes, [
		['koperasi lancar', 'permendagri-73 lancar', 'pojk-41-2024 lancar', 'pojk-62 lancar'],
		[
			'koperasi kurang-lancar',
			'permendagri-73 lancar',
			'pojk-41-2024 kurang-lancar',
			'pojk-62 diragukan',
		],
		['koperasi macet', 'permendagri-73 lancar', 'pojk-41-2024 macet', 'pojk-62 macet'],
	]);
	t.is(meta.report, 'collectibility');
	t.is(meta.asOf, '2025-12-31');
	t.true(meta.isProvisional);
	t.is(
		meta.notice,
		'Provisional policy: some numbers of koperasi, permendagri-73, pojk-41-2024, pojk-62 have not been read in the official text.',
	);
	t.deepEqual(
		meta.policies.map((one: Json) => [one.code, one.version, one.status]),
		[
			['koperasi', 1, 'provisional'],
			['permendagri-73', 1, 'provisional'],
			['pojk-41-2024', 1, 'provisional'],
			['pojk-62', 1, 'provisional'],
		],
	);
});

test.serial(
	'every policy has its provision, and what is left is the realisable value',
	async (t) => {
		const {rows, totals} = await report('provisioning');
		const of = (row: Json, policy: string): string => {
			const one = row.provisions.find((each: Json) => each.policy === policy);
			return `${one.percentage} ${one.provision} ${one.netRealisableValue}`;
		};
		t.deepEqual(
			rows.map((row: Json) => [of(row, 'koperasi'), of(row, 'pojk-62')]),
			[
				['0.5 3000.00 597000.00', '0 0.00 600000.00'],
				['10 120000.00 1080000.00', '50 600000.00 600000.00'],
				['100 2400000.00 0.00', '100 2400000.00 0.00'],
			],
		);
		t.deepEqual(
			totals.map((one: Json) => [one.policy, one.principal, one.provision, one.netRealisableValue]),
			[
				['koperasi', '4200000.00', '2523000.00', '1677000.00'],
				['permendagri-73', '4200000.00', '21000.00', '4179000.00'],
				// 1 % of 600,000, 15 % of 1,200,000 and all of 2,400,000.
				['pojk-41-2024', '4200000.00', '2586000.00', '1614000.00'],
				['pojk-62', '4200000.00', '3000000.00', '1200000.00'],
			],
		);
	},
);

test.serial(
	'both reports agree with each other, with their rows and with the ledger',
	async (t) => {
		const classes = await report('collectibility');
		const provisions = await report('provisioning');
		const held = {
			mine: await balances(world, mine.book),
			theirs: await balances(world, theirs.book),
		};
		const accounts = (...codes: string[]): string =>
			toText(
				sum(
					[held.mine, held.theirs].flatMap((book) => codes.map((one) => rupiah(book[one] ?? '0'))),
				),
			);
		const principal = accounts('1.2.01', '1.2.02', '1.2.03');
		const owed = accounts('1.2.01', '1.2.03');
		t.is(principal, '4200000.00');
		for (const total of classes.totals) {
			t.is(total.principal, principal);
			t.is(total.owed, owed);
			t.is(sumOf(total.classes, 'principal'), principal);
			t.is(sumOf(total.classes, 'owed'), owed);
			const same = provisions.totals.find((one: Json) => one.policy === total.policy);
			t.is(same.principal, principal);
			t.deepEqual(
				same.classes.map((one: Json) => [one.class, one.loans, one.principal]),
				total.classes.map((one: Json) => [one.class, one.loans, one.principal]),
			);
			const shown = provisions.rows.map((row: Json) =>
				row.provisions.find((one: Json) => one.policy === total.policy),
			);
			t.is(sumOf(shown, 'provision'), same.provision);
			t.is(sumOf(same.classes, 'provision'), same.provision);
		}
		t.is(sumOf(classes.rows, 'principal'), principal);
		for (const {control} of [classes, provisions]) {
			t.deepEqual(control, {
				owed,
				principal,
				owedDifference: '0.00',
				principalDifference: '0.00',
				isBalanced: true,
			});
		}
		// The balances of late loans are those of fund health: all of one day read alike.
		const health = await report('fund-health');
		t.is(health.totals.sums.outstandingPrincipal, principal);
		const lateRows = classes.rows.filter((row: Json) => row.daysPastDue >= 1);
		t.is(health.totals.sums.atRisk1, sumOf(lateRows, 'principal'));
	},
);

test.serial('a book, a region, a policy, an earlier day and a page are parts of it', async (t) => {
	const of = async (query: string): Promise<string[]> =>
		(await report('collectibility', query)).rows.map((row: Json) => row.loan);
	t.deepEqual(await of(`?book=${mine.book}`), [current, late]);
	t.deepEqual(await of('?region=17.71.02'), [worst]);
	t.deepEqual(await of('?asOf=2025-05-31'), [worst]);
	const one = await report('collectibility', '?policy=pojk-62');
	t.deepEqual(
		one.totals.map((total: Json) => total.policy),
		['pojk-62'],
	);
	t.is(one.rows[0].classes.length, 1);
	const first = await report('provisioning', '?limit=2');
	t.is(first.rows.length, 2);
	const second = await report('provisioning', `?limit=2&cursor=${first.nextCursor}`);
	t.deepEqual(
		second.rows.map((row: Json) => row.loan),
		[worst],
	);
	t.is(second.nextCursor, null);
	t.deepEqual(second.totals, first.totals);
	// Before the tables knew of POJK 41/2024 there were three policies.
	const old = await report('collectibility', '?asOf=2024-12-26');
	t.deepEqual(
		old.meta.policies.map((policy: Json) => policy.code),
		['koperasi', 'permendagri-73', 'pojk-62'],
	);
});

test.serial(
	'as of a day before anything was lent there is nothing, and that is said',
	async (t) => {
		const {meta, rows, totals} = await report('provisioning', '?asOf=2024-12-26');
		t.deepEqual(rows, []);
		t.is(totals[0].principal, '0.00');
		t.is(totals[0].classes.length, 4);
		t.true(meta.isEmpty);
		t.deepEqual(meta.notes, [
			{code: 'report/no-data', id: 'Tidak ada data.', en: 'There is no data.'},
		]);
	},
);

test.serial('an officer sees the loans of their own cooperative', async (t) => {
	const {rows, control} = await report('collectibility', '', officer);
	t.deepEqual(
		rows.map((row: Json) => row.loan),
		[current, late],
	);
	t.true(control.isBalanced);
});

test.serial('the policies are shown with where each number is from', async (t) => {
	const {body} = await officer!.get('/v1/provision-policies');
	const pojk = body.items.find((one: Json) => one.code === 'pojk-62');
	const weekly = pojk.bands.find((band: Json) => band.frequency === 'weekly');
	t.deepEqual(weekly, {
		frequency: 'weekly',
		measure: 'days',
		upTo: [28, 56],
		isProvisional: false,
		source: 'POJK 62/2015 Lampiran III. Sampai 4 minggu; 5 sampai 8 minggu.',
	});
	t.deepEqual(
		pojk.classes.map((one: Json) => [one.code, one.percentage, one.isProvisional]),
		[
			['lancar', '0', true],
			['diragukan', '50', true],
			['macet', '100', true],
		],
	);
	const koperasi = body.items.find((one: Json) => one.code === 'koperasi');
	t.is(koperasi.classes[2].collateralPercentMin, '75');
});

test.serial(
	'a class by hand, worse and with a reason, is shown beside that of lateness',
	async (t) => {
		const answer = await supervisor!.post(`/v1/loans/${current}/classes`, {
			policy: 'koperasi',
			class: 'macet',
			effectiveFrom: '2025-12-15',
			reason: 'Usaha terbakar',
		});
		t.is(answer.status, 201, JSON.stringify(answer.body));
		t.is(answer.body.class, 'macet');
		t.is(answer.body.number, 1);
		const at = async (day: string): Promise<Json> => {
			const {rows} = await report(
				'collectibility',
				`?policy=koperasi&asOf=${day}&book=${mine.book}`,
			);
			return rows.find((row: Json) => row.loan === current).classes[0];
		};
		t.is((await at('2025-12-14')).byHand, null);
		const shown = await at('2025-12-15');
		t.deepEqual([shown.class, shown.byLateness, shown.byHand], ['macet', 'lancar', 'macet']);
		const {body} = await officer!.get(`/v1/loans/${current}/classes`);
		t.is(body.items[0].reason, 'Usaha terbakar');
		// The other policies do not know of it.
		const pojk = await report('collectibility', `?policy=pojk-62&book=${mine.book}`);
		t.is(pojk.rows[0].classes[0].class, 'lancar');
	},
);

test.serial('a cooperative chooses its policy and books its provision by it', async (t) => {
	const choice = await manager!.post(`/v1/books/${mine.book}/provision-policies`, {
		policy: 'koperasi',
		effectiveFrom: '2025-01-01',
		reason: 'Keputusan rapat anggota',
	});
	t.is(choice.status, 201, JSON.stringify(choice.body));
	const booked = await supervisor!.post(`/v1/books/${mine.book}/provisions`, {month: '2025-12'});
	t.is(booked.status, 200, JSON.stringify(booked.body));
	// Macet by hand: all of 600,000; kurang lancar: 10 % of 1,200,000.
	t.is(booked.body.required, '720000.00');
	t.true(booked.body.isProvisional);
	t.is(booked.body.run.document, 'PNY-1');
	t.is((await balances(world, mine.book))['1.2.19'], '-720000.00');
	t.is((await balances(world, mine.book))['5.3.01'], '720000.00');
	const again = await supervisor!.post(`/v1/books/${mine.book}/provisions`, {month: '2025-12'});
	t.is(again.body.run, null);
	t.is(again.body.bookedBefore, '720000.00');
	const {body: runs} = await officer!.get(`/v1/books/${mine.book}/provisions`);
	t.deepEqual(
		runs.items.map((run: Json) => [run.number, run.month, run.policy, run.difference]),
		[[1, '2025-12', 'koperasi', '720000.00']],
	);
	const {body: choices} = await officer!.get(`/v1/books/${mine.book}/provision-policies`);
	t.is(choices.items[0].policy, 'koperasi');
	const {totals} = await report('provisioning', `?book=${mine.book}`);
	t.deepEqual(
		totals.map((one: Json) => [one.policy, one.allowance, one.allowanceOver]),
		[
			['koperasi', '720000.00', '0.00'],
			// 9,000, 186,000 and 600,000 would be asked for.
			['permendagri-73', '720000.00', '711000.00'],
			['pojk-41-2024', '720000.00', '534000.00'],
			['pojk-62', '720000.00', '120000.00'],
		],
	);
});

test.serial('each thing refused has its code, and nothing is written', async (t) => {
	const classes = `/v1/loans/${late}/classes`;
	const good = {policy: 'koperasi', class: 'macet', effectiveFrom: '2025-12-31', reason: 'x'};
	const choices = `/v1/books/${mine.book}/provision-policies`;
	const provisions = `/v1/books/${mine.book}/provisions`;
	const choice = {policy: 'pojk-62', effectiveFrom: '2025-06-01', reason: 'x'};
	const posts: readonly (readonly [Client, string, object, number, string])[] = [
		[officer!, classes, good, 403, 'identity/forbidden'],
		[manager!, classes, good, 403, 'identity/forbidden'],
		[supervisor!, classes, {...good, class: 'lancar'}, 422, 'provisioning/class-not-worse'],
		[supervisor!, classes, {...good, class: 'kurang-lancar'}, 422, 'provisioning/class-not-worse'],
		[supervisor!, classes, {...good, class: 'busuk'}, 422, 'provisioning/unknown-class'],
		[supervisor!, classes, {...good, policy: 'busuk'}, 422, 'provisioning/unknown-policy'],
		[supervisor!, classes, {...good, class: undefined}, 409, 'provisioning/no-manual-class'],
		[
			supervisor!,
			classes,
			{...good, effectiveFrom: '2026-01-01'},
			422,
			'provisioning/date-in-future',
		],
		[
			supervisor!,
			classes,
			{...good, effectiveFrom: '2025-06-02'},
			409,
			'provisioning/nothing-owed',
		],
		[supervisor!, classes, {...good, reason: ''}, 422, 'text/too-short'],
		[supervisor!, `/v1/loans/${worst}/classes`, good, 404, 'lending/unknown-loan'],
		[supervisor!, choices, choice, 403, 'identity/forbidden'],
		[
			manager!,
			choices,
			{...choice, effectiveFrom: '2025-01-01'},
			409,
			'provisioning/choice-not-later',
		],
		[manager!, choices, {...choice, policy: 'busuk'}, 422, 'provisioning/unknown-policy'],
		[
			manager!,
			choices,
			{...choice, policy: 'pojk-41-2024', effectiveFrom: '2024-12-01'},
			422,
			'provisioning/policy-not-in-force',
		],
		[
			manager!,
			'/v1/books/KOTA-BENGKULU/provision-policies',
			choice,
			422,
			'provisioning/not-a-cooperative',
		],
		[officer!, provisions, {month: '2025-12'}, 403, 'identity/forbidden'],
		[supervisor!, provisions, {month: '2025-11'}, 409, 'provisioning/later-month-booked'],
		[supervisor!, provisions, {month: '2026-01'}, 422, 'provisioning/month-not-over'],
		[supervisor!, provisions, {month: '2025-13'}, 422, 'date/not-a-month'],
		[
			supervisor!,
			`/v1/books/${theirs.book}/provisions`,
			{month: '2025-12'},
			404,
			'ledger/unknown-book',
		],
	];
	const before = await countRows(world);
	for (const [client, path, body, status, code] of posts) {
		const answer = await client.post(path, body);
		const label = `${path} ${JSON.stringify(body)}: ${JSON.stringify(answer.body)}`;
		t.is(answer.status, status, label);
		t.is(answer.body.code, code, label);
	}
	const gets: readonly (readonly [string, number, string])[] = [
		['?asOf=2026-01-01', 422, 'report/as-of-in-future'],
		['?knownAt=2099-01-01T00:00:00Z', 422, 'report/known-at-in-future'],
		['?knownAt=2025-12-01T00:00:00Z', 422, 'report/known-before-books'],
		['?book=KOP-0', 404, 'ledger/unknown-book'],
		['?book=KOTA-BENGKULU', 422, 'provisioning/not-a-cooperative'],
		['?region=32.01', 404, 'report/unknown-region'],
		['?region=17.71.03', 404, 'provisioning/region-outside-scope'],
		['?policy=busuk', 422, 'provisioning/unknown-policy'],
		['?cursor=busuk', 422, 'request/invalid-cursor'],
	];
	for (const name of ['collectibility', 'provisioning']) {
		for (const [query, status, code] of gets) {
			const answer = await auditor!.get(`/v1/reports/${name}${query}`);
			t.is(answer.body.code, code, `${name}${query}`);
			t.is(answer.status, status, `${name}${query}`);
		}
	}
	t.deepEqual(await countRows(world), before);
});

test.serial('a cooperative without a choice books nothing', async (t) => {
	const other = await server.signUp('supervisor', theirs.book);
	const answer = await other.post(`/v1/books/${theirs.book}/provisions`, {month: '2025-12'});
	t.is(answer.status, 409);
	t.is(answer.body.code, 'provisioning/no-policy-chosen');
});
