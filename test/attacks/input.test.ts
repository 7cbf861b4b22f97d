// What is sent instead of what was asked for: SQL, fields that are not for whoever sends them,
// prototypes, formulas, entities of XML, paths, bytes that are no text. Every route of the table.
import {randomUUID} from 'node:crypto';
import {request} from 'node:http';
import test from 'ava';
import {z} from 'zod';
import {hasPermission, roles} from '../../src/identity/index.ts';
import type {Permission} from '../../src/kernel/permission.ts';
import type {Client} from '../helpers/http.ts';
import {countRows, joinMember} from '../helpers/world.ts';
import {type Stage, nobodys, openStage, routes} from './stage.ts';

let stage: Stage;
const clients: Client[] = [];
test.before(async () => {
	stage = await openStage();
	for (const role of roles) clients.push(await stage.server.signUp(role));
});
test.after.always(async () => stage.close());

const faults = (): string[] => stage.world.logged.filter((line) => line.includes('"msg":"fault"'));

const injections = [
	"' or '1'='1",
	"'; drop table users; --",
	'1; select pg_sleep(10)',
	"\\'; select version() --",
	'$$; delete from sessions; $$',
	'%27%20or%201=1',
	'../../../../etc/passwd',
	'{{7*7}}${7*7}',
	'\u0000',
	'\uD800',
	'1e999999',
	'９９',
	'a'.repeat(5000),
];

const fieldsOf = (schema: z.ZodType | undefined): string[] =>
	schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

test.serial('SQL and other oddities in paths and queries find and break nothing', async (t) => {
	const before = await countRows(stage.world);
	const read = routes.filter(({method}) => method === 'GET');
	let asked = 0;
	for (const {path, query} of read) {
		for (let turn = 0; turn < 3; turn += 1) {
			// Each route gets some of them, the next route the next.
			const injection = injections[(asked + turn) % injections.length]!;
			const bad = encodeURIComponent(injection.replaceAll('\uD800', '\uFFFD'));
			const targets = [
				...(path.includes('{') ? [stage.concrete(path, injection.replaceAll('\uD800', '?'))] : []),
				...fieldsOf(query).map((name) => `${stage.concrete(path)}?${name}=${bad}`),
			];
			for (const target of targets) {
				const {status, body} = await clients[asked % clients.length]!.get(target);
				t.true(status < 500, `${target.slice(0, 100)}: ${status} ${JSON.stringify(body)}`);
				asked += 1;
			}
		}
	}
	t.true(asked > 300, String(asked));
	t.deepEqual(await countRows(stage.world), before);
	t.deepEqual(faults(), []);
});

const bodies = routes.filter(
	(route) => route.body instanceof z.ZodObject && route.permission !== 'public',
);

test.serial('no route takes a field that it did not ask for', async (t) => {
	const before = await countRows(stage.world);
	const smuggled = {
		id: nobodys,
		isActive: true,
		isAdmin: true,
		permission: 'user:manage',
		createdBy: 'siapa-saja',
		recordedAt: '2020-01-01T00:00:00Z',
		decidedBy: 'penyelia',
		bookId: nobodys,
		scope_kind: 'all',
	};
	t.true(bodies.length > 60);
	for (const {method, path, body, permission} of bodies) {
		const known = new Set(fieldsOf(body));
		const extra = Object.keys(smuggled).filter((name) => !known.has(name));
		const client = ableTo(permission);
		const send = method === 'PATCH' ? client.patch : client.post;
		const answer = await send(stage.concrete(path), smuggled);
		t.is(answer.status, 422, `${method} ${path}: ${JSON.stringify(answer.body).slice(0, 200)}`);
		const told = (answer.body.findings as {code: string; path: string}[])
			.filter(({code}) => code === 'field/unknown')
			.map((finding) => finding.path);
		t.deepEqual(
			extra.filter((name) => !told.includes(`body.${name}`)),
			[],
			`${method} ${path}`,
		);
	}
	t.deepEqual(await countRows(stage.world), before);
});

/** A client that holds a permission, so that its body is what is looked at. */
function ableTo(permission: Permission): Client {
	const able = roles.findIndex((role) => hasPermission(role, permission));
	return clients[able]!;
}

