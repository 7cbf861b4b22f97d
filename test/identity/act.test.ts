import test from 'ava';
import {detailPairs, encodeAct, recordable, sealAct, trailStart} from '../../src/identity/act.ts';

const given = {
	kind: 'grant.give',
	subject: 'user:siti.rahma',
	details: {scope: 'KOP-1771021001', role: 'officer'},
	outcome: 'done',
	actor: 'admin',
	actorId: '00000000-0000-4000-8000-000000000001',
	requestId: 'req-12345678',
	address: '192.0.2.7',
	places: ['17.71.02.1001/KOP-1771021001'],
} as const;
const tip = {number: 1, hash: 'ab'.repeat(32), recordedAt: new Date('2026-03-02T07:00:00Z')};

// Typed by hand; the hash is that of the text by sha256sum. Neither is ever made to fit the code.
const text =
	'["bergulir/act/1",2,"abababababababababababababababababababababababababababababababab",' +
	'"2026-03-02T08:00:00.000Z","admin","00000000-0000-4000-8000-000000000001","grant.give",' +
	'"user:siti.rahma",[["role","officer"],["scope","KOP-1771021001"]],"done",null,' +
	'"req-12345678","192.0.2.7",["17.71.02.1001/KOP-1771021001"]]';

test('an act is sealed as this text and this hash, after the one before it', (t) => {
	const sealed = sealAct(given, tip, new Date('2026-03-02T08:00:00Z'));
	t.is(sealed.canonical, text);
	t.is(sealed.hash, '39960c7f555938b680d8d971289587ce09c0d6036ab874fef4cece847e9d0bb6');
	t.like(sealed, {number: 2, previousHash: tip.hash});
	t.is(encodeAct(sealed), text);
});

test('an act is never recorded before the one before it', (t) => {
	const sealed = sealAct(given, tip, new Date('2026-03-02T06:59:59Z'));
	t.deepEqual(sealed.recordedAt, tip.recordedAt);
});

test('details are in the order of their names, and what is not there is null', (t) => {
	t.deepEqual(detailPairs({b: '1', a: '2'}), [
		['a', '2'],
		['b', '1'],
	]);
	const {requestId: _, address: __, ...plain} = given;
	const refused = {...plain, outcome: 'refused', code: 'identity/forbidden'} as const;
	const first = {number: 0, hash: trailStart, recordedAt: new Date(0)};
	const sealed = sealAct(refused, first, new Date('2026-03-02T08:00:00Z'));
	t.true(
		sealed.canonical.endsWith(
			'"refused","identity/forbidden",null,null,["17.71.02.1001/KOP-1771021001"]]',
		),
	);
});

test('what others chose is cut, and what may be a NIK is left out', (t) => {
	t.is(recordable('GET /v1/members/1771014107900099'), 'GET /v1/members/(16 digits)');
	t.is(recordable('x'.repeat(500)).length, 200);
});
