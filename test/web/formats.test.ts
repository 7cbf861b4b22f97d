import test from 'ava';
import {
	addRupiah,
	compareRupiah,
	compareShares,
	multiplyRupiah,
	readDate,
	readRupiah,
	showCount,
	showDate,
	showMoment,
	showMonth,
	showPercent,
	showPlain,
	showRupiah,
	showShortDate,
	subtractRupiah,
} from '../../src/web/formats.ts';

test('rupiah are shown as Indonesians write them', (t) => {
	const table: readonly (readonly [string, string, string])[] = [
		['1250000', 'Rp 1.250.000', 'Rp 1,250,000'],
		['1250000.00', 'Rp 1.250.000', 'Rp 1,250,000'],
		['1250000.5', 'Rp 1.250.000,50', 'Rp 1,250,000.50'],
		['0', 'Rp 0', 'Rp 0'],
		['999', 'Rp 999', 'Rp 999'],
		['-5000.00', '−Rp 5.000', '−Rp 5,000'],
		[
			'99999999999999999999.99',
			'Rp 99.999.999.999.999.999.999,99',
			'Rp 99,999,999,999,999,999,999.99',
		],
	];
	for (const [amount, indonesian, english] of table) {
		t.is(showRupiah(amount), indonesian);
		t.is(showRupiah(amount, 'en'), english);
	}
	t.is(showPlain('1250000.00'), '1.250.000');
	t.throws(() => showRupiah('1e6'), {message: /no amount/u});
});

test('rupiah are read as people type them', (t) => {
	const table: readonly (readonly [string, string | undefined])[] = [
		['1250000', '1250000'],
		['1.250.000', '1250000'],
		['Rp 1.250.000', '1250000'],
		['rp1.250.000,-', '1250000'],
		['1.250.000,50', '1250000.50'],
		['1 250 000', '1250000'],
		['1,25 jt', '1250000'],
		['1,25juta', '1250000'],
		['500rb', '500000'],
		['500 ribu', '500000'],
		['1 m', '1000000000'],
		['0', '0'],
		['1.25', undefined],
		['1,250,000', undefined],
		['1.250.00', undefined],
		['-5000', undefined],
		['seribu', undefined],
		['12,345', undefined],
		['1e6', undefined],
		['', undefined],
	];
	for (const [typed, amount] of table) t.is(readRupiah(typed), amount, typed);
});

test('amounts are added and compared to the sen', (t) => {
	t.is(addRupiah(['0.10', '0.20']), '0.30');
	t.is(addRupiah([]), '0');
	t.is(addRupiah(['90071992547409.93', '0.01']), '90071992547409.94');
	t.is(subtractRupiah('1000', '1250.25'), '-250.25');
	t.is(multiplyRupiah('100000', 37), '3700000');
	t.true(compareRupiah('9', '10') < 0);
	t.true(compareRupiah('10.00', '9.99') > 0);
	t.is(compareRupiah('5', '5.00'), 0);
});

test('days are shown and read as people write them', (t) => {
	t.is(showDate('2026-11-24'), '24 November 2026');
	t.is(showDate('2026-05-01'), '1 Mei 2026');
	t.is(showDate('2026-05-01', 'en'), '1 May 2026');
	t.is(showShortDate('2026-08-17'), '17 Agu 2026');
	t.is(showMonth('2026-12'), 'Desember 2026');
	const table: readonly (readonly [string, string | undefined])[] = [
		['24/11/2026', '2026-11-24'],
		['24-11-26', '2026-11-24'],
		['24.11.2026', '2026-11-24'],
		['24 11 2026', '2026-11-24'],
		['24112026', '2026-11-24'],
		['241126', '2026-11-24'],
		['1/5/2026', '2026-05-01'],
		['24 November 2026', '2026-11-24'],
		['24 nov 2026', '2026-11-24'],
		['17 Agustus 2026', '2026-08-17'],
		['1 may 2026', '2026-05-01'],
		['2026-11-24', '2026-11-24'],
		['31/2/2026', undefined],
		['29/2/2026', undefined],
		['29/2/2028', '2028-02-29'],
		['24/13/2026', undefined],
		['besok', undefined],
		['', undefined],
	];
	for (const [typed, date] of table) t.is(readDate(typed), date, typed);
});

test('a moment is told by the clock of a place', (t) => {
	t.is(showMoment('2026-11-24T06:05:00Z', 'id', 'Asia/Jakarta'), '24 November 2026, 13.05 WIB');
});

test('shares are shown in percent to one decimal', (t) => {
	t.is(showPercent('0.1234'), '12,3%');
	t.is(showPercent('0.1235'), '12,4%');
	t.is(showPercent('1.0000'), '100,0%');
	t.is(showPercent('0.0000'), '0,0%');
	t.is(showPercent('-0.0500', 'en'), '−5.0%');
	t.is(showPercent('12.5'), '1.250,0%');
	t.is(showCount(12_345), '12.345');
	t.true(compareShares('0.9', '0.1234') > 0);
	t.true(compareShares('-0.5', '0.1') < 0);
	t.is(compareShares('1', '1.0000'), 0);
});
