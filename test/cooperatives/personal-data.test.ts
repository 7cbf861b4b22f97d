import test from 'ava';
import {type Member, unmaskingOf} from '../../src/cooperatives/index.ts';
import {unmask} from '../../src/cooperatives/personal-data.ts';
import type {MemberId} from '../../src/kernel/ids.ts';

const member = {nik: '1771014107900042', address: 'Jl. Mawar 2'} as unknown as Member;

test('of a member no more is shown than was asked for', (t) => {
	t.deepEqual(unmask(member, ['address']), {address: 'Jl. Mawar 2'});
	t.deepEqual(unmask(member, ['nik', 'phone']), {nik: '1771014107900042', phone: null});
});

test('the trail tells fields and reason, and no number that the reason holds', (t) => {
	t.deepEqual(
		unmaskingOf('m1' as MemberId, ['phone', 'nik'], 'Telepon 0812-3456-7890 dari 1771014107900042'),
		{
			kind: 'personal-data.unmask',
			subject: 'member:m1',
			details: {fields: 'nik phone', reason: 'Telepon (12 digits) dari (16 digits)'},
		},
	);
});
