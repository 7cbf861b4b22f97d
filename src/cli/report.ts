import {type Command, Option} from 'commander';
import type {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {type Work, createRoutes} from '../compose.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import {type Format, type Layout, formats, writeSheet} from '../files/format.ts';
import {writeTextTables} from '../files/text-table.ts';
import {allOf, refusalOf, toFindings} from '../http/findings.ts';
import type {Route} from '../http/route.ts';
import {DomainError} from '../kernel/errors.ts';
import {everywhere} from '../kernel/scope.ts';
import {isReport} from '../reporting/http/as-report.ts';
import {type CataloguedReport, catalogueOf} from '../reporting/http/catalogue.ts';
import {reportName} from '../reporting/http/report-name.ts';
import type {Environment} from './environment.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

type Report = Route<Work> & {readonly kind: 'read'; readonly layout: Layout};

const routes = createRoutes({isCookieSecure: false});

// A report here is the report over HTTP: the same question, the same answer, laid out the same.
const reports = routes.filter(
	(route): route is Report =>
		route.kind === 'read' && isReport(route) && route.layout !== undefined,
);
const catalogue = catalogueOf(reports);

type Options = Readonly<Record<string, string>> & {readonly format: Format | 'table'};

const optionOf = (question: string): string =>
	`--${question.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

// A report is printed whole.
const ofPages = new Set(['cursor', 'limit']);

/** Everything that some report may be asked by; which of it a report takes, its schema says. */
const questions = new Map(
	catalogue
		.flatMap(({question}) => question.filter(({name}) => !ofPages.has(name)))
		.map(({name, description}) => [name, description]),
);

const helpOf = ({name, titleId, titleEn, question}: CataloguedReport): string => {
	const asked = question.flatMap((one) => {
		if (ofPages.has(one.name)) return [];
		const option = `${optionOf(one.name)} ${one.name}`;
		return one.isRequired ? [option] : [`[${option}]`];
	});
	return `  ${name} ${asked.join(' ')}\n      ${titleId} (${titleEn})`;
};

export function registerReport(program: Command, environment: Environment): void {
	const command = program
		.command('report')
		.description('a report, the same as over HTTP')
		.argument('<name>', 'the name of the report')
		.addHelpText('after', () => `\nReports:\n${catalogue.map(helpOf).join('\n')}`);
	for (const [question, text] of questions) {
		command.option(`${optionOf(question)} <${question}>`, text);
	}
	command
		.addOption(new Option('--format <format>').choices(['table', ...formats]).default('table'))
		.action(async (name: string, {format, ...asked}: Options) => {
			const report = reports.find((one) => reportName(one) === name);
			if (!report) {
				const names = catalogue.map((one) => one.name).join(', ');
				throw new StartupFailure(`There is no report "${name}"; there are ${names}.`);
			}
			await withService(environment.config(), async ({runner}) => {
				let isPrinting = false;
				await runner.read(
					everywhere,
					commandLine,
					async (work) => {
						// Of a transaction that broke while it was printed nothing is printed twice.
						if (isPrinting) throw new StartupFailure('The database went away meanwhile.');
						const printed = await run(work, report, asked, format);
						isPrinting = true;
						await print(printed);
					},
					{need: report.replica?.(asked)},
				);
			});
		});
}

type Printed = string | Buffer | Readable;

async function run(
	work: Work,
	report: Report,
	asked: Omit<Options, 'format'>,
	format: Options['format'],
): Promise<Printed> {
	const query = await readQuestion(work, report, asked);
	const answer = await report.handle(work, {
		params: {},
		query,
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
	return format === 'table'
		? writeTextTables(sheet)
		: writeSheet(sheet, format, sheet.writtenAt ?? work.now());
}

/** @throws DomainError with all that is wrong, each finding named as the option. */
async function readQuestion(
	work: Work,
	report: Report,
	asked: Omit<Options, 'format'>,
): Promise<unknown> {
	const parsed = report.query!.safeParse(asked);
	const malformed = parsed.success
		? undefined
		: refusalOf(toFindings('query', asked, parsed.error.issues));
	const judged = await report.judge?.(work as never, asked);
	const refusal = allOf([malformed, judged]);
	if (!refusal) return parsed.data;
	const findings = refusal.findings.map((finding) => {
		const path = optionOf(finding.path.replace(/^query\./u, ''));
		return {...finding, path, values: {...finding.values, path}};
	});
	throw new DomainError(findings[0]!, refusal.text, findings.slice(1));
}

async function print(printed: Printed): Promise<void> {
	if (typeof printed === 'string' || Buffer.isBuffer(printed)) {
		await new Promise<void>((done, fail) => {
			process.stdout.write(printed, (error) => (error ? fail(error) : done()));
		});
		return;
	}
	await pipeline(printed, process.stdout, {end: false});
}
