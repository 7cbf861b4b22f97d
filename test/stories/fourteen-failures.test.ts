// The fourteen ways in which the real programme failed, each done over HTTP by whoever did it, and
// each seen by the auditor on the day it happens.
import test from 'ava';
import {hash} from 'node:crypto';
import {verifyBook} from '../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	city,
	createWorld,
	joinMember,
	lend,
	officer as petugas,
	openCity,
	openFunded,
} from '../helpers/world.ts';

let world: World;
let server: Server;
let mine: Funded;
let other: Funded;
let [officer, supervisor, manager, auditor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2025-02-03');
	await openCity(world);
	mine = await openFunded(world);
	other = await openFunded(world, '17.71.02.1001');
	world.setDay('2026-03-31');
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book, 'rina');
	supervisor = await server.signUp('supervisor', mine.book, 'darto');
	manager = await server.signUp('fund-manager', 'all', 'yanti');
	auditor = await server.signUp('auditor', 'all', 'bpk');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const pay = async (loan: string, paidOn: string, amount: string) => {
	const paid = await officer!.post(`/v1/loans/${loan}/repayments`, {
		paidOn,
		amount,
		method: 'cash',
	});
	if (paid.status !== 201) throw new Error(JSON.stringify(paid.body));
	return paid.body;
};

const detect = async () => {
	const run = await auditor!.post('/v1/detections/runs', {asOf: '2026-03-31'});
	if (run.status !== 201) throw new Error(JSON.stringify(run.body));
};

const detectionsOf = async (detector: string): Promise<{book: string; severity: string}[]> =>
	(await auditor!.get(`/v1/detections?detector=${detector}`)).body.items;

test.serial('1: a member has paid, and the money is not remitted', async (t) => {
	const loan = await lend(world, mine);
	await pay(loan.id, '2026-01-05', '1200000');
	const held = await auditor!.get(`/v1/allocations/${mine.allocation.id}/not-remitted`);
	t.like(held.body.rows[0], {held: '1200000.00', days: 85, isLate: true});
	await detect();
	const [seen] = await detectionsOf('principal-not-remitted');
	t.like(seen, {book: mine.book, severity: 'medium'});
	const findings = await auditor!.get(`/v1/findings?book=${mine.book}`);
	t.true(
		findings.body.items.some(({source}: {source: string}) => source === 'principal-not-remitted'),
	);
});

test.serial('2: what was paid cannot stay outstanding, and the member can prove it', async (t) => {
	const loan = await lend(world, mine);
	const {receiptNumber} = await pay(loan.id, '2026-03-30', '1200000');
	const receipt = await officer!.get(`/v1/books/${mine.book}/receipts/KW-${receiptNumber}`);
	const proof = await server.stranger.get(`/v1/public/receipts/${receipt.body.code}`);
	t.is(proof.status, 200, JSON.stringify(receipt.body));
	t.like(proof.body, {amount: '1200000.00', state: 'recorded'});
	t.false(JSON.stringify(proof.body).includes('Anggota'));
	const statement = await auditor!.get(`/v1/loans/${loan.id}`);
	t.is(statement.body.status, 'settled');
	// Nobody moves what a member owes by hand.
	const byHand = await supervisor!.post(`/v1/books/${mine.book}/entries`, {
		effectiveOn: '2026-03-31',
		reason: 'Kembalikan saldo',
		document: 'M-1',
		lines: [
			{account: '1.2.03', side: 'debit', amount: '1200000', loan: loan.id},
			{account: '1.1.01', side: 'credit', amount: '1200000'},
		],
	});
	t.is(byHand.body.code, 'ledger/account-controlled');
});

test.serial('3: one NIK borrows at one cooperative alone', async (t) => {
	const member = {
		cooperative: mine.book,
		nik: '1771014107900001',
		name: 'Siti Aminah',
		kelurahan: '17.71.01.1001',
		address: 'Jl. Mawar 2',
		joinedOn: '2026-03-01',
	};
	t.is((await officer!.post('/v1/members', member)).status, 201);
	const elsewhere = await server.signUp('officer', other.book, 'tono');
	const again = await elsewhere.post('/v1/members', {...member, cooperative: other.book});
	t.is(again.body.code, 'member/nik-duplicate');
	t.false(JSON.stringify(again.body).includes('Siti'), 'whose it is is told nobody');
	const attempts = await auditor!.get('/v1/members/duplicates');
	t.true(attempts.body.items.length > 0);
});

