import {type LocalDate, daysBetween} from '../kernel/local-date.ts';
import {type Rupiah, isPositive, max, min, subtract, sum, zero} from '../kernel/money.ts';

/** Principal that a member paid back: what a cooperative has to remit from that day on. */
export type Collected = {
	readonly collectedOn: LocalDate;
	/** The number of the payment's entry in the cooperative's book. */
	readonly entryNumber: number;
	readonly document: string;
	readonly amount: Rupiah;
};

/** A payment of which the city has not got all. */
export type Held = Collected & {
	readonly held: Rupiah;
	readonly days: number;
	/** Held for longer than the programme allows. */
	readonly isLate: boolean;
};

/** What is held of each payment: what was remitted is of the earliest collected first. */
export function ageCollected(
	collected: readonly Collected[],
	heldInAll: Rupiah,
	{day, remittanceDays}: {readonly day: LocalDate; readonly remittanceDays: number},
): Held[] {
	let remitted = max(subtract(sum(collected.map(({amount}) => amount)), heldInAll), zero);
	const rows: Held[] = [];
	for (const payment of collected) {
		const gone = min(remitted, payment.amount);
		remitted = subtract(remitted, gone);
		const held = subtract(payment.amount, gone);
		const days = daysBetween(payment.collectedOn, day);
		if (isPositive(held)) rows.push({...payment, held, days, isLate: days > remittanceDays});
	}
	return rows;
}
