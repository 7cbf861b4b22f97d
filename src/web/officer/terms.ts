import type {Answered} from '../api/answered.ts';
import type {operations} from '../api/schema.d.ts';

type Products = Answered<'get-v1-cooperatives-book-products'>;
export type Product = Products['items'][number];
type Application = operations['post-v1-loans']['requestBody']['content']['application/json'];
export type Akad = Application['akad'];
export type PreviewBody =
	operations['post-v1-schedules-preview']['requestBody']['content']['application/json'];

/** What an application says, as typed so far. */
export type Terms = {
	readonly akad: Akad;
	readonly product: Product | undefined;
	readonly principal: string;
	readonly margin: string;
	readonly instalments: number;
};

/** Akad whose price is agreed on beforehand, margin and all. */
const agreed: readonly Akad[] = ['murabahah', 'ijarah'];
/** Akad that share a profit, which no schedule can hold. */
const sharing: readonly Akad[] = ['mudharabah', 'musyarakah'];

export const hasMargin = (akad: Akad): boolean => agreed.includes(akad);
export const isShared = (akad: Akad): boolean => sharing.includes(akad);

/** The latest version of each product that is in force on a day. */
export function productsInForce(products: readonly Product[], on: string): Product[] {
	const latest = new Map<string, Product>();
	for (const product of products) {
		const known = latest.get(product.code);
		if (product.effectiveFrom > on || (known && known.version > product.version)) continue;
		latest.set(product.code, product);
	}
	return [...latest.values()];
}

const monthly = {unit: 'month', every: 1} as const;

/** The question about the schedule that a loan of these terms would get, if disbursed on a day. */
export function previewOf(terms: Terms, disbursementDate: string): PreviewBody | undefined {
	const {akad, product, principal, margin, instalments} = terms;
	if (principal === '' || principal === '0' || instalments < 1) return undefined;
	// All principal at the end: the preview of terms knows no such thing.
	if (product?.method === 'bullet') return undefined;
	if (hasMargin(akad) && margin === '') return undefined;
	const {unit, every} = product?.period ?? monthly;
	// A season of a product is so many months.
	const period = {unit: unit === 'season' ? 'month' : unit, every} as const;
	const multiple = product?.instalmentMultiple ?? null;
	return {
		...pricing(terms),
		principal,
		instalments,
		period,
		disbursementDate,
		dayCount: product?.dayCount ?? 'rate/12',
		moneyQuantum: '1',
		rounding: product?.rounding ?? 'down',
		...(multiple === null ? {} : {instalmentMultiple: multiple}),
		...(product ? {principalGraceInstalments: product.principalGraceInstalments} : {}),
		...(product ? {marginDeferredInstalments: product.marginDeferredInstalments} : {}),
	};
}

function pricing({
	akad,
	product,
	margin,
}: Terms): Pick<PreviewBody, 'method' | 'margin' | 'annualRatePercent'> {
	if (hasMargin(akad)) return {method: 'murabahah', margin};
	if (akad !== 'jasa') return {method: 'equal-principal', annualRatePercent: '0'};
	const method =
		product?.method === 'annuity' || product?.method === 'flat'
			? product.method
			: 'equal-principal';
	return {method, annualRatePercent: percentOf(product?.yearlyRate ?? '0')};
}

/** A rate such as `0.18` as per cent, `18`: the point goes two places on. */
export function percentOf(rate: string): string {
	const [whole = '0', fraction = ''] = rate.split('.');
	const digits = fraction.padEnd(2, '0');
	const text = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/u, '');
	const rest = digits.slice(2).replace(/0+$/u, '');
	return rest === '' ? text : `${text}.${rest}`;
}
