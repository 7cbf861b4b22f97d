// The collector's work over HTTP: whom to speak to, what was promised, found and demanded; and what
// secures the loans.
import test from 'ava';
import {addDays} from '../../../src/kernel/local-date.ts';
import {add, compare, isZero, min, rupiah, subtract, toText} from '../../../src/kernel/money.ts';
import {
	type Loan,
	arrearsOn,
	quoteLoan,
	reverseLoanOperation,
	settleLoan,
} from '../../../src/lending/index.ts';
import {createRandom} from '../../../seeds/demo/random.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	countRows,
	createWorld,
	day,
	officer as anOfficer,
	openCity,
	openFunded,
	supervisor as aSupervisor,
} from '../../helpers/world.ts';
import {lendOf, openProduct, repay} from '../late.ts';

let world: World;
let server: Server;
let funded: Funded;
let other: Funded;
let [officer, supervisor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	other = await openFunded(world, '17.71.02.1001');
	await openProduct(world, funded);
	await openProduct(world, other);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book);
	supervisor = await server.signUp('supervisor', funded.book);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const english = {headers: {'accept-language': 'en'}};
const step = async (by: Client, loan: string, verb: string, body: object) =>
	by.post(`/v1/loans/${loan}/${verb}`, body, english);

type Listed = {
	readonly loan: string;
	readonly state: string;
	readonly daysPastDue: number;
	readonly overdue: string;
	readonly owed: string;
	readonly nextDue: {on: string; amount: string} | null;
	readonly promise: {state: string; paid: string} | null;
	readonly member: {name: string; phone: string | null};
	readonly lastVisitOn: string | null;
	readonly lastLetter: {level: number; issuedOn: string} | null;
};

const remind = async (query: string): Promise<Listed[]> => {
	const {status, body} = await officer!.get(`/v1/collections/reminders?${query}`);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.items as Listed[];
};
const one = (items: readonly Listed[], loan: Loan) => items.find(({loan: id}) => id === loan.id);

// Instalments of 110,000 on the 15th of each month from February on; nothing is paid.
test.serial('a loan is reminded of before, on and after its due date', async (t) => {
	const loan = await lendOf(world, funded);
	const on = async (date: string, days = '7') => one(await remind(`on=${date}&days=${days}`), loan);
	t.is(await on('2026-02-07'), undefined);
	const soon = (await on('2026-02-08'))!;
	t.is(soon.state, 'due-soon');
	t.deepEqual(soon.nextDue, {on: '2026-02-15', amount: '110000.00'});
	t.is(soon.daysPastDue, 0);
	t.is((await on('2026-02-15', '0'))!.state, 'due-today');
	const late = (await on('2026-02-16', '0'))!;
	t.is(late.state, 'late');
	t.is(late.daysPastDue, 1);
	t.is(late.overdue, '110000.00');
	t.is(late.owed, '1320000.00');
	t.is(late.nextDue, null);
	const both = (await on('2026-03-10'))!;
	t.is(both.daysPastDue, 23);
	t.is(both.overdue, '110000.00');
	t.deepEqual(both.nextDue, {on: '2026-03-15', amount: '110000.00'});
	t.regex(both.member.name, /^Anggota/);
});

test.serial('the list is of the caller, and of a cooperative where one is named', async (t) => {
	const theirs = await lendOf(world, other);
	t.is(one(await remind('on=2026-03-31&limit=1000'), theirs), undefined);
	t.is(one(await remind(`on=2026-03-31&cooperative=${other.book}`), theirs), undefined);
	const manager = await server.signUp('fund-manager', '17.71');
	const of = async (query: string) =>
		((await manager.get(`/v1/collections/reminders?on=2026-03-31&${query}`)).body.items ??
			[]) as Listed[];
	t.truthy(one(await of(''), theirs));
	t.deepEqual(
		(await of(`cooperative=${other.book}`)).map(({loan}) => loan),
		[theirs.id],
	);
	const {body: first} = await manager.get('/v1/collections/reminders?on=2026-03-31&limit=1');
	t.is(first.items.length, 1);
	const {body: second} = await manager.get(
		`/v1/collections/reminders?on=2026-03-31&limit=1&cursor=${first.nextCursor}`,
	);
	t.not(second.items[0].loan, first.items[0].loan);
});

