import {readCursor} from '../../http/cursor.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import {
	type ReportWork,
	type Restatement,
	type RestatementPosition,
	readRestatement,
} from '../index.ts';
import {
	presentRestatement,
	restatementAnswer,
	restatementPosition,
	restatementQuery,
} from './restatement-contract.ts';
import {layRestatement} from './restatement-sheet.ts';

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
		...laidOut(restatementAnswer, layRestatement),
		handle: async (work: ReportWork, {query, language, isWhole}) => {
			const {book, from, to, since, knownAt, cursor, limit = limitMax} = query;
			const position = readCursor(cursor, restatementPosition);
			const axes = {
				from,
				to,
				since: new Date(since),
				...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
			};
			const read = async (from: RestatementPosition | undefined) =>
				readRestatement(work, {
					...axes,
					book,
					limit,
					...(from === undefined ? {} : {position: from}),
				});
			const page = await read(position);
			const report = isWhole ? await withAllEntries(page, read) : page;
			return {body: presentRestatement(work, axes, report, language)};
		},
	}),
];

/** All pages as one. */
async function withAllEntries(
	first: Restatement,
	read: (position: RestatementPosition) => Promise<Restatement>,
): Promise<Restatement> {
	const entries = [...first.entries];
	for (let {next} = first; next !== undefined;) {
		const page = await read(next);
		entries.push(...page.entries);
		({next} = page);
	}
	const {next: _, ...whole} = first;
	return {...whole, entries};
}
