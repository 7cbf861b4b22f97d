import {z} from 'zod';
import {
	amount,
	amountText,
	bookCode,
	count,
	date,
	dateText,
	id,
	kelurahanField,
	papers,
	percentText,
	text,
} from '../../http/fields.ts';
import type {ProposalId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {toPercentText} from '../../kernel/rate.ts';
import type {
	Allocation,
	AllocationEnding,
	CitySharePayment,
	DueStanding,
	FundDue,
	FundReturn,
	NewProgramme,
	Programme,
	Reallocation,
	Remittance,
	Tranche,
} from '../index.ts';

const programmeCode = () =>
	bookCode().meta({description: 'The code of the programme.', examples: ['SAMISAKE']});
const months = (min: number) => count({min, max: 600});

export const programmeBody = z.strictObject({
	code: programmeCode(),
	name: text({max: 120}),
	cityBook: bookCode(),
	ceilingPerKelurahan: amount(),
	tenorMonths: months(1),
	graceMonths: months(0),
	remittanceDays: count({min: 0, max: 366}),
	tranchesMax: count({min: 1, max: 1000})
		.meta({description: 'Into how many tranches an allocation may be divided.'})
		.optional(),
	overdueDaysMax: count({min: 0, max: 3660})
		.meta({description: 'Principal overdue to the city by more days stops further tranches.'})
		.optional(),
	cityShare: percentText()
		.meta({description: "What of the fund's income is the city's, in percent.", examples: ['20']})
		.optional(),
	legalBasis: text({max: 300}),
	status: z.enum(['found', 'provisional']),
	effectiveFrom: date(),
});

export const programmeAnswer = z.strictObject({
	id: z.string(),
	code: z.string(),
	name: z.string(),
	cityBook: z.string(),
	ceilingPerKelurahan: amountText(),
	tenorMonths: z.number(),
	graceMonths: z.number(),
	remittanceDays: z.number(),
	tranchesMax: z.number().optional(),
	overdueDaysMax: z.number().optional(),
	cityShare: z.string().meta({description: 'In percent.'}),
	legalBasis: z.string(),
	status: z.enum(['found', 'provisional']),
	effectiveFrom: dateText(),
});

export const allocationBody = z.strictObject({
	programme: programmeCode(),
	cooperative: bookCode(),
	kelurahan: kelurahanField(),
	agreementNumber: text({max: 100}),
	agreedOn: date(),
	amount: amount(),
	tenorMonths: months(1).optional(),
	graceMonths: months(0).optional(),
	proposal: id<ProposalId>().optional(),
});

export const allocationAnswer = z.strictObject({
	id: z.string(),
	programme: z.string().meta({description: 'The identity of the programme.'}),
	cooperative: z.string(),
	book: z.string(),
	kelurahan: z.string(),
	agreementNumber: z.string(),
	agreedOn: dateText(),
	amount: amountText(),
	tenorMonths: z.number(),
	graceMonths: z.number(),
	proposal: z.string().optional(),
});

export const trancheBody = z.strictObject({
	document: text({max: 100}).meta({description: "The city treasury's order to pay (SP2D)."}),
	budgetYear: count({min: 2000, max: 2199}),
	receivedOn: date(),
	amount: amount(),
	attachments: papers().optional(),
});

const operation = {
	id: z.string(),
	allocation: z.string(),
	number: z.number(),
	document: z.string(),
	amount: amountText(),
	entry: z.number().meta({description: "The entry's number in the cooperative's book."}),
	cityEntry: z.number().meta({description: "The mirror's number in the city's book."}),
	isReversed: z.boolean(),
};

export const trancheAnswer = z.strictObject({
	...operation,
	budgetYear: z.number(),
	receivedOn: dateText(),
});

export const remittanceBody = z.strictObject({
	document: text({max: 100}),
	remittedOn: date(),
	amount: amount(),
	method: z.enum(['cash', 'bank']),
	attachments: papers().optional(),
});

export const remittanceAnswer = z.strictObject({...operation, remittedOn: dateText()});

export const fundReversalBody = z.strictObject({
	operation: id<string>().meta({description: 'The identity of the tranche or remittance.'}),
	effectiveOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}),
});

export const returnBody = z.strictObject({
	document: text({max: 100}),
	returnedOn: date(),
	amount: amount(),
	attachments: papers().optional(),
});

export const returnAnswer = z.strictObject({...operation, returnedOn: dateText()});

const place = z.strictObject({book: z.string(), allocation: z.string()});

export const reallocationAnswer = z.strictObject({
	from: place,
	return: z.string().meta({description: 'The identity of the return.'}),
	to: place,
	tranche: z.string().meta({description: 'The identity of the tranche.'}),
	reason: z.string(),
});

