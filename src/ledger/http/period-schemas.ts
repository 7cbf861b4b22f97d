import {z} from 'zod';
import {accountCode, amountText, dateText, momentText, text} from '../../http/fields.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import {endOfMonth} from '../../kernel/local-date.ts';
import {isPositive, negate, sum, toText, zero} from '../../kernel/money.ts';
import {
	type Account,
	type FrozenTrialBalance,
	type Period,
	decodeTrialBalance,
	isClosed,
} from '../index.ts';

export const periodAnswer = z.strictObject({
	month: z.string(),
	sequence: z.number().meta({description: 'The first, second, third closing of the month.'}),
	requestedBy: z.string(),
	requestedAt: momentText(),
	confirmedBy: z.string().nullable(),
	confirmedAt: momentText().nullable(),
	reopenedBy: z.string().nullable(),
	reopenedAt: momentText().nullable(),
	reopenReason: z.string().nullable(),
	isClosed: z.boolean(),
});

export const presentPeriod = (period: Period): z.output<typeof periodAnswer> => ({
	month: period.startsOn.slice(0, 7),
	sequence: period.sequence,
	requestedBy: period.requestedBy,
	requestedAt: period.requestedAt.toISOString(),
	confirmedBy: period.confirmedBy ?? null,
	confirmedAt: period.confirmedAt?.toISOString() ?? null,
	reopenedBy: period.reopenedBy ?? null,
	reopenedAt: period.reopenedAt?.toISOString() ?? null,
	reopenReason: period.reopenReason ?? null,
	isClosed: isClosed(period),
});

const columns = {debit: amountText(), credit: amountText()};

export const frozenAnswer = z.strictObject({
	meta: z.strictObject({
		book: z.string(),
		month: z.string(),
		sequence: z.number(),
		asOf: dateText(),
		knownToEntry: z.number().meta({description: 'The last entry of the book at that moment.'}),
		tipHash: z.string(),
		frozenAt: momentText(),
		requestedBy: z.string(),
		confirmedBy: z.string(),
	}),
	rows: z.array(
		z.strictObject({account: z.string(), nameId: z.string(), nameEn: z.string(), ...columns}),
	),
	totals: z.strictObject(columns),
	canonical: z.string().meta({description: 'The text that was hashed and signed.'}),
	hash: z.string().meta({description: 'SHA-256 of the text, hexadecimal.'}),
	signature: z.strictObject({
		algorithm: z.literal('Ed25519'),
		keyId: z.string(),
		publicKey: z.string().meta({description: 'SPKI (DER) in base64.'}),
		value: z.string().meta({description: 'Over the UTF-8 bytes of the text, in base64.'}),
	}),
});

/** Shows what was signed, not what would be reckoned today; only the names are of the chart. */
export function presentFrozen(
	frozen: FrozenTrialBalance,
	chart: ReadonlyMap<AccountCode, Account>,
): z.output<typeof frozenAnswer> {
	const {balances, ...closing} = decodeTrialBalance(frozen.canonical);
	const rows = balances.map(({account, balance}) => ({
		account,
		debit: isPositive(balance) ? balance : zero,
		credit: isPositive(balance) ? zero : negate(balance),
	}));
	return {
		meta: {
			book: closing.book,
			month: closing.startsOn.slice(0, 7),
			sequence: closing.sequence,
			asOf: endOfMonth(closing.startsOn),
			knownToEntry: closing.knownToEntry,
			tipHash: closing.tipHash,
			frozenAt: closing.frozenAt.toISOString(),
			requestedBy: closing.requestedBy,
			confirmedBy: closing.confirmedBy,
		},
		rows: rows.map(({account, debit, credit}) => ({
			account,
			nameId: chart.get(account)?.nameId ?? '',
			nameEn: chart.get(account)?.nameEn ?? '',
			debit: toText(debit),
			credit: toText(credit),
		})),
		totals: {
			debit: toText(sum(rows.map(({debit}) => debit))),
			credit: toText(sum(rows.map(({credit}) => credit))),
		},
		canonical: frozen.canonical,
		hash: frozen.hash,
		signature: {
			algorithm: 'Ed25519',
			keyId: frozen.keyId,
			publicKey: frozen.publicKey,
			value: frozen.signature,
		},
	};
}

export const reopenBody = z.strictObject({reason: text({max: 500})});

export const yearBody = z.strictObject({
	equityAccount: accountCode().meta({
		description: 'Where the surplus goes: an account of equity, such as 3.2.09 (SHU).',
	}),
	reason: text({max: 500}),
	document: text({max: 100}),
});
