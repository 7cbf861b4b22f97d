import type {Knex} from 'knex';
import {withEveryBook} from '../../db/transaction.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import type {Account} from '../../ledger/index.ts';
import type {FundFacts} from '../fund-health.ts';
import type {FactsAxes, ReportStore} from '../ports.ts';
import {createExplanationStore} from './explanation-store.ts';
import {type FundFactsRow, fundFactsSql} from './fund-facts-sql.ts';
import {createRestatementStore} from './restatement-store.ts';

/** The questions of the reports, each one statement over one snapshot. */
export const createReportStore = (trx: Knex): ReportStore => ({
	...createRestatementStore(trx),
	...createExplanationStore(trx),
	...createTurnoverStore(trx),
	forEverybody: async (run) => withEveryBook(trx, run),
	async firstRecordedAt(book) {
		const row: {at: Date | null} | undefined = await trx('entries')
			.where({book_id: book.id, number: 1})
			.first('recorded_at as at');
		return row?.at ?? undefined;
	},
	async fundFacts(region, axes) {
		const {rows} = await trx.raw<{rows: FundFactsRow[]}>(fundFactsSql, bindings(region, axes));
		return rows.map(toFundFacts);
	},
	async refreshFundRollup(book, day) {
		const {rows} = await trx.raw<{rows: {count: number}[]}>(
			'select reporting_refresh(array[?]::integer[], ?) as count',
			[book.id, day],
		);
		return rows[0]!.count;
	},
	async kelurahan(region, scope) {
		const {rows} = await trx.raw<{rows: {code: string; name: string}[]}>(
			`select code, coalesce(alias, name) as name from regions
			where level = 'village'
				and (cast(:region as text) is null or code = :region or code like :region || '.%')
				and (exists (select from allocations where kelurahan_code = regions.code)
					or exists (select from books where kind = 'city' and regions.code like region_code || '.%'
						and (bergulir_all_books() or id = any (bergulir_books()))
						and (:all or exists (select from unnest(cast(:scopes as text[])) held
							where regions.code = held or regions.code like held || '.%'))))
			order by code`,
			{
				region: region ?? null,
				all: scope.all,
				scopes: scope.all ? [] : [...scope.regions],
			},
		);
		return rows.map(({code, name}) => ({code: code as KelurahanCode, name}));
	},
	async regionNames(codes) {
		const rows: {code: string; name: string}[] = await trx('regions')
			.whereIn('code', [...codes])
			.select('code', 'name');
		return new Map(rows.map(({code, name}) => [code, name]));
	},
});

/** What was moved up to a day, from the totals. */
const createTurnoverStore = (trx: Knex): Pick<ReportStore, 'turnovers' | 'kindTurnoversUpTo'> => ({
	async turnovers(book, {asOf, knownAt}) {
		const {rows} = await trx.raw<{rows: TurnoverRow[]}>(
			`select account.*, moved.debits, moved.credits
			from (
				select account_code, sum(debits) as debits, sum(credits) as credits
				from ledger_turnovers(:book, :asOf, :knownAt) group by account_code
				-- What was moved only after the moment was not moved then.
				having sum(debits) <> 0 or sum(credits) <> 0
			) moved
			join accounts account on account.book_id = :book and account.code = moved.account_code
			order by account.code`,
			{book: book.id, asOf, knownAt: knownAt ?? null},
		);
		return rows.map((row) => ({
			account: toAccount(row),
			debits: rupiah(row.debits),
			credits: rupiah(row.credits),
		}));
	},
	async kindTurnoversUpTo(book, {asOf, knownAt}) {
		const {rows} = await trx.raw<{rows: (TurnoverRow & {kind: string})[]}>(
			`select account.*, moved.kind, moved.debits, moved.credits
			from (
				select account_code, kind, sum(debits) as debits, sum(credits) as credits
				from ledger_turnovers(:book, :asOf, :knownAt) group by account_code, kind
				having sum(debits) <> 0 or sum(credits) <> 0
			) moved
			join accounts account on account.book_id = :book and account.code = moved.account_code
			order by account.code, moved.kind`,
			{book: book.id, asOf, knownAt: knownAt ?? null},
		);
		return rows.map((row) => ({
			account: toAccount(row),
			kind: row.kind,
			turnover: {debit: rupiah(row.debits), credit: rupiah(row.credits)},
		}));
	},
});

const bindings = (region: string | undefined, {asOf, knownAt, isPlain}: FactsAxes) => ({
	region: region ?? null,
	asOf,
	knownAt: knownAt ?? null,
	isPlain: isPlain ?? false,
});

type TurnoverRow = {
	code: string;
	name_id: string;
	name_en: string;
	class: Account['class'];
	normal_side: Account['normalSide'];
	floor: Account['floor'];
	is_controlled: boolean;
	debits: string;
	credits: string;
};

const toAccount = (row: TurnoverRow): Account => ({
	code: row.code as AccountCode,
	nameId: row.name_id,
	nameEn: row.name_en,
	class: row.class,
	normalSide: row.normal_side,
	floor: row.floor,
	isControlled: row.is_controlled,
});

const toFundFacts = (row: FundFactsRow): FundFacts => ({
	kelurahan: row.kelurahan_code as KelurahanCode,
	terms: {
		agreedOn: row.agreed_on as LocalDate,
		amount: rupiah(row.amount),
		tenorMonths: row.tenor_months,
		graceMonths: row.grace_months,
	},
	received: row.received.map(({on, amount}) => ({
		receivedOn: on as LocalDate,
		amount: rupiah(amount),
	})),
	...(row.ended_due_on === null ? {} : {earlyEnd: {dueOn: row.ended_due_on as LocalDate}}),
	tranchesReceived: rupiah(row.tranches_received),
	remitted: rupiah(row.remitted),
	returned: rupiah(row.returned),
	principalCollected: rupiah(row.principal_collected),
	...(row.not_remitted_since === null
		? {}
		: {notRemittedSince: row.not_remitted_since as LocalDate}),
	collectedNotRemitted: rupiah(row.collected_not_remitted),
	cashAndBank: rupiah(row.cash_and_bank),
	beforeSale: rupiah(row.before_sale),
	downPayments: rupiah(row.down_payments),
	disbursed: rupiah(row.disbursed),
	fundDebt: rupiah(row.fund_debt),
	cityInvestment: rupiah(row.city_investment),
	endedOtherwise: rupiah(row.ended_otherwise),
	claims: rupiah(row.claims),
	writtenOffYear: rupiah(row.written_off_year),
	recoveredYear: rupiah(row.recovered_year),
	classes: row.classes.map(({principal, provision, ...one}) => ({
		...one,
		principal: rupiah(principal),
		provision: rupiah(provision),
	})),
	portfolio: {
		outstandingPrincipal: rupiah(row.outstanding_principal),
		activeLoans: row.active_loans,
		borrowers: row.borrowers,
		womenBorrowers: row.women_borrowers,
		principalDueFromMembers: rupiah(row.principal_due_from_members),
		principalOverdue: rupiah(row.principal_overdue),
		atRisk1: rupiah(row.at_risk_1),
		atRisk30: rupiah(row.at_risk_30),
		atRisk60: rupiah(row.at_risk_60),
		atRisk90: rupiah(row.at_risk_90),
		restructured: rupiah(row.restructured),
		atRisk30Restructured: rupiah(row.at_risk_30_restructured),
	},
});
