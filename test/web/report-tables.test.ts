import test from 'ava';
import type {JsonObject} from '../../src/web/api/json.ts';
import {
	amountKeys,
	compareTables,
	kindOf,
	tablesOf,
	totalsOf,
} from '../../src/web/reports/tables.ts';
import {createRoutes} from '../../src/compose.ts';
import {buildOpenApi} from '../../src/http/openapi.ts';
import {id} from '../../src/web/texts/id.ts';

const balance = (cash: string, more: readonly JsonObject[] = []): JsonObject => ({
	meta: {report: 'balance-sheet'},
	rows: {
		assets: [
			{
				account: '1.1.01',
				nameId: 'Kas',
				nameEn: 'Cash',
				amount: cash,
				links: {amount: '/v1/reports/general-ledger?book=KOP-1&account=1.1.01'},
			},
			...more,
		],
		liabilities: [],
	},
	totals: {assets: cash, surplus: '0.00'},
});
const bank = {account: '1.1.02', nameId: 'Bank', nameEn: 'Bank', amount: '7.00', links: {}};

test('a report in parts is a table for each part that has rows', (t) => {
	const tables = tablesOf(balance('10.00', [bank]), 'id');
	t.deepEqual(
		tables.map(({key, keys, rows}) => [key, keys, rows.length]),
		[['assets', ['account', 'name', 'amount'], 2]],
	);
	t.is(tables[0]!.rows[0]!.cells.name, 'Kas');
	t.is(tablesOf(balance('10.00'), 'en')[0]!.rows[0]!.cells.name, 'Cash');
	t.is(tables[0]!.rows[0]!.links.amount, '/v1/reports/general-ledger?book=KOP-1&account=1.1.01');
	t.deepEqual(totalsOf(balance('10.00'), 'id')?.cells, {assets: '10.00', surplus: '0.00'});
});

test('fields in groups are fields, identities are left out, and lists are one line', (t) => {
	const [table] = tablesOf(
		{
			rows: [
				{
					region: '17.71.01.1001',
					loan: '0190a0e4-0000-7000-8000-000000000001',
					sums: {remitted: '5.00', claims: null},
					ratios: {par30: '0.1250'},
					graded: {grade: 'watch', reasons: [{measure: 'par30', value: '0.1250'}]},
					funds: ['/v1/reports/fund-statement?allocation=x'],
				},
			],
		},
		'id',
	);
	t.deepEqual(table!.keys, ['region', 'remitted', 'par30', 'grade', 'reasons']);
	t.is(table!.rows[0]!.cells.reasons, 'par30 0.1250');
	t.deepEqual(table!.rows[0]!.behind, ['/v1/reports/fund-statement?allocation=x']);
	t.deepEqual(amountKeys(table!), ['remitted']);
});

test('a value is known by how the service writes it', (t) => {
	t.is(kindOf('debit', '1250000.00'), 'amount');
	t.is(kindOf('debit', '-5.50'), 'amount');
	t.is(kindOf('par30', '0.1250'), 'ratio');
	t.is(kindOf('percentage', '5.00'), 'name');
	t.is(kindOf('on', '2026-11-24'), 'date');
	t.is(kindOf('recordedAt', '2026-11-24T05:00:00.000Z'), 'moment');
	t.is(kindOf('loans', 12), 'count');
	t.is(kindOf('entry', 12), 'name');
	t.is(kindOf('account', '1.1.01'), 'text');
	t.is(kindOf('isEarly', true), 'flag');
});

test('two days are laid side by side, row by row, also those of one day alone', (t) => {
	const [before] = tablesOf(balance('10.00'), 'id');
	const [after] = tablesOf(balance('12.50', [bank]), 'id');
	t.deepEqual(
		compareTables(before!, after!, 'amount').map(({cells, before: old, after: now}) => [
			cells.account,
			old,
			now,
		]),
		[
			['1.1.01', '10.00', '12.50'],
			['1.1.02', undefined, '7.00'],
		],
	);
	t.deepEqual(
		compareTables(after!, before!, 'amount').map(({cells, before: old, after: now}) => [
			cells.account,
			old,
			now,
		]),
		[
			['1.1.01', '12.50', '10.00'],
			['1.1.02', '7.00', undefined],
		],
	);
});

type Schema = {
	readonly $ref?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
	readonly anyOf?: readonly Schema[];
};

test('every figure of every report has a heading in words', (t) => {
	const info = {title: 'x', version: '1', description: ''};
	const document = buildOpenApi(createRoutes({isCookieSecure: true}), info) as unknown as {
		readonly paths: Readonly<Record<string, Record<string, unknown>>>;
	};
	const found = new Set<string>();
	const walk = (schema: Schema): void => {
		for (const part of schema.anyOf ?? []) walk(part);
		if (schema.items) walk(schema.items);
		for (const [key, inner] of Object.entries(schema.properties ?? {})) {
			if (['meta', 'links', 'nextCursor', 'cells'].includes(key)) continue;
			found.add(key.replace(/(?<=^(?:name|section|formula))(?:Id|En)$/u, ''));
			walk(inner);
		}
	};
	for (const [path, operations] of Object.entries(document.paths)) {
		if (!/^\/v1\/reports\/[a-z-]+$/u.test(path)) continue;
		const {get} = operations as {get: {responses: Record<string, {content: object}>}};
		const content = get.responses['200']!.content as Record<string, {schema: Schema}>;
		walk(content['application/json']!.schema);
	}
	t.true(found.size > 200);
	t.deepEqual(
		[...found].filter((key) => !Object.hasOwn(id.reports.columns, key)),
		[],
	);
});
