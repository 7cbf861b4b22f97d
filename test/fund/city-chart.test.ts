import test from 'ava';
import {cityAccounts, cityChart} from '../../src/fund/city-chart.ts';

test('the fund is an asset of the city, valued through a contra account (Bultek SAP 07)', (t) => {
	const byCode = new Map(cityChart.map((account) => [String(account.code), account]));
	t.is(byCode.size, cityChart.length);
	t.like(byCode.get('1.2.1'), {
		class: 'asset',
		normalSide: 'debit',
		floor: 'fund',
		isControlled: true,
	});
	t.like(byCode.get('1.2.2'), {class: 'asset', normalSide: 'credit'});
	t.like(byCode.get('4.1.1'), {class: 'income', normalSide: 'credit'});
	for (const code of Object.values(cityAccounts)) t.true(byCode.has(code), code);
});
