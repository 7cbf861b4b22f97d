import test from 'ava';
import type {LoanId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, zero} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import type {Akad} from '../../src/lending/akad.ts';
import {decideConversion, decideOwed, draftConversion} from '../../src/lending/conversion.ts';
import type {Loan} from '../../src/lending/loan.ts';
import {afterTwo, codeOf, linesOf, murabahah} from './life.ts';

const day = {convertedOn: localDate('2025-04-20'), document: 'AKAD-2'};

/** The loan that what is owed after two instalments becomes. */
const newLoan: Loan = {
	...murabahah,
	id: 'loan-9' as LoanId,
	number: 9,
	akad: 'qardh',
	principal: rupiah('1000000'),
	margin: zero,
	status: 'approved',
};

// DSN-MUI 49/2005: the murabahah ends, and its debt goes on under another akad.
test('a murabahah goes on as qardh, mudharabah, musyarakah or ijarah, and as nothing else', (t) => {
	const into = (akad: Akad) => codeOf(() => decideConversion(murabahah, akad));
	for (const akad of ['qardh', 'mudharabah', 'musyarakah', 'ijarah'] as const) {
		t.is(into(akad), undefined, akad);
	}
	t.is(into('murabahah'), 'lending/conversion-inah');
	t.is(into('jasa'), 'lending/conversion-into-jasa');
});

test('no other akad is converted', (t) => {
	for (const akad of ['qardh', 'mudharabah', 'musyarakah', 'ijarah', 'jasa'] as const) {
		const decide = () => decideConversion({...murabahah, akad}, 'qardh');
		t.is(codeOf(decide), 'lending/conversion-of-akad', akad);
	}
});

test('margin that is due is paid first or left off knowingly', (t) => {
	const owed = {principal: rupiah('1000000'), marginDue: rupiah('20000')};
	t.is(
		codeOf(() => decideOwed(murabahah, owed, false)),
		'lending/conversion-margin-due',
	);
	t.notThrows(() => decideOwed(murabahah, owed, true));
	t.notThrows(() => decideOwed(murabahah, {...owed, marginDue: zero}, false));
	t.is(
		codeOf(() => decideOwed(murabahah, {...owed, principal: zero}, true)),
		'lending/no-principal-left',
	);
});

// By hand: of 1,440,000 two instalments of 120,000 are paid; 200,000 of the rest is margin.
test('the old debt ends, the new one begins, with no money and nothing owed to the city', (t) => {
	const [ended, begun] = draftConversion(murabahah, newLoan, afterTwo, day);
	t.deepEqual(linesOf(ended), [
		'debit 1.2.22 1000000.00 fund-1 loan-7 member-3',
		'debit 1.2.02 200000.00 fund-1 loan-7 member-3',
		'credit 1.2.01 1200000.00 fund-1 loan-7 member-3',
	]);
	t.deepEqual(linesOf(begun), [
		'debit 1.2.03 1000000.00 fund-1 loan-9 member-3',
		'credit 1.2.22 1000000.00 fund-1 loan-9 member-3',
	]);
	const told = {effectiveOn: '2025-04-20', document: 'AKAD-2'};
	t.like(ended, {...told, kind: 'conversion'});
	t.like(begun, {
		...told,
		kind: 'disbursement',
		reason: 'Konversi murabahah nomor 7 menjadi qardh nomor 9',
	});
});

test('a debt of which all margin is paid moves without one', (t) => {
	const owed = {principal: rupiah('1000000'), margin: zero};
	t.deepEqual(linesOf(draftConversion(murabahah, newLoan, owed, day)[0]), [
		'debit 1.2.22 1000000.00 fund-1 loan-7 member-3',
		'credit 1.2.01 1000000.00 fund-1 loan-7 member-3',
	]);
});

test('capital is put in by the debt, and an asset is bought by it and let', (t) => {
	const capital: Loan = {...newLoan, akad: 'musyarakah', nisbah: rate('0.3')};
	t.deepEqual(linesOf(draftConversion(murabahah, capital, afterTwo, day)[1]), [
		'debit 1.2.12 1000000.00 fund-1 loan-9 member-3',
		'credit 1.2.22 1000000.00 fund-1 loan-9 member-3',
	]);
	const rented: Loan = {...newLoan, akad: 'ijarah', margin: rupiah('100000')};
	t.deepEqual(linesOf(draftConversion(murabahah, rented, afterTwo, day)[1]), [
		'debit 1.4.01 1000000.00 fund-1 loan-9 member-3',
		'credit 1.2.22 1000000.00 fund-1 loan-9 member-3',
		'debit 1.2.05 1100000.00 fund-1 loan-9 member-3',
		'credit 1.2.06 1100000.00 fund-1 loan-9 member-3',
	]);
});
