import {createHash} from 'node:crypto';
import {z} from 'zod';
import {dateText, momentText} from '../../http/fields.ts';
import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type ReadFrom, primaryReasons} from '../../kernel/read-from.ts';
import type {RegionCode} from '../../kernel/region-code.ts';
import {getBook} from '../../ledger/index.ts';
import type {Axes, ReportWork} from '../index.ts';

const named = z.strictObject({code: z.string(), name: z.string()});

export const policyAnswer = z.strictObject({
	kind: z.string(),
	code: z.string(),
	version: z.number().optional(),
	legalBasis: z.string(),
	status: z.enum(['found', 'in-force', 'provisional']),
	effectiveFrom: dateText(),
});

/** Whether a report is of the primary or of a replica, where there is one, and how far behind. */
export const replicaAnswer = z
	.strictObject({
		answeredBy: z.enum(['primary', 'replica']),
		lagSeconds: z.number().nullable().meta({
			description: 'Between `replayedUpTo` and the question; null of the primary.',
		}),
		replayedUpTo: momentText()
			.nullable()
			.meta({
				description:
					'All that was recorded by this moment is in the answer; where `lagSeconds` is above ' +
					'zero, nothing that came later is. Null of the primary.',
			}),
		because: z.enum(primaryReasons).nullable().meta({
			description: 'Why the primary answered although there is a replica.',
		}),
	})
	.meta({
		description:
			'Where the service reads reports from a replica; absent where there is none, and of a ' +
			'report that is the same whichever of them answered. The header `Read-From` says it always.',
	});

export const presentReadFrom = (from: ReadFrom): z.output<typeof replicaAnswer> =>
	from.server === 'primary'
		? {answeredBy: 'primary', lagSeconds: null, replayedUpTo: null, because: from.because}
		: {
				answeredBy: 'replica',
				lagSeconds: from.lagSeconds,
				replayedUpTo: from.replayedUpTo.toISOString(),
				because: null,
			};

/** What every report states of itself. */
export const metaAnswer = z.strictObject({
	report: z.string(),
	book: named.nullable(),
	region: named.nullable(),
	from: dateText().nullable().meta({description: 'The first day of its period, if it has one.'}),
	asOf: dateText(),
	knownAt: momentText().meta({
		description: 'As the books stood at this moment. Asked for again, it gives the same report.',
	}),
	generatedAt: momentText().meta({
		description:
			'The moment of the books that it shows, so that the same question is answered byte for ' +
			'byte; when it was sent, the header Date says.',
	}),
	askedBy: z.string(),
	replica: replicaAnswer.optional(),
	policies: z.array(policyAnswer),
	checkpoint: z
		.strictObject({
			sequence: z.number(),
			logRoot: z.string(),
			takenAt: momentText(),
			address: z.string(),
		})
		.nullable()
		.meta({description: 'The newest one that was signed by then.'}),
	digest: z.string().meta({
		description:
			'SHA-256 of the report but for when and by whom it was asked for: equal digests, equal reports.',
	}),
});

export type Meta = z.output<typeof metaAnswer>;
export type PolicyMeta = z.output<typeof policyAnswer>;

/** What a report is of. */
export type ReportFacts = {
	readonly report: string;
	readonly axes: Axes & {readonly from?: LocalDate};
	readonly book?: BookCode | undefined;
	readonly region?: RegionCode | undefined;
	readonly policies?: readonly PolicyMeta[];
};

/** A report with what it states of itself, so that it can be asked for again and compared. */
export async function withMeta<Body extends object>(
	work: ReportWork,
	facts: ReportFacts,
	body: Body,
): Promise<Body & {readonly meta: Meta}> {
	const {generatedAt, askedBy, replica, ...lasting} = await readMeta(work, facts);
	const digest = createHash('sha256')
		.update(JSON.stringify([lasting, body]))
		.digest('hex');
	return {...body, meta: {...lasting, generatedAt, askedBy, ...stated(replica), digest}};
}

/** The same of a report whose rows nobody holds at once: to the digest they come one by one. */
export async function withStreamedMeta(
	work: ReportWork,
	facts: ReportFacts,
	rows: AsyncIterable<readonly object[]>,
	totals: () => object,
): Promise<Meta> {
	const {generatedAt, askedBy, replica, ...lasting} = await readMeta(work, facts);
	const hash = createHash('sha256').update(`[${JSON.stringify(lasting)},{"rows":[`);
	let separator = '';
	for await (const batch of rows) {
		if (batch.length === 0) continue;
		hash.update(separator + batch.map((row) => JSON.stringify(row)).join(','));
		separator = ',';
	}
	hash.update(`],"totals":${JSON.stringify(totals())},"nextCursor":null}]`);
	return {...lasting, generatedAt, askedBy, ...stated(replica), digest: hash.digest('hex')};
}

/** What a report states of itself before its rows are there. */
export async function readMeta(
	work: ReportWork,
	{report, axes, policies = [], book, region}: ReportFacts,
): Promise<Omit<Meta, 'digest'>> {
	const now = work.now();
	const knownAt = axes.knownAt ?? now;
	return {
		report,
		book: await readBook(work, book),
		region: await readRegion(work, region),
		from: axes.from ?? null,
		asOf: axes.asOf,
		knownAt: knownAt.toISOString(),
		policies: [...policies],
		checkpoint: await readCheckpoint(work, knownAt),
		generatedAt: now.toISOString(),
		askedBy: work.actor.name,
		...(work.readFrom === undefined ? {} : {replica: presentReadFrom(work.readFrom)}),
	};
}

/** What is stated of who answered; nothing where there is nothing to state. */
export const stated = (replica: Meta['replica']): Pick<Meta, 'replica'> =>
	replica === undefined ? {} : {replica};

async function readBook(work: ReportWork, code: BookCode | undefined): Promise<Meta['book']> {
	if (code === undefined) return null;
	const {name} = await getBook(work, code);
	return {code, name};
}

async function readRegion(work: ReportWork, code: RegionCode | undefined): Promise<Meta['region']> {
	if (code === undefined) return null;
	const names = await work.reports.regionNames([code]);
	return {code, name: names.get(code) ?? code};
}

async function readCheckpoint(work: ReportWork, knownAt: Date): Promise<Meta['checkpoint']> {
	const checkpoint = await work.evidence.newestCheckpoint(knownAt);
	if (checkpoint === undefined) return null;
	const {sequence, logRoot, takenAt} = checkpoint;
	const address = `${work.publicUrl}/v1/audit/checkpoints/${sequence}#${logRoot}`;
	return {sequence, logRoot, takenAt: takenAt.toISOString(), address};
}
