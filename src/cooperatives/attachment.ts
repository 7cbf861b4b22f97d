import {createHash} from 'node:crypto';
import type {
	AllocationId,
	AttachmentId,
	BookCode,
	FundClaimId,
	LoanId,
	MemberId,
} from '../kernel/ids.ts';
import {refuse} from './errors.ts';

export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** What a paper belongs to. */
export type AttachmentOwner =
	| {readonly kind: 'member'; readonly id: MemberId}
	| {readonly kind: 'loan'; readonly id: LoanId}
	| {readonly kind: 'fund-claim'; readonly id: FundClaimId}
	| {readonly kind: 'allocation'; readonly id: AllocationId};

/** A paper that was kept: what is known of it without its content. */
export type Attachment = {
	readonly id: AttachmentId;
	readonly book: BookCode;
	readonly owner: AttachmentOwner;
	/** As whoever uploaded it called it. */
	readonly name: string;
	readonly mediaType: MediaType;
	readonly bytes: number;
	/** Hexadecimal, by which a copy on paper or disk is recognised. */
	readonly sha256: string;
	readonly uploadedAt: Date;
	readonly uploadedBy: string;
};

export const fileBytesMax = 5_242_880;
/** More papers than this of one owner are no file but a heap. */
export const attachmentsMax = 200;

/** A file that may be kept, and what it is by its own first bytes. */
export type File = {
	readonly content: Uint8Array;
	readonly mediaType: MediaType;
	readonly sha256: string;
};

const signatures: readonly (readonly [MediaType, readonly number[]])[] = [
	['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['image/jpeg', [0xff, 0xd8, 0xff]],
	['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What a file is by its first bytes, whatever it is called; undefined when it is none of ours. */
export const mediaTypeOf = (content: Uint8Array): MediaType | undefined =>
	signatures.find(([, bytes]) => bytes.every((byte, index) => content[index] === byte))?.[0];

/**
 * The bytes of a file that is given as base64, of whatever kind it is, with their hash.
 * @throws DomainError `attachment/not-base64`, `attachment/empty`, `attachment/too-large`.
 */
export function decideContent(base64: string): Omit<File, 'mediaType'> {
	if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
		throw refuse('attachment/not-base64', {}, 'contentBase64');
	}
	const content = Buffer.from(base64, 'base64');
	if (content.length === 0) throw refuse('attachment/empty', {}, 'contentBase64');
	if (content.length > fileBytesMax) {
		const values = {bytes: String(content.length), max: String(fileBytesMax)};
		throw refuse('attachment/too-large', values, 'contentBase64');
	}
	return {content, sha256: createHash('sha256').update(content).digest('hex')};
}

/**
 * Judges a paper that is given as base64.
 * @throws DomainError as {@link decideContent}, and `attachment/type-not-allowed`.
 */
export function decideFile(base64: string): File {
	const {content, sha256} = decideContent(base64);
	const mediaType = mediaTypeOf(content);
	if (mediaType === undefined) throw refuse('attachment/type-not-allowed', {}, 'contentBase64');
	return {content, mediaType, sha256};
}

const extensions: Record<MediaType, readonly string[]> = {
	'application/pdf': ['.pdf'],
	'image/jpeg': ['.jpg', '.jpeg'],
	'image/png': ['.png'],
};

/**
 * The header by which a browser saves a file and does not show it, under a name that says what the
 * file is: a picture that is called a program is not saved as one.
 */
export function contentDisposition({
	name,
	mediaType,
}: Pick<Attachment, 'name' | 'mediaType'>): string {
	const known = extensions[mediaType];
	const isTold = known.some((extension) => name.toLowerCase().endsWith(extension));
	const told = isTold ? name : `${name}${known[0]!}`;
	const plain = told.replace(/[^\w. -]/gu, '_');
	const encoded = encodeURIComponent(told).replace(
		/['()*]/gu,
		(sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
