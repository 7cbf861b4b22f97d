// Walks the table of routes: whatever is added to it is tried here without anybody thinking of it.
import test from 'ava';
import {createRoutes} from '../src/compose.ts';
import {raiseFinding} from '../src/oversight/index.ts';
import {type Role, hasPermission, roles} from '../src/identity/index.ts';
import {detector, draft} from './oversight/setup.ts';
import {type Client, type Server, createClient, startServer} from './helpers/http.ts';
import {
	type Funded,
	type World,
	city,
	countRows,
	createWorld,
	lend,
	openCity,
	openFunded,
} from './helpers/world.ts';

let world: World;
let server: Server;
let mine: Funded;
const ids: Record<string, string> = {};

const routes = createRoutes({isCookieSecure: false});
const guarded = routes.filter(({permission}) => permission !== 'public');

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	await openFunded(world, '17.71.02.1001');
	const loan = await lend(world, mine);
	const finding = await world.as(detector, async (work) =>
		raiseFinding(work, draft({evidence: [{kind: 'loan', loan: loan.id}]})),
	);
	server = await startServer(world);
	Object.assign(ids, {
		'/v1/findings/': finding.id,
		'/v1/allocations/': mine.allocation.id,
		'/v1/loans/': loan.id,
		'/v1/members/': loan.member,
		'/v1/cooperatives/': mine.book,
		'/v1/books/': mine.book,
		'/v1/city/': city,
		'/v1/audit/proofs/': mine.book,
	});
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

/** All rows but those of who may sign in: tests let new people in. */
async function countOthers(): Promise<Record<string, number>> {
	const {
		users: _,
		user_grants: __,
		api_tokens: ___,
		sign_in_attempts: ____,
		...counts
	} = await countRows(world);
	return counts;
}

const nobodys = '00000000-0000-4000-8000-000000000000';

/**
 * The path of a route with values that exist in the first cooperative, so that scope is what
 * decides.
 */
function concrete(path: string): string {
	const resource = Object.keys(ids).find((prefix) => path.startsWith(prefix));
	return path
		.replace('/convert/preview', '/convert/preview?akad=qardh&instalments=12')
		.replace('/repayments/preview', '$&?amount=1000')
		.replace('/approval-policies/effect', '$&?write=manual')
		.replace('/surplus-distributions/preview', '$&?year=2025&decidedOn=2026-02-01')
		.replace('/surplus-distributions/{id}', `/surplus-distributions/${nobodys}`)
		.replace('{number}', '1')
		.replace('/import-templates/{kind}', '/import-templates/members')
		.replace('/allocation-import-templates/{kind}', '/allocation-import-templates/allocations')
		.replace('{entry}', '1')
		.replace('{event}', '1')
		.replace('{sequence}', '1')
		.replace('/accounts/{code}', '/accounts/1.1.11')
		.replace('{receipt}', 'KW-1')
		.replace('{month}', '2026-01')
		.replace('{year}', '2025')
		.replace('{grant}', nobodys)
		.replace(/\{(?:attachment|bankAccount|statement|match|count|import)\}/u, nobodys)
		.replace(/\{\w+\}/u, (resource && ids[resource]) ?? nobodys);
}

const ask = async (client: Client, method: string, path: string) => {
	if (method === 'GET') return client.get(path);
	if (method === 'PATCH') return client.patch(path, {});
	return client.post(path, method === 'POST' ? {} : undefined);
};

test.serial('no two routes have the same method and path', (t) => {
	const names = routes.map(({method, path}) => `${method} ${path}`);
	t.is(new Set(names).size, names.length);
	t.true(names.length > 40);
});

test.serial(
	'every route that writes is kept from being repeated, but for sessions and secrets',
	(t) => {
		const open = routes.filter(({kind, method}) => kind === 'open' && method !== 'GET');
		t.deepEqual(open.map(({method, path}) => `${method} ${path}`).sort(), [
			'DELETE /v1/sessions/current',
			'POST /v1/invitations/accept',
			'POST /v1/me/password',
			'POST /v1/me/recovery-codes',
			'POST /v1/me/second-factor',
			'POST /v1/me/second-factor/confirm',
			'POST /v1/me/second-factor/remove',
			'POST /v1/schedules/preview',
			'POST /v1/sessions',
			'POST /v1/sessions/acting',
			'POST /v1/sessions/oidc',
			'POST /v1/sessions/oidc/code',
			'POST /v1/tokens',
			'POST /v1/users/{id}/invitation',
			'POST /v1/users/{id}/tokens',
			'POST /v1/webhooks',
			'POST /v1/webhooks/{id}/rotate-secret',
		]);
		// What is asked for there must not stand in an address, or be kept for a repetition.
		const askedByBody = [
			'/v1/members/search',
			'/v1/members/{id}/unmask',
			'/v1/books/{book}/export',
		];
		for (const {kind, method, path} of routes) {
			if (kind === 'read') t.is(method, askedByBody.includes(path) ? 'POST' : 'GET', path);
			if (kind === 'write') t.not(method, 'GET');
		}
	},
);

