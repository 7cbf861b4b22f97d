import {z} from 'zod';
import {
	accountCode,
	amountText,
	bookCode,
	date,
	dateText,
	id,
	page,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {BankAccountId} from '../../kernel/ids.ts';
import {sum, toText} from '../../kernel/money.ts';
import {getBook} from '../../ledger/index.ts';
import {
	type BankAccount,
	type BankingWork,
	type Reconciliation,
	type Unmatched,
	endOf,
	getBankAccount,
	openBankAccount,
	readUnmatched,
	reconcileAccount,
} from '../index.ts';

const inBook = z.strictObject({book: bookCode()});
export const ofAccount = z.strictObject({book: bookCode(), bankAccount: id<BankAccountId>()});
const onDay = z.strictObject({asOf: date().optional()});

const accountBody = z.strictObject({
	account: accountCode().meta({description: 'The account of the book that it is.'}),
	bank: text({max: 60}).meta({examples: ['BRI']}),
	accountNumber: z
		.string()
		.regex(/^\d{5,34}$/)
		.meta({description: 'Digits only. Personal data: lists show its last four.'}),
	openedOn: date().meta({
		description:
			'From which day on bank and ledger are compared; what was before is where they begin.',
	}),
});

const accountAnswer = z.strictObject({
	id: z.string(),
	book: z.string(),
	account: z.string(),
	bank: z.string(),
	accountNumber: z.string(),
	openedOn: dateText(),
	recordedBy: z.string(),
});

const presentAccount = (one: BankAccount): z.output<typeof accountAnswer> => ({
	id: one.id,
	book: one.book,
	account: one.account,
	bank: one.bank,
	accountNumber: one.accountNumber,
	openedOn: one.openedOn,
	recordedBy: one.recordedBy,
});

const presentListed = (one: BankAccount): z.output<typeof accountAnswer> => ({
	...presentAccount(one),
	accountNumber: endOf(one.accountNumber),
});

const meta = {
	book: z.string(),
	bankAccount: z.string(),
	account: z.string(),
	asOf: dateText(),
};

const days = z.number().meta({description: 'For how many days it has been waiting.'});

const onlyOneSide = {
	onlyInStatement: z
		.array(
			z.strictObject({
				row: z.string(),
				bookedOn: dateText(),
				amount: amountText().meta({description: 'Above zero what came in.'}),
				reference: z.string(),
				description: z.string(),
				days,
			}),
		)
		.meta({description: 'In the statement and not in the ledger.'}),
	onlyInLedger: z
		.array(
			z.strictObject({
				entry: z.number(),
				line: z.number(),
				effectiveOn: dateText(),
				amount: amountText().meta({description: 'Above zero what came in.'}),
				document: z.string(),
				reason: z.string(),
				days,
			}),
		)
		.meta({description: 'In the ledger and not in the statement.'}),
};

const unmatchedAnswer = z.strictObject({
	meta: z.strictObject(meta),
	...onlyOneSide,
	totals: z.strictObject({onlyInStatement: amountText(), onlyInLedger: amountText()}),
});

const presentMeta = (account: BankAccount, asOf: string) => ({
	book: account.book,
	bankAccount: account.id,
	account: account.account,
	asOf,
});

const presentSides = ({rows, lines}: Unmatched) => ({
	onlyInStatement: rows.map(({id: row, bookedOn, amount, reference, description, days: age}) => ({
		row,
		bookedOn,
		amount: toText(amount),
		reference,
		description,
		days: age,
	})),
	onlyInLedger: lines.map(({entry, line, effectiveOn, amount, document, reason, days: age}) => ({
		entry,
		line,
		effectiveOn,
		amount: toText(amount),
		document,
		reason,
		days: age,
	})),
});

const presentUnmatched = ({
	account,
	...unmatched
}: Unmatched & {readonly account: BankAccount}): z.output<typeof unmatchedAnswer> => ({
	meta: presentMeta(account, unmatched.asOf),
	...presentSides(unmatched),
	totals: {
		onlyInStatement: toText(sum(unmatched.rows.map(({amount}) => amount))),
		onlyInLedger: toText(sum(unmatched.lines.map(({amount}) => amount))),
	},
});

const gapAnswer = z.strictObject({
	after: z.number().meta({description: 'The number of the statement that ends too early.'}),
	closing: amountText(),
	before: z.number().meta({description: 'The number of the one that begins elsewhere.'}),
	opening: amountText(),
	difference: amountText(),
});

const reconciliationAnswer = z.strictObject({
	meta: z.strictObject({
		...meta,
		statementUpTo: dateText().meta({
			description: 'Earlier than the day where no statement has it.',
		}),
	}),
	...onlyOneSide,
	gaps: z.array(gapAnswer).meta({description: 'Where something is missing between statements.'}),
	totals: z.strictObject({
		ledgerBalance: amountText(),
		onlyInStatement: amountText(),
		onlyInLedger: amountText(),
		adjusted: amountText().meta({
			description: 'The ledger, with what only the statement has, less what only the ledger has.',
		}),
		statementBalance: amountText(),
		difference: amountText().meta({
			description:
				'The statement less that: zero, or what stood between the two before the first statement ' +
				'(openingDifference) and what is missing between statements (gaps).',
		}),
		openingDifference: amountText(),
	}),
});

const presentReconciliation = (
	one: Reconciliation & {readonly account: BankAccount},
): z.output<typeof reconciliationAnswer> => ({
	meta: {...presentMeta(one.account, one.asOf), statementUpTo: one.statementUpTo},
	...presentSides(one.unmatched),
	gaps: one.gaps.map(({before, after, opening, difference}) => ({
		after: before.number,
		closing: toText(before.closing),
		before: after.number,
		opening: toText(opening),
		difference: toText(difference),
	})),
	totals: {
		ledgerBalance: toText(one.ledgerBalance),
		onlyInStatement: toText(one.onlyInStatement),
		onlyInLedger: toText(one.onlyInLedger),
		adjusted: toText(one.adjusted),
		statementBalance: toText(one.statementBalance),
		difference: toText(one.difference),
		openingDifference: toText(one.openingDifference),
	},
});

const records: readonly Route<BankingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-accounts',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'Which accounts of a book are which accounts at a bank; of numbers the last four.',
		params: inBook,
		status: 200,
		response: page(accountAnswer),
		handle: async (work: BankingWork, {params}) => {
			const all = await work.banking.listBankAccounts(await getBook(work, params.book));
			return {body: {items: all.map(presentListed), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/bank-accounts',
		permission: 'bank:account',
		tag: 'banking',
		summary: 'Says of an account of the book which account at a bank it is.',
		params: inBook,
		body: accountBody,
		status: 201,
		response: accountAnswer,
		handle: async (work: BankingWork, {params, body}) => ({
			body: presentAccount(await openBankAccount(work, {...body, book: params.book})),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-accounts/{bankAccount}',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'One bank account, with its whole number.',
		params: ofAccount,
		status: 200,
		response: accountAnswer,
		handle: async (work: BankingWork, {params}) => {
			const {account} = await getBankAccount(work, params.book, params.bankAccount);
			return {body: presentAccount(account)};
		},
	}),
];

const readings: readonly Route<BankingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-accounts/{bankAccount}/unmatched',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'What only the bank or only the ledger has at the end of a day, with its age.',
		params: ofAccount,
		query: onDay,
		status: 200,
		response: unmatchedAnswer,
		handle: async (work: BankingWork, {params, query: {asOf}}) => {
			const question = {...params, ...(asOf === undefined ? {} : {asOf})};
			return {body: presentUnmatched(await readUnmatched(work, question))};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-accounts/{bankAccount}/reconciliation',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'The bank reconciliation of a day: ledger and statement, and all between them.',
		params: ofAccount,
		query: onDay,
		status: 200,
		response: reconciliationAnswer,
		handle: async (work: BankingWork, {params, query: {asOf}}) => {
			const question = {...params, ...(asOf === undefined ? {} : {asOf})};
			return {body: presentReconciliation(await reconcileAccount(work, question))};
		},
	}),
];

export const accountRoutes: readonly Route<BankingWork>[] = [...records, ...readings];
