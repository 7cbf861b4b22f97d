import test from 'ava';
import {rupiah} from '../../src/kernel/money.ts';
import {type LoanFacts, classify, worse} from '../../src/provisioning/classify.ts';
import {type Frequency, type Policy, frequencies} from '../../src/provisioning/policy.ts';
import {factsOf, koperasi, permendagri, pojk41, pojk62} from './policies.ts';

const measures = {days: 'daysPastDue', months: 'monthsPastDue', missed: 'missedPayments'} as const;

/** Tries a band at its last value and the next one: `months 3 lancar` and `months 4 diragukan`. */
const edges = (
	policy: Policy,
	frequency: Frequency,
	expected: readonly string[],
	given: Partial<LoanFacts> = {},
) => {
	const title = `${policy.code}, ${frequency}${given.collateral ? ', with collateral' : ''}`;
	test(title, (t) => {
		for (const line of expected) {
			const [measure, value, wanted] = line.split(' ') as [keyof typeof measures, string, string];
			const late = {[measures[measure]]: Number.parseInt(value, 10)};
			const found = classify(policy, factsOf({frequency, ...given, ...late}));
			t.is(found.code, wanted, line);
		}
	});
};

// Permendagri 73/2015: up to 1, 3 and 5 years; remembered, from the due date.
for (const frequency of frequencies) {
	edges(permendagri, frequency, [
		'months 0 lancar',
		'months 12 lancar',
		'months 13 kurang-lancar',
		'months 36 kurang-lancar',
		'months 37 diragukan',
		'months 60 diragukan',
		'months 61 macet',
	]);
}

// Cooperatives: below a month up to 1 and 2 months; monthly to 3-monthly up to 3 and 6; 6-monthly
// or longer up to 6 and 12; at once up to the due date and 3 months after it. Remembered.
for (const frequency of ['daily', 'weekly'] as const) {
	edges(koperasi, frequency, [
		'months 0 lancar',
		'months 1 lancar',
		'months 2 kurang-lancar',
		'months 3 macet',
	]);
}
for (const frequency of ['monthly', 'quarterly', 'seasonal'] as const) {
	edges(koperasi, frequency, [
		'months 3 lancar',
		'months 4 kurang-lancar',
		'months 6 kurang-lancar',
		'months 7 macet',
	]);
}
edges(koperasi, 'six-monthly', [
	'months 6 lancar',
	'months 7 kurang-lancar',
	'months 12 kurang-lancar',
	'months 13 macet',
]);
edges(koperasi, 'bullet', [
	'months 0 lancar',
	'months 1 kurang-lancar',
	'months 3 kurang-lancar',
	'months 4 macet',
]);

// With collateral of 75 % of the debt it is doubtful for 21 months, and then loss.
const covered = {collateral: rupiah('750000')};
edges(
	koperasi,
	'weekly',
	['months 2 kurang-lancar', 'months 3 diragukan', 'months 23 diragukan', 'months 24 macet'],
	covered,
);
edges(
	koperasi,
	'monthly',
	['months 6 kurang-lancar', 'months 7 diragukan', 'months 27 diragukan', 'months 28 macet'],
	covered,
);
edges(
	koperasi,
	'six-monthly',
	['months 12 kurang-lancar', 'months 13 diragukan', 'months 33 diragukan', 'months 34 macet'],
	covered,
);
edges(
	koperasi,
	'bullet',
	['months 3 kurang-lancar', 'months 4 diragukan', 'months 24 diragukan', 'months 25 macet'],
	covered,
);

test('collateral is held against all that is owed, to the sen', (t) => {
	const late = {monthsPastDue: 7, owed: rupiah('1000000.01')};
	const of = (collateral: string): string =>
		classify(koperasi, factsOf({...late, collateral: rupiah(collateral)})).code;
	// 75 % of 1,000,000.01 is 750,000.0075.
	t.is(of('750000'), 'macet');
	t.is(of('750000.01'), 'diragukan');
});

// POJK 62/2015 Annex III: found for these four.
edges(pojk62, 'daily', [
	'days 0 lancar',
	'days 4 lancar',
	'days 5 diragukan',
	'days 8 diragukan',
	'days 9 macet',
]);
edges(pojk62, 'weekly', [
	'days 28 lancar',
	'days 29 diragukan',
	'days 56 diragukan',
	'days 57 macet',
]);
edges(pojk62, 'monthly', [
	'months 3 lancar',
	'months 4 diragukan',
	'months 9 diragukan',
	'months 10 macet',
]);
edges(pojk62, 'seasonal', ['missed 1 lancar', 'missed 2 diragukan', 'missed 3 macet']);
// Not stated there: taken as monthly.
for (const frequency of ['quarterly', 'six-monthly', 'bullet'] as const) {
	edges(pojk62, frequency, [
		'months 3 lancar',
		'months 4 diragukan',
		'months 9 diragukan',
		'months 10 macet',
	]);
}

// POJK 41/2024: five classes; its bands were not found, these divide those of POJK 62/2015.
edges(pojk41, 'daily', [
	'days 2 lancar',
	'days 3 dalam-perhatian-khusus',
	'days 4 dalam-perhatian-khusus',
	'days 5 kurang-lancar',
	'days 6 kurang-lancar',
	'days 7 diragukan',
	'days 8 diragukan',
	'days 9 macet',
]);
edges(pojk41, 'weekly', [
	'days 14 lancar',
	'days 15 dalam-perhatian-khusus',
	'days 28 dalam-perhatian-khusus',
	'days 29 kurang-lancar',
	'days 42 kurang-lancar',
	'days 43 diragukan',
	'days 56 diragukan',
	'days 57 macet',
]);
for (const frequency of ['monthly', 'quarterly', 'six-monthly', 'bullet'] as const) {
	edges(pojk41, frequency, [
		'months 1 lancar',
		'months 2 dalam-perhatian-khusus',
		'months 3 dalam-perhatian-khusus',
		'months 4 kurang-lancar',
		'months 6 kurang-lancar',
		'months 7 diragukan',
		'months 9 diragukan',
		'months 10 macet',
	]);
}
// No season makes a loan substandard: two missed are doubtful in POJK 62/2015 already.
edges(pojk41, 'seasonal', [
	'missed 0 lancar',
	'missed 1 dalam-perhatian-khusus',
	'missed 2 diragukan',
	'missed 3 macet',
]);

test('of two classes the worse is the one further down', (t) => {
	const [lancar, kurang, , macet] = koperasi.classes;
	t.is(worse(kurang!, macet).code, 'macet');
	t.is(worse(kurang!, lancar).code, 'kurang-lancar');
	t.is(worse(kurang!, undefined).code, 'kurang-lancar');
});
