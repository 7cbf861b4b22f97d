import type {LocalDate} from '../kernel/local-date.ts';
import {type EntryDraft, mirror} from './entry.ts';
import {refuse} from './errors.ts';
import type {SealedEntry} from './hash-chain.ts';

export type ReversalRequest = {
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};

/** The draft that takes an entry back: linked to it, once only, never a reversal of a reversal. */
export function decideReversal(
	original: SealedEntry,
	reversedBy: number | undefined,
	request: ReversalRequest,
): EntryDraft {
	const number = String(original.number);
	if (reversedBy !== undefined) throw refuse('ledger/already-reversed', {number});
	if (original.reverses !== undefined) throw refuse('ledger/reversal-of-reversal', {number});
	if (request.effectiveOn < original.effectiveOn) {
		const values = {date: request.effectiveOn, original: original.effectiveOn};
		throw refuse('ledger/reversal-before-entry', values, 'effectiveOn');
	}
	return {
		book: original.book,
		effectiveOn: request.effectiveOn,
		kind: original.kind,
		reason: request.reason,
		document: request.document,
		lines: mirror(original.lines),
		reverses: original.number,
	};
}
