// Papers sealed with the entries that they prove: refused where the book has none such, shown with
// the entry, and found out where one was changed afterwards, even by the owner of the database.
import test from 'ava';
import {hash} from 'node:crypto';
import {verify} from '../../src/cli/verify.ts';
import {verifyPapers} from '../../src/cooperatives/index.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {debit, credit, postEntry} from '../../src/ledger/index.ts';
import {applyForLoan, approveLoan} from '../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	asServiceOf,
	code,
	countRows,
	createWorld,
	day,
	joinMember,
	lend,
	officer as petugas,
	openCity,
	openFunded,
	supervisor as penyelia,
} from '../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let [officer, supervisor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book);
	supervisor = await server.signUp('supervisor', funded.book);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const pdf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);

async function keep(owner: string, text: string, by = officer!): Promise<string> {
	const content = pdf(text).toString('base64');
	const kept = await by.post(`${owner}/attachments`, {name: 'kertas.pdf', contentBase64: content});
	if (kept.status !== 201) throw new Error(JSON.stringify(kept.body));
	return kept.body.id;
}

async function approved(): Promise<string> {
	const member = await joinMember(world, funded.book);
	const on = day('2025-09-01');
	const loan = await world.as(petugas, async (work) =>
		applyForLoan(work, {
			member: member.id,
			allocation: funded.allocation.id,
			akad: 'qardh',
			purpose: 'Modal',
			principal: rupiah('1000000'),
			margin: rupiah('0'),
			instalments: 10,
			periodUnit: 'month',
			periodEvery: 1,
			appliedOn: on,
		}),
	);
	await world.as(penyelia, async (work) =>
		approveLoan(work, {loan: loan.id, decidedOn: on, reason: 'Layak'}),
	);
	return loan.id;
}

const entryOf = async (number: number) =>
	(await supervisor!.get(`/v1/books/${funded.book}/entries/${number}`)).body;

test.serial('a disbursement is sealed with the akad that was signed', async (t) => {
	const id = await approved();
	const paper = await keep(`/v1/loans/${id}`, 'akad');
	const out = {disbursedOn: '2025-09-02', document: 'BA-1', attachments: [paper]};
	const disbursed = await officer!.post(`/v1/loans/${id}/disburse`, out);
	t.is(disbursed.status, 200, JSON.stringify(disbursed.body));
	const sha256 = hash('sha256', pdf('akad'));
	const entry = await entryOf(disbursed.body.disbursementEntry);
	t.is(entry.document, `BA-1 sha256:${sha256}`);
	t.deepEqual(entry.papers, [sha256]);
	const {rows} = await world.database.owner.raw<{rows: {canonical: string; hash: string}[]}>(
		`select canonical, encode(hash, 'hex') as hash from entries
		where kind = 'disbursement' order by number desc limit 1`,
	);
	t.true(rows[0]!.canonical.includes(sha256));
	t.is(rows[0]!.hash, hash('sha256', rows[0]!.canonical));
	const {body} = await officer!.get(`/v1/loans/${id}/events`);
	t.is(body.items.at(-1).document, entry.document);
});

test.serial(
	'a write-off is sealed with its minutes, and an entry by hand with its paper',
	async (t) => {
		const {id, member} = await lend(world, funded, {disbursedOn: '2025-02-03'});
		const paper = await keep(`/v1/loans/${id}`, 'notulen');
		const gone = await supervisor!.post(`/v1/loans/${id}/write-off`, {
			writtenOffOn: '2025-09-01',
			reason: 'Usaha tutup',
			document: 'BA-WO',
			attachments: [paper],
		});
		t.is(gone.status, 201, JSON.stringify(gone.body));
		t.deepEqual((await entryOf(gone.body.entry)).papers, [hash('sha256', pdf('notulen'))]);

		const receipt = await keep(`/v1/members/${member}`, 'kuitansi');
		const posted = await supervisor!.post(`/v1/books/${funded.book}/entries/with-papers`, {
			effectiveOn: '2025-09-02',
			reason: 'Setoran modal',
			document: 'BKM-1',
			attachments: [receipt, paper],
			lines: [
				{account: '1.1.01', side: 'debit', amount: '500'},
				{account: '3.1.03', side: 'credit', amount: '500'},
			],
		});
		t.is(posted.status, 201, JSON.stringify(posted.body));
		t.deepEqual(posted.body.papers, [
			hash('sha256', pdf('kuitansi')),
			hash('sha256', pdf('notulen')),
		]);
	},
);

