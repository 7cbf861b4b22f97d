import {z} from 'zod';
import {
	accountCode,
	amountOrZero,
	amountText,
	count,
	date,
	dateText,
	id,
	momentText,
	page,
	text,
} from '../../http/fields.ts';
import {subtract, toText} from '../../kernel/money.ts';
import {
	type AssertionRecord,
	type AssertionRule,
	type NewAssertion,
	type OverdueAssertion,
	stateOf,
} from '../index.ts';

const source = z.enum(['cash-count', 'bank-statement', 'passbook', 'confirmation']);
const policy = z.enum(['refuse', 'flag']);

export const assertionBody = z.strictObject({
	account: accountCode(),
	fund: id<string>().optional().meta({description: 'Only what the account holds of this fund.'}),
	member: id<string>().optional().meta({description: 'Only what it holds of this member.'}),
	assertedOn: date().meta({description: 'The day at whose end the account held it.'}),
	amount: amountOrZero().meta({description: "On the account's normal side."}),
	source,
	document: text({max: 100}).meta({description: 'The paper that proves it.'}),
	note: text({max: 500}).optional(),
	countedWith: text({max: 120})
		.optional()
		.meta({description: 'The second person at a cash count, which is never made alone.'}),
	policy: policy.optional().meta({
		description:
			"What an entry meets that would break it. Left out, the account's rule decides; without a " +
			'rule a break is flagged. A rule that refuses is not loosened.',
	}),
});

export const toNewAssertion = (body: z.output<typeof assertionBody>): NewAssertion => ({
	account: body.account,
	assertedOn: body.assertedOn,
	amount: body.amount,
	source: body.source,
	document: body.document,
	...(body.fund === undefined ? {} : {fund: body.fund}),
	...(body.member === undefined ? {} : {member: body.member}),
	...(body.note === undefined ? {} : {note: body.note}),
	...(body.countedWith === undefined ? {} : {countedWith: body.countedWith}),
	...(body.policy === undefined ? {} : {policy: body.policy}),
});

export const withdrawalBody = z.strictObject({reason: text({max: 500})});

export const assertionAnswer = z.strictObject({
	book: z.string(),
	number: z.number(),
	account: z.string(),
	fund: z.string().nullable(),
	member: z.string().nullable(),
	assertedOn: dateText(),
	amount: amountText(),
	source,
	document: z.string(),
	note: z.string().nullable(),
	assertedBy: z.string(),
	countedWith: z.string().nullable(),
	recordedAt: momentText(),
	policy,
	knownToEntry: z.number().meta({description: 'The last entry of the book when it was recorded.'}),
	ledgerAmount: amountText().meta({description: 'What the ledger said then.'}),
	difference: amountText().meta({description: 'What was asserted less what the ledger said then.'}),
	now: z
		.strictObject({ledgerAmount: amountText(), difference: amountText()})
		.nullable()
		.meta({description: 'The same as the ledger stands; null once it is withdrawn.'}),
	state: z.enum(['holds', 'differs', 'broken', 'withdrawn']),
	brokenBy: z
		.array(z.number())
		.meta({description: 'Entries after which it held no more, though it had until then.'}),
	withdrawal: z.strictObject({by: z.string(), at: momentText(), reason: z.string()}).nullable(),
});

export const presentAssertion = (
	book: string,
	assertion: AssertionRecord,
): z.output<typeof assertionAnswer> => ({
	book,
	number: assertion.number,
	account: assertion.account,
	fund: assertion.fund ?? null,
	member: assertion.member ?? null,
	assertedOn: assertion.assertedOn,
	amount: toText(assertion.amount),
	source: assertion.source,
	document: assertion.document,
	note: assertion.note ?? null,
	assertedBy: assertion.assertedBy,
	countedWith: assertion.countedWith ?? null,
	recordedAt: assertion.recordedAt.toISOString(),
	policy: assertion.policy,
	knownToEntry: assertion.knownToEntry,
	ledgerAmount: toText(assertion.ledgerAmount),
	difference: toText(subtract(assertion.amount, assertion.ledgerAmount)),
	now: assertion.difference
		? {
				ledgerAmount: toText(subtract(assertion.amount, assertion.difference)),
				difference: toText(assertion.difference),
			}
		: null,
	state: stateOf(assertion),
	brokenBy: [...assertion.brokenBy],
	withdrawal: assertion.withdrawal
		? {
				by: assertion.withdrawal.withdrawnBy,
				at: assertion.withdrawal.withdrawnAt.toISOString(),
				reason: assertion.withdrawal.reason,
			}
		: null,
});

export const assertionsAnswer = z.strictObject({
	...page(assertionAnswer).shape,
	counts: z
		.strictObject({
			holding: z.number(),
			differing: z.number(),
			broken: z.number(),
			withdrawn: z.number(),
			overdue: z
				.number()
				.meta({description: 'Accounts overdue today; /assertions/overdue has them.'}),
		})
		.meta({description: 'Of the whole book, whatever the page.'}),
});

export const ruleBody = z.strictObject({
	account: accountCode(),
	effectiveFrom: date(),
	everyDays: count({min: 1, max: 366})
		.optional()
		.meta({description: 'Left out where the account need not be asserted (any more).'}),
	policy,
	reason: text({max: 500}),
});

export const ruleAnswer = z.strictObject({
	account: z.string(),
	effectiveFrom: dateText(),
	everyDays: z.number().nullable(),
	policy,
	setBy: z.string(),
	setAt: momentText(),
	reason: z.string(),
});

export const presentRule = (rule: AssertionRule): z.output<typeof ruleAnswer> => ({
	account: rule.account,
	effectiveFrom: rule.effectiveFrom,
	everyDays: rule.everyDays ?? null,
	policy: rule.policy,
	setBy: rule.setBy,
	setAt: rule.setAt.toISOString(),
	reason: rule.reason,
});

const overdueItem = z.strictObject({
	account: z.string(),
	everyDays: z.number(),
	ruleFrom: dateText(),
	newest: z
		.strictObject({number: z.number(), assertedOn: dateText()})
		.nullable()
		.meta({description: 'Its newest assertion of the account as a whole; null when it has none.'}),
	dueOn: dateText(),
	daysOverdue: z.number(),
});

export const overdueAnswer = z.strictObject({
	...page(overdueItem).shape,
	asOf: dateText(),
	ruled: z.number().meta({
		description: 'Accounts with a rule that wants them asserted; with none, none is overdue.',
	}),
	overdue: z.number(),
});

export const presentOverdue = ({
	account,
	rule,
	newest,
	dueOn,
	daysOverdue,
}: OverdueAssertion): z.output<typeof overdueItem> => ({
	account,
	everyDays: rule.everyDays,
	ruleFrom: rule.effectiveFrom,
	newest: newest ? {number: newest.number, assertedOn: newest.assertedOn} : null,
	dueOn,
	daysOverdue,
});
