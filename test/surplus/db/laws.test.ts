// The laws of the surplus against everyone who connects as the application: with SQL, past our
// code. Each test first shows that the honest one beside it is taken. The figures are of ../setup.
import {randomUUID} from 'node:crypto';
import test, {type ExecutionContext} from 'ava';
import type {Knex} from 'knex';
import type {DomainError} from '../../../src/kernel/errors.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {depositSaving} from '../../../src/savings/index.ts';
import {payOutShare, reversePayout, verifyShares} from '../../../src/surplus/index.ts';
import {
	type Forged,
	type ForgedLine,
	type LawBreach,
	asService as inService,
	forge,
	lawOf,
} from '../../ledger/db/forge.ts';
import {type World, createWorld, day, officer, supervisor} from '../../helpers/world.ts';
import {
	type Small,
	closeSmall,
	distributeSmall,
	openSmall,
	reopenSmall,
	setExampleRule,
} from '../setup.ts';

let world: World;
let small: Small;
let bookId: number;

test.before(async () => {
	world = await createWorld('2026-03-31');
	small = await openSmall(world);
	await setExampleRule(world, small.funded);
	const row: {id: number} | undefined = await world.database
		.owner('books')
		.where({code: small.funded.book})
		.first();
	bookId = row!.id;
});
test.after.always(async () => {
	await world.close();
});

const asService = async (run: (trx: Knex) => Promise<unknown>): Promise<void> =>
	inService(world.database.service, run);

async function breaks(
	t: ExecutionContext,
	law: string,
	wrong: (trx: Knex) => Promise<unknown>,
	right: (trx: Knex) => Promise<unknown>,
): Promise<void> {
	await t.notThrowsAsync(asService(right));
	const error = await t.throwsAsync<LawBreach>(asService(wrong));
	t.is(lawOf(error), law, error.message);
}

type RuleWish = {
	readonly row?: Readonly<Record<string, unknown>>;
	readonly parts?: readonly (readonly [kind: string, percent: string, account: string])[];
};

async function setRule(trx: Knex, {row = {}, parts}: RuleWish = {}): Promise<void> {
	const rule = {
		book_id: bookId,
		version: 2,
		effective_from: '2026-01-01',
		basis: 'statutes',
		document: 'AD-1',
		saving_products: ['pokok'],
		recorded_at: '2026-03-31T05:00:00Z',
		recorded_by: 'penyusup',
		...row,
	};
	await trx('surplus_rules').insert(rule);
	const usual = [
		['general-reserve', '40', '3.2.01'],
		['member-savings', '59.999999', '2.4.02'],
		['other', '0.000001', '2.4.01'],
	] as const;
	for (const [index, [kind, percent, account]] of (parts ?? usual).entries()) {
		await trx('surplus_rule_parts').insert({
			book_id: bookId,
			version: rule.version,
			position: index + 1,
			kind,
			name: kind,
			percent,
			account_code: account,
		});
	}
}

const wrongRules: readonly (readonly [string, string, RuleWish])[] = [
	['a version left out', 'surplus_rules_forward', {row: {version: 3}}],
	['from before the last', 'surplus_rules_forward', {row: {effective_from: '2025-12-31'}}],
	['a basis of no kind', 'surplus_rules_basis_check', {row: {basis: 'habit'}}],
	['no document', 'surplus_rules_document_check', {row: {document: ''}}],
	['savings of no kind', 'surplus_rules_products_check', {row: {saving_products: ['gold']}}],
	['no savings', 'surplus_rules_products', {row: {saving_products: []}}],
	['nothing', 'surplus_rules_whole', {parts: []}],
	[
		'a millionth too little',
		'surplus_rules_whole',
		{parts: [['general-reserve', '99.999999', '3.2.01']]},
	],
	['no reserve', 'surplus_rules_whole', {parts: [['social', '100', '2.4.01']]}],
	[
		'a part of nothing',
		'surplus_rule_parts_percent_check',
		{parts: [['general-reserve', '0', '3.2.01']]},
	],
	[
		'a reserve owed to others',
		'surplus_rules_accounts',
		{parts: [['general-reserve', '100', '2.4.01']]},
	],
	[
		'a reserve where the surplus comes from',
		'surplus_rules_accounts',
		{parts: [['general-reserve', '100', '3.2.09']]},
	],
	[
		'a reserve in the members savings',
		'surplus_rules_accounts',
		{parts: [['general-reserve', '100', '3.1.01']]},
	],
	[
		'a part of members in a fund',
		'surplus_rules_accounts',
		{
			parts: [
				['general-reserve', '50', '3.2.01'],
				['member-business', '50', '2.4.01'],
			],
		},
	],
	[
		'a kind twice',
		'surplus_rule_parts_kind_key',
		{
			parts: [
				['general-reserve', '50', '3.2.01'],
				['general-reserve', '50', '3.2.01'],
			],
		},
	],
];
for (const [what, law, wish] of wrongRules) {
	test(`refused by the database: a rule of ${what}`, async (t) => {
		await breaks(t, law, async (trx) => setRule(trx, wish), setRule);
	});
}

