// The register over HTTP: each step by who may take it, and what becomes of it.
import test from 'ava';
import {raiseFinding, raiseFindings} from '../../../src/oversight/index.ts';
import {escalateAll} from '../../../src/cli/findings-chores.ts';
import {type Answered, type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	countRows,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {detector, draft} from '../setup.ts';

let world: World;
let server: Server;
let mine: Funded;
let [officer, supervisor, manager, auditor, second, neighbour, administrator]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	const theirs = await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book, 'petugas.satu');
	// The name under which the world's loans are approved.
	supervisor = await server.signUp('supervisor', mine.book, 'penyelia');
	manager = await server.signUp('fund-manager', '17.71', 'pengelola.kota');
	auditor = await server.signUp('auditor', '17.71', 'auditor.satu');
	second = await server.signUp('auditor', '17.71', 'auditor.dua');
	neighbour = await server.signUp('supervisor', theirs.book, 'penyelia.lain');
	administrator = await server.signUp('administrator', '17.71', 'pengurus.akses');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});
test.beforeEach(() => {
	world.setDay('2026-03-31');
});

let serial = 0;

const byHand = (change: object = {}) => {
	serial += 1;
	return {
		book: mine.book,
		subject: `case:${serial}`,
		severity: 'medium',
		sentence: {id: 'Bukti setoran tidak ada.', en: 'There is no proof of the deposit.'},
		evidence: [{kind: 'document', document: 'BKM-7'}],
		...change,
	};
};

const raise = async (change: object = {}): Promise<string> => {
	const {status, body} = await auditor!.post('/v1/findings', byHand(change));
	if (status !== 201) throw new Error(JSON.stringify(body));
	return String(body.id);
};

const step = async (
	client: Client | undefined,
	id: string,
	verb: string,
	body: object,
): Promise<Answered> => client!.post(`/v1/findings/${id}/${verb}`, body);

const paper = {kind: 'document', document: 'BA-9'};
const proposal = {note: 'Bukti sudah ditemukan.', evidence: [paper]};
const note = {note: 'Diperiksa di tempat.'};

const propose = async (id: string, owner = 'penyelia', client = supervisor): Promise<void> => {
	for (const [who, verb, body] of [
		[auditor, 'assign', {owner}],
		[client, 'close', proposal],
	] as const) {
		const answer = await step(who, id, verb, body);
		if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
	}
};

test.serial(
	'a finding is raised, owned, cleared up, closed by another, and opened again',
	async (t) => {
		const raised = await auditor!.post('/v1/findings', byHand({severity: 'low'}));
		t.is(raised.status, 201, JSON.stringify(raised.body));
		t.like(raised.body, {
			book: mine.book,
			number: 1,
			source: 'by-hand',
			severity: 'low',
			raisedBy: 'auditor.satu',
			state: 'open',
			level: 'cooperative',
			owner: null,
			// Sixty days from 31 March, by the provisional policy.
			dueOn: '2026-05-30',
			isOverdue: false,
			follows: null,
		});
		const id = String(raised.body.id);
		await propose(id, 'auditor.satu', auditor);
		world.setDay('2026-04-02');
		const closed = await step(supervisor, id, 'confirm-closing', note);
		t.is(closed.status, 200, JSON.stringify(closed.body));
		t.is(closed.body.state, 'closed');
		world.setDay('2026-04-10');
		const reopened = await step(manager, id, 'reopen', {reason: 'Bukti ternyata palsu.'});
		t.like(reopened.body, {state: 'open', dueOn: '2026-06-09', level: 'cooperative'});
		const {body} = await auditor!.get(`/v1/findings/${id}`);
		t.deepEqual(
			body.events.map((event: Record<string, unknown>) => [
				event.number,
				event.kind,
				event.recordedBy,
				event.occurredOn,
				event.state,
				event.dueOn,
			]),
			[
				[1, 'raised', 'auditor.satu', '2026-03-31', 'open', '2026-05-30'],
				[2, 'assigned', 'auditor.satu', '2026-03-31', 'open', '2026-05-30'],
				[3, 'closing-proposed', 'auditor.satu', '2026-03-31', 'closing-proposed', '2026-05-30'],
				[4, 'closed', 'penyelia', '2026-04-02', 'closed', '2026-05-30'],
				[5, 'reopened', 'pengelola.kota', '2026-04-10', 'open', '2026-06-09'],
			],
		);
		t.deepEqual(body.events[2].evidence, [paper]);
		t.is(body.events[4].note, 'Bukti ternyata palsu.');
	},
);

