import {z} from 'zod';
import {
	amountOrZero,
	amountText,
	bookCode,
	count,
	date,
	dateText,
	id,
	momentText,
	pageQuery,
	text,
} from '../../http/fields.ts';
import {waitingAnswer} from '../../http/waiting.ts';
import {pendingStatuses} from '../index.ts';

export const ofPending = z.strictObject({id: id()});

export const inboxQuery = z.strictObject({
	status: z.enum(pendingStatuses).optional(),
	book: bookCode().optional(),
	...pageQuery,
});

const version = () =>
	count({min: 1, max: 1_000_000}).meta({description: 'The version that was read.'});

export const approvalBody = z.strictObject({
	version: version(),
	reason: text({max: 500}).optional(),
});
export const rejectionBody = z.strictObject({version: version(), reason: text({max: 500})});
export const withdrawalBody = z.strictObject({version: version()});
export const changeBody = z.strictObject({
	version: version(),
	body: z.unknown().meta({description: 'The body of the command, as its own route takes it.'}),
});

/** With what was sent, so that it is approved for what it is. */
export const pendingAnswer = waitingAnswer.extend({body: z.unknown()});

export const approvedAnswer = z.strictObject({
	approval: waitingAnswer,
	answer: z.strictObject({
		status: z.number(),
		body: z.unknown().meta({description: 'What the command answered.'}),
	}),
});

export const policyBody = z.strictObject({
	write: z.string().max(60).meta({description: 'What is written: see `writes` of the list.'}),
	effectiveFrom: date(),
	isNamed: z
		.boolean()
		.optional()
		.meta({description: 'False takes it off the list again; true without it.'}),
	amountAbove: amountOrZero().optional(),
	backdatedOver: count({min: 0, max: 3660}).optional(),
	expiresAfterHours: count({min: 1, max: 8760}).optional(),
	legalBasis: text({max: 200}),
	status: z.enum(['in-force', 'provisional']).optional(),
});

export const policyAnswer = z.strictObject({
	write: z.string(),
	version: z.number(),
	effectiveFrom: dateText(),
	isNamed: z.boolean(),
	amountAbove: amountText().nullable(),
	backdatedOver: z.number().nullable(),
	expiresAfterHours: z.number(),
	legalBasis: z.string(),
	status: z.enum(['in-force', 'provisional']),
	setBy: z.string(),
	recordedAt: momentText(),
});

export const policyList = z.strictObject({
	items: z.array(policyAnswer),
	nextCursor: z.null(),
	writes: z.array(z.string()).meta({description: 'Every write that a policy can name.'}),
});
