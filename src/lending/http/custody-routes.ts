import {z} from 'zod';
import {
	amount,
	amountText,
	bookCode,
	countText,
	date,
	dateText,
	id,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId, MemberId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {
	type Death,
	type LendingWork,
	loanStatuses,
	recordDeath,
	recordLoss,
	reverseLoss,
	revokeDeath,
	transferLoan,
} from '../index.ts';
import {loanAnswer, presentLoan} from './schemas.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});
const ofMember = z.strictObject({id: id<MemberId>()});

const deathAnswer = z.strictObject({
	member: z.string(),
	diedOn: dateText(),
	document: z.string(),
	recordedBy: z.string(),
});

const listedAnswer = deathAnswer.extend({
	cooperative: z.string(),
	memberName: z.string(),
	loans: z.array(
		z.strictObject({
			loan: z.string(),
			number: z.number(),
			status: z.enum(loanStatuses),
			owed: amountText().meta({
				description: 'With the margin; of a written-off loan what is left.',
			}),
		}),
	),
});

const presentDeath = ({
	member,
	diedOn,
	document,
	recordedBy,
}: Death): z.output<typeof deathAnswer> => ({member, diedOn, document, recordedBy});

const deaths: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members/{id}/death',
		permission: 'member:write',
		tag: 'members',
		summary: 'Records that a member died: their loans tell it, and nobody is reminded.',
		params: ofMember,
		body: z.strictObject({diedOn: date(), document: text({max: 100})}),
		status: 201,
		response: deathAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentDeath(await recordDeath(work, {...body, member: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members/{id}/death/revoke',
		permission: 'loan:assign',
		tag: 'members',
		summary: 'Takes the record of a death back that was a mistake.',
		params: ofMember,
		body: z.strictObject({reason: text({max: 500})}),
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await revokeDeath(work, {...body, member: params.id});
			return {};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/member-deaths',
		permission: 'member:read',
		tag: 'members',
		summary: 'Members who died, with the loans that they left open.',
		query: z.strictObject({cooperative: bookCode().optional()}),
		status: 200,
		response: z.strictObject({items: z.array(listedAnswer)}),
		handle: async (work: LendingWork, {query}) => {
			const found = await work.loanLife.listDeaths(query.cooperative);
			const items = found.map(({book, memberName, loans, ...death}) => ({
				...presentDeath(death),
				cooperative: book,
				memberName,
				loans: loans.map((loan) => ({...loan, owed: toText(loan.owed)})),
			}));
			return {body: {items}};
		},
	}),
];

/** Who looks after a loan, what becomes of it when its member dies, and capital that is lost. */
export const loanCustodyRoutes: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/officer',
		permission: 'loan:assign',
		tag: 'loans',
		summary: 'Gives a loan into the hands of another officer.',
		params: ofLoan,
		body: z.strictObject({officer: text({max: 100}), on: date(), reason: text({max: 500})}),
		status: 200,
		response: loanAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentLoan(await transferLoan(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/losses',
		permission: 'loan:write-off',
		tag: 'loans',
		summary:
			"Capital of a mudharabah or musyarakah that was lost, not by the partner's fault; not by the person who applied.",
		params: ofLoan,
		body: z.strictObject({
			lostOn: date(),
			amount: amount(),
			reason: text({max: 500}),
			document: text({max: 100}),
		}),
		status: 201,
		response: z.strictObject({entry: z.number(), left: amountText()}),
		handle: async (work: LendingWork, {params, body}) => {
			const {entryNumber, left} = await recordLoss(work, {...body, loan: params.id});
			return {body: {entry: entryNumber, left}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/losses/{entry}/reverse',
		permission: 'loan:reverse',
		tag: 'loans',
		summary: 'Takes a loss back: the capital is owed again.',
		params: ofLoan.extend({entry: countText({min: 1, max: 999_999_999})}),
		body: z.strictObject({
			effectiveOn: date(),
			reason: text({max: 500}),
			document: text({max: 100}),
		}),
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await reverseLoss(work, {...body, loan: params.id, entry: params.entry});
			return {};
		},
	}),
	...deaths,
];