test.serial('the list agrees with arrearsOn on every loan and day', async (t) => {
	const random = createRandom(23);
	const loans: Loan[] = [];
	for (let index = 0; index < 6; index += 1) {
		const loan = await lendOf(world, funded, {
			principal: String(random.whole(5, 30) * 100_000),
			margin: String(random.whole(1, 9) * 31_001),
			instalments: random.whole(2, 9),
			on: addDays(day('2025-06-10'), random.whole(0, 120)),
		});
		loans.push(loan);
		let left = add(loan.principal, loan.margin);
		for (let payment = 0; payment < random.whole(0, 5); payment += 1) {
			const amount = min(left, rupiah(String(random.whole(1, 9) * 81_003)));
			if (isZero(amount)) break;
			left = subtract(left, amount);
			const paidOn = addDays(loan.disbursedOn!, 20 * (payment + 1) + random.whole(0, 19));
			await repay(world, loan.id, paidOn, toText(amount));
		}
	}
	let late = 0;
	for (const date of ['2025-08-15', '2025-10-31', '2026-01-02', '2026-03-31'].map(day)) {
		const listed = await remind(`on=${date}&days=20&limit=1000`);
		for (const loan of loans.filter(({disbursedOn}) => disbursedOn! <= date)) {
			const {expected, next} = await world.as(anOfficer, async (work) => {
				const book = (await work.ledger.findBook(funded.book))!;
				const owed = await work.lateCharges.owedOn(book, loan.id, date);
				const {instalments} = (await work.lending.findSchedule(book, loan.id, date))!;
				const next = instalments.find(
					({dueOn, owedAfter}) =>
						dueOn >= date && dueOn <= addDays(date, 20) && compare(owed, owedAfter) > 0,
				);
				return {expected: arrearsOn(date, instalments, owed), next: next?.dueOn};
			});
			const found = one(listed, loan);
			t.is(found?.daysPastDue ?? 0, expected.daysPastDue, `${loan.number} on ${date}`);
			t.is(found?.overdue ?? '0.00', toText(expected.overdue));
			t.is(found?.nextDue?.on, next);
			if (expected.daysPastDue > 0) late += 1;
		}
	}
	t.true(late > 5);
});

test.serial('whether a promise was kept is what was repaid', async (t) => {
	const loan = await lendOf(world, funded);
	const promise = async (change: object = {}) =>
		step(officer!, loan.id, 'promises', {
			promisedOn: '2026-03-16',
			payOn: '2026-03-25',
			amount: '200000',
			promisedBy: 'Suaminya',
			...change,
		});
	const before = await countRows(world);
	t.is((await promise({payOn: '2026-03-15'})).body.code, 'lending/promise-before-given');
	t.is((await promise({amount: '1320000.01'})).body.code, 'lending/promise-above-owed');
	t.is((await promise({promisedOn: '2026-04-01'})).body.code, 'lending/not-happened-yet');
	t.deepEqual(await countRows(world), before);
	const made = await promise();
	t.is(made.status, 201, JSON.stringify(made.body));
	t.is(made.body.state, 'broken');
	t.is(made.body.paid, '0.00');

	const state = async () => {
		const {body} = await officer!.get(`/v1/loans/${loan.id}/collection`);
		const [{state: of, paid}] = body.promises;
		return `${of} ${paid}`;
	};
	// Before the promise, within its days, and after them.
	await repay(world, loan.id, '2026-03-15', '50000');
	await repay(world, loan.id, '2026-03-26', '50000');
	t.is(await state(), 'broken 0.00');
	await repay(world, loan.id, '2026-03-25', '150000');
	t.is(await state(), 'broken 150000.00');
	const last = await repay(world, loan.id, '2026-03-16', '50000');
	t.is(await state(), 'kept 200000.00');
	t.is(one(await remind('on=2026-03-24'), loan)!.promise!.state, 'open');
	t.is(one(await remind('on=2026-03-31&days=30'), loan)!.promise!.state, 'kept');
	await world.as(aSupervisor, async (work) =>
		reverseLoanOperation(work, {
			loan: loan.id,
			repayment: last.id,
			effectiveOn: day('2026-03-31'),
			reason: 'Salah nomor',
			document: 'BA-1',
		}),
	);
	t.is(await state(), 'broken 150000.00');
});

