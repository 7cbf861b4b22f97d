// The papers of an agreement with the city: kept by the fund manager, read by both who signed it,
// and sealed with the entries of the money that moved on their strength.
import test from 'ava';
import {hash} from 'node:crypto';
import {verifyPapers} from '../../../src/cooperatives/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	city,
	countRows,
	createWorld,
	lend,
	officer as petugas,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let path: string;
let [officer, neighbour, manager, auditor, administrator]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	const other = await openFunded(world, '17.71.02.1001');
	path = `/v1/allocations/${funded.allocation.id}`;
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book, 'rina');
	neighbour = await server.signUp('officer', other.book, 'joko');
	manager = await server.signUp('fund-manager', 'all', 'yanti');
	auditor = await server.signUp('auditor', 'all', 'bpk');
	administrator = await server.signUp('administrator', 'all', 'admin');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const pdf = (content: string) => Buffer.from(`%PDF-1.7 ${content}`);
const paperOf = (content: Buffer, name = 'perjanjian.pdf') => ({
	name,
	contentBase64: content.toString('base64'),
});

async function keep(content: string, owner = path): Promise<string> {
	const kept = await manager!.post(`${owner}/attachments`, paperOf(pdf(content)));
	if (kept.status !== 201) throw new Error(JSON.stringify(kept.body));
	return kept.body.id;
}

const tranche = (change: object = {}) => ({
	document: 'SP2D-2',
	budgetYear: 2026,
	receivedOn: '2026-03-02',
	amount: '25000000',
	...change,
});

const entryOf = async (number: number, book: string = funded.book) =>
	(await auditor!.get(`/v1/books/${book}/entries/${number}`)).body;

test.serial('the fund manager keeps it, both sides and the auditor read it', async (t) => {
	const made = await manager!.post(`${path}/attachments`, paperOf(pdf('PKS 1')));
	t.is(made.status, 201, JSON.stringify(made.body));
	t.like(made.body, {
		ownerKind: 'allocation',
		owner: funded.allocation.id,
		name: 'perjanjian.pdf',
		mediaType: 'application/pdf',
		bytes: 14,
		sha256: hash('sha256', pdf('PKS 1')),
		uploadedBy: 'yanti',
	});
	for (const reader of [officer!, manager!, auditor!]) {
		t.deepEqual((await reader.get(`${path}/attachments`)).body.items, [made.body]);
		const file = await reader.get(`${path}/attachments/${made.body.id}`);
		t.is(file.body, '%PDF-1.7 PKS 1');
		t.is(file.headers.get('x-content-type-options'), 'nosniff');
	}
	for (const writer of [officer!, auditor!, administrator!]) {
		t.is((await writer.post(`${path}/attachments`, paperOf(pdf('palsu')))).status, 403);
	}
	t.is((await administrator!.get(`${path}/attachments`)).status, 403);
	for (const address of ['', `/${made.body.id}`]) {
		const told = await neighbour!.get(`${path}/attachments${address}`);
		t.is(told.status, 404);
		t.is(told.body.code, 'attachment/unknown-allocation');
	}
});

test.serial(
	'what is no paper, too large or there already is refused; nothing is kept',
	async (t) => {
		await keep('SK 1');
		const large = Buffer.alloc(5_242_881);
		large.write('%PDF-');
		const before = await countRows(world);
		for (const [content, status, code] of [
			[Buffer.from('MZ program'), 415, 'attachment/type-not-allowed'],
			[Buffer.from(''), 422, 'attachment/empty'],
			[large, 413, 'attachment/too-large'],
			[pdf('SK 1'), 409, 'attachment/already-there'],
		] as const) {
			const answer = await manager!.post(`${path}/attachments`, paperOf(content));
			t.is(answer.status, status, JSON.stringify(answer.body));
			t.is(answer.body.code, code);
		}
		const nobodys = '/v1/allocations/00000000-0000-4000-8000-000000000000/attachments';
		t.like((await manager!.post(nobodys, paperOf(pdf('x')))).body, {
			code: 'attachment/unknown-allocation',
		});
		t.is((await countRows(world)).attachments, before.attachments);
	},
);

