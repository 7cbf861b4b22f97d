// Provisions over months, worked out by hand: what is booked is only ever the difference.
import test from 'ava';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {rupiah, toText} from '../../../src/kernel/money.ts';
import {credit, debit, postEntry} from '../../../src/ledger/index.ts';
import type {DomainError} from '../../../src/kernel/errors.ts';
import type {ProvisionOutcome} from '../../../src/provisioning/index.ts';
import {
	type Funded,
	type World,
	balances,
	code,
	countRows,
	createWorld,
	day,
	lend,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';
import {choose, pay, provide, setClass} from '../setup.ts';

let world: World;
test.before(async () => {
	world = await createWorld('2025-12-31');
	await openCity(world);
});
test.after.always(async () => {
	await world.close();
});

/** The lines of an entry as `account side amount`, and what they name beside the fund. */
async function linesOf(book: BookCode, number: number): Promise<string[]> {
	const {rows} = await world.database.owner.raw<{rows: {line: string}[]}>(
		`select concat_ws(' ', account_code, side, amount, coalesce(fund_id::text, '-')) as line
		from lines join books on books.id = lines.book_id
		where books.code = ? and entry_number = ? order by line_number`,
		[book, number],
	);
	return rows.map(({line}) => line);
}

async function allowance(book: BookCode): Promise<string> {
	return (await balances(world, book))['1.2.19'] ?? '0.00';
}

const shown = ({bookedBefore, required, run}: ProvisionOutcome): string =>
	`${toText(bookedBefore)} to ${toText(required)}, ${run ? `PNY-${run.number}` : 'nothing'}`;

const refusalOf = async (run: Promise<unknown>): Promise<string> =>
	run.then(
		() => 'done',
		(error: unknown) => (error as DomainError).code,
	);

test.serial(
	'three months: current, overdue, paid up again; each books its difference',
	async (t) => {
		const funded: Funded = await openFunded(world, '17.71.01.1001');
		const {book, allocation} = funded;
		await choose(world, book, 'koperasi');
		// 100,000 a month from 3 March on; monthly loans are current up to three months.
		const loan = await lend(world, funded, {disbursedOn: '2025-02-03'});
		// 0.5 % of 1,200,000.
		const may = await provide(world, book, '2025-05');
		t.is(shown(may), '0.00 to 6000.00, PNY-1');
		t.deepEqual(await linesOf(book, may.run!.entryNumber), [
			`5.3.01 debit 6000.00 ${allocation.id}`,
			`1.2.19 credit 6000.00 ${allocation.id}`,
		]);
		// On 30 June it is late since 3 March: the fourth month has begun, kurang lancar, 10 %.
		const june = await provide(world, book, '2025-06');
		t.is(shown(june), '6000.00 to 120000.00, PNY-2');
		t.deepEqual(await linesOf(book, june.run!.entryNumber), [
			`5.3.01 debit 114000.00 ${allocation.id}`,
			`1.2.19 credit 114000.00 ${allocation.id}`,
		]);
		t.is(await allowance(book), '-120000.00');
		// Five instalments are paid in July: 700,000 is left and nothing is late.
		await pay(world, loan.id, '2025-07-20', '500000');
		const july = await provide(world, book, '2025-07');
		t.is(shown(july), '120000.00 to 3500.00, PNY-3');
		t.deepEqual(await linesOf(book, july.run!.entryNumber), [
			`1.2.19 debit 116500.00 ${allocation.id}`,
			`5.3.01 credit 116500.00 ${allocation.id}`,
		]);
		t.is(await allowance(book), '-3500.00');
		// The entries before stay as they were.
		t.deepEqual(await linesOf(book, may.run!.entryNumber), [
			`5.3.01 debit 6000.00 ${allocation.id}`,
			`1.2.19 credit 6000.00 ${allocation.id}`,
		]);
	},
);

test.serial(
	'a second run of a month posts nothing, and what came late is booked as a difference',
	async (t) => {
		const funded = await openFunded(world, '17.71.01.1002');
		const {book} = funded;
		await choose(world, book, 'permendagri-73');
		const loan = await lend(world, funded, {disbursedOn: '2025-02-03'});
		t.is(shown(await provide(world, book, '2025-05')), '0.00 to 6000.00, PNY-1');
		const before = await countRows(world);
		t.is(shown(await provide(world, book, '2025-05')), '6000.00 to 6000.00, nothing');
		t.deepEqual(await countRows(world), before);
		// A payment of May that was booked afterwards: 0.5 % of 1,100,000.
		await pay(world, loan.id, '2025-05-20', '100000');
		t.is(shown(await provide(world, book, '2025-05')), '6000.00 to 5500.00, PNY-2');
		t.is(await allowance(book), '-5500.00');
	},
);

test.serial('a class by hand raises the provision from its day on, until it ends', async (t) => {
	const funded = await openFunded(world, '17.71.01.1003');
	const {book} = funded;
	await choose(world, book, 'koperasi');
	const loan = await lend(world, funded, {disbursedOn: '2025-02-03'});
	await setClass(world, loan.id, 'macet', '2025-04-15');
	t.is(shown(await provide(world, book, '2025-03')), '0.00 to 6000.00, PNY-1');
	t.is(shown(await provide(world, book, '2025-04')), '6000.00 to 1200000.00, PNY-2');
	await setClass(world, loan.id, undefined, '2025-05-02');
	t.is(shown(await provide(world, book, '2025-05')), '1200000.00 to 6000.00, PNY-3');
});

test.serial('another policy books another provision from its day on', async (t) => {
	const funded = await openFunded(world, '17.71.01.1004');
	const {book} = funded;
	await choose(world, book, 'koperasi');
	await choose(world, book, 'pojk-62', '2025-07-01');
	await lend(world, funded, {disbursedOn: '2025-02-03'});
	// Kurang lancar: 10 %. Then late for more than three months under POJK 62/2015: 50 %.
	t.is(shown(await provide(world, book, '2025-06')), '0.00 to 120000.00, PNY-1');
	const july = await provide(world, book, '2025-07');
	t.is(shown(july), '120000.00 to 600000.00, PNY-2');
	t.is(july.policy.code, 'pojk-62');
});

test.serial(
	'an allowance that was booked by hand without a fund becomes one with funds',
	async (t) => {
		const funded = await openFunded(world, '17.71.01.1005');
		const {book, allocation} = funded;
		await choose(world, book, 'koperasi');
		await lend(world, funded, {disbursedOn: '2025-02-03'});
		await world.as(supervisor, async (work) =>
			postEntry(work, {
				book,
				effectiveOn: day('2025-03-01'),
				kind: 'manual',
				reason: 'Saldo awal penyisihan',
				document: 'BM-1',
				lines: [debit(code('5.3.01'), rupiah('4000')), credit(code('1.2.19'), rupiah('4000'))],
			}),
		);
		const {run} = await provide(world, book, '2025-03');
		t.deepEqual(await linesOf(book, run!.entryNumber), [
			'1.2.19 debit 4000.00 -',
			'5.3.01 credit 4000.00 -',
			`5.3.01 debit 6000.00 ${allocation.id}`,
			`1.2.19 credit 6000.00 ${allocation.id}`,
		]);
		t.is(await allowance(book), '-6000.00');
	},
);

test.serial('a murabahah is provided for net of its deferred margin', async (t) => {
	const funded = await openFunded(world, '17.71.01.1006');
	const {book} = funded;
	await choose(world, book, 'koperasi');
	const loan = await lend(world, funded, {
		akad: 'murabahah',
		principal: '1200000',
		margin: '120000',
		disbursedOn: '2025-02-03',
	});
	// 110,000 a month: 10,000 of it margin. After two, 1,000,000 of the cost is outstanding.
	await pay(world, loan.id, '2025-03-03', '110000');
	await pay(world, loan.id, '2025-04-03', '110000');
	t.is(shown(await provide(world, book, '2025-04')), '0.00 to 5000.00, PNY-1');
});

test.serial('what is not to be is refused with its code, and nothing is written', async (t) => {
	const funded = await openFunded(world, '17.71.02.1001');
	const {book} = funded;
	const loan = await lend(world, funded, {disbursedOn: '2025-02-03'});
	const before = await countRows(world);
	t.is(await refusalOf(provide(world, book, '2025-05')), 'provisioning/no-policy-chosen');
	t.deepEqual(await countRows(world), before);
	await choose(world, book, 'koperasi', '2025-05-01');
	await setClass(world, loan.id, 'macet', '2025-06-01');
	await provide(world, book, '2025-07');
	const after = await countRows(world);
	const attempts: readonly (readonly [() => Promise<unknown>, string])[] = [
		[async () => provide(world, book, '2025-04'), 'provisioning/later-month-booked'],
		[async () => provide(world, book, '2026-01'), 'provisioning/month-not-over'],
		[
			async () => provide(world, 'KOTA-BENGKULU' as BookCode, '2025-07'),
			'provisioning/not-a-cooperative',
		],
		[async () => provide(world, 'KOP-0' as BookCode, '2025-07'), 'ledger/unknown-book'],
		[async () => choose(world, book, 'koperasi', '2025-05-01'), 'provisioning/choice-not-later'],
		[async () => choose(world, book, 'pojk-1', '2025-06-01'), 'provisioning/unknown-policy'],
		[async () => choose(world, book, 'pojk-62', '2014-06-01'), 'provisioning/policy-not-in-force'],
		[async () => setClass(world, loan.id, 'lancar', '2025-08-01'), 'provisioning/class-not-worse'],
		// Kurang lancar is what lateness says by then.
		[
			async () => setClass(world, loan.id, 'kurang-lancar', '2025-08-01'),
			'provisioning/class-not-worse',
		],
		[async () => setClass(world, loan.id, 'buruk', '2025-08-01'), 'provisioning/unknown-class'],
		[async () => setClass(world, loan.id, 'macet', '2025-05-31'), 'provisioning/class-before-last'],
		[async () => setClass(world, loan.id, 'macet', '2026-01-01'), 'provisioning/date-in-future'],
		[
			async () => setClass(world, loan.id, 'macet', '2025-08-01', 'pojk-0'),
			'provisioning/unknown-policy',
		],
		[
			async () => setClass(world, loan.id, undefined, '2025-08-01', 'pojk-62'),
			'provisioning/no-manual-class',
		],
		[
			async () => setClass(world, loan.id, 'macet', '2025-01-31', 'pojk-62'),
			'provisioning/nothing-owed',
		],
	];
	for (const [attempt, wanted] of attempts) t.is(await refusalOf(attempt()), wanted);
	t.deepEqual(await countRows(world), after);
});
