import {createPublicKey, verify} from 'node:crypto';
import type {AccountCode, BookCode} from '../kernel/ids.ts';
import {type LocalDate, endOfMonth} from '../kernel/local-date.ts';
import {type Rupiah, isNegative, negate, rupiah, toText, zero} from '../kernel/money.ts';
import type {Signer} from '../kernel/signer.ts';
import {sha256} from './hash-chain.ts';
import type {Breach} from './verify.ts';

/** What an account held, debits less credits. */
export type AccountBalance = {readonly account: AccountCode; readonly balance: Rupiah};

/** A trial balance of a month's end, as known when the month was closed. */
export type ClosingBalance = {
	readonly book: BookCode;
	readonly startsOn: LocalDate;
	readonly sequence: number;
	/** The last entry that was known, and its hash: the place in the chain. */
	readonly knownToEntry: number;
	readonly tipHash: string;
	readonly frozenAt: Date;
	readonly requestedBy: string;
	readonly confirmedBy: string;
	/** Every account that was ever moved, in the order of its code. */
	readonly balances: readonly AccountBalance[];
};

/** A closing's trial balance as it was signed. */
export type FrozenTrialBalance = {
	readonly startsOn: LocalDate;
	readonly sequence: number;
	readonly knownToEntry: number;
	readonly frozenAt: Date;
	/** The encoded trial balance: what was hashed and signed. */
	readonly canonical: string;
	/** Hexadecimal SHA-256 of {@link canonical}. */
	readonly hash: string;
	readonly keyId: string;
	readonly publicKey: string;
	/** Ed25519 over {@link canonical}, in base64. */
	readonly signature: string;
};

export const trialBalanceVersion = 'bergulir/trial-balance/1';

/** Writes a closing's trial balance down for ever. */
export function freeze(closing: ClosingBalance, signer: Signer): FrozenTrialBalance {
	const {startsOn, sequence, knownToEntry, frozenAt} = closing;
	const canonical = encodeTrialBalance(closing);
	return {
		startsOn,
		sequence,
		knownToEntry,
		frozenAt,
		canonical,
		hash: sha256(canonical),
		keyId: signer.keyId,
		publicKey: signer.publicKey,
		signature: signer.sign(canonical),
	};
}

/**
 * The one encoder of a frozen trial balance: a JSON array in a fixed order, as that of an entry.
 * The version stands first; another order or another field is another version.
 */
export const encodeTrialBalance = (closing: ClosingBalance): string =>
	JSON.stringify([
		trialBalanceVersion,
		closing.book,
		closing.startsOn.slice(0, 7),
		closing.sequence,
		endOfMonth(closing.startsOn),
		closing.knownToEntry,
		closing.tipHash,
		closing.frozenAt.toISOString(),
		closing.requestedBy,
		closing.confirmedBy,
		closing.balances.map(({account, balance}) => [
			account,
			toText(isNegative(balance) ? zero : balance),
			toText(isNegative(balance) ? negate(balance) : zero),
		]),
	]);

/** What {@link encodeTrialBalance} wrote, to be shown. */
export function decodeTrialBalance(canonical: string): ClosingBalance {
	const [
		,
		book,
		month,
		sequence,
		,
		knownToEntry,
		tipHash,
		frozenAt,
		requestedBy,
		confirmedBy,
		rows,
	] = JSON.parse(canonical) as Encoded;
	return {
		book: book as BookCode,
		startsOn: `${month}-01` as LocalDate,
		sequence,
		knownToEntry,
		tipHash,
		frozenAt: new Date(frozenAt),
		requestedBy,
		confirmedBy,
		balances: rows.map(([account, debit, credit]) => ({
			account: account as AccountCode,
			balance: debit === '0.00' ? negate(rupiah(credit)) : rupiah(debit),
		})),
	};
}

type Encoded = readonly [
	version: string,
	book: string,
	month: string,
	sequence: number,
	asOf: string,
	knownToEntry: number,
	tipHash: string,
	frozenAt: string,
	requestedBy: string,
	confirmedBy: string,
	rows: readonly (readonly [account: string, debit: string, credit: string])[],
];

/**
 * Whether the signature of a frozen trial balance is that of the key beside it. Whose key that is,
 * the installation's list of keys says.
 */
export function isSigned({canonical, publicKey, signature}: FrozenTrialBalance): boolean {
	const key = createPublicKey({
		key: Buffer.from(publicKey, 'base64'),
		format: 'der',
		type: 'spki',
	});
	return verify(null, Buffer.from(canonical, 'utf8'), key, Buffer.from(signature, 'base64'));
}

export const signatureBreach = (book: string, frozen: FrozenTrialBalance): Breach => ({
	code: 'verify/frozen',
	book,
	explanation: `${nameOf(frozen)} was not signed by the key beside it`,
});

/** A frozen trial balance that does not say what the journal says at its entry. */
export type FrozenDifference = {
	readonly startsOn: LocalDate;
	readonly sequence: number;
	readonly knownToEntry: number;
	/** The account of which they differ; what else the text states when undefined. */
	readonly account?: string;
	/** Debits less credits, as signed and as the lines sum; undefined where there is none. */
	readonly frozen?: Rupiah;
	readonly summed?: Rupiah;
};

export function frozenBreach(book: string, difference: FrozenDifference): Breach {
	const {startsOn, sequence, knownToEntry, account, frozen, summed} = difference;
	const closing = nameOf({startsOn, sequence});
	const say = (amount: Rupiah | undefined): string =>
		amount === undefined ? 'nothing' : toText(amount);
	return {
		code: 'verify/frozen',
		book,
		explanation:
			account === undefined
				? `${closing} does not state the place in the chain that it was frozen at`
				: `${closing} has account ${account} at ${say(frozen)}, ` +
					`its lines to entry ${knownToEntry} sum to ${say(summed)}`,
	};
}

const nameOf = ({startsOn, sequence}: Pick<FrozenTrialBalance, 'startsOn' | 'sequence'>): string =>
	`the trial balance of ${startsOn.slice(0, 7)} (closing ${sequence})`;
