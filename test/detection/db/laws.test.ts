// What was detected stays, and is shown within the scope alone: held by PostgreSQL as well.
import test from 'ava';
import type {Knex} from 'knex';
import {runDetectors} from '../../../src/detection/index.ts';
import {policyFaults} from '../../../src/detection/detector.ts';
import {
	type Funded,
	type World,
	asServiceOf,
	createWorld,
	fundManager,
	lend,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {asOf} from '../cases.ts';

let world: World;
let mine: Funded;
let other: Funded;

test.before(async () => {
	world = await createWorld('2026-02-01');
	await openCity(world);
	mine = await openFunded(world, '17.71.01.1001', '9000000');
	other = await openFunded(world, '17.71.02.1001', '9000000');
	for (const funded of [mine, other]) await lend(world, funded, {disbursedOn: '2026-02-01'});
	world.setDay('2026-03-31');
	await world.as(fundManager, async (work) => runDetectors(work, {asOf}));
});
test.after.always(async () => {
	await world.close();
});

const refused = async (sql: string): Promise<string> => {
	let message = 'It was done.';
	await asServiceOf(world, async (trx) => {
		await trx.raw(sql);
	}).catch((error: unknown) => {
		message = String(error);
	});
	return message;
};

const booksSeen = async (trx: Knex): Promise<string[]> => {
	const {rows} = await trx.raw<{rows: {code: string}[]}>(
		`select distinct books.code from detections join books on books.id = detections.book_id
		order by 1`,
	);
	return rows.map(({code}) => code);
};

test.serial(
	'each sees the detections of the books in scope, and none without a scope',
	async (t) => {
		await asServiceOf(world, async (trx) => {
			t.deepEqual(await booksSeen(trx), [mine.book, other.book]);
		});
		await asServiceOf(
			world,
			async (trx) => {
				t.deepEqual(await booksSeen(trx), [mine.book]);
			},
			[mine.book],
		);
		t.deepEqual(await booksSeen(world.database.service), []);
	},
);

test.serial('nobody writes a detection of a book outside the scope', async (t) => {
	const insert = `insert into detections (book_id, run_id, detector, subject, severity,
		sentence_id, sentence_en, evidence)
		select id, (select id from detection_runs limit 1), 'first-digits', 'book:X', 'low', 'a', 'b',
			'[{}]' from books where code = '${other.book}'`;
	const error = await t.throwsAsync(
		asServiceOf(world, async (trx) => trx.raw(insert), [mine.book]),
	);
	t.regex(error.message, /row-level security/u);
});

for (const table of ['detections', 'detection_runs', 'detector_policies']) {
	test.serial(`the service has no right to change or drop rows of ${table}`, async (t) => {
		const [column] = {
			detections: ['severity'],
			detection_runs: ['run_by'],
			detector_policies: ['severity'],
		}[table]!;
		t.regex(await refused(`update ${table} set ${column} = 'high'`), /permission denied/u);
		t.regex(await refused(`delete from ${table}`), /permission denied/u);
		t.regex(await refused(`truncate ${table} cascade`), /permission denied/u);
	});

	test.serial(`not even the owner changes or drops rows of ${table}`, async (t) => {
		const {owner} = world.database;
		for (const sql of [`delete from ${table}`, `truncate ${table} cascade`]) {
			await t.throwsAsync(owner.raw(sql), {message: /stays as it was recorded/u});
		}
	});
}

test.serial(
	'every detector has a policy with exactly its thresholds, all provisional',
	async (t) => {
		await world.as(fundManager, async ({detection}) => {
			const versions = await detection.policyVersions();
			t.is(versions.length, 21);
			for (const detector of detection.detectors) {
				const policy = versions.find(({code}) => code === detector.name);
				t.truthy(policy, detector.name);
				t.deepEqual(policyFaults(detector, policy!), []);
				t.is(policy!.status, 'provisional');
				t.regex(policy!.legalBasis, /^Kebijakan sementara: /u);
			}
		});
	},
);

test.serial('a night is looked at once', async (t) => {
	const run = async () =>
		world.as(fundManager, async (work) => runDetectors(work, {asOf, isNightly: true}));
	t.is((await run()).run.asOf, asOf);
	await t.throwsAsync(run(), {code: 'detection/night-already-run'});
	const nights: {as_of: string}[] = await world.database
		.owner('detection_runs')
		.where({is_nightly: true})
		.select('as_of');
	t.deepEqual(nights, [{as_of: '2026-03-31'}]);
});

test.serial('a run leaves the scope of its transaction as it was', async (t) => {
	await world.as(
		fundManager,
		async (work) => {
			const before = await work.ledger.listBooks();
			await runDetectors(work, {asOf});
			t.deepEqual(await work.ledger.listBooks(), before);
			t.is(await work.ledger.findBook(mine.book).then((book) => book?.code), mine.book);
			const seen = await work.detection.listDetections({limit: 100});
			t.deepEqual([...new Set(seen.map(({book}) => book))], [mine.book]);
		},
		{all: false, regions: [], cooperatives: [mine.book]},
	);
});
