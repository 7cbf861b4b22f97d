import test from 'ava';
import fc from 'fast-check';
import {type DomainError} from '../../src/kernel/errors.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, subtract, sum, toText} from '../../src/kernel/money.ts';
import {
	type FundAmount,
	type FundedLoan,
	type PolicyChoice,
	type ProvisionRun,
	buildChanges,
	decideChoice,
	decideMonth,
	draftProvision,
	requiredByFund,
	totalOf,
} from '../../src/provisioning/booking.ts';
import {factsOf, koperasi} from './policies.ts';

const codeOf = (run: () => unknown): string => {
	try {
		run();
		return 'done';
	} catch (error) {
		return (error as DomainError).code;
	}
};

const amounts = (of: Readonly<Record<string, string>>): FundAmount[] =>
	Object.entries(of).map(([fund, amount]) => ({
		...(fund === '-' ? {} : {fund}),
		amount: rupiah(amount),
	}));

const shown = (changes: readonly FundAmount[]): Record<string, string> =>
	Object.fromEntries(changes.map(({fund, amount}) => [fund ?? '-', toText(amount)]));

test('a provision is added up per fund, with the class by hand where it is worse', (t) => {
	const loan = (fund: string, given: Partial<FundedLoan>): FundedLoan => ({
		...factsOf(given),
		fund,
		...(given.manual === undefined ? {} : {manual: given.manual}),
	});
	const required = requiredByFund(koperasi, [
		loan('f1', {principal: rupiah('1000000')}),
		loan('f1', {principal: rupiah('2000000'), monthsPastDue: 4}),
		// Lancar by lateness, macet by hand.
		loan('f2', {principal: rupiah('500000'), manual: 4}),
		// Macet by lateness; an older class by hand has been overtaken.
		loan('f2', {principal: rupiah('300000'), monthsPastDue: 7, manual: 2}),
	]);
	t.deepEqual(shown(required), {f1: '205000.00', f2: '800000.00'});
});

test('only differences are booked, and what names no fund is taken back', (t) => {
	const change = (
		required: Readonly<Record<string, string>>,
		booked: Readonly<Record<string, string>>,
	) => shown(buildChanges(amounts(required), amounts(booked)));
	t.deepEqual(change({f1: '100', f2: '50'}, {}), {f1: '100.00', f2: '50.00'});
	t.deepEqual(change({f1: '100', f2: '50'}, {f1: '100', f2: '50'}), {});
	t.deepEqual(change({f1: '70', f2: '80'}, {f1: '100', f2: '50'}), {f1: '-30.00', f2: '30.00'});
	t.deepEqual(change({}, {f1: '100'}), {f1: '-100.00'});
	t.deepEqual(change({f1: '100'}, {'-': '40'}), {'-': '-40.00', f1: '100.00'});
});

const someAmounts = fc
	.dictionary(fc.constantFrom('f1', 'f2', 'f3', '-'), fc.nat({max: 1_000_000}).map(String))
	.map(amounts);

test('what is booked and the changes are what is required, in sum and for each fund', (t) => {
	fc.assert(
		fc.property(someAmounts, someAmounts, (required, booked) => {
			const changes = buildChanges(required, booked);
			const after = new Map<string, string>();
			for (const {fund, amount} of [...booked, ...changes]) {
				const before = rupiah(after.get(fund ?? '-') ?? '0');
				after.set(fund ?? '-', toText(sum([before, amount])));
			}
			const wanted = new Map(required.map(({fund, amount}) => [fund ?? '-', toText(amount)]));
			const isEqual = [...after].every(([fund, amount]) => (wanted.get(fund) ?? '0.00') === amount);
			const total = subtract(totalOf(required), totalOf(booked));
			return isEqual && totalOf(changes).equals(total);
		}),
	);
	t.pass();
});

const run: ProvisionRun = {
	number: 3,
	month: localDate('2026-03-01'),
	policy: 'koperasi',
	version: 1,
	bookedBefore: rupiah('0'),
	required: rupiah('0'),
	entryNumber: 1,
	bookedBy: 'penyelia',
};

test('more is expense against the allowance, less gives expense back, per fund', (t) => {
	const draft = draftProvision(
		'KOP-1' as BookCode,
		run,
		amounts({'-': '-40', f1: '100', f2: '-30'}),
	);
	t.is(draft.kind, 'provision');
	t.is(draft.effectiveOn, localDate('2026-03-31'));
	t.is(draft.document, 'PNY-3');
	t.is(draft.reason, 'Penyisihan pembiayaan 2026-03 menurut koperasi versi 1');
	t.deepEqual(
		draft.lines.map(({account, side, amount, fund}) => [account, side, toText(amount), fund]),
		[
			['1.2.19', 'debit', '40.00', undefined],
			['5.3.01', 'credit', '40.00', undefined],
			['5.3.01', 'debit', '100.00', 'f1'],
			['1.2.19', 'credit', '100.00', 'f1'],
			['1.2.19', 'debit', '30.00', 'f2'],
			['5.3.01', 'credit', '30.00', 'f2'],
		],
	);
});

test('a month is provided for when its last day has come, and in order', (t) => {
	const month = (start: string, today: string, last?: ProvisionRun) =>
		decideMonth(localDate(start), localDate(today), last);
	t.is(month('2026-02-01', '2026-02-28'), localDate('2026-02-28'));
	t.is(month('2026-03-01', '2026-04-02', run), localDate('2026-03-31'));
	t.is(
		codeOf(() => month('2026-02-01', '2026-02-27')),
		'provisioning/month-not-over',
	);
	t.is(
		codeOf(() => month('2026-02-01', '2026-04-02', run)),
		'provisioning/later-month-booked',
	);
});

test('a choice takes effect after the newest', (t) => {
	const newest: PolicyChoice = {
		effectiveFrom: localDate('2026-01-01'),
		policy: 'koperasi',
		reason: 'Rapat anggota',
		decidedBy: 'pengelola',
		decidedAt: new Date('2026-01-01T05:00:00Z'),
	};
	const choose = (from: string, known?: PolicyChoice) =>
		codeOf(() => {
			decideChoice(localDate(from), known);
		});
	t.is(choose('2020-01-01'), 'done');
	t.is(choose('2026-01-02', newest), 'done');
	t.is(choose('2026-01-01', newest), 'provisioning/choice-not-later');
});
