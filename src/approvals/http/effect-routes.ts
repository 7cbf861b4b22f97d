import {z} from 'zod';
import {amountOrZero, amountText, countText, date, dateText, month} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {assert} from '../../kernel/assert.ts';
import {toText} from '../../kernel/money.ts';
import {type ApprovalWork, type EffectCount, readPolicyEffect} from '../index.ts';

const countFields = {
	writes: z.number(),
	heldNow: z.number().meta({description: 'Needed a second person by the policies as they stand.'}),
	heldThen: z.number().meta({description: 'Would need one under these terms.'}),
	amountThen: amountText().meta({description: 'What those would move; zero for no entries.'}),
};

const effectAnswer = z.strictObject({
	write: z.string(),
	from: dateText(),
	to: dateText(),
	isLooser: z.boolean().meta({
		description: 'Whether to set these terms waits for a second administrator.',
	}),
	total: z.strictObject(countFields),
	names: z
		.array(z.strictObject({name: z.string(), ...countFields}))
		.meta({description: 'By what was written, what is held most first.'}),
	books: z.array(z.strictObject({book: z.string(), ...countFields})),
	busiest: z
		.strictObject({on: dateText(), heldThen: z.number()})
		.nullable()
		.meta({description: 'The day on which a second person would have had the most before them.'}),
});

const presentCount = ({writes, heldNow, heldThen, amountThen}: EffectCount) => ({
	writes,
	heldNow,
	heldThen,
	amountThen: toText(amountThen),
});

export const effectRoutes: readonly Route<ApprovalWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/approval-policies/effect',
		permission: 'approval:policy',
		tag: 'approvals',
		summary: 'Which writes of a month would have needed a second person under other terms.',
		description:
			'Sums alone, of the writes that such a policy may name. Nothing is written, and nothing of ' +
			'any person told.',
		query: z.strictObject({
			write: z.string().max(60).meta({description: 'What is written: see `writes` of the list.'}),
			isNamed: z
				.enum(['true', 'false'])
				.optional()
				.meta({description: 'False takes it off the list; true without it.'}),
			amountAbove: amountOrZero().optional(),
			backdatedOver: countText({min: 0, max: 3660}).optional(),
			effectiveFrom: date().optional().meta({description: 'Today without it.'}),
			month: month().optional().meta({description: 'The month before this without it.'}),
		}),
		status: 200,
		response: effectAnswer,
		refusals: [403],
		handle: async (work: ApprovalWork, {caller, query}) => {
			const within = caller?.scopeFor('approval:policy');
			assert(within, 'A route is answered for a caller who has its permission.');
			const {write, isNamed, amountAbove, backdatedOver, effectiveFrom, month: asked} = query;
			const effect = await readPolicyEffect(work, within, {
				terms: {
					write,
					effectiveFrom: effectiveFrom ?? work.today(),
					isNamed: isNamed !== 'false',
					...(amountAbove === undefined ? {} : {amountAbove}),
					...(backdatedOver === undefined ? {} : {backdatedOver}),
					expiresAfterHours: 72,
					legalBasis: '',
					status: 'provisional',
				},
				...(asked === undefined ? {} : {month: asked}),
			});
			return {
				body: {
					write,
					from: effect.from,
					to: effect.to,
					isLooser: effect.isLooser,
					total: presentCount(effect.total),
					names: effect.names.map(({name, ...one}) => ({name, ...presentCount(one)})),
					books: effect.books.map(({book, ...one}) => ({book, ...presentCount(one)})),
					busiest: effect.busiest ?? null,
				},
			};
		},
	}),
];
