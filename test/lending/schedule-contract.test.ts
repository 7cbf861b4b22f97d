import test from 'ava';
import {
	presentSchedule,
	scheduleAnswer,
	scheduleRequest,
	toTerms,
} from '../../src/lending/http/schedule-contract.ts';
import {buildSchedule} from '../../src/lending/schedule.ts';

const plain = {
	method: 'flat',
	principal: '3000000',
	annualRatePercent: '12',
	instalments: 3,
	period: {unit: 'month', every: 1},
	disbursementDate: '2026-01-31',
	dayCount: 'rate/12',
	moneyQuantum: '1',
	rounding: 'half-even',
};

const answer = (request: unknown) =>
	presentSchedule(buildSchedule(toTerms(scheduleRequest.parse(request))));

test('the answer has rows, totals and the rule, amounts as text', (t) => {
	const found = answer(plain);
	t.deepEqual(found, {
		rows: [
			{
				number: 1,
				dueDate: '2026-02-28',
				principal: '1000000.00',
				margin: '30000.00',
				total: '1030000.00',
				balance: '2000000.00',
			},
			{
				number: 2,
				dueDate: '2026-03-31',
				principal: '1000000.00',
				margin: '30000.00',
				total: '1030000.00',
				balance: '1000000.00',
			},
			{
				number: 3,
				dueDate: '2026-04-30',
				principal: '1000000.00',
				margin: '30000.00',
				total: '1030000.00',
				balance: '0.00',
			},
		],
		totals: {principal: '3000000.00', margin: '90000.00', total: '3090000.00'},
		rule: 'Flat: the margin is computed on the original principal over the whole term and spread evenly; every month counted as 1/12 of a year; each part rounded half to even to 1; the last instalment takes the rest.',
	});
	t.true(scheduleAnswer.safeParse(found).success);
});

// 3,000,000 + 100,000 = 3,100,000; the two rows after the grace are 1,500,000 + 33,333.33, up to
// 1,534,000; the margins are 33,300 and the rest of 33,400.
test('every optional field reaches the schedule', (t) => {
	const found = answer({
		...plain,
		method: 'murabahah',
		cost: '3000000',
		margin: '100000',
		firstDueDate: '2026-03-15',
		period: {unit: 'day', every: 35},
		dayCount: 'actual/364',
		instalmentMultiple: '1000',
		instalmentRounding: 'up',
		marginQuantum: '100',
		roundComponentsSeparately: false,
		principalGraceInstalments: 1,
		marginDeferredInstalments: 1,
	});
	t.deepEqual(
		found.rows.map(({dueDate, principal, margin}) => [dueDate, principal, margin]),
		[
			['2026-03-15', '0.00', '0.00'],
			['2026-04-19', '1500700.00', '66600.00'],
			['2026-05-24', '1499300.00', '33400.00'],
		],
	);
});

// The principal left is 2,010,000, then 1,010,100, whose margin is 10,101.
test('a fixed instalment reaches the schedule', (t) => {
	const found = answer({...plain, method: 'annuity', fixedInstalment: '1020000'});
	t.deepEqual(
		found.rows.map(({total}) => total),
		['1020000.00', '1020000.00', '1020201.00'],
	);
});

test('shares rounded separately reach the schedule', (t) => {
	const found = answer({
		...plain,
		principal: '5000',
		annualRatePercent: '3',
		instalments: 12,
		moneyQuantum: '0.01',
		rounding: 'half-up',
		instalmentMultiple: '20',
		roundComponentsSeparately: true,
	});
	t.is(found.rows[0]?.total, '440.00');
});

test('under murabahah the cost alone is enough, and the margin needs no rate', (t) => {
	const {principal, annualRatePercent, ...rest} = plain;
	const found = answer({...rest, method: 'murabahah', cost: principal, margin: '360000'});
	t.deepEqual(found.totals, {
		principal: '3000000.00',
		margin: '360000.00',
		total: '3360000.00',
	});
	t.is(annualRatePercent, '12');
});

test('a margin beside a rate is the one that counts', (t) => {
	t.is(answer({...plain, margin: '0'}).totals.margin, '0.00');
});

const refused = test.macro({
	exec(t, request: Readonly<Record<string, unknown>>, code: string, path: string) {
		const error = t.throws(() => answer(request));
		t.like(error, {code, findings: [{code, path}]});
	},
	title: (_, __, code: string) => `refused with ${code}`,
});

const without = (name: keyof typeof plain): Record<string, unknown> =>
	Object.fromEntries(Object.entries(plain).filter(([key]) => key !== name));

