import {type LocalDate, addMonths, partsOf} from '../kernel/local-date.ts';
import {
	type Rounding,
	type Rupiah,
	compare,
	isZero,
	portion,
	rupiah,
	toText,
} from '../kernel/money.ts';
import {type Rate, isNegativeRate, isZeroRate, rateText} from '../kernel/rate.ts';
import {type Akad, akadRules, isIndivisible, isSharia} from './akad.ts';
import {type LendingFinding, refuseAll} from './errors.ts';
import {type PeriodUnit, seasonFindings} from './loan.ts';
import type {DayCount} from './schedule-terms.ts';
import type {Waterfall} from './waterfall.ts';
import type {Shift} from './working-days.ts';

/** How a product's principal comes back and its earning is spread. */
export const productMethods = ['level', 'flat', 'equal-principal', 'annuity', 'bullet'] as const;
export type ProductMethod = (typeof productMethods)[number];

/**
 * How the goods of a murabahah are bought: `direct`, bought by the cooperative and sold on in one;
 * `wakalah`, bought by the member as its agent and sold once they are the cooperative's.
 */
export const purchases = ['direct', 'wakalah'] as const;
export type Purchase = (typeof purchases)[number];

/** What a member pays for at disbursement: a sum for real work done, or a part of the loan. */
export type Fee = {
	readonly name: string;
	readonly kind: 'fixed' | 'percent';
	/** Rupiah of a fixed fee. */
	readonly amount?: Rupiah;
	/** Of a percentage: a pure number of the principal. */
	readonly rate?: Rate;
};

/** What a late payer is asked for, per instalment, and where it goes. */
export type LateFine = {readonly amount: Rupiah; readonly to: 'benevolence' | 'income'};

/** What a cooperative lends, as data. A change is a new version with a day from which it holds. */
export type ProductTerms = {
	readonly code: string;
	readonly name: string;
	readonly effectiveFrom: LocalDate;
	readonly akad: Akad;
	readonly method: ProductMethod;
	readonly principalMin: Rupiah;
	readonly principalMax: Rupiah;
	readonly instalmentsMin: number;
	readonly instalmentsMax: number;
	readonly periodUnit: PeriodUnit;
	readonly periodEvery: number;
	/** A yearly rate as a pure number; of `jasa` only. */
	readonly yearlyRate?: Rate;
	readonly dayCount: DayCount;
	readonly rounding: Rounding;
	readonly instalmentMultiple?: Rupiah;
	readonly principalGraceInstalments: number;
	readonly marginDeferredInstalments: number;
	/** Disbursed after this day of the month, the first instalment is due a period later. */
	readonly cutOffDay?: number;
	readonly workingDayShift: Shift;
	/** The days of the week on which nothing is collected, 1 Monday to 7 Sunday. */
	readonly restDays: readonly number[];
	readonly waterfall: Waterfall;
	readonly fees: readonly Fee[];
	readonly lateFine?: LateFine;
	/** In how many parts its principal may be paid out. */
	readonly tranchesMax: number;
	/** Of murabahah only; direct without it. */
	readonly purchase?: Purchase;
	/** The least that is paid beforehand (urbun): a part of the cost, as a pure number, … */
	readonly downPaymentMinRate?: Rate;
	/** … or a sum. Without either no down payment is asked for. */
	readonly downPaymentMin?: Rupiah;
	/** Which rule or decision of the members it rests on. */
	readonly legalBasis: string;
};

export type Product = ProductTerms & {readonly version: number; readonly createdBy: string};

/**
 * Whether such a product may be. What a fatwa forbids is refused with its name.
 * @throws DomainError with one finding for each broken rule.
 */
export function decideProduct(terms: ProductTerms): void {
	refuseAll([
		...rangeFindings(terms),
		...fatwaFindings(terms),
		...methodFindings(terms),
		...trancheFindings(terms),
		...purchaseFindings(terms),
	]);
}

function rangeFindings(terms: ProductTerms): LendingFinding[] {
	const findings: LendingFinding[] = [];
	if (compare(terms.principalMin, terms.principalMax) > 0) {
		const values = {min: toText(terms.principalMin), max: toText(terms.principalMax)};
		findings.push({code: 'lending/product-range', path: 'principalMax', values});
	}
	if (terms.instalmentsMin > terms.instalmentsMax) {
		const values = {min: String(terms.instalmentsMin), max: String(terms.instalmentsMax)};
		findings.push({code: 'lending/product-range', path: 'instalmentsMax', values});
	}
	return [...findings, ...seasonFindings(terms.periodUnit, terms.periodEvery, 'period.every')];
}

// Money can be lent or put in by and by; what is sold has one price and what is let is one asset.
function trancheFindings({akad, tranchesMax}: ProductTerms): LendingFinding[] {
	if (tranchesMax === 1 || !isIndivisible(akad)) return [];
	const values = {akad, tranches: String(tranchesMax)};
	return [{code: 'lending/product-tranches', path: 'tranchesMax', values}];
}

function fatwaFindings({akad, fees, lateFine}: ProductTerms): LendingFinding[] {
	const findings: LendingFinding[] = [];
	for (const [index, fee] of fees.entries()) {
		if (akad === 'qardh' && fee.kind === 'percent') {
			const values = {fee: fee.name};
			findings.push({code: 'lending/qardh-percent-fee', path: `fees[${index}].kind`, values});
		}
		const wanted = fee.kind === 'fixed' ? fee.amount : fee.rate;
		if (wanted === undefined || wanted.isZero() || wanted.isNegative()) {
			const path = `fees[${index}].${fee.kind === 'fixed' ? 'amount' : 'rate'}`;
			findings.push({code: 'lending/fee-without-size', path, values: {fee: fee.name}});
		}
	}
	if (lateFine?.to === 'income' && isSharia(akad)) {
		findings.push({code: 'lending/fine-as-income', path: 'lateFine.to', values: {akad}});
	}
	return findings;
}

