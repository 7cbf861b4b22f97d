import {toDisplay} from '../kernel/money.ts';
import type {AuditFindingDraft} from '../oversight/index.ts';
import type {Difference, Item, Pair, Reconciliation} from './reconciliation.ts';

const itemWords: Record<Item, {readonly id: string; readonly en: string}> = {
	owed: {id: 'Pokok terutang kepada kota', en: 'Principal owed to the city'},
	share: {id: 'Bagian kota yang terutang', en: "The city's share owed"},
	held: {id: 'Pokok terkumpul, belum disetor', en: 'Principal collected and not remitted'},
	cash: {id: 'Kas dan bank dana', en: 'Cash and bank of the fund'},
	outstanding: {id: 'Pokok pada anggota', en: 'Principal outstanding with members'},
};

const pairWords: Record<Pair, {readonly id: string; readonly en: string}> = {
	'city-book': {id: 'buku kota dan buku koperasi', en: "the city's and the cooperative's book"},
	'city-stated': {
		id: 'buku kota dan angka yang disampaikan koperasi',
		en: "the city's book and what the cooperative stated",
	},
	'stated-book': {
		id: 'angka yang disampaikan koperasi dan bukunya',
		en: 'what the cooperative stated and its book',
	},
};

/**
 * The finding that a difference is: grave between two books, for one of them is wrong, and graver
 * where what a cooperative states of itself is not what its book here holds.
 */
export function draftFinding(
	{book, asOf, number}: Pick<Reconciliation, 'book' | 'asOf' | 'number'>,
	{allocation, item, against, amount}: Difference,
): AuditFindingDraft {
	const [what, between] = [itemWords[item], pairWords[against]];
	const month = asOf.slice(0, 7);
	return {
		book,
		source: 'reconciliation',
		subject: `difference:${month}:${allocation}:${item}:${against}`,
		severity: against === 'stated-book' ? 'critical' : 'high',
		sentence: {
			id: `${what.id} berbeda ${toDisplay(amount)} antara ${between.id} pada ${month}.`,
			en: `${what.en} differs by ${toDisplay(amount)} between ${between.en} in ${month}.`,
		},
		evidence: [{kind: 'document', document: `Rekonsiliasi ${month} nomor ${number}`}],
	};
}
