// A city as it was lent to: agreed on 18 December 2013 for seven years with two of grace, principal
// in years 3 to 7 (BPK Bengkulu): dues of a fifth on every 18 December from 2016 to 2020.
import {recordPengurus} from '../../src/cooperatives/index.ts';
import {
	type CurrentPortion,
	type FundClaim,
	type FundProvision,
	type FundWriteOff,
	type NewWriteOff,
	bookCurrentPortion,
	bookFundProvision,
	confirmFundWriteOff,
	proposeFundWriteOff,
	readAnnex,
	reportFundClaim,
	stateFundClaim,
} from '../../src/city/index.ts';
import {allocateToKelurahan, recordRemittance, recordTranche} from '../../src/fund/index.ts';
import {recordRepayment} from '../../src/lending/index.ts';
import {isZero, rupiah, toText} from '../../src/kernel/money.ts';
import type {PengurusId} from '../../src/kernel/ids.ts';
import {kelurahanCode} from '../../src/kernel/region-code.ts';
import {mirrorDifference, readFundHealth} from '../../src/reporting/index.ts';
import {
	type Funded,
	type World,
	city,
	createWorld,
	day,
	fundManager,
	lend,
	officer,
	openCity,
	openCooperative,
	supervisor,
} from '../helpers/world.ts';

export async function createOldWorld(today: string): Promise<World> {
	const world = await createWorld(today);
	await openCity(world, {openedOn: '2013-12-01'});
	return world;
}

/** A cooperative that was lent Rp 500 juta, or so much, on 20 December 2013. */
export async function openOld(
	world: World,
	kelurahan = '17.71.01.1001',
	received = '500000000',
): Promise<Funded> {
	const book = await openCooperative(world, kelurahan, '2013-12-01');
	return world.as(fundManager, async (work) => {
		const allocation = await allocateToKelurahan(work, {
			programme: 'SAMISAKE',
			cooperative: book,
			kelurahanCode: kelurahanCode(kelurahan),
			agreementNumber: `PKS-${kelurahan}`,
			agreedOn: day('2013-12-18'),
			amount: rupiah('500000000'),
		});
		const tranche = await recordTranche(work, {
			allocation: allocation.id,
			document: 'SP2D-1',
			budgetYear: 2013,
			receivedOn: day('2013-12-20'),
			amount: rupiah(received),
		});
		return {book, allocation, tranche: tranche.id};
	});
}

/** Lends a sum to a member on a day of 2025 and has it paid back in cash at once: it is held. */
export async function collect(world: World, funded: Funded, amount: string): Promise<void> {
	const loan = await lend(world, funded, {principal: amount, instalments: 1});
	await world.as(officer, async (work) =>
		recordRepayment(work, {
			loan: loan.id,
			paidOn: day('2025-03-03'),
			amount: rupiah(amount),
			method: 'cash',
		}),
	);
}

export const remit = async (world: World, funded: Funded, amount: string, on = '2025-03-31') =>
	world.as(officer, async (work) =>
		recordRemittance(work, {
			allocation: funded.allocation.id,
			document: 'STS-1',
			remittedOn: day(on),
			amount: rupiah(amount),
			method: 'cash',
		}),
	);

export const closeOn = async (world: World, balanceDate: string): Promise<CurrentPortion[]> =>
	world.as(fundManager, async (work) =>
		bookCurrentPortion(work, {book: city, balanceDate: day(balanceDate)}),
	);

export const provideFor = async (world: World, month: string): Promise<FundProvision[]> =>
	world.as(fundManager, async (work) =>
		bookFundProvision(work, {book: city, month: day(`${month}-01`)}),
	);

export const proposal = (
	funded: Funded,
	step: FundWriteOff['step'],
	amount: string,
	on = '2025-07-01',
): NewWriteOff => ({
	allocation: funded.allocation.id,
	step,
	amount: rupiah(amount),
	effectiveOn: day(on),
	decree: 'SK-Walikota-1',
	decreeOn: day('2025-06-30'),
	reason: 'Koperasi bubar',
});

export const propose = async (world: World, wanted: NewWriteOff): Promise<FundWriteOff> =>
	world.as(fundManager, async (work) => proposeFundWriteOff(work, wanted));

/** Proposed by one and confirmed by another. */
export async function writeOff(world: World, wanted: NewWriteOff): Promise<FundWriteOff> {
	const proposed = await propose(world, wanted);
	return world.as(supervisor, async (work) =>
		confirmFundWriteOff(work, {writeOff: proposed.id, reason: 'Sesuai SK'}),
	);
}

export async function registerBendahara(world: World, funded: Funded): Promise<PengurusId> {
	const one = await world.as(fundManager, async (work) =>
		recordPengurus(work, {
			cooperative: funded.book,
			name: 'Bendahara',
			nik: '1771014103700001',
			office: 'bendahara',
			since: day('2014-01-01'),
		}),
	);
	return one.id;
}

export const reportLoss = async (
	world: World,
	funded: Funded,
	pengurus: PengurusId,
	amount: string,
	shortage: FundClaim['shortage'] = 'cash',
): Promise<FundClaim> =>
	world.as(fundManager, async (work) =>
		reportFundClaim(work, {
			allocation: funded.allocation.id,
			pengurus,
			shortage,
			amount: rupiah(amount),
			foundOn: day('2025-06-01'),
			foundBy: 'Inspektorat',
			description: 'Kas tidak sesuai',
		}),
	);

/** States a claim in one instalment at the end of 2025. */
export const stateLoss = async (world: World, claim: FundClaim): Promise<FundClaim> =>
	world.as(supervisor, async (work) =>
		stateFundClaim(work, {
			claim: claim.id,
			occurredOn: day('2025-06-10'),
			document: 'SKTJM-1',
			reason: 'Mengakui',
			basis: 'sktjm',
			instalments: [{dueOn: day('2025-12-31'), amount: claim.amount}],
		}),
	);

/** The annex on a day, and that it and the mirror are what the journals say. */
export const annexOn = async (world: World, asOf: string, from?: string) =>
	world.as(fundManager, async (work) =>
		readAnnex(work, {
			book: city,
			asOf: day(asOf),
			...(from === undefined ? {} : {from: day(from)}),
		}),
	);

/** What the mirror is out by in all, and whether the annex is what the accounts say. */
export async function agreement(world: World, asOf: string) {
	const health = await world.as(fundManager, async (work) =>
		readFundHealth(work, {}, {asOf: day(asOf)}),
	);
	const {control} = await annexOn(world, asOf);
	return {
		mirror: toText(mirrorDifference(health.total.sums)),
		annex: isZero(control.investedDifference) && isZero(control.provisionDifference),
	};
}

export const agreed = {mirror: '0.00', annex: true};
