import test from 'ava';
import fc from 'fast-check';
import type {BookCode, MemberId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {equals, rupiah, sum, toText} from '../../src/kernel/money.ts';
import {percent} from '../../src/kernel/rate.ts';
import type {Line} from '../../src/ledger/index.ts';
import {type DistributedPart, splitSurplus, surplusOf} from '../../src/surplus/distribution.ts';
import {draftDistribution, draftPayout} from '../../src/surplus/entries.ts';
import {type PartKind, partAccounts} from '../../src/surplus/rule.ts';

const book = 'KOP-1771011001' as BookCode;
const told = {year: 2025, decidedOn: day('2026-02-20'), document: 'RAT-2'};
const part = (kind: PartKind, amount: string): DistributedPart => ({
	kind,
	name: kind,
	percent: percent('50'),
	account: partAccounts[kind],
	share: rupiah(amount),
	amount: rupiah(amount),
});
const share = (name: string, savings: string, business: string) => ({
	member: name as MemberId,
	savings: rupiah('1'),
	business: rupiah('1'),
	savingsShare: rupiah(savings),
	businessShare: rupiah(business),
});
const shown = (lines: readonly Line[]) =>
	lines.map(({account, side, amount, fund, member}) =>
		[account, side, toText(amount), fund ?? member ?? ''].join(' ').trim(),
	);

test('out of 3.2.09 fund by fund, to parts and members', (t) => {
	const [entry, ...others] = draftDistribution(
		book,
		told,
		{
			funds: [
				{amount: rupiah('-100')},
				{fund: 'a', amount: rupiah('350')},
				{fund: 'b', amount: rupiah('50.50')},
			],
		},
		{
			parts: [
				part('general-reserve', '200.50'),
				part('member-savings', '100'),
				part('social', '0'),
			],
			shares: [share('x', '40', '20'), share('y', '0', '40')],
		},
	);
	t.deepEqual(others, []);
	t.like(entry, {
		book,
		effectiveOn: '2026-02-20',
		kind: 'surplus-distribution',
		reason: 'Pembagian SHU tahun 2025',
		document: 'RAT-2',
	});
	t.deepEqual(shown(entry!.lines), [
		'3.2.09 debit 350.00 a',
		'3.2.09 debit 50.50 b',
		'3.2.09 credit 100.00',
		'3.2.01 credit 200.50',
		'2.4.02 credit 60.00 x',
		'2.4.02 credit 40.00 y',
	]);
});

test('what is too long for one entry is parted into more, each of which balances', (t) => {
	const entries = draftDistribution(
		book,
		told,
		{funds: [{amount: rupiah('70')}, {fund: 'a', amount: rupiah('30')}]},
		{
			parts: [part('general-reserve', '40')],
			shares: [share('x', '20', '0'), share('y', '20', '0'), share('z', '20', '0')],
		},
		4,
	);
	t.deepEqual(
		entries.map(({lines}) => shown(lines)),
		[
			['3.2.09 debit 60.00', '3.2.01 credit 40.00', '2.4.02 credit 20.00 x'],
			[
				'3.2.09 debit 10.00',
				'3.2.09 debit 30.00 a',
				'2.4.02 credit 20.00 y',
				'2.4.02 credit 20.00 z',
			],
		],
	);
});

const funds = fc.array(
	fc.integer({min: -1_000_000, max: 9_000_000}).map((amount) => ({amount: rupiah(String(amount))})),
	{minLength: 1, maxLength: 5},
);
const bases = fc.array(fc.integer({min: 0, max: 5_000_000}), {maxLength: 40});

test('entries balance, are short enough, and empty 3.2.09 of every fund', (t) => {
	fc.assert(
		fc.property(funds, bases, fc.integer({min: 6, max: 30}), (found, saved, most) => {
			const closing = {funds: found.map((one, index) => ({...one, fund: String(index)}))};
			const surplus = surplusOf(closing);
			fc.pre(surplus.greaterThan(0));
			const rule = {
				parts: [part('general-reserve', '0'), part('member-savings', '0')],
			};
			const split = splitSurplus(
				rule,
				surplus,
				saved.map((amount, index) => ({
					member: String(index) as MemberId,
					savings: rupiah(String(amount)),
					business: rupiah('0'),
				})),
			);
			const entries = draftDistribution(book, told, closing, split, most);
			const side = (lines: readonly Line[], of: Line['side']) =>
				sum(lines.filter((line) => line.side === of).map(({amount}) => amount));
			for (const {lines} of entries) {
				t.true(lines.length <= most);
				t.true(equals(side(lines, 'debit'), side(lines, 'credit')));
			}
			const lines = entries.flatMap((entry) => entry.lines);
			for (const {fund, amount} of closing.funds) {
				const own = lines.filter((line) => line.account === '3.2.09' && line.fund === fund);
				t.true(equals(side(own, 'debit').minus(side(own, 'credit')) as typeof amount, amount));
			}
		}),
	);
});

const pays = test.macro({
	exec(t, way: 'cash' | 'bank', account: string) {
		const member = 'x' as MemberId;
		const payout = {member, way, number: 3, paidOn: day('2026-03-01'), amount: rupiah('60')};
		const entry = draftPayout(book, {year: 2025}, payout);
		t.like(entry, {
			kind: 'surplus-payout',
			document: 'SH-3',
			reason: 'Pembayaran SHU tahun 2025',
			effectiveOn: '2026-03-01',
		});
		t.deepEqual(shown(entry.lines), ['2.4.02 debit 60.00 x', `${account} credit 60.00 x`]);
	},
	title: (_, way: string) => `a share is paid by ${way}`,
});
test(pays, 'cash', '1.1.01');
test(pays, 'bank', '1.1.02');
