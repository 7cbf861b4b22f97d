import {limitDefault, readCursor} from '../../http/cursor.ts';
import {type Route, route} from '../../http/route.ts';
import {type ReportWork, readExplanation} from '../index.ts';
import {
	explanationAnswer,
	explanationParams,
	explanationPosition,
	explanationQuery,
	presentExplanation,
} from './explanation-contract.ts';

export const explanationRoutes: readonly Route<ReportWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/accounts/{code}/explain',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'What stands behind the balance of an account.',
		description:
			'The opening, what moved it since and every entry behind it; the assertions it was held ' +
			'against, the closings that froze it, and its place in the chain.',
		params: explanationParams,
		query: explanationQuery,
		status: 200,
		response: explanationAnswer,
		handle: async (work: ReportWork, {params, query, language}) => {
			const {asOf = work.today(), knownAt, fund, loan, cursor, limit = limitDefault} = query;
			const position = readCursor(cursor, explanationPosition);
			const axes = {asOf, ...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)})};
			const explained = await readExplanation(work, {
				...axes,
				book: params.book,
				account: params.code,
				limit,
				...(fund === undefined ? {} : {fund}),
				...(loan === undefined ? {} : {loan}),
				...(position === undefined ? {} : {position}),
			});
			return {body: presentExplanation(work, axes, explained, language)};
		},
	}),
];
