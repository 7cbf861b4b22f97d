import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {type Question, type QuestionFacts, questionFaults} from '../../src/reporting/question.ts';

const facts: QuestionFacts = {
	today: localDate('2026-03-31'),
	now: new Date('2026-03-31T05:00:00Z'),
	scope: {all: true},
	bookRegions: [],
	isRegionKnown: true,
	isBookKnown: true,
	firstRecordedAt: new Date('2026-01-10T00:00:00Z'),
};

const codes = (question: Question, more: Partial<QuestionFacts> = {}) =>
	questionFaults(question, {...facts, ...more}).map(({code, path}) => `${path} ${code}`);

test('a question that can be answered has no fault', (t) => {
	t.deepEqual(codes({}), []);
	const whole = {
		book: 'KOP-1',
		region: '17.71',
		from: localDate('2026-03-31'),
		asOf: localDate('2026-03-31'),
		knownAt: new Date('2026-01-10T00:00:00Z'),
	};
	t.deepEqual(codes(whole), []);
});

test('everything that is wrong is told at once', (t) => {
	const question = {
		book: 'KOP-9',
		region: '99',
		from: localDate('2026-04-02'),
		asOf: localDate('2026-04-01'),
		knownAt: new Date('2026-04-01T00:00:00Z'),
	};
	t.deepEqual(codes(question, {isBookKnown: false, isRegionKnown: false}), [
		'query.book ledger/unknown-book',
		'query.region report/unknown-region',
		'query.from report/from-after-to',
		'query.asOf report/as-of-in-future',
		'query.knownAt report/known-at-in-future',
	]);
});

test('a moment before the first entry is named with it', (t) => {
	const knownAt = new Date('2026-01-09T23:59:59Z');
	t.deepEqual(codes({book: 'KOP-1', knownAt}), ['query.knownAt report/known-before-book']);
	t.deepEqual(codes({knownAt}), ['query.knownAt report/known-before-books']);
	t.deepEqual(codes({knownAt}, {firstRecordedAt: undefined}), [
		'query.knownAt report/known-before-books',
	]);
	// Of a book that is not there it is not said when its first entry was recorded.
	t.deepEqual(codes({book: 'KOP-9', knownAt}, {isBookKnown: false}), [
		'query.book ledger/unknown-book',
	]);
});

test('a change is asked for since a moment between the first entry and the report', (t) => {
	const since = new Date('2026-03-01T00:00:00Z');
	t.deepEqual(codes({book: 'KOP-1', since}), []);
	t.deepEqual(codes({book: 'KOP-1', since, knownAt: new Date('2026-02-28T00:00:00Z')}), [
		'query.since report/since-in-future',
	]);
	t.deepEqual(codes({book: 'KOP-1', since: new Date('2026-01-01T00:00:00Z')}), [
		'query.since report/since-before-book',
	]);
});

test('a region is within a scope that holds it, lies in it, or has a book in it', (t) => {
	const scope = {all: false, regions: ['17.71.01'], cooperatives: []} as const;
	const outside = ['query.region report/region-outside-scope'];
	t.deepEqual(codes({region: '17.71.01.1001'}, {scope}), []);
	t.deepEqual(codes({region: '17.71.01'}, {scope}), []);
	t.deepEqual(codes({region: '17.71.011'}, {scope}), outside);
	t.deepEqual(codes({region: '17.71'}, {scope}), outside);
	t.deepEqual(codes({region: '17.71'}, {scope, bookRegions: ['17.71.01.1001']}), []);
	t.deepEqual(codes({region: '17.72'}, {scope, bookRegions: ['17.71.01.1001']}), outside);
});