test.serial('while it is not closed, the same is raised once; afterwards it follows', async (t) => {
	const wanted = byHand();
	const first = await auditor!.post('/v1/findings', wanted);
	const again = await second!.post('/v1/findings', wanted);
	t.is(again.body.id, first.body.id);
	t.is(again.body.raisedBy, 'auditor.satu');
	await propose(first.body.id as string);
	await step(second, first.body.id as string, 'confirm-closing', note);
	const later = await second!.post('/v1/findings', wanted);
	t.not(later.body.id, first.body.id);
	t.is(later.body.follows, first.body.number);
	t.is(later.body.number, (first.body.number as number) + 1);
	const back = await step(manager, first.body.id as string, 'reopen', {reason: 'Belum selesai.'});
	t.is(back.status, 409);
	t.is(back.body.code, 'oversight/raised-again');
});

test.serial('a wrong step is refused by its own code, and nothing is written', async (t) => {
	const open = await raise();
	const owned = await raise();
	await step(auditor, owned, 'assign', {owner: 'penyelia'});
	const proposed = await raise();
	await propose(proposed);
	const closed = await raise();
	await propose(closed);
	await step(second, closed, 'confirm-closing', note);
	const entry = await raise({evidence: [{kind: 'user', user: 'auditor.dua'}]});
	await propose(entry);
	const before = await countRows(world);
	const cases: readonly (readonly [Client | undefined, string, string, object, number, string])[] =
		[
			[auditor, closed, 'assign', {owner: 'penyelia'}, 409, 'oversight/closed'],
			[auditor, closed, 'notes', note, 409, 'oversight/closed'],
			[supervisor, closed, 'close', proposal, 409, 'oversight/closed'],
			[second, closed, 'confirm-closing', note, 409, 'oversight/closed'],
			[second, closed, 'decline-closing', note, 409, 'oversight/closed'],
			[auditor, closed, 'due-date', {dueOn: '2026-05-01', reason: 'x'}, 409, 'oversight/closed'],
			[manager, open, 'reopen', {reason: 'x'}, 409, 'oversight/not-closed'],
			[second, open, 'confirm-closing', note, 409, 'oversight/not-proposed'],
			[second, open, 'decline-closing', note, 409, 'oversight/not-proposed'],
			[supervisor, open, 'close', proposal, 403, 'oversight/not-owner'],
			[auditor, owned, 'close', proposal, 403, 'oversight/not-owner'],
			[supervisor, owned, 'close', {note: 'x', evidence: []}, 422, 'oversight/no-evidence'],
			[auditor, owned, 'assign', {owner: 'penyelia'}, 409, 'oversight/owner-unchanged'],
			[auditor, open, 'assign', {owner: 'petugas.satu'}, 422, 'oversight/owner-without-right'],
			[auditor, open, 'assign', {owner: 'penyelia.lain'}, 422, 'oversight/owner-without-right'],
			[auditor, open, 'assign', {owner: 'tidak.ada'}, 422, 'oversight/owner-without-right'],
			[auditor, proposed, 'assign', {owner: 'auditor.satu'}, 409, 'oversight/closing-proposed'],
			[supervisor, proposed, 'close', proposal, 409, 'oversight/closing-proposed'],
			[supervisor, proposed, 'confirm-closing', note, 403, 'oversight/proposed-by-same'],
			[second, entry, 'confirm-closing', note, 403, 'oversight/concerned'],
			[
				auditor,
				open,
				'due-date',
				{dueOn: '2026-03-30', reason: 'x'},
				422,
				'oversight/due-date-past',
			],
			[
				auditor,
				open,
				'due-date',
				{dueOn: '2026-04-30', reason: 'x'},
				409,
				'oversight/due-date-unchanged',
			],
			[
				auditor,
				open,
				'notes',
				{note: 'x', evidence: [{kind: 'entry', number: 99_999}]},
				422,
				'oversight/evidence-unknown',
			],
		];
	for (const [client, id, verb, body, status, code] of cases) {
		const answer = await step(client, id, verb, body);
		t.is(answer.body.code, code, `${verb}: ${JSON.stringify(answer.body)}`);
		t.is(answer.status, status, code);
	}
	t.deepEqual(await countRows(world), before);
});

