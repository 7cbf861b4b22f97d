import {z} from 'zod';
import {amount, amountText, bookCode, date, dateText, id} from '../../http/fields.ts';
import {fieldTexts} from '../../http/field-texts.ts';
import {refusalOf, toFindings} from '../../http/findings.ts';
import {type Route, route} from '../../http/route.ts';
import {type DomainError, type Language, type RefusalTexts, fill} from '../../kernel/errors.ts';
import type {GroupId, LoanId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {isPositive, sum, toText} from '../../kernel/money.ts';
import {type Book, getBook, ledgerTexts} from '../../ledger/index.ts';
import {
	type CollectedRow,
	type LendingWork,
	type SheetRow,
	collectSheet,
	dueOn,
	getGroup,
	lendingTexts,
	owedInAll,
	payLoans,
	totalDue,
} from '../index.ts';
import {ofGroup} from './group-routes.ts';
import {presentTotals, sheetAnswer} from './group-schemas.ts';
import {presentRepayment, repaymentAnswer} from './schemas.ts';
import {anyMethod, employer, wayFields, withoutGap} from './way-fields.ts';

const rowsMax = 1000;
/** A row takes about a hundred bytes. */
const bytesMax = 400_000;
const excess = z.enum(['refuse', 'deposit']).optional().meta({
	description: "Money beyond what is owed: refused without it, or kept as the member's deposit.",
});

const rowBody = z.strictObject({
	loan: id<LoanId>(),
	amount: amount(),
	excess,
	method: anyMethod.optional(),
	employer: employer().optional(),
});

const texts: RefusalTexts = {...fieldTexts, ...ledgerTexts, ...lendingTexts};

const findingAnswer = z.strictObject({code: z.string(), path: z.string(), message: z.string()});

const resultAnswer = z.discriminatedUnion('status', [
	z.strictObject({
		index: z.number(),
		status: z.literal('posted'),
		repayment: repaymentAnswer,
	}),
	z.strictObject({
		index: z.number(),
		status: z.literal('refused'),
		code: z.string(),
		findings: z.array(findingAnswer),
	}),
]);

/** What a row says, or what keeps it from being read. */
function readSheetRow(row: unknown): SheetRow | DomainError {
	const parsed = rowBody.safeParse(row);
	if (!parsed.success) return refusalOf(toFindings('', row, parsed.error.issues))!;
	const {excess: kept, method, ...read} = parsed.data;
	return {
		...withoutGap(read),
		...(method === undefined ? {} : {method}),
		...(kept === undefined ? {} : {excess: kept}),
	};
}

const presentRow =
	(language: Language) =>
	(row: CollectedRow, index: number): z.output<typeof resultAnswer> => {
		if (row.isPosted) return {index, status: 'posted', repayment: presentRepayment(row.repayment)};
		const {code, findings} = row.refusal;
		return {
			index,
			status: 'refused',
			code,
			findings: findings.map((finding) => ({
				code: finding.code,
				path: finding.path,
				message: fill(texts[finding.code]?.[language] ?? finding.code, finding.values),
			})),
		};
	};

/** Who owes what on a day: those of whom something is due, by the number of their loan. */
async function presentSheet(
	work: LendingWork,
	book: Book,
	on: LocalDate,
	group?: GroupId,
): Promise<z.output<typeof sheetAnswer>> {
	const loans = await work.groups.collectable(book, on, group);
	const asked = loans
		.map((facts) => ({facts, asks: dueOn(on, facts)}))
		.filter(({asks}) => isPositive(asks.total));
	return {
		cooperative: book.code,
		group: group ?? null,
		on,
		rows: asked.map(({facts, asks}) => ({
			loan: facts.loan.id,
			loanNumber: facts.loan.number,
			member: facts.loan.member,
			memberNumber: facts.memberNumber,
			name: facts.memberName,
			...presentTotals(asks),
			daysPastDue: asks.daysPastDue,
			outstanding: toText(owedInAll(facts)),
		})),
		totals: presentTotals(totalDue(asked.map(({asks}) => asks))),
	};
}

const sheets: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/collections/due',
		permission: 'loan:read',
		tag: 'collections',
		summary: 'Who owes what on a day: what is due on it and what is overdue.',
		query: z.strictObject({cooperative: bookCode(), on: date().optional()}),
		status: 200,
		response: sheetAnswer,
		handle: async (work: LendingWork, {query}) => {
			const book = await getBook(work, query.cooperative);
			return {body: await presentSheet(work, book, query.on ?? work.today())};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/groups/{id}/collection-sheet',
		permission: 'loan:read',
		tag: 'collections',
		summary: "The sheet of a group's meeting: what its members owe on a day.",
		params: ofGroup,
		query: z.strictObject({on: date().optional()}),
		status: 200,
		response: sheetAnswer,
		handle: async (work: LendingWork, {params, query}) => {
			const {group, book} = await getGroup(work, params.id);
			return {body: await presentSheet(work, book, query.on ?? work.today(), group.id)};
		},
	}),
];

