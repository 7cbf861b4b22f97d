import type {LoanId, RepaymentId, SavingMovementId} from '../../kernel/ids.ts';
import {localDate} from '../../kernel/local-date.ts';
import {add, compare, rupiah, subtract, toText, zero} from '../../kernel/money.ts';
import {
	type Akad,
	type PeriodUnit,
	applyForLoan,
	approveLoan,
	disburseLoan,
	getLoan,
	recordRepayment,
	reverseLoanOperation,
} from '../../lending/index.ts';
import {type SavingProduct, depositSaving, reverseSaving} from '../../savings/index.ts';
import {refuse} from '../errors.ts';
import {type ImportFinding, found} from '../finding.ts';
import type {ImportWork, NumberedRow} from '../ports.ts';
import {keyOf} from '../row-key.ts';
import {memberOf, parentTarget, undoDay} from './person-steps.ts';
import type {RowSteps, StepContext} from './step.ts';

type Method = 'cash' | 'bank';

/** What every reversal of an import says. */
const reversalOf = (context: StepContext) => ({
	effectiveOn: undoDay(context),
	reason: context.one.undo!.reason,
	document: context.one.undo!.document,
});

export const savingSteps: RowSteps = {
	async post(context, {values}) {
		const work = context.as(context.maker);
		const member = await memberOf(context, work, values.member!);
		const saving = await depositSaving(work, {
			member: member.id,
			product: values.product as SavingProduct,
			effectiveOn: localDate(values.effectiveOn!),
			amount: rupiah(values.amount!),
			method: values.method as Method,
		});
		return saving.id;
	},
	async undo(context, {target}) {
		await reverseSaving(context.as(context.checker), {
			saving: target as SavingMovementId,
			...reversalOf(context),
		});
	},
};

/**
 * A running loan as it came about: applied for by whoever uploaded it, approved by whoever approves
 * the import, disbursed, and every payment on its day. So lateness is what it really is.
 */
export const loanSteps: RowSteps = {
	post: async (context, row) => (row.part === 'loans' ? lendAs(context, row) : payAs(context, row)),
	async undo(context, {part, target, ...row}) {
		const work = context.as(context.checker);
		if (part === 'loans') {
			await reverseLoanOperation(work, {loan: target as LoanId, ...reversalOf(context)});
			return;
		}
		const loan = (await parentTarget(context, work, {part, ...row})) as LoanId;
		const repayment = target as RepaymentId;
		await reverseLoanOperation(work, {loan, repayment, ...reversalOf(context)});
	},
	async proof(context, rows) {
		const findings: ImportFinding[] = [];
		const work = context.as(context.maker);
		for (const row of rows) findings.push(...(await remainingFindings(context, work, row)));
		return findings;
	},
};

async function lendAs(context: StepContext, {values}: NumberedRow): Promise<string> {
	const {as, maker, checker, one, book} = context;
	const work = as(maker);
	const member = await memberOf(context, work, values.member!);
	const funds = await work.imports.fundsByAgreement(book);
	const disbursedOn = localDate(values.disbursedOn!);
	const {product, firstDueOn} = values;
	const loan = await applyForLoan(work, {
		member: member.id,
		allocation: funds.get(values.fund!)!,
		akad: values.akad as Akad,
		purpose: values.purpose!,
		principal: rupiah(values.principal!),
		margin: values.margin === undefined ? zero : rupiah(values.margin),
		instalments: Number.parseInt(values.instalments!, 10),
		periodUnit: values.unit as PeriodUnit,
		periodEvery: Number.parseInt(values.every ?? '1', 10),
		appliedOn: localDate(values.appliedOn ?? disbursedOn),
		...(product === undefined ? {} : {product}),
		...(firstDueOn === undefined ? {} : {firstDueOn: localDate(firstDueOn)}),
	});
	const reason = `Pembiayaan berjalan ${values.loan!}, impor ${one.id}`;
	await approveLoan(as(checker), {loan: loan.id, decidedOn: disbursedOn, reason});
	await disburseLoan(work, {loan: loan.id, disbursedOn, document: values.loan!});
	return loan.id;
}

async function payAs(context: StepContext, row: NumberedRow): Promise<string> {
	const work = context.as(context.maker);
	const {values} = row;
	const loan = await parentTarget(context, work, row);
	if (loan === undefined) {
		throw refuse('imports/loan-unknown', {value: values.loan!, expected: 'Pembiayaan'}, 'loan');
	}
	const repayment = await recordRepayment(work, {
		loan: loan as LoanId,
		paidOn: localDate(values.paidOn!),
		amount: rupiah(values.amount!),
		method: values.method as Method,
	});
	return repayment.id;
}

/** What the old books say is left of a loan, against what is left once all was paid. */
async function remainingFindings(
	{targets}: StepContext,
	work: ImportWork,
	row: NumberedRow,
): Promise<ImportFinding[]> {
	const stated = row.part === 'loans' ? row.values.remaining : undefined;
	const target = targets.get(keyOf(row));
	if (stated === undefined || target === undefined) return [];
	const {loan, book} = await getLoan(work, target as LoanId);
	const {principal, margin} = await work.lending.owed(book, loan);
	const [told, left] = [rupiah(stated), add(principal, margin)];
	if (compare(told, left) === 0) return [];
	const place = {sheet: row.sheet, row: row.row, column: 'Sisa tagihan'};
	const difference = toText(subtract(told, left));
	const values = {value: toText(told), expected: toText(left), difference};
	return [found('imports/remaining-differs', place, values)];
}

export const collectionSteps: RowSteps = {
	async post(context, {values}) {
		const work = context.as(context.maker);
		const {loan} = await runningLoan(context, work, values.loan!);
		const repayment = await recordRepayment(work, {
			loan,
			paidOn: localDate(values.paidOn!),
			amount: rupiah(values.amount!),
			method: values.method as Method,
		});
		return repayment.id;
	},
	async undo(context, {values, target}) {
		const work = context.as(context.checker);
		const loans = await work.lending.listLoans({
			book: context.book.code,
			after: {book: context.book.code, number: Number.parseInt(values.loan!, 10) - 1},
			limit: 1,
		});
		await reverseLoanOperation(work, {
			loan: loans[0]!.id,
			repayment: target as RepaymentId,
			...reversalOf(context),
		});
	},
};

async function runningLoan(
	{book}: StepContext,
	work: ImportWork,
	number: string,
): Promise<{readonly loan: LoanId}> {
	const wanted = Number.parseInt(number, 10);
	const loan = (await work.imports.runningLoans(book, [wanted])).get(wanted);
	if (!loan) throw refuse('imports/number-unknown', {value: number}, 'loan');
	return {loan: loan.id};
}
