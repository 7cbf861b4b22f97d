import Table from 'cli-table3';
import {type Command, Option} from 'commander';
import type {Work} from '../compose.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import type {BookCode} from '../kernel/ids.ts';
import {localDate} from '../kernel/local-date.ts';
import {everywhere} from '../kernel/scope.ts';
import {regionCode} from '../kernel/region-code.ts';
import {type Axes, readFundHealth, readTrialBalance} from '../reporting/index.ts';
import {presentFundHealth, presentTrialBalance} from '../reporting/http/present.ts';
import {runAnnex} from './annex.ts';
import type {Environment} from './environment.ts';
import {runFindings} from './findings-report.ts';
import {runRestatement} from './restatement.ts';
import {isStatement, runStatement, statementNames} from './statements.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

const names = [
	'trial-balance',
	'fund-health',
	'revolving-fund-annex',
	'restatement',
	'findings',
	...statementNames,
] as const;
const formats = ['table', 'json', 'csv'] as const;

type Options = {
	readonly book?: string;
	readonly region?: string;
	readonly asOf?: string;
	readonly knownAt?: string;
	readonly from?: string;
	readonly to?: string;
	readonly since?: string;
	readonly format: (typeof formats)[number];
};

type Rows = readonly Readonly<Record<string, string>>[];

/**
 * A report as JSON would have it, and its rows flat, with the totals last. As tables, where one
 * would not do, with a sentence above.
 */
type Printed = {
	readonly json: unknown;
	readonly rows: Rows;
	readonly tables?: readonly Rows[];
	readonly caption?: string;
};

export function registerReport(program: Command, environment: Environment): void {
	program
		.command('report')
		.description(`a report, the same as over HTTP: ${names.join(', ')}`)
		.argument('<name>', 'the name of the report')
		.option('--book <code>', 'the book (every report but fund-health; of findings at will)')
		.option('--region <code>', 'the region (fund-health, findings)')
		.option('--as-of <date>', 'up to and including this day; today without it')
		.option('--known-at <moment>', 'as the books stood at this moment (RFC 3339)')
		.option(
			'--from <date>',
			'the first day of the period (restatement, annex, statements of a period)',
		)
		.option('--to <date>', 'the last day of the period (restatement)')
		.option('--since <moment>', 'tell what was recorded after this moment (restatement)')
		.addOption(new Option('--format <format>').choices(formats).default('table'))
		.action(async (name: string, options: Options) => {
			const reading = {scope: everywhere, actor: commandLine, isReadOnly: true};
			const printed = await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(reading, async (work) => run(work, name, options)),
			);
			process.stdout.write(print(printed, options.format));
		});
}

async function run(work: Work, name: string, options: Options): Promise<Printed> {
	const axes: Axes = {
		asOf: options.asOf === undefined ? work.today() : localDate(options.asOf),
		...(options.knownAt === undefined ? {} : {knownAt: readMoment('--known-at', options.knownAt)}),
	};
	if (isStatement(name)) return runStatement(work, name, axes, options);
	switch (name) {
		case 'trial-balance': {
			if (options.book === undefined) throw new StartupFailure('The trial balance needs --book.');
			const report = await readTrialBalance(work, options.book as BookCode, axes);
			const json = presentTrialBalance(work, axes, report);
			const totals = {account: 'Jumlah', nameId: '', nameEn: '', class: '', ...json.totals};
			return {json, rows: [...json.rows, totals]};
		}
		case 'fund-health': {
			const region = options.region === undefined ? undefined : regionCode(options.region);
			const json = await presentFundHealth(work, axes, await readFundHealth(work, region, axes));
			return {json, rows: [...json.rows, ...json.kecamatan, ...json.cities, json.totals].map(flat)};
		}
		case 'revolving-fund-annex':
			return runAnnex(work, axes, options);
		case 'findings':
			return runFindings(work, axes.asOf, options);
		case 'restatement': {
			const {book, from, to, since} = options;
			if (book === undefined || from === undefined || to === undefined || since === undefined) {
				throw new StartupFailure('The restatement needs --book, --from, --to and --since.');
			}
			const {asOf: _, ...known} = axes;
			return runRestatement(work, {book, from, to, since: readMoment('--since', since), ...known});
		}
		default:
			throw new StartupFailure(`There is no report "${name}"; there are ${names.join(', ')}.`);
	}
}

function readMoment(option: string, text: string): Date {
	const moment = new Date(text);
	if (!/T.*(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(moment.getTime())) {
		throw new StartupFailure(`${option} is "${text}"; it must be like 2026-04-05T17:00:00+07:00.`);
	}
	return moment;
}

function flat(row: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(row).flatMap(([name, value]: [string, unknown]): [string, string][] => {
			if (typeof value === 'object' && value !== null) return Object.entries(flat(value));
			return [[name, typeof value === 'number' || typeof value === 'string' ? String(value) : '']];
		}),
	);
}

function print(printed: Printed, format: Options['format']): string {
	if (format === 'json') return `${JSON.stringify(printed.json)}\n`;
	if (format === 'csv') {
		const {head, body} = columnsOf(printed.rows);
		return [head, ...body].map(csvRow).join('');
	}
	const tables = (printed.tables ?? [printed.rows]).filter((rows) => rows.length > 0);
	const caption = printed.caption === undefined ? '' : `${printed.caption}\n`;
	return caption + tables.map(printTable).join('');
}

function printTable(rows: Rows): string {
	const {head, body} = columnsOf(rows);
	const table = new Table({head, style: {head: [], border: []}});
	table.push(...body);
	return `${table.toString()}\n`;
}

function columnsOf(rows: Rows): {readonly head: string[]; readonly body: string[][]} {
	const head = Object.keys(rows[0] ?? {});
	return {head, body: rows.map((row) => head.map((name) => row[name] ?? ''))};
}

/** RFC 4180; text that a spreadsheet would take for a formula is kept from being one. */
const csvRow = (fields: readonly string[]): string =>
	`${fields
		.map((field) => (/^[=+\-@\t\r]/.test(field) && !/^-?\d/.test(field) ? `'${field}` : field))
		.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
		.join(',')}\r\n`;
