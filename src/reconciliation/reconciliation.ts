import {isOnePerson} from '../kernel/actor.ts';
import type {AllocationId, BookCode, ReconciliationId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	compare,
	isNegative,
	isZero,
	negate,
	subtract,
	sum,
	toText,
} from '../kernel/money.ts';
import {type ReconciliationFinding, refuse, refuseAll} from './errors.ts';

/**
 * What is compared of an allocation at a month's end: principal owed to the city, the city's share
 * of earnings owed, principal held for the city, the fund's cash and bank, and principal that
 * members owe. Of the first two the city has figures of its own.
 */
export const items = ['owed', 'share', 'held', 'cash', 'outstanding'] as const;
export type Item = (typeof items)[number];

/** Whose figure: the city's book, the cooperative's book here, or what the cooperative stated. */
export type Party = 'city' | 'book' | 'stated';

/** One figure of one allocation as each party has it; a party that keeps none of it is left out. */
export type ComparedLine = {
	readonly allocation: AllocationId;
	readonly agreementNumber: string;
	readonly item: Item;
	readonly figures: Readonly<Partial<Record<Party, Rupiah>>>;
};

/** Why a part of a difference is there, with the paper that shows it. */
export type Explanation = {
	readonly allocation: AllocationId;
	readonly item: Item;
	readonly against: Pair;
	/** Rupiah of the difference that this explains, with its sign. */
	readonly amount: Rupiah;
	readonly reason: string;
	readonly document: string;
	readonly explainedBy: string;
};

export type Side = 'cooperative' | 'city';

export type Signature = {
	readonly side: Side;
	readonly signedBy: string;
	readonly userId: string;
	readonly signedAt: Date;
};

/** What city and cooperative say of each other at a month's end, until both have signed it. */
export type Reconciliation = {
	readonly id: ReconciliationId;
	readonly book: BookCode;
	readonly number: number;
	/** The last day of the month. */
	readonly asOf: LocalDate;
	/** Whether the cooperative's book is here; what it keeps elsewhere it states. */
	readonly booksKept: 'here' | 'elsewhere';
	readonly preparedBy: string;
	readonly preparedAt: Date;
	readonly lines: readonly ComparedLine[];
	readonly explanations: readonly Explanation[];
	readonly signatures: readonly Signature[];
};

/** Between whom a difference is: the first less the second. */
export type Pair = 'city-book' | 'city-stated' | 'stated-book';

const pairs: Record<Pair, readonly [Party, Party]> = {
	'city-book': ['city', 'book'],
	'city-stated': ['city', 'stated'],
	'stated-book': ['stated', 'book'],
};

/** A figure on which two parties do not agree. */
export type Difference = {
	readonly allocation: AllocationId;
	readonly item: Item;
	readonly against: Pair;
	readonly amount: Rupiah;
	readonly explained: Rupiah;
	/** What nobody has explained yet. */
	readonly open: Rupiah;
};

/** Every difference, with what of it has been explained. */
export function differencesOf({
	lines,
	explanations,
}: Pick<Reconciliation, 'lines' | 'explanations'>): Difference[] {
	return lines.flatMap(({allocation, item, figures}) =>
		pairsOf(figures).flatMap((against) => {
			const [first, second] = pairs[against];
			const amount = subtract(figures[first]!, figures[second]!);
			if (isZero(amount)) return [];
			const about = isAbout({allocation, item, against});
			const explained = sum(explanations.filter(about).map((one) => one.amount));
			return [{allocation, item, against, amount, explained, open: subtract(amount, explained)}];
		}),
	);
}

type About = Pick<Explanation, 'allocation' | 'item' | 'against'>;

const isAbout =
	({allocation, item, against}: About) =>
	(one: About): boolean =>
		one.allocation === allocation && one.item === item && one.against === against;

// City and book are compared wherever both are; two that agree with the third agree.
const pairsOf = (figures: ComparedLine['figures']): Pair[] =>
	(Object.keys(pairs) as Pair[]).filter((pair) => {
		const [first, second] = pairs[pair];
		if (figures[first] === undefined || figures[second] === undefined) return false;
		return pair !== 'city-stated' || figures.book === undefined;
	});

/** What somebody says explains so much of a difference, in rupiah above zero. */
export type NewExplanation = Omit<Explanation, 'explainedBy'>;

/**
 * The explanation with the sign of its difference: it is of one that is there, and of no more than
 * is open of it.
 * @throws DomainError `reconciliation/signed-already`, `reconciliation/no-difference`,
 * `reconciliation/explains-too-much`.
 */
export function decideExplanation(
	reconciliation: Reconciliation,
	wanted: NewExplanation,
): NewExplanation {
	const {allocation, item, against, amount} = wanted;
	if (reconciliation.signatures.length > 0) {
		throw refuse('reconciliation/signed-already', {by: reconciliation.signatures[0]!.signedBy});
	}
	const difference = differencesOf(reconciliation).find(isAbout({allocation, item, against}));
	if (!difference) throw refuse('reconciliation/no-difference', {item, against}, 'item');
	const isBelow = isNegative(difference.open);
	const open = isBelow ? negate(difference.open) : difference.open;
	if (compare(amount, open) > 0) {
		const values = {amount: toText(amount), open: toText(open)};
		throw refuse('reconciliation/explains-too-much', values, 'amount');
	}
	return {...wanted, amount: isBelow ? negate(amount) : amount};
}

/**
 * Both sign, each once and as different people, when nothing is left unexplained.
 * @throws DomainError with all that stands against it.
 */
export function decideSignature(
	reconciliation: Reconciliation,
	{side, signedBy, userId}: Omit<Signature, 'signedAt'>,
): void {
	const before = reconciliation.signatures.find((one) => one.side === side);
	if (before) throw refuse('reconciliation/side-signed', {side, by: before.signedBy});
	const findings: ReconciliationFinding[] = [];
	const isOne = (one: Signature): boolean =>
		one.userId === userId || isOnePerson(one.signedBy, signedBy);
	if (reconciliation.signatures.some(isOne)) {
		findings.push({code: 'reconciliation/same-person', path: '', values: {person: signedBy}});
	}
	for (const {item, against, open, allocation} of differencesOf(reconciliation)) {
		if (isZero(open)) continue;
		const values = {item, against, open: toText(open), allocation};
		findings.push({code: 'reconciliation/unexplained', path: 'lines', values});
	}
	refuseAll(findings);
}

const sides: readonly Side[] = ['cooperative', 'city'];

/** Whether both sides have signed. */
export const isSigned = ({signatures}: Pick<Reconciliation, 'signatures'>): boolean =>
	sides.every((side) => signatures.some((one) => one.side === side));

/** All figures as one text, the same whatever their order. */
export const figuresText = (lines: readonly ComparedLine[]): string =>
	lines
		.map(({allocation, item, figures: {city, book, stated}}) => {
			const figures = [city, book, stated].map((one) => (one === undefined ? '-' : toText(one)));
			return [allocation, item, ...figures].join(' ');
		})
		.toSorted()
		.join('\n');
