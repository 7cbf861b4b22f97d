import test from 'ava';
import {
	type ApprovalPolicy,
	type ApprovalTerms,
	decideTerms,
	isLooser,
	loosens,
	policiesOn,
	policyNaming,
	termsText,
} from '../../src/approvals/policy.ts';
import type {Write} from '../../src/approvals/write.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {named} from './setup.ts';

const policy = (version: number, more: Partial<ApprovalTerms> = {}): ApprovalPolicy => ({
	...named('repayment', more),
	version,
	setBy: 'penetap',
	recordedAt: new Date('2026-03-31T00:00:00Z'),
});

const write = (more: Partial<Write> = {}): Write => ({
	name: 'repayment',
	subject: 'KOP-1 1',
	amount: rupiah('500'),
	backdatedDays: 0,
	lines: [],
	...more,
});

test('without limits every such write is named, and no other', (t) => {
	t.is(policyNaming([policy(1)], write())?.version, 1);
	t.is(policyNaming([policy(1)], write({name: 'repayment.reverse'})), undefined);
	t.is(policyNaming([policy(1)].slice(1), write()), undefined);
	t.is(policyNaming([policy(1, {write: 'entry'})], write())?.write, 'entry');
	t.is(policyNaming([policy(1, {isNamed: false})], write()), undefined);
});

test('with an amount, what moves more; exactly that much needs nobody else', (t) => {
	const above = [policy(1, {amountAbove: rupiah('500')})];
	t.is(policyNaming(above, write()), undefined);
	t.is(policyNaming(above, write({amount: rupiah('500.01')}))?.version, 1);
});

test('with days, what takes effect earlier; exactly that many need nobody else', (t) => {
	const over = [policy(1, {backdatedOver: 3})];
	t.is(policyNaming(over, write({backdatedDays: 3})), undefined);
	t.is(policyNaming(over, write({backdatedDays: 4}))?.version, 1);
	const both = [policy(1, {backdatedOver: 3, amountAbove: rupiah('500')})];
	t.is(policyNaming(both, write({backdatedDays: 4}))?.version, 1);
	t.is(policyNaming(both, write({amount: rupiah('501')}))?.version, 1);
	t.is(policyNaming(both, write()), undefined);
});

test('of several versions the highest that has begun counts', (t) => {
	const versions = [
		policy(1, {effectiveFrom: localDate('2026-01-01')}),
		policy(3, {effectiveFrom: localDate('2026-02-01'), expiresAfterHours: 3}),
		policy(2, {effectiveFrom: localDate('2026-03-01'), expiresAfterHours: 2}),
	];
	const on = (date: string) => policiesOn(versions, localDate(date)).map(({version}) => version);
	t.deepEqual(on('2025-12-31'), []);
	t.deepEqual(on('2026-01-31'), [1]);
	t.deepEqual(on('2026-02-01'), [3]);
	t.deepEqual(on('2026-03-01'), [3]);
});

const limits = (amountAbove?: string, backdatedOver?: number) => ({
	isNamed: true,
	...(amountAbove === undefined ? {} : {amountAbove: rupiah(amountAbove)}),
	...(backdatedOver === undefined ? {} : {backdatedOver}),
});

test('terms are looser where they let pass what others hold', (t) => {
	const lifted = {isNamed: false};
	t.true(isLooser(limits(), lifted));
	t.true(isLooser(limits(), limits('1')));
	t.true(isLooser(limits('100'), limits('101')));
	t.true(isLooser(limits('100'), limits(undefined, 0)));
	t.true(isLooser(limits('100', 5), limits('100')));
	t.true(isLooser(limits('100', 5), limits('50', 6)));
	t.false(isLooser(lifted, lifted));
	t.false(isLooser(lifted, limits('100')));
	t.false(isLooser(limits('100'), limits('100')));
	t.false(isLooser(limits('100'), limits('99')));
	t.false(isLooser(limits('100'), limits('100', 5)));
	t.false(isLooser(limits('100', 5), limits()));
});

test('a version loosens against what counts on its first day or comes later', (t) => {
	const versions = [
		policy(1, {effectiveFrom: localDate('2026-01-01'), amountAbove: rupiah('100')}),
		policy(2, {effectiveFrom: localDate('2026-06-01')}),
	];
	const terms = (date: string, amount: string) =>
		named('repayment', {effectiveFrom: localDate(date), amountAbove: rupiah(amount)});
	t.true(loosens(versions, terms('2026-04-01', '90')));
	t.false(loosens(versions.slice(0, 1), terms('2026-04-01', '90')));
	t.true(loosens(versions.slice(0, 1), terms('2026-04-01', '101')));
	t.false(loosens(versions, named('remittance', {isNamed: false})));
});

const refusal = (more: Partial<ApprovalTerms>, write = 'repayment') => {
	try {
		decideTerms(named(write, more), localDate('2026-03-31'));
		return undefined;
	} catch (error) {
		return (error as {code: string}).code;
	}
};

test('terms that cannot be held are refused with their own code', (t) => {
	t.is(refusal({}), undefined);
	t.is(refusal({}, 'repaiment'), 'approval/unknown-write');
	t.is(refusal({amountAbove: rupiah('5')}, 'user.create'), 'approval/no-amount');
	t.is(refusal({backdatedOver: 5}, 'product.change'), 'approval/no-amount');
	t.is(refusal({isNamed: false, amountAbove: rupiah('5')}), 'approval/lifted-with-limit');
	t.is(refusal({effectiveFrom: localDate('2026-03-30')}), 'approval/policy-past');
});

test('terms read as a sentence part', (t) => {
	t.is(termsText({isNamed: false}), 'nobody else');
	t.is(termsText(limits()), 'a second person');
	t.is(termsText(limits('5', 2)), 'a second person above 5.00 or backdated over 2 days');
});
