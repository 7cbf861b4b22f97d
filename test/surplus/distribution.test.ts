import test from 'ava';
import fc from 'fast-check';
import type {DomainError} from '../../src/kernel/errors.ts';
import type {MemberId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {add, compare, equals, rupiah, subtract, sum, toText, zero} from '../../src/kernel/money.ts';
import {percent} from '../../src/kernel/rate.ts';
import {
	type DistributionFacts,
	type MemberBase,
	type YearSurplus,
	decideDistribution,
	decideDistributionReversal,
	decidePerson,
	splitSurplus,
	surplusOf,
	totalShare,
	unsharedParts,
} from '../../src/surplus/distribution.ts';
import {
	type PartKind,
	type RulePart,
	type SurplusRule,
	partAccounts,
} from '../../src/surplus/rule.ts';

const part = (kind: PartKind, text: string): RulePart => ({
	kind,
	name: kind,
	percent: percent(text),
	account: partAccounts[kind],
});
const base = (name: string, savings: string, business: string): MemberBase => ({
	member: name as MemberId,
	savings: rupiah(savings),
	business: rupiah(business),
});
const parts = [
	part('general-reserve', '30'),
	part('member-savings', '25'),
	part('member-business', '25'),
	part('education', '5'),
	part('social', '2.5'),
	part('management', '7.5'),
	part('employees', '5'),
];

// 42.222,50: of 30 per cent 12.666,75, of 25 per cent 10.555,625, and so on, each rounded down.
// By savings 10.555 x 116.666,66 / 241.666,66 = 5.095,52; 2.183,79; 3.275,69.
test('three members, worked out by hand', (t) => {
	const split = splitSurplus({parts}, rupiah('42222.50'), [
		base('a', '116666.66', '30000'),
		base('b', '50000', '20000'),
		base('c', '75000', '0'),
	]);
	t.deepEqual(
		split.parts.map(({share, amount, base: of}) => [
			toText(share),
			toText(amount),
			of === undefined ? '' : toText(of),
		]),
		[
			['12666.00', '12671.50', ''],
			['10555.00', '10553.00', '241666.66'],
			['10555.00', '10555.00', '50000.00'],
			['2111.00', '2111.00', ''],
			['1055.00', '1055.00', ''],
			['3166.00', '3166.00', ''],
			['2111.00', '2111.00', ''],
		],
	);
	t.deepEqual(
		split.shares.map((one) => [
			one.member as string,
			toText(one.savingsShare),
			toText(one.businessShare),
			toText(totalShare(one)),
		]),
		[
			['a', '5095.00', '6333.00', '11428.00'],
			['b', '2183.00', '4222.00', '6405.00'],
			['c', '3275.00', '0.00', '3275.00'],
		],
	);
	t.deepEqual(unsharedParts(split), []);
});

test('a part that nobody has a base for goes to the general reserve, and that is said', (t) => {
	const split = splitSurplus({parts}, rupiah('1000'), [base('a', '5', '0')]);
	t.deepEqual(
		split.parts.map(({amount}) => toText(amount)),
		['550.00', '250.00', '0.00', '50.00', '25.00', '75.00', '50.00'],
	);
	t.deepEqual(
		unsharedParts(split).map(({kind}) => kind),
		['member-business'],
	);
	t.deepEqual(
		unsharedParts(splitSurplus({parts}, rupiah('1000'), [])).map(({kind}) => kind),
		['member-savings', 'member-business'],
	);
});

test('whoever comes to less than a rupiah has no share', (t) => {
	// Two rupiah by savings: 1,98 are a's and 0,02 are b's.
	const split = splitSurplus({parts}, rupiah('8'), [base('a', '99', '0'), base('b', '1', '0')]);
	t.deepEqual(
		split.shares.map(({member}) => member as string),
		['a'],
	);
	// A quarter of 3,99 is no rupiah.
	t.is(splitSurplus({parts}, rupiah('3.99'), [base('a', '1', '0')]).shares.length, 0);
});

const weights = fc.array(fc.integer({min: 1, max: 1_000_000}), {minLength: 1, maxLength: 9});
const kinds = Object.keys(partAccounts).filter((kind) => kind !== 'general-reserve') as PartKind[];

/** A rule of any whole hundred per cent, to the millionth. */
const anyParts = weights.map((many) => {
	const whole = many.reduce((a, b) => a + b, 0);
	const millionths = many.map((one) => Math.floor((one * 99_000_000) / whole));
	const text = (count: number) =>
		`${Math.floor(count / 1_000_000)}.${String(count % 1_000_000).padStart(6, '0')}`;
	const rest = 100_000_000 - millionths.reduce((a, b) => a + b, 0);
	return [
		part('general-reserve', text(rest)),
		...millionths.flatMap((count, index) =>
			count === 0 ? [] : [part(kinds[index]!, text(count))],
		),
	];
});
const anyAmount = (max: bigint) =>
	fc
		.bigInt({min: 0n, max})
		.map((sen) => rupiah(`${sen / 100n}.${String(sen % 100n).padStart(2, '0')}`));
const anyBases = fc.array(
	fc.record({savings: anyAmount(10n ** 14n), business: anyAmount(10n ** 14n)}),
	{maxLength: 25},
);

test('any surplus is distributed to the sen, and nobody has more than their part', (t) => {
	fc.assert(
		fc.property(anyAmount(10n ** 17n), anyParts, anyBases, (surplus, rule, found) => {
			const bases = found.map((one, index) => ({...one, member: String(index) as MemberId}));
			const split = splitSurplus({parts: rule}, surplus, bases);
			t.true(equals(sum(split.parts.map(({amount}) => amount)), surplus));
			const toMembers = split.parts.filter(({base: of}) => of !== undefined);
			t.true(equals(sum(split.shares.map(totalShare)), sum(toMembers.map(({amount}) => amount))));
			for (const {kind, share, amount} of split.parts) {
				t.true(
					kind === 'general-reserve' ? compare(amount, share) >= 0 : compare(amount, share) <= 0,
				);
			}
			// Rounding leaves less than a rupiah a part and a member.
			for (const {share, amount, base: of} of toMembers) {
				const left = subtract(share, amount);
				const isShared = of !== undefined && compare(of, zero) > 0;
				t.true(!isShared || compare(left, rupiah(String(bases.length + 1))) < 0);
			}
			// Whoever has more has no less of it.
			const ordered = split.shares.toSorted((a, b) => compare(a.savings, b.savings));
			for (const [index, one] of ordered.entries()) {
				const next = ordered[index + 1];
				if (next) t.true(compare(one.savingsShare, next.savingsShare) <= 0);
			}
		}),
	);
});

const closing: YearSurplus = {
	year: 2025,
	closingEntry: 7,
	closedBy: 'penyelia',
	funds: [{amount: rupiah('-100')}, {fund: 'a', amount: rupiah('350.50')}],
};
const facts: DistributionFacts = {
	book: 'KOP-1',
	today: day('2026-03-31'),
	closing,
	standing: undefined,
	rule: {version: 1} as SurplusRule,
	held: rupiah('250.50'),
};

const decides = test.macro({
	exec(
		t,
		change: Partial<DistributionFacts>,
		code: string | undefined,
		decidedOn: string | undefined = '2026-02-20',
	) {
		const decide = () =>
			decideDistribution({year: 2025, decidedOn: day(decidedOn)}, {...facts, ...change});
		if (code === undefined) {
			t.is(toText(decide().surplus), '250.50');
			return;
		}
		t.is(t.throws<DomainError>(decide).code, code);
	},
	title: (title = '') => title,
});
test('a year is distributed for what it left, its funds together', decides, {}, undefined);
test('on the first day after it', decides, {}, undefined, '2026-01-01');
test('and on today', decides, {}, undefined, '2026-03-31');
test('not within it', decides, {}, 'surplus/decided-too-early', '2025-12-31');
test('not tomorrow', decides, {}, 'surplus/decided-in-future', '2026-04-01');
test('not before it is closed', decides, {closing: undefined}, 'surplus/year-not-closed');
test(
	'not twice',
	decides,
	{standing: {decidedOn: day('2026-02-01'), document: 'RAT-1'}},
	'surplus/already-distributed',
);
test(
	'not where it was carried elsewhere',
	decides,
	{closing: {...closing, elsewhere: '3.2.01'}},
	'surplus/closed-elsewhere',
);
test(
	'not a loss',
	decides,
	{closing: {...closing, funds: [{amount: rupiah('-0.01')}]}},
	'surplus/loss',
);
test('not nothing', decides, {closing: {...closing, funds: []}}, 'surplus/nothing-earned');
test('not without a rule', decides, {rule: undefined}, 'surplus/no-rule');
test('not what is not there', decides, {held: rupiah('250.49')}, 'surplus/less-held');

test('a loss is told by its size', (t) => {
	const funds = [{amount: rupiah('100')}, {fund: 'a', amount: rupiah('-350.50')}];
	t.is(toText(surplusOf({funds})), '-250.50');
	const error = t.throws<DomainError>(() =>
		decideDistribution(
			{year: 2025, decidedOn: day('2026-02-20')},
			{...facts, closing: {...closing, funds}},
		),
	);
	t.is(error.findings[0]!.values.loss, '250.50');
});

test('another person distributes than closed the year', (t) => {
	t.notThrows(() => {
		decidePerson(closing, 'pengelola');
	});
	const error = t.throws<DomainError>(() => {
		decidePerson(closing, 'penyelia');
	});
	t.is(error.code, 'surplus/same-person');
});

const takesBack = test.macro({
	exec(t, reversed: boolean, paid: string, last: string | undefined, code: string | undefined) {
		const reversal = {firstEntry: 9, effectiveOn: day('2026-03-01')};
		const decide = () => {
			decideDistributionReversal({year: 2025, ...(reversed ? {reversal} : {})}, day('2026-03-10'), {
				paid: rupiah(paid),
				lastReversedOn: last === undefined ? undefined : day(last),
			});
		};
		if (code === undefined) t.notThrows(decide);
		else t.is(t.throws<DomainError>(decide).code, code);
	},
	title: (title = '') => title,
});
test('taken back while nothing is paid', takesBack, false, '0', undefined, undefined);
test('on the day that the last payment was', takesBack, false, '0', '2026-03-10', undefined);
test('no earlier', takesBack, false, '0', '2026-03-11', 'surplus/reversal-too-early');
test('not with a rupiah paid', takesBack, false, '1', undefined, 'surplus/paid-out');
test('nor what was taken back', takesBack, true, '0', undefined, 'surplus/already-reversed');

test('a share is by savings and by business together', (t) => {
	const share = {savingsShare: rupiah('3'), businessShare: rupiah('4')};
	t.true(equals(totalShare(share), add(rupiah('3'), rupiah('4'))));
	t.is(toText(totalShare(share)), '7.00');
});
