import test from 'ava';
import {type Found, countBySource, toDetections} from '../../src/detection/detection.ts';
import type {Detector} from '../../src/detection/detector.ts';
import type {BookCode} from '../../src/kernel/ids.ts';

const detector: Detector = {
	name: 'never-paid-share',
	looksFor: {id: 'Dicari', en: 'Looked for'},
	sentence: {
		id: '{unpaid} pembiayaan ({amount}, {share} persen) sejak {daysMin} hari oleh {user}.',
		en: '{unpaid} loans ({amount}, {share} per cent) for {daysMin} days by {user}.',
	},
	falsePositive: {id: 'Bencana', en: 'A disaster'},
	thresholds: {daysMin: {id: 'Hari', en: 'Days'}},
	amounts: ['amount'],
};

const found: Found = {
	book: 'KOP-1' as BookCode,
	subject: 'book:KOP-1',
	figures: {unpaid: 1200, amount: '1250000.00', share: 33.3, user: 'petugas.1'},
	evidence: [{kind: 'entry', number: 7}],
};

test('what was found is told in both languages, with numbers as each writes them', (t) => {
	t.deepEqual(toDetections(detector, {severity: 'high', thresholds: {daysMin: 30}}, [found]), [
		{
			book: 'KOP-1' as BookCode,
			source: 'never-paid-share',
			subject: 'book:KOP-1',
			severity: 'high',
			sentence: {
				id: '1200 pembiayaan (Rp 1.250.000, 33,3 persen) sejak 30 hari oleh petugas.1.',
				en: '1200 loans (Rp 1.250.000, 33.3 per cent) for 30 days by petugas.1.',
			},
			evidence: [{kind: 'entry', number: 7}],
		},
	]);
});

test('one case may be worse than its policy says of all', (t) => {
	const [one] = toDetections(detector, {severity: 'low', thresholds: {}}, [
		{...found, severity: 'medium'},
	]);
	t.is(one!.severity, 'medium');
});

test('a detector that saw nothing is counted with nought', (t) => {
	const seen = [{source: 'b'}, {source: 'b'}, {source: 'a'}];
	t.deepEqual(countBySource(['a', 'b', 'c'], seen), {a: 1, b: 2, c: 0});
});
