import {rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {
	type KeyOptions,
	findOpeningKey,
	makeKeyFile,
	openingKey,
	sealingKey,
	verifyingKey,
} from '../../src/cli/backup-keys.ts';
import {newFolder} from '../helpers/process.ts';

let folder: string;
test.before(async () => {
	folder = await newFolder();
});
test.after.always(async () => {
	await rm(folder, {recursive: true, force: true});
});
const passphrase = 'empat belas gajah menari';

/** A file with a text, which nobody but its owner reads unless a mode is named. */
async function file(name: string, text: string, mode = 0o600): Promise<string> {
	const made = path.join(folder, name);
	await writeFile(made, text, {mode});
	return made;
}

test('keys come from files, or else from the environment', async (t) => {
	const secret = path.join(folder, 'identity');
	const recipient = await makeKeyFile(secret);
	const many = await file(
		'recipients',
		`# kota\n${recipient}\n\n  ${recipient},${recipient}\n`,
		0o644,
	);
	t.deepEqual(await sealingKey({recipientsFile: many}, {}), {
		kind: 'recipients',
		recipients: [recipient, recipient, recipient],
	});
	t.deepEqual(await sealingKey({}, {BERGULIR_BACKUP_RECIPIENTS: recipient}), {
		kind: 'recipients',
		recipients: [recipient],
	});
	const sealed = {kind: 'passphrase', passphrase} as const;
	t.deepEqual(await sealingKey({}, {BERGULIR_BACKUP_PASSPHRASE: passphrase}), sealed);
	const inFile = {passphraseFile: await file('passphrase', `${passphrase}\r\n`)};
	t.deepEqual(await sealingKey(inFile, {}), sealed);
	// What is named goes before what stands in the environment.
	t.deepEqual(await sealingKey(inFile, {BERGULIR_BACKUP_RECIPIENTS: recipient}), sealed);
	t.deepEqual(await openingKey(inFile, {}), sealed);
	const opened = await openingKey({identityFile: secret}, {});
	t.is(opened.kind, 'identities');
	t.is(await findOpeningKey({}, {}), undefined);
});

test('what is asked for wrongly is told, and no secret with it', async (t) => {
	const recipient = await makeKeyFile(path.join(folder, 'another'));
	const sealing: [KeyOptions, Record<string, string>, string][] = [
		[{}, {}, 'backup/no-key'],
		[{passphraseFile: await file('short', 'pendek-rahasia\n')}, {}, 'backup/passphrase-too-short'],
		[{passphraseFile: await file('open', passphrase, 0o644)}, {}, 'backup/key-open-to-others'],
		[{passphraseFile: path.join(folder, 'gone')}, {}, 'backup/unreadable'],
		[{recipientsFile: await file('none', '# belum ada\n')}, {}, 'backup/key-unreadable'],
		[{}, {BERGULIR_BACKUP_RECIPIENTS: 'age1rahasia'}, 'backup/key-unreadable'],
		[
			{},
			{BERGULIR_BACKUP_RECIPIENTS: recipient, BERGULIR_BACKUP_PASSPHRASE: passphrase},
			'backup/two-keys',
		],
	];
	for (const [options, variables, code] of sealing) {
		const error = await t.throwsAsync(sealingKey(options, variables), {code});
		t.false(/rahasia|gajah/u.test(error.message), error.message);
	}
	await t.throwsAsync(openingKey({}, {}), {code: 'backup/no-key'});
	const other = {BERGULIR_BACKUP_IDENTITY: 'AGE-SECRET-KEY-1rahasia'};
	const error = await t.throwsAsync(openingKey({}, other), {code: 'backup/key-unreadable'});
	t.false(error.message.includes('rahasia'));
	await t.throwsAsync(makeKeyFile(path.join(folder, 'another')), {code: 'backup/file-exists'});
});

test('a backup is verified where its secret key is', async (t) => {
	const secret = path.join(folder, 'third');
	const recipients = {kind: 'recipients', recipients: [await makeKeyFile(secret)]} as const;
	t.is((await verifyingKey(recipients, {identityFile: secret}, {})).kind, 'identities');
	await t.throwsAsync(verifyingKey(recipients, {}, {}), {code: 'backup/cannot-verify'});
	const sealed = {kind: 'passphrase', passphrase} as const;
	t.deepEqual(await verifyingKey(sealed, {}, {}), sealed);
});
