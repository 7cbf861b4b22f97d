import {z} from 'zod';
import {id, momentText, page, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {AllocationId, AttachmentId, FundClaimId, LoanId, MemberId} from '../../kernel/ids.ts';
import type {Permission} from '../../kernel/permission.ts';
import {
	type Attachment,
	type AttachmentOwner,
	type CooperativeWork,
	attachFile,
	attachmentsMax,
	contentDisposition,
	fileBytesMax,
	getAttachment,
	listAttachments,
	mediaTypes,
} from '../index.ts';

const attachmentAnswer = z.strictObject({
	id: z.string(),
	ownerKind: z.enum(['member', 'loan', 'fund-claim', 'allocation']),
	owner: z.string(),
	name: z.string(),
	mediaType: z.enum(mediaTypes).meta({description: 'By its content, not by its name.'}),
	bytes: z.number(),
	sha256: z.string(),
	uploadedAt: momentText(),
	uploadedBy: z.string(),
});

const presentAttachment = (one: Attachment): z.output<typeof attachmentAnswer> => ({
	id: one.id,
	ownerKind: one.owner.kind,
	owner: one.owner.id,
	name: one.name,
	mediaType: one.mediaType,
	bytes: one.bytes,
	sha256: one.sha256,
	uploadedAt: one.uploadedAt.toISOString(),
	uploadedBy: one.uploadedBy,
});

const attachmentBody = z.strictObject({
	name: text({max: 120}).meta({description: 'What to call it.', examples: ['ktp.jpg']}),
	contentBase64: z.string().meta({
		description: `A PDF, JPEG or PNG of at most ${fileBytesMax} bytes, as base64.`,
		contentEncoding: 'base64',
	}),
});

/** Base64 takes four characters for three bytes; the rest of the body is its name. */
const bytesMax = Math.ceil(fileBytesMax / 3) * 4 + 10_000;

const fileHeaders = (one: Attachment): Readonly<Record<string, string>> => ({
	'Content-Disposition': contentDisposition(one),
	// A browser takes it for what it is said to be, and keeps no copy of somebody's papers.
	'X-Content-Type-Options': 'nosniff',
	'Cache-Control': 'private, no-store',
});

const ofOfficers = {reading: 'attachment:read', writing: 'attachment:write'} as const;

/** The papers of one kind of owner, under the owner's own address. */
const routesOf = (
	under: `/v1/${'members' | 'loans' | 'fund-claims' | 'allocations'}/{id}`,
	ownerOf: (owner: string) => AttachmentOwner,
	{reading, writing}: {readonly reading: Permission; readonly writing: Permission} = ofOfficers,
): readonly Route<CooperativeWork>[] => [
	route({
		kind: 'read',
		method: 'GET',
		path: `${under}/attachments`,
		permission: reading,
		tag: 'attachments',
		summary: 'The papers that were kept, without their content.',
		description: `At most ${attachmentsMax} of one owner.`,
		params: z.strictObject({id: id<string>()}),
		status: 200,
		response: page(attachmentAnswer),
		handle: async (work: CooperativeWork, {params}) => {
			const all = await listAttachments(work, ownerOf(params.id));
			return {body: {items: all.map(presentAttachment), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: `${under}/attachments`,
		permission: writing,
		tag: 'attachments',
		summary: 'Keeps a paper with its hash. It is not taken away again.',
		params: z.strictObject({id: id<string>()}),
		body: attachmentBody,
		bytesMax,
		status: 201,
		response: attachmentAnswer,
		handle: async (work: CooperativeWork, {params, body}) => ({
			body: presentAttachment(await attachFile(work, {...body, owner: ownerOf(params.id)})),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: `${under}/attachments/{attachment}`,
		permission: reading,
		tag: 'attachments',
		summary: 'A paper as it was uploaded.',
		params: z.strictObject({id: id<string>(), attachment: id<AttachmentId>()}),
		status: 200,
		files: [...mediaTypes],
		handle: async (work: CooperativeWork, {params}) => {
			const one = await getAttachment(work, ownerOf(params.id), params.attachment);
			return {headers: fileHeaders(one), content: {type: one.mediaType, body: one.content}};
		},
	}),
];

export const attachmentRoutes: readonly Route<CooperativeWork>[] = [
	...routesOf('/v1/members/{id}', (owner) => ({kind: 'member', id: owner as MemberId})),
	...routesOf('/v1/loans/{id}', (owner) => ({kind: 'loan', id: owner as LoanId})),
	...routesOf('/v1/fund-claims/{id}', (owner) => ({kind: 'fund-claim', id: owner as FundClaimId}), {
		reading: 'city:read',
		writing: 'fund:claim',
	}),
	// Who signed is named in an agreement, so that its papers are read by those who read papers.
	...routesOf(
		'/v1/allocations/{id}',
		(owner) => ({kind: 'allocation', id: owner as AllocationId}),
		{
			reading: 'attachment:read',
			writing: 'allocation:write',
		},
	),
];
