import type {Knex} from 'knex';
import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {
	BookCode,
	ClaimId,
	DepositMovementId,
	GroupId,
	LoanId,
	MemberId,
} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText, zero} from '../../kernel/money.ts';
import type {JointTables} from '../group-ports.ts';
import type {Claim, ClaimMovement, DepositMovement} from '../joint-liability.ts';

/** The deposits of groups and the claims of who paid for another, in PostgreSQL. */
export const createJointTables = (trx: Knex): JointTables => ({
	...createDepositSums(trx),
	...createDepositTable(trx),
	...createClaimTable(trx),
	...createClaimMovementTable(trx),
});

const createDepositSums = (
	trx: Knex,
): Pick<JointTables, 'depositState' | 'depositBalances' | 'memberDeposit' | 'depositsFrom'> => ({
	async depositState(book, member) {
		const {rows} = await trx.raw<{rows: {balance: string | null; last_on: string | null}[]}>(
			`select (select balance from group_deposit_balances
					where book_id = :book and member_id = :member) as balance,
				(select max(effective_on) from group_deposit_movements
					where book_id = :book and member_id = :member) as last_on`,
			{book: book.id, member},
		);
		const {balance, last_on: lastOn} = rows[0]!;
		return {
			balance: balance === null ? zero : rupiah(balance),
			...(lastOn === null ? {} : {lastOn: lastOn as LocalDate}),
		};
	},
	async depositBalances(book, group) {
		const rows: {member_id: string; balance: string}[] = await trx('group_deposit_balances')
			.where({book_id: book.id})
			.whereRaw(
				`exists (select from group_members
					where group_members.book_id = group_deposit_balances.book_id
						and group_members.member_id = group_deposit_balances.member_id
						and group_members.group_id = ?)`,
				[group],
			)
			.select('member_id', 'balance');
		return new Map(
			rows.map(({member_id: member, balance}) => [member as MemberId, rupiah(balance)]),
		);
	},
	async memberDeposit(book, member) {
		const row: {balance: string} | undefined = await trx('lines')
			.where({
				book_id: book.id,
				account_code: cooperativeAccounts.memberDeposits,
				member_id: member,
			})
			.first(
				trx.raw(
					`coalesce(sum(case side when 'credit' then amount else -amount end), 0)
						::numeric(38, 2) as balance`,
				),
			);
		return rupiah(row!.balance);
	},
	async depositsFrom(book, members, since) {
		const {rows} = await trx.raw<{rows: {key: string; held: string}[]}>(
			`select member_id || '/' || coalesce(fund_id::text, '') as key,
				lending_deposit_from(:book, member_id, fund_id, :since)::numeric(38, 2) as held
			from (
				select distinct member_id, fund_id from lines
				where book_id = :book and account_code = '2.1.02'
					and member_id = any (cast(:members as uuid[]))
			) kept`,
			{book: book.id, members: [...new Set(members)], since},
		);
		return new Map(rows.map(({key, held}) => [key, rupiah(held)]));
	},
});

const createDepositTable = (
	trx: Knex,
): Pick<
	JointTables,
	'depositMovements' | 'findDepositMovement' | 'depositMovementsOf' | 'insertDepositMovement'
> => ({
	async depositMovements(book, group) {
		const rows: DepositRow[] = await trx('group_deposit_movements')
			.where({book_id: book.id, group_id: group})
			.orderBy(['entry_number', 'member_id']);
		return rows.map(toDepositMovement);
	},
	async findDepositMovement(book, id) {
		const row: DepositRow | undefined = await trx('group_deposit_movements')
			.where({book_id: book.id, id})
			.first();
		if (!row) return undefined;
		const reversal: unknown = await trx('group_deposit_movements')
			.where({book_id: book.id, reverses: id})
			.first('id');
		return {movement: toDepositMovement(row), isReversed: reversal !== undefined};
	},
	async depositMovementsOf(book, entryNumber) {
		const rows: DepositRow[] = await trx('group_deposit_movements as movement')
			.where({book_id: book.id, entry_number: entryNumber})
			.whereRaw(
				`not exists (select from group_deposit_movements reversal
					where reversal.book_id = movement.book_id and reversal.reverses = movement.id)`,
			)
			.orderBy('member_id')
			.select('movement.*');
		return rows.map(toDepositMovement);
	},
	async insertDepositMovement(book, movement) {
		await trx('group_deposit_movements').insert({
			book_id: book.id,
			id: movement.id,
			group_id: movement.group,
			member_id: movement.member,
			kind: movement.kind,
			effective_on: movement.effectiveOn,
			amount: toText(movement.amount),
			document: movement.document,
			entry_number: movement.entryNumber,
			reverses: movement.reverses ?? null,
			recorded_by: movement.recordedBy,
		});
	},
});

