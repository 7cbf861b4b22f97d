import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {AccountCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {
	type Rate,
	addRates,
	isNegativeRate,
	isZeroRate,
	percent,
	subtractRates,
	toPercentText,
} from '../kernel/rate.ts';
import type {Account} from '../ledger/index.ts';
import {type SavingProduct, productOf} from '../savings/index.ts';
import {refuse} from './errors.ts';

const {generalReserve, riskReserve, surplusFunds, surplusShares, currentSurplus} =
	cooperativeAccounts;

/**
 * What a surplus is parted into, and the account that each part goes to where the cooperative names
 * no other. Members have theirs by what they saved (jasa simpanan) and by what they paid for their
 * loans (jasa usaha).
 */
export const partAccounts = {
	'general-reserve': generalReserve,
	'risk-reserve': riskReserve,
	'member-savings': surplusShares,
	'member-business': surplusShares,
	education: surplusFunds,
	social: surplusFunds,
	management: surplusFunds,
	employees: surplusFunds,
	'area-development': surplusFunds,
	other: surplusFunds,
} as const satisfies Record<string, AccountCode>;

export type PartKind = keyof typeof partAccounts;

export const partKinds = Object.keys(partAccounts) as [PartKind, ...PartKind[]];

/** One part of a rule, in the order of the cooperative's own document. */
export type RulePart = {
	readonly kind: PartKind;
	/** As the document calls it: `Dana pendidikan`. */
	readonly name: string;
	/** Of the whole surplus: 0.4 is forty per cent. At most six decimals of a per cent. */
	readonly percent: Rate;
	readonly account: AccountCode;
};

/** What decided a rule: the statutes (AD/ART), or a meeting of the members (Rapat Anggota). */
export const ruleBases = ['statutes', 'member-meeting'] as const;
export type RuleBasis = (typeof ruleBases)[number];

/**
 * How a cooperative distributes its surplus, from a day on. No law names percentages (UU 25/1992
 * Pasal 45 leaves them to the statutes and the Rapat Anggota), so there is none but its own.
 */
export type SurplusRule = {
	/** 1, 2, …: of one day the later version counts. */
	readonly version: number;
	readonly effectiveFrom: LocalDate;
	readonly basis: RuleBasis;
	/** The number of that document. */
	readonly document: string;
	/** The savings by which members have the part `member-savings`. */
	readonly savingProducts: readonly SavingProduct[];
	readonly parts: readonly RulePart[];
	readonly recordedBy: string;
	readonly recordedAt: Date;
};

export const isMemberPart = (kind: PartKind): boolean =>
	kind === 'member-savings' || kind === 'member-business';

/** A percentage as text, with as many decimals as it has: `12.5`. */
export const percentTextOf = (rate: Rate): string => toPercentText(rate, 6).replace(/\.?0+$/u, '');

/**
 * Judges a new rule beside those there are.
 * @throws DomainError `surplus/…`, the first thing that is wrong with it.
 */
export function decideRule(
	wanted: Pick<SurplusRule, 'effectiveFrom' | 'parts' | 'savingProducts'>,
	{
		rules,
		accounts,
	}: {
		readonly rules: readonly Pick<SurplusRule, 'effectiveFrom'>[];
		readonly accounts: ReadonlyMap<AccountCode, Account>;
	},
): void {
	const last = rules
		.map(({effectiveFrom}) => effectiveFrom)
		.toSorted()
		.at(-1);
	if (last !== undefined && wanted.effectiveFrom < last) {
		throw refuse('surplus/rule-not-later', {last, date: wanted.effectiveFrom}, 'effectiveFrom');
	}
	for (const [index, part] of wanted.parts.entries()) {
		decidePart(part, `parts[${index}]`, accounts);
	}
	decideKinds(wanted.parts);
	const whole = wanted.parts.map((part) => part.percent).reduce(addRates, percent('0'));
	if (!isZeroRate(subtractRates(whole, percent('100')))) {
		throw refuse('surplus/parts-not-whole', {total: percentTextOf(whole)}, 'parts');
	}
	const isBySavings = wanted.parts.some(({kind}) => kind === 'member-savings');
	if (isBySavings && wanted.savingProducts.length === 0) {
		throw refuse('surplus/no-saving-product', {}, 'savingProducts');
	}
}

function decidePart(
	{percent: rate, kind, account: code}: RulePart,
	path: string,
	accounts: ReadonlyMap<AccountCode, Account>,
): void {
	if (isZeroRate(rate) || isNegativeRate(rate)) {
		throw refuse('surplus/percent-not-positive', {percent: percentTextOf(rate)}, `${path}.percent`);
	}
	if (!isZeroRate(subtractRates(rate, percent(toPercentText(rate, 6))))) {
		throw refuse('surplus/percent-too-fine', {}, `${path}.percent`);
	}
	const account = accounts.get(code);
	if (account && isAccountOf(kind, account)) return;
	throw refuse('surplus/wrong-account', {account: code, kind}, `${path}.account`);
}

/**
 * Whether a part may go to an account: reserves are equity, members' parts have their own account,
 * all others go where nothing else is kept.
 */
function isAccountOf(kind: PartKind, account: Account): boolean {
	if (isMemberPart(kind)) return account.code === surplusShares;
	const isFree =
		account.floor === 'none' &&
		!account.isControlled &&
		account.code !== currentSurplus &&
		productOf(account.code) === undefined;
	if (!isFree) return false;
	const isReserve = kind === 'general-reserve' || kind === 'risk-reserve';
	return account.class === 'equity' || (!isReserve && account.class === 'liability');
}

/** Every kind once, but for other parts; and the general reserve, which takes what is left over. */
function decideKinds(parts: readonly RulePart[]): void {
	const seen = new Set<PartKind>();
	for (const [index, {kind}] of parts.entries()) {
		if (kind !== 'other' && seen.has(kind)) {
			throw refuse('surplus/part-twice', {kind}, `parts[${index}].kind`);
		}
		seen.add(kind);
	}
	if (!seen.has('general-reserve')) throw refuse('surplus/no-general-reserve', {}, 'parts');
}

/** The rule in force on a day. */
export const ruleOn = (rules: readonly SurplusRule[], day: LocalDate): SurplusRule | undefined =>
	rules
		.filter(({effectiveFrom}) => effectiveFrom <= day)
		.toSorted((a, b) => a.version - b.version)
		.at(-1);
