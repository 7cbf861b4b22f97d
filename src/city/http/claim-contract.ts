import {z} from 'zod';
import {amount, amountText, date, dateText, id, momentText, text} from '../../http/fields.ts';
import type {PengurusId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import {
	type ClaimEvent,
	type FundClaim,
	claimBases,
	claimDues,
	claimLeft,
	claimPaid,
	claimState,
	shortages,
} from '../index.ts';

export const claimBody = z.strictObject({
	pengurus: id<PengurusId>().meta({description: 'Who took it, from the registry.'}),
	shortage: z.enum(shortages).meta({description: 'Where the money is missing.'}),
	amount: amount(),
	foundOn: date(),
	foundBy: text({max: 120}).meta({description: 'Who found it.', examples: ['Inspektorat']}),
	description: text({max: 2000}),
});

const step = {
	occurredOn: date(),
	document: text({max: 100}).meta({description: 'The paper that the step rests on.'}),
	reason: text({max: 500}),
};

export const stepBody = z.strictObject(step);

export const statementBody = z.strictObject({
	...step,
	basis: z.enum(claimBases).meta({
		description: 'A letter of the person (SKTJM), or a decree.',
	}),
	instalments: z
		.array(z.strictObject({dueOn: date(), amount: amount()}))
		.min(1)
		.max(360),
});

export const paymentBody = z.strictObject({...step, amount: amount()});

export const claimAnswer = z.strictObject({
	id: z.string(),
	number: z.number(),
	city: z.string(),
	cooperative: z.string(),
	allocation: z.string(),
	pengurus: z.string(),
	state: z.enum(['reported', 'dropped', 'stated', 'settled', 'prosecuted', 'cancelled']),
	shortage: z.enum(shortages),
	amount: amountText(),
	paid: amountText(),
	left: amountText(),
	foundOn: dateText(),
	foundBy: z.string(),
	description: z.string(),
	reportedBy: z.string(),
	recordedAt: momentText(),
	instalments: z.array(
		z.strictObject({
			number: z.number(),
			dueOn: dateText(),
			amount: amountText(),
			paid: amountText(),
			unpaid: amountText(),
			isOverdue: z.boolean(),
		}),
	),
	events: z.array(
		z.strictObject({
			sequence: z.number(),
			kind: z.enum(['dropped', 'stated', 'paid', 'payment-reversed', 'prosecuted', 'cancelled']),
			occurredOn: dateText(),
			actor: z.string(),
			document: z.string(),
			reason: z.string(),
			basis: z.enum(claimBases).nullable(),
			amount: amountText().nullable(),
			receipt: z.number().nullable(),
			ofSequence: z.number().nullable(),
			cityEntry: z.number().nullable(),
			entry: z.number().nullable().meta({description: "In the cooperative's book."}),
			recordedAt: momentText(),
		}),
	),
});

const presentEvent = (event: ClaimEvent): z.output<typeof claimAnswer>['events'][number] => ({
	sequence: event.sequence,
	kind: event.kind,
	occurredOn: event.occurredOn,
	actor: event.actor,
	document: event.document,
	reason: event.reason,
	basis: event.basis ?? null,
	amount: event.amount === undefined ? null : toText(event.amount),
	receipt: event.receiptNumber ?? null,
	ofSequence: event.ofSequence ?? null,
	cityEntry: event.entryNumber ?? null,
	entry: event.cooperativeEntry ?? null,
	recordedAt: event.recordedAt.toISOString(),
});

/** A claim with its instalments as they stand on a day. */
export const presentClaim = (claim: FundClaim, day: LocalDate): z.output<typeof claimAnswer> => ({
	id: claim.id,
	number: claim.number,
	city: claim.city,
	cooperative: claim.cooperative,
	allocation: claim.allocation,
	pengurus: claim.pengurus,
	state: claimState(claim),
	shortage: claim.shortage,
	amount: toText(claim.amount),
	paid: toText(claimPaid(claim)),
	left: toText(claimLeft(claim)),
	foundOn: claim.foundOn,
	foundBy: claim.foundBy,
	description: claim.description,
	reportedBy: claim.reportedBy,
	recordedAt: claim.recordedAt.toISOString(),
	instalments: claimDues(claim, day).map(({number, dueOn, principal, paid, unpaid, isOverdue}) => ({
		number,
		dueOn,
		amount: toText(principal),
		paid: toText(paid),
		unpaid: toText(unpaid),
		isOverdue,
	})),
	events: claim.events.map(presentEvent),
});
