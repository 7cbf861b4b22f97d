import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	type Collateral,
	decideRelease,
	decideTaking,
	requireHeld,
	valueOn,
} from '../../src/lending/collateral.ts';
import {type LoanStatus, loanStatuses} from '../../src/lending/loan.ts';

const on = localDate;
const appraisal = (number: number, day: string, value: string) => ({
	number,
	appraisedOn: on(day),
	value: rupiah(value),
	appraiser: 'Bapak Anwar',
	recordedBy: 'petugas',
});
const release = {releasedOn: on('2026-06-01'), handedTo: 'Ibu Sari', releasedBy: 'petugas'};
const held: Pick<Collateral, 'number' | 'takenOn' | 'appraisals' | 'release'> = {
	number: 2,
	takenOn: on('2026-01-05'),
	appraisals: [
		appraisal(1, '2026-01-04', '9000000'),
		appraisal(2, '2026-04-01', '8000000'),
		appraisal(3, '2026-03-01', '8500000'),
		appraisal(4, '2026-04-01', '7900000'),
	],
};

const worth = (day: string, of = held): string | undefined => {
	const value = valueOn(of, on(day));
	return value && toText(value);
};

test('it is worth what the last appraisal up to the day says, whenever recorded', (t) => {
	t.is(worth('2026-01-04'), undefined);
	t.is(worth('2026-01-05'), '9000000.00');
	t.is(worth('2026-02-28'), '9000000.00');
	t.is(worth('2026-03-01'), '8500000.00');
	t.is(worth('2026-04-01'), '7900000.00');
	t.is(worth('2030-01-01'), '7900000.00');
});

test('nothing is worth anything before it is valued and once it is given back', (t) => {
	const valuedLate = {...held, appraisals: [appraisal(1, '2026-02-01', '1')]};
	t.is(worth('2026-01-31', valuedLate), undefined);
	t.is(worth('2026-05-31', {...held, release}), '7900000.00');
	t.is(worth('2026-06-01', {...held, release}), undefined);
});

test('collateral is taken until a loan is over', (t) => {
	const refused = (status: LoanStatus): boolean => {
		try {
			decideTaking({number: 7, status});
			return false;
		} catch {
			return true;
		}
	};
	t.deepEqual(
		loanStatuses.filter((status) => !refused(status)),
		['applied', 'verified', 'approved', 'disbursed'],
	);
});

test('what was given back is neither valued nor given back again', (t) => {
	t.notThrows(() => requireHeld(held, on('2026-01-05'), 'releasedOn'));
	t.throws(() => requireHeld(held, on('2026-01-04'), 'releasedOn'), {
		message: 'The date 2026-01-04 is before the collateral was taken on 2026-01-05.',
	});
	t.throws(() => requireHeld({...held, release}, on('2026-07-01'), 'releasedOn'), {
		message: 'Collateral 2 was given back on 2026-06-01.',
	});
});

test('it is given back when nothing is owed, and otherwise for a reason', (t) => {
	const isFree = (status: LoanStatus, owed: string, reason?: string): boolean => {
		try {
			decideRelease({number: 7, status}, rupiah(owed), reason);
			return true;
		} catch {
			return false;
		}
	};
	t.true(isFree('settled', '0'));
	t.true(isFree('disbursed', '0'));
	t.true(isFree('rejected', '0'));
	t.true(isFree('withdrawn', '0'));
	t.true(isFree('reversed', '0'));
	t.false(isFree('disbursed', '0.01'));
	// Off the books is not paid.
	t.false(isFree('written-off', '0'));
	t.false(isFree('approved', '0'));
	t.true(isFree('written-off', '0', 'Agunan dijual bersama anggota'));
	t.true(isFree('disbursed', '500000', 'Diganti agunan lain'));
});
