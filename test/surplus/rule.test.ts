import test from 'ava';
import {cooperativeChart} from '../../src/cooperatives/index.ts';
import type {DomainError} from '../../src/kernel/errors.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {percent} from '../../src/kernel/rate.ts';
import {
	type PartKind,
	type RulePart,
	type SurplusRule,
	decideRule,
	isMemberPart,
	partAccounts,
	percentTextOf,
	ruleOn,
} from '../../src/surplus/rule.ts';

const accounts = new Map(cooperativeChart.map((account) => [account.code, account]));

const part = (kind: PartKind, text: string, account: string = partAccounts[kind]): RulePart => ({
	kind,
	name: kind,
	percent: percent(text),
	account: account as RulePart['account'],
});

const whole = [part('general-reserve', '40'), part('member-savings', '59.9'), part('other', '0.1')];

type Wanted = Partial<Parameters<typeof decideRule>[0]>;

const decide = (
	change: Wanted = {},
	rules: readonly {effectiveFrom: SurplusRule['effectiveFrom']}[] = [],
) => {
	const wanted = {
		effectiveFrom: day('2026-01-01'),
		savingProducts: ['pokok', 'wajib'],
		parts: whole,
		...change,
	} as const;
	decideRule(wanted, {rules, accounts});
};

const refuses = test.macro({
	exec(t, change: Wanted, code: string, path: string, last?: string) {
		const rules = last === undefined ? [] : [{effectiveFrom: day(last)}];
		const error = t.throws<DomainError>(() => {
			decide(change, rules);
		});
		t.is(error.code, code);
		t.is(error.findings[0]!.path, path);
	},
	title: (title = '', _, code: string, path: string) =>
		`refused: ${code} at ${path} ${title}`.trim(),
});

test('a rule may be in force from the day of the one before it, or later', (t) => {
	t.notThrows(() => {
		decide({}, [{effectiveFrom: day('2026-01-01')}, {effectiveFrom: day('2025-01-01')}]);
	});
});
test('a whole rule is taken: hundredths of a per cent and other parts that repeat', (t) => {
	t.notThrows(() => {
		decide({
			parts: [
				part('general-reserve', '33.333333'),
				part('member-business', '33.333333'),
				part('other', '33.33333'),
				part('other', '0.000004'),
			],
			// No part by savings: none are named.
			savingProducts: [],
		});
	});
});
test(refuses, {}, 'surplus/rule-not-later', 'effectiveFrom', '2026-01-02');
test(refuses, {parts: [part('general-reserve', '99.999999')]}, 'surplus/parts-not-whole', 'parts');
test(
	'by a millionth too much',
	refuses,
	{parts: [part('general-reserve', '100'), part('social', '0.000001')]},
	'surplus/parts-not-whole',
	'parts',
);
test(
	refuses,
	{parts: [part('general-reserve', '100'), part('social', '0')]},
	'surplus/percent-not-positive',
	'parts[1].percent',
);
test(
	'below zero',
	refuses,
	{parts: [part('general-reserve', '110'), part('social', '-10')]},
	'surplus/percent-not-positive',
	'parts[1].percent',
);
test(
	refuses,
	{parts: [part('general-reserve', '99.9999999')]},
	'surplus/percent-too-fine',
	'parts[0].percent',
);
test(
	refuses,
	{parts: [...whole, part('member-savings', '1')]},
	'surplus/part-twice',
	'parts[3].kind',
);
test(refuses, {parts: [part('social', '100')]}, 'surplus/no-general-reserve', 'parts');
test(refuses, {savingProducts: []}, 'surplus/no-saving-product', 'savingProducts');

const wrongAccounts: readonly (readonly [PartKind, string])[] = [
	['general-reserve', '2.4.01'],
	['risk-reserve', '2.4.01'],
	// Where it came from, and where members save.
	['general-reserve', '3.2.09'],
	['social', '3.1.01'],
	['social', '2.1.01'],
	// Of operations, of members, of money, of income, and of no chart.
	['social', '2.2.01'],
	['social', '2.4.02'],
	['social', '1.1.01'],
	['social', '4.9.01'],
	['social', '7.7.77'],
	['member-savings', '2.4.01'],
];
for (const [kind, account] of wrongAccounts) {
	test(`refused: ${kind} to ${account}`, (t) => {
		const parts = [part(kind, '100', account)];
		const error = t.throws<DomainError>(() => {
			decide({parts});
		});
		t.is(error.code, 'surplus/wrong-account');
	});
}

test('a fund may be a liability of its own or a part of the equity', (t) => {
	const to = (account: string) => () => {
		decide({parts: [part('general-reserve', '90'), part('social', '10', account)]});
	};
	t.notThrows(to('2.3.03'));
	t.notThrows(to('3.2.02'));
});

test('parts of members are by savings and by business', (t) => {
	t.true(isMemberPart('member-savings'));
	t.true(isMemberPart('member-business'));
	t.false(isMemberPart('employees'));
});

test('a percentage is told with as many decimals as it has', (t) => {
	for (const text of ['100', '10', '12.5', '0.000001', '33.333333']) {
		t.is(percentTextOf(percent(text)), text);
	}
	t.is(percentTextOf(percent('25.00')), '25');
});

test('of one day the later version counts', (t) => {
	const rule = (version: number, from: string) =>
		({version, effectiveFrom: day(from)}) as SurplusRule;
	const rules = [rule(3, '2026-06-01'), rule(1, '2025-01-01'), rule(2, '2025-01-01')];
	t.is(ruleOn(rules, day('2024-12-31')), undefined);
	t.is(ruleOn(rules, day('2025-01-01'))?.version, 2);
	t.is(ruleOn(rules, day('2026-05-31'))?.version, 2);
	t.is(ruleOn(rules, day('2026-06-01'))?.version, 3);
});
