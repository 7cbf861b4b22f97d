// Every address of the app, from the tables in which its pages stand, so that a page which is new
// is looked at like all others; with what stands in the places of an address, from the demo city.
import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import {workOnImport} from '../../src/import-worker.ts';
import {xlsx} from '../imports/setup.ts';
import {type App, firstBook, today} from './app-in-browser.ts';
import type {Client} from './http.ts';

/** A page as somebody opens it. */
export type Address = {
	/** As the table of its section has it: `/petugas/anggota/:id`. */
	readonly pattern: string;
	readonly address: string;
	/** The user of the demo whose page it is; nobody's where everybody may look. */
	readonly user: string | undefined;
};

/** Whose section is under which first part of the addresses. */
const users: Readonly<Record<string, string | undefined>> = {
	petugas: 'petugas',
	penyelia: 'penyelia',
	pengelola: 'pengelola',
	auditor: 'auditor',
	administrator: 'admin',
	publik: undefined,
	// One's own account, whoever one is.
	akun: 'petugas',
	// Where one's work begins.
	'': 'petugas',
};

/** The patterns of all sections, and of what is everybody's own, as they are written. */
export async function patternsOfApp(): Promise<string[]> {
	const entries = await readdir('src/web', {recursive: true, withFileTypes: true});
	const files = entries
		.filter(({name}) => name === 'pages.tsx' || name === 'app.tsx')
		.map(({parentPath, name}) => path.join(parentPath, name));
	const sources = await Promise.all(files.map(async (file) => readFile(file, 'utf8')));
	return sources.flatMap((source) =>
		[...source.matchAll(/<Route\s+path="(\/[^"]*)"/gu)].map(([, pattern]) => pattern!),
	);
}

type Filled = Readonly<Record<string, readonly string[]>>;

/**
 * All addresses with something to see at each; a pattern for which there is nothing is a fault.
 * Where several of a section lead to one page, such as the reports, each is in the section of one
 * role unless all are asked for: the page is the same, and there are many.
 */
export async function addressesOfApp(app: App, isWhole = true): Promise<Address[]> {
	const [patterns, filled] = await Promise.all([patternsOfApp(), fillAddresses(app)]);
	return patterns.flatMap((pattern) => {
		const [root = '', ...rest] = pattern.split('/').slice(1);
		if (!Object.hasOwn(users, root)) throw new Error(`Whose section is ${pattern}?`);
		const user = users[root];
		const own = rest.join('/');
		if (!own.includes(':')) return [{pattern, address: pattern, user}];
		const ways = filled[own];
		if (ways === undefined || ways.length === 0) {
			throw new Error(`${pattern} has no example: add "${own}" to fillAddresses.`);
		}
		const sections = patterns.filter((one) => one.split('/').slice(2).join('/') === own);
		const turn = sections.indexOf(pattern);
		return ways
			.filter((_, index) => isWhole || ways.length === 1 || index % sections.length === turn)
			.map((way) => ({pattern, address: `/${root}/${way}`, user}));
	});
}

async function created(asked: ReturnType<Client['post']>): Promise<{id: string}> {
	const {status, body} = await asked;
	if (status !== 201 && status !== 202) throw new Error(JSON.stringify(body));
	return body;
}

