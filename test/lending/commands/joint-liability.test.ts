import test from 'ava';
import fc from 'fast-check';
import type {ClaimId, DepositMovementId, LoanId, MemberId} from '../../../src/kernel/ids.ts';
import {addDays} from '../../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../../src/kernel/money.ts';
import {
	depositWithGroup,
	guaranteeLoan,
	leaveGroup,
	payForAnother,
	payFromDeposits,
	recordRepayment,
	repayClaim,
	reverseClaimRepayment,
	reverseDeposit,
	reverseLoanOperation,
	withdrawFromGroup,
} from '../../../src/lending/index.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	day,
	joinMember,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';
import {lendToGroup, openGroup, refusalOf} from '../collective.ts';

let world: World;
let funded: Funded;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	funded = await openFunded(world);
});
test.after.always(async () => {
	await world.close();
});

const reversal = {effectiveOn: day('2026-03-31'), reason: 'Salah catat', document: 'BA-1'};

/** A group of three in which each has a loan: the verbs of it in short. */
async function openTown() {
	const opened = await openGroup(world, funded);
	const loans = await lendToGroup(world, funded, opened);
	const group = opened.group.id;
	const members = opened.members as readonly [MemberId, MemberId, MemberId];
	const deposit = async (member: MemberId, amount: string, on = '2025-03-01') =>
		world.as(officer, async (work) =>
			depositWithGroup(work, {
				group,
				member,
				receivedOn: day(on),
				method: 'cash',
				amount: rupiah(amount),
			}),
		);
	const withdraw = async (member: MemberId, amount: string, on = '2026-03-31') =>
		world.as(officer, async (work) =>
			withdrawFromGroup(work, {
				group,
				member,
				withdrawnOn: day(on),
				method: 'cash',
				amount: rupiah(amount),
				document: 'BKK-1',
			}),
		);
	const payFrom = async (loan: LoanId, on: string, ...parts: readonly [MemberId, string][]) =>
		world.as(officer, async (work) =>
			payFromDeposits(work, {
				group,
				loan,
				paidOn: day(on),
				method: 'cash',
				document: 'Notulen-4',
				parts: parts.map(([member, amount]) => ({member, amount: rupiah(amount)})),
			}),
		);
	const payFor = async (loan: LoanId, payer: MemberId, amount: string, on = '2025-04-10') =>
		world.as(officer, async (work) =>
			payForAnother(work, {
				loan,
				payer,
				paidOn: day(on),
				method: 'cash',
				amount: rupiah(amount),
			}),
		);
	const held = async (member: MemberId) =>
		world.as(officer, async (work) => {
			const book = (await work.ledger.findBook(funded.book))!;
			return toText((await work.groups.depositState(book, member)).balance);
		});
	return {group, loans: loans.map(({id}) => id), members, deposit, withdraw, payFrom, payFor, held};
}

const repay = async (claim: ClaimId, amount: string, on = '2025-05-01') =>
	world.as(officer, async (work) =>
		repayClaim(work, {claim, paidOn: day(on), method: 'cash', amount: rupiah(amount)}),
	);
const balanceOf = async (claim: ClaimId) =>
	world.as(officer, async (work) => toText((await work.groups.findClaim(claim))!.claim.balance));
const takeBack = async (
	loan: LoanId,
	repayment: Awaited<ReturnType<typeof recordRepayment>>['id'],
) =>
	world.as(supervisor, async (work) => reverseLoanOperation(work, {...reversal, loan, repayment}));

/** What each member has in the journal's account of deposits, and in the kept balances. */
async function bothBalances(): Promise<[booked: unknown, kept: unknown]> {
	const {rows: booked} = await world.database.owner.raw<{rows: unknown[]}>(
		`select book_id, member_id,
			sum(case side when 'credit' then amount else -amount end)::text as balance
		from lines where account_code = '2.1.12' group by 1, 2 order by 1, 2`,
	);
	const {rows: kept} = await world.database.owner.raw<{rows: unknown[]}>(
		`select book_id, member_id, balance::numeric(38, 2)::text as balance
		from group_deposit_balances order by 1, 2`,
	);
	return [booked, kept];
}