function methodFindings(terms: ProductTerms): LendingFinding[] {
	const {akad, method, yearlyRate} = terms;
	const findings: LendingFinding[] = [];
	const {earning} = akadRules[akad];
	if (!methodsOf[akad].includes(method)) {
		const values = {akad, method, options: methodsOf[akad].join(', ')};
		findings.push({code: 'lending/product-method', path: 'method', values});
	}
	const hasRate = yearlyRate !== undefined && !isZeroRate(yearlyRate);
	if (earning === 'rate' ? !hasRate || isNegativeRate(yearlyRate) : yearlyRate !== undefined) {
		const values = {akad, rate: yearlyRate === undefined ? '-' : rateText(yearlyRate)};
		findings.push({code: 'lending/product-rate', path: 'yearlyRate', values});
	}
	return findings;
}

function purchaseFindings({akad, principalMin, ...terms}: ProductTerms): LendingFinding[] {
	const findings: LendingFinding[] = [];
	if (akad !== 'murabahah') {
		for (const path of ['purchase', 'downPaymentMinRate', 'downPaymentMin'] as const) {
			if (terms[path] === undefined) continue;
			findings.push({code: 'lending/purchase-not-murabahah', path, values: {akad}});
		}
		return findings;
	}
	const {downPaymentMin: least, downPaymentMinRate} = terms;
	if (least === undefined) return findings;
	const path = 'downPaymentMin';
	if (downPaymentMinRate !== undefined) {
		findings.push({code: 'lending/down-payment-two-minimums', path, values: {}});
	}
	if (compare(least, principalMin) >= 0) {
		const values = {min: toText(least), principal: toText(principalMin)};
		findings.push({code: 'lending/down-payment-minimum', path, values});
	}
	return findings;
}

/** What agrees with the nature of each akad: only a loan at a rate has a rate to spread. */
export const methodsOf: Record<Akad, readonly ProductMethod[]> = {
	qardh: ['equal-principal', 'bullet'],
	murabahah: ['level', 'bullet'],
	mudharabah: ['equal-principal', 'bullet'],
	musyarakah: ['equal-principal', 'bullet'],
	ijarah: ['level'],
	jasa: ['flat', 'equal-principal', 'annuity', 'bullet'],
};

/** What a loan asks of a product that it is to be of. */
export type Wanted = {
	readonly akad: Akad;
	readonly principal: Rupiah;
	readonly instalments: number;
	readonly periodUnit: PeriodUnit;
	readonly periodEvery: number;
	readonly appliedOn: LocalDate;
};

/** @throws DomainError with one finding for each bound of the product that the loan is beyond. */
export function decideFits(product: Product, wanted: Wanted): void {
	const findings: LendingFinding[] = [];
	const name = {product: product.code};
	if (wanted.akad !== product.akad) {
		const values = {...name, akad: product.akad};
		findings.push({code: 'lending/product-akad', path: 'akad', values});
	}
	if (
		compare(wanted.principal, product.principalMin) < 0 ||
		compare(wanted.principal, product.principalMax) > 0
	) {
		const values = {
			...name,
			amount: toText(wanted.principal),
			min: toText(product.principalMin),
			max: toText(product.principalMax),
		};
		findings.push({code: 'lending/product-principal', path: 'principal', values});
	}
	if (wanted.instalments < product.instalmentsMin || wanted.instalments > product.instalmentsMax) {
		const values = {
			...name,
			instalments: String(wanted.instalments),
			min: String(product.instalmentsMin),
			max: String(product.instalmentsMax),
		};
		findings.push({code: 'lending/product-instalments', path: 'instalments', values});
	}
	if (wanted.periodUnit !== product.periodUnit || wanted.periodEvery !== product.periodEvery) {
		const values = {...name, every: String(product.periodEvery), unit: product.periodUnit};
		findings.push({code: 'lending/product-period', path: 'period', values});
	}
	refuseAll(findings);
}

/** What a member pays when the loan is disbursed: each fee in whole rupiah, a half rounded up. */
export const feesOf = (
	{fees}: Pick<ProductTerms, 'fees'>,
	principal: Rupiah,
): {readonly name: string; readonly amount: Rupiah}[] =>
	fees
		.map(({name, kind, amount, rate}) => ({
			name,
			amount: kind === 'fixed' ? amount! : portion(principal, rate!, 'half-up', rupiah('1')),
		}))
		.filter(({amount}) => !isZero(amount));

/** The first due date where the product has a cut-off day; undefined leaves it to the period. */
export function firstDueBy(
	{
		cutOffDay,
		periodUnit,
		periodEvery,
	}: Pick<ProductTerms, 'cutOffDay' | 'periodUnit' | 'periodEvery'>,
	disbursedOn: LocalDate,
): LocalDate | undefined {
	if (cutOffDay === undefined || periodUnit !== 'month') return undefined;
	const isLate = partsOf(disbursedOn).day > cutOffDay;
	return addMonths(disbursedOn, periodEvery + (isLate ? 1 : 0));
}
