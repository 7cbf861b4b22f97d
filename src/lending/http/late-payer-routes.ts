import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	amount,
	amountText,
	bookCode,
	countText,
	date,
	dateText,
	id,
	maskedPhone,
	page,
	pageQuery,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import {
	type DemandLetter,
	type LendingWork,
	type PaymentPromise,
	type Reminder,
	type Visit,
	getLoan,
	issueLetter,
	metOptions,
	promiseState,
	recordPromise,
	recordVisit,
	reminderState,
} from '../index.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});
const daysDefault = 7;

const promiseStates = z.enum(['open', 'kept', 'broken']).meta({
	description: 'By what was repaid from the promise to the day it names, and by nothing else.',
});

const reminderAnswer = z.strictObject({
	loan: z.string(),
	cooperative: z.string(),
	number: z.number(),
	state: z.enum(['late', 'due-today', 'due-soon']),
	officer: z.string().nullable(),
	member: z.strictObject({id: z.string(), name: z.string(), phone: maskedPhone()}),
	owed: amountText(),
	daysPastDue: z.number(),
	overdue: amountText(),
	nextDue: z.strictObject({on: dateText(), amount: amountText()}).nullable(),
	promise: z
		.strictObject({
			payOn: dateText(),
			amount: amountText(),
			paid: amountText(),
			promisedBy: z.string(),
			state: promiseStates,
		})
		.nullable(),
	lastVisitOn: dateText().nullable(),
	lastLetter: z.strictObject({level: z.number(), issuedOn: dateText()}).nullable(),
});

const promiseAnswer = z.strictObject({
	number: z.number(),
	promisedOn: dateText(),
	payOn: dateText(),
	amount: amountText(),
	paid: amountText(),
	state: promiseStates,
	promisedBy: z.string(),
	note: z.string().nullable(),
	recordedBy: z.string(),
});

const visitAnswer = z.strictObject({
	number: z.number(),
	visitedOn: dateText(),
	visitor: z.string(),
	met: z.enum(metOptions),
	found: z.string(),
	recordedBy: z.string(),
});

const letterAnswer = z.strictObject({
	number: z.number(),
	level: z.number(),
	issuedOn: dateText(),
	daysPastDue: z.number(),
	overdue: amountText(),
	delivery: z.string(),
	recordedBy: z.string(),
});

const presentReminder =
	(on: LocalDate) =>
	({book, promise, ...reminder}: Reminder): z.output<typeof reminderAnswer> => ({
		...reminder,
		cooperative: book,
		state: reminderState(reminder, on),
		officer: reminder.officer ?? null,
		member: {...reminder.member, phone: reminder.member.phone ?? null},
		owed: toText(reminder.owed),
		overdue: toText(reminder.overdue),
		nextDue: reminder.nextDue
			? {...reminder.nextDue, amount: toText(reminder.nextDue.amount)}
			: null,
		promise: promise
			? {
					...promise,
					amount: toText(promise.amount),
					paid: toText(promise.paid),
					state: promiseState(promise, on),
				}
			: null,
		lastVisitOn: reminder.lastVisitOn ?? null,
		lastLetter: reminder.lastLetter ?? null,
	});

const presentPromise = (
	{loan: _, ...promise}: PaymentPromise,
	on: LocalDate,
): z.output<typeof promiseAnswer> => ({
	...promise,
	amount: toText(promise.amount),
	paid: toText(promise.paid),
	state: promiseState(promise, on),
	note: promise.note ?? null,
});

const presentVisit = ({loan: _, ...visit}: Visit): z.output<typeof visitAnswer> => visit;

const presentLetter = ({loan: _, ...letter}: DemandLetter): z.output<typeof letterAnswer> => ({
	...letter,
	overdue: toText(letter.overdue),
});

const chasePages: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/collections/reminders',
		permission: 'member:read',
		tag: 'late payers',
		summary: 'Whom to speak to: loans that are late on a day or fall due within days of it.',
		query: z.strictObject({
			cooperative: bookCode().optional(),
			on: date().optional().meta({description: 'Today without it.'}),
			days: countText({min: 0, max: 366}).optional().meta({description: '7 without it.'}),
			...pageQuery,
		}),
		status: 200,
		response: page(reminderAnswer),
		handle: async (work: LendingWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative, days = daysDefault} = query;
			const on = query.on ?? work.today();
			const after = readCursor(cursor, z.object({book: z.string(), number: z.int()}));
			const reminders = await work.latePayers.reminders({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(after === undefined ? {} : {after}),
				on,
				days,
				limit: limit + 1,
			});
			const position = ({book, number}: Reminder) => ({book, number});
			return {body: toPage(reminders, limit, presentReminder(on), position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/collection',
		permission: 'member:read',
		tag: 'late payers',
		summary: 'What was promised, found and demanded of a loan.',
		params: ofLoan,
		status: 200,
		response: z.strictObject({
			promises: z.array(promiseAnswer),
			visits: z.array(visitAnswer),
			letters: z.array(letterAnswer),
		}),
		handle: async (work: LendingWork, {params}) => {
			const {loan, book} = await getLoan(work, params.id);
			const today = work.today();
			const promises = await work.latePayers.promises(book, loan.id, today);
			const visits = await work.latePayers.visits(book, loan.id);
			const letters = await work.latePayers.letters(book, loan.id);
			return {
				body: {
					promises: promises.map((promise) => presentPromise(promise, today)),
					visits: visits.map(presentVisit),
					letters: letters.map(presentLetter),
				},
			};
		},
	}),
];

const chaseSteps: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/promises',
		permission: 'collection:record',
		tag: 'late payers',
		summary: 'Records a promise to pay; the repayments tell whether it was kept.',
		params: ofLoan,
		body: z.strictObject({
			promisedOn: date(),
			payOn: date(),
			amount: amount(),
			promisedBy: text({max: 100}),
			note: text({max: 500}).optional(),
		}),
		status: 201,
		response: promiseAnswer,
		handle: async (work: LendingWork, {params, body: {note, ...body}}) => {
			const promise = await recordPromise(work, {
				...body,
				...(note === undefined ? {} : {note}),
				loan: params.id,
			});
			return {body: presentPromise(promise, work.today())};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/visits',
		permission: 'collection:record',
		tag: 'late payers',
		summary: 'Records a visit: who went, whom they met, what they found.',
		params: ofLoan,
		body: z.strictObject({
			visitedOn: date(),
			visitor: text({max: 100}),
			met: z.enum(metOptions),
			found: text({max: 1000}),
		}),
		status: 201,
		response: visitAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentVisit(await recordVisit(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/letters',
		permission: 'collection:record',
		tag: 'late payers',
		summary: 'Numbers the next demand letter, the first, second or third of this lateness.',
		params: ofLoan,
		body: z.strictObject({issuedOn: date(), delivery: text({max: 200})}),
		status: 201,
		response: letterAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentLetter(await issueLetter(work, {...body, loan: params.id})),
		}),
	}),
];

/** The collector's work. */
export const latePayerRoutes: readonly Route<LendingWork>[] = [...chasePages, ...chaseSteps];
