// Webhooks against receivers that are really there: one that takes everything, and those that
// fail, are slow, redirect and hang.
import {type IncomingHttpHeaders, type Server as HttpServer, createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {randomBytes} from 'node:crypto';
import test from 'ava';
import {Webhook} from 'standardwebhooks';
import {deliverMessages} from '../../../src/cli/webhook-chore.ts';
import {takeCheckpoint} from '../../../src/evidence/index.ts';
import {settableClock} from '../../../src/kernel/clock.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {createSecretBox} from '../../../src/kernel/secret-box.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {confirmClose, postEntry, requestClose} from '../../../src/ledger/index.ts';
import {raiseFinding} from '../../../src/oversight/index.ts';
import {renewWebhookSecrets} from '../../../src/webhooks/index.ts';
import {createSender} from '../../../src/webhooks/sender/sender.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type World,
	createWorld,
	day,
	fundManager,
	handEntry,
	officer,
	openCity,
	openCooperative,
	supervisor,
} from '../../helpers/world.ts';
import {detector, draft} from '../../oversight/setup.ts';

type Received = {readonly headers: IncomingHttpHeaders; readonly body: string};
type Receiver = {
	readonly address: string;
	readonly received: Received[];
	/** What is answered from now on: a status, or nothing ever. */
	answer: number | 'hang';
	readonly server: HttpServer;
};

async function openReceiver(): Promise<Receiver> {
	const received: Received[] = [];
	const receiver: {answer: number | 'hang'} = {answer: 204};
	const server = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8').on('data', (piece: string) => {
			body += piece;
		});
		request.on('end', () => {
			received.push({headers: request.headers, body});
			if (receiver.answer === 'hang') return;
			response.writeHead(receiver.answer, {location: 'http://127.0.0.1:1/elsewhere'}).end('x');
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
	return Object.assign(receiver, {address, received, server});
}

let world: World;
let server: Server;
let receiver: Receiver;
let auditor: Client;
const clock = settableClock('2026-03-31T05:00:00Z');
const later = (seconds: number) => {
	clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString());
};
const settings = {isHttpsOnly: true, allowedHosts: ['127.0.0.1']};
const [first, second] = ['KOP-1771011001', 'KOP-1771021001'] as [BookCode, BookCode];
const today = () => clock.now().toISOString().slice(0, 10);

test.before(async () => {
	world = await createWorld('2026-03-31', {clock, webhooks: settings});
	await openCity(world);
	await openCooperative(world);
	await openCooperative(world, '17.71.02.1001');
	server = await startServer(world);
	receiver = await openReceiver();
	auditor = await server.signUp('auditor', '17.71.01');
});
test.after.always(async () => {
	receiver.server.closeAllConnections();
	receiver.server.close();
	await server.close();
	await world.close();
});

const send = createSender({...settings, timeoutMs: 300});
const deliver = async () => (await deliverMessages(world, send)).attempts;
const post = async (book: BookCode = first) =>
	world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-03-02', '1000')));
const subscribe = async (client: Client, events: readonly string[], address = receiver.address) =>
	client.post('/v1/webhooks', {address, events});
const take = (): Received[] => receiver.received.splice(0);
const dataOf = ({body}: Received) => (JSON.parse(body) as {data: Record<string, unknown>}).data;

