import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import {rupiah, zero} from '../../src/kernel/money.ts';
import {type Loan, decideDecision, decideTerms, requireStatus} from '../../src/lending/loan.ts';

const loan = {number: 7, status: 'applied', appliedBy: 'petugas'} as Loan;
const codeOf = (run: () => void): string | undefined => {
	try {
		run();
		return undefined;
	} catch (error) {
		return (error as DomainError).code;
	}
};

test('a qardh bears no margin (DSN-MUI 19/2001), a murabahah bears one (DSN-MUI 4/2000)', (t) => {
	const terms = (akad: Loan['akad'], margin: string) =>
		codeOf(() => decideTerms(akad, rupiah(margin)));
	t.is(terms('qardh', '0'), undefined);
	t.is(terms('qardh', '0.01'), 'lending/qardh-with-margin');
	t.is(terms('murabahah', '1'), undefined);
	t.is(
		codeOf(() => decideTerms('murabahah', zero)),
		'lending/murabahah-without-margin',
	);
});

test('another person decides, once', (t) => {
	t.is(
		codeOf(() => decideDecision(loan, 'penyelia')),
		undefined,
	);
	t.is(
		codeOf(() => decideDecision(loan, 'petugas')),
		'lending/same-person',
	);
	t.is(
		codeOf(() => decideDecision({...loan, status: 'approved'}, 'penyelia')),
		'lending/wrong-status',
	);
});

test('a step starts from its status', (t) => {
	t.is(
		codeOf(() => requireStatus(loan, 'applied')),
		undefined,
	);
	t.is(
		codeOf(() => requireStatus(loan, 'disbursed')),
		'lending/wrong-status',
	);
});
