import {randomBytes} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Service} from '../compose.ts';
import type {Config} from '../config.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import {countSealedElsewhere} from '../identity/index.ts';
import {everywhere} from '../kernel/scope.ts';
import {
	type SecretBox,
	createSecretBox,
	readSecretKey,
	secretKeyBytes,
} from '../kernel/secret-box.ts';
import {commandLine} from './user.ts';

/**
 * Keeps secrets with the keys that are named, or with one of its own in the data directory, made
 * when the first secret comes. @throws StartupFailure on use, when that file is no key.
 */
export function secretBoxOf({
	secretKeys: [first, ...others],
	secretKeyFile,
}: Pick<Config, 'secretKeys' | 'secretKeyFile'>): SecretBox {
	if (first) return createSecretBox([first, ...others], randomBytes);
	let made: SecretBox | undefined;
	const box = (): SecretBox => (made ??= createSecretBox([keyInFile(secretKeyFile)], randomBytes));
	return {
		seal: (secret, about) => box().seal(secret, about),
		open: (sealed, about) => box().open(sealed, about),
		isOutdated: (sealed) => box().isOutdated(sealed),
		digests: (text, about) => box().digests(text, about),
	};
}

/** What whoever starts the program should know of secrets that the keys given do not open. */
export async function aboutSecretKeys({inTransaction}: Service): Promise<string[]> {
	const reading = {scope: everywhere, actor: commandLine, isReadOnly: true};
	const count = await inTransaction(reading, countSealedElsewhere);
	const keys = await inTransaction(reading, async ({cooperatives}) => cooperatives.missingKeys());
	const factors =
		`${count} second factors are encrypted with a key that is not among BERGULIR_SECRET_KEYS: ` +
		'name it again after the others, or those users cannot sign in.';
	const members =
		`There are members encrypted with ${keys.join(', ')}, not among BERGULIR_SECRET_KEYS: name ` +
		'it again after the others, or they cannot be read.';
	return [...(count === 0 ? [] : [factors]), ...(keys.length === 0 ? [] : [members])];
}

function keyInFile(file: string): Uint8Array {
	mkdirSync(path.dirname(file), {recursive: true});
	try {
		writeFileSync(file, `${randomBytes(secretKeyBytes).toString('base64')}\n`, {
			flag: 'wx',
			mode: 0o600,
		});
	} catch (error) {
		// There is one already, or another process was quicker: its key is ours.
		const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
		if (!isThere) throw error;
	}
	const key = readSecretKey(readFileSync(file, 'utf8').trim());
	if (key) return key;
	throw new StartupFailure(`${file} is not a key of 32 bytes in base64; put the right one back.`);
}
