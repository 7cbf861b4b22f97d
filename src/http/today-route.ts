import {z} from 'zod';
import type {LocalDate} from '../kernel/local-date.ts';
import {dateText} from './fields.ts';
import {type Route, route} from './route.ts';

/** What tells which day it is, and where days of account begin and end. */
export type DayWork = {readonly today: () => LocalDate; readonly timeZone: string};

/** Which day it is for the service: a device may believe another. */
export const todayRoute: Route<DayWork> = route({
	kind: 'open',
	method: 'GET',
	path: '/v1/today',
	permission: 'self',
	tag: 'service',
	summary: 'The day of account that it is for the service; a device may believe another.',
	status: 200,
	response: z.strictObject({today: dateText(), timeZone: z.string()}),
	handle: async (work: DayWork) => ({
		body: {today: work.today(), timeZone: work.timeZone},
	}),
});
