import {
	allocateToKelurahan,
	endAllocation,
	recordTranche,
	reverseFundOperation,
} from '../../fund/index.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import {localDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import {kelurahanCode} from '../../kernel/region-code.ts';
import {refuse} from '../errors.ts';
import type {ImportWork, NumberedRow} from '../ports.ts';
import {parentTarget, undoDay} from './person-steps.ts';
import type {RowSteps, StepContext} from './step.ts';

/**
 * An allocation and its tranches as they came about, each tranche in both books on its day. Taken
 * back, a tranche is reversed in both; an agreement without money is ended.
 */
export const allocationSteps: RowSteps = {
	post: async (context, row) =>
		row.part === 'allocations' ? allocate(context, row) : receive(context, row),
	async undo(context, {part, target, ...row}) {
		const work = context.as(context.checker);
		const day = undoDay(context);
		const {reason, document} = context.one.undo!;
		if (part === 'allocations') {
			const allocation = target as AllocationId;
			const ending = {allocation, endedOn: day, dueOn: day, reason, document};
			await endAllocation(work, {...ending, kind: 'ended'});
			return;
		}
		const allocation = (await allocationOf(context, work, {part, ...row}))!;
		const reversal = {effectiveOn: day, reason, document};
		await reverseFundOperation(work, {allocation, operation: target, ...reversal});
	},
};

async function allocate({as, maker, book}: StepContext, {values}: NumberedRow): Promise<string> {
	const {tenor, grace} = values;
	const allocation = await allocateToKelurahan(as(maker), {
		programme: values.programme!,
		cooperative: book.code,
		kelurahanCode: kelurahanCode(values.kelurahan!),
		agreementNumber: values.agreement!,
		agreedOn: localDate(values.agreedOn!),
		amount: rupiah(values.amount!),
		...(tenor === undefined ? {} : {tenorMonths: Number.parseInt(tenor, 10)}),
		...(grace === undefined ? {} : {graceMonths: Number.parseInt(grace, 10)}),
	});
	return allocation.id;
}

async function receive(context: StepContext, row: NumberedRow): Promise<string> {
	const work = context.as(context.maker);
	const {values} = row;
	const allocation = await allocationOf(context, work, row);
	if (allocation === undefined) {
		const said = {value: values.agreement!, expected: 'Alokasi'};
		throw refuse('imports/agreement-unknown', said, 'agreement');
	}
	const tranche = await recordTranche(work, {
		allocation,
		document: values.document!,
		budgetYear: Number.parseInt(values.budgetYear!, 10),
		receivedOn: localDate(values.receivedOn!),
		amount: rupiah(values.amount!),
	});
	return tranche.id;
}

/** The agreement of a tranche: of this import, of one before it, or made by hand. */
async function allocationOf(
	context: StepContext,
	work: ImportWork,
	row: NumberedRow,
): Promise<AllocationId | undefined> {
	const target = await parentTarget(context, work, row);
	if (target !== undefined) return target as AllocationId;
	return (await work.imports.fundsByAgreement(context.book)).get(row.values.agreement!);
}
