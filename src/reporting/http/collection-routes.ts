import {z} from 'zod';
import {loanAccounts} from '../../cooperatives/index.ts';
import {date} from '../../http/fields.ts';
import type {Route} from '../../http/route.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import {type Rupiah, add, sum, toText} from '../../kernel/money.ts';
import type {Rows} from '../../kernel/rows.ts';
import {
	type CollectionAmounts,
	type LoanCollection,
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
	['book', 'text', 'Koperasi', 'Cooperative'],
	['number', 'text', 'Nomor', 'Number', 'Of the loan; null per fund.'],
	['fund', 'text', 'Dana', 'Fund'],
	['kelurahan', 'text', 'Kelurahan', 'Kelurahan'],
	['on', 'date', 'Tanggal', 'Day', 'Null: days have their own report, daily-collections.'],
	...summaryFields,
	['loan', 'text', 'Pengenal', 'Loan', 'Its identity; null per fund.'],
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

type Part = Pick<FieldRow<typeof collectionFields>, 'book' | 'number' | 'fund' | 'loan'>;

/** Loan by loan, as they are read. */
async function* loanParts(loans: Rows<LoanCollection>) {
	for await (const batch of loans()) {
		yield batch.map((one): readonly [Part, CollectionAmounts] => {
			const {book, number, fund, loan} = one;
			return [{book, number: String(number), fund, loan}, collectionOf(one)];
		});
	}
}

/** The loans of each fund added up. */
async function* fundParts(loans: Rows<LoanCollection>) {
	const funds = new Map<AllocationId, readonly [Part, CollectionAmounts]>();
	for await (const batch of loans()) {
		for (const one of batch) {
			const {book, fund} = one;
			const [part, amounts] = funds.get(fund) ?? [{book, number: null, fund, loan: null}];
			funds.set(fund, [part, addCollections([...(amounts ? [amounts] : []), collectionOf(one)])]);
		}
	}
	yield [...funds.values()];
}

async function openParts(work: ReportWork, scope: PeriodScope, by: 'loan' | 'fund') {
	const places = new Map<string | null, string>(
		(await work.reports.fundNames(scope)).map(({fund, kelurahan}) => [fund, kelurahan]),
	);
	const loans = await work.reports.loanCollections(scope);
	let totals = addCollections([]);
	return {
		async *rows() {
			totals = addCollections([]);
			for await (const parts of by === 'loan' ? loanParts(loans) : fundParts(loans)) {
				totals = addCollections([totals, ...parts.map(([, amounts]) => amounts)]);
				yield parts.map(([part, amounts]) => ({
					...part,
					kelurahan: places.get(part.fund) ?? null,
					on: null,
					...present(amounts),
				}));
			}
		},
		totals: () => present(totals),
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
	links({book, loan, fund}, {lines, report}, {from}) {
		if (loan === null) return {paid: report('collections', {fund: fund!, from, by: 'loan'})};
		const kinds = ['repayment', 'down-payment-applied'];
		return {
			paidPrincipal: lines(book!, {accounts: loanAccounts.principal, kinds, loan, from}),
			paid: lines(book!, {accounts: loanAccounts.owed, kinds, loan, from}),
		};
	},
	open: async (work, {query, scope}) => openParts(work, periodOf(scope, query), query.by ?? 'loan'),
});

const dayFields = [['on', 'date', 'Tanggal', 'Day'], ...flowFields] as const;

const dailyCollections = loanReport({
	name: 'daily-collections',
	summary: 'What fell due and what was paid on each day of a period.',
	query: z.strictObject({...loanQuery, ...personQuery, from: from(), ...rowLimit}),
	fields: dayFields,
	totals: flowFields,
	links: ({on}, {report}) => ({paid: report('collections', {from: on!, asOf: on!})}),
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
