import test from 'ava';
import {
	type AmountLimit,
	decideLimit,
	isHigher,
	lastLimit,
	limitOn,
	limitedNames,
	requireWithin,
} from '../../src/approvals/limit.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';

const limit = (version: number, amount?: string, more: Partial<AmountLimit> = {}): AmountLimit => ({
	holder: 'role:supervisor',
	write: 'loan.approve',
	version,
	effectiveFrom: localDate('2026-01-01'),
	...(amount === undefined ? {} : {amountMax: rupiah(amount)}),
	legalBasis: 'SOP',
	status: 'in-force',
	setBy: 'penetap',
	recordedAt: new Date('2026-01-01T00:00:00Z'),
	...more,
});
const today = localDate('2026-03-31');

const refusalOf = (run: () => unknown) => {
	try {
		run();
		return undefined;
	} catch (error) {
		return error as {code: string; findings: {values: Record<string, string>}[]};
	}
};

test('of several limits the lowest counts, each by its last version that has begun', (t) => {
	const limits = [
		limit(1, '5000000'),
		limit(2, '7000000', {effectiveFrom: localDate('2026-02-01')}),
		limit(3, '1', {effectiveFrom: localDate('2026-04-01')}),
		limit(1, '6000000', {holder: 'user:siti'}),
		limit(1, '2', {write: 'repayment'}),
	];
	const on = (day: string) => toText(limitOn(limits, 'loan.approve', localDate(day))!);
	t.is(on('2026-01-31'), '5000000.00');
	t.is(on('2026-02-01'), '6000000.00');
	t.is(on('2026-04-01'), '1.00');
	t.is(limitOn([], 'loan.approve', today), undefined);
	t.is(limitOn([limit(1, '5'), limit(2)], 'loan.approve', today), undefined);
});

test('a limit on all entries counts for each kind, and one on reversals for each of them', (t) => {
	const limits = [
		limit(1, '5', {write: 'entry'}),
		limit(1, '3', {write: 'entry.reverse'}),
		limit(1, '4', {write: 'remittance'}),
	];
	t.is(toText(limitOn(limits, 'repayment', today)!), '5.00');
	t.is(toText(limitOn(limits, 'remittance', today)!), '4.00');
	t.is(toText(limitOn(limits, 'remittance.reverse', today)!), '3.00');
	t.is(limitOn(limits, 'loan.approve', today), undefined);
});

test('exactly the limit passes; beyond it the refusal names both amounts', (t) => {
	const attempt = (amount: string) =>
		refusalOf(() => {
			requireWithin(
				[limit(1, '5000000')],
				{write: 'loan.approve', amount: rupiah(amount), by: 'siti'},
				today,
			);
		});
	t.is(attempt('5000000'), undefined);
	const refused = attempt('5000000.01')!;
	t.is(refused.code, 'limit/exceeded');
	t.deepEqual(refused.findings[0]!.values, {
		person: 'siti',
		write: 'loan.approve',
		limit: '5000000.00',
		amount: '5000000.01',
	});
});

test('to lift a limit is to let do more, to set a first one is not', (t) => {
	t.false(isHigher(undefined, limit(1, '5')));
	t.false(isHigher(limit(1, '5'), limit(2, '5')));
	t.false(isHigher(limit(1), limit(2, '5')));
	t.true(isHigher(limit(1, '5'), limit(2, '5.01')));
	t.true(isHigher(limit(1, '5'), limit(2)));
});

test('a version follows the last one of its holder and write, forward', (t) => {
	const versions = [limit(1, '5'), limit(2, '6', {effectiveFrom: localDate('2026-05-01')})];
	t.is(lastLimit(versions, limit(9))?.version, 2);
	const may = limit(9, '7', {effectiveFrom: localDate('2026-05-01')});
	t.is(decideLimit(versions, may, today), 3);
	t.is(decideLimit(versions, {...may, holder: 'user:siti'}, today), 1);
	const codeOf = (more: Partial<AmountLimit>) =>
		refusalOf(() => decideLimit(versions, {...may, ...more}, today))?.code;
	t.is(codeOf({effectiveFrom: today}), 'limit/past');
	t.is(codeOf({holder: 'user:siti', effectiveFrom: localDate('2026-03-30')}), 'limit/past');
	t.is(codeOf({write: 'user.create'}), 'approval/unknown-write');
	t.true(limitedNames.includes('disbursement'));
});
