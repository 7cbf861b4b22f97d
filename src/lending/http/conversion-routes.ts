import {z} from 'zod';
import {
	amountOrZero,
	amountText,
	count,
	countText,
	date,
	dateText,
	id,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId} from '../../kernel/ids.ts';
import {toText, zero} from '../../kernel/money.ts';
import {rate} from '../../kernel/rate.ts';
import {
	type ConversionPreview,
	type LendingWork,
	type WantedConversion,
	akads,
	convertLoan,
	previewConversion,
	reverseConversion,
} from '../index.ts';
import {endingReversalBody} from './life-schemas.ts';
import {productCode, shareText} from './product-fields.ts';
import {
	instalmentAnswer,
	loanAnswer,
	periodUnit,
	presentInstalment,
	presentLoan,
} from './schemas.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});
const tag = 'loans';

const newTerms = {
	akad: z.enum(akads).meta({
		description: 'qardh, mudharabah, musyarakah or ijarah; each other is refused by its name.',
	}),
	product: productCode().optional(),
	margin: amountOrZero().optional().meta({description: 'Ijarah only, in rupiah.'}),
	nisbah: shareText().optional(),
	firstDueOn: date().optional(),
	periodUnit: periodUnit.optional(),
};

const conversionQuery = z.strictObject({
	...newTerms,
	convertedOn: date().optional().meta({description: 'Today without it.'}),
	instalments: countText({min: 1, max: 600}),
	periodEvery: countText({min: 1, max: 366}).optional(),
	leavesMarginDue: z.enum(['true', 'false']).optional(),
});

const conversionBody = z.strictObject({
	...newTerms,
	convertedOn: date(),
	instalments: count({min: 1, max: 600}),
	periodEvery: count({min: 1, max: 366}).optional(),
	leavesMarginDue: z.boolean().optional().meta({
		description: 'Margin that is due and unpaid is left to the member; refused without it.',
	}),
	reason: text({max: 500}),
	document: text({max: 100}),
});

const previewAnswer = z.strictObject({
	convertedOn: dateText(),
	akad: z.enum(akads),
	principal: amountText().meta({description: 'What is owed, and moves to the new loan.'}),
	marginLeftOff: amountText().meta({description: 'Due, unpaid and not asked for any more.'}),
	marginCancelled: amountText().meta({description: 'Not due yet.'}),
	daysPastDue: z.number().meta({description: 'Of the old loan on that day.'}),
	overdue: amountText(),
	rows: z.array(instalmentAnswer),
	rule: z.string(),
});

const conversionAnswer = previewAnswer.extend({
	from: z.string(),
	loan: loanAnswer,
	settlingEntry: z.number(),
	grantingEntry: z.number(),
	decidedBy: z.string(),
});

const presentConversion = ({
	arrears,
	instalments,
	...one
}: ConversionPreview): z.output<typeof previewAnswer> => ({
	convertedOn: one.convertedOn,
	akad: one.akad,
	principal: toText(one.principal),
	marginLeftOff: toText(one.marginLeftOff),
	marginCancelled: toText(one.marginCancelled),
	daysPastDue: arrears.daysPastDue,
	overdue: toText(arrears.overdue),
	rows: instalments.map(presentInstalment),
	rule: one.rule,
});

type Asked = Omit<z.output<typeof conversionBody>, 'reason' | 'document'>;

const toWanted = (
	loan: LoanId,
	{product, margin, nisbah, firstDueOn, ...asked}: Asked,
): WantedConversion => ({
	loan,
	akad: asked.akad,
	convertedOn: asked.convertedOn,
	instalments: asked.instalments,
	periodUnit: asked.periodUnit ?? 'month',
	periodEvery: asked.periodEvery ?? 1,
	margin: margin ?? zero,
	leavesMarginDue: asked.leavesMarginDue ?? false,
	...(product === undefined ? {} : {product}),
	...(nisbah === undefined ? {} : {nisbah: rate(nisbah)}),
	...(firstDueOn === undefined ? {} : {firstDueOn}),
});

/** How a debt becomes a loan under another akad. */
export const conversionRoutes: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/convert/preview',
		permission: 'loan:read',
		tag,
		summary: 'The loan that a debt would become under another akad; nothing is written.',
		params: ofLoan,
		query: conversionQuery,
		status: 200,
		response: previewAnswer,
		handle: async (work: LendingWork, {params, query}) => {
			const {convertedOn = work.today(), leavesMarginDue, ...asked} = query;
			const wanted = {...asked, convertedOn, leavesMarginDue: leavesMarginDue === 'true'};
			return {body: presentConversion(await previewConversion(work, toWanted(params.id, wanted)))};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/convert',
		permission: 'loan:reschedule',
		tag,
		summary:
			'Moves the principal owed of a murabahah to a new loan under another akad, without money; not by the person who applied.',
		params: ofLoan,
		body: conversionBody,
		status: 201,
		response: conversionAnswer,
		handle: async (work: LendingWork, {params, body: {reason, document, ...asked}}) => {
			const wanted = {...toWanted(params.id, asked), reason, document};
			const {conversion, loan, ...preview} = await convertLoan(work, wanted);
			const {from, settlingEntry, grantingEntry, decidedBy} = conversion;
			return {
				body: {
					...presentConversion(preview),
					...{from, settlingEntry, grantingEntry, decidedBy},
					loan: presentLoan(loan),
				},
			};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/convert/reverse',
		permission: 'loan:reverse',
		tag,
		summary: 'Takes the conversion of a loan back while nothing was paid on the new one.',
		params: ofLoan,
		body: endingReversalBody,
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await reverseConversion(work, {...body, loan: params.id});
			return {};
		},
	}),
];
