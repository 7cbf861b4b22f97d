import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {Permission} from '../../kernel/permission.ts';
import {refuse} from '../errors.ts';
import type {PendingCommand, PendingStatus} from '../pending.ts';
import type {ApprovalStore} from '../ports.ts';
import type {Write} from '../write.ts';
import {createPastWrites} from './past-writes.ts';
import {createPolicyTable} from './policy-table.ts';

/** Approval policies and the commands that wait, over a transaction. */
export const createApprovalStore = (trx: Knex): ApprovalStore => ({
	...createPolicyTable(trx),
	...createPastWrites(trx),
	...createReader(trx),
	...createWriter(trx),
});

const createReader = (
	trx: Knex,
): Pick<ApprovalStore, 'find' | 'lock' | 'list' | 'booksInScope' | 'regionsOf'> => ({
	async find(id) {
		const rows: Row[] = await heads(trx).where('held.id', id);
		return rows.map(toPending)[0];
	},
	async lock(id) {
		// The book comes first, as everywhere: what it will write holds it anyway.
		await trx.raw(
			`select from approvals held cross join ledger_lock_tips(array[held.book_id])
			where held.id = ?`,
			[id],
		);
		await trx('approvals').where({id}).select('id').forUpdate();
		const rows: Row[] = await heads(trx).where('held.id', id);
		return rows.map(toPending)[0];
	},
	async list({status, book, permissions, makerId, after, limit}) {
		const rows: Row[] = await heads(trx)
			.where((mine) => {
				void mine.whereIn('held.permission', [...permissions]).orWhere('held.maker_id', makerId);
			})
			.modify((query) => {
				if (status !== undefined) void query.where('held.status', status);
				if (book !== undefined) void query.where('books.code', book);
				if (after !== undefined) {
					void query.whereRaw('(held.made_at, held.id) < (?, ?)', [after.madeAt, after.id]);
				}
			})
			.orderBy([
				{column: 'held.made_at', order: 'desc'},
				{column: 'held.id', order: 'desc'},
			])
			.limit(limit);
		return rows.map(toPending);
	},
	async booksInScope(books) {
		const rows: {code: BookCode}[] = await trx('books')
			.whereIn('code', [...books])
			.whereRaw('(bergulir_all_books() or id = any (bergulir_books()))')
			.select('code');
		const found = new Set(rows.map(({code}) => code));
		return books.filter((code) => found.has(code));
	},
	async regionsOf(codes) {
		const rows: {code: string; region_code: string}[] = await trx('books')
			.whereIn('code', [...codes])
			.select('code', 'region_code');
		return new Map(rows.map((row) => [row.code, row.region_code]));
	},
});

const createWriter = (trx: Knex): Pick<ApprovalStore, 'insert' | 'change' | 'decide'> => ({
	async insert(pending) {
		await trx('approvals').insert({
			id: pending.id,
			book_id:
				pending.book === undefined
					? null
					: trx.raw('(select id from books where code = ?)', [pending.book]),
			places: [...pending.places],
			method: pending.method,
			command: pending.command,
			address: pending.address,
			permission: pending.permission,
			...contentOf(pending),
			maker: pending.maker.name,
			maker_id: pending.maker.userId,
			made_at: pending.madeAt,
			status: pending.status,
		});
	},
	async change(pending) {
		await trx('approvals').where({id: pending.id}).update(contentOf(pending));
	},
	async decide(id, status, {by, at, reason}) {
		await trx('approvals')
			.where({id})
			.update({
				status,
				decided_by: by.name,
				decided_by_id: by.userId,
				decided_at: at,
				decided_in: trx.raw('pg_current_xact_id()::text'),
				reason: reason ?? null,
			});
	},
});

const contentOf = ({body, preview, expiresAt, version}: PendingCommand) => ({
	input: JSON.stringify({body: body ?? null}),
	preview: JSON.stringify(preview.map(writeColumn)),
	expires_at: expiresAt,
	version,
});

const heads = (trx: Knex) =>
	trx('approvals as held')
		.leftJoin('books', 'books.id', 'held.book_id')
		.select('held.*', 'books.code as book_code');

type WriteColumn = Omit<Write, 'amount' | 'lines'> & {
	readonly amount?: string;
	readonly lines: readonly (Omit<Write['lines'][number], 'amount'> & {readonly amount: string})[];
};

const writeColumn = ({amount, lines, ...write}: Write): WriteColumn => ({
	...write,
	...(amount === undefined ? {} : {amount: toText(amount)}),
	lines: lines.map((line) => ({...line, amount: toText(line.amount)})),
});

const toWrite = ({amount, lines, ...write}: WriteColumn): Write => ({
	...write,
	...(amount === undefined ? {} : {amount: rupiah(amount)}),
	lines: lines.map((line) => ({...line, amount: rupiah(line.amount)})),
});

type Row = {
	id: string;
	book_code: BookCode | null;
	places: string[];
	method: string;
	command: string;
	address: string;
	permission: Permission;
	input: {body: unknown};
	preview: WriteColumn[];
	maker: string;
	maker_id: string;
	made_at: Date;
	expires_at: Date;
	version: number;
	status: PendingStatus;
	decided_by: string | null;
	decided_by_id: string | null;
	decided_at: Date | null;
	reason: string | null;
};

const toPending = (row: Row): PendingCommand => ({
	id: row.id,
	...(row.book_code === null ? {} : {book: row.book_code}),
	places: row.places,
	method: row.method,
	command: row.command,
	address: row.address,
	permission: row.permission,
	body: row.input.body ?? undefined,
	preview: row.preview.map(toWrite),
	maker: {userId: row.maker_id, name: row.maker},
	madeAt: row.made_at,
	expiresAt: row.expires_at,
	version: row.version,
	status: row.status,
	...(row.decided_at === null || row.decided_by === null || row.decided_by_id === null
		? {}
		: {
				decision: {
					by: {userId: row.decided_by_id, name: row.decided_by},
					at: row.decided_at,
					...(row.reason === null ? {} : {reason: row.reason}),
				},
			}),
});

// What is written and of whom, out of a sentence that begins with the statement; from the beginning
// of a word, or each of its letters would be tried.
const named = /(?<![a-z.-])([a-z.-]+ \([^()]*\)) needs the approval/u;

const limited = /Limit: (\S+) may (\S+) up to ([\d.]+), not ([\d.]+)\./u;

function limitValues(explanation: string): Record<string, string> {
	const [, person = '', write = '', limit = '', amount = ''] = limited.exec(explanation) ?? [];
	return {person, write, limit, amount};
}

export const approvalConstraints: ConstraintRefusals = {
	writes_approved: (explanation) =>
		refuse('approval/needed', {write: named.exec(explanation)?.[1] ?? 'this'}),
	approvals_two_people_check: () => refuse('approval/own', {maker: ''}),
	amounts_limited: (explanation) => refuse('limit/exceeded', limitValues(explanation)),
	loan_events_apart: () => refuse('separation/same-person', {person: '', first: '', second: ''}),
	loan_events_not_kin: () => refuse('separation/own-loan', {relation: ''}),
	user_ties_member_fkey: () => refuse('separation/unknown-member', {}, 'member'),
	user_ties_current_key: () => refuse('separation/tie-held', {user: ''}, 'member'),
	approvals_final: () => refuse('approval/decided', {status: ''}),
	approvals_in_time_check: () => refuse('approval/expired', {expiresAt: ''}),
};
