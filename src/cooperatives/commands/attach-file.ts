import type {AttachmentId} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {type Attachment, type AttachmentOwner, attachmentsMax, decideFile} from '../attachment.ts';
import {refuse} from '../errors.ts';
import type {CooperativeWork, NewAttachment} from '../ports.ts';
import {getMember} from './register-member.ts';

/**
 * Keeps a paper of a member, a loan, a claim or an agreement, with its hash.
 * @throws DomainError `member/unknown`, `attachment/unknown-loan`, `attachment/unknown-claim`,
 * `attachment/unknown-allocation`, `attachment/already-there`, `attachment/too-many`, and what
 * {@link decideFile} refuses.
 */
export async function attachFile(
	work: CooperativeWork,
	wanted: NewAttachment,
): Promise<Attachment> {
	const {owner, name} = wanted;
	const book = await ownerBook(work, owner);
	const file = decideFile(wanted.contentBase64);
	// Two who upload the same paper at once come one after the other.
	await work.ledger.lockTip(book);
	const kept = await work.cooperatives.listAttachments(book, owner);
	const same = kept.find(({sha256}) => sha256 === file.sha256);
	if (same) {
		const values = {
			name: same.name,
			by: same.uploadedBy,
			at: same.uploadedAt.toISOString(),
			sha256: same.sha256,
		};
		throw refuse('attachment/already-there', values, 'contentBase64');
	}
	if (kept.length >= attachmentsMax) {
		throw refuse('attachment/too-many', {max: String(attachmentsMax)});
	}
	const attachment: Attachment = {
		id: work.newId() as AttachmentId,
		book: book.code,
		owner,
		name,
		mediaType: file.mediaType,
		bytes: file.content.length,
		sha256: file.sha256,
		uploadedAt: work.now(),
		uploadedBy: work.actor.name,
	};
	await work.cooperatives.insertAttachment(book, attachment, file);
	return attachment;
}

/** All papers of an owner. @throws DomainError as {@link attachFile} for the owner. */
export async function listAttachments(
	work: CooperativeWork,
	owner: AttachmentOwner,
): Promise<Attachment[]> {
	return work.cooperatives.listAttachments(await ownerBook(work, owner), owner);
}

/** One paper with its content. @throws DomainError `attachment/unknown`, and as the list. */
export async function getAttachment(
	work: CooperativeWork,
	owner: AttachmentOwner,
	id: AttachmentId,
): Promise<Attachment & {readonly content: Buffer}> {
	const book = await ownerBook(work, owner);
	const attachment = await work.cooperatives.findAttachment(book, owner, id);
	if (!attachment) throw refuse('attachment/unknown', {attachment: id}, 'attachment');
	return attachment;
}

async function ownerBook(work: CooperativeWork, owner: AttachmentOwner): Promise<Book> {
	if (owner.kind === 'member') return getBook(work, (await getMember(work, owner.id)).book);
	if (owner.kind === 'fund-claim') {
		const city = await work.claimBook(owner.id);
		if (city === undefined) throw refuse('attachment/unknown-claim', {claim: owner.id}, 'id');
		return getBook(work, city);
	}
	if (owner.kind === 'allocation') {
		const book = await work.allocationBook(owner.id);
		if (book !== undefined) return getBook(work, book);
		throw refuse('attachment/unknown-allocation', {allocation: owner.id}, 'id');
	}
	const book = await work.loanBook(owner.id);
	if (book === undefined) throw refuse('attachment/unknown-loan', {loan: owner.id}, 'id');
	return getBook(work, book);
}
