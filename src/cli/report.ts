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
import type {Environment} from './environment.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

const names = ['trial-balance', 'fund-health'] as const;
const formats = ['table', 'json', 'csv'] as const;

type Options = {
	readonly book?: string;
	readonly region?: string;
	readonly asOf?: string;
	readonly knownAt?: string;
	readonly format: (typeof formats)[number];
};

/** A report as JSON would have it, and its rows flat, with the totals last. */
type Printed = {readonly json: unknown; readonly rows: readonly Readonly<Record<string, string>>[]};

export function registerReport(program: Command, environment: Environment): void {
	program
		.command('report')
		.description(`a report, the same as over HTTP: ${names.join(', ')}`)
		.argument('<name>', 'the name of the report')
		.option('--book <code>', 'the book (trial-balance)')
		.option('--region <code>', 'the region (fund-health)')
		.option('--as-of <date>', 'up to and including this day; today without it')
		.option('--known-at <moment>', 'as the books stood at this moment (RFC 3339)')
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
		...(options.knownAt === undefined ? {} : {knownAt: readMoment(options.knownAt)}),
	};
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
		default:
			throw new StartupFailure(`There is no report "${name}"; there are ${names.join(', ')}.`);
	}
}

function readMoment(text: string): Date {
	const moment = new Date(text);
	if (!/T.*(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(moment.getTime())) {
		throw new StartupFailure(`--known-at is "${text}"; it must be like 2026-04-05T17:00:00+07:00.`);
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

function print({json, rows}: Printed, format: Options['format']): string {
	if (format === 'json') return `${JSON.stringify(json)}\n`;
	const head = Object.keys(rows[0] ?? {});
	const body = rows.map((row) => head.map((name) => row[name] ?? ''));
	if (format === 'csv') return [head, ...body].map(csvRow).join('');
	const table = new Table({head, style: {head: [], border: []}});
	table.push(...body);
	return `${table.toString()}\n`;
}

const csvRow = (fields: readonly string[]): string =>
	`${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\r\n`;
