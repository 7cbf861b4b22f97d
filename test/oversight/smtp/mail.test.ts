// Mail over a real SMTP server: what is told to whom, and that nothing is lost when it is down.
import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {text as readAll} from 'node:stream/consumers';
import test from 'ava';
import {SMTPServer} from 'smtp-server';
import {escalateAll, sendMails} from '../../../src/cli/findings-chores.ts';
import {createUserFromCommandLine} from '../../../src/cli/user.ts';
import {getUserByName, setEmail} from '../../../src/identity/index.ts';
import type {Level} from '../../../src/oversight/index.ts';
import {
	assignFinding,
	claimMail,
	raiseFinding,
	recordSent,
	setAddress,
} from '../../../src/oversight/index.ts';
import {MailFailure, createSmtpMailer} from '../../../src/oversight/smtp/mailer.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {type LawBreach, lawOf} from '../../ledger/db/forge.ts';
import {
	type World,
	asServiceOf,
	countRows,
	createWorld,
	openCooperative,
} from '../../helpers/world.ts';
import {detector, draft} from '../setup.ts';

type Received = {
	readonly to: string;
	readonly subject: string;
	readonly messageId: string;
	readonly text: string;
};

/** A server that takes mail on a port, until it is closed. */
async function startSmtp(port = 0, refuses: (address: string) => boolean = () => false) {
	const received: Received[] = [];
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		onRcptTo: ({address}, _session, done) => {
			if (refuses(address)) {
				done(Object.assign(new Error(`No such mailbox ${address}`), {responseCode: 550}));
			} else {
				done();
			}
		},
		onData: (stream, session, done) => {
			void readAll(stream).then((raw) => {
				// Long lines are wrapped on their way (quoted-printable).
				const text = raw.replaceAll('=\r\n', '');
				received.push({
					to: session.envelope.rcptTo.map(({address}) => address).join(),
					subject: /^Subject: (.*)$/m.exec(text)?.[1]?.trim() ?? '',
					messageId: /^Message-ID: (.*)$/m.exec(text)?.[1]?.trim() ?? '',
					text,
				});
				done();
			});
		},
	});
	server.listen(port, '127.0.0.1');
	await once(server.server, 'listening');
	return {
		received,
		port: (server.server.address() as AddressInfo).port,
		close: async () =>
			new Promise<void>((resolve) => {
				server.close(resolve);
			}),
	};
}

const publicUrl = 'https://bergulir.kota.example';
const mailerTo = (port: number) =>
	createSmtpMailer({smtpUrl: `smtp://127.0.0.1:${port}`, from: 'bergulir@kota.example'});

const send = async (port: number) => {
	const mailer = mailerTo(port);
	try {
		return await sendMails(world, {mailer, publicUrl});
	} finally {
		mailer.close();
	}
};

let world: World;

test.beforeEach(async () => {
	world = await createWorld('2026-03-02');
	const book = await openCooperative(world);
	await world.as({...detector, name: '(test)'}, async (work) => {
		await createUserFromCommandLine(work, {name: 'siti', role: 'supervisor', scope: book});
		const {id} = await getUserByName(work, 'siti');
		await setEmail(
			work,
			{actor: work.actor, within: everywhere},
			{user: id, email: 'siti@koperasi.example'},
		);
	});
});
test.afterEach.always(async () => {
	await world.close();
});

const writeTo = async (level: Level, address: string, place = '17.71') =>
	world.as(detector, async (work) => setAddress(work, {place, level, address}));

const raise = async (severity: 'low' | 'medium' | 'high' | 'critical') =>
	world.as(detector, async (work) =>
		raiseFinding(
			work,
			draft({
				severity,
				subject: `member:${severity}`,
				sentence: {id: 'Budi Santoso menunggak.', en: 'Budi Santoso is late.'},
			}),
		),
	);

