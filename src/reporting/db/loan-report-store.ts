import type {Knex} from 'knex';
import {loanAccounts} from '../../cooperatives/index.ts';
import {scrollRows} from '../../db/scroll-rows.ts';
import type {AllocationId, BookCode, LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import type {Rows} from '../../kernel/rows.ts';
import type {SettledLoan} from '../loan-endings.ts';
import type {LoanPosition, PortfolioTotals} from '../loan-portfolio.ts';
import type {LoanCollection} from '../collections.ts';
import type {LoanChoice, LoanReportStore, LoanScope, PeriodScope} from '../loan-ports.ts';
import type {FundName, MemberLoan} from '../member-loan.ts';
import {collectionDaysSql, collectionsSql} from './collections-sql.ts';
import {
	bucketsSql,
	cohortsSql,
	dueSql,
	fundsSql,
	maturitiesSql,
	monthSql,
	positionsSql,
	settledSql,
	unknownSql,
	writtenOffSql,
	writtenOffYearSql,
} from './loan-report-sql.ts';

/** A row as PostgreSQL answers it: amounts and days are text. */
type Row<Text extends string, Count extends string = never> = Readonly<
	Record<Text, string> & Record<Count, number>
>;

export const createLoanReportStore = (trx: Knex): LoanReportStore => ({
	...createScopeQuestions(trx),
	...createPositionQuestions(trx),
	...createListQuestions(trx),
	...createPeriodQuestions(trx),
});

/**
 * All rows of a statement. What functions answer is joined by hashing: the planner does not know of
 * how many loans they tell, and would go through all of them once for each.
 */
const all =
	(trx: Knex) =>
	async <One>(sql: string, bindings: Record<string, Knex.Value>): Promise<One[]> =>
		joinedByHashing(trx, async () => {
			const {rows} = await trx.raw<{rows: One[]}>(sql, bindings);
			return rows;
		});

/** The same for rows that are too many to be held at once. */
const scrolled =
	(trx: Knex) =>
	async <One>(
		sql: string,
		bindings: Record<string, Knex.Value>,
		toOne: (row: never) => One,
	): Promise<Rows<One>> => {
		const found = await joinedByHashing(trx, async () => scrollRows<never>(trx, sql, bindings));
		return async function* read() {
			for await (const rows of found()) yield rows.map((row) => toOne(row));
		};
	};

async function joinedByHashing<Found>(trx: Knex, ask: () => Promise<Found>): Promise<Found> {
	await trx.raw(`set local enable_nestloop = off; set local work_mem = '64MB'`);
	const found = await ask();
	await trx.raw('set local enable_nestloop to default; set local work_mem to default');
	return found;
}

const bindingsOf = (scope: LoanScope): Record<string, Knex.Value> => ({
	books: scope.books.map(({id}) => id),
	asOf: scope.asOf,
	knownAt: scope.knownAt ?? null,
	kelurahan: scope.kelurahan ?? null,
	fund: scope.fund ?? null,
	officer: scope.officer ?? null,
	group: scope.group ?? null,
	disbursedIn: scope.disbursedIn ?? null,
	owedAccounts: [...loanAccounts.owed],
	principalAccounts: [...loanAccounts.principal],
});

const inPeriod = (scope: PeriodScope): Record<string, Knex.Value> => ({
	...bindingsOf(scope),
	from: scope.from,
});

const createScopeQuestions = (trx: Knex): Pick<LoanReportStore, 'unknownIn' | 'fundNames'> => ({
	async unknownIn(scope) {
		const [found] = await all(trx)<Record<string, boolean>>(unknownSql, bindingsOf(scope));
		return Object.entries(found!).flatMap(([name, isUnknown]) =>
			isUnknown ? [name as keyof LoanChoice] : [],
		);
	},
	async fundNames(scope) {
		const rows = await all(trx)<
			Row<'book' | 'fund' | 'agreement' | 'kelurahan'> & {
				kelurahan_name: string | null;
			}
		>(fundsSql, bindingsOf(scope));
		return rows.map((row): FundName => ({
			book: row.book as BookCode,
			fund: row.fund as AllocationId,
			agreement: row.agreement,
			kelurahan: row.kelurahan as KelurahanCode,
			kelurahanName: row.kelurahan_name ?? row.kelurahan,
		}));
	},
});

type PersonRow = Row<'book' | 'loan' | 'akad' | 'fund' | 'kelurahan' | 'member_name'> &
	Row<never, 'number' | 'member_number'> & {officer: string | null; phone: string | null};

const toMemberLoan = (row: PersonRow): MemberLoan => ({
	book: row.book as BookCode,
	loan: row.loan as LoanId,
	number: row.number,
	akad: row.akad,
	fund: row.fund as AllocationId,
	kelurahan: row.kelurahan as KelurahanCode,
	officer: row.officer ?? undefined,
	memberNumber: row.member_number,
	memberName: row.member_name,
	phone: row.phone ?? undefined,
});

type TotalsRow = Row<'disbursed' | 'owed' | 'principal' | 'overdue' | 'restructured', 'loans'>;

type PositionRow = PersonRow &
	Row<
		'agreement' | 'disbursed_on' | 'disbursed' | 'owed' | 'principal' | 'overdue',
		'days_past_due'
	> & {
		late_since: string | null;
		is_restructured: boolean;
		policies: string[];
		positions: number[];
		provisions: string[];
	} & PortfolioRow;

/** What the first row says of all. */
type PortfolioRow = {
	readonly totals: TotalsRow | null;
	readonly provided: Row<'policy' | 'provision'>[] | null;
};

const toTotals = ({totals, provided}: PortfolioRow): PortfolioTotals => ({
	loans: totals!.loans,
	disbursed: rupiah(totals!.disbursed),
	owed: rupiah(totals!.owed),
	principal: rupiah(totals!.principal),
	overdue: rupiah(totals!.overdue),
	restructured: rupiah(totals!.restructured),
	provisions: provided!.map(({policy, provision}) => ({policy, provision: rupiah(provision)})),
});

/** Without a loan there is the row of the totals alone. */
const isPosition = ({loan}: PositionRow): boolean => (loan as string | null) !== null;

const toPosition = (row: PositionRow): LoanPosition => ({
	...toMemberLoan(row),
	agreement: row.agreement,
	disbursedOn: row.disbursed_on as LocalDate,
	disbursed: rupiah(row.disbursed),
	owed: rupiah(row.owed),
	principal: rupiah(row.principal),
	overdue: rupiah(row.overdue),
	daysPastDue: row.days_past_due,
	lateSince: (row.late_since ?? undefined) as LocalDate | undefined,
	isRestructured: row.is_restructured,
	classes: row.policies.map((policy, index) => ({
		policy,
		position: row.positions[index]!,
		provision: rupiah(row.provisions[index]!),
	})),
});

type MonthRow = Row<
	| 'outstanding'
	| 'at_risk_30'
	| 'at_risk_90'
	| 'restructured'
	| 'at_risk_30_restructured'
	| 'written_off'
	| 'recovered',
	'active_loans'
>;

const createPositionQuestions = (
	trx: Knex,
): Pick<
	LoanReportStore,
	'loanPositions' | 'allLoanPositions' | 'bucketSums' | 'writtenOffInYear' | 'monthFacts'
> => ({
	async loanPositions(scope, {offset, limit}, policy) {
		const rows = await all(trx)<PositionRow>(positionsSql, {
			...bindingsOf(scope),
			offset,
			limit,
			policy: policy ?? null,
		});
		return {rows: rows.filter(isPosition).map(toPosition), totals: toTotals(rows[0]!)};
	},
	async allLoanPositions(scope, policy) {
		const bindings = {...bindingsOf(scope), offset: 0, limit: null, policy: policy ?? null};
		const rows = await scrolled(trx)(positionsSql, bindings, (row: PositionRow) => row);
		let totals: PortfolioTotals | undefined;
		for await (const [first] of rows()) {
			totals = toTotals(first!);
			break;
		}
		return {
			totals: totals!,
			async *rows() {
				for await (const batch of rows()) yield batch.filter(isPosition).map(toPosition);
			},
		};
	},
	async bucketSums(scope) {
		const rows = await all(trx)<
			Row<'fund' | 'balance' | 'late' | 'restructured', 'bucket' | 'loans'>
		>(bucketsSql, bindingsOf(scope));
		return rows.map((row) => ({
			fund: row.fund as AllocationId,
			bucket: row.bucket,
			loans: row.loans,
			balance: rupiah(row.balance),
			late: rupiah(row.late),
			restructured: rupiah(row.restructured),
		}));
	},
	async writtenOffInYear(scope) {
		const rows = await all(trx)<Row<'fund' | 'amount'>>(writtenOffYearSql, bindingsOf(scope));
		return new Map(rows.map(({fund, amount}) => [fund as AllocationId, rupiah(amount)]));
	},
	async monthFacts(scope) {
		const [row] = await all(trx)<MonthRow>(monthSql, bindingsOf(scope));
		return {
			outstanding: rupiah(row!.outstanding),
			atRisk30: rupiah(row!.at_risk_30),
			atRisk90: rupiah(row!.at_risk_90),
			restructured: rupiah(row!.restructured),
			atRisk30Restructured: rupiah(row!.at_risk_30_restructured),
			activeLoans: row!.active_loans,
			writtenOffToDate: rupiah(row!.written_off),
			recoveredToDate: rupiah(row!.recovered),
		};
	},
});

const createListQuestions = (
	trx: Knex,
): Pick<LoanReportStore, 'dueLoans' | 'maturingLoans' | 'settledLoans' | 'writtenOffLoans'> => ({
	dueLoans: async (scope) =>
		scrolled(trx)(
			dueSql,
			bindingsOf(scope),
			(row: PersonRow & Row<'overdue' | 'total' | 'owed', 'days_past_due'>) => ({
				...toMemberLoan(row),
				overdue: rupiah(row.overdue),
				total: rupiah(row.total),
				daysPastDue: row.days_past_due,
				owed: rupiah(row.owed),
			}),
		),
	maturingLoans: async (scope, {from, to}) =>
		scrolled(trx)(
			maturitiesSql,
			{...bindingsOf(scope), from, to},
			(row: PersonRow & Row<'matures_on' | 'owed' | 'principal' | 'overdue', 'days_past_due'>) => ({
				...toMemberLoan(row),
				maturesOn: row.matures_on as LocalDate,
				owed: rupiah(row.owed),
				principal: rupiah(row.principal),
				overdue: rupiah(row.overdue),
				daysPastDue: row.days_past_due,
			}),
		),
	settledLoans: async (scope) => scrolled(trx)(settledSql, inPeriod(scope), toSettled),
	writtenOffLoans: async (scope) =>
		scrolled(trx)(
			writtenOffSql,
			inPeriod(scope),
			(row: PersonRow & Row<'written_off_on' | 'opening' | 'written_off' | 'recovered'>) => ({
				...toMemberLoan(row),
				writtenOffOn: row.written_off_on as LocalDate,
				opening: rupiah(row.opening),
				writtenOff: rupiah(row.written_off),
				recovered: rupiah(row.recovered),
			}),
		),
});

type SettledRow = PersonRow &
	Row<'settled_on' | 'principal' | 'margin' | 'discount'> & {
		is_early: boolean;
		document: string | null;
		matured_on: string | null;
	};

const toSettled = (row: SettledRow): SettledLoan => ({
	...toMemberLoan(row),
	settledOn: row.settled_on as LocalDate,
	isEarly: row.is_early,
	document: row.document ?? undefined,
	principal: rupiah(row.principal),
	margin: rupiah(row.margin),
	discount: rupiah(row.discount),
	maturedOn: (row.matured_on ?? undefined) as LocalDate | undefined,
});

type CollectionRow = Row<'due_principal' | 'due_margin' | 'paid_principal' | 'paid_margin'>;

const toCollected = (row: CollectionRow) => ({
	duePrincipal: rupiah(row.due_principal),
	dueMargin: rupiah(row.due_margin),
	paidPrincipal: rupiah(row.paid_principal),
	paidMargin: rupiah(row.paid_margin),
});

const createPeriodQuestions = (
	trx: Knex,
): Pick<LoanReportStore, 'loanCollections' | 'dayCollections' | 'cohortMonths'> => ({
	loanCollections: async (scope) =>
		scrolled(trx)(
			collectionsSql,
			inPeriod(scope),
			(
				row: CollectionRow &
					Row<
						'book' | 'loan' | 'fund' | 'arrears_opening' | 'ahead_opening' | 'arrears_closing',
						'number'
					>,
			): LoanCollection => ({
				book: row.book as BookCode,
				loan: row.loan as LoanId,
				number: row.number,
				fund: row.fund as AllocationId,
				...toCollected(row),
				arrearsOpening: rupiah(row.arrears_opening),
				aheadOpening: rupiah(row.ahead_opening),
				arrearsClosing: rupiah(row.arrears_closing),
			}),
		),
	async dayCollections(scope) {
		const rows = await all(trx)<CollectionRow & Row<'on'>>(collectionDaysSql, inPeriod(scope));
		return rows.map((row) => ({on: row.on as LocalDate, ...toCollected(row)}));
	},
	async cohortMonths(scope, days) {
		const rows = await all(trx)<
			Row<'cohort' | 'on' | 'disbursed' | 'outstanding' | 'at_risk_30' | 'written_off', 'loans'>
		>(cohortsSql, {...bindingsOf(scope), from: `${days[0]!.slice(0, 7)}-01`, days: [...days]});
		return rows.map((row) => ({
			cohort: row.cohort as LocalDate,
			on: row.on as LocalDate,
			loans: row.loans,
			disbursed: rupiah(row.disbursed),
			outstanding: rupiah(row.outstanding),
			atRisk30: rupiah(row.at_risk_30),
			writtenOff: rupiah(row.written_off),
		}));
	},
});