test.serial(
	'what is low a supervisor closes at the cooperative, and nothing above it',
	async (t) => {
		for (const [severity, status] of [
			['low', 200],
			['medium', 403],
			['high', 403],
			['critical', 403],
		] as const) {
			const id = await raise({severity});
			await propose(id, 'auditor.satu', auditor);
			const answer = await step(supervisor, id, 'confirm-closing', note);
			t.is(answer.status, status, severity);
			if (status === 403) t.is(answer.body.code, 'oversight/may-not-close');
			const other = await step(manager, id, 'confirm-closing', note);
			t.is(other.status, status === 403 ? 200 : 409, severity);
		}
	},
);

test.serial('whoever approved the loan that it is about does not close it', async (t) => {
	const loan = await lend(world, mine);
	const id = await raise({severity: 'low', evidence: [{kind: 'loan', loan: loan.id}]});
	await propose(id, 'auditor.satu', auditor);
	const answer = await step(supervisor, id, 'confirm-closing', note);
	t.is(answer.body.code, 'oversight/concerned');
	t.is((await step(second, id, 'confirm-closing', note)).status, 200);
});

test.serial('a closing that is declined leaves the finding open with its owner', async (t) => {
	const id = await raise();
	await propose(id);
	const declined = await step(second, id, 'decline-closing', {note: 'Buktinya tidak cukup.'});
	t.like(declined.body, {state: 'open', owner: 'penyelia'});
	t.is((await step(supervisor, id, 'close', proposal)).status, 200);
	t.is((await step(second, id, 'confirm-closing', note)).body.state, 'closed');
});

test.serial('of two who close at the same time one does', async (t) => {
	for (let round = 0; round < 5; round += 1) {
		const id = await raise();
		await propose(id);
		const answers = await Promise.all(
			[auditor, second, manager].map(async (who) => step(who, id, 'confirm-closing', note)),
		);
		t.deepEqual(answers.map(({status}) => status).toSorted(), [200, 409, 409]);
		const refused = answers.filter(({status}) => status === 409);
		for (const {body} of refused) t.is(body.code, 'oversight/closed');
		const {body} = await auditor!.get(`/v1/findings/${id}`);
		t.is(body.events.filter(({kind}: {kind: string}) => kind === 'closed').length, 1);
	}
});

