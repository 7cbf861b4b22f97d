import test from 'ava';
import {decideSharePayment, shareDifference} from '../../src/fund/city-share.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {percent} from '../../src/kernel/rate.ts';

test('the share is booked by the difference, in whole rupiah rounded down', (t) => {
	const of = (earned: string, booked: string) =>
		toText(shareDifference(rupiah(earned), percent('20'), rupiah(booked)));
	t.is(of('100004', '0'), '20000.00'); // 20,000.8
	t.is(of('150000', '20000'), '10000.00');
	t.is(of('150000', '30000'), '0.00');
	// Income of 50,000 was taken back.
	t.is(of('100000', '30000'), '-10000.00');
});

test('no more is paid than is owed', (t) => {
	t.notThrows(() => {
		decideSharePayment(rupiah('20000'), rupiah('20000'));
	});
	t.throws(
		() => {
			decideSharePayment(rupiah('20000.01'), rupiah('20000'));
		},
		{code: 'fund/share-over-owed'},
	);
});