export const endingBody = z.strictObject({
	kind: z.enum(['withdrawn', 'ended']),
	endedOn: date(),
	dueOn: date().meta({description: 'The day on which all that is left falls due to the city.'}),
	reason: text({max: 500}),
	document: text({max: 100}),
});

export const endingAnswer = z.strictObject({
	kind: z.enum(['withdrawn', 'ended']),
	endedOn: dateText(),
	dueOn: dateText(),
	reason: z.string(),
	document: z.string(),
	endedBy: z.string(),
});

export const dueAnswer = z.strictObject({
	number: z.number(),
	dueOn: dateText(),
	principal: amountText(),
	paid: amountText(),
	unpaid: amountText(),
	isOverdue: z.boolean(),
});

export const statementAnswer = z.strictObject({
	allocation: allocationAnswer,
	schedule: z.array(
		z.strictObject({number: z.number(), dueOn: dateText(), principal: amountText()}),
	),
	tranches: z.array(trancheAnswer),
	dues: z.array(dueAnswer).meta({
		description: 'What falls due of the tranches that came, and what has become of it today.',
	}),
	remittances: z.array(remittanceAnswer),
	returns: z.array(returnAnswer),
	reallocations: z.array(reallocationAnswer),
	ending: endingAnswer.optional(),
	totals: z.strictObject({
		received: amountText(),
		remitted: amountText(),
		returned: amountText(),
		collectedNotRemitted: amountText(),
		owed: amountText(),
		overdue: amountText(),
		earned: amountText(),
		shareOwed: amountText(),
	}),
});

export const presentProgramme = (programme: Programme): z.output<typeof programmeAnswer> => ({
	...programme,
	ceilingPerKelurahan: toText(programme.ceilingPerKelurahan),
	cityShare: toPercentText(programme.cityShare, 4),
});

export const presentAllocation = (one: Allocation): z.output<typeof allocationAnswer> => ({
	id: one.id,
	programme: one.programmeId,
	cooperative: one.book,
	book: one.book,
	kelurahan: one.kelurahanCode,
	agreementNumber: one.agreementNumber,
	agreedOn: one.agreedOn,
	amount: toText(one.amount),
	tenorMonths: one.tenorMonths,
	graceMonths: one.graceMonths,
	...(one.proposal === undefined ? {} : {proposal: one.proposal}),
});

const presentOperation = (one: Omit<Remittance, 'id' | 'remittedOn'> & {readonly id: string}) => ({
	id: one.id,
	allocation: one.allocationId,
	number: one.number,
	document: one.document,
	amount: toText(one.amount),
	entry: one.entryNumber,
	cityEntry: one.cityEntryNumber,
	isReversed: one.isReversed,
});

export const presentTranche = (tranche: Tranche): z.output<typeof trancheAnswer> => ({
	...presentOperation(tranche),
	budgetYear: tranche.budgetYear,
	receivedOn: tranche.receivedOn,
});

export const presentRemittance = (remittance: Remittance): z.output<typeof remittanceAnswer> => ({
	...presentOperation(remittance),
	remittedOn: remittance.remittedOn,
});

export const presentDue = ({number, dueOn, principal}: FundDue) => ({
	number,
	dueOn,
	principal: toText(principal),
});

export const toProgramme = ({
	tranchesMax,
	overdueDaysMax,
	cityShare,
	...terms
}: z.output<typeof programmeBody>): NewProgramme => ({
	...terms,
	...(tranchesMax === undefined ? {} : {tranchesMax}),
	...(overdueDaysMax === undefined ? {} : {overdueDaysMax}),
	...(cityShare === undefined ? {} : {cityShare}),
});

export const presentReturn = (one: FundReturn): z.output<typeof returnAnswer> => ({
	...presentOperation(one),
	returnedOn: one.returnedOn,
});

export const presentReallocation = ({
	from,
	to,
	fundReturn,
	tranche,
	reason,
}: Reallocation): z.output<typeof reallocationAnswer> => ({
	from,
	return: fundReturn,
	to,
	tranche,
	reason,
});

export const presentEnding = ({
	allocation: _,
	...ending
}: AllocationEnding): z.output<typeof endingAnswer> => ending;

export const presentStanding = ({
	paid,
	unpaid,
	isOverdue,
	...due
}: DueStanding): z.output<typeof dueAnswer> => ({
	...presentDue(due),
	paid: toText(paid),
	unpaid: toText(unpaid),
	isOverdue,
});

export const sharePaymentAnswer = z.strictObject({...operation, paidOn: dateText()});

export const presentSharePayment = (
	one: CitySharePayment,
): z.output<typeof sharePaymentAnswer> => ({...presentOperation(one), paidOn: one.paidOn});