test.serial('a bad finding is refused with every fault of it', async (t) => {
	const before = await countRows(world);
	const shapeless = await auditor!.post('/v1/findings', {
		...byHand({severity: 'grave', evidence: [{kind: 'rumour'}]}),
		book: 'x',
	});
	t.is(shapeless.status, 422);
	t.deepEqual(shapeless.body.findings.map(({path}: {path: string}) => path).toSorted(), [
		'body.book',
		'body.evidence[0].kind',
		'body.severity',
	]);
	const personal = await auditor!.post(
		'/v1/findings',
		byHand({
			subject: 'nik:1771014103850001',
			sentence: {id: 'NIK 1771014103850001 ganda.', en: 'A NIK is there twice.'},
		}),
	);
	t.is(personal.body.code, 'oversight/personal-data');
	t.deepEqual(
		personal.body.findings.map(({path}: {path: string}) => path),
		['body.subject', 'body.sentence.id'],
	);
	const absent = await auditor!.post(
		'/v1/findings',
		byHand({
			evidence: [
				{kind: 'entry', number: 1},
				{kind: 'entry', number: 4_000},
				{kind: 'loan', loan: '00000000-0000-4000-8000-000000000000'},
				{kind: 'user', user: 'tidak.ada'},
			],
		}),
	);
	t.is(absent.status, 422);
	t.is(absent.body.code, 'oversight/evidence-unknown');
	t.deepEqual(
		absent.body.findings.map(({path}: {path: string}) => path),
		['body.evidence[1]', 'body.evidence[2]', 'body.evidence[3]'],
	);
	const elsewhere = await supervisor!.post('/v1/findings', byHand({book: 'KOP-1771021001'}));
	t.is(elsewhere.body.code, 'ledger/unknown-book');
	t.is((await officer!.post('/v1/findings', byHand())).status, 403);
	t.deepEqual(await countRows(world), before);
});

test.serial(
	'the register is listed with the longest overdue first, by pages and filters',
	async (t) => {
		const fresh = await createWorld('2026-01-01');
		const listing = await startServer(fresh);
		try {
			await openCity(fresh);
			const own = await openFunded(fresh);
			const other = await openFunded(fresh, '17.71.02.1001');
			const seer = await listing.signUp('auditor', '17.71', 'pemeriksa');
			const head = await listing.signUp('fund-manager', '17.71', 'pengelola.kota');
			await fresh.as(detector, async (work) => {
				await raiseFindings(work, [
					draft({book: own.book, subject: 'a', severity: 'low'}),
					draft({book: own.book, subject: 'b', severity: 'critical'}),
					draft({book: other.book, subject: 'c', severity: 'high', source: 'never-paid'}),
					draft({book: other.book, subject: 'd', severity: 'medium'}),
				]);
			});
			const shown = async (query = ''): Promise<string[]> =>
				(await seer.get(`/v1/findings?${query}`)).body.items.map(
					({subject}: {subject: string}) => subject,
				);
			// Due on 4, 15 and 31 January and on 2 March.
			t.deepEqual(await shown(), ['b', 'c', 'd', 'a']);
			const [critical] = (await seer.get('/v1/findings?severity=critical')).body.items;
			await seer.post(`/v1/findings/${critical.id}/assign`, {owner: 'pemeriksa'});
			await seer.post(`/v1/findings/${critical.id}/close`, proposal);
			t.deepEqual(await shown('state=closing-proposed&owner=pemeriksa'), ['b']);
			await head.post(`/v1/findings/${critical.id}/confirm-closing`, note);
			t.deepEqual(await shown(), ['c', 'd', 'a', 'b']);
			fresh.setDay('2026-01-16');
			t.deepEqual(await shown('overdue=true'), ['c']);
			t.deepEqual(await shown('overdue=false'), ['d', 'a', 'b']);
			t.deepEqual(await shown('source=never-paid'), ['c']);
			t.deepEqual(await shown(`book=${own.book}`), ['a', 'b']);
			t.deepEqual(await shown('region=17.71.02'), ['c', 'd']);
			t.deepEqual(await shown('level=dinas'), []);
			t.deepEqual(await shown('state=open&severity=low'), ['a']);
			const paged: string[] = [];
			let cursor = '';
			do {
				const {body} = await seer.get(`/v1/findings?limit=1${cursor && `&cursor=${cursor}`}`);
				paged.push(...body.items.map(({subject}: {subject: string}) => subject));
				cursor = body.nextCursor ?? '';
			} while (cursor !== '');
			t.deepEqual(paged, ['c', 'd', 'a', 'b']);

			await escalateAll(fresh);
			t.deepEqual(await shown('level=dinas'), ['c']);
			const {body: report} = await seer.get('/v1/reports/findings?asOf=2026-01-16&region=17.71', {
				'accept-language': 'en',
			});
			t.like(report.meta, {asOf: '2026-01-16', region: '17.71', isProvisional: true});
			t.like(report.totals, {open: 3, overdue: 0, closed: 1});
			t.deepEqual(
				report.rows.map((row: Record<string, unknown>) => [row.severity, row.level, row.dueOn]),
				[
					['high', 'dinas', '2026-01-22'],
					['medium', 'cooperative', '2026-01-31'],
					['low', 'cooperative', '2026-03-02'],
				],
			);
			t.is(report.rows[0].sentence, draft().sentence.en);
			// The day before nothing had gone up, and it is said so for ever.
			const {body: past} = await seer.get('/v1/reports/findings?asOf=2026-01-15');
			t.deepEqual(
				past.rows.map((row: Record<string, unknown>) => [row.severity, row.level, row.daysOverdue]),
				[
					['high', 'cooperative', 0],
					['medium', 'cooperative', 0],
					['low', 'cooperative', 0],
				],
			);
			t.deepEqual(
				past.totals.bySeverity.map((row: Record<string, unknown>) => [row.severity, row.open]),
				[
					['critical', 0],
					['high', 1],
					['medium', 1],
					['low', 1],
				],
			);
			const pages: number[] = [];
			let next = '';
			do {
				const {body} = await seer.get(`/v1/reports/findings?limit=2${next && `&cursor=${next}`}`);
				pages.push(body.rows.length);
				next = body.nextCursor ?? '';
			} while (next !== '');
			t.deepEqual(pages, [2, 1]);
			const early = await seer.get('/v1/reports/findings?asOf=2026-01-17');
			t.is(early.body.code, 'report/as-of-in-future');
			const {body: rules} = await seer.get('/v1/findings/policy');
			t.like(rules.items[0], {version: 1, status: 'provisional'});
			t.is(rules.items[0].days.high.dinas, 7);
			t.deepEqual(rules.items[0].closers.low, ['auditor', 'fund-manager', 'supervisor']);
		} finally {
			await listing.close();
			await fresh.close();
		}
	},
);