test.serial(
	'refused: a paper that the book has not, one twice, a hash that is typed',
	async (t) => {
		const id = await approved();
		const paper = await keep(`/v1/loans/${id}`, 'akad 2');
		const elsewhere = await openFunded(world, '17.71.01.1002');
		const other = await lend(world, elsewhere);
		const clerk = await server.signUp('officer', elsewhere.book);
		const foreign = await keep(`/v1/loans/${other.id}`, 'asing', clerk);
		const before = await countRows(world);
		const disburse = async (...attachments: string[]) =>
			(
				await officer!.post(`/v1/loans/${id}/disburse`, {
					disbursedOn: '2025-09-02',
					document: 'BA-2',
					attachments,
				})
			).body;
		const unknown = '00000000-0000-4000-8000-000000000000';
		const told = await disburse(foreign, unknown, paper, paper);
		t.deepEqual(
			told.findings.map(({code: one, path}: {code: string; path: string}) => [one, path]),
			[
				['ledger/unknown-paper', 'body.attachments[0]'],
				['ledger/unknown-paper', 'body.attachments[1]'],
				['ledger/paper-twice', 'body.attachments[3]'],
			],
		);
		const typed = await officer!.post(`/v1/loans/${id}/disburse`, {
			disbursedOn: '2025-09-02',
			document: `BA-2 sha256:${'a'.repeat(64)}`,
		});
		t.is(typed.body.code, 'ledger/hash-typed');
		const after = await countRows(world);
		t.deepEqual(
			[after.entries, after.lines, after.loan_events],
			[before.entries, before.lines, before.loan_events],
		);
	},
);

test.serial('PostgreSQL itself asks for the paper that an entry names', async (t) => {
	const posting = world.as(petugas, async (work) =>
		postEntry(work, {
			book: funded.book,
			effectiveOn: day('2025-09-02'),
			kind: 'manual',
			reason: 'Coba',
			document: 'X-1',
			papers: ['b'.repeat(64)],
			lines: [debit(code('1.1.01'), rupiah('1')), credit(code('3.1.03'), rupiah('1'))],
		}),
	);
	t.regex(String(await t.throwsAsync(posting)), /names a paper that the book does not keep/);
	const changing = asServiceOf(world, async (trx) => trx.raw('update attachments set name = name'));
	t.regex(String(await t.throwsAsync(changing)), /permission denied/);
});

test.serial('one byte of a stored paper changed by the owner is found', async (t) => {
	const broken = async () => world.as(petugas, async (work) => verifyPapers(work, funded.book));
	t.deepEqual(await broken(), []);
	const {owner} = world.database;
	const sha256 = hash('sha256', pdf('akad'));
	const change = async (from: string, to: string, isRehashed: boolean) => {
		await owner.transaction(async (trx) => {
			await trx.raw('alter table attachments disable trigger user');
			await trx.raw('alter table attachments drop constraint if exists attachments_digest_check');
			await trx.raw(
				`update attachments set content = ?,
					digest = case when ? then sha256(cast(? as bytea)) else digest end
				where content = ?`,
				[pdf(to), isRehashed, pdf(to), pdf(from)],
			);
			await trx.raw('alter table attachments enable trigger user');
		});
	};
	await change('akad', 'akat', false);
	t.like((await broken())[0], {sha256, isKept: false});
	const {lines} = await verify(world, funded.book);
	t.is(lines.length, 1);
	t.regex(lines[0]!, new RegExp(`^verify/paper\tKOP-1771011001\t\\d+\t.*sha256:${sha256}`, 'u'));
	await change('akat', 'akad', false);
	t.deepEqual(await broken(), []);
	// Nor does it help to give the changed paper its own hash.
	await change('akad', 'akat', true);
	t.is((await broken()).length, 1);
});