test.serial('another pays for a member, and has a claim until it is repaid', async (t) => {
	const {loans, members, payFor} = await openTown();
	const [loan] = loans as [LoanId];
	const {repayment, claim} = await payFor(loan, members[1], '100000');
	t.is(toText(repayment.principal), '100000.00');
	t.is(await balanceOf(claim), '100000.00');
	await repay(claim, '60000');
	t.is(await balanceOf(claim), '40000.00');
	t.is(await refusalOf(repay(claim, '40001')), 'lending/claim-repaid-too-much');
	t.is(await refusalOf(repay(claim, '1', '2025-04-09')), 'lending/claim-before-incurred');
	// What is repaid in part is not taken back from its beginning.
	t.is(await refusalOf(takeBack(loan, repayment.id)), 'lending/claim-partly-repaid');
	const movement = await repay(claim, '40000');
	t.is(await balanceOf(claim), '0.00');
	t.is((await balances(world, funded.book))['2.1.02'], '-100000.00');
	const undo = async () =>
		world.as(supervisor, async (work) =>
			reverseClaimRepayment(work, {...reversal, claim, movement: movement.id}),
		);
	t.is(await refusalOf(undo()), undefined);
	t.is(await balanceOf(claim), '40000.00');
	t.is(await refusalOf(undo()), 'lending/already-reversed');
	t.is((await balances(world, funded.book))['2.1.02'], '-60000.00');
});

test.serial('a payment for another that is taken back takes its claim along', async (t) => {
	const {loans, members, payFor} = await openTown();
	const [loan] = loans as [LoanId];
	const {repayment, claim} = await payFor(loan, members[1], '100000');
	await takeBack(loan, repayment.id);
	t.is(await balanceOf(claim), '0.00');
	t.is(await refusalOf(repay(claim, '1')), 'lending/claim-repaid-too-much');
});

test.serial('only the group and guarantors pay for a member', async (t) => {
	const {loans, members, payFor} = await openTown();
	const [loan] = loans as [LoanId];
	const stranger = await joinMember(world, funded.book);
	t.is(await refusalOf(payFor(loan, stranger.id, '1')), 'lending/payer-not-liable');
	t.is(await refusalOf(payFor(loan, members[0], '1')), 'lending/payer-is-borrower');
	t.is(await refusalOf(payFor(loan, members[1], '1200001')), 'lending/repays-more-than-owed');
	await world.as(officer, async (work) =>
		guaranteeLoan(work, {
			loan,
			member: stranger.id,
			guaranteedOn: day('2025-02-03'),
			document: 'SP-1',
		}),
	);
	t.is(await refusalOf(payFor(loan, stranger.id, '100000')), undefined);
});

test.serial('deposits pay what is late by decision of the group', async (t) => {
	const {loans, members, deposit, payFrom, held} = await openTown();
	const [loan] = loans as [LoanId];
	const [ani, budi] = members;
	await deposit(ani, '60000');
	await deposit(budi, '90000');
	// On 10 April the instalments of March and April are late: 200,000.
	t.is(await refusalOf(payFrom(loan, '2025-03-03', [ani, '1'])), 'lending/deposit-beyond-arrears');
	t.is(await refusalOf(payFrom(loan, '2025-04-10', [ani, '60001'])), 'lending/deposit-too-low');
	const twice = payFrom(loan, '2025-04-10', [ani, '1'], [ani, '1']);
	t.is(await refusalOf(twice), 'lending/part-twice');
	const early = payFrom(loan, '2025-02-28', [ani, '1']);
	t.is(await refusalOf(early), 'lending/deposit-out-of-order');
	const cash = (await balances(world, funded.book))['1.1.01'];
	const repayment = await payFrom(loan, '2025-04-10', [ani, '50000'], [budi, '70000']);
	t.is(toText(repayment.amount), '120000.00');
	// The cash is where it was: what was kept for the members is the fund's now.
	t.is((await balances(world, funded.book))['1.1.01'], cash);
	t.is(await held(ani), '10000.00');
	t.is(await held(budi), '20000.00');
	const claims = await world.as(officer, async (work) => work.groups.listClaims({loan, limit: 9}));
	t.deepEqual(
		claims.map(({payer, member, balance}) => [payer, member, toText(balance)]),
		[[budi, ani, '70000.00']],
	);
	await takeBack(loan, repayment.id);
	t.is(await held(ani), '60000.00');
	t.is(await held(budi), '90000.00');
	t.is(await balanceOf(claims[0]!.id), '0.00');
	t.deepEqual(...(await bothBalances()));
});

