import test from 'ava';
import {DomainError} from '../../src/kernel/errors.ts';
import type {LoanId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	type LateCharge,
	type NewTawidh,
	type NewTazir,
	type TazirFacts,
	decideChargePayment,
	decideTawidh,
	decideTazir,
	decideWaiver,
	requireState,
	stateOfCharge,
} from '../../src/lending/late-charge.ts';
import type {Loan} from '../../src/lending/loan.ts';
import {instalmentsOf} from './terms.ts';

const loan = {id: 'loan' as LoanId, number: 7} as Loan;

// 360 is owed in all: 240 after the first, 120 after the second, nothing after the third.
const instalments = instalmentsOf('2026-01-31 100 20', '2026-02-28 100 20', '2026-03-31 100 20');

const tazir = (change: Partial<NewTazir> = {}): NewTazir => ({
	loan: loan.id,
	chargedOn: localDate('2026-03-01'),
	isWilful: true,
	statement: 'Toko ramai, dua kali ingkar janji',
	...change,
});

const facts = (change: Partial<TazirFacts> = {}): TazirFacts => ({
	loan,
	fine: {amount: rupiah('10000'), to: 'benevolence'},
	schedule: {version: 1, instalments},
	owed: rupiah('360'),
	charges: [],
	chargedBy: 'petugas',
	...change,
});

const charge = (change: Partial<LateCharge> = {}): LateCharge => ({
	loan: loan.id,
	number: 1,
	kind: 'tazir',
	chargedOn: localDate('2026-03-01'),
	amount: rupiah('10000'),
	instalment: {version: 1, number: 1},
	costs: [],
	statement: 'Mampu',
	chargedBy: 'petugas',
	...change,
});

const payment = {
	paidOn: localDate('2026-03-02'),
	method: 'cash' as const,
	receiptNumber: 1,
	entryNumber: 9,
	receivedBy: 'petugas',
};
const waiver = {waivedOn: localDate('2026-03-02'), reason: 'Sakit', waivedBy: 'penyelia'};

const shown = (charges: readonly LateCharge[]): string[] =>
	charges.map((one) => `${one.number}: ${one.instalment!.number} ${toText(one.amount)}`);

// Two instalments are late on 1 March; one fine of the agreed sum for each (DSN-MUI 17/2000).
test('each late instalment is fined once by the agreed sum', (t) => {
	t.deepEqual(shown(decideTazir(tazir(), facts())), ['1: 1 10000.00', '2: 2 10000.00']);
});

test('what was fined before is not fined again, and numbers go on', (t) => {
	const charges = [charge()];
	t.deepEqual(shown(decideTazir(tazir(), facts({charges}))), ['2: 2 10000.00']);
	const both = [charge(), charge({number: 2, instalment: {version: 1, number: 2}})];
	t.is(
		codeOf(() => decideTazir(tazir(), facts({charges: both}))),
		'lending/tazir-charged-already',
	);
});

test('a fine of an earlier schedule does not stand for the instalment of the next', (t) => {
	const schedule = {version: 2, instalments};
	const found = decideTazir(tazir(), facts({schedule, charges: [charge()]}));
	t.deepEqual(shown(found), ['2: 1 10000.00', '3: 2 10000.00']);
});

test('a paid instalment is not fined, nor a row that asks for nothing', (t) => {
	t.deepEqual(shown(decideTazir(tazir(), facts({owed: rupiah('240')}))), ['1: 2 10000.00']);
	const graced = instalmentsOf('2026-01-31 0 0', '2026-02-27 100 0', '2026-02-28 0 0');
	const schedule = {version: 1, instalments: graced};
	const found = decideTazir(tazir(), facts({schedule, owed: rupiah('100')}));
	t.deepEqual(shown(found), ['1: 2 10000.00']);
});

/** The code with which it is refused. */
function codeOf(run: () => unknown): string {
	try {
		run();
	} catch (error) {
		if (error instanceof DomainError) return error.code;
		throw error;
	}
	return 'not refused';
}

