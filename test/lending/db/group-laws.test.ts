// The laws of groups, guarantors, deposits and claims against everyone who connects as the
// application: with SQL, past our code. Each test first shows that the honest one is taken.
import {randomUUID} from 'node:crypto';
import test from 'ava';
import type {Knex} from 'knex';
import type {ClaimId, GroupId, LoanId, MemberId} from '../../../src/kernel/ids.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {depositWithGroup, payForAnother} from '../../../src/lending/index.ts';
import {
	type Forged,
	type LawBreach,
	asService as inService,
	forge,
	lawOf,
} from '../../ledger/db/forge.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	joinMember,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {lendToGroup, openGroup} from '../collective.ts';

let world: World;
let funded: Funded;
let bookId: number;
let group: GroupId;
let emptied: GroupId;
let loan: LoanId;
let claim: ClaimId;
let repayment: {readonly id: string; readonly entryNumber: number};
let [ani, budi, citra, idle] = [] as unknown as [MemberId, MemberId, MemberId, MemberId];

// Ani, Budi and Citra each have a loan of the group. Ani has Rp 50,000 in the deposit since 1 June,
// and on 10 June Budi paid Rp 100,000 of her loan, which he claims of her.
test.before(async () => {
	world = await createWorld();
	await openCity(world);
	funded = await openFunded(world);
	const opened = await openGroup(world, funded);
	group = opened.group.id;
	[ani, budi, citra] = opened.members as [MemberId, MemberId, MemberId];
	emptied = (await openGroup(world, funded)).group.id;
	idle = (await joinMember(world, funded.book)).id;
	loan = (await lendToGroup(world, funded, opened))[0]!.id;
	await world.as(officer, async (work) =>
		depositWithGroup(work, {
			group,
			member: ani,
			receivedOn: day('2025-06-01'),
			method: 'cash',
			amount: rupiah('50000'),
		}),
	);
	const paid = await world.as(officer, async (work) =>
		payForAnother(work, {
			loan,
			payer: budi,
			paidOn: day('2025-06-10'),
			method: 'cash',
			amount: rupiah('100000'),
		}),
	);
	({claim, repayment} = paid);
	const row: {id: number} | undefined = await world.database
		.owner('books')
		.where({code: funded.book})
		.first();
	bookId = row!.id;
});
test.after.always(async () => {
	await world.close();
});

const asService = async (run: (trx: Knex) => Promise<unknown>): Promise<void> =>
	inService(world.database.service, run);

