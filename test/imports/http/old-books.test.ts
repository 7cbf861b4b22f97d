// A cooperative brings its books: running loans with what was paid, savings, and opening balances
// that are proved against both.
import test from 'ava';
import {verify} from '../../../src/cli/verify.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	joinMember,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {approveAndPost, findingsOf, undo, uploadAndCheck, xlsx} from '../setup.ts';

let world: World;
let server: Server;
let officer: Client;
let supervisor: Client;
let mine: Funded;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	// Rp 100 juta of the city's, received on 10 January 2025.
	mine = await openFunded(world);
	await joinMember(world, mine.book, {name: 'Siti Rahma'});
	await joinMember(world, mine.book, {name: 'Budi Santoso'});
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book, 'petugas-lama');
	supervisor = await server.signUp('supervisor', mine.book, 'penyelia-lama');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const loanHead = [
	'No. pembiayaan lama',
	'No. anggota',
	'Nama anggota',
	'No. perjanjian dana',
	'Akad',
	'Keperluan',
	'Pokok',
	'Margin',
	'Jumlah angsuran',
	'Satuan',
	'Tanggal cair',
	'Sisa tagihan',
];
const paymentHead = ['No. pembiayaan lama', 'Tanggal bayar', 'Jumlah', 'Cara', 'No. bukti'];
const agreement = 'PKS-17.71.01.1001';

// A qardh of 1,200,000 in twelve months, of which three were paid, and a murabahah of 2,000,000 at
// 400,000 in twelve months, of which two were paid.
const loans = (remaining = '900.000') => [
	loanHead,
	[
		'PB-1',
		1,
		'Siti Rahma',
		agreement,
		'Qardh',
		'Modal warung',
		'1.200.000',
		null,
		12,
		'Bulan',
		'2025-02-03',
		remaining,
	],
	[
		'PB-2',
		'2 - Budi Santoso',
		'budi  santoso',
		agreement,
		'Murabahah',
		'Mesin jahit',
		2_000_000,
		400_000,
		12,
		'Bulan',
		'2025-03-03',
		'2,000,000.00',
	],
];
const payments = [
	paymentHead,
	['PB-1', '2025-03-03', '100.000,00', 'Tunai', 'KW-1'],
	['PB-1', '2025-04-03', 100_000, 'Tunai', 'KW-2'],
	['PB-1', '2025-05-05', 100_000, 'Bank', 'KW-3'],
	['PB-2', '2025-04-03', 200_000, 'Tunai', 'KW-4'],
	['PB-2', '2025-05-03', 200_000, 'Tunai', 'KW-5'],
];

test.serial('what is left by the old books is held against what was paid', async (t) => {
	const one = await uploadAndCheck(world, officer, mine.book, {
		kind: 'loans',
		contentBase64: await xlsx({Pembiayaan: loans('950.000,00'), Angsuran: payments}),
		numberFormat: 'id',
	});
	// In a file that says it writes numbers as in Indonesia, "2,000,000.00" is no number.
	t.deepEqual(await findingsOf(officer, one), [
		['imports/amount-malformed', 'Pembiayaan', 3, 'Sisa tagihan', '2,000,000.00'],
	]);
	const two = await uploadAndCheck(world, officer, mine.book, {
		kind: 'loans',
		contentBase64: await xlsx({Pembiayaan: loans('950.000,00'), Angsuran: payments}),
	});
	t.deepEqual(await findingsOf(officer, two), [
		['imports/remaining-differs', 'Pembiayaan', 2, 'Sisa tagihan', '950000.00'],
	]);
});

test.serial('a number that may be two is asked about, and a stranger is named', async (t) => {
	const one = await uploadAndCheck(world, officer, mine.book, {
		kind: 'loans',
		contentBase64: await xlsx({
			Pembiayaan: [
				loanHead,
				['PB-9', 9, null, 'PKS-LAIN', 'Qardh', 'Modal', '1.250', null, 5, 'Bulan', '2025-02-03'],
				['PB-8', 1, 'Budi', agreement, 'Qardh', 'Modal', 500_000, null, 5, 'Bulan', '2024-12-31'],
			],
			Angsuran: [paymentHead, ['PB-7', '2025-03-03', 100_000, 'Tunai', null]],
		}),
	});
	t.deepEqual(await findingsOf(officer, one), [
		['imports/amount-ambiguous', 'Pembiayaan', 2, 'Pokok', '1.250'],
		['imports/loan-unknown', 'Angsuran', 2, '', 'PB-7'],
		['imports/date-before', 'Pembiayaan', 3, 'Tanggal cair', '2024-12-31'],
		['imports/member-unknown', 'Pembiayaan', 2, 'No. anggota', '9'],
		['imports/name-differs', 'Pembiayaan', 3, 'Nama anggota', 'Budi'],
		['imports/fund-unknown', 'Pembiayaan', 2, 'No. perjanjian dana', 'PKS-LAIN'],
	]);
});