test.serial('an entry is told once it is posted, signed, without any person in it', async (t) => {
	const {status, body} = await subscribe(auditor, ['entry.posted']);
	t.is(status, 201, JSON.stringify(body));
	t.regex(body.secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
	t.is((await auditor.get(`/v1/webhooks/${body.id}`)).body.secret, undefined);
	const {number} = await post();
	await post(second);
	t.is(await deliver(), 1);
	const [message] = take();
	const {headers, body: text} = message!;
	const sentAt = new Date(Number.parseInt(headers['webhook-timestamp'] as string, 10) * 1000);
	t.deepEqual(sentAt, clock.now());
	const signature = new Webhook(body.secret as string).sign(
		headers['webhook-id'] as string,
		sentAt,
		text,
	);
	t.is(headers['webhook-signature'], signature);
	t.deepEqual(JSON.parse(text), {
		type: 'entry.posted',
		timestamp: '2026-03-31T05:00:00.000Z',
		data: {
			book: first,
			number,
			href: `http://127.0.0.1:3000/v1/books/${first}/entries/${number}`,
		},
	});
	for (const word of ['petugas', 'Setoran', 'BKM', '1000']) t.false(text.includes(word), word);
	t.is(await deliver(), 0);
	await auditor.post(`/v1/webhooks/${body.id}/disable`);
	await post();
	t.is(await deliver(), 0);
});

test.serial('a closing, a finding and a checkpoint are told too', async (t) => {
	const all = ['period.closed', 'finding.raised', 'checkpoint.taken'];
	const {body} = await subscribe(auditor, all);
	const month = day('2025-01-01');
	await world.as(officer, async (work) => requestClose(work, first, month));
	await world.as(supervisor, async (work) => confirmClose(work, first, month));
	const finding = await world.as(detector, async (work) => raiseFinding(work, draft()));
	const {sequence} = await world.as(fundManager, takeCheckpoint);
	t.is(await deliver(), 3);
	t.deepEqual(
		take()
			.map(dataOf)
			.sort((a, b) => Object.keys(a).length - Object.keys(b).length)
			.map(({href: _, ...data}) => data),
		[
			{sequence},
			{book: first, month: '2025-01'},
			{book: first, number: finding.number, id: finding.id},
		],
	);
	await auditor.post(`/v1/webhooks/${body.id}/disable`);
});

test.serial('what is not taken is tried again, later each time, and in its order', async (t) => {
	const {body} = await subscribe(auditor, ['entry.posted']);
	const numbers = [await post(), await post(), await post()].map(({number}) => number);
	receiver.answer = 500;
	t.is(await deliver(), 1);
	t.is(await deliver(), 0);
	later(4);
	t.is(await deliver(), 0);
	later(1);
	receiver.answer = 'hang';
	t.is(await deliver(), 1);
	later(15);
	receiver.answer = 302;
	t.is(await deliver(), 1);
	const tried = take();
	t.deepEqual(
		tried.map((one) => dataOf(one).number),
		[numbers[0], numbers[0], numbers[0]],
	);
	t.is(new Set(tried.map(({headers}) => headers['webhook-id'])).size, 1);
	later(45);
	receiver.answer = 204;
	t.is(await deliver(), 3);
	t.deepEqual(
		take().map((one) => dataOf(one).number),
		numbers,
	);
	const {items} = (await auditor.get(`/v1/webhooks/${body.id}/deliveries`)).body;
	t.deepEqual(
		items.map(({state, attempts}: {state: string; attempts: number}) => [state, attempts]),
		[
			['delivered', 1],
			['delivered', 1],
			['delivered', 4],
		],
	);
	const log = await auditor.get(`/v1/webhooks/${body.id}/deliveries/${items[2].event}/attempts`);
	t.deepEqual(
		log.body.items.map(({status, failure}: {status: number; failure: string}) => [status, failure]),
		[
			[500, 'status-500'],
			[null, 'timeout'],
			[302, 'redirect'],
			[204, null],
		],
	);
	await auditor.post(`/v1/webhooks/${body.id}/disable`);
});

test.serial('a dead letter is seen, lets the next pass, and is sent again', async (t) => {
	const {body} = await subscribe(auditor, ['entry.posted']);
	const {number} = await post();
	receiver.answer = 503;
	for (let attempt = 1; attempt <= 10; attempt += 1) {
		t.is(await deliver(), 1, String(attempt));
		later(6 * 3600);
	}
	t.is(await deliver(), 0);
	take();
	receiver.answer = 200;
	const next = await post();
	t.is(await deliver(), 1);
	t.is(dataOf(take()[0]!).number, next.number);
	const at = `/v1/webhooks/${body.id}/deliveries`;
	const {items} = (await auditor.get(`${at}?state=dead`)).body;
	t.like(items[0], {state: 'dead', attempts: 10, lastFailure: 'status-503', book: first});
	const again = await auditor.post(`${at}/${items[0].event}/resend`);
	t.like(again.body, {state: 'waiting', attempts: 10});
	t.is(await deliver(), 1);
	t.is(dataOf(take()[0]!).number, number);
	t.is((await auditor.post(`${at}/${items[0].event}/resend`)).body.code, 'webhooks/not-dead');
	await auditor.post(`/v1/webhooks/${body.id}/disable`);
});

test.serial(
	'a sender that dies after sending sends once more, and a refused write tells nothing',
	async (t) => {
		const {body} = await subscribe(auditor, ['entry.posted']);
		await post();
		await t.throwsAsync(
			deliverMessages(world, async (message) => {
				await send(message);
				throw new Error('The power is gone.');
			}),
		);
		t.is(await deliver(), 0);
		later(61);
		t.is(await deliver(), 1);
		const [one, other] = take();
		t.is(one!.headers['webhook-id'], other!.headers['webhook-id']);
		await t.throwsAsync(
			world.as(officer, async (work) => {
				await postEntry(work, handEntry(first, '2026-03-02', '1'));
				throw new Error('Taken back.');
			}),
		);
		t.is(await deliver(), 0);
		await auditor.post(`/v1/webhooks/${body.id}/disable`);
	},
);

test.serial('a new secret signs beside the old one for a day', async (t) => {
	const {body} = await subscribe(auditor, ['entry.posted']);
	const rotated = await auditor.post(`/v1/webhooks/${body.id}/rotate-secret`);
	t.not(rotated.body.secret, body.secret);
	await post();
	await deliver();
	const {headers, body: text} = take()[0]!;
	const sent = new Date(Number.parseInt(headers['webhook-timestamp'] as string, 10) * 1000);
	const expected = [rotated.body.secret, body.secret].map((secret) =>
		new Webhook(secret as string).sign(headers['webhook-id'] as string, sent, text),
	);
	t.is(headers['webhook-signature'], expected.join(' '));
	later(24 * 3600 + 1);
	await post();
	await deliver();
	t.false((take()[0]!.headers['webhook-signature'] as string).includes(' '));
	await auditor.post(`/v1/webhooks/${body.id}/disable`);
});

test.serial('a secret lies sealed, and is sealed anew when the keys change', async (t) => {
	const {body} = await subscribe(auditor, ['entry.posted']);
	const sealed = async () => {
		const row: {secret: string} | undefined = await world.database
			.owner('webhooks')
			.where({id: body.id as string})
			.first('secret');
		return row!.secret;
	};
	const before = await sealed();
	t.false(before.includes((body.secret as string).slice(6)));
	const by = {scope: everywhere, actor: officer};
	const next = createSecretBox([new Uint8Array(32).fill(7), new Uint8Array(32)], randomBytes);
	await world.inTransaction(by, async (work) => {
		const old = work.secrets.open(before, `webhook:${body.id}`);
		t.is(old, body.secret);
		const both = {
			...next,
			isOutdated: (text: string) => next.isOutdated(text),
			open: (text: string, about: string) =>
				next.isOutdated(text) ? work.secrets.open(text, about) : next.open(text, about),
		};
		t.true((await renewWebhookSecrets({...work, secrets: both})) > 0);
		t.is(await renewWebhookSecrets({...work, secrets: both}), 0);
	});
	t.is(next.open(await sealed(), `webhook:${body.id}`), body.secret);
	await auditor.post(`/v1/webhooks/${body.id}/disable`);
});

test.serial('what its owner may not read any more is not told', async (t) => {
	const own = await server.signUp('supervisor', second, 'penyelia-kait');
	const {body} = await subscribe(own, ['entry.posted']);
	await post(second);
	await world.database
		.owner('user_grants')
		.update({
			revoked_at: clock.now(),
			revoked_by: 'test',
		})
		.where('user_id', world.database.owner('users').select('id').where({name: 'penyelia-kait'}));
	t.is(await deliver(), 1);
	t.deepEqual(take(), []);
	const [delivery] = (await world.database.owner('webhook_deliveries').where({
		webhook_id: body.id as string,
	})) as {last_failure: string; dead_at: Date}[];
	t.is(delivery!.last_failure, 'not-allowed');
	await post(second);
	t.is(await deliver(), 0);
});

test.serial(
	'a webhook is its owner’s alone, and its address is of the public internet',
	async (t) => {
		const other = await server.signUp('auditor');
		const {body} = await subscribe(auditor, ['entry.posted']);
		const at = `/v1/webhooks/${body.id}`;
		t.is((await other.get(at)).body.code, 'webhooks/unknown');
		t.is((await other.get(`${at}/deliveries`)).status, 404);
		t.is((await other.post(`${at}/disable`)).status, 404);
		t.is((await other.post(`${at}/rotate-secret`)).status, 404);
		t.deepEqual((await other.get('/v1/webhooks')).body.items, []);
		const refused = async (address: string) =>
			(await subscribe(other, ['entry.posted'], address)).body.code;
		t.is(await refused('https://169.254.169.254/'), 'webhooks/address-not-public');
		t.is(await refused('http://receiver.example/'), 'webhooks/address-not-https');
		t.is(await refused('receiver'), 'webhooks/address-malformed');
		t.is((await subscribe(other, ['loan.lost'])).body.code, 'field/not-one-of');
		// A name that leads into the own network is found out when it is looked up.
		const outcome = await createSender({isHttpsOnly: false, allowedHosts: []})({
			id: 'msg_1',
			address: 'http://localhost.localdomain.example.invalid/',
			sentAt: clock.now(),
			body: '{}',
			secrets: ['whsec_AAAA'],
		});
		t.is(outcome.status, undefined);
		t.regex(outcome.failure!, /^(enotfound|eai_again|address-not-public)$/);
		await auditor.post(`${at}/disable`);
	},
);

test.serial('the service may neither write nor forget what is to be told', async (t) => {
	const {service} = world.database;
	for (const attempt of [
		async () =>
			service('webhook_events').insert({type: 'entry.posted', subject: '1', occurred_at: today()}),
		async () => service('webhook_deliveries').delete(),
		async () => service('webhook_attempts').update({failure: 'x'}),
		async () => service('webhooks').update({owner_id: '00000000-0000-0000-0000-000000000000'}),
	]) {
		await t.throwsAsync(attempt, {message: /permission denied/});
	}
	await t.throwsAsync(
		async () =>
			world.database.owner.raw(
				'update webhook_deliveries set delivered_at = null where delivered_at is not null',
			),
		{message: /stays taken/},
	);
});