test('refused by the database: a part that comes to an older rule', async (t) => {
	const add = async (trx: Knex) =>
		trx('surplus_rule_parts').insert({
			book_id: bookId,
			version: 1,
			position: 8,
			kind: 'other',
			name: 'x',
			percent: '1',
			account_code: '2.4.01',
		});
	await breaks(t, 'surplus_rules_whole', add, setRule);
});

type Wish = {
	readonly entry?: Partial<Forged>;
	readonly lines?: readonly ForgedLine[];
	readonly told?: Readonly<Record<string, unknown>>;
	/** The position of a part, and what is other about it. */
	readonly part?: readonly [number, Readonly<Record<string, unknown>>];
	readonly shares?: readonly (readonly [string, string, string, string, string])[];
};

const honestShares = () =>
	[
		[small.a.id, '116666.66', '30000.00', '5095.00', '6333.00'],
		[small.b.id, '50000.00', '20000.00', '2183.00', '4222.00'],
		[small.c.id, '75000.00', '0.00', '3275.00', '0.00'],
	] as const;

const toMember = (member: string, amount: string): ForgedLine => [
	'2.4.02',
	'credit',
	amount,
	null,
	null,
	member,
];

const honestLines = (): ForgedLine[] => [
	['3.2.09', 'debit', '50000.00', small.funded.allocation.id],
	['3.2.09', 'credit', '7777.50'],
	['3.2.01', 'credit', '12671.50'],
	['2.4.01', 'credit', '8443.00'],
	toMember(small.a.id, '11428.00'),
	toMember(small.b.id, '6405.00'),
	toMember(small.c.id, '3275.00'),
];

/** A distribution as somebody tells it who speaks SQL: honest but for what is named. */
async function distribute(trx: Knex, wish: Wish = {}): Promise<string> {
	const {entry = {}, lines = honestLines(), told = {}, shares = honestShares()} = wish;
	await forge(trx, [
		{
			into: small.funded.book,
			kind: 'surplus-distribution',
			effectiveOn: '2026-02-20',
			actor: 'penyusup',
			lines,
			...entry,
		},
	]);
	const last: {number: number} | undefined = await trx('book_tips')
		.where({book_id: bookId})
		.first('number');
	const parts = [
		['12666', '12671.50', null],
		['10555', '10553', '241666.66'],
		['10555', '10555', '50000'],
		['2111', '2111', null],
		['1055', '1055', null],
		['3166', '3166', null],
		['2111', '2111', null],
	].map(([share, amount, base], index) => ({
		position: index + 1,
		share,
		amount,
		base,
		...(wish.part?.[0] === index + 1 ? wish.part[1] : {}),
	}));
	const id = randomUUID();
	const row = {
		id,
		year: 2025,
		decided_on: '2026-02-20',
		document: 'RAT-2',
		rule_version: 1,
		surplus: '42222.50',
		closing_entry: small.closing.number,
		first_entry: last!.number,
		last_entry: last!.number,
		recorded_by: 'penyusup',
		parts,
		shares: shares.map(([member, savings, business, bySavings, byBusiness]) => ({
			member_id: member,
			savings_base: savings,
			business_base: business,
			savings_share: bySavings,
			business_share: byBusiness,
		})),
		...told,
	};
	await trx.raw('select surplus_record(?, ?::jsonb)', [bookId, JSON.stringify(row)]);
	return id;
}