test.serial('a neighbour sees and does nothing of it', async (t) => {
	const finding = await world.as(detector, async (work) =>
		raiseFinding(work, draft({subject: 'neighbour'})),
	);
	t.is((await neighbour!.get(`/v1/findings/${finding.id}`)).status, 404);
	const {body} = await neighbour!.get('/v1/findings');
	t.deepEqual(body.items, []);
	const before = await countRows(world);
	const answer = await step(neighbour, finding.id, 'notes', note);
	t.is(answer.body.code, 'oversight/unknown');
	t.deepEqual(await countRows(world), before);
});

test.serial('addresses of institutions are set within the scope of who sets them', async (t) => {
	const dinas = {place: '17.71', level: 'dinas', address: 'dinas@kota.example'};
	const set = await administrator!.post('/v1/findings/addresses', dinas);
	t.is(set.status, 201, JSON.stringify(set.body));
	t.like(set.body, {...dinas, setBy: 'pengurus.akses'});
	const {body} = await manager!.get('/v1/findings/addresses');
	t.is(body.items.length, 1);
	for (const [wrong, code] of [
		[{...dinas, place: '16.71'}, 'oversight/place-outside-scope'],
		[{...dinas, place: '17.71.99'}, 'oversight/place-outside-scope'],
		[{...dinas, place: 'KOP-9'}, 'oversight/place-outside-scope'],
		[{...dinas, address: 'dinas'}, 'oversight/address-malformed'],
	] as const) {
		t.is((await administrator!.post('/v1/findings/addresses', wrong)).body.code, code);
	}
	const near = await server.signUp('fund-manager', '17.71.02', 'pengelola.kecamatan');
	t.deepEqual((await near.get('/v1/findings/addresses')).body.items, []);
});
