import test from 'ava';
import {type CallerScope, coversBook, everywhere} from '../../src/kernel/scope.ts';

const regions = (...codes: string[]): CallerScope => ({
	all: false,
	regions: codes,
	cooperatives: [],
});
const cooperatives = (...codes: string[]): CallerScope => ({
	all: false,
	regions: [],
	cooperatives: codes,
});

const covers = test.macro({
	exec(t, scope: CallerScope, expected: boolean, ...named: readonly string[]) {
		const [book = 'KOP-A', region = '17.71.02.1001'] = named;
		t.is(coversBook(scope, book, region), expected);
	},
	title: (title = '') => `covers a book: ${title}`,
});

test('everywhere', covers, everywhere, true);
test('nowhere covers none', covers, regions(), false);
test('named itself', covers, cooperatives('KOP-B', 'KOP-A'), true);
test('another cooperative', covers, cooperatives('KOP-B'), false);
test('a code that only begins alike', covers, cooperatives('KOP'), false);
test('its kelurahan', covers, regions('17.71.02.1001'), true);
test('its kecamatan', covers, regions('17.71.02'), true);
test('its city', covers, regions('17.71'), true);
test('its province', covers, regions('17'), true);
test('a neighbouring kelurahan', covers, regions('17.71.02.1002'), false);
test('a neighbouring kecamatan among others', covers, regions('17.71.01', '18'), false);
test('digits that are no region', covers, regions('17.7', '1', '17.71.0'), false);
test(
	'a kelurahan does not cover its city',
	covers,
	regions('17.71.02.1001'),
	false,
	'KOTA',
	'17.71',
);
test('a region is no cooperative', covers, cooperatives('17.71.02.1001'), false);
test('a cooperative is no region', covers, regions('KOP-A'), false);
test('by either of the two', covers, {all: false, regions: ['18'], cooperatives: ['KOP-A']}, true);