test(refused, without('principal'), 'lending/schedule-principal-missing', 'body.principal');
test(
	refused,
	without('annualRatePercent'),
	'lending/schedule-rate-missing',
	'body.annualRatePercent',
);
test(
	refused,
	{...plain, method: 'murabahah', cost: '2999999'},
	'lending/schedule-cost-not-principal',
	'body.cost',
);
test(
	refused,
	{...without('principal'), cost: '3000000'},
	'lending/schedule-cost-without-murabahah',
	'body.cost',
);
test(
	refused,
	{...plain, method: 'annuity', margin: '90000'},
	'lending/schedule-margin-not-fixed',
	'body.margin',
);
test(
	refused,
	{...plain, principalGraceInstalments: 3},
	'lending/schedule-grace-too-long',
	'body.principalGraceInstalments',
);
test(
	refused,
	{...plain, marginDeferredInstalments: 3},
	'lending/schedule-deferral-too-long',
	'body.marginDeferredInstalments',
);
test(
	refused,
	{...plain, firstDueDate: '2026-01-30'},
	'lending/schedule-first-due-before-disbursement',
	'body.firstDueDate',
);
test(
	refused,
	{...plain, method: 'equal-principal', fixedInstalment: '1000000'},
	'lending/schedule-fixed-equal-principal',
	'body.fixedInstalment',
);
test(
	refused,
	{...plain, fixedInstalment: '30000'},
	'lending/schedule-fixed-too-low',
	'fixedInstalment',
);
test(
	refused,
	{...plain, fixedInstalment: '1530000'},
	'lending/schedule-fixed-too-high',
	'fixedInstalment',
);
test(
	refused,
	{...plain, instalmentMultiple: '5000000'},
	'lending/schedule-rounding-too-coarse',
	'instalmentMultiple',
);
test(
	refused,
	{...plain, instalments: 600, period: {unit: 'month', every: 12}},
	'lending/schedule-beyond-calendar',
	'instalments',
);

test('a request is told of all its contradictions at once', (t) => {
	const error = t.throws(() =>
		answer({
			...without('annualRatePercent'),
			method: 'equal-principal',
			cost: '3000000',
			firstDueDate: '2026-01-30',
			principalGraceInstalments: 3,
			marginDeferredInstalments: 4,
			fixedInstalment: '1000000',
		}),
	);
	t.like(error, {
		code: 'lending/schedule-cost-without-murabahah',
		findings: [
			{code: 'lending/schedule-cost-without-murabahah', path: 'body.cost'},
			{code: 'lending/schedule-rate-missing', path: 'body.annualRatePercent'},
			{code: 'lending/schedule-first-due-before-disbursement', path: 'body.firstDueDate'},
			{code: 'lending/schedule-grace-too-long', path: 'body.principalGraceInstalments'},
			{code: 'lending/schedule-deferral-too-long', path: 'body.marginDeferredInstalments'},
			{code: 'lending/schedule-fixed-equal-principal', path: 'body.fixedInstalment'},
		],
	});
});

test('a bad request is told of all its faults, and unknown fields are faults', (t) => {
	const parsed = scheduleRequest.safeParse({
		...plain,
		method: 'effective',
		principal: 3_000_000,
		annualRatePercent: '12,5',
		instalments: 601,
		disbursementDate: '2026-02-29',
		moneyQuantum: '0',
		tenor: 12,
	});
	const faults = parsed.error?.issues.map(({path, code}) => [path.join('.'), code].join(' '));
	t.deepEqual(faults?.sort(), [
		' unrecognized_keys',
		'annualRatePercent custom',
		'disbursementDate custom',
		'instalments custom',
		'method invalid_value',
		'moneyQuantum custom',
		'principal invalid_type',
	]);
});

test('negative amounts, empty loans and half periods are not taken', (t) => {
	const isTaken = (change: Record<string, unknown>): boolean =>
		scheduleRequest.safeParse({...plain, ...change}).success;
	t.true(isTaken({}));
	t.false(isTaken({principal: '-1'}));
	t.false(isTaken({principal: '0'}));
	t.false(isTaken({principal: '0.001'}));
	t.false(isTaken({instalments: 0}));
	t.false(isTaken({instalments: 1.5}));
	t.false(isTaken({period: {unit: 'year', every: 1}}));
	t.false(isTaken({period: {unit: 'month', every: 0}}));
	t.false(isTaken({margin: '-1'}));
	t.false(isTaken({annualRatePercent: '-1'}));
	t.false(isTaken({dayCount: 'actual/366'}));
	t.false(isTaken({rounding: 'nearest'}));
});
