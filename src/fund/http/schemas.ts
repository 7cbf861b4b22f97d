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
	text,
} from '../../http/fields.ts';
import {toText} from '../../kernel/money.ts';
import type {Allocation, FundDue, Programme, Remittance, Tranche} from '../index.ts';

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
});

export const trancheBody = z.strictObject({
	document: text({max: 100}).meta({description: "The city treasury's order to pay (SP2D)."}),
	budgetYear: count({min: 2000, max: 2199}),
	receivedOn: date(),
	amount: amount(),
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
});

export const remittanceAnswer = z.strictObject({...operation, remittedOn: dateText()});

export const fundReversalBody = z.strictObject({
	operation: id<string>().meta({description: 'The identity of the tranche or remittance.'}),
	effectiveOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}),
});

export const statementAnswer = z.strictObject({
	allocation: allocationAnswer,
	schedule: z.array(
		z.strictObject({number: z.number(), dueOn: dateText(), principal: amountText()}),
	),
	tranches: z.array(trancheAnswer),
	remittances: z.array(remittanceAnswer),
	totals: z.strictObject({
		received: amountText(),
		remitted: amountText(),
		collectedNotRemitted: amountText(),
	}),
});

export const presentProgramme = (programme: Programme): z.output<typeof programmeAnswer> => ({
	...programme,
	ceilingPerKelurahan: toText(programme.ceilingPerKelurahan),
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
});

const presentOperation = (one: Tranche | Remittance) => ({
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
