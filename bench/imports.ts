// How long a table of members takes: to read and check in full, and apart from that to post. The
// table is a workbook made in the run.
//
//     npm run bench:imports [-- --rows N --no-post]
import {execFile} from 'node:child_process';
import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs, promisify} from 'node:util';
import {type CellValue, writeXlsx} from 'hucre/xlsx';
import {type Composition, compose} from '../src/compose.ts';
import {registerCooperative} from '../src/cooperatives/index.ts';
import {connect} from '../src/db/connect.ts';
import {openEmbedded} from '../src/db/embedded/server.ts';
import {migrate} from '../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../src/db/roles.ts';
import {seedReferenceData} from '../src/db/seed.ts';
import {createLog} from '../src/http/log.ts';
import {workOnImport} from '../src/import-worker.ts';
import {approveImport, getImport, uploadFile} from '../src/imports/index.ts';
import type {Actor} from '../src/kernel/actor.ts';
import {systemClock} from '../src/kernel/clock.ts';
import type {BookCode} from '../src/kernel/ids.ts';
import {localDate} from '../src/kernel/local-date.ts';
import {kelurahanCode} from '../src/kernel/region-code.ts';
import {everywhere} from '../src/kernel/scope.ts';

const {values: options} = parseArgs({
	options: {
		rows: {type: 'string', default: '100000'},
		post: {type: 'boolean', default: true},
		// Only makes the table, as a file: in a process of its own, whose memory is not counted.
		make: {type: 'string'},
		// Only works on an import of a database: likewise, so that its memory is its own.
		work: {type: 'string'},
		url: {type: 'string'},
	},
	allowNegative: true,
});
const rows = Number.parseInt(options.rows, 10);
const book = 'KOP-1771011001' as BookCode;
const kelurahan = '17.71.01.1001';

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

const someone = (name: string, last: number): Actor => ({
	name,
	userId: `00000000-0000-4000-8000-00000000000${last}`,
});
const [officer, supervisor] = [someone('petugas', 1), someone('penyelia', 2)];

/** A NIK of each serial: born on one of 27 days of one of twelve months of one of 60 years. */
function nikOf(serial: number): string {
	const day = String((serial % 27) + 1).padStart(2, '0');
	const month = String((Math.floor(serial / 27) % 12) + 1).padStart(2, '0');
	const year = String((Math.floor(serial / 324) % 59) + 41).padStart(2, '0');
	return `177101${day}${month}${year}${String((serial % 9999) + 1).padStart(4, '0')}`;
}

async function makeTable(): Promise<Uint8Array> {
	const head: CellValue[] = [
		'NIK',
		'Nama',
		'Kelurahan',
		'Alamat',
		'Telepon',
		'Usaha',
		'Bidang usaha',
		'Tanggal masuk',
	];
	const people = Array.from({length: rows}, (_, serial): CellValue[] => [
		nikOf(serial),
		`Anggota ${serial}`,
		kelurahan,
		`Jl. Melati ${serial}`,
		`0812${String(serial).padStart(8, '0')}`,
		'Warung',
		'Perdagangan',
		'2025-01-31',
	]);
	return writeXlsx({sheets: [{name: 'Anggota', rows: [head, ...people]}]});
}

if (options.make !== undefined) {
	await writeFile(options.make, await makeTable());
	process.exit(0);
}

const composed = (url: string) => {
	const knex = connect(url, {applicationName: 'bench-service', poolMax: 4});
	const service: Composition = compose({
		knex,
		clock: systemClock,
		timeZone: 'Asia/Jakarta',
		log: createLog('warn'),
		isProduction: true,
		isCookieSecure: false,
		version: 'bench',
	});
	return {knex, service};
};

if (options.work !== undefined) {
	const {knex, service} = composed(options.url!);
	const startMegabytes = Math.round(process.memoryUsage().rss / 1e6);
	const start = performance.now();
	await workOnImport(options.work, {service});
	const seconds = ((performance.now() - start) / 1000).toFixed(2);
	await knex.destroy();
	const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1000);
	process.stdout.write(JSON.stringify({seconds, startMegabytes, peakMegabytes}));
	process.exit(0);
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-bench-'));
await chmod(folder, 0o755);
const server = await openEmbedded({directory: folder, mode: 'own'});
const owner = connect(server.ownerUrl, {applicationName: 'bench', poolMax: 2});
await prepareGroupRole(owner);
await migrate(owner);
await seedReferenceData(owner);
const serviceUrl = await prepareServiceRole(owner, server.ownerUrl);
const {knex, service} = composed(serviceUrl);
await service.inTransaction({scope: everywhere, actor: supervisor}, async (work) =>
	registerCooperative(work, {
		code: book,
		name: 'BMT',
		form: 'bmt',
		legalNumber: 'AHU-1',
		kelurahanCode: kelurahanCode(kelurahan),
		openedOn: localDate('2025-01-01'),
	}),
);

// As much heap as is left of 300 MB; garbage is not let grow beyond it.
const heap = ['--max-old-space-size=160', '--max-semi-space-size=4'];

/** Runs this file in a process of its own. */
async function apart(flags: readonly string[], ...more: readonly string[]): Promise<string> {
	const self = fileURLToPath(import.meta.url);
	const args = [...flags, '--import=tsx', self, ...more];
	return (await promisify(execFile)(process.execPath, args)).stdout;
}

type Measured = {
	readonly seconds: string;
	/** What the program itself takes before it reads the table. */
	readonly startMegabytes: number;
	readonly peakMegabytes: number;
};

/** Has the import worked on, as its worker would, and tells how long it took and what it held. */
const measured = async (): Promise<Measured> =>
	JSON.parse(await apart(heap, '--work', id, '--url', serviceUrl)) as Measured;

say(`A table of ${rows} members is being made…`);
const {id} = await (async () => {
	const file = path.join(folder, 'anggota.xlsx');
	await apart([], '--rows', options.rows, '--make', file);
	const contentBase64 = (await readFile(file)).toString('base64');
	return service.inTransaction({scope: everywhere, actor: officer}, async (work) =>
		uploadFile(work, {book, kind: 'members', fileName: 'anggota.xlsx', contentBase64}),
	);
})();
const named = {book, import: id, kinds: ['members']} as const;
say('It is being read and checked…');
const checked = await measured();
const one = await service.inTransaction(
	{scope: everywhere, actor: supervisor, isReadOnly: true},
	async (work) => (await getImport(work, named)).one,
);
if (one.status !== 'ready') throw new Error(`The table is ${one.status}.`);

let posted: Measured | undefined;
if (options.post) {
	say('It is being posted…');
	await service.inTransaction({scope: everywhere, actor: supervisor}, async (work) =>
		approveImport(work, {...named, previewDigest: one.previewDigest!}),
	);
	posted = await measured();
	const {rows: counted} = await owner.raw<{rows: [{count: number}]}>(
		'select count(*) as count from members',
	);
	if (counted[0].count !== rows) throw new Error(`${counted[0].count} of ${rows} were posted.`);
}

await service.drain();
await knex.destroy();
await owner.destroy();
await server.close();
await rm(folder, {recursive: true, force: true});
process.stdout.write(
	`${JSON.stringify({
		rows,
		checkSeconds: checked.seconds,
		startMegabytes: checked.startMegabytes,
		checkPeakMegabytes: checked.peakMegabytes,
		...(posted ? {postSeconds: posted.seconds, postPeakMegabytes: posted.peakMegabytes} : {}),
	})}\n`,
);
