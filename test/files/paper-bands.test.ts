import test from 'ava';
import {bandsOf} from '../../src/files/paper-bands.ts';

// Every letter is ten points wide.
const measure = (text: string) => text.length * 10;
const amount = (key: string) => ({key, heading: key, kind: 'amount'}) as const;
const columns = [{key: 'name', heading: 'name', kind: 'text'} as const, amount('a'), amount('b')];

test('columns that fit stand side by side', (t) => {
	const bands = bandsOf(columns, [['Kas', '123', '4567']], {width: 300, padding: 2, measure});
	t.deepEqual(
		bands.map((band) => band.map(({index, left, width}) => [index, left, width])),
		[
			[
				[0, 0, 45],
				[1, 45, 35],
				[2, 80, 45],
			],
		],
	);
});

test('what does not fit comes below, again with the first column', (t) => {
	const rows = [['Kas', '12345678', '12345678']];
	const bands = bandsOf(columns, rows, {width: 140, padding: 2, measure});
	t.deepEqual(
		bands.map((band) => band.map(({index}) => index)),
		[
			[0, 1],
			[0, 2],
		],
	);
});

test('a number far down still finds its width', (t) => {
	const rows = Array.from({length: 900}, (_, index) => [
		'x',
		index === 850 ? '123456789' : '1',
		'',
	]);
	const [band] = bandsOf(columns, rows, {width: 1000, padding: 2, measure});
	t.is(band![1]!.width, 95);
});
