import type {BookMember} from '../cooperatives/index.ts';
import type {BookCode, MemberId, SavingMovementId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, compare, min, negate, sum, toText} from '../kernel/money.ts';
import {refuse} from './errors.ts';
import {type SavingProduct, isWithdrawable} from './product.ts';

/** Where the money is or comes from: cash, the bank, or a member's share of the surplus. */
export type SavingMethod = 'cash' | 'bank' | 'surplus';

export type SavingKind = 'deposit' | 'withdrawal';

/** A deposit or a withdrawal with its slip, or the reversal of one. */
export type SavingMovement = {
	readonly id: SavingMovementId;
	readonly book: BookCode;
	readonly member: MemberId;
	readonly product: SavingProduct;
	readonly kind: SavingKind;
	/** The number of the slip, of deposits and withdrawals apart; a reversal has none. */
	readonly number?: number;
	readonly effectiveOn: LocalDate;
	readonly method: SavingMethod;
	readonly amount: Rupiah;
	readonly entryNumber: number;
	/** The movement that this one takes back. */
	readonly reverses?: SavingMovementId;
	/** Paid back because the member left. */
	readonly isLeaving: boolean;
	readonly recordedBy: string;
	readonly isReversed: boolean;
};

type Moved = Pick<SavingMovement, 'kind' | 'amount' | 'effectiveOn' | 'reverses'>;

/** What a movement adds to what the member has: below zero where it takes. */
export const changeOf = ({kind, amount, reverses}: Moved): Rupiah =>
	(kind === 'deposit') === (reverses === undefined) ? amount : negate(amount);

/**
 * The least that a member has at the end of a day or of any day after it. More must not be taken on
 * that day, or a day in between would have been below zero.
 */
export function lowestFrom(movements: readonly Moved[], day: LocalDate): Rupiah {
	const ordered = movements.toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn));
	let held = sum(ordered.filter(({effectiveOn}) => effectiveOn <= day).map(changeOf));
	let lowest = held;
	const later = ordered.filter(({effectiveOn}) => effectiveOn > day);
	for (const [index, movement] of later.entries()) {
		held = add(held, changeOf(movement));
		const isDayOver = later[index + 1]?.effectiveOn !== movement.effectiveOn;
		if (isDayOver) lowest = min(lowest, held);
	}
	return lowest;
}

/**
 * Judges that something is moved for a member on a day.
 * @throws DomainError `savings/member-left`, `savings/before-member-joined`.
 */
export function decideMember(
	{number, joinedOn, leftOn}: Pick<BookMember, 'number' | 'joinedOn' | 'leftOn'>,
	day: LocalDate,
	path: string,
): void {
	if (leftOn !== undefined) {
		throw refuse('savings/member-left', {number: String(number), leftOn}, 'member');
	}
	if (day < joinedOn) {
		throw refuse('savings/before-member-joined', {date: day, joinedOn}, path);
	}
}

/**
 * Judges that an amount is taken from a member's savings on a day.
 * @throws DomainError `savings/below-zero`.
 */
export function decideTaking(
	{product, amount, day}: {product: SavingProduct; amount: Rupiah; day: LocalDate},
	movements: readonly Moved[],
): void {
	const held = lowestFrom(movements, day);
	if (compare(amount, held) <= 0) return;
	const values = {product, date: day, held: toText(held), amount: toText(amount)};
	throw refuse('savings/below-zero', values, 'amount');
}

/** Judges that a member takes from a product while they are one. @throws `savings/locked`. */
export function decideProduct(product: SavingProduct): void {
	if (!isWithdrawable(product)) throw refuse('savings/locked', {product}, 'product');
}

/**
 * Judges that a movement is taken back by itself.
 * @throws DomainError `savings/reversal-of-reversal`, `savings/already-reversed`,
 * `savings/part-of-leaving`.
 */
export function decideReversible(movement: SavingMovement): void {
	if (movement.reverses !== undefined) throw refuse('savings/reversal-of-reversal');
	const document = slipOf(movement.kind, movement.number!);
	if (movement.isReversed) throw refuse('savings/already-reversed', {document});
	if (movement.isLeaving) throw refuse('savings/part-of-leaving', {document});
}

/** What is printed on the slip: SS for a deposit (setoran), PS for a withdrawal (penarikan). */
export const slipOf = (kind: SavingKind, number: number): string =>
	`${kind === 'deposit' ? 'SS' : 'PS'}-${number}`;