test.serial('no body reaches the prototype of what we work with', async (t) => {
	const before = await countRows(stage.world);
	for (const {method, path, permission} of bodies) {
		const client = ableTo(permission);
		for (const text of [
			'{"__proto__": {"polluted": "yes", "isAdmin": true}}',
			'{"constructor": {"prototype": {"polluted": "yes"}}}',
			'{"a": {"__proto__": {"polluted": "yes"}}}',
		]) {
			if (method !== 'POST') continue;
			const {status} = await client.post(stage.concrete(path), text);
			t.true(status >= 400 && status < 500, `${path}: ${status}`);
		}
	}
	for (const {query, path} of routes.filter(({method}) => method === 'GET').slice(0, 40)) {
		if (!query) continue;
		await clients[0]!.get(`${stage.concrete(path)}?__proto__[polluted]=yes&__proto__=x`);
	}
	t.is(({} as Record<string, unknown>).polluted, undefined);
	t.is(([] as unknown as Record<string, unknown>).isAdmin, undefined);
	t.deepEqual(await countRows(stage.world), before);
	t.deepEqual(faults(), []);
});

/** Sends bytes as they are, which `fetch` would not. */
const sendBytes = async (path: string, bytes: Buffer, headers: Record<string, string> = {}) =>
	new Promise<{status: number; text: string}>((resolve, reject) => {
		const sent = request(stage.server.address + path, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'idempotency-key': randomUUID(),
				...headers,
			},
		});
		sent.once('error', reject);
		sent.once('response', (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => {
				text += part;
			});
			response.once('end', () => {
				resolve({status: response.statusCode!, text});
			});
		});
		sent.end(bytes);
	});

test.serial('bytes that are no UTF-8, and JSON that is none, are refused', async (t) => {
	const path = '/v1/sessions';
	for (const bytes of [
		Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
		Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
		Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]),
		Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
		Buffer.from('{"name": NaN}'),
		Buffer.from('{"name": 01}'),
		Buffer.from("{'name': 1}"),
		Buffer.from('{"name": "a",}'),
	]) {
		const {status, text} = await sendBytes(path, bytes);
		t.is(status, 400, bytes.toString('latin1'));
		t.true(text.includes('request/invalid-json'));
	}
	const deep = await sendBytes(path, Buffer.from('['.repeat(200_000)));
	t.is(deep.status, 400);
	const nested = await sendBytes(path, Buffer.from(`${'['.repeat(5000)}${']'.repeat(5000)}`));
	t.true([400, 422].includes(nested.status), String(nested.status));
	const large = await sendBytes(path, Buffer.alloc(1_000_001, 0x20));
	t.is(large.status, 413);
	const form = {'content-type': 'application/x-www-form-urlencoded'};
	t.is((await sendBytes(path, Buffer.from('name=a'), form)).status, 415);
	t.deepEqual(faults(), []);
});

test.serial('amounts and counts are digits: nothing else is taken for a number', async (t) => {
	const {mine} = stage;
	const supervisor = await stage.server.signUp('supervisor', mine.book);
	const before = await countRows(stage.world);
	for (const amount of [
		'1e3',
		'0x10',
		'NaN',
		'Infinity',
		'-1',
		'1,000',
		'１０',
		'1_000',
		' 1',
		'1 ',
		'.5',
		'1.',
		'1.001',
		'9'.repeat(40),
		'',
		'0',
		1000,
		null,
		['1'],
		{value: '1'},
	]) {
		const lines = [
			{account: '1.1.01', side: 'debit', amount},
			{account: '3.1.01', side: 'credit', amount},
		];
		const {status, body} = await supervisor.post(`/v1/books/${mine.book}/entries`, {
			effectiveOn: '2026-03-31',
			reason: 'x',
			document: 'y',
			lines,
		});
		t.is(status, 422, `${JSON.stringify(amount)}: ${JSON.stringify(body)}`);
	}
	t.deepEqual(await countRows(stage.world), before);
});

