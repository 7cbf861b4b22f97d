import test from 'ava';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {classCode, marginOf, maskName} from '../../src/reporting/loan-portfolio.ts';
import {allPolicies} from '../provisioning/policies.ts';

test('of a name the first letters are left', (t) => {
	t.is(maskName('Siti Aminah'), 'S*** A***');
	t.is(maskName('  Budi '), 'B***');
	t.is(maskName(''), '');
});

test('margin is what is owed beyond principal', (t) => {
	t.is(toText(marginOf({owed: rupiah('1060000'), principal: rupiah('970000')})), '90000.00');
});

test('the class of a loan is that of its policy, and of another there is none', (t) => {
	const policy = allPolicies.find(({code}) => code === 'koperasi')!;
	const classes = [{policy: 'koperasi', position: 4, provision: rupiah('0')}];
	t.is(classCode(policy, {classes}), 'macet');
	t.is(classCode(policy, {classes: []}), undefined);
});
