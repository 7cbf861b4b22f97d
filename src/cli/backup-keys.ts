import {readFile, stat, writeFile} from 'node:fs/promises';
import {
	type OpeningKey,
	type SealingKey,
	faultOfIdentity,
	faultOfRecipient,
	makeKeys,
} from '../db/backup/envelope.ts';
import {refuse} from '../db/backup/errors.ts';

export type KeyOptions = {
	readonly passphraseFile?: string;
	readonly recipientsFile?: string;
	readonly identityFile?: string;
};
type Variables = Readonly<Record<string, string | undefined>>;

// Never as arguments: those are seen by everybody on the machine.
const sealingWays =
	'--recipients-file, --passphrase-file, BERGULIR_BACKUP_RECIPIENTS or BERGULIR_BACKUP_PASSPHRASE';
const openingWays =
	'--identity-file, --passphrase-file, BERGULIR_BACKUP_IDENTITY or BERGULIR_BACKUP_PASSPHRASE';

const passphraseLengthMin = 16;

/** A text that was given, and by what it was. */
type Given = {readonly source: string; readonly text: string};

/**
 * By what a backup is encrypted: what the options name, else what the environment does.
 * @throws DomainError `backup/no-key`, `…/two-keys`, `…/key-unreadable` and the like.
 */
export async function sealingKey(options: KeyOptions, variables: Variables): Promise<SealingKey> {
	const isNamed = options.passphraseFile !== undefined || options.recipientsFile !== undefined;
	const passphrase = isNamed
		? await inFile(options.passphraseFile, true)
		: inVariable(variables, 'BERGULIR_BACKUP_PASSPHRASE');
	const recipients = isNamed
		? await inFile(options.recipientsFile, false)
		: inVariable(variables, 'BERGULIR_BACKUP_RECIPIENTS');
	if (passphrase && recipients) throw refuse('backup/two-keys');
	if (passphrase) return {kind: 'passphrase', passphrase: readPassphrase(passphrase)};
	if (!recipients) throw refuse('backup/no-key', {ways: sealingWays});
	const wanted = 'a list of public keys such as age1…';
	return {kind: 'recipients', recipients: readKeys(recipients, wanted, faultOfRecipient)};
}

/** By what a backup is opened; undefined when nothing is given for it. */
export async function findOpeningKey(
	options: KeyOptions,
	variables: Variables,
): Promise<OpeningKey | undefined> {
	const isNamed = options.passphraseFile !== undefined || options.identityFile !== undefined;
	const identities = isNamed
		? await inFile(options.identityFile, true)
		: inVariable(variables, 'BERGULIR_BACKUP_IDENTITY');
	if (identities) {
		const wanted = 'a secret key such as AGE-SECRET-KEY-1…';
		return {kind: 'identities', identities: readKeys(identities, wanted, faultOfIdentity)};
	}
	const passphrase = isNamed
		? await inFile(options.passphraseFile, true)
		: inVariable(variables, 'BERGULIR_BACKUP_PASSPHRASE');
	// A short one is no backup's of ours, but perhaps one's that was made by hand.
	return passphrase && {kind: 'passphrase', passphrase: firstLine(passphrase)};
}

/** @throws DomainError `backup/no-key` and the like. */
export async function openingKey(options: KeyOptions, variables: Variables): Promise<OpeningKey> {
	const key = await findOpeningKey(options, variables);
	if (!key) throw refuse('backup/no-key', {ways: openingWays});
	return key;
}

/**
 * By what the backup being made is opened again to be verified.
 * @throws DomainError `backup/cannot-verify` when the secret key is elsewhere, as is well.
 */
export async function verifyingKey(
	sealing: SealingKey,
	options: KeyOptions,
	variables: Variables,
): Promise<OpeningKey> {
	if (sealing.kind === 'passphrase') return sealing;
	const {identityFile} = options;
	const key = await findOpeningKey(identityFile === undefined ? {} : {identityFile}, variables);
	if (key?.kind !== 'identities') {
		const ways = '--identity-file or BERGULIR_BACKUP_IDENTITY';
		throw refuse('backup/cannot-verify', {ways});
	}
	return key;
}

/** Makes a pair of keys and keeps the secret one in a new file. @returns the public one. */
export async function makeKeyFile(file: string): Promise<string> {
	const {identity, recipient} = await makeKeys();
	try {
		await writeFile(file, `# public key: ${recipient}\n${identity}\n`, {flag: 'wx', mode: 0o600});
	} catch (error) {
		if (codeOf(error) === 'EEXIST') throw refuse('backup/file-exists', {file});
		throw refuse('backup/unreadable', {file, told: codeOf(error)});
	}
	return recipient;
}

async function inFile(file: string | undefined, isSecret: boolean): Promise<Given | undefined> {
	if (file === undefined) return undefined;
	try {
		const {mode} = await stat(file);
		if (isSecret && process.platform !== 'win32' && (mode & 0o007) !== 0) {
			throw refuse('backup/key-open-to-others', {file});
		}
		return {source: file, text: await readFile(file, 'utf8')};
	} catch (error) {
		if (codeOf(error).startsWith('backup/')) throw error;
		throw refuse('backup/unreadable', {file, told: codeOf(error)});
	}
}

function inVariable(variables: Variables, name: string): Given | undefined {
	const text = variables[name];
	return text === undefined || text === '' ? undefined : {source: name, text};
}

const firstLine = ({text}: Given): string => /^[^\r\n]*/u.exec(text)![0];

function readPassphrase(given: Given): string {
	const passphrase = firstLine(given);
	const length = Array.from(passphrase).length;
	if (length >= passphraseLengthMin) return passphrase;
	const min = String(passphraseLengthMin);
	throw refuse('backup/passphrase-too-short', {length: String(length), min});
}

/** A key a line, or several by commas; a line that begins with # says something to people. */
function readKeys(
	{source, text}: Given,
	wanted: string,
	faultOf: (key: string) => string | undefined,
): string[] {
	const lines = text.split('\n').filter((line) => !line.trim().startsWith('#'));
	const keys = lines
		.flatMap((line) => line.split(','))
		.map((key) => key.trim())
		.filter((key) => key !== '');
	const told = keys.length === 0 ? 'it has none' : keys.map(faultOf).find(Boolean);
	// The key itself is not shown.
	if (told !== undefined) throw refuse('backup/key-unreadable', {source, wanted, told});
	return keys;
}

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';
