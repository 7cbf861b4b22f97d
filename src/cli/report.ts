import {type Command, Option} from 'commander';
import type {Readable} from 'node:stream';
import {type Work, createRoutes} from '../compose.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import {type Format, type Layout, formats, writeSheet} from '../files/format.ts';
import {writeTextTables} from '../files/text-table.ts';
import {refusalOf, toFindings} from '../http/findings.ts';
import type {Route} from '../http/route.ts';
import {everywhere} from '../kernel/scope.ts';
import type {Environment} from './environment.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

type Report = Route<Work> & {readonly kind: 'read'; readonly layout: Layout};

const prefix = '/v1/reports/';
const nameOf = ({path}: Route<Work>): string => path.slice(prefix.length);

// A report here is the report over HTTP: the same question, the same answer, laid out the same.
const reports = createRoutes({isCookieSecure: false}).filter(
	(route): route is Report =>
		route.kind === 'read' && route.path.startsWith(prefix) && route.layout !== undefined,
);

/** What a report may be asked by; which of it a report takes, its schema says. */
const questions = {
	book: 'the book',
	region: 'the region, by its code',
	level: 'by which regions: village (kelurahan), district (kecamatan), regency (city), province',
	programme: 'the programme, by its code',
	asOf: 'up to and including this day; today without it',
	knownAt: 'as the books stood at this moment (RFC 3339)',
	from: 'the first day of the period',
	to: 'the last day of the period',
	since: 'tell what was recorded after this moment (RFC 3339)',
	account: 'the account',
	policy: 'the policy of collectibility',
	allocation: 'the allocation, by its identity',
} as const;

type Question = keyof typeof questions;
type Options = Readonly<Partial<Record<Question, string>>> & {
	readonly format: Format | 'table';
};

const optionOf = (question: string): string =>
	`--${question.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

export function registerReport(program: Command, environment: Environment): void {
	const command = program
		.command('report')
		.description(`a report, the same as over HTTP: ${reports.map(nameOf).join(', ')}`)
		.argument('<name>', 'the name of the report');
	for (const [question, text] of Object.entries(questions)) {
		command.option(`${optionOf(question)} <${question}>`, text);
	}
	command
		.addOption(new Option('--format <format>').choices(['table', ...formats]).default('table'))
		.action(async (name: string, {format, ...asked}: Options) => {
			const report = reports.find((one) => nameOf(one) === name);
			if (!report) {
				const names = reports.map(nameOf).join(', ');
				throw new StartupFailure(`There is no report "${name}"; there are ${names}.`);
			}
			const reading = {scope: everywhere, actor: commandLine, isReadOnly: true};
			await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(reading, async (work) => print(await run(work, report, asked, format))),
			);
		});
}

type Printed = string | Buffer | Readable;

async function run(
	work: Work,
	report: Report,
	asked: Omit<Options, 'format'>,
	format: Options['format'],
): Promise<Printed> {
	const answer = await report.handle(work, {
		params: {},
		query: readQuestion(report, asked),
		body: undefined,
		caller: {actor: commandLine, scopeFor: () => everywhere},
		language: 'id',
		format: format === 'table' ? 'json' : format,
		isWhole: true,
		requestId: 'command-line',
	});
	if (answer.content) return answer.content.body;
	if (format === 'json') return `${JSON.stringify(answer.body)}\n`;
	const sheet = report.layout(answer.body, {language: 'id', timeZone: work.timeZone});
	return format === 'table' ? writeTextTables(sheet) : writeSheet(sheet, format, work.now());
}

/** @throws DomainError with all that is wrong, each finding named as the option. */
function readQuestion(report: Report, asked: Omit<Options, 'format'>): unknown {
	const parsed = report.query!.safeParse(asked);
	if (parsed.success) return parsed.data;
	const findings = toFindings('query', asked, parsed.error.issues).map((finding) => {
		const path = optionOf(finding.path.replace(/^query\./u, ''));
		return {...finding, path, values: {...finding.values, path}};
	});
	throw refusalOf(findings)!;
}

async function print(printed: Printed): Promise<void> {
	if (typeof printed === 'string' || Buffer.isBuffer(printed)) {
		await new Promise<void>((done, fail) => {
			process.stdout.write(printed, (error) => (error ? fail(error) : done()));
		});
		return;
	}
	for await (const piece of printed) process.stdout.write(piece as Buffer);
}
