import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {link, mkdir, open, rename, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import type {Service} from '../compose.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import {refuse} from '../evidence/errors.ts';
import {
	type SigningKey,
	privateKeyOf,
	registerKey,
	rotateKey,
	seedBytes,
	signerOf,
} from '../evidence/index.ts';
import {everywhere} from '../kernel/scope.ts';
import type {Signer} from '../kernel/signer.ts';
import {commandLine} from './user.ts';

const asOperator = {scope: everywhere, actor: commandLine};
const nextOf = (file: string): string => `${file}.next`;

/**
 * Signs with the key in a file, which is read each time: a service that runs signs with another as
 * soon as the key was rotated beside it. @throws DomainError `evidence/no-signing-key` on use.
 */
export function signerFromFile(file: string): Signer {
	const current = (): Signer => {
		let text: string;
		try {
			text = readFileSync(file, 'utf8');
		} catch (cause) {
			const refusal = refuse('evidence/no-signing-key', {file});
			refusal.cause = cause;
			throw refusal;
		}
		return signerOf(text);
	};
	return {
		get keyId() {
			return current().keyId;
		},
		get publicKey() {
			return current().publicKey;
		},
		sign: (text) => current().sign(text),
	};
}

/**
 * Makes the key where there never was one, enters it as the first, and ends a rotation that was cut
 * off. Returns what whoever starts the program should know.
 * @throws StartupFailure when the file may be read by others or is no key.
 */
export async function prepareSigningKey(service: Service, file: string): Promise<string[]> {
	const said: string[] = [];
	const inUse = await findKeyInUse(service);
	if (inUse && keyIdIn(nextOf(file)) === inUse.keyId) await rename(nextOf(file), file);
	if (!(await exists(file))) {
		if (inUse) {
			return [
				`The signing key is gone: put ${file} back, or make another with \`bergulir key rotate ` +
					'--lost`. Until then no checkpoint is taken and no month is closed.',
			];
		}
		await createKeyFile(file);
		said.push(`A signing key was made; keep a copy of ${file} in a safe place.`);
	}
	await requirePrivate(file);
	const {keyId} = readSigner(file);
	if (inUse && keyId !== inUse.keyId) {
		return [
			`The signing key in ${file} is ${keyId}, but the one in use is ${inUse.keyId}: ` +
				'put the file of that one back. Until then no checkpoint is taken.',
		];
	}
	if (!inUse) await service.inTransaction(asOperator, registerKey);
	return said;
}

/**
 * Makes another key, certified by the one in use, and puts it in its file. What signs from now on
 * signs with it. @throws StartupFailure while another rotation is under way.
 */
export async function rotateKeyFile(
	service: Service,
	file: string,
	{isOldLost}: {readonly isOldLost: boolean},
): Promise<SigningKey> {
	const next = nextOf(file);
	await mkdir(path.dirname(file), {recursive: true});
	await writeKey(next).catch((error: unknown) => {
		if (codeOf(error) !== 'EEXIST') throw error;
		throw new StartupFailure(
			`A rotation is under way, or was cut off before it took effect: in that case remove ${next}.`,
		);
	});
	// The file comes first and its name last: cut off in between, the next start ends the rotation.
	const key = await service.inTransaction(asOperator, async (work) =>
		rotateKey(work, readSigner(next), {isOldLost}),
	);
	await rename(next, file);
	return key;
}

const findKeyInUse = async ({inTransaction}: Service): Promise<SigningKey | undefined> =>
	inTransaction({...asOperator, isReadOnly: true}, async ({evidence}) =>
		(await evidence.keys()).at(-1),
	);

/** Two processes may start at once: the key of the first one stays. */
async function createKeyFile(file: string): Promise<void> {
	const draft = `${file}.${randomBytes(6).toString('hex')}`;
	await mkdir(path.dirname(file), {recursive: true});
	await writeKey(draft);
	try {
		await link(draft, file);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw error;
	} finally {
		await rm(draft, {force: true});
	}
}

/** Writes a new key to a new file, for good: it is on the disk before anybody relies on it. */
async function writeKey(file: string): Promise<void> {
	const handle = await open(file, 'wx', 0o600);
	try {
		await handle.writeFile(privateKeyOf(randomBytes(seedBytes)));
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function requirePrivate(file: string): Promise<void> {
	const {mode} = await stat(file);
	if (process.platform === 'win32' || (mode & 0o007) === 0) return;
	throw new StartupFailure(`Others may use the signing key ${file}: \`chmod 600 ${file}\`.`);
}

function readSigner(file: string): Signer {
	try {
		return signerOf(readFileSync(file, 'utf8'));
	} catch (cause) {
		const told = cause instanceof Error ? cause.message : '';
		throw new StartupFailure(`${file} is not a signing key (Ed25519, PEM): ${told}`, {cause});
	}
}

function keyIdIn(file: string): string | undefined {
	try {
		return signerOf(readFileSync(file, 'utf8')).keyId;
	} catch {
		return undefined;
	}
}

const exists = async (file: string): Promise<boolean> =>
	stat(file).then(
		() => true,
		() => false,
	);

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';
