import {z} from 'zod';
import {getCooperative} from '../../cooperatives/index.ts';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {bookCode, date, id, moment, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {MemberId, SavingMovementId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {
	type SavingsWork,
	depositSaving,
	getSaving,
	leaveCooperative,
	readBehind,
	readSavings,
	reverseSaving,
	setObligation,
	undoLeaving,
	withdrawSaving,
} from '../index.ts';
import {
	behindAnswer,
	leavingBody,
	obligationAnswer,
	obligationBody,
	presentBehind,
	presentObligation,
	presentSaving,
	presentStatement,
	reversalBody,
	savingAnswer,
	savingBody,
	statementAnswer,
} from './schemas.ts';

const ofSaving = z.strictObject({id: id<SavingMovementId>()});
const ofMember = z.strictObject({id: id<MemberId>()});

const readings: readonly Route<SavingsWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/savings',
		permission: 'saving:read',
		tag: 'savings',
		summary: 'Deposits, withdrawals and reversals, by cooperative and entry.',
		query: z.strictObject({
			cooperative: bookCode().optional(),
			member: id<MemberId>().optional(),
			...pageQuery,
		}),
		status: 200,
		response: page(savingAnswer),
		handle: async (work: SavingsWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative, member} = query;
			const after = readCursor(cursor, z.object({book: z.string(), entry: z.int()}));
			const savings = await work.savings.listSavings({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(member === undefined ? {} : {member}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({book, entryNumber}: (typeof savings)[number]) => ({
				book,
				entry: entryNumber,
			});
			return {body: toPage(savings, limit, presentSaving, position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/savings/{id}',
		permission: 'saving:read',
		tag: 'savings',
		summary: 'One deposit, withdrawal or reversal.',
		params: ofSaving,
		status: 200,
		response: savingAnswer,
		handle: async (work: SavingsWork, {params}) => ({
			body: presentSaving(await getSaving(work, params.id)),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/members/{id}/savings',
		permission: 'saving:read',
		tag: 'savings',
		summary: "A member's savings as of a day, from the journal's lines.",
		params: ofMember,
		query: z.strictObject({asOf: date().optional(), knownAt: moment().optional()}),
		status: 200,
		response: statementAnswer,
		handle: async (work: SavingsWork, {params, query: {asOf, knownAt}}) => {
			const statement = await readSavings(work, {
				member: params.id,
				...(asOf === undefined ? {} : {asOf}),
				...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
			});
			const meta = {member: params.id, asOf: statement.asOf, knownAt: knownAt ?? null};
			return {body: presentStatement(meta, statement)};
		},
	}),
];

const operations: readonly Route<SavingsWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/savings/deposits',
		permission: 'saving:record',
		tag: 'savings',
		summary: "Takes a member's deposit and gives a numbered slip.",
		body: savingBody,
		status: 201,
		response: savingAnswer,
		handle: async (work: SavingsWork, {body}) => ({
			body: presentSaving(await depositSaving(work, body)),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/savings/withdrawals',
		permission: 'saving:record',
		tag: 'savings',
		summary: 'Pays a member what they saved of their own will (wadiah, mudharabah).',
		body: savingBody,
		status: 201,
		response: savingAnswer,
		handle: async (work: SavingsWork, {body}) => ({
			body: presentSaving(await withdrawSaving(work, body)),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/savings/{id}/reverse',
		permission: 'saving:reverse',
		tag: 'savings',
		summary: 'Takes a deposit or a withdrawal back; it stays in the record.',
		params: ofSaving,
		body: reversalBody,
		status: 200,
		response: savingAnswer,
		handle: async (work: SavingsWork, {params, body}) => ({
			body: presentSaving(await reverseSaving(work, {...body, saving: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members/{id}/leave',
		permission: 'saving:record',
		tag: 'savings',
		summary: 'A member without debts leaves and is paid back all they saved.',
		params: ofMember,
		body: leavingBody,
		status: 200,
		response: z.strictObject({paidBack: z.array(savingAnswer)}),
		handle: async (work: SavingsWork, {params, body}) => {
			const paid = await leaveCooperative(work, {...body, member: params.id});
			return {body: {paidBack: paid.map(presentSaving)}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members/{id}/leave/reverse',
		permission: 'saving:reverse',
		tag: 'savings',
		summary: 'Undoes that a member left: what was paid back is reversed, all of it.',
		params: ofMember,
		body: reversalBody,
		status: 200,
		response: z.strictObject({reversed: z.array(savingAnswer)}),
		handle: async (work: SavingsWork, {params, body}) => {
			const reversed = await undoLeaving(work, {...body, member: params.id});
			return {body: {reversed: reversed.map(presentSaving)}};
		},
	}),
];

const obligations: readonly Route<SavingsWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/savings/obligations',
		permission: 'saving:read',
		tag: 'savings',
		summary: 'What a cooperative asked of its members each month, from when on.',
		query: z.strictObject({cooperative: bookCode()}),
		status: 200,
		response: page(obligationAnswer),
		handle: async (work: SavingsWork, {query: {cooperative}}) => {
			await getCooperative(work, cooperative);
			const all = await work.savings.obligations(await getBook(work, cooperative));
			return {body: {items: all.map(presentObligation(cooperative)), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/savings/obligations',
		permission: 'saving:terms',
		tag: 'savings',
		summary: 'Sets the simpanan wajib of each month, from a month on; what was before stays.',
		body: obligationBody,
		status: 201,
		response: obligationAnswer,
		handle: async (work: SavingsWork, {body}) => ({
			body: presentObligation(body.cooperative)(await setObligation(work, body)),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/savings/behind',
		permission: 'saving:read',
		tag: 'savings',
		summary: 'Members who are behind with simpanan wajib at the end of a day.',
		description: 'A month is due on its last day; what was paid pays the oldest month first.',
		query: z.strictObject({cooperative: bookCode(), asOf: date().optional()}),
		status: 200,
		response: behindAnswer,
		handle: async (work: SavingsWork, {query: {cooperative, asOf = work.today()}}) => {
			const members = await readBehind(work, cooperative, asOf);
			return {body: presentBehind({cooperative, asOf}, members)};
		},
	}),
];

export const savingsRoutes: readonly Route<SavingsWork>[] = [
	...readings,
	...operations,
	...obligations,
];
