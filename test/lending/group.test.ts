import test from 'ava';
import fc from 'fast-check';
import type {BookCode, GroupId, MemberId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {isZero, rupiah, sum, toText, zero} from '../../src/kernel/money.ts';
import {
	type Group,
	type Membership,
	amendedGroup,
	decideJoining,
	decideLeaving,
	membershipOf,
	requireFreeOffice,
	requirePast,
	requireRunning,
	shareLoan,
} from '../../src/lending/group.ts';
import {codeOf} from './life.ts';

const today = day('2026-03-31');
const group: Group = {
	id: 'g' as GroupId,
	book: 'KOP-1771011001' as BookCode,
	number: 4,
	name: 'Melati',
	formedOn: day('2025-02-01'),
	meetingDay: 3,
	formedBy: 'petugas',
};
const ani: Membership = {
	group: group.id,
	member: 'ani' as MemberId,
	memberNumber: 7,
	memberName: 'Ani',
	joinedOn: day('2025-02-01'),
	office: 'ketua',
};
const person = {number: 8, joinedOn: day('2025-01-11')};
const known = {members: [ani], past: [], today};
const joining = {joinedOn: day('2025-03-01')};

test('a member joins a running group, in no other, on a day when both are there', (t) => {
	const join = (
		wanted: Parameters<typeof decideJoining>[2] = joining,
		who: Parameters<typeof decideJoining>[1] = person,
		facts: Parameters<typeof decideJoining>[3] = known,
		into = group,
	) => codeOf(() => decideJoining(into, who, wanted, facts));
	t.is(join(), undefined);
	t.is(join({joinedOn: day('2026-04-01')}), 'lending/group-in-future');
	t.is(join({joinedOn: day('2025-01-31')}), 'lending/group-before-formed');
	t.is(join(joining, {...person, joinedOn: day('2025-03-02')}), 'lending/group-member-gone');
	t.is(join(joining, {...person, leftOn: day('2026-01-01')}), 'lending/group-member-gone');
	const dissolved = {...group, dissolvedOn: day('2025-12-31')};
	t.is(join(joining, person, known, dissolved), 'lending/group-dissolved');
	t.is(join({...joining, office: 'ketua'}), 'lending/group-office-taken');
	t.is(join({...joining, office: 'sekretaris'}), undefined);
	const past = [{...ani, member: 'x' as MemberId}];
	t.is(join(joining, person, {...known, past}), 'lending/group-member-elsewhere');
	const left = [{...ani, leftOn: day('2025-03-01')}];
	t.is(join(joining, person, {...known, past: left}), undefined);
	const later = [{...ani, leftOn: day('2025-03-02')}];
	t.is(join(joining, person, {...known, past: later}), 'lending/group-member-elsewhere');
});

test('an office is held by one, until they leave', (t) => {
	t.is(
		codeOf(() => requireFreeOffice('ketua', [ani])),
		'lending/group-office-taken',
	);
	t.notThrows(() => requireFreeOffice('ketua', [{...ani, leftOn: day('2025-12-31')}]));
	t.notThrows(() => requireFreeOffice('bendahara', [ani]));
});

test('a member leaves without a deposit and without a debt', (t) => {
	const free = {deposit: zero, openLoan: undefined, today};
	const leave = (leftOn = '2026-01-31', facts: Parameters<typeof decideLeaving>[2] = free) =>
		codeOf(() => decideLeaving(ani, day(leftOn), facts));
	t.is(leave(), undefined);
	t.is(leave('2025-01-31'), 'lending/group-left-before-joined');
	t.is(leave('2026-04-01'), 'lending/group-in-future');
	t.is(leave('2026-01-31', {...free, deposit: rupiah('1')}), 'lending/group-leaves-with-deposit');
	t.is(leave('2026-01-31', {...free, openLoan: 12}), 'lending/group-leaves-with-debt');
});

test('only who is in a group is found in it', (t) => {
	t.is(membershipOf(group, [ani], ani.member), ani);
	t.is(
		codeOf(() => membershipOf(group, [{...ani, leftOn: today}], ani.member)),
		'lending/not-in-group',
	);
});

test('what is not named stays, null takes it away; what is dissolved is amended no more', (t) => {
	const facts = {members: [{...ani, leftOn: day('2025-12-30')}], today};
	t.like(amendedGroup(group, {name: 'Mawar'}, facts), {name: 'Mawar', meetingDay: 3});
	t.false('meetingDay' in amendedGroup(group, {meetingDay: null}, facts));
	t.is(amendedGroup(group, {meetingPlace: 'Balai'}, facts).meetingPlace, 'Balai');
	t.is(amendedGroup(group, {dissolvedOn: day('2025-12-31')}, facts).dissolvedOn, day('2025-12-31'));
	const amend = (changes: Parameters<typeof amendedGroup>[1], members: Membership[] = []) =>
		codeOf(() => amendedGroup(group, changes, {members, today}));
	t.is(amend({}), 'lending/group-nothing-to-amend');
	t.is(amend({dissolvedOn: day('2025-12-31')}, [ani]), 'lending/group-not-empty');
	t.is(amend({dissolvedOn: day('2025-01-31')}), 'lending/group-before-formed');
	t.is(amend({dissolvedOn: day('2026-04-01')}), 'lending/group-in-future');
	const dissolved = {...group, dissolvedOn: day('2025-12-31')};
	t.is(
		codeOf(() => amendedGroup(dissolved, {name: 'x'}, facts)),
		'lending/group-dissolved',
	);
	t.throws(() => requireRunning(dissolved));
	t.notThrows(() => requirePast(today, today, 'on'));
});

const share = (principal: string, margin: string, ...weights: number[]) =>
	shareLoan(
		{principal: rupiah(principal), margin: rupiah(margin)},
		weights.map((weight, index) => ({member: `m${index}` as MemberId, weight})),
	);

// Ten million to three with equal weights: 3,333,333.33 each, the rupiah that is left to the first.
test('the shares of a group are its loan to the rupiah, by largest remainder', (t) => {
	const parts = share('10000000', '1000000', 1, 1, 1);
	t.deepEqual(
		parts.map((one) => `${toText(one.principal)} ${toText(one.margin)}`),
		['3333334.00 333334.00', '3333333.00 333333.00', '3333333.00 333333.00'],
	);
	// 7/12, 3/12 and 2/12 of 100: 58.33, 25 and 16.67; the largest remainder is the last.
	t.deepEqual(
		share('100', '0', 7, 3, 2).map((one) => toText(one.principal)),
		['58.00', '25.00', '17.00'],
	);
});

test('nobody has two shares, or a share of nothing', (t) => {
	const twice = [1, 2].map((weight) => ({member: 'm' as MemberId, weight}));
	t.is(
		codeOf(() => shareLoan({principal: rupiah('10'), margin: zero}, twice)),
		'lending/group-share-twice',
	);
	t.is(
		codeOf(() => share('100', '0', 1, 1_000_000)),
		'lending/group-share-empty',
	);
	t.is(
		codeOf(() => share('1000000', '1', 1, 1)),
		'lending/group-share-empty',
	);
});

test('law: whatever the weights, the shares sum to the whole and none is nothing', (t) => {
	const weights = fc.array(fc.integer({min: 1, max: 1000}), {minLength: 1, maxLength: 30});
	fc.assert(
		fc.property(
			weights,
			fc.integer({min: 1_000_000, max: 2_000_000_000}),
			fc.integer({min: 0, max: 99}),
			fc.integer({min: 100_000, max: 9_000_000}),
			(given, whole, sen, margin) => {
				const principal = `${whole}.${String(sen).padStart(2, '0')}`;
				const parts = share(principal, String(margin), ...given);
				t.is(toText(sum(parts.map((one) => one.principal))), toText(rupiah(principal)));
				t.is(toText(sum(parts.map((one) => one.margin))), toText(rupiah(String(margin))));
				t.false(parts.some((one) => isZero(one.principal) || isZero(one.margin)));
			},
		),
	);
});
