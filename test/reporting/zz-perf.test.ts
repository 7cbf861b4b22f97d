import test from 'ava';
import {startServer} from '../helpers/http.ts';
import {createWorld, openCity, openCooperative} from '../helpers/world.ts';

test('perf', async (t) => {
	t.timeout(600_000);
	const world = await createWorld('2026-10-31');
	await openCity(world);
	const book = await openCooperative(world);
	const {owner} = world.database;
	const n = 100_000;
	await owner.transaction(async (trx) => {
		await trx.raw('set local session_replication_role = replica');
		await trx.raw(`insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason, document, previous_hash, hash, canonical)
			select b.id, g, (date '2024-01-01' + (g * 1000 / ${n})::integer), (date '2024-01-01' + (g * 1000 / ${n})::integer) + time '05:00', 'x', 'manual', 'r', 'd', sha256('x'), sha256('x'), 'x'
			from books b, generate_series(1, ${n}) g where code = ?`, [book]);
		await trx.raw(`insert into lines (book_id, entry_number, line_number, account_code, side, amount, effective_on, kind)
			select b.id, g, l, case l when 1 then '1.1.01' else case when g % 50000 = 7 then '1.1.02' else '3.1.01' end end, case l when 1 then 'debit' else 'credit' end, 100, (date '2024-01-01' + (g * 1000 / ${n})::integer), 'manual'
			from books b, generate_series(1, ${n}) g, generate_series(1,2) l where code = ?`, [book]);
		await trx.raw(`update book_tips set number = ${n}, hash = sha256('x'), recorded_at = now() where book_id = (select id from books where code = ?)`, [book]);
	});
	t.log('loaded');
	const began = Date.now();
	await world.as({name: 'x', userId: '00000000-0000-4000-8000-000000000001'}, async (work) => {
		const {getBook} = await import('../../src/ledger/index.ts');
		await work.ledger.rebuildTotals(await getBook(work, book));
	});
	console.error('rebuilt', Date.now() - began);
	await owner.raw('analyze');
	const server = await startServer(world);
	const auditor = await server.signUp('auditor');
	const time = async (path: string) => {
		const start = Date.now();
		const r = await auditor.get(path);
		const ms = Date.now() - start;
		console.error(`${ms} ms ${r.status} ${path} ${r.body.entries?.length} ${r.body.balance ?? ''} ${r.body.addsUp ?? r.body.totals?.isProven} ${JSON.stringify(r.body.opening ?? '')}`);
		return r.body;
	};
	const p = `/v1/books/${book}/accounts`;
	for (const acc of ['1.1.01', '1.1.02', '3.1.01', '1.1.03']) {
		await time(`${p}/${acc}/explain?asOf=2026-10-31`);
		await time(`${p}/${acc}/explain?asOf=2026-10-31`);
		await time(`${p}/${acc}/explain?asOf=2024-06-30`);
		await time(`${p}/${acc}/explain?asOf=2024-06-30&knownAt=2024-07-01T00:00:00Z`);
	}
	await world.as({name: 'x', userId: '00000000-0000-4000-8000-000000000001'}, async (work) => {
		const {getBook} = await import('../../src/ledger/index.ts');
		await work.ledger.sealMonths(await getBook(work, book), '2026-09-01' as never);
	});
	const body = await time(`${p}/1.1.01/explain?asOf=2026-10-31`);
	await time(`${p}/1.1.01/explain?asOf=2026-10-31&cursor=${body.nextCursor}`);
	await time(`/v1/reports/restatement?book=${book}&from=2026-09-01&to=2026-09-30&since=2026-09-10T00:00:00Z`);
	await time(`/v1/reports/restatement?book=${book}&from=2026-09-01&to=2026-09-30&since=2024-02-10T00:00:00Z&limit=10`);
	await time(`/v1/reports/trial-balance?book=${book}&asOf=2026-10-31`);
	await server.close();
	await world.close();
	t.pass();
});
