import {z} from 'zod';
import {
	amount,
	amountText,
	bookCode,
	count,
	date,
	dateText,
	regionCodeField,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {toText} from '../../kernel/money.ts';
import {rate, rateText} from '../../kernel/rate.ts';
import {
	type LendingWork,
	type Product,
	type ProductTerms,
	createProduct,
	plainWaterfall,
	productMethods,
	purchases,
	shifts,
} from '../index.ts';
import {getBook} from '../../ledger/index.ts';
import {productCode, shareText} from './product-fields.ts';
import {akad, periodUnit} from './schemas.ts';

const waterfall = z.strictObject({
	phases: z.enum(['arrears-first', 'due-first']),
	parts: z.enum(['margin-first', 'principal-first']),
	direction: z.enum(['horizontal', 'vertical']),
});
const dayCount = z.enum(['rate/12', 'actual/365', 'actual/364', 'actual/360']);
const rounding = z.enum(['half-even', 'half-up', 'up', 'down']);
const fineTo = z.enum(['benevolence', 'income']);

const feeBody = z.strictObject({
	name: text({max: 100}),
	kind: z.enum(['fixed', 'percent']),
	amount: amount().optional().meta({description: 'Rupiah of a fixed fee.'}),
	rate: shareText().optional().meta({description: 'Of a percentage: "0.01" is 1 %.'}),
});

const productBody = z.strictObject({
	code: productCode(),
	name: text({max: 100}),
	effectiveFrom: date(),
	akad,
	method: z.enum(productMethods),
	principalMin: amount(),
	principalMax: amount(),
	instalmentsMin: count({min: 1, max: 600}),
	instalmentsMax: count({min: 1, max: 600}),
	period: z.strictObject({unit: periodUnit, every: count({min: 1, max: 366})}),
	yearlyRate: z
		.string()
		.regex(/^\d{1,2}(\.\d{1,18})?$/)
		.optional()
		.meta({description: 'Of jasa only, a pure number: "0.12" is 12 % a year.'}),
	dayCount: dayCount.optional(),
	rounding: rounding.optional(),
	instalmentMultiple: amount().optional(),
	principalGraceInstalments: count({min: 0, max: 599}).optional(),
	marginDeferredInstalments: count({min: 0, max: 599}).optional(),
	cutOffDay: count({min: 1, max: 28}).optional().meta({
		description: 'Disbursed after this day of the month, the first instalment is a month later.',
	}),
	workingDayShift: z.enum(shifts).optional(),
	restDays: z
		.array(count({min: 1, max: 7}))
		.max(6)
		.optional()
		.meta({description: 'Days of the week without collection, 1 Monday to 7 Sunday.'}),
	waterfall: waterfall.optional(),
	fees: z.array(feeBody).max(20).optional(),
	lateFine: z.strictObject({amount: amount(), to: fineTo}).optional(),
	tranchesMax: count({min: 1, max: 12}).optional().meta({
		description: 'In how many parts it may be paid out; 1 without it. Not murabahah, not ijarah.',
	}),
	purchase: z.enum(purchases).optional().meta({
		description: 'Murabahah only; direct without it. wakalah: the member buys as agent.',
	}),
	downPaymentMinRate: shareText().optional().meta({
		description: 'Murabahah only: the least part of the cost that is paid beforehand.',
	}),
	downPaymentMin: amount().optional().meta({description: 'Instead of a part, a sum.'}),
	legalBasis: text({max: 500}),
});

const productAnswer = z.strictObject({
	code: z.string(),
	version: z.number(),
	name: z.string(),
	effectiveFrom: dateText(),
	akad,
	method: z.enum(productMethods),
	principalMin: amountText(),
	principalMax: amountText(),
	instalmentsMin: z.number(),
	instalmentsMax: z.number(),
	period: z.strictObject({unit: periodUnit, every: z.number()}),
	yearlyRate: z.string().nullable(),
	dayCount,
	rounding,
	instalmentMultiple: amountText().nullable(),
	principalGraceInstalments: z.number(),
	marginDeferredInstalments: z.number(),
	cutOffDay: z.number().nullable(),
	workingDayShift: z.enum(shifts),
	restDays: z.array(z.number()),
	waterfall,
	fees: z.array(
		z.strictObject({
			name: z.string(),
			kind: z.enum(['fixed', 'percent']),
			amount: amountText().nullable(),
			rate: z.string().nullable(),
		}),
	),
	lateFine: z.strictObject({amount: amountText(), to: fineTo}).nullable(),
	tranchesMax: z.number(),
	purchase: z.enum(purchases).nullable(),
	downPaymentMinRate: z.string().nullable(),
	downPaymentMin: amountText().nullable(),
	legalBasis: z.string(),
	createdBy: z.string(),
});

const toProductTerms = ({
	period,
	yearlyRate,
	instalmentMultiple,
	cutOffDay,
	lateFine,
	fees = [],
	purchase,
	downPaymentMinRate,
	downPaymentMin,
	...body
}: z.output<typeof productBody>): ProductTerms => ({
	...body,
	periodUnit: period.unit,
	periodEvery: period.every,
	...(yearlyRate === undefined ? {} : {yearlyRate: rate(yearlyRate)}),
	dayCount: body.dayCount ?? 'rate/12',
	rounding: body.rounding ?? 'down',
	...(instalmentMultiple === undefined ? {} : {instalmentMultiple}),
	principalGraceInstalments: body.principalGraceInstalments ?? 0,
	marginDeferredInstalments: body.marginDeferredInstalments ?? 0,
	...(cutOffDay === undefined ? {} : {cutOffDay}),
	workingDayShift: body.workingDayShift ?? 'none',
	restDays: body.restDays ?? [],
	waterfall: body.waterfall ?? plainWaterfall,
	fees: fees.map(({name, kind, amount: size, rate: of}) => ({
		name,
		kind,
		...(size === undefined ? {} : {amount: size}),
		...(of === undefined ? {} : {rate: rate(of)}),
	})),
	...(lateFine === undefined ? {} : {lateFine}),
	tranchesMax: body.tranchesMax ?? 1,
	...(purchase === undefined ? {} : {purchase}),
	...(downPaymentMinRate === undefined ? {} : {downPaymentMinRate: rate(downPaymentMinRate)}),
	...(downPaymentMin === undefined ? {} : {downPaymentMin}),
});

const presentProduct = ({
	periodUnit: unit,
	periodEvery: every,
	...product
}: Product): z.output<typeof productAnswer> => ({
	...product,
	principalMin: toText(product.principalMin),
	principalMax: toText(product.principalMax),
	period: {unit, every},
	yearlyRate: product.yearlyRate === undefined ? null : rateText(product.yearlyRate),
	instalmentMultiple:
		product.instalmentMultiple === undefined ? null : toText(product.instalmentMultiple),
	cutOffDay: product.cutOffDay ?? null,
	restDays: [...product.restDays],
	fees: product.fees.map(({name, kind, amount: size, rate: of}) => ({
		name,
		kind,
		amount: size === undefined ? null : toText(size),
		rate: of === undefined ? null : rateText(of),
	})),
	lateFine:
		product.lateFine === undefined
			? null
			: {amount: toText(product.lateFine.amount), to: product.lateFine.to},
	purchase: product.akad === 'murabahah' ? (product.purchase ?? 'direct') : null,
	downPaymentMinRate:
		product.downPaymentMinRate === undefined ? null : rateText(product.downPaymentMinRate),
	downPaymentMin: product.downPaymentMin === undefined ? null : toText(product.downPaymentMin),
});

const ofCooperative = z.strictObject({book: bookCode()});

const holidayAnswer = z.strictObject({
	day: dateText(),
	region: z.string().nullable(),
	name: z.string(),
	legalBasis: z.string(),
});

/** What a cooperative lends, and the days on which nobody collects. */
export const productRoutes: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/cooperatives/{book}/products',
		permission: 'loan:read',
		tag: 'products',
		summary: 'Every version of what a cooperative lends, by code and version.',
		params: ofCooperative,
		status: 200,
		response: z.strictObject({items: z.array(productAnswer)}),
		handle: async (work: LendingWork, {params}) => {
			const products = await work.products.listProducts(await getBook(work, params.book));
			return {body: {items: products.map(presentProduct)}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/cooperatives/{book}/products',
		permission: 'product:write',
		tag: 'products',
		summary: 'A product, or its next version; what a fatwa forbids is refused with its name.',
		params: ofCooperative,
		body: productBody,
		status: 201,
		response: productAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentProduct(await createProduct(work, params.book, toProductTerms(body))),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/holidays',
		permission: 'region:read',
		tag: 'products',
		summary: 'Days on which nobody collects, between two days.',
		query: z.strictObject({from: date(), to: date()}),
		status: 200,
		response: z.strictObject({items: z.array(holidayAnswer)}),
		handle: async (work: LendingWork, {query}) => {
			const found = await work.products.listHolidays(query.from, query.to);
			const items = found.map(({regionCode, ...holiday}) => ({
				...holiday,
				region: regionCode ?? null,
			}));
			return {body: {items}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/holidays',
		permission: 'holiday:write',
		tag: 'products',
		summary: 'A day on which nobody collects, everywhere or in a region.',
		body: z.strictObject({
			day: date(),
			region: regionCodeField().optional(),
			name: text({max: 100}),
			legalBasis: text({max: 500}),
		}),
		status: 201,
		response: holidayAnswer,
		handle: async (work: LendingWork, {body: {region, ...holiday}}) => {
			await work.products.insertHoliday({
				...holiday,
				...(region === undefined ? {} : {regionCode: region}),
			});
			return {body: {...holiday, region: region ?? null}};
		},
	}),
];