test.serial(
	'running loans are posted with what was paid, and the preview is what comes',
	async (t) => {
		const before = await balances(world, mine.book);
		const one = await uploadAndCheck(world, officer, mine.book, {
			kind: 'loans',
			contentBase64: await xlsx({Pembiayaan: loans('900.000,00'), Angsuran: payments}),
		});
		t.like(one, {status: 'ready', rows: 7, findings: 0});
		t.deepEqual(one.preview.kinds, [
			{kind: 'disbursement', entries: 2, amount: '5600000.00'},
			{kind: 'repayment', entries: 5, amount: '1400000.00'},
		]);
		t.deepEqual(await balances(world, mine.book), before, 'the trial was taken back');
		const posted = await approveAndPost(world, supervisor, one);
		t.like(posted, {status: 'posted', rowsPosted: 7});
		const after = await balances(world, mine.book);
		t.like(after, {
			'1.1.01': '600000.00',
			'1.1.11': '96900000.00',
			'1.2.01': '2000000.00',
			'1.2.02': '-333334.00',
			'1.2.03': '900000.00',
		});
		const {body} = await officer.get(`/v1/loans?cooperative=${mine.book}`);
		const people = (body.items as Record<string, string>[]).map(({appliedBy, decidedBy}) => [
			appliedBy,
			decidedBy,
		]);
		t.deepEqual(people, [
			['petugas-lama', 'penyelia-lama'],
			['petugas-lama', 'penyelia-lama'],
		]);
	},
);

test.serial('savings become movements with their slips', async (t) => {
	const one = await uploadAndCheck(world, officer, mine.book, {
		kind: 'savings',
		contentBase64: await xlsx({
			Simpanan: [
				['No. anggota', 'Jenis', 'Tanggal', 'Jumlah', 'Cara'],
				[1, 'Pokok', '2025-05-31', 100_000, 'Tunai'],
				[2, 'Wajib', '2025-05-31', '50.000,00', 'Bank'],
			],
		}),
	});
	t.like(one, {status: 'ready', preview: {entries: 2}});
	const posted = await approveAndPost(world, supervisor, one);
	t.is(posted.status, 'posted');
	t.like(await balances(world, mine.book), {'3.1.01': '-100000.00', '3.1.02': '-50000.00'});
});

// As the old books had it at the end of May 2025: cash and bank of their own, equipment, reserves.
const trialBalance = (equipment = '5.000.000,00') => [
	['Kode akun', 'Nama akun', 'No. perjanjian dana', 'Debit', 'Kredit'],
	['1.1.01', 'Kas', null, '1.200.000,00', null],
	['1.1.02', 'Bank', null, '2.050.000,00', null],
	['1.1.11', 'Bank dana bergulir', agreement, '97.000.000,00', null],
	['1.2.01', 'Piutang murabahah', null, '2.000.000,00', null],
	['1.2.02', 'Margin ditangguhkan', null, null, '333.334,00'],
	['1.2.03', 'Piutang qardh', null, '900.000,00', null],
	['1.5.01', 'Aset tetap', null, equipment, null],
	['2.2.01', 'Utang dana bergulir', agreement, null, '99.366.666,00'],
	['2.2.02', 'Terkumpul belum disetor', agreement, null, '633.334,00'],
	['3.1.01', 'Simpanan pokok', null, null, '100.000,00'],
	['3.1.02', 'Simpanan wajib', null, null, '50.000,00'],
	['3.2.01', 'Cadangan umum', null, null, '7.600.000,00'],
	['4.1.01', 'Pendapatan margin', null, null, '66.666,00'],
];
const opening = (controls: Record<string, string> = {}) => ({
	cutOffOn: '2025-05-31',
	document: 'BA-NERACA-2025',
	controls: {
		debit: '108150000.00',
		credit: '108150000.00',
		loansPrincipal: '2566666.00',
		...controls,
	},
});

