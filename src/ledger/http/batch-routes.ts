import {z} from 'zod';
import {UnreadableLine} from '../../http/body.ts';
import {fieldTexts} from '../../http/field-texts.ts';
import {bookCode} from '../../http/fields.ts';
import {refusalOf, toFindings} from '../../http/findings.ts';
import {refuse, requestTexts} from '../../http/request-texts.ts';
import {type Route, route} from '../../http/route.ts';
import {type Language, type RefusalTexts, fill} from '../../kernel/errors.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {
	type BatchRow,
	type GroupOutcome,
	type LedgerWork,
	getBook,
	ledgerTexts,
	postAtomically,
	postIndependently,
} from '../index.ts';
import {entryBody, toDraft} from './schemas.ts';

const entriesMax = 10_000;
/** An entry of a few lines takes about half a kilobyte. */
const bytesMax = 16_000_000;

const mode = z.enum(['atomic', 'independent']).optional().meta({
	description: 'All or none, as without it; or each for itself.',
});

const findingAnswer = z.strictObject({code: z.string(), path: z.string(), message: z.string()});

const resultAnswer = z.discriminatedUnion('status', [
	z.strictObject({
		index: z.number(),
		status: z.literal('posted'),
		number: z.number(),
		hash: z.string(),
	}),
	z.strictObject({
		index: z.number(),
		status: z.literal('refused'),
		code: z.string(),
		findings: z.array(findingAnswer),
	}),
]);

const texts: RefusalTexts = {...fieldTexts, ...requestTexts, ...ledgerTexts};

/** What a row wants posted, or what keeps it from being read. */
export function readRow(book: BookCode, row: unknown): BatchRow {
	if (row instanceof UnreadableLine) {
		return refuse('request/invalid-json', {explanation: 'this line'});
	}
	const parsed = entryBody.safeParse(row);
	if (parsed.success) return toDraft(book, parsed.data);
	const findings = toFindings('', row, parsed.error.issues);
	return refusalOf(findings)!;
}

const presentOutcome =
	(language: Language) =>
	(outcome: GroupOutcome, index: number): z.output<typeof resultAnswer> => {
		if (outcome.isPosted) {
			const {number, hash} = outcome.entries[0]!;
			return {index, status: 'posted', number, hash};
		}
		const {code, findings} = outcome.refusal;
		return {
			index,
			status: 'refused',
			code,
			findings: findings.map((finding) => ({
				code: finding.code,
				path: finding.path,
				message: fill(texts[finding.code]?.[language] ?? finding.code, finding.values),
			})),
		};
	};

export const batchRoutes: readonly Route<LedgerWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/entries/batch',
		permission: 'ledger:post',
		tag: 'ledger',
		summary: 'Posts up to 10,000 entries in one transaction, with a result for each.',
		description:
			'As a JSON body, or as application/x-ndjson with an entry on each line and the mode in the ' +
			'query. Each entry is as for a single posting. One Idempotency-Key stands for the whole.',
		params: z.strictObject({book: bookCode()}),
		query: z.strictObject({mode}),
		body: z.strictObject({mode, entries: z.array(z.unknown()).min(1).max(entriesMax)}),
		bytesMax,
		linesAs: 'entries',
		status: 200,
		response: z.strictObject({
			accepted: z.number(),
			refused: z.number(),
			results: z.array(resultAnswer),
		}),
		handle: async (work: LedgerWork, {params, query, body, language}) => {
			// Where there is no such book, that is the answer, and not what became of each row.
			await getBook(work, params.book);
			const rows = body.entries.map((row) => readRow(params.book, row));
			const isIndependent = (body.mode ?? query.mode) === 'independent';
			const outcomes = await (isIndependent ? postIndependently : postAtomically)(work, rows);
			const accepted = outcomes.filter(({isPosted}) => isPosted).length;
			return {
				body: {
					accepted,
					refused: outcomes.length - accepted,
					results: outcomes.map(presentOutcome(language)),
				},
			};
		},
	}),
];
