import test from 'ava';
import {
	type MemberAccount,
	decideAccountEnd,
	decideMemberAccount,
	maskNumber,
	normaliseNumber,
} from '../../src/cooperatives/member-account.ts';
import type {BookCode, MemberAccountId, MemberId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';

const today = day('2026-03-31');
const wanted = {
	kind: 'bank',
	bank: 'BRI',
	number: '0033-01-004321-50-1',
	holder: 'Siti Aminah',
	since: day('2026-03-01'),
} as const;
const kept: MemberAccount = {
	...wanted,
	id: 'a' as MemberAccountId,
	book: 'KOP-1771011001' as BookCode,
	member: 'm' as MemberId,
	number: '003301004321501',
	recordedBy: 'petugas',
};
const wallet = {...wanted, kind: 'e-wallet', bank: 'GoPay', number: '+62 812-3456-7890'} as const;

test('an account is kept by its digits', (t) => {
	t.deepEqual(decideMemberAccount(wanted, [], today), {...wanted, number: '003301004321501'});
});

test('an e-wallet is known by a phone, with the nought for the code of the country', (t) => {
	t.is(normaliseNumber('e-wallet', '+62 812-3456-7890'), '081234567890');
	t.is(normaliseNumber('e-wallet', '081234567890'), '081234567890');
	t.is(normaliseNumber('e-wallet', '6201234567'), '6201234567');
	t.is(normaliseNumber('bank', '6281234567890'), '6281234567890');
});

test('a number that is none, no holder and a day to come are refused', (t) => {
	for (const [change, code] of [
		[{number: '1234'}, 'member-account/number-malformed'],
		[{number: '123456789012345678901'}, 'member-account/number-malformed'],
		[{number: 'BRI 12345'}, 'member-account/number-malformed'],
		[{holder: ' '}, 'member-account/holder-missing'],
		[{since: day('2026-04-01')}, 'member-account/since-in-future'],
	] as const) {
		t.throws(() => decideMemberAccount({...wanted, ...change}, [], today), {code}, code);
	}
	t.notThrows(() => decideMemberAccount({...wanted, since: today}, [], today));
});

test('a number is given once to a member until it ends, and is not said whole', (t) => {
	const again = {...wanted, bank: 'Bank Rakyat', number: '003301004321501'};
	const error = t.throws(() => decideMemberAccount(again, [kept], today), {
		code: 'member-account/already-there',
	});
	t.regex(error.message, /BRI \*{6}1501 /u);
	t.false(error.message.includes('003301004321501'));
	const ended = {...kept, until: day('2026-03-15')};
	t.notThrows(() => decideMemberAccount(again, [ended], today));
});

test('one phone may have several e-wallets, and each of them once', (t) => {
	const gopay: MemberAccount = {...kept, ...wallet, number: '081234567890'};
	t.notThrows(() => decideMemberAccount({...wallet, bank: 'DANA'}, [gopay], today));
	t.throws(() => decideMemberAccount({...wallet, bank: 'gopay'}, [gopay], today), {
		code: 'member-account/already-there',
	});
});

test('an account ends once, neither before it began nor in days to come', (t) => {
	t.notThrows(() => {
		decideAccountEnd(kept, day('2026-03-01'), today);
		decideAccountEnd(kept, today, today);
	});
	for (const [one, until, code] of [
		[{...kept, until: today}, '2026-03-20', 'member-account/already-ended'],
		[kept, '2026-04-01', 'member-account/end-in-future'],
		[kept, '2026-02-28', 'member-account/ended-before-start'],
	] as const) {
		t.throws(() => decideAccountEnd(one, day(until), today), {code}, code);
	}
});

test('of a number the last four digits are shown', (t) => {
	t.is(maskNumber('003301004321501'), '******1501');
	t.is(maskNumber('12345'), '******2345');
});
