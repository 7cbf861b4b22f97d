// The report of a small cooperative whose figures are worked out in ../../surplus/setup.ts.
import test from 'ava';
import {readXlsx} from 'hucre/xlsx';
import {rupiah} from '../../../src/kernel/money.ts';
import {payOutShare, reverseDistribution, reversePayout} from '../../../src/surplus/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type World,
	createWorld,
	day,
	officer,
	openCooperative,
	supervisor,
} from '../../helpers/world.ts';
import {type Small, distributeSmall, openSmall, setExampleRule} from '../../surplus/setup.ts';

let world: World;
let server: Server;
let small: Small;
let auditor: Client;

test.before(async () => {
	world = await createWorld('2026-03-31');
	small = await openSmall(world);
	await openCooperative(world, '17.71.02.1001');
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const address = (ending = '', more = '') =>
	`/v1/reports/surplus-distribution${ending}?book=KOP-1771011001&year=2025${more}`;
const read = async (more = '') => (await auditor.get(address('', more))).body;

type Line = Record<string, string>;

/** What a link to the general ledger comes to on the credit side. */
async function creditsOf(path: string): Promise<string> {
	const {totals, rows} = (await auditor.get(path)).body;
	t0(rows.length > 0);
	return String(totals.credit);
}
const t0 = (isTrue: boolean) => {
	if (!isTrue) throw new Error('A link without lines.');
};

test.serial('a year that is closed and not distributed says so', async (t) => {
	const body = await read();
	t.is(body.state, 'not-distributed');
	t.is(body.decision, null);
	t.deepEqual(
		body.rows.year.map(({row, amount}: Line) => [row, amount]),
		[
			['earned', '42222.50'],
			['closed', '42222.50'],
		],
	);
	t.false(body.meta.isEmpty);
	const csv = (await auditor.getBytes(address('.xlsx'))).length;
	t.true(csv > 0);
	const {sheets} = await readXlsx(await auditor.getBytes(address('.xlsx')));
	const text = sheets[0]!.rows.map((row) => row.join(',')).join('\n');
	t.regex(text, /SHU tahun 2025 belum dibagi\./);
	// The day before it was closed, and a year of which nothing is known.
	t.is((await read('&asOf=2025-12-30')).state, 'not-closed');
	const empty = await auditor.get('/v1/reports/surplus-distribution?book=KOP-1771021001&year=2025');
	t.true(empty.body.meta.isEmpty);
	t.is(empty.body.state, 'not-closed');
});

let before: string;
let distribution: Awaited<ReturnType<typeof distributeSmall>>;

test.serial('parts and members come to the ledger', async (t) => {
	before = '2026-03-31T05:00:00.000Z';
	await setExampleRule(world, small.funded);
	world.setDay('2026-04-01');
	distribution = await distributeSmall(world, small);
	world.setDay('2026-04-02');
	await world.as(officer, async (work) =>
		payOutShare(work, {
			book: small.funded.book,
			distribution: distribution.id,
			member: small.a.id,
			amount: rupiah('10000'),
			paidOn: day('2026-04-02'),
			way: 'cash',
		}),
	);
	const body = await read();
	t.is(body.state, 'distributed');
	t.like(body.decision, {document: 'RAT-2026/2', decidedOn: '2026-02-20'});
	t.deepEqual(
		body.rows.year.map(({row, amount}: Line) => [row, amount]),
		[
			['earned', '42222.50'],
			['closed', '42222.50'],
			['distributed', '42222.50'],
		],
	);
	t.deepEqual(
		body.rows.parts.map(({name, percent, account, base, amount}: Line) => [
			name,
			percent,
			account,
			base,
			amount,
		]),
		[
			['Cadangan umum', '30', '3.2.01', null, '12671.50'],
			['Jasa simpanan', '25', '2.4.02', '241666.66', '10553.00'],
			['Jasa usaha', '25', '2.4.02', '50000.00', '10555.00'],
			['Dana pendidikan', '5', '2.4.01', null, '2111.00'],
			['Dana sosial', '2.5', '2.4.01', null, '1055.00'],
			['Dana pengurus', '7.5', '2.4.01', null, '3166.00'],
			['Dana karyawan', '5', '2.4.01', null, '2111.00'],
		],
	);
	t.deepEqual(
		body.rows.members.map((one: Line) => [
			one.member,
			one.savingsBase,
			one.businessBase,
			one.savingsShare,
			one.businessShare,
			one.share,
			one.paid,
			one.left,
		]),
		[
			[
				small.a.name,
				'116666.66',
				'30000.00',
				'5095.00',
				'6333.00',
				'11428.00',
				'10000.00',
				'1428.00',
			],
			[small.b.name, '50000.00', '20000.00', '2183.00', '4222.00', '6405.00', '0.00', '6405.00'],
			[small.c.name, '75000.00', '0.00', '3275.00', '0.00', '3275.00', '0.00', '3275.00'],
		],
	);
	t.deepEqual(body.totals, {
		earned: '42222.50',
		closed: '42222.50',
		distributed: '42222.50',
		savingsBase: '241666.66',
		businessBase: '50000.00',
		savingsShare: '10553.00',
		businessShare: '10555.00',
		share: '21108.00',
		paid: '10000.00',
		left: '11108.00',
		leftOfOthers: '0.00',
		control: '11108.00',
	});
	t.deepEqual(
		body.meta.policies.map(({code, legalBasis, status}: Line) => [code, legalBasis, status]),
		[
			['pembagian-shu', 'Rapat Anggota RAT-2026/1', 'in-force'],
			['uu-25-1992-45', 'UU 25/1992 Pasal 45', 'provisional'],
		],
	);
	t.is(await creditsOf(body.rows.parts[0].links.amount), '12671.50');
	t.is(await creditsOf(body.rows.members[1].links.left), '6405.00');
	// The income statement, the balance sheet and this report say the same.
	const phu = (
		await auditor.get(
			'/v1/reports/income-statement?book=KOP-1771011001&from=2025-01-01&asOf=2025-12-31',
		)
	).body;
	t.is(phu.totals.surplus, '42222.50');
});

test.serial('as of a day, and as known at a moment', async (t) => {
	// On the day of the meeting nothing was paid; the day before nothing was distributed.
	const then = await read('&asOf=2026-02-20');
	t.is(then.totals.paid, '0.00');
	t.is(then.totals.control, '21108.00');
	t.is((await read('&asOf=2026-02-19')).state, 'not-distributed');
	t.is((await read(`&knownAt=${before}`)).state, 'not-distributed');
	t.is((await read('&knownAt=2026-04-01T12:00:00.000Z')).totals.left, '21108.00');
});

test.serial('in every format', async (t) => {
	const csv = (await auditor.getBytes(address('.csv'))).toString('utf8');
	t.regex(csv, /^section,name,percent,account,base,amount,memberNumber,/mu);
	t.is(csv.split(/\r\n/u).filter((line) => line.startsWith('members,')).length, 3);
	t.is(csv.split(/\r\n/u).filter((line) => line.startsWith('parts,')).length, 7);
	const {sheets} = await readXlsx(await auditor.getBytes(address('.xlsx')));
	const text = sheets
		.flatMap(({rows}) => rows)
		.map((row) => row.join(','))
		.join('\n');
	t.regex(text, /SHU tahun 2025 dibagi pada 2026-02-20 \(RAT-2026\/2\)\./);
	t.regex(text, /Cadangan umum,30,3\.2\.01,,12671\.5/);
	t.regex(text, /Saldo akun 2\.4\.02/);
	const pdf = await auditor.getBytes(address('.pdf'));
	t.is(pdf.subarray(0, 5).toString('latin1'), '%PDF-');
});

test.serial('what was taken back is as if it were not, and was known before', async (t) => {
	world.setDay('2026-04-05');
	const {book} = small.funded;
	const back = {effectiveOn: day('2026-04-05'), reason: 'Salah', document: 'BA-1'};
	const [payout] = await world.as(supervisor, async (work) => {
		const found = await work.ledger.findBook(book);
		return work.surplus.payouts(found!, {limit: 10});
	});
	await world.as(supervisor, async (work) =>
		reversePayout(work, {...back, book, payout: payout!.id}),
	);
	t.like((await read()).totals, {paid: '0.00', left: '21108.00', control: '21108.00'});
	await world.as(supervisor, async (work) =>
		reverseDistribution(work, {...back, book, distribution: distribution.id}),
	);
	const now = await read();
	t.is(now.state, 'not-distributed');
	t.like(now.totals, {distributed: '0.00', left: '0.00', control: '0.00'});
	const earlier = await read('&knownAt=2026-04-03T00:00:00.000Z');
	t.is(earlier.totals.control, '11108.00');
	t.is((await read('&asOf=2026-04-04')).totals.left, '11108.00');
});

test.serial('what cannot be asked is refused by its own code', async (t) => {
	const codes = async (path: string) => (await auditor.get(path)).body.code;
	const name = '/v1/reports/surplus-distribution';
	t.is(await codes(`${name}?book=KOTA-BENGKULU&year=2025`), 'report/not-a-cooperative');
	t.is(await codes(`${name}?book=KOP-1771011001&year=25`), 'count/out-of-range');
	t.is(await codes(`${name}?book=KOP-9&year=2025`), 'ledger/unknown-book');
	t.is(await codes(`${name}?book=KOP-1771011001`), 'field/missing');
});