test.serial('4: who runs the cooperative and borrows is shown as a related party', async (t) => {
	const person = await joinMember(world, other.book);
	const office = await manager!.post(`/v1/cooperatives/${other.book}/pengurus`, {
		name: 'Ketua',
		nik: '1771014103850777',
		office: 'ketua',
		since: '2025-01-01',
	});
	t.is(office.status, 201, JSON.stringify(office.body));
	const clerk = await server.signUp('officer', other.book, 'sari');
	const tie = await clerk.post(`/v1/members/${person.id}/ties`, {
		pengurus: office.body.id,
		relation: 'spouse',
	});
	t.is(tie.status, 201, JSON.stringify(tie.body));
	const seen = await auditor!.get(`/v1/members/${person.id}`);
	t.true(seen.body.isRelatedParty);
});

test.serial('5: arrears are known every day, in whole', async (t) => {
	const loan = await lend(world, other);
	const health = async (asOf: string) =>
		(await auditor!.get(`/v1/reports/fund-health?region=17.71.02.1001&asOf=${asOf}`)).body.totals;
	t.is((await health('2025-03-03')).sums.atRisk1, '0.00');
	// A day late, the whole balance is at risk and not only the instalment.
	t.like((await health('2025-03-04')).sums, {
		atRisk1: '1200000.00',
		principalOverdue: '100000.00',
		outstandingPrincipal: '1200000.00',
	});
	t.is((await health('2026-03-31')).ratios.par90, '1.0000');
	t.truthy(loan.id);
});

test.serial("6: the city's and the cooperative's figures are compared and signed", async (t) => {
	world.setDay('2026-04-01');
	await officer!.post('/v1/stated-figures', {
		book: mine.book,
		month: '2026-03',
		document: 'LAP-03',
		figures: [{allocation: mine.allocation.id, item: 'held', amount: '0'}],
	});
	const made = await manager!.post('/v1/reconciliations', {book: mine.book, month: '2026-03'});
	t.is(made.status, 201, JSON.stringify(made.body));
	t.like(made.body.differences[0], {item: 'held', against: 'stated-book'});
	const sign = await manager!.post(`/v1/reconciliations/${made.body.id}/sign/city`);
	t.is(sign.body.code, 'reconciliation/unexplained');
	const findings = await auditor!.get(`/v1/findings?book=${mine.book}&source=reconciliation`);
	t.like(findings.body.items[0], {severity: 'critical', state: 'open'});
	world.setDay('2026-03-31');
});

test.serial('7: a report that nobody follows goes up, and cannot be taken away', async (t) => {
	const raised = await auditor!.post('/v1/findings', {
		book: mine.book,
		subject: 'arrears:2026-03',
		severity: 'high',
		sentence: {id: 'Laporan tunggakan tidak ditindaklanjuti.', en: 'A report was not followed.'},
		evidence: [{kind: 'document', document: 'LAP-TUNGGAKAN-03'}],
	});
	t.is(raised.status, 201, JSON.stringify(raised.body));
	const overdue = await auditor!.get('/v1/reports/findings?asOf=2026-03-31');
	t.is(overdue.status, 200, JSON.stringify(overdue.body));
	await t.throwsAsync(world.database.service.raw('delete from audit_findings'), {
		message: /permission denied/,
	});
});

test.serial('8: what is due to the city is due, paid or overdue, year by year', async (t) => {
	world.setDay('2028-01-07');
	const {body} = await auditor!.get(`/v1/allocations/${mine.allocation.id}/statement`);
	t.like(body.dues[0], {dueOn: '2028-01-06', principal: '20000000.00', isOverdue: true});
	t.is(body.totals.overdue, '20000000.00');
	world.setDay('2026-03-31');
});

test.serial("9: the tranches are numbered, and add up to the city's investment", async (t) => {
	const amounts: string[] = [];
	for (const {allocation} of [mine, other]) {
		const {body} = await auditor!.get(`/v1/allocations/${allocation.id}/statement`);
		t.like(body.tranches[0], {number: 1, document: 'SP2D-1', budgetYear: 2025});
		amounts.push(body.totals.received);
	}
	t.deepEqual(amounts, ['100000000.00', '100000000.00']);
	const {body} = await auditor!.get(`/v1/reports/trial-balance?book=${city}&asOf=2026-03-31`);
	const investment = body.rows.find(({account}: {account: string}) => account === '1.2.1');
	t.is(investment.debit, '200000000.00');
	// What was paid out is proved by the paper itself, sealed with the entry.
	const own = `/v1/allocations/${other.allocation.id}`;
	const content = Buffer.from('%PDF-1.7 SP2D-2');
	const paper = {name: 'sp2d.pdf', contentBase64: content.toString('base64')};
	const kept = await manager!.post(`${own}/attachments`, paper);
	const second = await manager!.post(`${own}/tranches`, {
		document: 'SP2D-2',
		budgetYear: 2026,
		receivedOn: '2026-03-31',
		amount: '1000000',
		attachments: [kept.body.id],
	});
	t.like(second.body, {number: 2, document: 'SP2D-2'});
	const entry = await auditor!.get(`/v1/books/${other.book}/entries/${second.body.entry}`);
	t.deepEqual(entry.body.papers, [hash('sha256', content)]);
	const file = await auditor!.get(`${own}/attachments/${kept.body.id}`);
	t.is(file.body, '%PDF-1.7 SP2D-2');
});

