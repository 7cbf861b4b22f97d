import type {StagedRow} from './reading.ts';

// What somebody would point at to say that a row was posted already.
const keyNames: Readonly<Record<string, readonly string[]>> = {
	members: ['nik'],
	balances: ['account', 'fund'],
	loans: ['loan'],
	payments: ['loan', 'paidOn', 'amount', 'document'],
	savings: ['member', 'product', 'effectiveOn', 'amount', 'document'],
	groups: ['group'],
	memberships: ['group', 'member'],
	collections: ['loan', 'paidOn', 'amount', 'document'],
	allocations: ['agreement'],
	tranches: ['agreement', 'document'],
};

/** By what a row is the same row, in whichever file it comes. */
export const keyOf = ({part, values}: Pick<StagedRow, 'part' | 'values'>): string =>
	JSON.stringify([part, ...keyNames[part]!.map((name) => (values[name] ?? '').toLowerCase())]);

/** Whether all that the key of a row is made of could be read. */
export const isKeyRead = ({part, unread}: Pick<StagedRow, 'part' | 'unread'>): boolean =>
	!keyNames[part]!.some((name) => unread[name] !== undefined);

/** The key of the row that a row belongs to: the loan of a payment, the group of a membership, … */
export function parentKeyOf({
	part,
	values,
}: Pick<StagedRow, 'part' | 'values'>): string | undefined {
	if (part === 'payments') return keyOf({part: 'loans', values});
	if (part === 'tranches') return keyOf({part: 'allocations', values});
	return part === 'memberships' ? keyOf({part: 'groups', values}) : undefined;
}

/** All that a row says, in one order: the same key with other content is another fact. */
export const contentOf = ({part, values}: Pick<StagedRow, 'part' | 'values'>): string =>
	JSON.stringify([part, ...Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]);

/**
 * In which order rows are posted: by day, and on a day what comes first in life. So a fund is
 * repaid before it is lent again, whatever the order of the file.
 */
export function orderOf({part, values}: Pick<StagedRow, 'part' | 'values'>): string {
	switch (part) {
		case 'loans':
			return `${values.disbursedOn ?? ''} 2`;
		case 'payments':
			// After the loans of the day, for a loan may be paid of on the day that it went out.
			return `${values.paidOn ?? ''} 3`;
		case 'savings':
			return `${values.effectiveOn ?? ''} 1`;
		case 'groups':
			return '1';
		case 'memberships':
			return `2 ${values.joinedOn ?? ''}`;
		case 'collections':
			return values.paidOn ?? '';
		case 'allocations':
			return `1 ${values.agreedOn ?? ''}`;
		case 'tranches':
			return `2 ${values.receivedOn ?? ''}`;
		default:
			return '';
	}
}
