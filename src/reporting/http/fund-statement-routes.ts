import {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {
	type ColumnText,
	type Heading,
	type Reader,
	type Sheet,
	columnsOf,
} from '../../files/sheet.ts';
import {amountText, date, id} from '../../http/fields.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import {addDays} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import {
	type Axes,
	type FundPart,
	type ReadFundStatement,
	type ReportWork,
	fundParts,
	kindName,
	readFundStatement,
} from '../index.ts';
import {linksOf} from './line-links.ts';
import {metaAnswer, withMeta} from './meta.ts';
import {axesQuery, linksAnswer} from './schemas.ts';

const partEnum = z.enum(fundParts as [FundPart, ...FundPart[]]).meta({
	description:
		'Owed to the city and not collected (2.2.01); collected and held for it (2.2.02); money in ' +
		"cash and bank; loans' principal; goods and money before a sale; down payments of members; " +
		"the city's share of income (2.2.03); all income of the fund.",
});

export const fundStatementAnswer = z.strictObject({
	meta: metaAnswer,
	allocation: z.strictObject({
		id: z.string(),
		kelurahan: z.string(),
		agreementNumber: z.string(),
		amount: amountText(),
	}),
	rows: z.array(
		z.strictObject({
			part: partEnum,
			row: z.enum(['opening', 'movement', 'closing']),
			kind: z.string().nullable().meta({description: 'By which kind of entry it was moved.'}),
			increase: amountText().nullable(),
			decrease: amountText().nullable(),
			balance: amountText().nullable(),
			links: linksAnswer('Of debts, shares and income credits less debits, of the others debits.'),
		}),
	),
	totals: z
		.strictObject({
			tranchesReceived: amountText(),
			returned: amountText(),
			remitted: amountText(),
			principalCollected: amountText(),
			disbursed: amountText(),
			collectedNotRemitted: amountText(),
			cashAndBank: amountText(),
			outstandingPrincipal: amountText(),
			owed: amountText(),
			earned: amountText(),
			shareOwed: amountText(),
		})
		.meta({
			description:
				"From the fund's first day to the last of the period: those of the allocation's " +
				'statement and of fund health.',
		}),
});

type Answer = z.output<typeof fundStatementAnswer>;

async function present(
	work: ReportWork,
	axes: Axes,
	{allocation, from, parts, totals}: ReadFundStatement,
): Promise<Answer> {
	const {book, id: fund} = allocation;
	const link = await linksOf(work, book, axes);
	const rows = parts.flatMap(({part, side, accounts, opening, movements, closing}) => {
		const [more, less] =
			side === 'debit' ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const);
		const ends = {part, kind: null, increase: null, decrease: null};
		const at = (day: Axes['asOf']) =>
			accounts.length === 0 ? {} : {balance: link({accounts, fund, asOf: day})};
		return [
			{
				...ends,
				row: 'opening' as const,
				balance: toText(opening),
				links: at(addDays(from, -1)),
			},
			...movements.map(({kind, increase, decrease}) => ({
				part,
				row: 'movement' as const,
				kind,
				increase: toText(increase),
				decrease: toText(decrease),
				balance: null,
				links: {
					increase: link({accounts, fund, kinds: [kind], from, side: more}),
					decrease: link({accounts, fund, kinds: [kind], from, side: less}),
				},
			})),
			{...ends, row: 'closing' as const, balance: toText(closing), links: at(axes.asOf)},
		];
	});
	const texts = Object.entries(totals).map(([name, amount]) => [name, toText(amount)]);
	return withMeta(
		work,
		{report: 'fund-statement', book, axes: {...axes, from}},
		{
			allocation: {
				id: fund,
				kelurahan: allocation.kelurahanCode,
				agreementNumber: allocation.agreementNumber,
				amount: toText(allocation.amount),
			},
			rows,
			totals: Object.fromEntries(texts) as Answer['totals'],
		},
	);
}

