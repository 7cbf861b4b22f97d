import {mkdtemp, chmod, rm} from 'node:fs/promises';
import {openEmbedded} from '/work/main/src/db/embedded/server.ts';
import {connect} from '/work/main/src/db/connect.ts';
import {migrate} from '/work/main/src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '/work/main/src/db/roles.ts';
import {seedReferenceData} from '/work/main/src/db/seed.ts';
import {createService} from '/work/main/src/compose.ts';
import {systemClock} from '/work/main/src/kernel/clock.ts';
import {everywhere} from '/work/main/src/kernel/scope.ts';
import {takeCheckpoint, proveEntry, openPack} from '/work/main/src/evidence/index.ts';
const dir = await mkdtemp('/tmp/grow-'); await chmod(dir, 0o755);
const server = await openEmbedded({directory: dir, mode: 'own', settings: ['fsync=off']});
const owner = connect(server.ownerUrl, {applicationName: 'x', poolMax: 2});
try {
await prepareGroupRole(owner); await migrate(owner); await seedReferenceData(owner);
const url = await prepareServiceRole(owner, server.ownerUrl);
const knex = connect(url, {applicationName: 'y'});
const service = createService({knex, clock: systemClock, timeZone: 'Asia/Jakarta'});
const N = Number(process.argv[2] ?? 1000000);
await owner.transaction(async (trx) => {
 await trx.raw('set local session_replication_role = replica');
 await trx.raw(`insert into books (code, kind, name, region_code, opened_on) values ('BIG','city','x','17.71','2020-01-01')`);
 await trx.raw(`insert into book_tips select id, 0, '\\x00', 'epoch' from books on conflict do nothing`);
 await trx.raw(`insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason, document, previous_hash, hash, canonical)
  select b.id, n, '2026-01-01', '2026-01-01', 'a', 'manual', 'r', 'd', '\\x00', sha256(convert_to('["bergulir/entry/1","BIG",'||n||',"x"]','UTF8')), '["bergulir/entry/1","BIG",'||n||',"x"]' from books b, generate_series(1, ${N}) n`);
 await trx.raw(`update book_tips set number = ${N}, recorded_at = '2026-01-01', hash = (select hash from entries where number = ${N})`);
});
await owner.raw('analyze entries');
const who = {userId: '00000000-0000-0000-0000-000000000000', name: 'x'};
const time = async (what: string, run: () => Promise<unknown>) => { const t = performance.now(); await run(); console.log(what, Math.round(performance.now() - t), 'ms'); };
const rw = {scope: everywhere, actor: who};
await time(`first checkpoint over ${N}`, () => service.inTransaction(rw, takeCheckpoint));
for (let i = 1; i <= 3; i++) {
 const at = N + i * 10;
 await owner.transaction(async (trx) => {
  await trx.raw('set local session_replication_role = replica');
  await trx.raw(`insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason, document, previous_hash, hash, canonical)
  select b.id, n, '2026-01-01', '2026-01-01', 'a', 'manual', 'r', 'd', '\\x00', sha256(convert_to('["x'||n||'"]','UTF8')), '["x'||n||'"]' from books b, generate_series(${at - 9}, ${at}) n`);
  await trx.raw(`update book_tips set number = ${at}, hash = (select hash from entries where number = ${at})`);
 });
 await time('next checkpoint', () => service.inTransaction(rw, takeCheckpoint));
}
const proof = async (n: number) => { await service.inTransaction({...rw, isReadOnly: true}, async (work) => {
  const book = (await work.ledger.findBook('BIG' as never))!;
  const {inclusionRanges, keptNodesOf, rootOfKept} = await import('/work/main/src/evidence/merkle-tree.ts');
  const head = (await work.evidence.findHead(book, 100))!;
  const wanted = inclusionRanges(n - 1, head.size).map(keptNodesOf);
  const found = await work.evidence.nodes(book, wanted.flat());
  let k = 0; wanted.map((r) => rootOfKept(found.slice(k, (k += r.length))));
  console.log('hashes read', found.flat().length);
 }); };
await time('proof of entry 1', () => proof(1));
await time('proof of the middle', () => proof(Math.floor(N / 2)));
await time('whole pack', async () => { const p = await service.inTransaction({...rw, isReadOnly: true}, (work) => openPack(work, {book: 'BIG' as never})); let b = 0; for await (const x of p) b += x.length; console.log(b, 'bytes'); });
await knex.destroy();
} finally { await owner.destroy(); await server.close(); await rm(dir, {recursive: true, force: true}); }
