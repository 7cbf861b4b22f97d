import {z} from 'zod';
import {
	amountOrZero,
	amountText,
	date,
	dateText,
	momentText,
	page,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {assert} from '../../kernel/assert.ts';
import {toText} from '../../kernel/money.ts';
import {type AmountLimit, type ApprovalWork, setAmountLimit} from '../index.ts';

const limitAnswer = z.strictObject({
	holder: z.string(),
	write: z.string(),
	version: z.number(),
	effectiveFrom: dateText(),
	amountMax: amountText().nullable(),
	legalBasis: z.string(),
	status: z.enum(['in-force', 'provisional']),
	setBy: z.string(),
	recordedAt: momentText(),
});

const presentLimit = ({amountMax, ...limit}: AmountLimit): z.output<typeof limitAnswer> => ({
	...limit,
	amountMax: amountMax === undefined ? null : toText(amountMax),
	recordedAt: limit.recordedAt.toISOString(),
});

const tag = 'approvals';

export const limitRoutes: readonly Route<ApprovalWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/amount-limits',
		permission: 'approval:read',
		tag,
		summary: 'Up to which amount who gives a command, in all versions.',
		status: 200,
		response: page(limitAnswer),
		handle: async (work: ApprovalWork) => ({
			body: {items: (await work.limits.limits()).map(presentLimit), nextCursor: null},
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/amount-limits',
		permission: 'approval:policy',
		tag,
		summary: 'Limits what a role or a user gives a command for, from a day on.',
		description:
			'Of several limits the lowest counts. To let somebody do more waits for a second administrator.',
		body: z.strictObject({
			holder: z
				.string()
				.max(80)
				.regex(/^(?:role|user):[a-z0-9._-]+$/u)
				.meta({description: '`role:supervisor`, or `user:siti.rahma`.'}),
			write: z.string().max(60).meta({description: 'A kind of entry, or `loan.approve`.'}),
			effectiveFrom: date(),
			amountMax: amountOrZero().nullable().meta({description: 'Null takes the limit away.'}),
			legalBasis: text({max: 200}),
			status: z.enum(['in-force', 'provisional']).optional(),
		}),
		status: 201,
		response: limitAnswer,
		handle: async (work: ApprovalWork, {body: {amountMax, status, ...body}, caller}) => {
			const within = caller?.scopeFor('approval:policy');
			assert(within, 'A route is answered for a caller who has its permission.');
			const limit = await setAmountLimit(work, within, {
				...body,
				status: status ?? 'in-force',
				...(amountMax === null ? {} : {amountMax}),
			});
			return {body: presentLimit(limit)};
		},
	}),
];
