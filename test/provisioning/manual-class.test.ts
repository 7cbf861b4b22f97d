import test from 'ava';
import {DomainError} from '../../src/kernel/errors.ts';
import type {LoanId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {
	type ManualClass,
	decideEnd,
	decideManualClass,
	decideOrder,
} from '../../src/provisioning/manual-class.ts';
import {factsOf, koperasi} from './policies.ts';

const day = localDate('2026-03-31');
const codeOf = (run: () => unknown): string => {
	try {
		run();
		return 'done';
	} catch (error) {
		return (error as DomainError).code;
	}
};

test('a class by hand is worse than what lateness says', (t) => {
	const set = (code: string, monthsPastDue: number) =>
		codeOf(() => decideManualClass(koperasi, code, factsOf({monthsPastDue}), day));
	// Four months late and monthly: kurang lancar.
	t.is(set('lancar', 4), 'provisioning/class-not-worse');
	t.is(set('kurang-lancar', 4), 'provisioning/class-not-worse');
	t.is(set('diragukan', 4), 'done');
	t.is(set('macet', 4), 'done');
	t.is(set('lancar', 0), 'provisioning/class-not-worse');
	t.is(set('kurang-lancar', 0), 'done');
	t.is(set('macet', 7), 'provisioning/class-not-worse');
});

test('the refusal names the field, both classes and the day', (t) => {
	const facts = factsOf({monthsPastDue: 4});
	const error = t.throws(() => decideManualClass(koperasi, 'lancar', facts, day), {
		instanceOf: DomainError,
	});
	t.is(error.findings[0]!.path, 'class');
	t.is(
		error.sentence('en'),
		'The class lancar is not worse than kurang-lancar, which the arrears say on 2026-03-31; a class by hand may only be worse.',
	);
});

test('a class that the policy has not is refused with those it has', (t) => {
	const error = t.throws(() => decideManualClass(koperasi, 'buruk', factsOf(), day), {
		instanceOf: DomainError,
	});
	t.is(error.code, 'provisioning/unknown-class');
	t.true(error.sentence('id').includes('lancar, kurang-lancar, diragukan, macet'));
});

const record = (effectiveFrom: string, code?: string): ManualClass => ({
	loan: 'loan' as LoanId,
	policy: 'koperasi',
	number: 1,
	effectiveFrom: localDate(effectiveFrom),
	...(code === undefined ? {} : {class: code}),
	reason: 'Usaha tutup',
	recordedBy: 'penyelia',
	recordedAt: new Date('2026-03-31T05:00:00Z'),
});

test('a record follows those before it and is not of the future', (t) => {
	const order = (from: string, last?: ManualClass) =>
		codeOf(() => {
			decideOrder({effectiveFrom: localDate(from)}, last, day);
		});
	t.is(order('2026-03-31'), 'done');
	t.is(order('2026-04-01'), 'provisioning/date-in-future');
	t.is(order('2026-03-15', record('2026-03-15', 'macet')), 'done');
	t.is(order('2026-03-14', record('2026-03-15', 'macet')), 'provisioning/class-before-last');
});

test('only what stands can be ended', (t) => {
	const end = (last?: ManualClass) =>
		codeOf(() => {
			decideEnd('koperasi', last);
		});
	t.is(end(record('2026-03-15', 'macet')), 'done');
	t.is(end(record('2026-03-15')), 'provisioning/no-manual-class');
	t.is(end(), 'provisioning/no-manual-class');
});
