import test from 'ava';
import {type GradeBound, gradeFund} from '../../src/reporting/fund-grade.ts';

const bound = (
	measure: GradeBound['measure'],
	grade: GradeBound['grade'],
	side: GradeBound['side'],
	limit: string,
): GradeBound => ({measure, grade, side, bound: limit, source: 'Uji'});

const bounds = [
	bound('par30Restructured', 'serious', 'above', '0.10'),
	bound('par30Restructured', 'watch', 'above', '0.05'),
	bound('remittanceRate', 'watch', 'below', '1'),
	bound('remittanceRate', 'serious', 'below', '0.8'),
	bound('notRemittedDays', 'watch', 'above', '7'),
];

const sound = {
	par30Restructured: '0.0500',
	remittanceRate: '1.0000',
	notRemittedDays: '7',
	preservedShare: undefined,
	operatingSelfSufficiency: undefined,
};

test('on its bound a measure is within it', (t) => {
	t.deepEqual(gradeFund(sound, bounds), {grade: 'sound', reasons: []});
});

test('the worst bound that a measure broke is its reason, and the worst reason the grade', (t) => {
	const {grade, reasons} = gradeFund(
		{...sound, par30Restructured: '0.1001', remittanceRate: '0.9999', notRemittedDays: '8'},
		bounds,
	);
	t.is(grade, 'serious');
	t.deepEqual(
		reasons.map((reason) => [reason.measure, reason.grade, reason.value, reason.bound]),
		[
			['par30Restructured', 'serious', '0.1001', '0.10'],
			['remittanceRate', 'watch', '0.9999', '1'],
			['notRemittedDays', 'watch', '8', '7'],
		],
	);
});

test('what cannot be measured is not judged', (t) => {
	const {reasons} = gradeFund({...sound, par30Restructured: undefined}, [
		...bounds,
		bound('preservedShare', 'serious', 'below', '0.9'),
	]);
	t.deepEqual(reasons, []);
});