const createClaimTable = (
	trx: Knex,
): Pick<JointTables, 'findClaim' | 'listClaims' | 'claimsOfEntry' | 'insertClaim'> => ({
	async findClaim(id) {
		const row: ClaimRow | undefined = await claims(trx).where('joint_claims.id', id).first();
		return row && {claim: toClaim(row), book: row.book as BookCode};
	},
	async listClaims({book, loan, payer, after, limit}) {
		const rows: ClaimRow[] = await claims(trx)
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (loan !== undefined) void query.where('joint_claims.loan_id', loan);
				if (payer !== undefined) void query.where('joint_claims.payer_id', payer);
				if (after !== undefined) {
					void query.whereRaw('(books.code, joint_claims.id) > (?, ?)', [after.book, after.id]);
				}
			})
			.orderBy([{column: 'books.code'}, {column: 'joint_claims.id'}])
			.limit(limit);
		return rows.map((row) => ({...toClaim(row), book: row.book as BookCode}));
	},
	async claimsOfEntry(book, entryNumber) {
		const rows: ClaimRow[] = await claims(trx)
			.where({'joint_claims.book_id': book.id, 'joint_claims.entry_number': entryNumber})
			.orderBy('joint_claims.id');
		return rows.map(toClaim);
	},
	async insertClaim(book, claim) {
		await trx('joint_claims').insert({
			book_id: book.id,
			id: claim.id,
			loan_id: claim.loan,
			payer_id: claim.payer,
			repayment_id: claim.repayment,
			entry_number: claim.entryNumber,
			incurred_on: claim.incurredOn,
			amount: toText(claim.amount),
			balance: toText(claim.amount),
		});
	},
});

const createClaimMovementTable = (
	trx: Knex,
): Pick<JointTables, 'claimMovements' | 'insertClaimMovement'> => ({
	async claimMovements(book, claim) {
		const rows: (MovementRow & {is_reversed: boolean})[] = await trx(
			'joint_claim_movements as movement',
		)
			.where({book_id: book.id, claim_id: claim})
			.orderBy('entry_number')
			.select(
				'movement.*',
				trx.raw(`exists (select from joint_claim_movements reversal
					where reversal.book_id = movement.book_id and reversal.reverses = movement.id)
					as is_reversed`),
			);
		return rows.map(({is_reversed: isReversed, ...row}) => ({...toClaimMovement(row), isReversed}));
	},
	async insertClaimMovement(book, movement) {
		await trx('joint_claim_movements').insert({
			book_id: book.id,
			id: movement.id,
			claim_id: movement.claim,
			kind: movement.kind,
			effective_on: movement.effectiveOn,
			amount: toText(movement.amount),
			document: movement.document,
			entry_number: movement.entryNumber,
			reverses: movement.reverses ?? null,
			recorded_by: movement.recordedBy,
		});
	},
});

const claims = (trx: Knex) =>
	trx('joint_claims')
		.join('books', 'books.id', 'joint_claims.book_id')
		.join('loans', (join) =>
			join.on('loans.book_id', 'joint_claims.book_id').on('loans.id', 'joint_claims.loan_id'),
		)
		.select(
			'joint_claims.*',
			'books.code as book',
			'loans.number as loan_number',
			'loans.member_id',
		);

type DepositRow = {
	id: string;
	group_id: string;
	member_id: string;
	kind: DepositMovement['kind'];
	effective_on: string;
	amount: string;
	document: string;
	entry_number: number;
	reverses: string | null;
	recorded_by: string;
};

const toDepositMovement = (row: DepositRow): DepositMovement => ({
	id: row.id as DepositMovementId,
	group: row.group_id as GroupId,
	member: row.member_id as MemberId,
	kind: row.kind,
	effectiveOn: row.effective_on as LocalDate,
	amount: rupiah(row.amount),
	document: row.document,
	entryNumber: row.entry_number,
	...(row.reverses === null ? {} : {reverses: row.reverses as DepositMovementId}),
	recordedBy: row.recorded_by,
});

type ClaimRow = {
	book: string;
	id: string;
	loan_id: string;
	loan_number: number;
	member_id: string;
	payer_id: string;
	incurred_on: string;
	entry_number: number;
	amount: string;
	balance: string;
};

const toClaim = (row: ClaimRow): Claim => ({
	id: row.id as ClaimId,
	loan: row.loan_id as LoanId,
	loanNumber: row.loan_number,
	member: row.member_id as MemberId,
	payer: row.payer_id as MemberId,
	incurredOn: row.incurred_on as LocalDate,
	entryNumber: row.entry_number,
	amount: rupiah(row.amount),
	balance: rupiah(row.balance),
});

type MovementRow = {
	id: string;
	claim_id: string;
	kind: ClaimMovement['kind'];
	effective_on: string;
	amount: string;
	document: string;
	entry_number: number;
	reverses: string | null;
	recorded_by: string;
};

const toClaimMovement = (row: MovementRow): ClaimMovement => ({
	id: row.id,
	claim: row.claim_id as ClaimId,
	kind: row.kind,
	effectiveOn: row.effective_on as LocalDate,
	amount: rupiah(row.amount),
	document: row.document,
	entryNumber: row.entry_number,
	...(row.reverses === null ? {} : {reverses: row.reverses}),
	recordedBy: row.recorded_by,
});
