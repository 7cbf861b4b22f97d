import {z} from 'zod';
import {date} from '../../http/fields.ts';
import type {Route} from '../../http/route.ts';
import {type Rupiah, add, sum, toText} from '../../kernel/money.ts';
import {
	type CollectionAmounts,
	type LoanScope,
	type PeriodScope,
	type ReportWork,
	addCollections,
	collectionOf,
	collectionRates,
	requirePeriod,
} from '../index.ts';
import type {FieldRow} from './field-table.ts';
import {loanQuery, loanReport, personQuery, rowLimit} from './loan-report.ts';

export const from = () => date().meta({description: 'The first day of the period.'});

export const periodOf = (scope: LoanScope, {from}: {from: PeriodScope['from']}): PeriodScope => {
	requirePeriod(from, scope.asOf);
	return {...scope, from};
};

const flowFields = [
	[
		'duePrincipal',
		'amount',
		'Pokok jatuh tempo',
		'Principal due',
		'Fell due in the period, by the schedule in force on each due date.',
	],
	['dueMargin', 'amount', 'Margin jatuh tempo', 'Margin due', 'The same.'],
	['due', 'amount', 'Jatuh tempo', 'Due', 'Principal and margin due.'],
	[
		'paidPrincipal',
		'amount',
		'Pokok dibayar',
		'Principal paid',
		'Cash of repayments in the period, net of reversals. Source: the lines of the loan.',
	],
	['paidMargin', 'amount', 'Margin dibayar', 'Margin paid', 'The same.'],
	['paid', 'amount', 'Dibayar', 'Paid', 'Principal and margin paid.'],
] as const;

const amountFields = [
	[
		'arrearsOpening',
		'amount',
		'Tunggakan awal',
		'Arrears before',
		'Fell due before the period and was not paid by then.',
	],
	...flowFields,
	['paidBefore', 'amount', 'Dibayar sebelum periode', 'Paid before', 'Of due, before the period.'],
	['paidArrears', 'amount', 'Untuk tunggakan awal', 'Paid of arrears', 'Cash pays these first.'],
	['paidOfDue', 'amount', 'Untuk jatuh tempo', 'Paid of due', 'What is left, of due.'],
	['paidEarly', 'amount', 'Dibayar di muka', 'Paid early', 'Beyond what had fallen due.'],
	['takenBack', 'amount', 'Ditarik kembali', 'Taken back', 'More reversed than paid.'],
	[
		'changedOtherwise',
		'amount',
		'Berubah tanpa kas',
		'Changed otherwise',
		'Arrears that went without cash: written off, scheduled anew, left off; below zero where ' +
			'they came. arrears before + due - paid before - paid of arrears - paid of due - this = ' +
			'arrears after.',
	],
	[
		'arrearsClosing',
		'amount',
		'Tunggakan akhir',
		'Arrears after',
		'Fell due up to the last day, that day included, and is not paid.',
	],
] as const;

const rateFields = [
	[
		'currentRate',
		'ratio',
		'Tingkat angsuran periode',
		'Current collection rate',
		'(paid of due + paid before) / due.',
	],
	[
		'collectionRate',
		'ratio',
		'Tingkat penagihan',
		'Collection rate with arrears',
		'(paid of arrears + paid of due) / (arrears before + due - paid before).',
	],
] as const;

const summaryFields = [...amountFields, ...rateFields] as const;

const collectionFields = [
	['book', 'text', 'Koperasi', 'Cooperative', 'Null per day.'],
	['number', 'text', 'Nomor', 'Number', 'Of the loan; null per fund and per day.'],
	['fund', 'text', 'Dana', 'Fund', 'Null per day.'],
	['kelurahan', 'text', 'Kelurahan', 'Kelurahan', 'Null per day.'],
	['on', 'date', 'Tanggal', 'Day', 'Null per loan and per fund.'],
	...summaryFields,
] as const;

