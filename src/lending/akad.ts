import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {AccountCode} from '../kernel/ids.ts';
import {type Rupiah, isZero, toText} from '../kernel/money.ts';
import type {Rate} from '../kernel/rate.ts';
import {refuse} from './errors.ts';

/**
 * The contract of a loan.
 * - Qardh: money lent and paid back, nothing more (DSN-MUI 19/2001).
 * - Murabahah: goods bought and sold on at cost plus an agreed margin (DSN-MUI 4/2000, PSAK 402).
 * - Mudharabah: capital to who works with it, for a share of realised profit (DSN-MUI 7/2000, PSAK
 *   405). Musyarakah: capital beside the partner's own (DSN-MUI 8/2000, PSAK 406); where the
 *   partner buys it back by instalments it is *menurun*.
 * - Ijarah: an asset bought and let for rent (DSN-MUI 9/2000, PSAK 407).
 * - Jasa: a conventional loan at a rate, for a cooperative that is not a BMT.
 */
export const akads = ['qardh', 'murabahah', 'mudharabah', 'musyarakah', 'ijarah', 'jasa'] as const;
export type Akad = (typeof akads)[number];

export const isSharia = (akad: Akad): boolean => akad !== 'jasa';

/** Of one sale at one price, or of one asset that is let, there is no part to disburse. */
export const isIndivisible = (akad: Akad): boolean => akad === 'murabahah' || akad === 'ijarah';

/**
 * What a loan may earn: `none` nothing; `agreed` a sum in rupiah that both know beforehand; `rate`
 * a yearly rate; `share` a part of what the business really earned, whenever it earns it.
 */
export type Earning = 'none' | 'agreed' | 'rate' | 'share';

export type AkadRule = {
	readonly earning: Earning;
	/** What the member has still to pay. */
	readonly receivable: AccountCode;
	/** What of it is not earned yet; deducted from the receivable. */
	readonly deferred?: AccountCode;
	readonly income?: AccountCode;
};

const known = cooperativeAccounts;

export const akadRules: Record<Akad, AkadRule> = {
	qardh: {earning: 'none', receivable: known.qardhReceivable},
	murabahah: {
		earning: 'agreed',
		receivable: known.murabahahReceivable,
		deferred: known.deferredMargin,
		income: known.murabahahMargin,
	},
	mudharabah: {
		earning: 'share',
		receivable: known.mudharabahCapital,
		income: known.mudharabahShare,
	},
	musyarakah: {
		earning: 'share',
		receivable: known.musyarakahCapital,
		income: known.musyarakahShare,
	},
	ijarah: {
		earning: 'agreed',
		receivable: known.ijarahReceivable,
		deferred: known.deferredRent,
		income: known.ijarahRent,
	},
	jasa: {
		earning: 'rate',
		receivable: known.jasaReceivable,
		deferred: known.deferredJasa,
		income: known.jasaIncome,
	},
};

/**
 * The earning that an akad allows: only what is sold or let has a sum agreed beforehand.
 * @throws DomainError `lending/qardh-with-margin`, `lending/murabahah-without-margin`, …
 */
export function decideTerms(akad: Akad, margin: Rupiah, nisbah?: Rate): void {
	const {earning} = akadRules[akad];
	if (earning === 'share' && nisbah === undefined) {
		throw refuse('lending/nisbah-missing', {akad}, 'nisbah');
	}
	if (earning !== 'share' && nisbah !== undefined) {
		throw refuse('lending/nisbah-not-shared', {akad}, 'nisbah');
	}
	if (akad === 'qardh' && !isZero(margin)) {
		throw refuse('lending/qardh-with-margin', {margin: toText(margin)}, 'margin');
	}
	if (akad === 'murabahah' && isZero(margin)) {
		throw refuse('lending/murabahah-without-margin', {}, 'margin');
	}
	if (akad === 'ijarah' && isZero(margin)) {
		throw refuse('lending/ijarah-without-rent', {}, 'margin');
	}
	if ((earning === 'share' || earning === 'rate') && !isZero(margin)) {
		throw refuse(`lending/${earning}-with-margin`, {akad, margin: toText(margin)}, 'margin');
	}
}
