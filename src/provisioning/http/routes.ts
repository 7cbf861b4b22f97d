import {z} from 'zod';
import {bookCode, page} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {getLoan} from '../../lending/index.ts';
import {
	type ProvisioningWork,
	bookProvision,
	choosePolicy,
	getCooperativeBook,
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
const policies: readonly Route<ProvisioningWork>[] = [
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
	...policies,
	...manualClasses,
	...provisions,
];
