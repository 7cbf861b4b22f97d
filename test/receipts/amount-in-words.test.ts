import test from 'ava';
import {rupiah} from '../../src/kernel/money.ts';
import {amountInIndonesian} from '../../src/receipts/index.ts';

const reads = test.macro({
	exec(t, amount: string, words: string) {
		t.is(amountInIndonesian(rupiah(amount)), words);
	},
	title: (_, amount: string | undefined) => `${amount ?? ''} in words`,
});

test(reads, '0', 'nol rupiah');
test(reads, '1', 'satu rupiah');
test(reads, '10', 'sepuluh rupiah');
test(reads, '11', 'sebelas rupiah');
test(reads, '12', 'dua belas rupiah');
test(reads, '19', 'sembilan belas rupiah');
test(reads, '20', 'dua puluh rupiah');
test(reads, '21', 'dua puluh satu rupiah');
test(reads, '99', 'sembilan puluh sembilan rupiah');
test(reads, '100', 'seratus rupiah');
test(reads, '111', 'seratus sebelas rupiah');
test(reads, '200', 'dua ratus rupiah');
test(reads, '916', 'sembilan ratus enam belas rupiah');
test(reads, '1000', 'seribu rupiah');
test(reads, '1001', 'seribu satu rupiah');
test(reads, '2000', 'dua ribu rupiah');
test(reads, '11000', 'sebelas ribu rupiah');
test(reads, '21000', 'dua puluh satu ribu rupiah');
test(reads, '101000', 'seratus satu ribu rupiah');
test(reads, '110000', 'seratus sepuluh ribu rupiah');
test(reads, '1000000', 'satu juta rupiah');
test(reads, '1001000', 'satu juta seribu rupiah');
test(reads, '1250000', 'satu juta dua ratus lima puluh ribu rupiah');
test(reads, '1000000000', 'satu miliar rupiah');
test(reads, '13640000000', 'tiga belas miliar enam ratus empat puluh juta rupiah');
test(reads, '2000000000001', 'dua triliun satu rupiah');
test(reads, '5000000000000000', 'lima kuadriliun rupiah');
test(reads, '110000.50', 'seratus sepuluh ribu rupiah lima puluh sen');
test(reads, '0.01', 'nol rupiah satu sen');
