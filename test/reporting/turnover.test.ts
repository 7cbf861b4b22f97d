import test from 'ava';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	type Turnover,
	addTurnovers,
	nothingMoved,
	onNormalSide,
	subtractTurnover,
} from '../../src/reporting/turnover.ts';

const turnover = (debit: string, credit: string): Turnover => ({
	debit: rupiah(debit),
	credit: rupiah(credit),
});
const texts = ({debit, credit}: Turnover): string[] => [toText(debit), toText(credit)];

test('debits and credits are added and taken off apart', (t) => {
	t.deepEqual(texts(addTurnovers([turnover('10', '4'), turnover('0.50', '1')])), ['10.50', '5.00']);
	t.deepEqual(texts(addTurnovers([])), texts(nothingMoved));
	t.deepEqual(texts(subtractTurnover(turnover('10', '4'), turnover('3', '5'))), ['7.00', '-1.00']);
});

test('a balance stands on the normal side of its account', (t) => {
	t.is(toText(onNormalSide({normalSide: 'debit'}, turnover('10', '4'))), '6.00');
	t.is(toText(onNormalSide({normalSide: 'credit'}, turnover('10', '4'))), '-6.00');
});
