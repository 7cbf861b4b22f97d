import test from 'ava';
import {type BookMember, amendParticulars} from '../../src/cooperatives/member.ts';
import type {BookCode, MemberId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {kelurahanCode} from '../../src/kernel/region-code.ts';

const ani: BookMember = {
	id: '00000000-0000-4000-8000-000000000001' as MemberId,
	book: 'KOP-1771011001' as BookCode,
	number: 7,
	nik: '1771014107900042',
	name: 'Ani',
	sex: 'female',
	birthDate: localDate('1990-07-01'),
	kelurahanCode: kelurahanCode('17.71.01.1001'),
	address: 'Jl. Mawar 2',
	phone: '0812-1111',
	business: {description: 'Warung', sector: 'trade'},
	joinedOn: localDate('2026-03-01'),
};

test('what is not named stays as it is', (t) => {
	t.deepEqual(amendParticulars(ani, {address: 'Jl. Melati 1'}), {...ani, address: 'Jl. Melati 1'});
	t.deepEqual(amendParticulars(ani, {kelurahanCode: kelurahanCode('17.71.01.1003')}), {
		...ani,
		kelurahanCode: kelurahanCode('17.71.01.1003'),
	});
});

test('phone and business are exchanged, and taken away with null', (t) => {
	t.is(amendParticulars(ani, {phone: '0813-2222'}).phone, '0813-2222');
	const stall = {description: 'Lapak ikan', sector: 'fishery'} as const;
	t.deepEqual(amendParticulars(ani, {business: stall}).business, stall);
	const {phone: _, business: __, ...bare} = ani;
	t.deepEqual(amendParticulars(ani, {phone: null, business: null}), bare);
});

test('to amend nothing is refused', (t) => {
	t.like(
		t.throws(() => amendParticulars(ani, {})),
		{
			code: 'member/nothing-to-amend',
			findings: [{code: 'member/nothing-to-amend', path: '', values: {number: '7'}}],
		},
	);
});
