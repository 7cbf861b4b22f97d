import test from 'ava';
import {policyFaults} from '../../src/detection/detector.ts';

const detector = {
	name: 'duplicate-nik',
	thresholds: {windowDays: {id: 'Hari', en: 'Days'}, niksMin: {id: 'NIK', en: 'NIKs'}},
};

test('a policy gives exactly the thresholds that its detector knows', (t) => {
	t.deepEqual(policyFaults(detector, {thresholds: {windowDays: 90, niksMin: 3}}), []);
	t.deepEqual(policyFaults(detector, {thresholds: {windowDays: 90, nikMin: 3}}), [
		'duplicate-nik has no niksMin.',
		'duplicate-nik knows no nikMin.',
	]);
});
