// A group of three members with its loans, for the tests of what members answer for together.
import {DomainError} from '../../src/kernel/errors.ts';
import type {MemberId} from '../../src/kernel/ids.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {
	type Group,
	type Loan,
	applyAsGroup,
	approveLoan,
	disburseLoan,
	formGroup,
	joinGroup,
} from '../../src/lending/index.ts';
import {type Funded, type World, day, joinMember, officer, supervisor} from '../helpers/world.ts';

let groups = 0;

/** A group formed on 1 February 2025 of three new members, who joined on that day. */
export async function openGroup(
	world: World,
	{book}: Funded,
): Promise<{readonly group: Group; readonly members: readonly MemberId[]}> {
	groups += 1;
	const name = `Melati ${groups}`;
	const group = await world.as(officer, async (work) =>
		formGroup(work, {cooperative: book, name, formedOn: day('2025-02-01')}),
	);
	const members: MemberId[] = [];
	for (const office of ['ketua', 'sekretaris', undefined] as const) {
		const {id} = await joinMember(world, book);
		const joining = {group: group.id, member: id, joinedOn: day('2025-02-01')};
		await world.as(officer, async (work) =>
			joinGroup(work, office === undefined ? joining : {...joining, office}),
		);
		members.push(id);
	}
	return {group, members};
}

/** Qardh of 1,200,000 for each of the members in twelve instalments, lent on 3 February 2025. */
export async function lendToGroup(
	world: World,
	{allocation}: Funded,
	{group, members}: {readonly group: Group; readonly members: readonly MemberId[]},
): Promise<Loan[]> {
	const on = day('2025-02-03');
	const shares = await world.as(officer, async (work) =>
		applyAsGroup(work, {
			group: group.id,
			allocation: allocation.id,
			akad: 'qardh',
			purpose: 'Modal bersama',
			principal: rupiah(String(1_200_000 * members.length)),
			margin: rupiah('0'),
			instalments: 12,
			periodUnit: 'month',
			periodEvery: 1,
			appliedOn: on,
			shares: members.map((member) => ({member, weight: 1})),
		}),
	);
	const lent: Loan[] = [];
	for (const {loan} of shares) {
		await world.as(supervisor, async (work) =>
			approveLoan(work, {loan: loan.id, decidedOn: on, reason: 'Layak'}),
		);
		lent.push(
			await world.as(officer, async (work) =>
				disburseLoan(work, {loan: loan.id, disbursedOn: on, document: `BA-${loan.number}`}),
			),
		);
	}
	return lent;
}

/** The code of what a command was refused with; undefined where it was carried out. */
export async function refusalOf(run: Promise<unknown>): Promise<string | undefined> {
	try {
		await run;
		return undefined;
	} catch (error) {
		return error instanceof DomainError ? error.code : String(error);
	}
}
