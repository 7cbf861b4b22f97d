import {z} from 'zod';
import {writeCursor} from '../../http/cursor.ts';
import {
	accountCode,
	amountText,
	bookCode,
	date,
	dateText,
	id,
	moment,
	momentText,
	pageQuery,
} from '../../http/fields.ts';
import type {Language} from '../../kernel/errors.ts';
import {equals, isZero, toText} from '../../kernel/money.ts';
import {
	type AssertedBalance,
	type Axes,
	type ExplainedBalance,
	type ExplainedEntry,
	type FrozenAccount,
	type Movement,
	type ReportWork,
	explainInWords,
} from '../index.ts';

export const explanationParams = z.strictObject({book: bookCode(), code: accountCode()});

export const explanationQuery = z.strictObject({
	asOf: date().optional().meta({description: 'Up to and including this day; today without it.'}),
	knownAt: moment().optional().meta({description: 'As the books stood at this moment.'}),
	fund: id<string>().optional().meta({description: 'Only what names this fund (allocation).'}),
	loan: id<string>().optional().meta({description: 'Only what names this loan.'}),
	...pageQuery,
});

export const explanationPosition = z.object({effectiveOn: date(), number: z.int()});

const onNormalSide = (description: string) =>
	amountText().meta({description: `${description} On the account's normal side.`});
const hash = () => z.string().meta({description: 'Hexadecimal SHA-256.'});
const place = z.strictObject({number: z.number(), hash: hash()});

const movementAnswer = z.strictObject({
	kind: z.string(),
	entries: z.number(),
	increase: amountText(),
	decrease: amountText(),
});

const entryAnswer = z.strictObject({
	number: z.number(),
	effectiveOn: dateText(),
	recordedAt: momentText(),
	debit: amountText(),
	credit: amountText(),
	amount: onNormalSide('What it moved.'),
	balanceAfter: onNormalSide('What the account held after it, in the order in which they count.'),
	actor: z.string(),
	kind: z.string(),
	reason: z.string(),
	document: z.string(),
	reverses: z.number().nullable(),
	hash: hash(),
});

const assertionAnswer = z.strictObject({
	number: z.number(),
	assertedOn: dateText(),
	source: z.string(),
	document: z.string(),
	fund: z.string().nullable(),
	member: z.string().nullable(),
	assertedBy: z.string(),
	recordedAt: momentText(),
	amount: onNormalSide('What was asserted.'),
	difference: amountText()
		.nullable()
		.meta({description: 'Asserted less what the ledger says; null once it is withdrawn.'}),
	holds: z.boolean().nullable().meta({description: 'Null once it is withdrawn.'}),
	brokenBy: z.array(z.number()).meta({description: 'Entries after which it held no more.'}),
});

const closingAnswer = z.strictObject({
	month: z.string(),
	sequence: z.number().meta({description: 'Its first, second, third closing.'}),
	requestedBy: z.string(),
	confirmedBy: z.string(),
	confirmedAt: momentText(),
	reopenedBy: z.string().nullable(),
	reopenedAt: momentText().nullable(),
	reopenReason: z.string().nullable(),
	knownToEntry: z.number(),
	hash: hash().meta({description: 'Of the frozen trial balance as it was signed.'}),
	keyId: z.string(),
	frozen: onNormalSide('What the whole account held at the end of the month, as signed.'),
	balance: onNormalSide('What the ledger says of it.'),
	holds: z.boolean(),
});

const checkpointAnswer = z.strictObject({
	sequence: z.number(),
	takenAt: momentText(),
	logSize: z.number(),
	logRoot: hash(),
	keyId: z.string(),
});

export const explanationAnswer = z.strictObject({
	meta: z.strictObject({
		report: z.string(),
		book: z.string(),
		asOf: dateText(),
		knownAt: momentText().nullable(),
		fund: z.string().nullable(),
		loan: z.string().nullable(),
		generatedAt: momentText(),
		askedBy: z.string(),
	}),
	account: z.strictObject({
		code: z.string(),
		nameId: z.string(),
		nameEn: z.string(),
		class: z.string(),
		normalSide: z.enum(['debit', 'credit']),
	}),
	balance: onNormalSide('As every report has it.'),
	sentence: z.string().meta({description: 'The same, as one would tell it.'}),
	opening: z.strictObject({
		basis: z.enum(['closed-month', 'sealed-month', 'book-opened']).meta({
			description:
				'The last month closed before the day; else the last whose sums are sealed; else the ' +
				'opening of the book, before which there was nothing.',
		}),
		on: dateText(),
		balance: onNormalSide('At the end of that day; nothing where it is the opening of the book.'),
	}),
	movements: z.strictObject({
		entries: z.number(),
		increase: onNormalSide('What was added since the opening.'),
		decrease: onNormalSide('What was taken since the opening.'),
		kinds: z.array(movementAnswer),
	}),
	addsUp: z.boolean().meta({
		description:
			'Whether opening + increase - decrease = balance: the movements are summed from the lines, ' +
			'the balances are read as reports read them.',
	}),
	entries: z
		.array(entryAnswer)
		.meta({description: 'In the order in which they count, the newest first, to the very first.'}),
	nextCursor: z.string().nullable(),
	assertions: z.array(assertionAnswer).meta({
		description: 'For that day or earlier, the newest first, 31 at most.',
	}),
	closings: z.array(closingAnswer).meta({
		description: 'Of months up to that of the day, the newest first, 12 at most.',
	}),
	chain: z.strictObject({
		tip: place.nullable().meta({description: 'The last entry that is known.'}),
		lastEntry: place.nullable().meta({description: 'The last, by number, that moved it.'}),
		checkpoint: checkpointAnswer.nullable().meta({
			description: 'The newest checkpoint, if it covers that entry; a proof is under /v1/audit.',
		}),
	}),
});

