import {z} from 'zod';
import {readCursor} from '../../http/cursor.ts';
import {bookCode, page} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {getLoan} from '../../lending/index.ts';
import {
	type PortfolioQuestion,
	type ProvisioningWork,
	bookProvision,
	choosePolicy,
	getCooperativeBook,
	readClassifiedPortfolio,
	setManualClass,
} from '../index.ts';
import {
	choiceAnswer,
	choiceBody,
	manualClassAnswer,
	manualClassBody,
	ofLoan,
	policyAnswer,
	presentChoice,
	presentManualClass,
	presentOutcome,
	presentPolicy,
	presentRun,
	provisionAnswer,
	provisionBody,
	runAnswer,
} from './policy-contract.ts';
import {
	collectibilityAnswer,
	presentCollectibility,
	presentProvisioning,
	provisioningAnswer,
	reportPosition,
	reportQuery,
} from './report-contract.ts';

// As many loans as a page of any list may hold: whoever asks wants to see them all.
const rowsMax = 1000;

function toQuestion(
	work: ProvisioningWork,
	{asOf, knownAt, book, region, policy, cursor, limit = rowsMax}: z.output<typeof reportQuery>,
): PortfolioQuestion {
	const after = readCursor(cursor, reportPosition);
	return {
		asOf: asOf ?? work.today(),
		limit,
		...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
		...(book === undefined ? {} : {book}),
		...(region === undefined ? {} : {region}),
		...(policy === undefined ? {} : {policy}),
		...(after === undefined ? {} : {after}),
	};
}

const goesOn = 'The totals are those of all loans on every page; the rows go on with `nextCursor`.';

const reports: readonly Route<ProvisioningWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reports/collectibility',
		permission: 'report:read',
		tag: 'reports',
		summary: 'The class of every loan (kolektibilitas) under every policy at once.',
		description: goesOn,
		query: reportQuery,
		status: 200,
		response: collectibilityAnswer,
		handle: async (work: ProvisioningWork, {query, language}) => {
			const question = toQuestion(work, query);
			const portfolio = await readClassifiedPortfolio(work, question);
			return {body: presentCollectibility(work, question, portfolio, language)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reports/provisioning',
		permission: 'report:read',
		tag: 'reports',
		summary: 'What every policy requires as provision (penyisihan), and the net realisable value.',
		description: goesOn,
		query: reportQuery,
		status: 200,
		response: provisioningAnswer,
		handle: async (work: ProvisioningWork, {query, language}) => {
			const question = toQuestion(work, query);
			const portfolio = await readClassifiedPortfolio(work, question);
			return {body: presentProvisioning(work, question, portfolio, language)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/provision-policies',
		permission: 'programme:read',
		tag: 'provisions',
		summary: 'The policies with their classes and bands, each number with where it is from.',
		status: 200,
		response: page(policyAnswer),
		handle: async (work: ProvisioningWork) => {
			const versions = await work.provisioning.policyVersions();
			return {body: {items: versions.map(presentPolicy), nextCursor: null}};
		},
	}),
];

const manualClasses: readonly Route<ProvisioningWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/classes',
		permission: 'loan:read',
		tag: 'loans',
		summary: 'The classes that were set by hand, and their ends.',
		params: ofLoan,
		status: 200,
		response: page(manualClassAnswer),
		handle: async (work: ProvisioningWork, {params}) => {
			const {loan, book} = await getLoan(work, params.id);
			const records = await work.provisioning.manualClasses(book, loan.id);
			return {body: {items: records.map(presentManualClass), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/classes',
		permission: 'loan:classify',
		tag: 'loans',
		summary: 'Sets a class by hand that is worse than lateness says, or ends it.',
		params: ofLoan,
		body: manualClassBody,
		status: 201,
		response: manualClassAnswer,
		handle: async (work: ProvisioningWork, {params, body: {class: wanted, ...body}}) => {
			const named = wanted === undefined ? {} : {class: wanted};
			const record = await setManualClass(work, {...body, ...named, loan: params.id});
			return {body: presentManualClass(record)};
		},
	}),
];

const ofBook = z.strictObject({book: bookCode()});

const provisions: readonly Route<ProvisioningWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/provision-policies',
		permission: 'ledger:read',
		tag: 'provisions',
		summary: 'The policies that a cooperative has booked by, from which day each.',
		params: ofBook,
		status: 200,
		response: page(choiceAnswer),
		handle: async (work: ProvisioningWork, {params}) => {
			const book = await getCooperativeBook(work, params.book);
			const choices = await work.provisioning.choices(book);
			return {body: {items: choices.map(presentChoice), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/provision-policies',
		permission: 'provision:choose',
		tag: 'provisions',
		summary: 'Chooses the policy that a cooperative books its provisions by, from a day on.',
		params: ofBook,
		body: choiceBody,
		status: 201,
		response: choiceAnswer,
		handle: async (work: ProvisioningWork, {params, body}) => ({
			body: presentChoice(await choosePolicy(work, {...body, book: params.book})),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/provisions',
		permission: 'ledger:read',
		tag: 'provisions',
		summary: 'The provisions that were booked.',
		params: ofBook,
		status: 200,
		response: page(runAnswer),
		handle: async (work: ProvisioningWork, {params}) => {
			const book = await getCooperativeBook(work, params.book);
			const runs = await work.provisioning.runs(book);
			return {body: {items: runs.map(presentRun), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/provisions',
		permission: 'provision:book',
		tag: 'provisions',
		summary: "Books a month's provision: what is required less what is booked.",
		description: 'Run again for the same month it books only what has become different since.',
		params: ofBook,
		body: provisionBody,
		status: 200,
		response: provisionAnswer,
		handle: async (work: ProvisioningWork, {params, body}) => ({
			body: presentOutcome(await bookProvision(work, {...body, book: params.book})),
		}),
	}),
];

export const provisioningRoutes: readonly Route<ProvisioningWork>[] = [
	...reports,
	...manualClasses,
	...provisions,
];