const collections: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/collections',
		permission: 'loan:repay',
		tag: 'collections',
		summary: 'Posts a collection sheet of up to 1,000 rows, with a result for each.',
		description:
			'Each row is a payment on one loan, judged for itself as a single one is, with a receipt ' +
			'of its own; a refused row harms no other. One Idempotency-Key stands for the whole sheet.',
		body: z.strictObject({
			cooperative: bookCode(),
			paidOn: date(),
			...wayFields,
			rows: z.array(z.unknown()).min(1).max(rowsMax).meta({
				description: 'Each with loan, amount and, if wanted, excess, and method where it differs.',
			}),
		}),
		bytesMax,
		status: 200,
		response: z.strictObject({
			accepted: z.number(),
			refused: z.number(),
			collected: amountText(),
			results: z.array(resultAnswer),
		}),
		handle: async (work: LendingWork, {body, language}) => {
			const rows = await collectSheet(work, {
				...withoutGap(body),
				rows: body.rows.map(readSheetRow),
			});
			const posted = rows.flatMap((row) => (row.isPosted ? [row.repayment.amount] : []));
			return {
				body: {
					accepted: posted.length,
					refused: rows.length - posted.length,
					collected: toText(sum(posted)),
					results: rows.map(presentRow(language)),
				},
			};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members/{id}/payments',
		permission: 'loan:repay',
		tag: 'collections',
		summary: 'One payment over several loans of a member, with one receipt.',
		description: 'The oldest due instalment first, whichever loan it is of, or by named parts.',
		params: z.strictObject({id: id<MemberId>()}),
		body: z.strictObject({
			paidOn: date(),
			...wayFields,
			amount: amount(),
			excess,
			parts: z
				.array(z.strictObject({loan: id<LoanId>(), amount: amount()}))
				.min(1)
				.max(100)
				.optional()
				.meta({description: 'They sum to the amount.'}),
		}),
		status: 201,
		response: z.strictObject({
			receiptNumber: z.number(),
			paidOn: dateText(),
			amount: amountText(),
			repayments: z.array(repaymentAnswer),
		}),
		handle: async (work: LendingWork, {params, body: {excess: kept, parts, ...body}}) => {
			const repayments = await payLoans(work, {
				...withoutGap(body),
				member: params.id,
				...(kept === undefined ? {} : {excess: kept}),
				...(parts === undefined ? {} : {parts}),
			});
			return {
				body: {
					receiptNumber: repayments[0]!.receiptNumber,
					paidOn: body.paidOn,
					amount: toText(body.amount),
					repayments: repayments.map(presentRepayment),
				},
			};
		},
	}),
];

export const collectionRoutes: readonly Route<LendingWork>[] = [...sheets, ...collections];