test.serial('a tranche is sealed with its papers in the book that keeps them', async (t) => {
	const [order, receipt] = [await keep('SP2D 2'), await keep('kuitansi 2')];
	const attachments = [order, receipt];
	const made = await manager!.post(`${path}/tranches`, tranche({attachments}));
	t.is(made.status, 201, JSON.stringify(made.body));
	t.is(made.body.document, 'SP2D-2');
	const hashes = [hash('sha256', pdf('SP2D 2')), hash('sha256', pdf('kuitansi 2'))];
	t.like(await entryOf(made.body.entry), {
		kind: 'tranche',
		papers: hashes,
		document: `SP2D-2 sha256:${hashes[0]} sha256:${hashes[1]}`,
	});
	t.like(await entryOf(made.body.cityEntry, city), {document: 'SP2D-2', papers: []});
	const broken = await world.as(petugas, async (work) => verifyPapers(work, funded.book));
	t.deepEqual(broken, []);
});

test.serial('a remittance, a return and a payment of the share name theirs', async (t) => {
	// A programme in which a fifth of what the money earns is the city's.
	await manager!.post('/v1/programmes', {
		code: 'BERBAGI',
		name: 'Dana bergulir bagi hasil',
		cityBook: city,
		ceilingPerKelurahan: '1000000000',
		tenorMonths: 60,
		graceMonths: 12,
		remittanceDays: 7,
		cityShare: '20',
		legalBasis: 'Perda contoh',
		status: 'provisional',
		effectiveFrom: '2025-01-01',
	});
	const agreed = await manager!.post('/v1/allocations', {
		programme: 'BERBAGI',
		cooperative: funded.book,
		kelurahan: '17.71.01.1001',
		agreementNumber: 'PKS-B1',
		agreedOn: '2025-01-06',
		amount: '50000000',
	});
	const own = `/v1/allocations/${agreed.body.id}`;
	await manager!.post(`${own}/tranches`, tranche({document: 'SP2D-B', receivedOn: '2025-01-10'}));
	const wish = {akad: 'murabahah', margin: '240000', disbursedOn: '2026-01-05'} as const;
	const loan = await lend(world, {...funded, allocation: agreed.body}, wish);
	const payment = {paidOn: '2026-02-05', amount: '120000', method: 'cash'};
	const repaid = await officer!.post(`/v1/loans/${loan.id}/repayments`, payment);
	t.is(repaid.status, 201, JSON.stringify(repaid.body));
	// 120,000 is 100,000 of principal and 20,000 of margin, of which 4,000 is the city's.
	const ways = [
		['remittances', {remittedOn: '2026-03-10', amount: '100000', method: 'cash'}],
		['returns', {returnedOn: '2026-03-11', amount: '500000'}],
		['city-share-payments', {paidOn: '2026-03-12', amount: '4000', method: 'cash'}],
	] as const;
	for (const [operation, body] of ways) {
		const attachments = [await keep(operation, own)];
		const document = `STS-${operation}`;
		const made = await manager!.post(`${own}/${operation}`, {...body, document, attachments});
		t.is(made.status, 201, JSON.stringify(made.body));
		t.is(made.body.document, document);
		const {papers} = await entryOf(made.body.entry);
		t.deepEqual(papers, [hash('sha256', pdf(operation))], operation);
	}
});

test.serial('a paper that the book has not, or twice: refused, nothing posted', async (t) => {
	const own = await keep('SP2D 3');
	const {body} = await manager!.get(`/v1/allocations?kelurahan=17.71.02.1001`);
	const foreign = await keep('SP2D lain', `/v1/allocations/${body.items[0].id}`);
	const before = await countRows(world);
	const told = await manager!.post(`${path}/tranches`, tranche({attachments: [foreign, own, own]}));
	t.is(told.status, 422);
	t.deepEqual(
		told.body.findings.map(({code, path: at}: {code: string; path: string}) => [code, at]),
		[
			['ledger/unknown-paper', 'body.attachments[0]'],
			['ledger/paper-twice', 'body.attachments[2]'],
		],
	);
	const after = await countRows(world);
	t.deepEqual([after.entries, after.tranches], [before.entries, before.tranches]);
});