test.serial('every route refuses a stranger, and nothing is written', async (t) => {
	const before = await countOthers();
	for (const {method, path} of guarded) {
		const response = await fetch(server.address + concrete(path), {method});
		t.is(response.status, 401, `${method} ${path}`);
		const forged = createClient(server.address, 'bgt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
		if (method !== 'DELETE') t.is((await ask(forged, method, concrete(path))).status, 401);
	}
	t.deepEqual(await countOthers(), before);
});

test.serial(
	'every route refuses whoever lacks its permission, and lets in whoever has it',
	async (t) => {
		const clients = new Map<Role, Client>();
		for (const role of roles) clients.set(role, await server.signUp(role));
		for (const {method, path, permission} of guarded) {
			for (const [role, client] of clients) {
				if (method === 'DELETE') continue;
				const {status, body} = await ask(client, method, concrete(path));
				const may = hasPermission(role, permission);
				t.is(
					status === 403 && body.code === 'identity/forbidden',
					!may,
					`${role}: ${method} ${path}`,
				);
			}
		}
	},
);

// What belongs to no cooperative is open to everyone with the permission, wherever they hold it.
const unscoped = new Set([
	'GET /v1/regions',
	'GET /v1/programmes',
	'POST /v1/schedules/preview',
	'GET /v1/me',
	'POST /v1/me/password',
	'POST /v1/me/second-factor',
	'POST /v1/me/second-factor/confirm',
	'POST /v1/me/second-factor/remove',
	'POST /v1/me/recovery-codes',
	'GET /v1/sessions',
	'POST /v1/sessions/{id}/revoke',
	'GET /v1/tokens',
	'POST /v1/tokens',
	'POST /v1/tokens/{id}/revoke',
	'GET /v1/detectors',
	'GET /v1/statement-formats',
	'POST /v1/statement-formats',
	'GET /v1/bank-match-rules',
	'POST /v1/bank-match-rules',
	'GET /v1/cash-denominations',
	'GET /v1/audit/checkpoints',
	'POST /v1/audit/checkpoints',
	'GET /v1/audit/checkpoints/{sequence}',
	'GET /v1/audit/checkpoints/{sequence}/leaves',
	'GET /v1/audit/keys',
	'GET /v1/audit/verifier',
	'GET /v1/audit/log',
	'GET /v1/audit/log/export',
]);

test.serial('every route shows and does nothing of a cooperative outside the scope', async (t) => {
	const text = JSON.stringify([...Object.values(ids), '17.71.01.1001']);
	const secrets = JSON.parse(text) as string[];
	for (const role of [
		'officer',
		'supervisor',
		'auditor',
		'fund-manager',
		'administrator',
	] as const) {
		const outsider = await server.signUp(role, 'KOP-1771021001');
		const before = await countOthers();
		for (const {method, path, permission} of guarded) {
			if (method === 'DELETE' || unscoped.has(`${method} ${path}`)) continue;
			if (!hasPermission(role, permission)) continue;
			const {status, body} = await ask(outsider, method, concrete(path));
			const shown = JSON.stringify(body);
			const isNamed = path.includes('{');
			if (isNamed && status < 400) t.fail(`${role}: ${method} ${path} answered ${status}`);
			if (isNamed && method === 'GET') t.is(status, 404, `${role}: ${method} ${path}`);
			const own = concrete(path);
			// An entry of one's own book names the city whose money it is.
			const isOwnCity = (secret: string) => path === '/v1/changes' && secret === city;
			const leaked = secrets.filter(
				(secret) => shown.includes(secret) && !own.includes(secret) && !isOwnCity(secret),
			);
			t.deepEqual(leaked, [], `${role}: ${method} ${path}`);
		}
		t.deepEqual(await countOthers(), before, role);
	}
});

test.serial(
	'an operation on a cooperative outside the scope is refused with a body that is right',
	async (t) => {
		const scope = 'KOP-1771021001';
		const officer = await server.signUp('officer', scope);
		const supervisor = await server.signUp('supervisor', scope);
		const manager = await server.signUp('fund-manager', '17.71.02');
		const reversal = {effectiveOn: '2026-03-31', reason: 'x', document: 'y'};
		const loan = `/v1/loans/${ids['/v1/loans/']}`;
		const allocation = `/v1/allocations/${mine.allocation.id}`;
		const decision = {decidedOn: '2026-03-31', reason: 'x'};
		const counted = {
			account: '1.1.01',
			assertedOn: '2026-03-31',
			amount: '0',
			source: 'bank-statement',
			document: 'x',
		};
		const lines = [
			{account: '1.1.01', side: 'debit', amount: '1'},
			{account: '3.1.01', side: 'credit', amount: '1'},
		];
		const before = await countOthers();
		const attempts: readonly (readonly [Client, string, object])[] = [
			[officer, `${loan}/repayments`, {paidOn: '2026-03-31', amount: '1', method: 'cash'}],
			[officer, `${loan}/disburse`, {disbursedOn: '2026-03-31', document: 'x'}],
			[supervisor, `${loan}/approve`, decision],
			[supervisor, `${loan}/reject`, decision],
			[supervisor, `${loan}/reverse`, reversal],
			[
				officer,
				`${allocation}/remittances`,
				{document: 'x', remittedOn: '2026-03-31', amount: '1', method: 'bank'},
			],
			[
				manager,
				`${allocation}/tranches`,
				{document: 'x', budgetYear: 2026, receivedOn: '2026-03-31', amount: '1'},
			],
			[manager, `${allocation}/reverse`, {...reversal, operation: mine.tranche}],
			[
				supervisor,
				`/v1/books/${mine.book}/entries`,
				{effectiveOn: '2026-03-31', reason: 'x', document: 'y', lines},
			],
			[supervisor, `/v1/books/${mine.book}/entries/1/reverse`, reversal],
			[supervisor, `/v1/books/${mine.book}/periods`, {month: '2026-02'}],
			[supervisor, `/v1/books/${mine.book}/periods/2026-02/confirm`, {}],
			[manager, `/v1/books/${mine.book}/periods/2026-02/reopen`, {reason: 'x'}],
			[
				supervisor,
				`/v1/books/${mine.book}/years/2025/close`,
				{equityAccount: '3.2.09', reason: 'x', document: 'y'},
			],
			[officer, `/v1/books/${mine.book}/assertions`, counted],
			[officer, `/v1/books/${mine.book}/assertions/1/withdraw`, {reason: 'x'}],
			[
				supervisor,
				`/v1/books/${mine.book}/assertion-rules`,
				{account: '1.1.01', effectiveFrom: '2026-03-01', policy: 'flag', reason: 'x'},
			],
			[
				supervisor,
				'/v1/books/KOTA-BENGKULU/entries',
				{effectiveOn: '2026-03-31', reason: 'x', document: 'y', lines},
			],
		];
		for (const [client, path, body] of attempts) {
			const answer = await client.post(path, body);
			t.true(
				[404, 422].includes(answer.status),
				`${path}: ${answer.status} ${JSON.stringify(answer.body)}`,
			);
			t.regex(String(answer.body.code), /unknown|field\/unknown/, path);
		}
		t.deepEqual(await countOthers(), before);
	},
);

test.serial('the document lists exactly the routes, each with its permission', async (t) => {
	const {body} = await server.stranger.get('/openapi.json');
	const listed = Object.entries(
		body.paths as Record<string, Record<string, Record<string, unknown>>>,
	)
		.flatMap(([path, methods]) =>
			Object.entries(methods).map(
				([method, {'x-permission': permission}]) =>
					`${method.toUpperCase()} ${path} ${String(permission)}`,
			),
		)
		.sort();
	const mounted = routes.map(({method, path, permission}) => `${method} ${path} ${permission}`);
	const service = ['GET /healthz public', 'GET /readyz public', 'GET /metrics public'];
	t.deepEqual(listed, [...mounted, ...service].sort());
});

test.serial('no NIK, name or amount of a request reaches the log', async (t) => {
	const officer = await server.signUp('officer', mine.book);
	await officer.post('/v1/members', {
		cooperative: mine.book,
		nik: '1771014107900099',
		name: 'Rahasia Sekali',
		kelurahan: '17.71.01.1001',
		address: 'Jl. Tersembunyi 1',
		joinedOn: '2026-03-01',
	});
	await officer.get('/v1/members?cooperative=KOP-1771011001&limit=7');
	await server.stranger.post('/v1/sessions', {name: 'seseorang', password: 'kata-sandi-rahasia'});
	const log = world.logged.join('');
	t.true(log.includes('"route":"/v1/members"'));
	for (const secret of [
		'1771014107900099',
		'Rahasia',
		'Tersembunyi',
		'kata-sandi',
		'limit=7',
		'bgt_',
	]) {
		t.false(log.includes(secret), secret);
	}
});
