import test from 'ava';
import {percent} from '../../src/kernel/rate.ts';
import {type Policy, classOf, policyFaults} from '../../src/provisioning/policy.ts';
import {allPolicies, koperasi, pojk62} from './policies.ts';

test('every policy classifies every loan', (t) => {
	for (const policy of allPolicies) t.deepEqual(policyFaults(policy), [], policy.code);
});

test('a class is found by its code', (t) => {
	t.is(classOf(pojk62, 'macet')?.position, 3);
	t.is(classOf(pojk62, 'kurang-lancar'), undefined);
});

const faultsOf = (changed: Partial<Policy>): string[] => policyFaults({...koperasi, ...changed});

test('a policy that leaves a loan without a class is told', (t) => {
	const [daily, ...others] = koperasi.ladders;
	t.deepEqual(faultsOf({ladders: others}), [
		'The bounds for daily are not one less than the classes.',
	]);
	t.deepEqual(faultsOf({ladders: [{...daily!, upTo: [1, 2]}, ...others]}), [
		'The bounds for daily are not one less than the classes.',
	]);
	t.deepEqual(faultsOf({ladders: [{...daily!, upTo: [2, 1, 23]}, ...others]}), [
		'The bounds for daily do not grow.',
	]);
});

test('classes that are out of order or ask for less further down are told', (t) => {
	const classes = [...koperasi.classes];
	t.deepEqual(faultsOf({classes: [classes[1]!, classes[0]!, ...classes.slice(2)]}), [
		'The classes are not numbered from 1 in their order.',
		'A worse class asks for less.',
	]);
	const last = {...classes[3]!, collateralMin: percent('75')};
	t.deepEqual(faultsOf({classes: [...classes.slice(0, 3), last]}), [
		'Below the last class there is none for a loan without collateral.',
	]);
});

test('a policy with a provisional number is provisional', (t) => {
	t.deepEqual(faultsOf({status: 'in-force'}), ['A number is provisional and the policy is not.']);
	const sure = {
		...koperasi,
		status: 'in-force' as const,
		classes: koperasi.classes.map((one) => ({...one, isProvisional: false})),
		ladders: koperasi.ladders.map((one) => ({...one, isProvisional: false})),
	};
	t.deepEqual(policyFaults(sure), []);
});