/** Something to see at each pattern, by its part behind the section. */
async function fillAddresses(app: App): Promise<Filled> {
	const [officer, auditor, supervisor, manager, administrator] = await Promise.all([
		app.server.signUp('officer', firstBook),
		app.server.signUp('auditor'),
		app.server.signUp('supervisor', firstBook),
		app.server.signUp('fund-manager'),
		app.server.signUp('administrator'),
	]);
	const {body: due} = await officer.get(`/v1/collections/due?cooperative=${firstBook}`);
	const {loan, member} = due.rows[0] as {loan: string; member: string};
	const {body: statement} = await officer.get(`/v1/loans/${loan}/statement`);
	const receipt = statement.repayments[0].receiptNumber as number;
	const {body: reports} = await auditor.get('/v1/reports');
	const {body: funds} = await manager.get('/v1/allocations?limit=1');
	const {body: people} = await administrator.get('/v1/users?limit=1');
	const {id: group} = await created(
		officer.post('/v1/groups', {
			cooperative: firstBook,
			name: 'Kelompok Kenanga',
			formedOn: today,
		}),
	);
	await created(officer.post(`/v1/groups/${group}/members`, {member, joinedOn: today}));
	const finding = await raiseFinding(auditor);
	const reconciliation = await openReconciliation(manager);
	const imported = await importSavings(app, officer);
	const importedByCity = await importAllocations(app, manager);
	const waiting = await sendForApproval(administrator, supervisor, funds.items[0].id as string);
	const entry = `buku/${firstBook}/jurnal/1`;
	return {
		'anggota/:id': [`anggota/${member}`],
		'pembiayaan/:id': [`pembiayaan/${loan}`],
		'bayar/:loan': [`bayar/${loan}`],
		'simpanan/:member': [`simpanan/${member}`],
		'kuitansi/:book/:receipt': [`kuitansi/${firstBook}/KW-${receipt}`],
		'kelompok/:group': [`kelompok/${group}`],
		'kelompok/:group/anggota': [`kelompok/${group}/anggota`],
		'persetujuan/:id': [`persetujuan/${waiting}`],
		'temuan/:id': [`temuan/${finding}`],
		'rekonsiliasi/:id': [`rekonsiliasi/${reconciliation}`],
		'laporan/:name': reports.items.map(({name}: {name: string}) => `laporan/${name}`),
		'buku/:book/jurnal/:number': [entry],
		'impor/:book/:id': [`impor/${firstBook}/${imported}`],
		'impor-dana/:book/:id': [`impor-dana/${firstBook}/${importedByCity}`],
		'kelurahan/:code': ['kelurahan/17.71.01.1001'],
		'dana/:id': [`dana/${funds.items[0].id}`],
		'pengguna/:id': [`pengguna/${people.items[0].id}`],
	};
}

/** What the city uploaded, checked and not what it should be. */
async function importAllocations(app: App, manager: Client): Promise<string> {
	const contentBase64 = Buffer.from('kolom lain\n1\n').toString('base64');
	const body = {kind: 'allocations', name: 'alokasi.csv', contentBase64};
	const address = `/v1/books/${firstBook}/allocation-imports`;
	const {id} = await created(manager.post(address, body));
	await workOnImport(id, {service: app.world});
	return id;
}

async function raiseFinding(auditor: Client): Promise<string> {
	const {id} = await created(
		auditor.post('/v1/findings', {
			book: firstBook,
			subject: 'kas-tidak-dihitung',
			severity: 'high',
			sentence: {id: 'Kas tidak dihitung sebulan', en: 'Cash was not counted for a month'},
			evidence: [{kind: 'entry', number: 1}],
		}),
	);
	return id;
}

/** A table that was brought in, and checked row by row. */
async function importSavings(app: App, officer: Client): Promise<string> {
	const head = ['No. anggota', 'Jenis', 'Tanggal', 'Jumlah', 'Cara'];
	const row = [1, 'Pokok', '2026-11-20', 100_000, 'Tunai'];
	const {id} = await created(
		officer.post(`/v1/books/${firstBook}/imports`, {
			kind: 'savings',
			name: 'simpanan.xlsx',
			contentBase64: await xlsx({Simpanan: [head, row]}),
		}),
	);
	await workOnImport(id, {service: app.world});
	return id;
}

async function openReconciliation(manager: Client): Promise<string> {
	const month = '2026-10';
	return (await created(manager.post('/v1/reconciliations', {book: firstBook, month}))).id;
}

/** A hand-written entry that waits for a second person, because the administrator said so. */
async function sendForApproval(
	administrator: Client,
	supervisor: Client,
	fund: string,
): Promise<string> {
	const made = await administrator.post('/v1/approval-policies', {
		write: 'manual',
		effectiveFrom: today,
		isNamed: true,
		legalBasis: 'Perwali 12/2026',
	});
	if (made.status !== 201) throw new Error(JSON.stringify(made.body));
	const {id} = await created(
		supervisor.post(`/v1/books/${firstBook}/entries`, {
			effectiveOn: today,
			reason: 'Koreksi saldo kas dan bank',
			document: 'BK/1',
			lines: [
				{account: '1.1.11', side: 'debit', amount: '50000.00', fund},
				{account: '1.1.01', side: 'credit', amount: '50000.00', fund},
			],
		}),
	);
	return id;
}
