// How long it takes to say of a million loans how late each is, of which class under every policy,
// and what provision it requires: from the lines and schedules themselves, with nothing kept. The
// loans are put into the tables as sets, past the ledger's door, for they are only to be read.
//
//   npm run bench:provisioning [-- --loans N --rounds N --json]
import {chmod, mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import type {Knex} from 'knex';
import {connect} from '../src/db/connect.ts';
import {openEmbedded} from '../src/db/embedded/server.ts';
import {migrate} from '../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../src/db/roles.ts';
import {seedReferenceData} from '../src/db/seed.ts';
import {createTransactor} from '../src/db/transaction.ts';
import {localDate} from '../src/kernel/local-date.ts';
import {toText} from '../src/kernel/money.ts';
import {everywhere} from '../src/kernel/scope.ts';
import {createProvisioningStore} from '../src/provisioning/db/provisioning-store.ts';
import type {ClassSum} from '../src/provisioning/portfolio.ts';
import {median, peakMemoryMb, readProcessorTimes, stealBetween} from './probes.ts';

const {values: options} = parseArgs({
	options: {
		loans: {type: 'string', default: '1000000'},
		rounds: {type: 'string', default: '3'},
		json: {type: 'boolean', default: false},
	},
});
const loanCount = Number.parseInt(options.loans, 10);
const rounds = Number.parseInt(options.rounds, 10);
const asOf = localDate('2026-10-31');
const secondsMax = 60;
const memoryMbMax = 1000;

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

// Every third a murabahah. Twelve monthly instalments from some day within two years on; each
// member has paid as many as a number of their own says, so that every class is there.
const loansSql = `
	create temporary table bench_loans as
	select book.id as book_id, lpad(to_hex(n), 32, '0')::uuid as id, n, n % 3 = 0 as is_murabahah,
		date '2024-10-01' + (n * 37 % 730) as disbursed_on, n * 31 % 13 as paid
	from generate_series(1, :loans) n
	join (select id, row_number() over (order by id) - 1 as place from books) book
		on book.place = n % 64
`;
const fillSql = [
	`insert into books (code, kind, name, region_code, opened_on)
	select 'KOP-' || n, 'cooperative', 'BMT ' || n, '17.71', '2024-01-01'
	from generate_series(1, 64) n`,
	`insert into loans (book_id, id, number, member_id, allocation_id, akad, purpose, principal,
		margin, instalments, period_unit, period_every, status, applied_on, applied_by, decided_on,
		decided_by, disbursed_on, disbursed_by, disbursement_entry)
	select book_id, id, n, id, '00000000-0000-0000-0000-000000000001',
		case when is_murabahah then 'murabahah' else 'qardh' end, 'Modal', 1200000,
		case when is_murabahah then 120000 else 0 end, 12, 'month', 1, 'disbursed', disbursed_on, 'a',
		disbursed_on, 'b', disbursed_on, 'a', n
	from bench_loans`,
	`insert into loan_schedules (book_id, loan_id, version, effective_on, rule, reason, entry_number,
		recorded_at)
	select book_id, id, 1, disbursed_on, '', 'Pencairan', n, disbursed_on from bench_loans`,
	`insert into instalments (book_id, loan_id, version, number, due_on, principal, margin,
		owed_after)
	select book_id, id, 1, number, (disbursed_on + make_interval(months => number))::date, 100000,
		case when is_murabahah then 10000 else 0 end,
		(12 - number) * case when is_murabahah then 110000 else 100000 end
	from bench_loans cross join generate_series(1, 12) number`,
	`insert into lines (book_id, entry_number, line_number, account_code, side, amount, effective_on,
		kind, fund_id, loan_id)
	select book_id, n, 1, case when is_murabahah then '1.2.01' else '1.2.03' end, 'debit',
		case when is_murabahah then 1320000 else 1200000 end, disbursed_on, 'disbursement',
		uuid '00000000-0000-0000-0000-000000000001', id
	from bench_loans
	union all
	select book_id, n, 2, '1.2.02', 'credit', 120000, disbursed_on, 'disbursement',
		uuid '00000000-0000-0000-0000-000000000001', id
	from bench_loans where is_murabahah`,
	// Numbers beyond those of the disbursements, each payment on its due date.
	`insert into lines (book_id, entry_number, line_number, account_code, side, amount, effective_on,
		kind, fund_id, loan_id)
	select book_id, :loans + n * 12 + number, part.line, part.account, part.side, part.amount,
		(disbursed_on + make_interval(months => number))::date, 'repayment',
		uuid '00000000-0000-0000-0000-000000000001', id
	from bench_loans
	cross join generate_series(1, 12) number
	cross join lateral (
		select 1, case when is_murabahah then '1.2.01' else '1.2.03' end, 'credit',
			case when is_murabahah then 110000 else 100000 end
		union all
		select 2, '1.2.02', 'debit', 10000 where is_murabahah
	) part (line, account, side, amount)
	where number <= paid and disbursed_on + make_interval(months => number) <= :asOf`,
];

const filled = ['loans', 'loan_schedules', 'instalments', 'lines'];

async function fill(owner: Knex): Promise<void> {
	// An index is made of all rows at once sooner than row by row.
	const {rows: indexes} = await owner.raw<{rows: {name: string; made: string; key: boolean}[]}>(
		`select index.indexrelid::regclass::text as name, index.indisprimary as key,
			case when index.indisprimary then format('alter table %s add constraint %s %s',
				index.indrelid::regclass, index.indexrelid::regclass, pg_get_constraintdef(named.oid))
				else pg_get_indexdef(index.indexrelid) end as made
		from pg_index index
		left join pg_constraint named on named.conindid = index.indexrelid and named.contype = 'p'
		where index.indrelid = any (?::text[]::regclass[]) and index.indrelid <> 'loans'::regclass
			and index.indrelid <> 'loan_schedules'::regclass`,
		[filled],
	);
	await owner.transaction(async (trx) => {
		// The rows are for reading: neither triggers nor references, which would take an hour.
		await trx.raw(`set local session_replication_role = replica`);
		await trx.raw(`set local maintenance_work_mem = '256MB'`);
		for (const {name, key} of indexes) {
			const table = name.startsWith('lines') ? 'lines' : 'instalments';
			await trx.raw(
				key ? `alter table ${table} drop constraint ${name} cascade` : `drop index ${name}`,
			);
		}
		const [books, ...others] = fillSql;
		await trx.raw(books!);
		await trx.raw(loansSql, {loans: loanCount});
		for (const sql of others) await trx.raw(sql, {loans: loanCount, asOf});
		say('  their indexes…');
		for (const {made} of indexes) await trx.raw(made);
	});
	for (const table of filled) await owner.raw(`vacuum analyze ${table}`);
}

/** What all processes of the server hold: their own memory, and the shared one once. */
async function serverMemoryMb(owner: Knex): Promise<number> {
	const {rows} = await owner.raw<{rows: {pid: number}[]}>('select pid from pg_stat_activity');
	const sizes = await Promise.all(
		rows.map(async ({pid}) => {
			const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
			const size = (name: string): number =>
				Number.parseInt(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? '0', 10);
			return {own: size('RssAnon'), shared: size('RssShmem')};
		}),
	);
	const own = sizes.reduce((before, one) => before + one.own, 0);
	return (own + Math.max(0, ...sizes.map(({shared}) => shared))) / 1024;
}

type Round = {
	readonly seconds: number;
	/** Of the process that answered: what the clock would say on a machine of its own. */
	readonly processorSeconds: number;
	readonly memoryMb: number;
	readonly sums: ClassSum[];
};

/** The processor time that a process has had, in hundredths of a second as Linux counts it. */
async function processorSeconds(pid: number): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	const [user = '0', system = '0'] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14);
	return (Number.parseInt(user, 10) + Number.parseInt(system, 10)) / 100;
}