const partNames: Readonly<Record<FundPart, Heading>> = {
	debt: {id: 'Utang dana bergulir', en: 'Owed to the city'},
	heldForCity: {id: 'Terkumpul, belum disetor', en: 'Collected, not remitted'},
	money: {id: 'Kas dan bank dana', en: 'Cash and bank of the fund'},
	loans: {id: 'Sisa pokok pembiayaan', en: 'Principal of loans'},
	beforeSale: {id: 'Barang dan uang pembelian', en: 'Before the sale'},
	downPayments: {id: 'Uang muka anggota', en: 'Down payments'},
	cityShare: {id: 'Bagian jasa kota', en: "The city's share"},
	income: {id: 'Pendapatan dana', en: 'Income of the fund'},
};

const ends: Readonly<Record<'opening' | 'closing', Heading>> = {
	opening: {id: 'Saldo awal', en: 'Opening'},
	closing: {id: 'Saldo akhir', en: 'Closing'},
};

const totalNames: Readonly<Record<keyof Answer['totals'], Heading>> = {
	tranchesReceived: {id: 'Dana diterima sejak awal', en: 'Tranches received to date'},
	returned: {id: 'Dikembalikan sejak awal', en: 'Returned to date'},
	remitted: {id: 'Disetor sejak awal', en: 'Remitted to date'},
	principalCollected: {id: 'Pokok tertagih sejak awal', en: 'Principal collected to date'},
	disbursed: {id: 'Dicairkan sejak awal', en: 'Disbursed to date'},
	collectedNotRemitted: {id: 'Terkumpul, belum disetor', en: 'Collected, not remitted'},
	cashAndBank: {id: 'Kas dan bank', en: 'Cash and bank'},
	outstandingPrincipal: {id: 'Sisa pokok', en: 'Outstanding principal'},
	owed: {id: 'Seluruh pokok terutang kepada kota', en: 'All principal owed to the city'},
	earned: {id: 'Pendapatan sejak awal', en: 'Income to date'},
	shareOwed: {id: 'Bagian jasa kota terutang', en: "The city's share owed"},
};

export function layFundStatement({meta, allocation, rows, totals}: Answer, reader: Reader): Sheet {
	const {language} = reader;
	const texts: ColumnText[] = [
		['part', 'text', 'Bagian', 'Part'],
		['kind', 'text', 'Mutasi', 'Movement'],
		['increase', 'amount', 'Penambahan', 'Increase'],
		['decrease', 'amount', 'Pengurangan', 'Decrease'],
		['balance', 'amount', 'Saldo', 'Balance'],
	];
	const agreement = language === 'id' ? 'Perjanjian' : 'Agreement';
	return reportSheet(meta, reader, {
		title: {id: 'Laporan Dana per Alokasi', en: 'Statement of the Fund'},
		notices: [`${agreement} ${allocation.agreementNumber}, kelurahan ${allocation.kelurahan}`],
		tables: [
			{
				columns: columnsOf(texts, language),
				rows: rows.map(({part, row, kind, increase, decrease, balance}) => ({
					part: partNames[part][language],
					kind: row === 'movement' ? kindName(kind ?? '', language) : ends[row][language],
					increase,
					decrease,
					balance,
				})),
				links: rows.map(({links}) => links),
				totals: Object.entries(totals).map(([name, balance]) => ({
					row: {part: totalNames[name as keyof Answer['totals']][language], balance},
					isSum: false,
				})),
			},
		],
	});
}

export const fundStatementRoute: Route<ReportWork> = route({
	kind: 'read',
	method: 'GET',
	path: '/v1/reports/fund-statement',
	permission: 'report:read',
	tag: 'reports',
	summary: 'The life of one fund (allocation) in a period: what came, moved and is left.',
	description:
		'Tranches, loans, collections, remittances and the share of the city, kind by kind between ' +
		"opening and closing, from the lines of the cooperative's book that name the fund.",
	query: z.strictObject({
		allocation: id<AllocationId>(),
		from: date()
			.optional()
			.meta({description: 'The first day of the period; that of the agreement without it.'}),
		...axesQuery,
	}),
	status: 200,
	...laidOut(fundStatementAnswer, layFundStatement),
	handle: async (work: ReportWork, {query}) => {
		const axes = {
			asOf: query.asOf ?? work.today(),
			...(query.knownAt === undefined ? {} : {knownAt: new Date(query.knownAt)}),
		};
		const {allocation, from} = query;
		const statement = await readFundStatement(work, {...axes, allocation, from});
		return {body: await present(work, axes, statement)};
	},
});