test.serial(
	'opening balances that do not prove are refused, each difference by its sum',
	async (t) => {
		const one = await uploadAndCheck(world, officer, mine.book, {
			kind: 'opening-balances',
			contentBase64: await xlsx({'Neraca saldo': trialBalance('5.000.001,00')}),
			opening: opening({loansPrincipal: '2566666.34'}),
		});
		t.is(one.status, 'faulty');
		const {body} = await officer.get(`/v1/books/${mine.book}/imports/${one.id}/findings`);
		const sentences = (body.items as {message: string}[]).map(({message}) => message);
		t.deepEqual(sentences, [
			'Jumlah debit 108150001.00 tidak sama dengan jumlah kredit 108150000.00; selisih 1.00.',
			'Jumlah kontrol debit yang diketik 108150000.00, menurut neraca saldo 108150001.00; selisih -1.00.',
			'Jumlah kontrol sisa pokok pembiayaan yang diketik 2566666.34, menurut jumlah pembiayaan yang tercatat 2566666.00; selisih 0.34.',
			'Jumlah kontrol sisa pokok pembiayaan yang diketik 2566666.34, menurut neraca saldo 2566666.00; selisih 0.34.',
		]);
	},
);

test.serial('opening balances make the ledger say what the old books said', async (t) => {
	const one = await uploadAndCheck(world, officer, mine.book, {
		kind: 'opening-balances',
		contentBase64: await xlsx({'Neraca saldo': trialBalance()}),
		opening: opening(),
	});
	t.deepEqual(await findingsOf(officer, one), []);
	t.like(one, {status: 'ready', preview: {entries: 1}});
	const posted = await approveAndPost(world, supervisor, one);
	t.like(posted, {status: 'posted', rowsPosted: 13});
	const {rows} = await world.database.owner.raw<{rows: {account: string; balance: string}[]}>(
		`select account_code as account, sum(case side when 'debit' then amount else -amount end)::text
			as balance from lines join books on books.id = lines.book_id
		where books.code = ? and effective_on <= '2025-05-31' group by 1 order by 1`,
		[mine.book],
	);
	t.deepEqual(Object.fromEntries(rows.map(({account, balance}) => [account, balance])), {
		'1.1.01': '1200000.00',
		'1.1.02': '2050000.00',
		'1.1.11': '97000000.00',
		'1.2.01': '2000000.00',
		'1.2.02': '-333334.00',
		'1.2.03': '900000.00',
		'1.3.01': '0.00',
		'1.5.01': '5000000.00',
		'2.2.01': '-99366666.00',
		'2.2.02': '-633334.00',
		'3.1.01': '-100000.00',
		'3.1.02': '-50000.00',
		'3.2.01': '-7600000.00',
		'4.1.01': '-66666.00',
	});
	const again = await uploadAndCheck(world, officer, mine.book, {
		kind: 'opening-balances',
		contentBase64: await xlsx({'Neraca saldo': trialBalance('5.500.000,00')}),
		opening: opening(),
	});
	t.is((await findingsOf(officer, again))[0]![0], 'imports/known-differs');
	const undone = await undo(world, supervisor, posted, '2025-05-31');
	t.is(undone.status, 'undone', JSON.stringify(undone));
	t.is((await balances(world, mine.book))['1.5.01'], '0.00');
});

test.serial('savings and loans are taken back, the last row first, to the sen', async (t) => {
	const {body} = await officer.get(`/v1/books/${mine.book}/imports`);
	const posted = (body.items as {id: string; book: string; kind: string; status: string}[]).filter(
		({status}) => status === 'posted',
	);
	t.deepEqual(
		posted.map(({kind}) => kind),
		['savings', 'loans'],
	);
	for (const one of posted) {
		const undone = await undo(world, supervisor, one, '2026-03-31');
		t.is(undone.status, 'undone', JSON.stringify(undone.stoppedAt));
	}
	const left = Object.entries(await balances(world, mine.book)).filter(
		([, balance]) => balance !== '0.00',
	);
	t.deepEqual(left, [
		['1.1.11', '100000000.00'],
		['2.2.01', '-100000000.00'],
	]);
	const {rows} = await world.database.owner.raw<{rows: {status: string}[]}>(
		'select distinct status from loans',
	);
	t.deepEqual(rows, [{status: 'reversed'}]);
	const {lines} = await verify(world);
	t.deepEqual(lines, []);
});

test.serial('what was taken back may come again', async (t) => {
	const one = await uploadAndCheck(world, officer, mine.book, {
		kind: 'loans',
		contentBase64: await xlsx({Pembiayaan: loans('900.000,00'), Angsuran: payments}),
	});
	t.like(one, {status: 'ready', preview: {rows: {new: 7, known: 0}}});
	const rejected = await supervisor.post(`/v1/books/${mine.book}/imports/${one.id}/reject`, {
		reason: 'Belum waktunya',
	});
	t.like(rejected.body, {status: 'rejected', reason: 'Belum waktunya'});
});