// Of a murabahah the margin goes first: a payment that comes to light changes later splits.
test.serial('what was paid jointly is not split anew by a payment of an earlier day', async (t) => {
	const loan = await lend(world, funded, {akad: 'murabahah', margin: '240000'});
	const ani = await joinMember(world, funded.book);
	await world.as(officer, async (work) =>
		guaranteeLoan(work, {
			loan: loan.id,
			member: ani.id,
			guaranteedOn: day('2025-02-03'),
			document: 'SP-1',
		}),
	);
	const {repayment} = await world.as(officer, async (work) =>
		payForAnother(work, {
			loan: loan.id,
			payer: ani.id,
			paidOn: day('2025-04-10'),
			method: 'cash',
			amount: rupiah('110000'),
		}),
	);
	t.is(toText(repayment.margin), '20000.00');
	const late = async (amount: string) =>
		world.as(officer, async (work) =>
			recordRepayment(work, {
				loan: loan.id,
				paidOn: day('2025-04-09'),
				amount: rupiah(amount),
				method: 'cash',
			}),
		);
	t.is(await refusalOf(late('10000')), 'lending/late-found-before-joint');
	// A whole instalment before it leaves its split as it is.
	t.is(await refusalOf(late('120000')), undefined);
});

test.serial('a member takes a deposit and leaves; a mistake is taken back', async (t) => {
	const {group, members, deposit, withdraw, held} = await openTown();
	const [, , citra] = members;
	const brought = await deposit(citra, '80000');
	t.is(await refusalOf(withdraw(citra, '80001')), 'lending/deposit-too-low');
	const leave = world.as(officer, async (work) =>
		leaveGroup(work, {group, member: citra, leftOn: day('2026-03-31'), reason: 'x'}),
	);
	t.is(await refusalOf(leave), 'lending/group-leaves-with-deposit');
	const taken = await withdraw(citra, '30000', '2025-05-01');
	t.is(await refusalOf(withdraw(citra, '1', '2025-04-30')), 'lending/deposit-out-of-order');
	const undo = async (movement: DepositMovementId) =>
		world.as(supervisor, async (work) => reverseDeposit(work, {...reversal, group, movement}));
	// 50,000 are left of the 80,000 that were brought.
	t.is(await refusalOf(undo(brought.id)), 'lending/deposit-too-low');
	t.is(await refusalOf(undo(taken.id)), undefined);
	t.is(await held(citra), '80000.00');
	t.is(await refusalOf(undo(taken.id)), 'lending/deposit-reversed');
	t.is(await refusalOf(undo(brought.id)), undefined);
	t.is(await held(citra), '0.00');
	t.is(await refusalOf(undo(group as string as DepositMovementId)), 'lending/unknown-deposit');
	t.deepEqual(...(await bothBalances()));
});

type Step = {
	readonly kind: 'deposit' | 'withdraw' | 'payFrom' | 'payFor' | 'repay';
	readonly who: number;
	readonly whose: number;
	readonly amount: number;
};

test.serial(
	'law: deposits and claims are never below zero, and the journal says the same',
	async (t) => {
		const town = await openTown();
		const {loans, members} = town;
		let today = day('2025-06-01');
		const known: ClaimId[] = [];
		const step = fc.record<Step>({
			kind: fc.constantFrom('deposit', 'withdraw', 'payFrom', 'payFor', 'repay'),
			who: fc.integer({min: 0, max: 2}),
			whose: fc.integer({min: 0, max: 2}),
			amount: fc.integer({min: 1, max: 90_000}),
		});
		const take = async ({kind, who, whose, amount}: Step): Promise<unknown> => {
			const [member, loan, sum] = [members[who]!, loans[whose]!, String(amount)];
			switch (kind) {
				case 'deposit':
					return town.deposit(member, sum, today);
				case 'withdraw':
					return town.withdraw(member, sum, today);
				case 'payFrom':
					return town.payFrom(loan, today, [member, sum]);
				case 'payFor':
					return town.payFor(loan, member, sum, today).then(({claim}) => known.push(claim));
				case 'repay':
					return known.length === 0 ? undefined : repay(known[who % known.length]!, sum, today);
			}
		};
		const codes = new Set<string>();
		await fc.assert(
			fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 6}), async (steps) => {
				for (const one of steps) {
					today = addDays(today, 1);
					codes.add((await refusalOf(take(one))) ?? 'done');
				}
				const {rows} = await world.database.owner.raw<{rows: {count: number}[]}>(
					`select (select count(*) from group_deposit_balances where balance < 0)
					+ (select count(*) from joint_claims where balance < 0 or balance > amount)
					+ (select count(*) from joint_claims claim where balance <> amount - coalesce((
						select sum(case when reverses is null then amount else -amount end)
						from joint_claim_movements moved where moved.claim_id = claim.id), 0)) as count`,
				);
				t.is(String(rows[0]!.count), '0');
				t.deepEqual(...(await bothBalances()));
			}),
			{numRuns: 12, seed: 11},
		);
		// Both what is carried out and what would go below zero were met.
		t.true(codes.has('done') && codes.has('lending/deposit-too-low'), [...codes].join());
		const strange = [...codes].filter((code) => !/^(done|lending\/)/u.test(code));
		t.deepEqual(strange, []);
	},
);
