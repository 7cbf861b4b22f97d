// Recovery to a moment, as docs/recovery.md tells it: with an archive of the log and a base backup
// taken by PostgreSQL's own functions, for the packed server brings no pg_basebackup.
import {execFile} from 'node:child_process';
import {chmod, chown, cp, mkdir, readdir, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import test from 'ava';
import pg from 'pg';
import {verify} from '../../src/cli/verify.ts';
import {createService} from '../../src/compose.ts';
import {connect} from '../../src/db/connect.ts';
import {openEmbedded} from '../../src/db/embedded/server.ts';
import {migrate} from '../../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../../src/db/roles.ts';
import {seedReferenceData} from '../../src/db/seed.ts';
import {openCityBook} from '../../src/fund/index.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import {regionCode} from '../../src/kernel/region-code.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {postEntry} from '../../src/ledger/index.ts';
import {newFolder} from '../helpers/process.ts';
import {city, day, fundManager} from '../helpers/world.ts';
import {cityAccounts} from '../../src/fund/index.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {credit, debit} from '../../src/ledger/index.ts';

const run = promisify(execFile);
const folders: string[] = [];
test.after.always(async () => {
	for (const folder of folders) await rm(folder, {recursive: true, force: true});
});

async function folder(): Promise<string> {
	const made = await newFolder();
	folders.push(made);
	return made;
}

/** The service over a server's database, at noon of a day. */
async function serviceOn(ownerUrl: string) {
	const owner = connect(ownerUrl, {applicationName: 'test-owner', poolMax: 2});
	const knex = connect(await prepareServiceRole(owner, ownerUrl), {applicationName: 'test'});
	const clock = settableClock('2026-03-31T05:00:00Z');
	return {
		service: createService({knex, clock, timeZone: 'Asia/Jakarta'}),
		owner,
		close: async () => {
			await knex.destroy();
			await owner.destroy();
		},
	};
}
type Serving = Awaited<ReturnType<typeof serviceOn>>;

const as = {scope: everywhere, actor: fundManager};

const receive = async ({service}: Serving, document: string, amount: string) =>
	service.inTransaction(as, async (work) =>
		postEntry(work, {
			book: city,
			effectiveOn: day('2026-03-31'),
			kind: 'manual',
			reason: 'Penerimaan dari APBD',
			document,
			lines: [
				debit(cityAccounts.cash, rupiah(amount)),
				credit(cityAccounts.equity, rupiah(amount)),
			],
		}),
	);

type Head = {number: number; hash: string; cash: string};
async function headOf({owner}: Serving): Promise<Head> {
	const {rows} = await owner.raw<{rows: [Head]}>(
		`select tip.number, encode(tip.hash, 'hex') as hash,
			(select sum(case side when 'debit' then amount else -amount end)::text from lines
				where account_code = '1.1.1') as cash
		from book_tips tip`,
	);
	return rows[0];
}

/** The folder of a cluster that runs, copied between the two calls that make it a base backup. */
async function takeBase(ownerUrl: string, from: string, to: string): Promise<void> {
	const client = new pg.Client({connectionString: ownerUrl});
	await client.connect();
	// Both calls belong to one session.
	await client.query(`select pg_backup_start('malam', true)`);
	await cp(from, to, {
		recursive: true,
		verbatimSymlinks: true,
		filter: (file) => {
			const name = path.relative(from, file);
			return name !== 'postmaster.pid' && !name.startsWith(`pg_wal${path.sep}`);
		},
	});
	const {rows} = await client.query<{labelfile: string}>(
		'select labelfile from pg_backup_stop(true)',
	);
	await writeFile(path.join(to, 'backup_label'), rows[0]!.labelfile);
	await client.end();
	// Whoever runs PostgreSQL owns its folder.
	const {uid, gid} = await stat(from);
	await chmod(to, 0o700);
	await run('chown', ['-R', `${uid}:${gid}`, to]);
}

test('a database is brought back to a moment between two postings', async (t) => {
	const [first, second, archive] = [await folder(), await folder(), await folder()];
	const settings = [
		'archive_mode=on',
		`archive_command=test ! -f ${archive}/%f && cp %p ${archive}/%f`,
	];
	const server = await openEmbedded({directory: first, mode: 'own', settings});
	const cluster = path.join(first, 'postgres');
	const {uid, gid} = await stat(cluster);
	await chown(archive, uid, gid);
	const owner = connect(server.ownerUrl, {applicationName: 'test-owner', poolMax: 2});
	await prepareGroupRole(owner);
	await migrate(owner);
	await seedReferenceData(owner);
	await owner.destroy();
	const before = await serviceOn(server.ownerUrl);
	await before.service.inTransaction(as, async (work) =>
		openCityBook(work, {
			code: city,
			name: 'BLUD Dana Bergulir',
			regionCode: regionCode('17.71'),
			openedOn: day('2025-01-01'),
		}),
	);
	await receive(before, 'DPA-1', '10000000000');
	await takeBase(server.ownerUrl, cluster, path.join(second, 'postgres'));
	await receive(before, 'DPA-2', '2500000000');
	const wanted = await headOf(before);
	t.like(wanted, {number: 2, cash: '12500000000.00'});
	await sleep(20);
	const {rows: moments} = await before.owner.raw<{rows: [{now: string}]}>(
		`select clock_timestamp()::text as now`,
	);
	await sleep(20);
	// What should not have happened.
	await receive(before, 'DPA-3', '999999999');
	t.like(await headOf(before), {number: 3, cash: '13499999999.00'});
	await before.owner.raw('select pg_switch_wal()');
	await before.close();
	await server.close();
	t.true((await readdir(archive)).length > 0);

	await cp(path.join(first, 'owner-password'), path.join(second, 'owner-password'));
	await mkdir(path.join(second, 'postgres', 'pg_wal'), {recursive: true});
	await run('chown', ['-R', `${uid}:${gid}`, path.join(second, 'postgres')]);
	await writeFile(path.join(second, 'postgres', 'recovery.signal'), '');
	const recovered = await openEmbedded({
		directory: second,
		mode: 'own',
		settings: [
			`restore_command=cp ${archive}/%f %p`,
			`recovery_target_time=${moments[0].now}`,
			'recovery_target_action=promote',
		],
	});
	const admin = connect(recovered.ownerUrl, {applicationName: 'test-owner', poolMax: 1});
	for (let round = 0; round < 600; round += 1) {
		const {rows} = await admin.raw<{rows: [{recovering: boolean}]}>(
			'select pg_is_in_recovery() as recovering',
		);
		if (!rows[0].recovering) break;
		await sleep(100);
	}
	await admin.destroy();
	const after = await serviceOn(recovered.ownerUrl);
	t.deepEqual(await headOf(after), wanted);
	t.deepEqual((await verify(after.service)).lines, []);
	// And the books go on from there.
	const next = await receive(after, 'DPA-3B', '1000000');
	t.is(next.number, 3);
	t.deepEqual((await verify(after.service)).lines, []);
	await after.close();
	await recovered.close();
});
