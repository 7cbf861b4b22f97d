// A small cooperative, of which every figure is worked out by hand.
//
// Savings at the ends of the twelve months of 2025:
//   A  pokok 100.000 from January (12), wajib 20.000 from March (10)  1.400.000 / 12 = 116.666,66
//   B  pokok 100.000 from July (6)                                      600.000 / 12 =  50.000,00
//   C  pokok 100.000 from January to September (9), then she left       900.000 / 12 =  75.000,00
//   and what A has of wadiah, by which nothing is shared; in all                      241.666,66
// Margin paid in 2025: A three times 10.000, B twice 10.000, C nothing; in all 50.000.
// Less expenses of 7.777,50 the surplus is 42.222,50.
import {
	closeYear,
	credit,
	debit,
	postEntry,
	reverseManualEntry,
	type SealedEntry,
} from '../../src/ledger/index.ts';
import {recordRepayment} from '../../src/lending/index.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {percent} from '../../src/kernel/rate.ts';
import type {Member} from '../../src/cooperatives/index.ts';
import {type SavingProduct, depositSaving, leaveCooperative} from '../../src/savings/index.ts';
import {
	type SurplusDistribution,
	type SurplusRule,
	distributeSurplus,
	setSurplusRule,
} from '../../src/surplus/index.ts';
import {
	type Funded,
	type World,
	code,
	day,
	fundManager,
	joinMember,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../helpers/world.ts';

export type Small = {
	readonly funded: Funded;
	readonly a: Member;
	readonly b: Member;
	readonly c: Member;
	readonly closing: SealedEntry;
};

/** What its Rapat Anggota decided: an example, for no law names percentages. */
export const exampleParts = [
	{kind: 'general-reserve', name: 'Cadangan umum', percent: percent('30')},
	{kind: 'member-savings', name: 'Jasa simpanan', percent: percent('25')},
	{kind: 'member-business', name: 'Jasa usaha', percent: percent('25')},
	{kind: 'education', name: 'Dana pendidikan', percent: percent('5')},
	{kind: 'social', name: 'Dana sosial', percent: percent('2.5')},
	{kind: 'management', name: 'Dana pengurus', percent: percent('7.5')},
	{kind: 'employees', name: 'Dana karyawan', percent: percent('5')},
] as const;

export async function setExampleRule(world: World, {book}: Funded): Promise<SurplusRule> {
	return world.as(supervisor, async (work) =>
		setSurplusRule(work, {
			book,
			effectiveFrom: day('2026-01-01'),
			basis: 'member-meeting',
			document: 'RAT-2026/1',
			savingProducts: ['pokok', 'wajib'],
			parts: exampleParts,
		}),
	);
}

/** The cooperative with its year 2025, which the supervisor closed. */
export async function openSmall(world: World): Promise<Small> {
	await openCity(world);
	const funded = await openFunded(world);
	const {book} = funded;
	const join = async () => joinMember(world, book);
	const [a, b, c] = [await join(), await join(), await join()];
	const save = async (
		{id: member}: Member,
		product: SavingProduct,
		on: string,
		amount = '100000',
	) =>
		world.as(officer, async (work) =>
			depositSaving(work, {
				member,
				product,
				effectiveOn: day(on),
				amount: rupiah(amount),
				method: 'cash',
			}),
		);
	await save(a, 'pokok', '2025-01-15');
	await save(a, 'wajib', '2025-03-10', '20000');
	await save(a, 'wadiah', '2025-02-01', '500000');
	await save(b, 'pokok', '2025-07-01');
	await save(c, 'pokok', '2025-01-31');
	await world.as(officer, async (work) =>
		leaveCooperative(work, {
			member: c.id,
			leftOn: day('2025-10-05'),
			method: 'cash',
			reason: 'Pindah',
		}),
	);
	const pay = async ({id: member}: Member, times: number) => {
		const loan = await lend(world, funded, {akad: 'murabahah', margin: '120000', member});
		for (let month = 3; month < 3 + times; month += 1) {
			await world.as(officer, async (work) =>
				recordRepayment(work, {
					loan: loan.id,
					paidOn: day(`2025-0${month}-03`),
					amount: rupiah('110000'),
					method: 'cash',
				}),
			);
		}
	};
	await pay(a, 3);
	await pay(b, 2);
	await world.as(supervisor, async (work) =>
		postEntry(work, {
			book,
			effectiveOn: day('2025-12-20'),
			kind: 'manual',
			reason: 'Alat tulis',
			document: 'BKK-1',
			lines: [debit(code('5.2.01'), rupiah('7777.50')), credit(code('1.1.01'), rupiah('7777.50'))],
		}),
	);
	return {funded, a, b, c, closing: await closeSmall(world, funded)};
}

export const closeSmall = async (world: World, {book}: Funded): Promise<SealedEntry> =>
	world.as(supervisor, async (work) =>
		closeYear(work, book, {
			year: 2025,
			equityAccount: code('3.2.09'),
			reason: 'Tutup buku 2025',
			document: 'RAT-2026/0',
		}),
	);

export const reopenSmall = async (world: World, {funded, closing}: Small): Promise<SealedEntry> =>
	world.as(supervisor, async (work) =>
		reverseManualEntry(
			work,
			{book: funded.book, number: closing.number},
			{effectiveOn: day('2025-12-31'), reason: 'Buka kembali', document: 'BA-1'},
		),
	);

export const distributeSmall = async (
	world: World,
	{funded}: Small,
): Promise<SurplusDistribution> =>
	world.as(fundManager, async (work) =>
		distributeSurplus(work, {
			book: funded.book,
			year: 2025,
			decidedOn: day('2026-02-20'),
			document: 'RAT-2026/2',
		}),
	);
