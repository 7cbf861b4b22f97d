import test from 'ava';
import {type Rupiah, rupiah, toText} from '../../src/kernel/money.ts';
import {classOf} from '../../src/provisioning/policy.ts';
import {
	netRealisableValue,
	provisionBase,
	requiredProvision,
} from '../../src/provisioning/provision.ts';
import {koperasi, permendagri, pojk41, pojk62} from './policies.ts';

const required = (
	policy: typeof koperasi,
	code: string,
	principal: string,
	collateral = '0',
): string =>
	toText(
		requiredProvision(classOf(policy, code)!, {
			principal: rupiah(principal),
			collateral: rupiah(collateral),
		}),
	);

// Permendagri 73/2015 and PPAPWD: 0.5, 10, 50 and 100 %, the last three less collateral.
for (const policy of [permendagri, koperasi]) {
	test(`${policy.code} asks for its percentages of the principal`, (t) => {
		t.is(required(policy, 'lancar', '1200000'), '6000.00');
		t.is(required(policy, 'kurang-lancar', '1200000'), '120000.00');
		t.is(required(policy, 'diragukan', '1200000'), '600000.00');
		t.is(required(policy, 'macet', '1200000'), '1200000.00');
	});

	test(`${policy.code} deducts collateral from all classes but the first`, (t) => {
		t.is(required(policy, 'lancar', '1200000', '900000'), '6000.00');
		t.is(required(policy, 'kurang-lancar', '1200000', '900000'), '30000.00');
		t.is(required(policy, 'diragukan', '1200000', '900000'), '150000.00');
		t.is(required(policy, 'macet', '1200000', '900000'), '300000.00');
	});
}

test('POJK 62/2015 asks for nothing, half and all', (t) => {
	t.is(required(pojk62, 'lancar', '1200000'), '0.00');
	t.is(required(pojk62, 'diragukan', '1200000', '900000'), '600000.00');
	t.is(required(pojk62, 'macet', '1200000', '900000'), '1200000.00');
});

test('POJK 41/2024 asks for 1, 5, 15, 50 and 100 % until its own are found', (t) => {
	const amounts = pojk41.classes.map(({code}) => required(pojk41, code, '1000000'));
	t.deepEqual(amounts, ['10000.00', '50000.00', '150000.00', '500000.00', '1000000.00']);
});

test('each loan is rounded to whole rupiah, a half up', (t) => {
	t.is(required(koperasi, 'lancar', '100'), '1.00');
	t.is(required(koperasi, 'lancar', '99.99'), '0.00');
	t.is(required(koperasi, 'lancar', '300'), '2.00');
	t.is(required(koperasi, 'kurang-lancar', '1234567'), '123457.00');
	t.is(required(koperasi, 'kurang-lancar', '1234564.99'), '123456.00');
});

test('collateral above the principal leaves nothing to provide for, and not less', (t) => {
	t.is(required(koperasi, 'macet', '1000000', '1000000'), '0.00');
	t.is(required(koperasi, 'macet', '1000000', '9000000'), '0.00');
	const base = provisionBase(classOf(koperasi, 'macet')!, {
		principal: rupiah('5'),
		collateral: rupiah('7'),
	});
	t.is(toText(base), '0.00');
});

test('net realisable value is what is left of the principal', (t) => {
	const value = (principal: Rupiah, allowance: Rupiah) =>
		toText(netRealisableValue(principal, allowance));
	t.is(value(rupiah('1200000'), rupiah('120000')), '1080000.00');
	t.is(value(rupiah('1200000'), rupiah('1200000')), '0.00');
});
