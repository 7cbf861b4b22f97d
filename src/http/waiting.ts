import {z} from 'zod';
import {amountText, dateText, momentText} from './fields.ts';

/** What a write answers, with 202, that waits for a second person: nothing was written yet. */
export const waitingAnswer = z.strictObject({
	id: z.string(),
	status: z.enum(['pending', 'approved', 'rejected', 'withdrawn']),
	version: z.number().meta({description: 'What is approved is named by it.'}),
	link: z.string().meta({description: 'Where it is read, approved, rejected or withdrawn.'}),
	command: z.string(),
	address: z.string(),
	permission: z.string(),
	book: z.string().nullable(),
	maker: z.string(),
	madeAt: momentText(),
	expiresAt: momentText(),
	isExpired: z.boolean(),
	writes: z
		.array(
			z.strictObject({
				name: z.string(),
				subject: z.string(),
				book: z.string().nullable(),
				amount: amountText().nullable(),
				effectiveOn: dateText().nullable(),
				backdatedDays: z.number(),
				lines: z.array(
					z.strictObject({
						account: z.string(),
						side: z.enum(['debit', 'credit']),
						amount: amountText(),
					}),
				),
			}),
		)
		.meta({description: 'What it wrote when it was tried, and taken back.'}),
	decision: z
		.strictObject({by: z.string(), at: momentText(), reason: z.string().nullable()})
		.nullable(),
});

export const waitingStatus = 202;
