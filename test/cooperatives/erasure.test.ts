import test from 'ava';
import {
	type BookMember,
	type ErasureFacts,
	type RetentionPolicy,
	decideErasure,
	longestOf,
} from '../../src/cooperatives/index.ts';
import {decideKnown} from '../../src/cooperatives/erasure.ts';
import {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';

const member = {number: 7, leftOn: localDate('2011-05-02')} as unknown as BookMember;
const policy: RetentionPolicy = {
	code: 'bookkeeping',
	version: 1,
	years: 10,
	legalBasis: 'UU 8/1997 Pasal 11 ayat (1)',
	status: 'provisional',
};
const free: ErasureFacts = {isBound: false, erasableFrom: localDate('2022-01-01')};

test('what the books no longer need is erased, from the day on', (t) => {
	t.notThrows(() => {
		decideErasure(member, free, policy, localDate('2022-01-01'));
	});
});

const refused = test.macro({
	exec(t, change: Partial<BookMember>, facts: Partial<ErasureFacts>, code: string) {
		const error = t.throws<DomainError>(
			() => {
				decideErasure({...member, ...change}, {...free, ...facts}, policy, localDate('2021-12-31'));
			},
			{instanceOf: DomainError},
		);
		t.is(error.code, code);
	},
	title: (_, __, ___, code: string) => `refused: ${code}`,
});
test(refused, {}, {}, 'member/erasure-retention');
test(refused, {}, {isBound: true}, 'member/erasure-bound');
test(refused, {leftOn: undefined} as never, {erasableFrom: undefined}, 'member/erasure-member');
test(refused, {erasedAt: new Date('2022-02-01T00:00:00Z')}, {}, 'member/erased');

test('a refusal names the duty and the day', (t) => {
	const error = t.throws<DomainError>(() => {
		decideErasure(member, free, policy, localDate('2021-12-31'));
	});
	t.is(
		error.message,
		'The books about member 7 must be kept for 10 years (UU 8/1997 Pasal 11 ayat (1)); their data can be erased from 2022-01-01.',
	);
});

test('of several duties the longest counts', (t) => {
	const shorter = {...policy, code: 'due-diligence', years: 5};
	t.is(longestOf([shorter, policy]), policy);
	t.is(longestOf([]), undefined);
});

test('of whom nothing is known nothing is asked', (t) => {
	t.notThrows(() => {
		decideKnown(member);
	});
	t.throws(
		() => {
			decideKnown({...member, erasedAt: new Date('2022-02-01T00:00:00Z')});
		},
		{message: 'The data of member 7 was erased on 2022-02-01; only the number is left.'},
	);
});
