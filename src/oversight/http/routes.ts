import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {page} from '../../http/fields.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import {
	type OversightWork,
	assignFinding,
	confirmClosing,
	declineClosing,
	getFinding,
	moveDueDate,
	noteOnFinding,
	proposeClosing,
	raiseByHand,
	readFindingsReport,
	reopenFinding,
	setAddress,
} from '../index.ts';
import {presentReport, reportAnswer, reportPosition, reportQuery} from './report-contract.ts';
import {layFindings} from './report-sheet.ts';
import {
	addressAnswer,
	addressBody,
	assignmentBody,
	dueDateBody,
	findingAnswer,
	findingWithSteps,
	findingsPosition,
	findingsQuery,
	judgementBody,
	newFinding,
	noteBody,
	ofFinding,
	policyAnswer,
	positionOf,
	presentAddress,
	presentFinding,
	presentPolicy,
	presentSteps,
	proposalBody,
	reopeningBody,
} from './schemas.ts';

const tag = 'findings';

const readings: readonly Route<OversightWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/findings',
		permission: 'finding:read',
		tag,
		summary: 'Audit findings, the longest overdue first and the closed ones last.',
		query: findingsQuery,
		status: 200,
		response: page(findingAnswer),
		handle: async (work: OversightWork, {query}) => {
			const {cursor, limit = limitDefault, overdue, ...filters} = query;
			const after = readCursor(cursor, findingsPosition);
			const today = work.today();
			const findings = await work.findings.listFindings({
				...Object.fromEntries(Object.entries(filters).filter(([, wanted]) => wanted !== undefined)),
				...(overdue === undefined ? {} : {overdue: {on: today, is: overdue === 'true'}}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			return {body: toPage(findings, limit, presentFinding(today), positionOf)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/findings/policy',
		permission: 'finding:read',
		tag,
		summary: 'How long a finding may take and who may close it, by severity; every version.',
		status: 200,
		response: page(policyAnswer),
		handle: async (work: OversightWork) => ({
			body: {items: (await work.findings.policies()).map(presentPolicy), nextCursor: null},
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/findings/addresses',
		permission: 'finding:address',
		tag,
		summary: 'Where the institution of each level is written to, the last one being in force.',
		status: 200,
		response: page(addressAnswer),
		handle: async (work: OversightWork) => {
			const addresses = await work.mails.addresses(work.scope);
			return {body: {items: addresses.map(presentAddress), nextCursor: null}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/findings/{id}',
		permission: 'finding:read',
		tag,
		summary: 'One audit finding with every step of it.',
		params: ofFinding,
		status: 200,
		response: findingWithSteps,
		handle: async (work: OversightWork, {params}) => {
			const finding = await getFinding(work, params.id);
			const steps = await work.findings.stepsOf(finding);
			return {body: presentSteps(work.today(), finding, steps)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reports/findings',
		permission: 'finding:read',
		tag: 'reports',
		summary: 'What was not closed at the end of a day, the longest overdue first.',
		description: 'The totals are those of all findings; the rows go on with `nextCursor`.',
		query: reportQuery,
		status: 200,
		...laidOut(reportAnswer, layFindings),
		handle: async (work: OversightWork, {query, language, isWhole}) => {
			const {
				cursor,
				limit = isWhole ? wholeMax : limitDefault,
				asOf = work.today(),
				book,
				region,
			} = query;
			const after = readCursor(cursor, reportPosition);
			const question = {
				asOf,
				...(book === undefined ? {} : {book}),
				...(region === undefined ? {} : {region}),
			};
			const page = {limit, ...(after === undefined ? {} : {after})};
			const report = await readFindingsReport(work, {...question, ...page});
			return {body: presentReport(work, {...question, limit}, report, language)};
		},
	}),
];

// The whole register of a city on one sheet; whoever has more asks by region.
const wholeMax = 100_000;

const present = (work: OversightWork) => presentFinding(work.today());

const operations: readonly Route<OversightWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/findings',
		permission: 'finding:raise',
		tag,
		summary: 'Raises what a person found; while the same is not closed, answers with that.',
		body: newFinding,
		status: 201,
		response: findingAnswer,
		handle: async (work: OversightWork, {body: {owner, ...draft}}) => ({
			body: present(work)(
				await raiseByHand(work, {...draft, ...(owner === undefined ? {} : {owner})}),
			),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/findings/{id}/assign',
		permission: 'finding:assign',
		tag,
		summary: 'Gives a finding to a user who has to clear it up.',
		params: ofFinding,
		body: assignmentBody,
		status: 200,
		response: findingAnswer,
		handle: async (work: OversightWork, {params, body}) => ({
			body: present(work)(await assignFinding(work, {...body, finding: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/findings/{id}/notes',
		permission: 'finding:work',
		tag,
		summary: 'Adds what was done or seen.',
		params: ofFinding,
		body: noteBody,
		status: 200,
		response: findingAnswer,
		handle: async (work: OversightWork, {params, body}) => ({
			body: present(work)(await noteOnFinding(work, {...body, finding: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/findings/{id}/close',
		permission: 'finding:work',
		tag,
		summary: 'The owner proposes the closing, with a note and evidence.',
		params: ofFinding,
		body: proposalBody,
		status: 200,
		response: findingAnswer,
		handle: async (work: OversightWork, {params, body}) => ({
			body: present(work)(await proposeClosing(work, {...body, finding: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/findings/{id}/confirm-closing',
		permission: 'finding:close',
		tag,
		summary: 'Another person than the owner closes it, as far as the policy lets them.',
		params: ofFinding,
		body: judgementBody,
		status: 200,
		response: findingAnswer,
		handle: async (work: OversightWork, {params, body}) => ({
			body: present(work)(await confirmClosing(work, {...body, finding: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/findings/{id}/decline-closing',
		permission: 'finding:close',
		tag,
		summary: 'Another person than the owner says that it is not cleared up.',
		params: ofFinding,
		body: judgementBody,
		status: 200,
		response: findingAnswer,
		handle: async (work: OversightWork, {params, body}) => ({
			body: present(work)(await declineClosing(work, {...body, finding: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/findings/{id}/reopen',
		permission: 'finding:reopen',
		tag,
		summary: 'Opens a closed finding again, with a new due date by the policy.',
		params: ofFinding,
		body: reopeningBody,
		status: 200,
		response: findingAnswer,
		handle: async (work: OversightWork, {params, body}) => ({
			body: present(work)(await reopenFinding(work, {...body, finding: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/findings/{id}/due-date',
		permission: 'finding:postpone',
		tag,
		summary: 'Moves the due date, for a reason.',
		params: ofFinding,
		body: dueDateBody,
		status: 200,
		response: findingAnswer,
		handle: async (work: OversightWork, {params, body}) => ({
			body: present(work)(await moveDueDate(work, {...body, finding: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/findings/addresses',
		permission: 'finding:address',
		tag,
		summary: 'Says where the institution of a level is written to, from now on.',
		body: addressBody,
		status: 201,
		response: addressAnswer,
		handle: async (work: OversightWork, {body}) => ({
			body: presentAddress(await setAddress(work, body)),
		}),
	}),
];

export const oversightRoutes: readonly Route<OversightWork>[] = [...readings, ...operations];