const breaks = test.macro({
	async exec(
		t,
		law: string,
		wrong: (trx: Knex) => Promise<unknown>,
		right: (trx: Knex) => Promise<unknown>,
	) {
		await t.notThrowsAsync(asService(right));
		const error = await t.throwsAsync<LawBreach>(asService(wrong));
		t.is(lawOf(error), law, error.message);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

const join = async (trx: Knex, row: Readonly<Record<string, unknown>> = {}) =>
	trx('group_members').insert({
		book_id: bookId,
		group_id: group,
		member_id: idle,
		joined_on: '2025-07-01',
		recorded_by: 'penyusup',
		...row,
	});

test.serial(
	'a member in two groups',
	breaks,
	'group_members_running_key',
	async (trx) => join(trx, {member_id: ani, group_id: emptied}),
	join,
);
test.serial(
	'a member who joins before being one',
	breaks,
	'group_members_days',
	async (trx) => join(trx, {joined_on: '2025-01-31'}),
	join,
);
test.serial(
	'an office held by two',
	breaks,
	'group_members_office_key',
	async (trx) => join(trx, {office: 'ketua'}),
	async (trx) => join(trx, {office: 'bendahara'}),
);

const leave = async (trx: Knex, member: MemberId) =>
	trx('group_members')
		.where({book_id: bookId, member_id: member, left_on: null})
		.update({left_on: '2025-12-31', left_reason: 'x'});

test.serial(
	'whoever owes leaves the group',
	breaks,
	'group_members_free',
	async (trx) => leave(trx, citra),
	async (trx) => {
		await join(trx);
		await leave(trx, idle);
	},
);
test.serial(
	'whoever left is written anew',
	breaks,
	'group_members_append_only',
	async (trx) => {
		await join(trx);
		await leave(trx, idle);
		await trx('group_members').where({member_id: idle}).update({left_reason: 'y'});
	},
	async (trx) => {
		await join(trx);
		await trx('group_members').where({member_id: idle}).update({office: 'bendahara'});
	},
);
test.serial(
	'a group with members is dissolved',
	breaks,
	'member_groups_empty',
	async (trx) => trx('member_groups').where({id: group}).update({dissolved_on: '2026-01-31'}),
	async (trx) => trx('member_groups').where({id: group}).update({name: 'Mawar'}),
);

const applied = async (trx: Knex, principal: string) => {
	const id = randomUUID();
	const wanted = randomUUID();
	const [own]: Record<string, unknown>[] = await trx('loans').where({id: loan});
	await trx('loans').insert({
		...own,
		id: wanted,
		number: 900,
		status: 'applied',
		decided_on: null,
		decided_by: null,
		decision_reason: null,
		disbursed_on: null,
		disbursed_by: null,
		disbursement_entry: null,
	});
	await trx('group_applications').insert({
		book_id: bookId,
		id,
		group_id: group,
		principal,
		margin: '0',
		applied_on: '2025-07-01',
		applied_by: 'penyusup',
	});
	await trx('group_loans').insert({
		book_id: bookId,
		loan_id: wanted,
		application_id: id,
		weight: 1,
	});
};

test.serial(
	'shares that do not sum to the loan of the group',
	breaks,
	'group_applications_shares',
	async (trx) => applied(trx, '1200001'),
	async (trx) => applied(trx, '1200000'),
);

const guarantee = async (trx: Knex, row: Readonly<Record<string, unknown>> = {}) =>
	trx('loan_guarantors').insert({
		book_id: bookId,
		loan_id: loan,
		number: 1,
		member_id: budi,
		guaranteed_on: '2025-07-01',
		document: 'SP-1',
		recorded_by: 'penyusup',
		...row,
	});
const release = async (trx: Knex, on = '2025-08-01') =>
	trx('loan_guarantors')
		.where({loan_id: loan, number: 1})
		.update({released_on: on, release_reason: 'x', released_by: 'y'});

test.serial(
	'a guarantor of their own loan',
	breaks,
	'loan_guarantors_another',
	async (trx) => guarantee(trx, {member_id: ani}),
	guarantee,
);
test.serial(
	'a guarantor out of number',
	breaks,
	'loan_guarantors_gapless',
	async (trx) => guarantee(trx, {number: 2}),
	guarantee,
);
test.serial(
	'a guarantor twice',
	breaks,
	'loan_guarantors_running_key',
	async (trx) => {
		await guarantee(trx);
		await guarantee(trx, {number: 2});
	},
	async (trx) => {
		await guarantee(trx);
		await release(trx);
		await guarantee(trx, {number: 2});
	},
);
test.serial(
	'a guarantor released twice',
	breaks,
	'loan_guarantors_append_only',
	async (trx) => {
		await guarantee(trx);
		await release(trx);
		await release(trx, '2025-09-01');
	},
	async (trx) => {
		await guarantee(trx);
		await release(trx);
	},
);

type Wish = {
	readonly side?: 'debit' | 'credit';
	readonly amount?: string;
	readonly whose?: MemberId;
	readonly on?: string;
	readonly reverses?: number;
	readonly row?: Readonly<Record<string, unknown>>;
};

const post = async (trx: Knex, entry: Partial<Forged>): Promise<number> => {
	await forge(trx, [{into: funded.book, ...entry}]);
	const tip: {number: number} | undefined = await trx('book_tips')
		.where({book_id: bookId})
		.first('number');
	return tip!.number;
};

const bookDeposit = async (trx: Knex, wish: Wish = {}): Promise<number> => {
	const {side = 'credit', amount = '10.00', whose = ani, on = '2026-03-01'} = wish;
	return post(trx, {
		kind: 'group-deposit',
		effectiveOn: on,
		...(wish.reverses === undefined ? {} : {reverses: wish.reverses}),
		lines: [
			['1.1.01', side === 'credit' ? 'debit' : 'credit', amount],
			['2.1.12', side, amount, null, null, whose],
		],
	});
};

/** An entry, and the movement beside it, honest but for what is named. */
async function moveDeposit(trx: Knex, wish: Wish = {}): Promise<string> {
	const {side = 'credit', amount = '10.00', whose = ani, on = '2026-03-01', row = {}} = wish;
	const id = randomUUID();
	await trx('group_deposit_movements').insert({
		book_id: bookId,
		id,
		group_id: group,
		member_id: whose,
		kind: side === 'credit' ? 'deposit' : 'withdrawal',
		effective_on: on,
		amount,
		document: 'x',
		entry_number: await bookDeposit(trx, wish),
		recorded_by: 'penyusup',
		...row,
	});
	return id;
}

test.serial(
	'a deposit of which the journal has another sum',
	breaks,
	'group_deposit_movements_as_booked',
	async (trx) => moveDeposit(trx, {row: {amount: '10.01'}}),
	moveDeposit,
);
test.serial(
	'a deposit of another day than its entry',
	breaks,
	'group_deposit_movements_as_booked',
	async (trx) => moveDeposit(trx, {row: {effective_on: '2026-03-02'}}),
	moveDeposit,
);
test.serial(
	'more taken from a deposit than there is',
	breaks,
	'group_deposit_balances_floor_check',
	async (trx) => moveDeposit(trx, {side: 'debit', amount: '50000.01'}),
	async (trx) => moveDeposit(trx, {side: 'debit', amount: '50000.00'}),
);
test.serial(
	'a deposit taken before its last movement',
	breaks,
	'group_deposit_movements_last',
	async (trx) => moveDeposit(trx, {side: 'debit', on: '2025-05-31'}),
	async (trx) => moveDeposit(trx, {side: 'debit', on: '2025-06-01'}),
);
test.serial(
	'a deposit booked without its movement',
	breaks,
	'group_deposit_movements_complete',
	bookDeposit,
	moveDeposit,
);
test.serial(
	'a deposit reversed by another sum',
	breaks,
	'group_deposit_movements_as_booked',
	async (trx) => {
		const id = await moveDeposit(trx);
		await moveDeposit(trx, {side: 'debit', row: {kind: 'deposit', reverses: id}});
	},
	async (trx) => moveDeposit(trx, {side: 'debit'}),
);
test.serial(
	'a balance written past the law',
	breaks,
	'42501',
	async (trx) => trx('group_deposit_balances').update({balance: '1'}),
	async (trx) => trx('group_deposit_balances').first(),
);
test.serial(
	'a movement changed',
	breaks,
	'42501',
	async (trx) => trx('group_deposit_movements').update({document: 'y'}),
	moveDeposit,
);

const claimMore = async (trx: Knex, row: Readonly<Record<string, unknown>> = {}) =>
	trx('joint_claims').insert({
		book_id: bookId,
		id: randomUUID(),
		loan_id: loan,
		payer_id: citra,
		repayment_id: repayment.id,
		entry_number: repayment.entryNumber,
		incurred_on: '2025-06-10',
		amount: '1',
		balance: '1',
		...row,
	});

test.serial('more claimed than was paid', breaks, 'joint_claims_as_paid', claimMore, async (trx) =>
	trx('joint_claims').first(),
);
test.serial(
	'a claim written off by hand',
	breaks,
	'42501',
	async (trx) => trx('joint_claims').update({balance: '0'}),
	async (trx) => trx('joint_claims').first(),
);

type Repaying = {
	readonly payer?: MemberId;
	readonly amount?: string;
	readonly kind?: string;
	readonly row?: Readonly<Record<string, unknown>>;
};

async function repay(trx: Knex, {payer = budi, amount = '100000.00', kind, row}: Repaying = {}) {
	const number = await post(trx, {
		kind: kind ?? 'claim-repayment',
		effectiveOn: '2025-07-01',
		lines: [
			['1.1.01', 'debit', amount],
			['2.1.02', 'credit', amount, null, null, payer],
		],
	});
	await trx('joint_claim_movements').insert({
		book_id: bookId,
		id: randomUUID(),
		claim_id: claim,
		kind: 'repaid',
		effective_on: '2025-07-01',
		amount,
		document: 'x',
		entry_number: number,
		recorded_by: 'penyusup',
		...row,
	});
}

test.serial(
	'more repaid than was claimed',
	breaks,
	'joint_claims_floor_check',
	async (trx) => repay(trx, {amount: '100000.01'}),
	repay,
);
test.serial(
	'a claim repaid to another than the payer',
	breaks,
	'joint_claim_movements_as_booked',
	async (trx) => repay(trx, {payer: citra}),
	repay,
);
test.serial(
	'a claim repaid by a sum that is not booked',
	breaks,
	'joint_claim_movements_as_booked',
	async (trx) => repay(trx, {row: {amount: '1'}}),
	repay,
);
test.serial(
	'a claim taken back while its payment stands',
	breaks,
	'joint_claim_movements_as_booked',
	async (trx) => repay(trx, {row: {kind: 'taken-back'}}),
	repay,
);

const payBack = async (trx: Knex): Promise<number> => {
	const lines: {account: string; side: string; amount: string; about: (string | null)[]}[] = (
		await trx('lines')
			.where({book_id: bookId, entry_number: repayment.entryNumber})
			.orderBy('line_number')
	).map((line: Record<string, string>) => ({
		account: line.account_code!,
		side: line.side === 'debit' ? 'credit' : 'debit',
		amount: line.amount!,
		about: [line.fund_id ?? null, line.loan_id ?? null, line.member_id ?? null],
	}));
	return post(trx, {
		kind: 'repayment',
		effectiveOn: '2025-07-01',
		reverses: repayment.entryNumber,
		lines: lines.map(
			({account, side, amount, about}) => [account, side, amount, ...about] as never,
		),
	});
};

test.serial(
	'a joint payment taken back without its claim',
	breaks,
	'joint_claims_taken_back',
	payBack,
	async (trx) => {
		const number = await payBack(trx);
		await trx('joint_claim_movements').insert({
			book_id: bookId,
			id: randomUUID(),
			claim_id: claim,
			kind: 'taken-back',
			effective_on: '2025-07-01',
			amount: '100000',
			document: 'x',
			entry_number: number,
			recorded_by: 'penyusup',
		});
	},
);

const receipt = async (trx: Knex, row: Readonly<Record<string, unknown>> = {}) => {
	const [own]: Record<string, unknown>[] = await trx('repayments').where({id: repayment.id});
	const [other]: {id: string}[] = await trx('loans').where({member_id: row.of ?? ani});
	const {of: _, ...change} = row;
	await trx('repayments').insert({
		...own,
		id: randomUUID(),
		loan_id: other!.id,
		receipt_number: 901,
		...change,
	});
};

test.serial(
	'one receipt for two members',
	breaks,
	'repayments_one_receipt',
	async (trx) => {
		await receipt(trx);
		await receipt(trx, {of: citra});
	},
	async (trx) => {
		await receipt(trx);
		await receipt(trx, {of: citra, receipt_number: 902});
	},
);

test.serial('a group, its deposits and claims are not seen outside the scope', async (t) => {
	await inService(
		world.database.service,
		async (trx) => {
			for (const table of [
				'member_groups',
				'group_members',
				'group_applications',
				'group_loans',
				'loan_guarantors',
				'group_deposit_movements',
				'group_deposit_balances',
				'joint_claims',
				'joint_claim_movements',
			]) {
				t.is((await trx(table)).length, 0, table);
			}
		},
		{scope: ['KOTA-BENGKULU']},
	);
});
