import {z} from 'zod';
import {amountText, count, page, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {toText} from '../../kernel/money.ts';
import {
	type BankingWork,
	type CsvLayout,
	type NewFormat,
	type StatementFormat,
	dateFormats,
	formatKinds,
	recordFormat,
	ruleKinds,
	setMatchRules,
} from '../index.ts';

const status = z.enum(['found', 'provisional']).meta({
	description: 'Provisional while nobody has held it against its source.',
});

const column = () => text({max: 60});
const columnOrNone = () =>
	text({min: 0, max: 60}).meta({description: 'Empty where the bank gives none.'});
const marks = {debitMark: text({max: 10}), creditMark: text({max: 10})};

const layout = z
	.strictObject({
		delimiter: z.enum([',', ';', '\t', '|']),
		encoding: z.enum(['utf-8', 'windows-1252']),
		order: z.enum(['oldest-first', 'newest-first']),
		dateFormat: z.enum(dateFormats),
		decimal: z.enum([',', '.']),
		thousands: z.enum([',', '.', ' ', '']),
		textMark: z.enum(['', "'", '=']).meta({
			description: 'What the bank puts before a value so that a spreadsheet does not change it.',
		}),
		date: column(),
		description: z.array(column()).min(1).max(5),
		reference: columnOrNone(),
		balance: columnOrNone(),
		amount: z.discriminatedUnion('kind', [
			z.strictObject({kind: z.literal('two-columns'), debit: column(), credit: column()}),
			z.strictObject({
				kind: z.literal('marked'),
				amount: column(),
				mark: text({min: 0, max: 60}).meta({
					description: 'The column of the marks; empty where it has no name.',
				}),
				...marks,
			}),
			z.strictObject({kind: z.literal('marked-within'), amount: column(), ...marks}),
			z.strictObject({kind: z.literal('signed'), amount: column()}),
		]),
		endsAt: z.array(column()).max(10).meta({
			description: 'With what the first cell of a line begins after which no movements come.',
		}),
	})
	.meta({description: 'Of a CSV: its signs, and its columns by their names.'});

const formatBody = z.strictObject({
	code: z
		.string()
		.regex(/^[a-z0-9][a-z0-9.-]{1,30}$/)
		.meta({examples: ['bri-csv']}),
	name: text({max: 80}),
	kind: z.enum(formatKinds),
	layout: layout.optional(),
	status,
	source: text({max: 300}),
});

const formatAnswer = z.strictObject({
	code: z.string(),
	version: z.number(),
	name: z.string(),
	kind: z.enum(formatKinds),
	layout: z.unknown().meta({description: 'As it was given; null where a standard lays it out.'}),
	status,
	source: z.string(),
	recordedBy: z.string(),
});

const presentFormat = (format: StatementFormat): z.output<typeof formatAnswer> => ({
	...format,
	layout: format.layout ?? null,
});

const rule = z.strictObject({
	kind: z.enum(ruleKinds).meta({
		description:
			'`reference`: the same amount, and the row names the document; `amount-and-date`: the same ' +
			'amount; `sum-of-day`: a row is all lines of one day together.',
	}),
	withinDays: count({min: 0, max: 60}),
});

const rulesBody = z.strictObject({
	rules: z.array(rule).max(10),
	status,
	source: text({max: 300}),
});

const rulesAnswer = z.strictObject({
	version: z.number(),
	rules: z.array(z.object({kind: z.string(), withinDays: z.number()})),
	status,
	source: z.string(),
	recordedBy: z.string(),
});

export const kind = z.enum(['note', 'coin']);

const denominationAnswer = z.strictObject({
	value: amountText(),
	kind,
	status,
	source: z.string(),
});

export const referenceRoutes: readonly Route<BankingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/statement-formats',
		permission: 'bank:read',
		tag: 'banking',
		summary: "How the banks' statements are laid out: the newest version of each format.",
		status: 200,
		response: page(formatAnswer),
		handle: async (work: BankingWork) => {
			const formats = await work.banking.listFormats();
			return {body: {items: formats.map(presentFormat), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/statement-formats',
		permission: 'bank:format',
		tag: 'banking',
		summary: 'Records a format, or a new version of one; what was imported stays as it was read.',
		body: formatBody,
		status: 201,
		response: formatAnswer,
		handle: async (work: BankingWork, {body: {layout: given, ...body}}) => {
			const wanted: NewFormat = {
				...body,
				...(given === undefined ? {} : {layout: given satisfies CsvLayout}),
			};
			return {body: presentFormat(await recordFormat(work, wanted))};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/bank-match-rules',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'By which rules movements are matched with the journal, in their order.',
		status: 200,
		response: rulesAnswer,
		handle: async (work: BankingWork) => ({
			body: await work.banking.matchRules(),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/bank-match-rules',
		permission: 'bank:format',
		tag: 'banking',
		summary: 'Sets the rules from now on; what was matched stays.',
		body: rulesBody,
		status: 201,
		response: rulesAnswer,
		handle: async (work: BankingWork, {body}) => ({body: await setMatchRules(work, body)}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/cash-denominations',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'The notes and coins that are money today.',
		status: 200,
		response: page(denominationAnswer),
		handle: async (work: BankingWork) => {
			const all = await work.banking.denominations(work.today());
			const items = all.map((one) => ({...one, value: toText(one.value)}));
			return {body: {items, nextCursor: null}};
		},
	}),
];