type Answer = z.output<typeof explanationAnswer>;

/** An explained balance as it is answered. */
export function presentExplanation(
	work: ReportWork,
	{asOf, knownAt}: Axes,
	explained: ExplainedBalance,
	language: Language,
): Answer {
	const {book, subject, start, behind, next, assertions, closings, tip} = explained;
	const {code, nameId, nameEn, class: accountClass, normalSide} = subject.account;
	return {
		meta: {
			report: 'explanation',
			book: book.code,
			asOf,
			knownAt: knownAt?.toISOString() ?? null,
			fund: subject.fund ?? null,
			loan: subject.loan ?? null,
			generatedAt: work.now().toISOString(),
			askedBy: work.actor.name,
		},
		account: {code, nameId, nameEn, class: accountClass, normalSide},
		balance: toText(explained.balance),
		sentence: tell({asOf, ...(knownAt === undefined ? {} : {knownAt})}, explained, language),
		opening: {...start, balance: toText(explained.opening)},
		movements: {
			entries: explained.entries,
			increase: toText(explained.increase),
			decrease: toText(explained.decrease),
			kinds: explained.movements.map(presentMovement),
		},
		addsUp: explained.addsUp,
		entries: behind.map(presentEntry),
		nextCursor: next === undefined ? null : writeCursor(next),
		assertions: assertions.map(presentAssertion),
		closings: closings.map(presentClosing),
		chain: {
			tip: tip ?? null,
			lastEntry: explained.lastTouch ?? null,
			checkpoint: presentCheckpoint(explained),
		},
	};
}

function tell(axes: Axes, explained: ExplainedBalance, language: Language): string {
	const {book, subject, start, assertions, lastTouch, checkpoint} = explained;
	const assertion = assertions.find(
		({fund, member, difference}) =>
			fund === subject.fund && member === undefined && difference !== undefined,
	);
	return explainInWords(
		{
			...axes,
			...subject,
			timeZone: book.timeZone,
			start,
			explanation: explained,
			...(assertion === undefined ? {} : {assertion}),
			...(lastTouch === undefined ? {} : {lastEntry: lastTouch.number}),
			...(checkpoint === undefined ? {} : {checkpoint: checkpoint.sequence}),
		},
		language,
	);
}

const presentMovement = ({kind, entries, increase, decrease}: Movement) => ({
	kind,
	entries,
	increase: toText(increase),
	decrease: toText(decrease),
});

const presentEntry = (entry: ExplainedEntry): Answer['entries'][number] => ({
	number: entry.number,
	effectiveOn: entry.effectiveOn,
	recordedAt: entry.recordedAt.toISOString(),
	debit: toText(entry.debit),
	credit: toText(entry.credit),
	amount: toText(entry.amount),
	balanceAfter: toText(entry.balanceAfter),
	actor: entry.actor,
	kind: entry.kind,
	reason: entry.reason,
	document: entry.document,
	reverses: entry.reverses ?? null,
	hash: entry.hash,
});

const presentAssertion = (assertion: AssertedBalance): Answer['assertions'][number] => ({
	number: assertion.number,
	assertedOn: assertion.assertedOn,
	source: assertion.source,
	document: assertion.document,
	fund: assertion.fund ?? null,
	member: assertion.member ?? null,
	assertedBy: assertion.assertedBy,
	recordedAt: assertion.recordedAt.toISOString(),
	amount: toText(assertion.amount),
	difference: assertion.difference === undefined ? null : toText(assertion.difference),
	holds: assertion.difference === undefined ? null : isZero(assertion.difference),
	brokenBy: [...assertion.brokenBy],
});

const presentClosing = ({
	closing,
	trialBalance,
	frozen,
	balance,
}: FrozenAccount): Answer['closings'][number] => ({
	month: closing.startsOn.slice(0, 7),
	sequence: closing.sequence,
	requestedBy: closing.requestedBy,
	confirmedBy: closing.confirmedBy ?? '',
	confirmedAt: trialBalance.frozenAt.toISOString(),
	reopenedBy: closing.reopenedBy ?? null,
	reopenedAt: closing.reopenedAt?.toISOString() ?? null,
	reopenReason: closing.reopenReason ?? null,
	knownToEntry: trialBalance.knownToEntry,
	hash: trialBalance.hash,
	keyId: trialBalance.keyId,
	frozen: toText(frozen),
	balance: toText(balance),
	holds: equals(frozen, balance),
});

const presentCheckpoint = ({checkpoint}: ExplainedBalance): Answer['chain']['checkpoint'] =>
	checkpoint === undefined
		? null
		: {
				sequence: checkpoint.sequence,
				takenAt: checkpoint.takenAt.toISOString(),
				logSize: checkpoint.logSize,
				logRoot: checkpoint.logRoot,
				keyId: checkpoint.keyId,
			};
