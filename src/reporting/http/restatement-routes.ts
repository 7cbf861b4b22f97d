import {readCursor} from '../../http/cursor.ts';
import {type Route, route} from '../../http/route.ts';
import {type ReportWork, readRestatement} from '../index.ts';
import {
	presentRestatement,
	restatementAnswer,
	restatementPosition,
	restatementQuery,
} from './restatement-contract.ts';

// As many entries as a page of any list may hold: whoever asks wants to see them all.
const limitMax = 1000;

export const restatementRoutes: readonly Route<ReportWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reports/restatement',
		permission: 'report:read',
		tag: 'reports',
		summary: 'What changed for a period since a moment, entry by entry, by whom and why.',
		description:
			'The accounts are complete on every page; the entries go on with `nextCursor`, and later ' +
			'pages tell of the same books as the first.',
		query: restatementQuery,
		status: 200,
		response: restatementAnswer,
		handle: async (work: ReportWork, {query, language}) => {
			const {book, from, to, since, knownAt, cursor, limit = limitMax} = query;
			const position = readCursor(cursor, restatementPosition);
			const axes = {
				from,
				to,
				since: new Date(since),
				...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
			};
			const report = await readRestatement(work, {
				...axes,
				book,
				limit,
				...(position === undefined ? {} : {position}),
			});
			return {body: presentRestatement(work, axes, report, language)};
		},
	}),
];
