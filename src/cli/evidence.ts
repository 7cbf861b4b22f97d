import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {Command} from 'commander';
import {presentCheckpoint, presentKey} from '../evidence/http/schemas.ts';
import {openPack, takeCheckpoint} from '../evidence/index.ts';
import type {BookCode} from '../kernel/ids.ts';
import {everywhere} from '../kernel/scope.ts';
import type {Environment} from './environment.ts';
import {wholeNumber} from './options.ts';
import {prepareSigningKey, rotateKeyFile} from './signing-key-file.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

const asOperator = {scope: everywhere, actor: commandLine};
const reading = {...asOperator, isReadOnly: true};

const say = (sentences: readonly string[]): void => {
	for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
};
const print = (value: unknown): void => {
	process.stdout.write(`${JSON.stringify(value)}\n`);
};

export function registerEvidence(program: Command, environment: Environment): void {
	program
		.command('checkpoint')
		.description('sign where every book stands now; prints the checkpoint, which is worth keeping')
		.action(async () => {
			const config = environment.config();
			const checkpoint = await withService(config, async (service) => {
				say(await prepareSigningKey(service, config.keyFile));
				return service.inTransaction(asOperator, takeCheckpoint);
			});
			print(presentCheckpoint(checkpoint));
		});
	program
		.command('pack')
		.description('the audit pack of a book, to be verified with `verify --pack`')
		.requiredOption('--book <code>', 'the code of the book')
		.option('--checkpoint <n>', 'under this checkpoint; the newest without it', wholeNumber(1, 1e9))
		.action(async ({book, checkpoint}: {book: string; checkpoint?: number}) => {
			const asked = {
				book: book as BookCode,
				...(checkpoint === undefined ? {} : {checkpoint}),
			};
			await withService(environment.config(), async ({inTransaction}) => {
				const pieces = await inTransaction(reading, async (work) => openPack(work, asked));
				await pipeline(Readable.from(pieces), process.stdout, {end: false});
			});
		});
	registerKeys(program, environment);
}

function registerKeys(program: Command, environment: Environment): void {
	const key = program.command('key').description('the key that checkpoints are signed with');
	key
		.command('show')
		.description('the public keys, the one in use last: what an auditor pins is the keyId')
		.action(async () => {
			const config = environment.config();
			const keys = await withService(config, async (service) => {
				say(await prepareSigningKey(service, config.keyFile));
				return service.inTransaction(reading, async ({evidence}) => evidence.keys());
			});
			print(keys.map(presentKey));
		});
	key
		.command('rotate')
		.description('make a new key, certified by the one in use; prints the new public key')
		.option('--lost', 'the key in use is lost: the new one can vouch for itself only', false)
		.action(async ({lost}: {lost: boolean}) => {
			const config = environment.config();
			const rotated = await withService(config, async (service) => {
				const said = await prepareSigningKey(service, config.keyFile);
				if (!lost) say(said);
				return rotateKeyFile(service, config.keyFile, {isOldLost: lost});
			});
			print(presentKey(rotated));
		});
}
