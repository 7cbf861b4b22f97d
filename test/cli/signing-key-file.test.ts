// The file of the signing key through its life: made, rotated, cut off in between, lost.
import {createPrivateKey} from 'node:crypto';
import {chmod, readFile, readdir, rename, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {prepareSigningKey, rotateKeyFile, signerFromFile} from '../../src/cli/signing-key-file.ts';
import {type Service, createService} from '../../src/compose.ts';
import {StartupFailure} from '../../src/db/startup-failure.ts';
import {type SigningKey, signerOf, takeCheckpoint} from '../../src/evidence/index.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {newFolder} from '../helpers/process.ts';
import {type World, createWorld, officer, openCity} from '../helpers/world.ts';

type Stage = {
	readonly world: World;
	readonly service: Service;
	readonly file: string;
	readonly keys: () => Promise<SigningKey[]>;
};

async function setup(t: ExecutionContext): Promise<Stage> {
	const world = await createWorld();
	const folder = await newFolder();
	t.teardown(async () => {
		await world.close();
		await rm(folder, {recursive: true, force: true});
	});
	await openCity(world);
	const file = path.join(folder, 'keys', 'signing-key.pem');
	const service = createService({
		knex: world.database.service,
		clock: settableClock('2026-03-31T05:00:00Z'),
		timeZone: 'Asia/Jakarta',
		signer: signerFromFile(file),
	});
	const settings = {scope: everywhere, actor: officer, isReadOnly: true};
	return {
		world,
		service,
		file,
		keys: async () => service.inTransaction(settings, async ({evidence}) => evidence.keys()),
	};
}

const keyIdIn = async (file: string): Promise<string> =>
	signerOf(await readFile(file, 'utf8')).keyId;
const checkpoint = async ({service}: Stage) =>
	service.inTransaction({scope: everywhere, actor: officer}, takeCheckpoint);

test('is made once, for its owner alone, and entered as the first', async (t) => {
	const stage = await setup(t);
	const said = await prepareSigningKey(stage.service, stage.file);
	t.is(said.length, 1);
	t.regex(
		said[0]!,
		/^A signing key was made; keep a copy of \S+signing-key\.pem in a safe place\.$/,
	);
	t.is((await stat(stage.file)).mode & 0o777, 0o600);
	const text = await readFile(stage.file, 'utf8');
	t.is(createPrivateKey(text).asymmetricKeyType, 'ed25519');
	t.deepEqual(await readdir(path.dirname(stage.file)), ['signing-key.pem']);
	t.deepEqual(await prepareSigningKey(stage.service, stage.file), []);
	t.is(await readFile(stage.file, 'utf8'), text);
	const [first, ...others] = await stage.keys();
	t.like(first, {number: 1, keyId: signerOf(text).keyId, certifiedBy: signerOf(text).keyId});
	t.is(others.length, 0);
});

test('of two processes that make it at once, one key stays', async (t) => {
	const stage = await setup(t);
	await Promise.all(
		Array.from({length: 4}, async () => prepareSigningKey(stage.service, stage.file)),
	);
	t.is((await stage.keys()).length, 1);
	t.is((await stage.keys())[0]!.keyId, await keyIdIn(stage.file));
});

test('without it nothing is signed, and the refusal says where it should be', async (t) => {
	const stage = await setup(t);
	const error = await t.throwsAsync(checkpoint(stage));
	t.like(error, {code: 'evidence/no-signing-key'});
	t.true(error.message.includes(stage.file));
});

test('a service that runs signs with the new key as soon as it was rotated', async (t) => {
	const stage = await setup(t);
	await prepareSigningKey(stage.service, stage.file);
	const old = await keyIdIn(stage.file);
	const rotated = await rotateKeyFile(stage.service, stage.file, {isOldLost: false});
	t.like(rotated, {number: 2, certifiedBy: old});
	t.is(await keyIdIn(stage.file), rotated.keyId);
	t.is((await stat(stage.file)).mode & 0o777, 0o600);
	t.like(await checkpoint(stage), {keyId: rotated.keyId});
	t.deepEqual(await readdir(path.dirname(stage.file)), ['signing-key.pem']);
});

test('a rotation that was cut off after it took effect is ended at the next start', async (t) => {
	const stage = await setup(t);
	await prepareSigningKey(stage.service, stage.file);
	const old = await readFile(stage.file, 'utf8');
	const {keyId} = await rotateKeyFile(stage.service, stage.file, {isOldLost: false});
	// As if the power had gone before the new key got its name.
	await rename(stage.file, `${stage.file}.next`);
	await writeFile(stage.file, old, {mode: 0o600});
	await t.throwsAsync(checkpoint(stage), {message: /signing key is/});
	t.deepEqual(await prepareSigningKey(stage.service, stage.file), []);
	t.is(await keyIdIn(stage.file), keyId);
	t.like(await checkpoint(stage), {keyId});
});

test('two rotations at once are refused, as is one before the last was cleared up', async (t) => {
	const stage = await setup(t);
	await prepareSigningKey(stage.service, stage.file);
	await writeFile(`${stage.file}.next`, 'x', {mode: 0o600});
	await t.throwsAsync(rotateKeyFile(stage.service, stage.file, {isOldLost: false}), {
		instanceOf: StartupFailure,
		message: /A rotation is under way, or was cut off before it took effect: .+\.next\.$/,
	});
	t.is((await stage.keys()).length, 1);
});

test('a file that others may read, or that holds no key, is refused', async (t) => {
	const stage = await setup(t);
	await prepareSigningKey(stage.service, stage.file);
	await chmod(stage.file, 0o644);
	await t.throwsAsync(prepareSigningKey(stage.service, stage.file), {
		instanceOf: StartupFailure,
		message: /^Others may use the signing key .+: `chmod 600/,
	});
	await chmod(stage.file, 0o640);
	t.deepEqual(await prepareSigningKey(stage.service, stage.file), []);
	await writeFile(stage.file, 'nothing');
	await t.throwsAsync(prepareSigningKey(stage.service, stage.file), {
		instanceOf: StartupFailure,
		message: /is not a signing key \(Ed25519, PEM\)/,
	});
});

test('a lost key is not made anew in silence, but replaced by whoever says so', async (t) => {
	const stage = await setup(t);
	await prepareSigningKey(stage.service, stage.file);
	await checkpoint(stage);
	const old = await readFile(stage.file, 'utf8');
	await rm(stage.file);
	const [gone] = await prepareSigningKey(stage.service, stage.file);
	t.regex(gone!, /^The signing key is gone: put \S+ back, or make another/);
	await t.throwsAsync(stat(stage.file), {code: 'ENOENT'});
	const replaced = await rotateKeyFile(stage.service, stage.file, {isOldLost: true});
	t.like(replaced, {number: 2, certifiedBy: replaced.keyId});
	t.deepEqual(await prepareSigningKey(stage.service, stage.file), []);
	// The old file, found again, is no longer the key in use.
	await writeFile(stage.file, old);
	const [wrong] = await prepareSigningKey(stage.service, stage.file);
	t.regex(wrong!, new RegExp(`but the one in use is ${replaced.keyId}`));
	await t.throwsAsync(rotateKeyFile(stage.service, stage.file, {isOldLost: false}), {
		message: /signing key is/,
	});
});
