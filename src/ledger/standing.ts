import {type Rupiah, toText} from '../kernel/money.ts';
import type {Breach} from './verify.ts';

/** An assertion whose kept difference is not what was asserted less the sum of its lines. */
export type StandingDifference = {
	readonly number: number;
	readonly kept?: Rupiah;
	readonly summed?: Rupiah;
};

export function standingBreach(book: string, difference: StandingDifference): Breach {
	const say = (amount: Rupiah | undefined): string =>
		amount === undefined ? 'nothing' : toText(amount);
	return {
		code: 'verify/assertion',
		book,
		explanation:
			`assertion ${difference.number} is kept as differing by ${say(difference.kept)}, ` +
			`by its lines it differs by ${say(difference.summed)}`,
	};
}