const refused = test.macro({
	exec(t, change: Partial<NewTazir>, known: Partial<TazirFacts>, code: string) {
		t.is(
			codeOf(() => decideTazir(tazir(change), facts(known))),
			code,
		);
	},
	title: (title = '') => `no fine ${title}`,
});

test('without an agreement', refused, {}, {fine: undefined}, 'lending/no-late-fine');
test('of who cannot pay', refused, {isWilful: false}, {}, 'lending/not-wilful');
test('on the due date', refused, {chargedOn: localDate('2026-01-31')}, {}, 'lending/loan-not-late');
test('of what is paid', refused, {}, {owed: rupiah('120')}, 'lending/loan-not-late');
test('before a schedule is there', refused, {}, {schedule: undefined}, 'lending/loan-not-late');

const day = localDate('2026-02-10');
const cost = (document: string, amount: string, spentOn = '2026-02-10') => ({
	document,
	description: 'Transpor penagihan',
	spentOn: localDate(spentOn),
	amount: rupiah(amount),
});
const tawidh = (change: Partial<NewTawidh> = {}): NewTawidh => ({
	loan: loan.id,
	claimedOn: localDate('2026-03-01'),
	amount: rupiah('55000'),
	costs: [cost('KW-81', '30000'), cost('KW-82', '25000')],
	isWilful: true,
	statement: 'Ingkar janji tiga kali',
	...change,
});
const claim = (change: Partial<NewTawidh> = {}, lateDays = new Set([day])) =>
	decideTawidh(tawidh(change), {loan, lateDays, charges: [charge()], chargedBy: 'petugas'});

test('a compensation is at most the sum of the real costs', (t) => {
	const found = claim();
	t.is(found.number, 2);
	t.is(found.kind, 'tawidh');
	t.is(toText(found.amount), '55000.00');
	t.is(found.costs.length, 2);
	t.is(toText(claim({amount: rupiah('54999.99')}).amount), '54999.99');
	t.is(
		codeOf(() => claim({amount: rupiah('55000.01')})),
		'lending/tawidh-above-costs',
	);
});

test('every cost that is none is named', (t) => {
	const costs = [cost('A', '1'), cost('B', '1', '2026-02-11'), cost('C', '1', '2026-03-02')];
	const error = t.throws(() => claim({costs, amount: rupiah('3')}), {instanceOf: DomainError});
	t.deepEqual(
		error.findings.map(({code, path}) => `${path} ${code}`),
		['costs[1].spentOn lending/cost-not-of-lateness', 'costs[2].spentOn lending/cost-after-claim'],
	);
	t.is(
		codeOf(() => claim({isWilful: false})),
		'lending/not-wilful',
	);
});

test('a charge is open until it is paid or waived', (t) => {
	t.is(stateOfCharge(charge()), 'open');
	t.is(stateOfCharge(charge({payment})), 'paid');
	t.is(stateOfCharge(charge({waiver})), 'waived');
});

test('a charge is paid once, from its day on', (t) => {
	t.notThrows(() => decideChargePayment(charge(), localDate('2026-03-01')));
	const early = () => decideChargePayment(charge(), localDate('2026-02-28'));
	t.is(codeOf(early), 'lending/before-late-charge');
	const again = () => decideChargePayment(charge({payment}), localDate('2026-03-03'));
	t.is(codeOf(again), 'lending/late-charge-ended');
});

test('another person than who charged may waive it', (t) => {
	t.notThrows(() => decideWaiver(charge(), waiver));
	const waive =
		(of: LateCharge, change: Partial<typeof waiver> = {}) =>
		() =>
			decideWaiver(of, {...waiver, ...change});
	t.is(codeOf(waive(charge(), {waivedBy: 'petugas'})), 'lending/waiver-same-person');
	t.is(codeOf(waive(charge({payment}))), 'lending/late-charge-ended');
	const early = waive(charge(), {waivedOn: localDate('2026-02-28')});
	t.is(codeOf(early), 'lending/before-late-charge');
});

test('a step asks for the state that it starts from', (t) => {
	t.notThrows(() => requireState(charge({payment}), 'paid'));
	const error = t.throws(() => requireState(charge({waiver}), 'paid'));
	t.is(error.message, 'Late charge 1 is waived; this step needs it to be paid.');
});
