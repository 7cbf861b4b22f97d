import test from 'ava';
import {type Link, chainOf, gapsOf} from '../../src/banking/continuity.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {day} from '../helpers/world.ts';

const link = (
	number: number,
	[from, to]: readonly [string, string],
	[opening, closing]: readonly [string, string],
	[freshRows, fresh]: readonly [number, string],
): Link => ({
	id: String(number) as never,
	number,
	from: day(`2026-03-${from}`),
	to: day(`2026-03-${to}`),
	opening: rupiah(opening),
	closing: rupiah(closing),
	freshRows,
	fresh: rupiah(fresh),
});

const march = link(1, ['01', '10'], ['0', '100'], [3, '100']);

const holds = test.macro({
	exec(t, links: readonly Link[], chain: readonly number[], gaps: readonly string[]) {
		const found = chainOf(links);
		t.deepEqual(
			found.map(({number}) => number),
			[...chain],
		);
		t.deepEqual(
			gapsOf(found).map(({before, after, opening, difference}) =>
				[before.number, after.number, toText(opening), toText(difference)].join(' '),
			),
			[...gaps],
		);
	},
	title: (title = '') => title,
});

test(
	'a statement that begins where the one before ended',
	holds,
	[link(2, ['11', '20'], ['100', '130'], [1, '30']), march],
	[1, 2],
	[],
);
test(
	'one that begins elsewhere',
	holds,
	[march, link(2, ['12', '20'], ['90', '130'], [1, '40'])],
	[1, 2],
	['1 2 90.00 -10.00'],
);
test(
	'one that overlaps, and brings only what is new',
	holds,
	[march, link(2, ['05', '20'], ['40', '130'], [1, '30'])],
	[1, 2],
	[],
);
test(
	'one that another has whole is passed over',
	holds,
	[
		march,
		link(2, ['03', '07'], ['10', '60'], [0, '0']),
		link(3, ['05', '10'], ['40', '100'], [0, '0']),
	],
	[1],
	[],
);
test(
	'the last day in full after a part of it',
	holds,
	[march, link(2, ['05', '10'], ['40', '107'], [1, '7'])],
	[1, 2],
	[],
);
test('no statement at all', holds, [], [], []);