test.serial(
	'what is grave is told to the cooperative and the dinas, what is not to nobody',
	async (t) => {
		await writeTo('cooperative', 'kelurahan@kota.example', '17.71.01');
		await writeTo('cooperative', 'pengawas@koperasi.example', 'KOP-1771011001');
		await writeTo('dinas', 'dinas@kota.example');
		await raise('low');
		await raise('medium');
		const high = await raise('high');
		const smtp = await startSmtp();
		t.deepEqual(await send(smtp.port), {sent: 2, failed: 0});
		t.deepEqual(smtp.received.map(({to}) => to).toSorted(), [
			'dinas@kota.example',
			'pengawas@koperasi.example',
		]);
		for (const {subject, text} of smtp.received) {
			t.is(subject, '[Bergulir] Temuan KOP-1771011001/3 (tinggi)');
			t.true(text.includes(`${publicUrl}/v1/findings/${high.id}`));
			t.true(text.includes('BMT 17.71.01.1001'));
			t.true(text.includes('2026-03-16'));
			for (const secret of ['Budi', 'menunggak', 'siti']) t.false(text.includes(secret), secret);
		}
		t.deepEqual(await send(smtp.port), {sent: 0, failed: 0});
		await smtp.close();
	},
);

test.serial('an owner is told what is theirs, what is due tomorrow and what went up', async (t) => {
	const {id} = await raise('medium');
	await world.as(detector, async (work) => assignFinding(work, {finding: id, owner: 'siti'}));
	const smtp = await startSmtp();
	await send(smtp.port);
	// Due on 1 April.
	for (const on of ['2026-03-30', '2026-03-31', '2026-03-31', '2026-04-01', '2026-04-02']) {
		world.setDay(on);
		await escalateAll(world);
	}
	await send(smtp.port);
	t.deepEqual(
		smtp.received.map(({to, text}) => [
			to,
			/^(Temuan.*|A finding.*|Tenggat temuan.*)$/m.exec(text)?.[1]?.trim(),
		]),
		[
			['siti@koperasi.example', 'Temuan ini menjadi tanggung jawab Anda.'],
			['siti@koperasi.example', 'Tenggat temuan ini besok.'],
			[
				'siti@koperasi.example',
				'Temuan ini tidak ditutup sampai tenggatnya dan naik satu tingkat.',
			],
		],
	);
	t.is(new Set(smtp.received.map(({messageId}) => messageId)).size, 3);
	await smtp.close();
});

test.serial(
	'mail waits for a server that is down, longer each time, and for an address',
	async (t) => {
		await writeTo('dinas', 'dinas@kota.example');
		await raise('critical');
		const first = await startSmtp();
		const {port} = first;
		await first.close();
		t.deepEqual(await send(port), {sent: 0, failed: 1});
		// Not before a minute has passed.
		t.deepEqual(await send(port), {sent: 0, failed: 0});
		const [waiting] = await world.database.owner('outgoing_mails').where({recipient: 'dinas'});
		t.like(waiting, {attempts: 1, sent_at: null, last_failure: 'ESOCKET'});
		t.is(
			(waiting as {next_attempt_at: Date}).next_attempt_at.toISOString(),
			'2026-03-02T05:01:00.000Z',
		);
		world.setDay('2026-03-03');
		const again = await startSmtp(port);
		t.deepEqual(await send(port), {sent: 1, failed: 0});
		t.deepEqual(
			again.received.map(({to}) => to),
			['dinas@kota.example'],
		);
		// The cooperative's mail had nowhere to go until now.
		await writeTo('cooperative', 'pengawas@koperasi.example');
		t.deepEqual(await send(port), {sent: 1, failed: 0});
		await again.close();
		t.false(world.logged.join('').includes('example'));
	},
);

