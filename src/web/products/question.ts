import type {Product} from './product.ts';

/** What is agreed for one loan. */
export type Terms = {
	readonly principal: string;
	readonly margin: string;
	readonly instalments: string;
	readonly disbursementDate: string;
};

/** The method of a schedule that a product's loans have; none where it takes more to know it. */
const methods = {
	level: 'murabahah',
	flat: 'flat',
	'equal-principal': 'equal-principal',
	annuity: 'annuity',
	bullet: undefined,
} as const;

/** Whether the schedule of its loans is known from its terms alone. */
export const isPreviewed = ({method, period}: Pick<Product, 'method' | 'period'>): boolean =>
	methods[method] !== undefined && period.unit !== 'season';

/** Whether its margin is agreed for each loan, and not by a rate. */
export const isByMargin = ({method, yearlyRate}: Pick<Product, 'method' | 'yearlyRate'>): boolean =>
	method === 'level' || yearlyRate === null;

/** The question for the schedule that a product's terms make of a loan. */
export function questionOf(product: Product, terms: Terms) {
	const method = methods[product.method];
	const {unit, every} = product.period;
	if (method === undefined || unit === 'season') return undefined;
	return {
		method,
		principal: terms.principal,
		...(isByMargin(product)
			? {margin: terms.margin === '' ? '0' : terms.margin}
			: {annualRatePercent: product.yearlyRate ?? '0'}),
		instalments: Number.parseInt(terms.instalments, 10),
		period: {unit, every},
		disbursementDate: terms.disbursementDate,
		dayCount: product.dayCount,
		// A loan is scheduled in whole rupiah.
		moneyQuantum: '1',
		rounding: product.rounding,
		...(product.instalmentMultiple === null
			? {}
			: {instalmentMultiple: product.instalmentMultiple, instalmentRounding: product.rounding}),
		principalGraceInstalments: product.principalGraceInstalments,
		marginDeferredInstalments: product.marginDeferredInstalments,
	};
}