const wrongDistributions: readonly (readonly [string, string, () => Wish])[] = [
	['a year that is not closed', 'surplus_distributions_closed', () => ({told: {year: 2024}})],
	[
		'what another entry carried',
		'surplus_distributions_closed',
		() => ({told: {closing_entry: small.closing.number - 1}}),
	],
	['more than there is', 'surplus_distributions_closed', () => ({told: {surplus: '42222.51'}})],
	[
		'who closed the year',
		'surplus_distributions_two_people',
		() => ({entry: {actor: supervisor.name}, told: {recorded_by: supervisor.name}}),
	],
	[
		'a day within the year',
		'surplus_distributions_day_check',
		() => ({told: {decided_on: '2025-12-31'}}),
	],
	[
		'a share of a part by another percentage',
		'surplus_distributions_parts',
		() => ({part: [4, {share: '2112', amount: '2112'}]}),
	],
	[
		'a part that rounding made greater',
		'surplus_distributions_parts',
		() => ({part: [4, {amount: '2112'}]}),
	],
	['a part too little', 'surplus_distributions_parts', () => ({part: [1, {amount: '12671'}]})],
	['a part that no rule has', 'surplus_distributions_parts', () => ({part: [4, {position: 8}]})],
	['a base that is none', 'surplus_distributions_shares', () => ({part: [3, {base: '50001'}]})],
	[
		'a member left out',
		'surplus_distributions_parts',
		() => ({shares: honestShares().slice(0, 2)}),
	],
	[
		'one member for another',
		'surplus_distributions_shares',
		() => {
			const [a, b, c] = honestShares();
			return {
				shares: [[a[0], a[1], a[2], '5094.00', a[4]], [b[0], b[1], b[2], '2184.00', b[4]], c],
			};
		},
	],
	[
		'a base of a member by no journal',
		'surplus_distributions_shares',
		() => {
			const [a, b, c] = honestShares();
			return {shares: [[a[0], '116666.67', a[2], a[3], a[4]], b, c]};
		},
	],
	[
		'an entry of another day',
		'surplus_distributions_booked',
		() => ({entry: {effectiveOn: '2026-02-21'}}),
	],
	['an entry of another kind', 'surplus_distributions_booked', () => ({entry: {kind: 'manual-x'}})],
	[
		'an entry that gives one member more',
		'surplus_distributions_booked',
		() => ({
			lines: [
				...honestLines().slice(0, 4),
				toMember(small.a.id, '11429.00'),
				toMember(small.b.id, '6404.00'),
				toMember(small.c.id, '3275.00'),
			],
		}),
	],
	[
		'an entry that takes from another fund',
		'surplus_distributions_booked',
		() => ({lines: [['3.2.09', 'debit', '42222.50'], ...honestLines().slice(2)]}),
	],
];
for (const [what, law, wish] of wrongDistributions) {
	test.serial(`refused by the database: a distribution of ${what}`, async (t) => {
		await breaks(t, law, async (trx) => distribute(trx, wish()), distribute);
	});
}

test.serial('refused by the database: a distribution by a rule that is not in force', async (t) => {
	const later = async (trx: Knex, from: string) => {
		await setRule(trx, {
			row: {effective_from: from},
			parts: [['general-reserve', '100', '3.2.01']],
		});
		await distribute(trx);
	};
	await breaks(
		t,
		'surplus_distributions_rule',
		async (trx) => later(trx, '2026-02-20'),
		async (trx) => later(trx, '2026-02-21'),
	);
});

test.serial('refused by the database: the same year twice', async (t) => {
	const twice = async (trx: Knex) => {
		await distribute(trx);
		await distribute(trx);
	};
	await breaks(t, 'surplus_distributions_once', twice, distribute);
});

test.serial('refused by the database: what is not there any more', async (t) => {
	const spend = async (trx: Knex, amount: string) => {
		await forge(trx, [
			{
				into: small.funded.book,
				lines: [
					['3.2.09', 'debit', amount],
					['3.2.01', 'credit', amount],
				],
			},
			{
				into: small.funded.book,
				lines: [
					['1.1.01', 'debit', '1.00'],
					['3.2.09', 'credit', '1.00'],
				],
			},
		]);
		await distribute(trx);
	};
	await breaks(
		t,
		'surplus_distributions_held',
		async (trx) => spend(trx, '1.01'),
		async (trx) => spend(trx, '1.00'),
	);
});