test.serial('a name that a spreadsheet would run stays a text in every file', async (t) => {
	const {mine, world, server} = stage;
	const name = '=HYPERLINK("http://evil.example","Klik")';
	const member = await joinMember(world, mine.book, {name});
	t.is(member.name, name);
	const supervisor = await server.signUp('supervisor', mine.book);
	const entry = {
		effectiveOn: '2026-03-31',
		reason: '@SUM(1+1)*cmd|" /C calc"!A0',
		document: '+1-1',
		lines: [
			{account: '1.1.01', side: 'debit', amount: '1'},
			{account: '3.1.01', side: 'credit', amount: '1'},
		],
	};
	t.is((await supervisor.post(`/v1/books/${mine.book}/entries`, entry)).status, 201);
	let files = 0;
	for (const {path, layout} of routes) {
		if (!layout) continue;
		const bare = stage.concrete(path);
		const asked = `${bare}.csv?book=${mine.book}&from=2026-01-01&to=2026-03-31`;
		const {status, body} = await supervisor.get(asked);
		const {status: plain, body: all} =
			status === 200 ? {status, body} : await supervisor.get(`${bare}.csv?book=${mine.book}`);
		if (plain !== 200) continue;
		files += 1;
		for (const cell of String(all).split(/[,\r\n]/u)) {
			t.notRegex(cell, /^"?[=+@\t]/u, path);
		}
	}
	t.true(files >= 3, String(files));
});

test.serial('a paper’s name is no path, and no header of the answer', async (t) => {
	const {mine, world, server} = stage;
	const officer = await server.signUp('officer', mine.book);
	const member = await joinMember(world, mine.book);
	const png =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAAB' +
		'JRU5ErkJggg==';
	let kept = 0;
	for (const name of [
		'../../../../etc/passwd',
		'..\\..\\windows\\win.ini',
		'/etc/shadow',
		'C:\\autoexec.bat',
		'x.png"; filename="evil.exe',
		'x.png%0d%0aX-Evil: 1',
		'. ',
		'con.png',
		'🙂.png',
	]) {
		const path = `/v1/members/${member.id}/attachments`;
		// Another paper each time: the same one is not kept twice.
		const content = Buffer.concat([Buffer.from(png, 'base64'), Buffer.from(name)]);
		const contentBase64 = content.toString('base64');
		const {status, body} = await officer.post(path, {name, contentBase64});
		t.true(status === 201 || status === 422, `${name}: ${status}`);
		if (status !== 201) continue;
		kept += 1;
		const file = await officer.get(`${path}/${body.id}`);
		const disposition = file.headers.get('content-disposition')!;
		t.regex(
			disposition,
			/^(?:inline|attachment); filename="[^"\\/]*"(?:; filename\*=UTF-8''[\w.%~!#$&+^`|-]+)?$/u,
			name,
		);
		t.is(file.headers.get('x-evil'), null);
		t.is(file.headers.get('content-type'), 'image/png');
	}
	t.true(kept > 0);
	for (const path of ['..%2f..%2fetc%2fpasswd', '%2e%2e/%2e%2e/etc/passwd', '..;/..;/etc/passwd']) {
		for (const under of ['/docs/', '/v1/', `/v1/members/${member.id}/attachments/`]) {
			const {status, body} = await officer.get(under + path);
			t.true([404, 422].includes(status), under + path);
			t.false(JSON.stringify(body).includes('root:'));
		}
	}
	// A page that says that it is a picture is not kept as one.
	const page = Buffer.from('<script>alert(1)</script>').toString('base64');
	const refused = await officer.post(`/v1/members/${member.id}/attachments`, {
		name: 'x.png',
		contentBase64: page,
	});
	t.is(refused.status, 415);
});

test.serial(
	'a statement with entities, or that unfolds without end, is refused unread',
	async (t) => {
		const {mine, server} = stage;
		const supervisor = await server.signUp('supervisor', mine.book);
		const officer = await server.signUp('officer', mine.book);
		const account = await supervisor.post(`/v1/books/${mine.book}/bank-accounts`, {
			account: '1.1.02',
			bank: 'BRI',
			accountNumber: '001201000123304',
			openedOn: '2026-03-01',
		});
		t.is(account.status, 201, JSON.stringify(account.body));
		const laughs = Array.from({length: 10}, (_, level) => {
			const before = level === 0 ? 'ha' : `&l${level - 1};`.repeat(10);
			return `<!ENTITY l${level} "${before}">`;
		}).join('');
		const before = await countRows(stage.world);
		for (const content of [
			`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`,
			`<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>`,
			`<!DOCTYPE a [${laughs}]><a>&l9;</a>`,
			`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`,
			`<a ${'b="c" '.repeat(20_000)}/>`,
			'<a><![CDATA['.repeat(5000),
		]) {
			const start = Date.now();
			const {status, body} = await officer.post(`/v1/books/${mine.book}/bank-statements`, {
				bankAccount: account.body.id,
				format: 'camt.053',
				name: 'mutasi.xml',
				contentBase64: Buffer.from(content).toString('base64'),
			});
			t.is(status, 422, content.slice(0, 60));
			t.false(JSON.stringify(body).includes('root:'));
			t.true(Date.now() - start < 10_000, content.slice(0, 60));
		}
		for (const content of [
			'"'.repeat(100_000),
			','.repeat(200_000),
			`a;b\n${'x;'.repeat(100_000)}`,
		]) {
			const answer = await officer.post(`/v1/books/${mine.book}/bank-statements`, {
				bankAccount: account.body.id,
				format: 'bri-csv',
				name: 'mutasi.csv',
				contentBase64: Buffer.from(content).toString('base64'),
			});
			t.is(answer.status, 422, content.slice(0, 20));
		}
		t.deepEqual(await countRows(stage.world), before);
		t.deepEqual(faults(), []);
	},
);
