import {createServer} from 'node:net';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {demoUsers} from '../../seeds/demo/users.ts';
import type {Knex} from 'knex';
import {
	type Composition,
	type ServiceOptions,
	compose,
	createRoutes,
	createService,
} from '../compose.ts';
import type {Config} from '../config.ts';
import {connect} from '../db/connect.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import {listen} from '../http/listen.ts';
import {type Logger, createLog} from '../http/log.ts';
import {createOpenIdProvider} from '../identity/oidc/provider.ts';
import {systemClock} from '../kernel/clock.ts';
import type {Signer} from '../kernel/signer.ts';
import {startImportWorker} from '../import-worker.ts';
import {startReportWorker} from '../report-worker.ts';
import {startTraces} from '../traces.ts';
import {type OpenDatabase, openDatabase} from './open-database.ts';
import {openReplica} from './open-replica.ts';
import {startWatching} from './replica-chore.ts';
import {aboutSecretKeys, secretBoxOf} from './secret-keys.ts';
import {prepareSigningKey, signerFromFile} from './signing-key-file.ts';
import {startChores} from './start-chores.ts';
import {readVersion} from './version.ts';

const graceMs = 10_000;

const say = (sentence: string): void => {
	process.stderr.write(`${sentence}\n`);
};

/** Serves until it is told to stop. @throws StartupFailure with one sentence. */
export async function serve(config: Config): Promise<void> {
	// Looked at first: nobody wants to wait for the demo only to hear that the port is taken.
	await requireFreePort(config);
	const database = await openDatabase(config, 'own');
	let stop: () => Promise<void> = database.close;
	try {
		const version = await readVersion();
		const traces = config.traces && (await startTraces({...config.traces, version}));
		const tracing = traces ? {tracing: traces.tracing} : {};
		const knex = connect(database.serviceUrl, {
			applicationName: 'bergulir-service',
			poolMax: 16,
			...tracing,
		});
		stop = async () => {
			await knex.destroy();
			await database.close();
		};
		const signer = signerFromFile(config.keyFile);
		const replica = openReplica(config, {serviceUrl: database.serviceUrl, primary: knex});
		stop = async () => {
			await Promise.all([replica?.close(), knex.destroy()]);
			await database.close();
			// A collector that is away keeps nobody from stopping.
			await traces?.stop().catch(() => undefined);
		};
		const options = {
			...settingsOf(config),
			knex,
			replica: replica?.replica,
			clock: systemClock,
			signer,
			webhooks: config.webhooks,
			secrets: secretBoxOf(config),
		};
		const aboutKey = await prepareSigningKey(createService(options), config.keyFile);
		const aboutSecrets = await aboutSecretKeys(createService(options));
		for (const sentence of [...aboutKey, ...aboutSecrets]) say(sentence);
		const demo = await prepareDemo(config, database, signer);
		const log = createLog(config.logLevel);
		const composition = compose({...options, log, version, ...tracing, ...withPages()});
		const listening = await listen(composition.app, config);
		const work = await startWork(composition, config, {...options, log});
		const watching = replica && startWatching(replica.replica, log);
		const stopped = untilToldToStop();
		for (const line of demo) say(line);
		say(`Bergulir listens at ${listening.address} (documentation: ${listening.address}/docs)`);
		await stopped;
		say('Stopping…');
		await Promise.all([work.stop(), watching?.stop()]);
		await listening.close(graceMs);
		await composition.drain();
	} finally {
		await stop();
	}
}

/** What the service does besides answering: its chores, reports that take long, imports. */
async function startWork(
	service: Composition,
	config: Config,
	options: ServiceOptions & {readonly knex: Knex; readonly log: Logger},
): Promise<{readonly stop: () => Promise<void>}> {
	const {metrics} = service;
	const {knex, log} = options;
	const chores = startChores(config, {service, knex, log, observe: metrics.observeChore});
	const reporting = await startReportWorker({
		...options,
		service,
		routes: createRoutes(config),
		isProduction: config.isProduction,
		observeReport: (report, seconds) => {
			metrics.observeReport(report, 'job', seconds);
		},
	});
	const observeRows = metrics.countImportRows;
	const importing = await startImportWorker({...options, service, observeRows});
	return {
		stop: async () => {
			await Promise.all([chores.stop(), reporting.stop(), importing.stop()]);
		},
	};
}

