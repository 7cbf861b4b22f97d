import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	amount,
	amountText,
	bookCode,
	date,
	dateText,
	id,
	kelurahanField,
	page,
	pageQuery,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {ProposalId} from '../../kernel/ids.ts';
import {fill} from '../../kernel/errors.ts';
import {toText} from '../../kernel/money.ts';
import {
	type FundWork,
	type Proposal,
	decideOnProposal,
	fundTexts,
	proposeFund,
	reviewProposal,
} from '../index.ts';

const ofProposal = z.strictObject({id: id<ProposalId>()});

const proposalAnswer = z.strictObject({
	id: z.string(),
	programme: z.string().meta({description: 'The identity of the programme.'}),
	cooperative: z.string(),
	kelurahan: z.string(),
	amount: amountText(),
	purpose: z.string(),
	document: z.string(),
	proposedOn: dateText(),
	proposedBy: z.string(),
	status: z.enum(['open', 'approved', 'rejected']),
	granted: amountText().optional(),
	decidedOn: dateText().optional(),
	decidedBy: z.string().optional(),
	reason: z.string().optional(),
});

const presentProposal = (one: Proposal): z.output<typeof proposalAnswer> => ({
	id: one.id,
	programme: one.programmeId,
	cooperative: one.book,
	kelurahan: one.kelurahanCode,
	amount: toText(one.amount),
	purpose: one.purpose,
	document: one.document,
	proposedOn: one.proposedOn,
	proposedBy: one.proposedBy,
	...(one.decision === undefined
		? {status: 'open' as const}
		: {
				status: one.decision.outcome,
				...(one.decision.amount === undefined ? {} : {granted: toText(one.decision.amount)}),
				decidedOn: one.decision.decidedOn,
				decidedBy: one.decision.decidedBy,
				reason: one.decision.reason,
			}),
});

const decided = {decidedOn: date(), reason: text({max: 500})};

export const proposalRoutes: readonly Route<FundWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/proposals',
		permission: 'allocation:read',
		tag: 'fund',
		summary: 'What cooperatives asked of programmes, and what was decided.',
		query: z.strictObject({
			cooperative: bookCode().optional(),
			open: z.enum(['true', 'false']).optional(),
			...pageQuery,
		}),
		status: 200,
		response: page(proposalAnswer),
		handle: async (work: FundWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative, open} = query;
			const after = readCursor(cursor, z.object({book: z.string(), id: z.uuid()}));
			const proposals = await work.fund.listProposals({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(open === undefined ? {} : {isOpen: open === 'true'}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({book, id: last}: Proposal) => ({book, id: last});
			return {body: toPage(proposals, limit, presentProposal, position)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/proposals',
		permission: 'proposal:submit',
		tag: 'fund',
		summary: "Asks for a programme's money for a kelurahan.",
		body: z.strictObject({
			programme: bookCode().meta({description: 'The code of the programme.'}),
			cooperative: bookCode(),
			kelurahan: kelurahanField(),
			amount: amount(),
			purpose: text({max: 500}),
			document: text({max: 100}),
			proposedOn: date(),
		}),
		status: 201,
		response: proposalAnswer,
		handle: async (work: FundWork, {body: {kelurahan, ...body}}) => ({
			body: presentProposal(await proposeFund(work, {...body, kelurahanCode: kelurahan})),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/proposals/{id}',
		permission: 'allocation:read',
		tag: 'fund',
		summary: 'A proposal, with what speaks today against granting it.',
		params: ofProposal,
		status: 200,
		response: proposalAnswer.extend({
			obstacles: z.array(z.strictObject({code: z.string(), id: z.string(), en: z.string()})),
		}),
		handle: async (work: FundWork, {params}) => {
			const {proposal, findings} = await reviewProposal(work, params.id);
			const obstacles = findings.map(({code, values}) => ({
				code,
				id: fill(fundTexts[code].id, values),
				en: fill(fundTexts[code].en, values),
			}));
			return {body: {...presentProposal(proposal), obstacles}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/proposals/{id}/approve',
		permission: 'proposal:decide',
		tag: 'fund',
		summary: 'Grants a proposal, in whole or in part, where nothing speaks against it.',
		params: ofProposal,
		body: z.strictObject({...decided, amount: amount()}),
		status: 200,
		response: proposalAnswer,
		handle: async (work: FundWork, {params, body}) => {
			const proposal = await decideOnProposal(work, params.id, {...body, outcome: 'approved'});
			return {body: presentProposal(proposal)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/proposals/{id}/reject',
		permission: 'proposal:decide',
		tag: 'fund',
		summary: 'Rejects a proposal, with the reason.',
		params: ofProposal,
		body: z.strictObject(decided),
		status: 200,
		response: proposalAnswer,
		handle: async (work: FundWork, {params, body}) => {
			const proposal = await decideOnProposal(work, params.id, {...body, outcome: 'rejected'});
			return {body: presentProposal(proposal)};
		},
	}),
];
