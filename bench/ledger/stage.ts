// What the benchmark plays on: one PostgreSQL with its default durability, 64 cooperatives with
// their books, and the service as a process of its own, as it runs in production.
import {type ChildProcess, spawn} from 'node:child_process';
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type {Knex} from 'knex';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {type Service, createService} from '../../src/compose.ts';
import {registerCooperative} from '../../src/cooperatives/index.ts';
import {connect} from '../../src/db/connect.ts';
import {openEmbedded} from '../../src/db/embedded/server.ts';
import {migrate} from '../../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../../src/db/roles.ts';
import {seedReferenceData} from '../../src/db/seed.ts';
import {openCityBook} from '../../src/fund/index.ts';
import {issueToken} from '../../src/identity/index.ts';
import {systemClock} from '../../src/kernel/clock.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {type LocalDate, localDate, localDateAt} from '../../src/kernel/local-date.ts';
import {type KelurahanCode, regionCode} from '../../src/kernel/region-code.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {peakMemoryMb} from '../probes.ts';
import {asInProduction} from '../production.ts';

export const timeZone = 'Asia/Jakarta';
export const operator = {userId: '00000000-0000-0000-0000-000000000000', name: '(bench)'};
export const cityBook = 'KOTA-BENGKULU' as BookCode;
const bookCount = 64;
const historyCount = 2;
/** Before the oldest history that the benchmark makes. */
export const openedOn = localDate('2010-01-01');

export type Stage = {
	/** The folder of the database, for the probes of its disk. */
	readonly folder: string;
	readonly ownerUrl: string;
	readonly serviceUrl: string;
	readonly owner: Knex;
	/** The service's commands in this process, over the same database. */
	readonly service: Service;
	/** One book for each of 64 cooperatives. */
	readonly books: readonly BookCode[];
	/** Two more books, for histories. */
	readonly histories: readonly BookCode[];
	readonly today: LocalDate;
	/** May post. */
	readonly supervisorToken: string;
	/** May read. */
	readonly auditorToken: string;
	readonly close: () => Promise<void>;
};

/** Opens a database of the benchmark's own. `settings` are for experiments, not for the figures. */
export async function openStage(settings: readonly string[] = []): Promise<Stage> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-bench-'));
	await chmod(folder, 0o755);
	const server = await openEmbedded({directory: folder, mode: 'own', settings});
	const owner = connect(server.ownerUrl, {applicationName: 'bench-owner', poolMax: 2});
	await prepareGroupRole(owner);
	await migrate(owner);
	await seedReferenceData(owner);
	const serviceUrl = await prepareServiceRole(owner, server.ownerUrl);
	const knex = connect(serviceUrl, {applicationName: 'bench', poolMax: 4});
	const service = createService({knex, clock: systemClock, timeZone});
	const books = await openBooks(service, bookCount + historyCount);
	return {
		folder,
		ownerUrl: server.ownerUrl,
		serviceUrl,
		owner,
		service,
		books: books.slice(0, bookCount),
		histories: books.slice(bookCount),
		today: localDateAt(systemClock.now(), timeZone),
		supervisorToken: await tokenOf(service, 'bench-penyelia', 'supervisor'),
		auditorToken: await tokenOf(service, 'bench-auditor', 'auditor'),
		close: async () => {
			await knex.destroy();
			await owner.destroy();
			await server.close();
			await rm(folder, {recursive: true, force: true});
		},
	};
}

/** A city with its book, and so many of its kelurahan with a cooperative each. */
export async function openBooks({inTransaction}: Service, count: number): Promise<BookCode[]> {
	const kelurahan = await inTransaction({scope: everywhere, actor: operator}, async (work) => {
		await openCityBook(work, {
			code: cityBook,
			name: 'BLUD Dana Bergulir',
			regionCode: regionCode('17.71'),
			openedOn,
		});
		const villages = await work.regions.listRegions({level: 'village', after: '', limit: 10_000});
		return villages.map(({code}) => code).filter((code) => code.startsWith('17.71.'));
	});
	const books: BookCode[] = [];
	for (const code of kelurahan.slice(0, count)) {
		const book = `KOP-${code.replaceAll('.', '')}` as BookCode;
		await inTransaction({scope: everywhere, actor: operator}, async (work) =>
			registerCooperative(work, {
				code: book,
				name: `BMT ${code}`,
				form: 'bmt',
				legalNumber: 'AHU-1',
				kelurahanCode: code as KelurahanCode,
				openedOn,
			}),
		);
		books.push(book);
	}
	return books;
}

/** Lets a user in and answers a token of theirs. */
export const tokenOf = async (
	{inTransaction}: Service,
	name: string,
	role: string,
	scope = 'all',
): Promise<string> =>
	inTransaction({scope: everywhere, actor: operator}, async (work) => {
		const {user} = await createUserFromCommandLine(work, {name, role, scope});
		return (await issueToken(work, {user: user.id, label: 'bench'})).secret;
	});

/** The service as a process of its own. */
export type ServiceProcess = {
	readonly address: string;
	readonly pid: number;
	/** The most memory that it has held so far. */
	readonly peakMemoryMb: () => number;
	readonly stop: () => Promise<void>;
};

// As `npm start` does: below two gigabytes V8 lets garbage grow to less than twice what is in use,
// above it to four times.
const asStarted = ['--max-old-space-size=1024'];

/**
 * Starts `serve` over a database that is there, in production's settings: as it was built, or from
 * the sources while something is being tried.
 */
export async function startService(
	stage: Stage,
	from: 'build' | 'sources',
): Promise<ServiceProcess> {
	const main = from === 'build' ? ['dist/src/main.js'] : ['--import=tsx', 'src/main.ts'];
	const child = spawn(process.execPath, [...asStarted, ...main, 'serve'], {
		env: {
			...process.env,
			...asInProduction(),
			DATABASE_URL: stage.serviceUrl,
			DATABASE_OWNER_URL: stage.ownerUrl,
			BERGULIR_DATA_DIR: path.join(stage.folder, 'service'),
			BERGULIR_TIME_ZONE: timeZone,
			LOG_LEVEL: 'warn',
			PORT: '0',
		},
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const address = await listeningAddress(child);
	const pid = child.pid!;
	return {
		address,
		pid,
		peakMemoryMb: () => peakMemoryMb(pid),
		stop: async () => {
			if (child.exitCode !== null) return;
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGTERM');
			await ended;
		},
	};
}

/** Waits for the address; whatever it says from then on is shown. */
const listeningAddress = async (child: ChildProcess): Promise<string> =>
	new Promise((resolve, reject) => {
		let said = '';
		let isListening = false;
		child.once('exit', () => {
			reject(new Error(`The service has ended:\n${said}`));
		});
		child.stderr!.setEncoding('utf8').on('data', (text: string) => {
			if (isListening) process.stderr.write(text);
			said += text;
			const address = /Bergulir listens at (http:\S+)/.exec(said)?.[1];
			if (isListening || address === undefined) return;
			isListening = true;
			resolve(address);
		});
	});