/** What of the configuration the service is composed with. */
const settingsOf = ({
	timeZone,
	publicUrl,
	isProduction,
	isCookieSecure,
	isSecondFactorRequired,
	trustedProxies,
	rateLimits,
	patience,
	dataDirectory,
	diskFreeBytesMin,
	openId,
}: Config) => ({
	timeZone,
	publicUrl,
	isProduction,
	isCookieSecure,
	isSecondFactorRequired,
	trustedProxies,
	patience,
	dataDirectory,
	diskFreeBytesMin,
	...(openId
		? {
				openId: createOpenIdProvider({
					...openId,
					redirectUrl: `${publicUrl}/v1/sessions/oidc/callback`,
				}),
			}
		: {}),
	...(rateLimits === undefined ? {} : {rateLimits}),
});

// npm passes Ctrl-C on, so the signal may come twice; the second must not cut the first short.
const untilToldToStop = async (): Promise<void> =>
	new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			process.on(signal, () => {
				resolve();
			});
		}
	});

async function requireFreePort({host, port}: Config): Promise<void> {
	if (port === 0) return;
	await new Promise<void>((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (cause: NodeJS.ErrnoException) => {
			reject(new StartupFailure(portSentence(host, port, cause.code ?? ''), {cause}));
		});
		probe.listen(port, host, () => {
			probe.close(() => {
				resolve();
			});
		});
	});
}

const portSentence = (host: string, port: number, code: string): string =>
	code === 'EADDRINUSE'
		? `Port ${port} on ${host} is in use: stop what uses it, or set PORT to another.`
		: `Cannot listen on ${host}:${port} (${code}): set HOST and PORT to ones of this machine.`;

/** Fills an empty database with the demo city where that is wanted; tells who can sign in. */
async function prepareDemo(
	config: Config,
	{owner, serviceUrl}: OpenDatabase,
	signer: Signer,
): Promise<string[]> {
	const [state] = await owner<{is_complete: boolean}>('demo_state').select('is_complete');
	const books: unknown[] = await owner('books').limit(1);
	if (state?.is_complete === true) return demoLines();
	if (state) {
		throw new StartupFailure(
			'Filling the demo city was interrupted: empty the database and start again.',
		);
	}
	if (!config.hasDemo || books.length > 0) return firstSteps(owner);
	say('The database is empty: the demo city is being made, which takes about half a minute.');
	await owner('demo_state').insert({is_complete: false});
	const {timeZone} = config;
	await fillDemo({serviceUrl, timeZone, signer, secrets: secretBoxOf(config), report: say});
	await owner('demo_state').update({is_complete: true});
	return demoLines();
}

function demoLines(): string[] {
	const users = demoUsers('KOP-1771011001', '17.71');
	const width = Math.max(...users.map(({name}) => name.length));
	return [
		'Demo users (name, password, role and where):',
		...users.map(
			({name, password, role, scope}) => `  ${name.padEnd(width)}  ${password}  ${role} ${scope}`,
		),
	];
}

async function firstSteps(owner: OpenDatabase['owner']): Promise<string[]> {
	const users: unknown[] = await owner('users').limit(1);
	if (users.length > 0) return [];
	return [
		'There are no users yet. Create the first administrator with:',
		'  npm run --silent bergulir -- user create --name NAME --role administrator',
	];
}

/** The pages of the app, built beside the program; without them the API is served alone. */
function withPages(): {readonly webFolder?: string} {
	// The program runs from its sources, or built from `dist`.
	const places = ['../../dist/web', '../../web'].map((place) =>
		fileURLToPath(new URL(place, import.meta.url)),
	);
	const webFolder = places.find((place) => existsSync(path.join(place, 'index.html')));
	if (webFolder === undefined)
		say('The pages are not built (`npm run build`): the API is served alone.');
	return webFolder === undefined ? {} : {webFolder};
}