test.serial(
	'what was taken and not marked is sent once more under the same Message-ID',
	async (t) => {
		await writeTo('dinas', 'dinas@kota.example');
		await raise('critical');
		const smtp = await startSmtp();
		const mailer = mailerTo(smtp.port);
		// The service dies after the server has taken the mail.
		await t.throwsAsync(
			sendMails(world, {
				publicUrl,
				mailer: {
					...mailer,
					send: async (message) => {
						await mailer.send(message);
						throw new Error('killed');
					},
				},
			}),
			{message: 'killed'},
		);
		// It is kept for the one who died for five minutes.
		t.deepEqual(await send(smtp.port), {sent: 0, failed: 0});
		world.setDay('2026-03-03');
		t.deepEqual(await send(smtp.port), {sent: 1, failed: 0});
		t.is(smtp.received.length, 2);
		t.is(smtp.received[0]!.messageId, smtp.received[1]!.messageId);
		mailer.close();
		await smtp.close();
	},
);

test.serial('senders at the same time send each mail once', async (t) => {
	await writeTo('dinas', 'dinas@kota.example');
	await world.as(detector, async (work) => {
		for (let index = 0; index < 12; index += 1) {
			await raiseFinding(work, draft({subject: `loan:${index}`, severity: 'high'}));
		}
	});
	const smtp = await startSmtp();
	const turns = await Promise.all([1, 2, 3].map(async () => send(smtp.port)));
	t.is(
		turns.reduce((sum, {sent}) => sum + sent, 0),
		12,
	);
	t.is(new Set(smtp.received.map(({messageId}) => messageId)).size, 12);
	t.is(smtp.received.length, 12);
	await smtp.close();
});

test.serial('an address that is refused holds up no other mail', async (t) => {
	await writeTo('cooperative', 'hilang@koperasi.example');
	await writeTo('dinas', 'dinas@kota.example');
	await raise('high');
	const smtp = await startSmtp(0, (address) => address.startsWith('hilang'));
	t.deepEqual(await send(smtp.port), {sent: 1, failed: 1});
	const [failed] = await world.database.owner('outgoing_mails').whereNull('sent_at');
	t.like(failed, {last_failure: 'EENVELOPE 550', attempts: 1});
	await smtp.close();
});

test.serial('what a mailer says of a failure holds no password and no address', async (t) => {
	const mailer = createSmtpMailer({
		smtpUrl: 'smtp://pengirim:sangat-rahasia@127.0.0.1:9',
		from: 'bergulir@kota.example',
	});
	const error = await t.throwsAsync(
		mailer.send({messageId: '<a@b>', to: 'x@kota.example', subject: 'x', text: 'x'}),
		{instanceOf: MailFailure},
	);
	t.is(error.message, 'The mail was not taken (ESOCKET).');
	t.is(error.cause, undefined);
	mailer.close();
});

test.serial(
	'a mail that was sent stays sent, and none is struck out or sent elsewhere',
	async (t) => {
		await writeTo('dinas', 'dinas@kota.example');
		await raise('high');
		const mail = await world.as(detector, claimMail);
		t.is(mail!.address, 'dinas@kota.example');
		await world.as(detector, async (work) => recordSent(work, mail!));
		const before = await countRows(world);
		for (const [law, sql] of [
			['outgoing_mails_final', 'update outgoing_mails set attempts = 9 where sent_at is not null'],
			['outgoing_mails_final', 'update outgoing_mails set attempts = -1 where sent_at is null'],
			['42501', "update outgoing_mails set recipient = 'siti'"],
			['42501', 'delete from outgoing_mails'],
			['42501', "update oversight_addresses set address = 'x@y.z'"],
			['42501', 'delete from oversight_addresses'],
		] as const) {
			const error = await t.throwsAsync<LawBreach>(asServiceOf(world, async (trx) => trx.raw(sql)));
			t.is(lawOf(error), law, sql);
		}
		for (const sql of ['delete from outgoing_mails', 'truncate outgoing_mails']) {
			const error = await t.throwsAsync<LawBreach>(async () => world.database.owner.raw(sql));
			t.is(lawOf(error), 'oversight_append_only', sql);
		}
		await asServiceOf(
			world,
			async (trx) => {
				t.deepEqual(await trx('outgoing_mails'), []);
			},
			['KOP-1771011002'],
		);
		t.deepEqual(await countRows(world), before);
	},
);
