import {z} from 'zod';
import type {EntryProof} from '../../evidence/index.ts';
import {amountText, dateText, momentText} from '../../http/fields.ts';
import {showCheckCode} from '../../kernel/check-code.ts';
import {toText} from '../../kernel/money.ts';
import {
	type Receipt,
	type ReceiptCheck,
	type ReceiptEntry,
	type ReceiptItem,
	amountInIndonesian,
	isPaidOut,
} from '../index.ts';

const hash = () => z.string().meta({description: 'Hexadecimal SHA-256.'});
const signed = () => ({canonical: z.string(), signature: z.string()});

const proofAnswer = z.strictObject({
	bookPath: z.array(hash()).meta({
		description: "From SHA-256(0x00 || the entry's hash) up to the root of the book.",
	}),
	head: z.strictObject({position: z.int(), size: z.int(), root: hash(), canonical: z.string()}),
	logPath: z.array(hash()).meta({
		description: "From SHA-256(0x00 || the head's text) up to the root of the log.",
	}),
});

const evidenceAnswer = z.strictObject({
	checkpoint: z.strictObject({
		sequence: z.int(),
		takenAt: momentText(),
		logSize: z.int(),
		logRoot: hash(),
		keyId: hash(),
		...signed(),
	}),
	keys: z.array(
		z.strictObject({keyId: hash(), publicKey: z.string(), certifiedBy: hash(), ...signed()}),
	),
});

const state = () =>
	z.enum(['recorded', 'partly-reversed', 'reversed', 'not-recorded']).meta({
		description: 'Whether the payment is in the ledger, was taken back, or was never there.',
	});
const direction = () => z.enum(['received', 'paid-out']);

const entryFields = {
	number: z.int(),
	hash: hash(),
	recordedAt: momentText(),
	amount: amountText(),
	reversal: z
		.strictObject({entry: z.int(), effectiveOn: dateText(), recordedAt: momentText()})
		.nullable(),
	isPostedAgain: z.boolean().meta({
		description: 'Taken back only to be posted again by a later entry of the list.',
	}),
};

export const checkAnswer = z.strictObject({
	receipt: z.string().meta({description: 'The number on the paper.', examples: ['KW-12']}),
	code: z.string(),
	book: z.string(),
	cooperative: z.string(),
	state: state(),
	direction: direction(),
	paidOn: dateText().nullable(),
	amount: amountText().meta({description: 'All that the receipt was given for.'}),
	standing: amountText().meta({description: 'What of it the ledger still says.'}),
	entries: z.array(
		z.strictObject({
			...entryFields,
			proof: proofAnswer.nullable().meta({
				description: 'Null where the newest checkpoint does not cover the entry yet.',
			}),
		}),
	),
	evidence: evidenceAnswer.nullable().meta({
		description: 'The checkpoint that the proofs lead to, and the keys up to its own.',
	}),
	checkedAt: momentText(),
});

export const receiptAnswer = z.strictObject({
	receipt: z.string(),
	book: z.string(),
	cooperative: z.strictObject({name: z.string(), legalNumber: z.string()}),
	state: state(),
	direction: direction(),
	paidOn: dateText().nullable(),
	amount: amountText(),
	amountInWords: z.string().meta({description: 'Terbilang, in Indonesian.'}),
	standing: amountText(),
	items: z.array(
		z.strictObject({
			...entryFields,
			kind: z.string().meta({description: 'The kind of its entry.'}),
			loanNumber: z.int().nullable(),
			member: z.strictObject({number: z.int(), name: z.string()}).nullable(),
			split: z.strictObject({principal: amountText(), margin: amountText()}).nullable(),
			receivedBy: z.string(),
		}),
	),
	code: z.string(),
	checkUrl: z.string(),
});

const presentEntry = (entry: ReceiptEntry) => ({
	number: entry.number,
	hash: entry.hash,
	recordedAt: entry.recordedAt.toISOString(),
	amount: toText(entry.amount),
	reversal: entry.reversal
		? {
				entry: entry.reversal.entryNumber,
				effectiveOn: entry.reversal.effectiveOn,
				recordedAt: entry.reversal.recordedAt.toISOString(),
			}
		: null,
	isPostedAgain: entry.isPostedAgain,
});

// The sealed text of the entry is left out: it names the officer, the loan and the member.
const presentProof = ({bookPath, head, logPath}: EntryProof): z.output<typeof proofAnswer> => ({
	bookPath: [...bookPath],
	head: {position: head.position, size: head.size, root: head.root, canonical: head.canonical},
	logPath: [...logPath],
});

const presentEvidence = ({checkpoint, keys}: EntryProof): z.output<typeof evidenceAnswer> => ({
	checkpoint: {...checkpoint, takenAt: checkpoint.takenAt.toISOString()},
	keys: keys.map(({keyId, publicKey, certifiedBy, canonical, signature}) => ({
		keyId,
		publicKey,
		certifiedBy,
		canonical,
		signature,
	})),
});

const presentSummary = (of: Receipt | ReceiptCheck) => ({
	receipt: of.document,
	code: showCheckCode(of.code),
	state: of.state,
	direction: isPaidOut(of.document) ? ('paid-out' as const) : ('received' as const),
	paidOn: of.paidOn ?? null,
	amount: toText(of.amount),
	standing: toText(of.standing),
});

export function presentCheck(check: ReceiptCheck): z.output<typeof checkAnswer> {
	// All of one answer are under the same checkpoint.
	const [any] = check.proofs.values();
	return {
		...presentSummary(check),
		book: check.book,
		cooperative: check.cooperative,
		entries: check.entries.map((entry) => {
			const proof = check.proofs.get(entry.number);
			return {...presentEntry(entry), proof: proof ? presentProof(proof) : null};
		}),
		evidence: any ? presentEvidence(any) : null,
		checkedAt: check.checkedAt.toISOString(),
	};
}

const presentItem = (item: ReceiptItem) => ({
	...presentEntry(item),
	kind: item.kind,
	loanNumber: item.loanNumber ?? null,
	member: item.member ?? null,
	split: item.split
		? {principal: toText(item.split.principal), margin: toText(item.split.margin)}
		: null,
	receivedBy: item.receivedBy,
});

export const presentReceipt = (receipt: Receipt): z.output<typeof receiptAnswer> => ({
	...presentSummary(receipt),
	book: receipt.book.code,
	cooperative: {
		name: receipt.cooperative.name,
		legalNumber: receipt.cooperative.legalNumber,
	},
	amountInWords: amountInIndonesian(receipt.amount),
	items: receipt.items.map(presentItem),
	checkUrl: receipt.checkUrl,
});
