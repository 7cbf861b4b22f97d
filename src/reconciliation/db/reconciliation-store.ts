import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {AllocationId, BookCode, ReconciliationId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type Rupiah, rupiah, toText} from '../../kernel/money.ts';
import {refuse} from '../errors.ts';
import type {ReconciliationStore} from '../ports.ts';
import type {
	ComparedLine,
	Explanation,
	Item,
	Reconciliation,
	Signature,
} from '../reconciliation.ts';
import {createStatedTable} from './stated-table.ts';

/** Reconciliations with their figures, explanations and signatures. */
export const createReconciliationStore = (trx: Knex): ReconciliationStore => ({
	...createReader(trx),
	...createWriter(trx),
	...createStatedTable(trx),
});

const createReader = (trx: Knex): Pick<ReconciliationStore, 'find' | 'list' | 'last'> => ({
	async find(id) {
		const rows: Row[] = await heads(trx).where('head.id', id);
		return (await toReconciliations(trx, rows))[0];
	},
	async list({book, isSigned, after, limit}) {
		const rows: Row[] = await heads(trx)
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (isSigned !== undefined) {
					void query.whereRaw(
						`((select count(*) from reconciliation_signatures signed
							where signed.book_id = head.book_id
								and signed.reconciliation_id = head.id) = 2) = ?`,
						[isSigned],
					);
				}
				if (after !== undefined) {
					void query.whereRaw('(head.as_of, head.id) < (?, ?)', [after.asOf, after.id]);
				}
			})
			.orderBy([
				{column: 'head.as_of', order: 'desc'},
				{column: 'head.id', order: 'desc'},
			])
			.limit(limit);
		return toReconciliations(trx, rows);
	},
	async last(book, asOf) {
		const rows: Row[] = await heads(trx)
			.where({'head.book_id': book.id, 'head.as_of': asOf})
			.orderBy('head.number', 'desc')
			.limit(1);
		return (await toReconciliations(trx, rows))[0];
	},
});

const createWriter = (
	trx: Knex,
): Pick<ReconciliationStore, 'insert' | 'insertExplanation' | 'insertSignature'> => ({
	async insert(book, one) {
		await trx('reconciliations').insert({
			book_id: book.id,
			id: one.id,
			as_of: one.asOf,
			number: one.number,
			books_kept: one.booksKept,
			prepared_by: one.preparedBy,
			recorded_at: one.preparedAt,
		});
		await trx('reconciliation_lines').insert(
			one.lines.map(({allocation, item, figures}) => ({
				book_id: book.id,
				reconciliation_id: one.id,
				allocation_id: allocation,
				item,
				city_amount: amountColumn(figures.city),
				book_amount: amountColumn(figures.book),
				stated_amount: amountColumn(figures.stated),
			})),
		);
	},
	async insertExplanation(book, id, number, explanation, at) {
		await trx('reconciliation_explanations').insert({
			book_id: book.id,
			reconciliation_id: id,
			number,
			allocation_id: explanation.allocation,
			item: explanation.item,
			against: explanation.against,
			amount: toText(explanation.amount),
			reason: explanation.reason,
			document: explanation.document,
			explained_by: explanation.explainedBy,
			recorded_at: at,
		});
	},
	async insertSignature(book, id, signature) {
		await trx('reconciliation_signatures').insert({
			book_id: book.id,
			reconciliation_id: id,
			side: signature.side,
			signed_by: signature.signedBy,
			user_id: signature.userId,
			recorded_at: signature.signedAt,
		});
	},
});

const amountColumn = (amount: Rupiah | undefined): string | null =>
	amount === undefined ? null : toText(amount);

const heads = (trx: Knex) =>
	trx('reconciliations as head')
		.join('books', 'books.id', 'head.book_id')
		.select('head.*', 'books.code as book');

type Row = {
	id: string;
	book: string;
	as_of: string;
	number: number;
	books_kept: Reconciliation['booksKept'];
	prepared_by: string;
	recorded_at: Date;
};

type LineRow = {
	reconciliation_id: string;
	allocation_id: string;
	agreement_number: string;
	item: Item;
	city_amount: string | null;
	book_amount: string | null;
	stated_amount: string | null;
};

type ExplanationRow = {
	reconciliation_id: string;
	allocation_id: string;
	item: Item;
	against: Explanation['against'];
	amount: string;
	reason: string;
	document: string;
	explained_by: string;
};

type SignatureRow = {
	reconciliation_id: string;
	side: Signature['side'];
	signed_by: string;
	user_id: string;
	recorded_at: Date;
};

/** The heads with all that belongs to them, by three questions however many there are. */
async function toReconciliations(trx: Knex, heads: readonly Row[]): Promise<Reconciliation[]> {
	const ids = heads.map(({id}) => id);
	const lines: LineRow[] = await trx('reconciliation_lines as line')
		.join('allocations', (join) =>
			join.on('allocations.book_id', 'line.book_id').on('allocations.id', 'line.allocation_id'),
		)
		.whereIn('line.reconciliation_id', ids)
		.orderBy('allocations.agreement_number')
		.orderByRaw(`array_position(array['owed', 'share', 'held', 'cash', 'outstanding'], item)`)
		.select('line.*', 'allocations.agreement_number');
	const explanations: ExplanationRow[] = await trx('reconciliation_explanations')
		.whereIn('reconciliation_id', ids)
		.orderBy('number');
	const signatures: SignatureRow[] = await trx('reconciliation_signatures')
		.whereIn('reconciliation_id', ids)
		.orderBy('recorded_at');
	return heads.map((head) => ({
		id: head.id as ReconciliationId,
		book: head.book as BookCode,
		number: head.number,
		asOf: head.as_of as LocalDate,
		booksKept: head.books_kept,
		preparedBy: head.prepared_by,
		preparedAt: head.recorded_at,
		lines: lines.filter(isOf(head)).map(toLine),
		explanations: explanations.filter(isOf(head)).map(toExplanation),
		signatures: signatures.filter(isOf(head)).map(toSignature),
	}));
}

const isOf =
	({id}: Row) =>
	(row: {reconciliation_id: string}): boolean =>
		row.reconciliation_id === id;

const toLine = (row: LineRow): ComparedLine => ({
	allocation: row.allocation_id as AllocationId,
	agreementNumber: row.agreement_number,
	item: row.item,
	figures: {
		...(row.city_amount === null ? {} : {city: rupiah(row.city_amount)}),
		...(row.book_amount === null ? {} : {book: rupiah(row.book_amount)}),
		...(row.stated_amount === null ? {} : {stated: rupiah(row.stated_amount)}),
	},
});

const toExplanation = (row: ExplanationRow): Explanation => ({
	allocation: row.allocation_id as AllocationId,
	item: row.item,
	against: row.against,
	amount: rupiah(row.amount),
	reason: row.reason,
	document: row.document,
	explainedBy: row.explained_by,
});

const toSignature = (row: SignatureRow): Signature => ({
	side: row.side,
	signedBy: row.signed_by,
	userId: row.user_id,
	signedAt: row.recorded_at,
});

/** The laws of reconciliations as PostgreSQL names them, when two got past the code at once. */
export const reconciliationConstraints: ConstraintRefusals = {
	reconciliation_signatures_pkey: () => refuse('reconciliation/side-signed', {side: '', by: ''}),
	reconciliation_signatures_person_key: () => refuse('reconciliation/same-person', {person: ''}),
};
