import {randomBytes} from 'node:crypto';
import {Readable} from 'node:stream';
import test from 'ava';
import {
	type OpeningKey,
	decrypt,
	encrypt,
	faultOfIdentity,
	faultOfRecipient,
	makeKeys,
} from '../../../src/db/backup/envelope.ts';

const {identity, recipient} = await makeKeys();
const other = await makeKeys();
const key: OpeningKey = {kind: 'identities', identities: [identity]};
// Three pieces of 64 KiB and a rest.
const content = randomBytes(200_000);
async function collect(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
	const all: Buffer[] = [];
	for await (const piece of pieces) all.push(piece);
	return Buffer.concat(all);
}
const sealed = await collect(
	await encrypt(Readable.from([content]), {
		kind: 'recipients',
		recipients: [other.recipient, recipient],
	}),
);
const open = async (bytes: Buffer, by: OpeningKey = key): Promise<Buffer> =>
	collect(await decrypt(Readable.from([bytes]), by));

test('each of the recipients opens it, and nobody else', async (t) => {
	t.deepEqual(await open(sealed), content);
	t.deepEqual(await open(sealed, {kind: 'identities', identities: [other.identity]}), content);
	const stranger = await makeKeys();
	await t.throwsAsync(open(sealed, {kind: 'identities', identities: [stranger.identity]}), {
		code: 'backup/wrong-key',
	});
	await t.throwsAsync(open(sealed, {kind: 'passphrase', passphrase: 'tanah-air-udara-api'}), {
		code: 'backup/wrong-key',
	});
	t.false(sealed.includes(content.subarray(1000, 1016)));
});

test('a passphrase opens what it sealed', async (t) => {
	const passphrase = 'empat belas gajah menari';
	const file = await collect(
		await encrypt(Readable.from([content]), {kind: 'passphrase', passphrase}),
	);
	t.deepEqual(await open(file, {kind: 'passphrase', passphrase}), content);
	await t.throwsAsync(open(file, {kind: 'passphrase', passphrase: `${passphrase}!`}), {
		code: 'backup/wrong-key',
	});
	await t.throwsAsync(open(file), {code: 'backup/wrong-key'});
});

test('a file that was cut anywhere is refused', async (t) => {
	for (const length of [30, 300, 70_000, sealed.length - 1, sealed.length - 20_000]) {
		await t.throwsAsync(open(sealed.subarray(0, length)), {code: 'backup/damaged'}, `${length}`);
	}
	// Exactly behind a piece: what follows is not missed by any digest, only by its mark.
	const header = sealed.length - (16 + 200_000 + 4 * 16);
	const twoPieces = header + 16 + 2 * (65_536 + 16);
	await t.throwsAsync(open(sealed.subarray(0, twoPieces)), {code: 'backup/damaged'});
});

test('a file of which a bit was changed, or a piece moved, is refused', async (t) => {
	for (const at of [150, 100_000, sealed.length - 1]) {
		const changed = Buffer.from(sealed);
		changed[at]! ^= 1;
		const error = await t.throwsAsync<Error & {code: string}>(open(changed), undefined, `${at}`);
		t.regex(error.code, /^backup\/(?:damaged|wrong-key)$/u);
	}
	await t.throwsAsync(open(Buffer.concat([sealed, Buffer.from('x')])), {code: 'backup/damaged'});
	const header = sealed.length - (16 + 200_000 + 4 * 16) + 16;
	const piece = 65_536 + 16;
	const swapped = Buffer.concat([
		sealed.subarray(0, header),
		sealed.subarray(header + piece, header + 2 * piece),
		sealed.subarray(header, header + piece),
		sealed.subarray(header + 2 * piece),
	]);
	await t.throwsAsync(open(swapped), {code: 'backup/damaged'});
});

test('what is no backup is told apart from what was damaged', async (t) => {
	await t.throwsAsync(open(Buffer.from('PK\u0003\u0004 something else')), {
		code: 'backup/not-a-backup',
	});
	await t.throwsAsync(open(Buffer.alloc(0)), {code: 'backup/not-a-backup'});
});

test('what is no key says so', (t) => {
	t.is(faultOfRecipient(recipient), undefined);
	t.is(faultOfIdentity(identity), undefined);
	t.truthy(faultOfRecipient('age1notakey'));
	t.truthy(faultOfRecipient(identity));
	t.truthy(faultOfIdentity(recipient));
});