/** Asks as the service does, and looks at the server's memory meanwhile. */
async function measure(knex: Knex, owner: Knex): Promise<Round> {
	const transact = createTransactor(knex, {});
	const asking = new AbortController();
	let memoryMb = 0;
	const watching = (async () => {
		while (!asking.signal.aborted) {
			memoryMb = Math.max(memoryMb, await serverMemoryMb(owner));
			await sleep(100);
		}
	})();
	const settings = {scope: everywhere, isReadOnly: true, isSnapshot: true};
	const {sums, seconds, used} = await transact(settings, async (trx) => {
		const {rows} = await trx.raw<{rows: {pid: number}[]}>('select pg_backend_pid() as pid');
		const {pid} = rows[0]!;
		const before = await processorSeconds(pid);
		const start = performance.now();
		return {
			sums: await createProvisioningStore(trx).classSums({asOf}),
			seconds: (performance.now() - start) / 1000,
			used: (await processorSeconds(pid)) - before,
		};
	});
	asking.abort();
	await watching;
	return {seconds, processorSeconds: used, memoryMb, sums};
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-bench-'));
await chmod(folder, 0o755);
const server = await openEmbedded({directory: folder, mode: 'own'});
const owner = connect(server.ownerUrl, {applicationName: 'bench-owner', poolMax: 2});
try {
	await prepareGroupRole(owner);
	await migrate(owner);
	await seedReferenceData(owner);
	const knex = connect(await prepareServiceRole(owner, server.ownerUrl), {
		applicationName: 'bench',
		poolMax: 2,
	});
	say(`${loanCount} loans are being made…`);
	await fill(owner);
	const before = readProcessorTimes();
	const measured: Round[] = [];
	for (let round = 1; round <= rounds; round += 1) {
		const one = await measure(knex, owner);
		measured.push(one);
		say(
			`  round ${round}: ${one.seconds.toFixed(1)} s, of the processor ` +
				`${one.processorSeconds.toFixed(1)} s, ${one.memoryMb.toFixed(0)} MB`,
		);
	}
	for (const {policy, position, loans, provision} of measured[0]!.sums) {
		say(`  ${policy} class ${position}: ${loans} loans, provision ${toText(provision)}`);
	}
	const figures = {
		loans: loanCount,
		seconds: median(measured.map(({seconds}) => seconds)),
		processorSeconds: median(measured.map((one) => one.processorSeconds)),
		memoryMb: Math.max(...measured.map(({memoryMb}) => memoryMb)) + peakMemoryMb(process.pid),
		steal: stealBetween(before, readProcessorTimes()),
	};
	const isReached = figures.seconds < secondsMax && figures.memoryMb < memoryMbMax;
	say(
		`${loanCount} loans under every policy: ${figures.seconds.toFixed(1)} s (< ${secondsMax} s; ` +
			`of the processor ${figures.processorSeconds.toFixed(1)} s), ` +
			`${figures.memoryMb.toFixed(0)} MB with this process (< ${memoryMbMax} MB): ` +
			`${isReached ? 'reached' : 'MISSED'}; steal ${(100 * figures.steal).toFixed(1)} %`,
	);
	if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
	if (!isReached) process.exitCode = 1;
	await knex.destroy();
} finally {
	await owner.destroy();
	await server.close();
	await rm(folder, {recursive: true, force: true});
}
