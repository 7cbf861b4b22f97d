import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {page} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {type ChoreWork, readChores, readRuns} from '../index.ts';
import {
	choreAnswer,
	presentChore,
	presentRun,
	runAnswer,
	runPosition,
	runsQuery,
} from './contract.ts';

const common = {kind: 'read', method: 'GET', permission: 'chore:read', tag: 'chores'} as const;

export const choreRoutes: readonly Route<ChoreWork>[] = [
	route({
		...common,
		path: '/v1/chores',
		summary: 'What the service does by itself: how each chore stands, and what is due.',
		status: 200,
		response: page(choreAnswer),
		handle: async (work: ChoreWork) => ({
			body: {
				items: (await readChores(work)).map((one) => presentChore(one, work.scope)),
				nextCursor: null,
			},
		}),
	}),
	route({
		...common,
		path: '/v1/chores/runs',
		summary: 'The runs of the chores, the latest day first.',
		query: runsQuery,
		status: 200,
		response: page(runAnswer),
		handle: async (work: ChoreWork, {query}) => {
			const {cursor, limit = limitDefault, chore, state} = query;
			const after = readCursor(cursor, runPosition);
			const runs = await readRuns(work, {
				limit,
				...(chore === undefined ? {} : {chore}),
				...(state === undefined ? {} : {state}),
				...(after === undefined ? {} : {after}),
			});
			const position = ({day, chore: name}: (typeof runs)[number]) => ({day, chore: name});
			const present = (run: (typeof runs)[number]) => presentRun(run, work.scope);
			return {body: toPage(runs, limit, present, position)};
		},
	}),
];