test.serial('refused by the database: entries of which no distribution tells', async (t) => {
	const untold = async (trx: Knex) => {
		await forge(trx, [
			{
				into: small.funded.book,
				kind: 'surplus-distribution',
				lines: [
					['3.2.09', 'debit', '10.00'],
					['3.2.01', 'credit', '10.00'],
				],
			},
		]);
	};
	await breaks(t, 'surplus_lines_told', untold, distribute);
	const byHand = async (trx: Knex) => {
		await forge(trx, [
			{
				into: small.funded.book,
				lines: [['3.2.09', 'debit', '10.00'], toMember(small.a.id, '10.00')],
			},
		]);
	};
	await breaks(t, 'lines_controlled', byHand, distribute);
});

test.serial(
	'refused by the database: whoever has not the book, and whoever writes past',
	async (t) => {
		const elsewhere = inService(world.database.service, distribute, {scope: []});
		await t.throwsAsync(elsewhere);
		for (const table of ['surplus_distributions', 'surplus_distribution_parts', 'surplus_shares']) {
			const error = await t.throwsAsync<LawBreach>(
				asService(async (trx) => trx(table).insert({book_id: bookId})),
			);
			t.is(error.code, '42501', table);
		}
	},
);

test.serial('the distribution of the program is what the database takes', async (t) => {
	await t.notThrowsAsync(distributeSmall(world, small));
	const told = await world.as(supervisor, async (work) => verifyShares(work, small.funded.book));
	t.deepEqual(told, []);
});

type Payout = {
	readonly member?: string;
	readonly amount?: string;
	readonly paidOn?: string;
	readonly kind?: string;
	readonly lines?: readonly ForgedLine[];
	readonly row?: Readonly<Record<string, unknown>>;
};

/** A payout as somebody tells it who speaks SQL: honest but for what is named. */
async function payOut(trx: Knex, wish: Payout = {}): Promise<void> {
	const {member = small.b.id, amount = '6405.00', paidOn = '2026-03-01', row = {}} = wish;
	await forge(trx, [
		{
			into: small.funded.book,
			kind: wish.kind ?? 'surplus-payout',
			effectiveOn: paidOn,
			lines: wish.lines ?? [
				['2.4.02', 'debit', amount, null, null, member],
				['1.1.01', 'credit', amount, null, null, member],
			],
		},
	]);
	const last: {number: number} | undefined = await trx('book_tips')
		.where({book_id: bookId})
		.first('number');
	const distribution: {id: string} | undefined = await trx('surplus_distributions')
		.where({book_id: bookId})
		.first('id');
	await trx('surplus_payouts').insert({
		book_id: bookId,
		id: randomUUID(),
		distribution_id: distribution!.id,
		member_id: member,
		number: 900,
		paid_on: paidOn,
		way: 'cash',
		amount,
		entry_number: last!.number,
		recorded_by: 'penyusup',
		...row,
	});
}

const wrongPayouts: readonly (readonly [string, string, () => Payout])[] = [
	[
		'more than is left, from what others have',
		'floor_balances_floor_check',
		() => ({amount: '6405.01'}),
	],
	['more than was booked', 'surplus_payouts_left', () => ({row: {amount: '6405.01'}})],
	['less than was booked', 'surplus_payouts_booked', () => ({row: {amount: '6404'}})],
	['a day before the distribution', 'surplus_payouts_left', () => ({paidOn: '2026-02-19'})],
	['another day than its entry', 'surplus_payouts_booked', () => ({row: {paid_on: '2026-03-02'}})],
	['another way than its entry', 'surplus_payouts_booked', () => ({row: {way: 'bank'}})],
	['cash that was saved', 'surplus_payouts_saving_check', () => ({row: {saving_id: randomUUID()}})],
	['nothing that was saved', 'surplus_payouts_booked', () => ({row: {way: 'savings'}})],
	[
		'an entry of another kind',
		'surplus_payouts_booked',
		() => ({kind: 'member-deposit-withdrawal'}),
	],
	[
		'another member than its entry',
		'surplus_payouts_booked',
		() => ({row: {member_id: small.a.id}}),
	],
];
for (const [what, law, wish] of wrongPayouts) {
	test.serial(`refused by the database: a payout of ${what}`, async (t) => {
		await breaks(t, law, async (trx) => payOut(trx, wish()), payOut);
	});
}