test.serial('visits are logged', async (t) => {
	const loan = await lendOf(world, funded);
	const visit = {
		visitedOn: '2026-03-20',
		visitor: 'Pak Dedi',
		met: 'family',
		found: 'Warung tutup, suami bekerja di luar kota',
	};
	const future = await step(officer!, loan.id, 'visits', {...visit, visitedOn: '2026-04-01'});
	t.is(future.body.code, 'lending/not-happened-yet');
	const made = await step(officer!, loan.id, 'visits', visit);
	t.is(made.status, 201, JSON.stringify(made.body));
	t.is((await step(supervisor!, loan.id, 'visits', {...visit, met: 'nobody'})).body.number, 2);
	const {body} = await officer!.get(`/v1/loans/${loan.id}/collection`);
	t.deepEqual(
		body.visits.map(({met, number}: {met: string; number: number}) => `${number} ${met}`),
		['1 family', '2 nobody'],
	);
	t.is(one(await remind('on=2026-03-31'), loan)!.lastVisitOn, '2026-03-20');
});

test.serial('three demand letters follow one another, and say how late it was', async (t) => {
	const loan = await lendOf(world, funded);
	const letter = async (issuedOn: string) =>
		step(officer!, loan.id, 'letters', {issuedOn, delivery: 'Diantar Pak Dedi'});
	t.is((await letter('2026-02-15')).body.code, 'lending/loan-not-late');
	const first = await letter('2026-02-20');
	t.is(first.status, 201, JSON.stringify(first.body));
	t.is(first.body.level, 1);
	t.is(first.body.daysPastDue, 5);
	t.is(first.body.overdue, '110000.00');
	t.is((await letter('2026-02-19')).body.code, 'lending/letter-before-last');
	t.is((await letter('2026-03-01')).body.level, 2);
	const third = await letter('2026-03-20');
	t.is(third.body.level, 3);
	t.is(third.body.overdue, '220000.00');
	const numbers = [first, third].map(({body}) => String(body.number));
	t.deepEqual(numbers, ['1', '3']);
	const fourth = await letter('2026-03-21');
	t.is(fourth.status, 409);
	t.is(fourth.body.code, 'lending/letters-sent');
	t.deepEqual(one(await remind('on=2026-03-31'), loan)!.lastLetter, {
		level: 3,
		issuedOn: '2026-03-20',
	});
	// Both instalments are paid; the one of 15 April is late on the 16th: the first letter again.
	await repay(world, loan.id, '2026-03-22', '220000');
	world.setDay('2026-04-16');
	t.is((await letter('2026-04-16')).body.level, 1);
	world.setDay('2026-03-31');
});

const certificate = (document: string, change: object = {}) => ({
	kind: 'land',
	description: 'Tanah 120 m2 di Kandang Mas',
	owner: 'Ayah anggota',
	document,
	place: 'Brankas kantor',
	takenOn: '2026-01-15',
	appraisal: {appraisedOn: '2026-01-14', value: '40000000', appraiser: 'Pak Anwar'},
	...change,
});