const present = (amounts: CollectionAmounts): FieldRow<typeof summaryFields> => {
	const {currentRate = null, collectionRate = null} = collectionRates(amounts);
	const texts = Object.entries(amounts).map(([name, amount]) => [name, toText(amount)]);
	return {
		...(Object.fromEntries(texts) as FieldRow<typeof amountFields>),
		currentRate,
		collectionRate,
	};
};

type Part = {readonly key: string; readonly row: Named; readonly amounts: CollectionAmounts};
type Named = Pick<FieldRow<typeof collectionFields>, 'book' | 'number' | 'fund' | 'kelurahan'>;

/** Per loan, or the loans of each fund added up. */
async function readParts(work: ReportWork, scope: PeriodScope, by: 'loan' | 'fund') {
	const places = new Map(
		(await work.reports.fundNames(scope)).map(({fund, kelurahan}) => [fund, kelurahan]),
	);
	const parts = (await work.reports.loanCollections(scope)).map((loan): Part => {
		const {book, fund} = loan;
		const number = by === 'loan' ? String(loan.number) : null;
		return {
			key: `${fund} ${number ?? ''}`,
			row: {book, number, fund, kelurahan: places.get(fund) ?? null},
			amounts: collectionOf(loan),
		};
	});
	const groups = new Map<string, Part[]>();
	for (const part of parts) {
		const group = groups.get(part.key);
		if (group) group.push(part);
		else groups.set(part.key, [part]);
	}
	return {
		totals: present(addCollections(parts.map(({amounts}) => amounts))),
		rows: [...groups.values()].map((group) => ({
			...group[0]!.row,
			on: null,
			...present(addCollections(group.map(({amounts}) => amounts))),
		})),
	};
}

const collections = loanReport({
	name: 'collections',
	summary: 'What fell due in a period, what was paid of it, and the arrears before and after.',
	description:
		'A rate without its formula says nothing, so each has its own: see the fields. What was ' +
		'written off, left off or scheduled anew is never shown as paid.',
	query: z.strictObject({
		...loanQuery,
		...personQuery,
		from: from(),
		by: z.enum(['loan', 'fund']).optional().meta({description: 'A row for each; loan.'}),
		...rowLimit,
	}),
	fields: collectionFields,
	totals: summaryFields,
	read: async (work, {query, scope}) => readParts(work, periodOf(scope, query), query.by ?? 'loan'),
});

const dayFields = [['on', 'date', 'Tanggal', 'Day'], ...flowFields] as const;

const dailyCollections = loanReport({
	name: 'daily-collections',
	summary: 'What fell due and what was paid on each day of a period.',
	query: z.strictObject({...loanQuery, ...personQuery, from: from(), ...rowLimit}),
	fields: dayFields,
	totals: flowFields,
	async read(work, {query, scope}) {
		const days = await work.reports.dayCollections(periodOf(scope, query));
		const flow = (amounts: Omit<(typeof days)[number], 'on'>) => ({
			duePrincipal: toText(amounts.duePrincipal),
			dueMargin: toText(amounts.dueMargin),
			due: toText(add(amounts.duePrincipal, amounts.dueMargin)),
			paidPrincipal: toText(amounts.paidPrincipal),
			paidMargin: toText(amounts.paidMargin),
			paid: toText(add(amounts.paidPrincipal, amounts.paidMargin)),
		});
		const total = (name: keyof Omit<(typeof days)[number], 'on'>): Rupiah =>
			sum(days.map((day) => day[name]));
		return {
			rows: days.map((day) => ({on: day.on, ...flow(day)})),
			totals: flow({
				duePrincipal: total('duePrincipal'),
				dueMargin: total('dueMargin'),
				paidPrincipal: total('paidPrincipal'),
				paidMargin: total('paidMargin'),
			}),
		};
	},
});

export const collectionRoutes: readonly Route<ReportWork>[] = [collections, dailyCollections];
