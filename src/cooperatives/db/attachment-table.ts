import type {Knex} from 'knex';
import type {
	AllocationId,
	AttachmentId,
	BookCode,
	FundClaimId,
	LoanId,
	MemberId,
} from '../../kernel/ids.ts';
import type {Attachment, AttachmentOwner, MediaType} from '../attachment.ts';
import type {AttachmentStore} from '../ports.ts';

const columns = (trx: Knex) => [
	'attachments.id',
	'attachments.member_id',
	'attachments.loan_id',
	'attachments.claim_id',
	'attachments.allocation_id',
	'attachments.name',
	'attachments.media_type',
	'attachments.uploaded_at',
	'attachments.uploaded_by',
	'books.code as book',
	trx.raw('octet_length(attachments.content) as bytes'),
	trx.raw(`encode(attachments.digest, 'hex') as sha256`),
];

/** The papers of their owners; a list leaves their content where it is. */
export const createAttachmentTable = (trx: Knex): AttachmentStore => ({
	async listAttachments(book, owner) {
		const rows: AttachmentRow[] = await ofOwner(trx, book.id, owner)
			.orderBy([{column: 'attachments.uploaded_at'}, {column: 'attachments.id'}])
			.select(columns(trx));
		return rows.map(toAttachment);
	},
	async findAttachment(book, owner, id) {
		const row: (AttachmentRow & {content: Buffer}) | undefined = await ofOwner(trx, book.id, owner)
			.where('attachments.id', id)
			.first([...columns(trx), 'attachments.content']);
		return row && {...toAttachment(row), content: row.content};
	},
	async insertAttachment(book, attachment, file) {
		await trx('attachments').insert({
			book_id: book.id,
			id: attachment.id,
			...toOwner(attachment.owner),
			name: attachment.name,
			media_type: attachment.mediaType,
			content: Buffer.from(file.content),
			digest: Buffer.from(file.sha256, 'hex'),
			uploaded_at: attachment.uploadedAt,
			uploaded_by: attachment.uploadedBy,
		});
	},
	async sealedPapers(book) {
		const {rows} = await trx.raw<{
			rows: {entry_number: number; sha256: string; is_kept: boolean}[];
		}>('select * from cooperatives_papers(?)', [book.id]);
		return rows.map(({entry_number: entry, sha256, is_kept: isKept}) => ({entry, sha256, isKept}));
	},
});

/** The SHA-256 of papers that a book keeps, by identity. */
export async function paperHashes(
	trx: Knex,
	book: BookCode,
	papers: readonly AttachmentId[],
): Promise<Map<AttachmentId, string>> {
	const rows: {id: AttachmentId; sha256: string}[] = await trx('attachments')
		.join('books', 'books.id', 'attachments.book_id')
		.where('books.code', book)
		.whereRaw('attachments.id = any (cast(? as uuid[]))', [[...papers]])
		.select('attachments.id', trx.raw(`encode(attachments.digest, 'hex') as sha256`));
	return new Map(rows.map(({id, sha256}) => [id, sha256]));
}

const ownerColumns = {
	member: 'member_id',
	loan: 'loan_id',
	'fund-claim': 'claim_id',
	allocation: 'allocation_id',
} as const;

const toOwner = ({kind, id}: AttachmentOwner): Record<string, string> => ({
	[ownerColumns[kind]]: id,
});

const ofOwner = (trx: Knex, bookId: number, owner: AttachmentOwner) =>
	trx('attachments')
		.join('books', 'books.id', 'attachments.book_id')
		.where('attachments.book_id', bookId)
		.where(toOwner(owner));

type AttachmentRow = {
	id: string;
	book: string;
	member_id: string | null;
	loan_id: string | null;
	claim_id: string | null;
	allocation_id: string | null;
	name: string;
	media_type: MediaType;
	bytes: number;
	sha256: string;
	uploaded_at: Date;
	uploaded_by: string;
};

const toAttachment = (row: AttachmentRow): Attachment => ({
	id: row.id as AttachmentId,
	book: row.book as BookCode,
	owner: ownerOf(row),
	name: row.name,
	mediaType: row.media_type,
	bytes: row.bytes,
	sha256: row.sha256,
	uploadedAt: row.uploaded_at,
	uploadedBy: row.uploaded_by,
});

function ownerOf(row: AttachmentRow): AttachmentOwner {
	if (row.member_id !== null) return {kind: 'member', id: row.member_id as MemberId};
	if (row.loan_id !== null) return {kind: 'loan', id: row.loan_id as LoanId};
	if (row.claim_id !== null) return {kind: 'fund-claim', id: row.claim_id as FundClaimId};
	return {kind: 'allocation', id: row.allocation_id as AllocationId};
}