test.serial('collateral is worth its last appraisal, and secures one loan', async (t) => {
	const loan = await lendOf(world, funded);
	const taken = await step(officer!, loan.id, 'collateral', certificate('SHM-1'));
	t.is(taken.status, 201, JSON.stringify(taken.body));
	t.is(taken.body.value, '40000000.00');
	const twice = await step(officer!, loan.id, 'collateral', certificate('SHM-1'));
	t.is(twice.status, 409);
	t.is(twice.body.detail, 'The document SHM-1 secures a loan still; release it first.');
	await step(officer!, loan.id, 'collateral', {
		...certificate('BPKB-1', {kind: 'vehicle'}),
		appraisal: {appraisedOn: '2026-02-01', value: '9000000', appraiser: 'Pak Anwar'},
	});
	const revalued = await step(officer!, loan.id, 'collateral/1/appraisals', {
		appraisedOn: '2026-03-01',
		value: '38000000',
		appraiser: 'Bu Lina',
	});
	t.is(revalued.status, 201, JSON.stringify(revalued.body));
	const worth = async (asOf: string) => {
		const {body} = await officer!.get(`/v1/loans/${loan.id}/collateral?asOf=${asOf}`);
		return body.items.map(({value}: {value: string | null}) => value);
	};
	t.deepEqual(await worth('2026-01-14'), [null, null]);
	t.deepEqual(await worth('2026-01-31'), ['40000000.00', null]);
	t.deepEqual(await worth('2026-02-28'), ['40000000.00', '9000000.00']);
	t.deepEqual(await worth('2026-03-01'), ['38000000.00', '9000000.00']);
	const sums = async (asOf: string) =>
		world.as(anOfficer, async (work) => {
			const book = (await work.ledger.findBook(funded.book))!;
			const found = await work.collateral.collateralOf(book, day(asOf));
			return found.filter((of) => of.loan === loan.id).map(({value}) => toText(value));
		});
	t.deepEqual(await sums('2026-01-14'), []);
	t.deepEqual(await sums('2026-02-28'), ['49000000.00']);
	t.deepEqual(await sums('2026-03-31'), ['47000000.00']);
	const {body} = await officer!.get(`/v1/cooperatives/${funded.book}/collateral?limit=1`);
	t.is(body.items.length, 1);
	t.truthy(body.nextCursor);
	const next = await officer!.get(
		`/v1/cooperatives/${funded.book}/collateral?limit=1&cursor=${body.nextCursor}`,
	);
	t.is(next.body.items[0].number, 2);
	const outsider = await server.signUp('officer', other.book);
	t.is((await outsider.get(`/v1/cooperatives/${funded.book}/collateral`)).status, 404);
});

test.serial('collateral goes back when the loan is settled, or for a reason', async (t) => {
	const loan = await lendOf(world, funded);
	await step(officer!, loan.id, 'collateral', certificate('SHM-2'));
	await step(officer!, loan.id, 'collateral', certificate('SHM-3'));
	const release = async (by: Client, number: number, verb = 'release', change: object = {}) =>
		step(by, loan.id, `collateral/${number}/${verb}`, {
			releasedOn: '2026-03-31',
			handedTo: 'Anggota',
			...change,
		});
	const owed = await release(officer!, 1);
	t.is(owed.status, 409);
	t.is(owed.body.code, 'lending/collateral-not-free');
	t.is((await release(officer!, 1, 'release-early', {reason: 'x'})).status, 403);
	t.is((await release(supervisor!, 1, 'release-early')).status, 422);
	const early = await release(supervisor!, 1, 'release-early', {reason: 'Diganti SHM-3'});
	t.is(early.status, 200, JSON.stringify(early.body));
	t.is(early.body.release.earlyReason, 'Diganti SHM-3');
	t.is(early.body.value, null);
	const gone = await release(supervisor!, 1, 'release-early', {reason: 'Lagi'});
	t.is(gone.body.code, 'lending/collateral-released');
	const appraisal = {appraisedOn: '2026-03-31', value: '1', appraiser: 'x'};
	t.is(
		(await step(officer!, loan.id, 'collateral/1/appraisals', appraisal)).body.code,
		'lending/collateral-released',
	);
	t.is((await release(officer!, 9)).body.code, 'lending/unknown-collateral');
	// What was given back may secure another loan.
	const second = await lendOf(world, funded);
	t.is((await step(officer!, second.id, 'collateral', certificate('SHM-2'))).status, 201);

	await world.as(anOfficer, async (work) => {
		const paidOn = day('2026-03-31');
		const {total} = await quoteLoan(work, loan.id, paidOn);
		return settleLoan(work, {loan: loan.id, paidOn, method: 'cash', amount: total});
	});
	t.is((await release(officer!, 2)).status, 200);
	const late = await step(officer!, loan.id, 'collateral', certificate('SHM-4'));
	t.is(late.body.code, 'lending/collateral-too-late');
});
