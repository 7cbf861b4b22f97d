import type {Knex} from 'knex';
import type {AccountCode} from '../../kernel/ids.ts';
import {startOfMonth} from '../../kernel/local-date.ts';
import {type Rupiah, rupiah, toText} from '../../kernel/money.ts';
import type {Book} from '../book.ts';
import {type Line, floorKey} from '../entry.ts';
import {refuse} from '../errors.ts';
import type {SealedEntry} from '../hash-chain.ts';
import type {LedgerStore} from '../ports.ts';
import type {TransactionMemory} from './memory.ts';
import {type AccountRow, toAccount} from './rows.ts';

const nilUuid = '00000000-0000-0000-0000-000000000000';

export const createJournalWriter = (
	trx: Knex,
	memory: TransactionMemory,
): Pick<LedgerStore, 'lockTip' | 'floorBalances' | 'facts' | 'append'> => ({
	async lockTip(book) {
		const held = memory.tips.get(book.id);
		if (held) return held;
		const {rows} = await trx.raw<{rows: {number: number; hash: string; recorded_at: Date}[]}>(
			`select number, encode(hash, 'hex') as hash, recorded_at from ledger_lock_tip(?)`,
			[book.id],
		);
		const tip = rows[0];
		// A book outside the scope of this transaction has no tip to hold.
		if (!tip) throw refuse('ledger/unknown-book', {book: book.code}, 'book');
		const locked = {number: tip.number, hash: tip.hash, recordedAt: tip.recorded_at};
		memory.tips.set(book.id, locked);
		return locked;
	},
	async floorBalances(book, lines) {
		const accounts = [...new Set(lines.map(({account}) => account))];
		const dimensions = lines.flatMap(({fund, loan}) =>
			[fund, loan].filter((id) => id !== undefined),
		);
		const rows = await trx<FloorRow & {balance: string}>('floor_balances')
			.join('accounts', (join) =>
				join
					.on('accounts.book_id', 'floor_balances.book_id')
					.on('accounts.code', 'floor_balances.account_code'),
			)
			.where('floor_balances.book_id', book.id)
			.whereIn('account_code', accounts)
			.whereIn('dimension', [nilUuid, ...new Set(dimensions)])
			.select('accounts.*', 'dimension', 'balance');
		return new Map(rows.map((row) => [keyOf(row), rupiah(row.balance)] as [string, Rupiah]));
	},
	async facts(book, draft) {
		const {rows} = await trx.raw<{rows: FactRow[]}>(factsSql, {
			book: book.id,
			month: startOfMonth(draft.effectiveOn),
			codes: [...new Set(draft.lines.map(({account}) => account))],
			dimensions: [nilUuid, ...new Set(draft.lines.flatMap(dimensionsOf))],
		});
		const balances = rows.flatMap((row) =>
			Object.entries(row.balances ?? {}).map(
				([dimension, balance]) => [keyOf({...row, dimension}), rupiah(balance)] as const,
			),
		);
		return {
			accounts: new Map(rows.map((row) => [row.code as AccountCode, toAccount(row)])),
			closedMonths: new Set(rows[0]?.is_closed === true ? [startOfMonth(draft.effectiveOn)] : []),
			floorBalances: new Map(balances),
		};
	},
	async append(book, entry) {
		await trx.raw(appendSql, bindings(book, entry));
		memory.tips.set(book.id, entry);
	},
});

const bindings = (book: Book, entry: SealedEntry) => ({
	book: book.id,
	number: entry.number,
	effectiveOn: entry.effectiveOn,
	recordedAt: entry.recordedAt,
	actor: entry.actor,
	kind: entry.kind,
	reason: entry.reason,
	document: entry.document,
	reverses: entry.reverses ?? null,
	previousHash: entry.previousHash,
	hash: entry.hash,
	canonical: entry.canonical,
	lines: JSON.stringify(
		entry.lines.map((line, index) => ({
			line_number: index + 1,
			account_code: line.account,
			side: line.side,
			amount: toText(line.amount),
			fund_id: line.fund ?? null,
			loan_id: line.loan ?? null,
			member_id: line.member ?? null,
			counterparty: line.counterparty ?? null,
		})),
	),
});

const dimensionsOf = ({fund, loan}: Line): string[] =>
	[fund, loan].filter((id) => id !== undefined);

const factsSql = `
	select account.*,
		exists (select from periods where book_id = :book and starts_on = :month
			and confirmed_at is not null) as is_closed,
		(select jsonb_object_agg(dimension, balance::text) from floor_balances held
			where held.book_id = account.book_id and held.account_code = account.code
				and dimension = any (cast(:dimensions as uuid[]))) as balances
	from accounts account
	where account.book_id = :book and account.code = any (:codes)
`;

// An entry and its lines in one statement: what is sealed is booked at once.
const appendSql = `
	with entry as (
		insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason, document,
			reverses, previous_hash, hash, canonical)
		values (:book, :number, :effectiveOn, :recordedAt, :actor, :kind, :reason, :document,
			:reverses, decode(:previousHash, 'hex'), decode(:hash, 'hex'), :canonical)
	)
	insert into lines (book_id, entry_number, line_number, account_code, side, amount, effective_on,
		kind, fund_id, loan_id, member_id, counterparty)
	select :book, :number, line.line_number, line.account_code, line.side, line.amount, :effectiveOn,
		:kind, line.fund_id, line.loan_id, line.member_id, line.counterparty
	from jsonb_to_recordset(cast(:lines as jsonb)) as line (line_number smallint, account_code text,
		side text, amount numeric(20, 2), fund_id uuid, loan_id uuid, member_id uuid, counterparty text)
`;

type FactRow = AccountRow & {
	is_closed: boolean;
	balances: Readonly<Record<string, string>> | null;
};

type FloorRow = AccountRow & {dimension: string};

const keyOf = (row: FloorRow): string =>
	floorKey(toAccount(row), {fund: row.dimension, loan: row.dimension})!;