test.serial('refused by the database: an entry of which no payout tells', async (t) => {
	const untold = async (trx: Knex) =>
		forge(trx, [
			{
				into: small.funded.book,
				kind: 'surplus-payout',
				lines: [
					['2.4.02', 'debit', '1.00', null, null, small.b.id],
					['1.1.01', 'credit', '1.00'],
				],
			},
		]);
	await breaks(t, 'surplus_lines_told', untold, payOut);
});

test.serial('refused by the database: a deposit from the surplus that is no payout', async (t) => {
	const deposit = async () =>
		world.as(officer, async (work) =>
			depositSaving(work, {
				member: small.b.id,
				product: 'wadiah',
				effectiveOn: day('2026-03-01'),
				amount: rupiah('1'),
				method: 'surplus',
			}),
		);
	const error = await t.throwsAsync<DomainError>(deposit);
	t.is(error.code, 'surplus/law-broken');
	t.regex(String(error.findings[0]!.values.law), /^(saving_movements_surplus|surplus_lines_told)$/);
});

test.serial('refused by the database: what was recorded is changed', async (t) => {
	for (const table of [
		'surplus_rules',
		'surplus_rule_parts',
		'surplus_distributions',
		'surplus_distribution_parts',
		'surplus_shares',
		'surplus_payouts',
	]) {
		for (const act of [`delete from ${table}`, `update ${table} set book_id = book_id`]) {
			const error = await t.throwsAsync<LawBreach>(asService(async (trx) => trx.raw(act)));
			t.is(error.code, '42501', act);
		}
		if (table === 'surplus_payouts') continue;
		await t.throwsAsync(world.database.owner.raw(`delete from ${table}`), undefined, table);
		await t.throwsAsync(world.database.owner.raw(`truncate ${table} cascade`), undefined, table);
	}
});

type LineRow = {
	account_code: string;
	side: string;
	amount: string;
	fund_id: string | null;
	member_id: string | null;
};

const mirrorOf = (entry: number, lines: readonly ForgedLine[], effectiveOn: string): Forged => ({
	into: small.funded.book,
	kind: 'surplus-distribution',
	effectiveOn,
	reverses: entry,
	lines: lines.map(([account, side, ...rest]) => [
		account,
		side === 'debit' ? 'credit' : 'debit',
		...rest,
	]),
});

test.serial('refused by the database: taking back what is paid out, or too early', async (t) => {
	const {book} = small.funded;
	const found: {id: string; first_entry: number} | undefined = await world.database
		.owner('surplus_distributions')
		.where({book_id: bookId})
		.first();
	const {rows} = await world.database.owner.raw<{rows: LineRow[]}>(
		`select account_code, side, amount::text, fund_id, member_id from lines
		where book_id = ? and entry_number = ? order by line_number`,
		[bookId, found!.first_entry],
	);
	const lines = rows.map((line): ForgedLine => [
		line.account_code,
		line.side,
		line.amount,
		line.fund_id,
		null,
		line.member_id,
	]);
	const takeBack = (on: string) => async (trx: Knex) =>
		forge(trx, [mirrorOf(found!.first_entry, lines, on)]);
	const distribution = found!.id as Parameters<typeof payOutShare>[1]['distribution'];
	// Of the other members there is enough for the floor of none to be what refuses.
	const paid = await world.as(officer, async (work) =>
		payOutShare(work, {
			book,
			distribution,
			member: small.b.id,
			amount: rupiah('5'),
			paidOn: day('2026-03-01'),
			way: 'cash',
		}),
	);
	const blocked = await t.throwsAsync<LawBreach>(asService(takeBack('2026-03-20')));
	t.is(lawOf(blocked), 'floor_balances_floor_check');
	await world.as(supervisor, async (work) =>
		reversePayout(work, {
			book,
			payout: paid.id,
			effectiveOn: day('2026-03-10'),
			reason: 'Salah',
			document: 'BA-1',
		}),
	);
	await breaks(t, 'surplus_reversed_whole', takeBack('2026-03-09'), takeBack('2026-03-10'));
	// What the closing brought is there for as long as it is distributed.
	const error = await t.throwsAsync<DomainError>(reopenSmall(world, small));
	t.is(error.code, 'surplus/year-distributed');
	await t.throwsAsync(closeSmall(world, small.funded));
});