test.serial('10: a fee is of the tariff of its product, or it is seen', async (t) => {
	const loan = await lend(world, other);
	const taker = await server.signUp('supervisor', other.book, 'pungut');
	const fee = await taker.post(`/v1/books/${other.book}/entries`, {
		effectiveOn: '2026-03-31',
		reason: 'Provisi',
		document: 'BKM-77',
		lines: [
			{account: '1.1.01', side: 'debit', amount: '600000'},
			{account: '4.1.05', side: 'credit', amount: '600000', loan: loan.id},
		],
	});
	t.is(fee.status, 201, JSON.stringify(fee.body));
	await detect();
	t.is((await detectionsOf('fee-by-hand'))[0]?.book, other.book);
});

test.serial('11: one person in several cooperatives shows', async (t) => {
	for (const {book} of [mine, other]) {
		const office = await manager!.post(`/v1/cooperatives/${book}/pengurus`, {
			name: 'Orang Sama',
			nik: '1771014103850555',
			office: 'pengelola',
			since: '2025-01-01',
		});
		t.is(office.status, 201, JSON.stringify(office.body));
	}
	await detect();
	const seen = await detectionsOf('pengurus-in-many');
	t.deepEqual(new Set(seen.map(({book}) => book)), new Set([mine.book, other.book]));
});

test.serial('13: everybody sees how each kelurahan stands, and nobody is named', async (t) => {
	const {status, body} = await server.stranger.get('/v1/public/fund-health?asOf=2026-03-31');
	t.is(status, 200);
	t.is(body.rows.length, 67);
	const row = body.rows.find(({region}: {region: string}) => region === '17.71.01.1001');
	t.like(row.sums, {tranchesReceived: '100000000.00', remitted: '0.00'});
	const told = JSON.stringify(body);
	for (const secret of ['Anggota', 'KOP-', '1771014', 'rina']) t.false(told.includes(secret));
});

test.serial(
	'14: what a manager took is a claim on that manager and no loss on a member',
	async (t) => {
		const before = await auditor!.get(`/v1/allocations/${mine.allocation.id}/statement`);
		const office = await manager!.post(`/v1/cooperatives/${mine.book}/pengurus`, {
			name: 'Bendahara',
			nik: '1771014103850333',
			office: 'bendahara',
			since: '2025-01-01',
		});
		const claim = await manager!.post(`/v1/allocations/${mine.allocation.id}/claims`, {
			pengurus: office.body.id,
			shortage: 'cash',
			amount: '1000000',
			foundOn: '2026-03-31',
			foundBy: 'Inspektorat',
			description: 'Kas kurang saat pemeriksaan',
		});
		t.is(claim.status, 201, JSON.stringify(claim.body));
		const statement = {
			occurredOn: '2026-03-31',
			document: 'SKTJM-1',
			reason: 'Mengaku memakai uang',
			basis: 'sktjm',
			instalments: [{dueOn: '2026-06-30', amount: '1000000'}],
		};
		const state = `/v1/fund-claims/${claim.body.id}/state`;
		t.true((await manager!.post(state, statement)).status >= 400, 'another person states it');
		const second = await server.signUp('fund-manager', 'all', 'budi');
		const stated = await second.post(state, statement);
		t.is(stated.status, 200, JSON.stringify(stated.body));
		const {body} = await auditor!.get(`/v1/reports/trial-balance?book=${city}&asOf=2026-03-31`);
		const claims = body.rows.find(({account}: {account: string}) => account === '1.3.1');
		t.is(claims.debit, '1000000.00');
		const after = await auditor!.get(`/v1/allocations/${mine.allocation.id}/statement`);
		t.is(before.body.totals.owed, '100000000.00');
		t.is(after.body.totals.owed, '99000000.00');
	},
);

// Last, for it spoils the book: even who owns the database cannot alter what was recorded unseen.
test.serial('12: evidence that was altered no longer proves itself', async (t) => {
	const breaches = async () =>
		(await world.as(petugas, async (work) => verifyBook(work, mine.book))).breaches.map(
			({code}) => code,
		);
	t.deepEqual(await breaches(), []);
	await world.database.owner.transaction(async (trx) => {
		await trx.raw(`set local session_replication_role = 'replica'`);
		await trx.raw(
			`update lines set amount = amount + 1 where entry_number = 2 and line_number = 1
				and book_id = (select id from books where code = ?)`,
			[mine.book],
		);
	});
	t.true((await breaches()).includes('verify/content'));
});
