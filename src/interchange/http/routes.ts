import {z} from 'zod';
import {streamArchive} from '../../files/archive.ts';
import type {RefusalTable} from '../../http/problem.ts';
import {bookCode, text} from '../../http/fields.ts';
import {type CallerScope, type Route, route} from '../../http/route.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {
	type ExportWork,
	type InterchangeCode,
	exportBook,
	interchangeTexts,
	refuseInterchange,
} from '../index.ts';

const zipType = 'application/zip';

/** Whoever takes out who people are may export the data of each of them. */
const personalPermission = 'member:export';

export const interchangeRoutes: readonly Route<ExportWork>[] = [
	route({
		kind: 'read',
		method: 'POST',
		path: '/v1/books/{book}/export',
		permission: 'export:take',
		tag: 'interchange',
		summary: 'Everything that a cooperative owns, in open formats, as one archive.',
		description:
			'Every table as CSV and Parquet, the journal for hledger and beancount and as it was ' +
			'sealed, a dictionary of all columns, and a manifest with the SHA-256 of every file. ' +
			'Personal data and papers are in it only for who may export them of each member, for a ' +
			'reason; that it was taken stays in the trail. Nothing is written, so no Idempotency-Key.',
		params: z.strictObject({book: bookCode()}),
		body: z.strictObject({
			personalData: z.boolean(),
			reason: text({min: 5, max: 200})
				.optional()
				.meta({description: 'Why; needed with personal data. It stays in the trail.'}),
		}),
		status: 200,
		files: [zipType],
		refusals: [403],
		handle: async (work: ExportWork, {params, body: {personalData, reason}, caller}) => {
			const mayBe = caller?.scopeFor(personalPermission);
			if (personalData && !(mayBe && covers(mayBe, params.book, caller?.scopeFor('export:take')))) {
				const values = {permission: personalPermission};
				throw refuseInterchange('interchange/personal-not-permitted', values, 'personalData');
			}
			const {name, files} = await exportBook(work, {
				book: params.book,
				isPersonal: personalData,
				...(reason === undefined ? {} : {reason}),
			});
			return {
				headers: {
					'Content-Disposition': `attachment; filename="${name}.zip"`,
					'X-Content-Type-Options': 'nosniff',
					'Cache-Control': 'private, no-store',
				},
				content: {type: zipType, body: streamArchive(files, work.now())},
			};
		},
	}),
];

/**
 * Whether a scope holds a book that lies within the scope of the export, without asking where.
 */
const covers = (scope: CallerScope, book: BookCode, within: CallerScope | undefined): boolean =>
	scope.all ||
	scope.cooperatives.includes(book) ||
	JSON.stringify(scope) === JSON.stringify(within);

const statuses: Record<InterchangeCode, number> = {
	'interchange/not-a-cooperative': 422,
	'interchange/personal-not-permitted': 403,
	'interchange/reason-missing': 422,
};

export const interchangeRefusals: RefusalTable = {texts: interchangeTexts, statuses};
