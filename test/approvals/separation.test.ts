import test from 'ava';
import {
	type Separation,
	decideSeparation,
	keepsApart,
	requireApart,
	requireNoKin,
} from '../../src/approvals/separation.ts';
import {localDate} from '../../src/kernel/local-date.ts';

const pair = (version: number, more: Partial<Separation> = {}): Separation => ({
	first: 'loan.approved',
	second: 'loan.disbursed',
	version,
	effectiveFrom: localDate('2026-01-01'),
	isKept: true,
	legalBasis: 'SPI',
	status: 'in-force',
	setBy: 'penetap',
	recordedAt: new Date('2026-01-01T00:00:00Z'),
	...more,
});
const today = localDate('2026-03-31');

const codeOf = (run: () => unknown): string | undefined => {
	try {
		run();
		return undefined;
	} catch (error) {
		return (error as {code: string}).code;
	}
};

test('a pair is kept apart either way round, by the last version that has begun', (t) => {
	const versions = [
		pair(1),
		pair(2, {isKept: false, effectiveFrom: localDate('2026-02-01')}),
		pair(3, {effectiveFrom: localDate('2026-04-01')}),
	];
	const on = (day: string) =>
		keepsApart(versions, 'loan.disbursed', 'loan.approved', localDate(day));
	t.deepEqual(['2025-12-31', '2026-01-01', '2026-02-01', '2026-03-31', '2026-04-01'].map(on), [
		false,
		true,
		false,
		false,
		true,
	]);
	t.false(keepsApart(versions, 'loan.approved', 'loan.settled', localDate('2026-01-05')));
});

test('who did one duty does not do the other, and anybody else does', (t) => {
	const done = [
		{duty: 'loan.applied', by: 'siti'},
		{duty: 'loan.approved', by: 'budi'},
	];
	const attempt = (by: string) =>
		codeOf(() => {
			requireApart([pair(1)], {duty: 'loan.disbursed', by}, done, today);
		});
	t.is(attempt('budi'), 'separation/same-person');
	t.is(attempt('siti'), undefined);
});

test('a version follows the last one, forward, and none lets go what a law keeps', (t) => {
	const held = pair(1, {first: 'loan.applied', second: 'loan.approved', heldBy: 'a_law'});
	const versions = [pair(1), held];
	const terms = {...pair(1), effectiveFrom: today};
	t.deepEqual(decideSeparation(versions, {...terms, isKept: false}, today), {version: 2});
	const again = {...terms, first: 'loan.applied', second: 'loan.approved'};
	t.deepEqual(decideSeparation(versions, again, today), {version: 2, heldBy: 'a_law'});
	const refused = (more: Partial<Separation>) =>
		codeOf(() => decideSeparation(versions, {...again, ...more}, today));
	t.is(refused({isKept: false}), 'separation/held');
	t.is(refused({effectiveFrom: localDate('2026-03-30')}), 'separation/past');
	t.is(refused({second: 'loan.applied'}), 'separation/unknown-pair');
	t.is(refused({first: 'loan.approved', second: 'loan.applied'}), 'separation/unknown-pair');
	const later = [pair(1), pair(2, {effectiveFrom: localDate('2026-05-01')})];
	t.is(
		codeOf(() => decideSeparation(later, terms, today)),
		'separation/past',
	);
});

test('nobody decides on the loan of their family, and anybody takes its payments', (t) => {
	const tie = {relation: 'spouse'} as const;
	for (const step of ['applied', 'approved', 'disbursed', 'rescheduled', 'written-off']) {
		t.is(
			codeOf(() => requireNoKin(step, tie)),
			'separation/own-loan',
			step,
		);
		t.is(
			codeOf(() => requireNoKin(step, undefined)),
			undefined,
		);
	}
	for (const step of ['settled', 'demand-letter', 'visited']) {
		t.is(
			codeOf(() => requireNoKin(step, tie)),
			undefined,
			step,
		);
	}
});
