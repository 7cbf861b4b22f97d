import {z} from 'zod';
import {formats, mediaTypes} from '../../files/format.ts';
import {splitEnding} from '../../http/format.ts';
import {refuse as refuseRequest} from '../../http/request-texts.ts';
import {type Route, route} from '../../http/route.ts';
import {refuser} from '../../kernel/errors.ts';
import {type JobWork, reportTexts} from '../index.ts';
import {type AnyReportWork, asReport, isReport} from './as-report.ts';
import {createJobRoutes} from './job-routes.ts';
import {reportName} from './report-name.ts';
import {reportTitles} from './report-titles.ts';

const refuse = refuser(reportTexts);

/** A report as whoever asks for it has to know it. */
export type CataloguedReport = {
	readonly name: string;
	readonly titleId: string;
	readonly titleEn: string;
	readonly summary: string;
	readonly permission: string;
	readonly address: string;
	/** What it may be asked by. */
	readonly question: readonly Parameter[];
	readonly formats: readonly string[];
	/** Of what it is made. */
	readonly source: string;
};

type Parameter = {
	readonly name: string;
	readonly isRequired: boolean;
	readonly description: string;
};

/** The reports of all rooms, by name: from the routes that answer them. */
export const catalogueOf = <Work>(routes: readonly Route<Work>[]): CataloguedReport[] =>
	routes
		.filter(isReport)
		.map((one) => describe(one))
		.sort((a, b) => (a.name < b.name ? -1 : 1));

function describe<Work>(report: Route<Work>): CataloguedReport {
	const name = reportName(report);
	const texts = reportTitles[name];
	return {
		name,
		titleId: texts?.id ?? report.summary,
		titleEn: texts?.en ?? report.summary,
		summary: report.summary,
		permission: report.permission,
		address: report.path,
		question: parametersOf(report.query),
		formats: report.layout === undefined ? ['json'] : formats,
		source: texts?.source ?? report.description ?? report.summary,
	};
}

function parametersOf(schema: z.ZodType | undefined): Parameter[] {
	if (!schema) return [];
	const {properties = {}, required = []} = z.toJSONSchema(schema, {io: 'input'});
	return Object.entries(properties).map(([name, property]) => ({
		name,
		isRequired: required.includes(name),
		description: typeof property === 'object' ? (property.description ?? '') : '',
	}));
}

const text = () => z.string();

const catalogueAnswer = z.strictObject({
	items: z.array(
		z.strictObject({
			name: text(),
			titleId: text(),
			titleEn: text(),
			summary: text(),
			permission: text().meta({description: 'What a role must give to ask for it.'}),
			address: text(),
			question: z.array(
				z.strictObject({name: text(), isRequired: z.boolean(), description: text()}),
			),
			formats: z.array(z.enum(formats)),
			source: text().meta({description: 'Of what it is made.'}),
		}),
	),
	nextCursor: z.null(),
});

/**
 * The routes of a service with what reports have in common, the catalogue of the reports, and an
 * answer to whoever asks for one that does not exist.
 */
export function withReports<Work extends AnyReportWork & JobWork>(
	routes: readonly Route<Work>[],
): Route<Work>[] {
	const catalogue = catalogueOf(routes);
	const all = routes.map(asReport);
	return [
		...all,
		catalogueRoute(catalogue),
		unknownRoute(catalogue),
		...createJobRoutes(all.filter(isReport)),
	];
}

const common = {
	kind: 'read',
	method: 'GET',
	permission: 'report:read',
	tag: 'reports',
	status: 200,
} as const;

const catalogueRoute = <Work>(catalogue: readonly CataloguedReport[]): Route<Work> =>
	route({
		...common,
		path: '/v1/reports',
		summary: 'The reports: what each is called, what it is asked by, as what and from what.',
		response: catalogueAnswer,
		handle: async () => ({body: {items: catalogue, nextCursor: null}}),
	});

const unknownRoute = <Work>(catalogue: readonly CataloguedReport[]): Route<Work> =>
	route({
		...common,
		path: '/v1/reports/{name}',
		summary: 'Any other name: refused, with the names that there are.',
		params: z.strictObject({name: z.string()}),
		query: z.looseObject({}),
		handle: async (_, {params: {name}}) => {
			const known = catalogue.map((report) => report.name).join(', ');
			// Asked for as a file, where it is JSON alone.
			if (catalogue.some((report) => report.name === splitEnding(name).path)) {
				throw refuseRequest('request/not-acceptable', {available: mediaTypes.json});
			}
			throw refuse('report/unknown-report', {name: name.slice(0, 80), known}, 'path.name');
		},
	});
