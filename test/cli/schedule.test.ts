import test from 'ava';
import {scheduleFromJson} from '../../src/cli/schedule.ts';

const harvest = {
	method: 'murabahah',
	cost: '9000000',
	margin: '1000000',
	instalments: 3,
	period: {unit: 'month', every: 1},
	disbursementDate: '2028-01-31',
	dayCount: 'rate/12',
	moneyQuantum: '1',
	rounding: 'half-even',
	instalmentMultiple: '10000',
	instalmentRounding: 'up',
};

// 10,000,000 / 3 = 3,333,333.33, up to 3,340,000, of which a tenth is margin; the last row takes
// 10,000,000 - 6,680,000 = 3,320,000.
test('terms as JSON give the schedule as JSON', (t) => {
	t.deepEqual(JSON.parse(scheduleFromJson(JSON.stringify(harvest))), {
		rows: [
			{
				number: 1,
				dueDate: '2028-02-29',
				principal: '3006000.00',
				margin: '334000.00',
				total: '3340000.00',
				balance: '5994000.00',
			},
			{
				number: 2,
				dueDate: '2028-03-31',
				principal: '3006000.00',
				margin: '334000.00',
				total: '3340000.00',
				balance: '2988000.00',
			},
			{
				number: 3,
				dueDate: '2028-04-30',
				principal: '2988000.00',
				margin: '332000.00',
				total: '3320000.00',
				balance: '0.00',
			},
		],
		totals: {principal: '9000000.00', margin: '1000000.00', total: '10000000.00'},
		rule: 'Murabahah: a fixed price in equal instalments, the margin in proportion to each; the margin agreed as 1000000; each part rounded half to even to 1; principal + margin rounded up to a multiple of 10000; the last instalment takes the rest.',
	});
});

test('terms of the wrong form are refused with a sentence for each fault', (t) => {
	const error = t.throws(() =>
		scheduleFromJson(JSON.stringify({...harvest, cost: 9_000_000, rounding: 'nearest', tenor: 3})),
	);
	t.deepEqual(error.message.split('\n').sort(), [
		'The amount in body.cost must be text such as "1250000.00", not a JSON number, so that nothing is rounded. (amount/not-text)',
		'The field body.rounding must be one of: half-even, half-up, up, down. (field/not-one-of)',
		'The field body.tenor is unknown; remove it, or check its spelling. (field/unknown)',
	]);
});

test('terms that contradict themselves are refused with the code of each fault', (t) => {
	const error = t.throws(() =>
		scheduleFromJson(JSON.stringify({...harvest, method: 'annuity', principalGraceInstalments: 3})),
	);
	t.like(error, {
		code: 'lending/schedule-cost-without-murabahah',
		findings: [
			{code: 'lending/schedule-cost-without-murabahah'},
			{code: 'lending/schedule-margin-not-fixed'},
			{code: 'lending/schedule-grace-too-long'},
		],
	});
});

test('what is not JSON is refused as that', (t) => {
	for (const input of ['', 'flat', '{"method": "flat",}', '{']) {
		t.regex(t.throws(() => scheduleFromJson(input)).message, /^The standard input is not JSON: /);
	}
});
