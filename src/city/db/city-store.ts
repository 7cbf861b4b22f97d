import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {AllocationId, BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import {refuse} from '../errors.ts';
import type {CityPolicy} from '../policy.ts';
import type {CityStore, ClosingStore, CurrentPortion, FundProvision, NumberPage} from '../ports.ts';
import type {FundedAllocation} from '../standing.ts';
import {createClaimTables} from './claim-tables.ts';
import {createWriteOffTables} from './write-off-tables.ts';

export const createCityStore = (trx: Knex): CityStore => ({
	...createPolicyTable(trx),
	...createClosingTables(trx),
	...createWriteOffTables(trx),
	...createClaimTables(trx),
});

const createPolicyTable = (
	trx: Knex,
): Pick<ClosingStore, 'policyVersions' | 'fundedAllocations'> => ({
	async policyVersions() {
		const rows: PolicyRow[] = await trx('city_policies').orderBy('version');
		return rows.map(toPolicy);
	},
	async fundedAllocations(city, {asOf, knownAt}) {
		const {rows} = await trx.raw<{rows: FundedRow[]}>(fundedSql, {
			city: city.id,
			asOf,
			knownAt: knownAt ?? null,
		});
		return rows.map(toFunded);
	},
});

// A tranche stands in the city's own book: as of the day, and as far as it was known.
const fundedSql = `
	with known as materialized (
		select case when cast(:knownAt as timestamptz) is null then 9223372036854775807
			else ledger_number_before(:city, cast(:knownAt as timestamptz)
				+ interval '1 microsecond') end as last
	)
	select allocation.id, books.code as book, books.name as cooperative_name,
		allocation.kelurahan_code, allocation.agreement_number, allocation.agreed_on,
		allocation.amount, allocation.tenor_months, allocation.grace_months,
		coalesce(received.tranches, '[]') as received, ended.due_on as ended_due_on
	from allocations allocation
	join programmes programme on programme.id = allocation.programme_id
		and programme.city_book_id = :city
	join books on books.id = allocation.book_id
	left join lateral (
		select jsonb_agg(jsonb_build_object('on', tranche.received_on,
			'amount', tranche.amount::text) order by tranche.number) as tranches
		from tranches tranche cross join known
		where tranche.book_id = allocation.book_id and tranche.allocation_id = allocation.id
			and tranche.received_on <= :asOf and tranche.city_entry_number <= known.last
			and not exists (select from entries taken_back
				where taken_back.book_id = tranche.city_book_id
					and taken_back.reverses = tranche.city_entry_number
					and taken_back.number <= known.last and taken_back.effective_on <= :asOf)
	) received on true
	left join allocation_endings ended on ended.book_id = allocation.book_id
		and ended.allocation_id = allocation.id and ended.ended_on <= :asOf
		and ended.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
	where allocation.agreed_on <= :asOf
	order by allocation.kelurahan_code, books.code, allocation.agreement_number
`;

const createClosingTables = (
	trx: Knex,
): Omit<ClosingStore, 'policyVersions' | 'fundedAllocations'> => ({
	async currentPortions(city, page) {
		const rows: CurrentPortionRow[] = await byNumber(trx, 'city_current_portions', city.id, page);
		return rows.map(toCurrentPortion);
	},
	async lastCurrentPortion(city) {
		const row: CurrentPortionRow | undefined = await lastOf(trx, 'city_current_portions', city.id);
		return row && toCurrentPortion(row);
	},
	async insertCurrentPortion(city, record) {
		await trx('city_current_portions').insert({
			book_id: city.id,
			number: record.number,
			balance_date: record.balanceDate,
			fund_id: record.fund,
			booked_before: toText(record.bookedBefore),
			required: toText(record.required),
			entry_number: record.entryNumber,
			mirror_entry: record.mirrorEntry,
			booked_by: record.bookedBy,
			recorded_at: record.recordedAt,
		});
	},
	async provisions(city, page) {
		const rows: ProvisionRow[] = await byNumber(trx, 'city_provisions', city.id, page);
		return rows.map(toProvision);
	},
	async lastProvision(city) {
		const row: ProvisionRow | undefined = await lastOf(trx, 'city_provisions', city.id);
		return row && toProvision(row);
	},
	async insertProvision(city, record) {
		await trx('city_provisions').insert({
			book_id: city.id,
			number: record.number,
			month: record.month,
			fund_id: record.fund,
			policy_code: record.policy,
			version: record.version,
			class_code: record.class,
			months_past_due: record.monthsPastDue,
			base: toText(record.base),
			booked_before: toText(record.bookedBefore),
			required: toText(record.required),
			entry_number: record.entryNumber,
			booked_by: record.bookedBy,
			recorded_at: record.recordedAt,
		});
	},
});

type RunTable = 'city_current_portions' | 'city_provisions';

const byNumber = (trx: Knex, table: RunTable, city: number, {after, limit}: NumberPage) =>
	trx(table).where({book_id: city}).where('number', '>', after).orderBy('number').limit(limit);

const lastOf = (trx: Knex, table: RunTable, city: number) =>
	trx(table).where({book_id: city}).orderBy('number', 'desc').first();

type PolicyRow = {
	version: number;
	effective_from: string;
	provision_policy: string;
	council_above: string;
	legal_basis: string;
	status: CityPolicy['status'];
};

const toPolicy = (row: PolicyRow): CityPolicy => ({
	version: row.version,
	effectiveFrom: row.effective_from as LocalDate,
	provisionPolicy: row.provision_policy,
	councilAbove: rupiah(row.council_above),
	legalBasis: row.legal_basis,
	status: row.status,
});

type FundedRow = {
	id: string;
	book: string;
	cooperative_name: string;
	kelurahan_code: string;
	agreement_number: string;
	agreed_on: string;
	amount: string;
	tenor_months: number;
	grace_months: number;
	received: {on: string; amount: string}[];
	ended_due_on: string | null;
};

const toFunded = (row: FundedRow): FundedAllocation => ({
	id: row.id as AllocationId,
	book: row.book as BookCode,
	cooperativeName: row.cooperative_name,
	kelurahan: row.kelurahan_code as KelurahanCode,
	agreementNumber: row.agreement_number,
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
});

type RunRow = {
	number: number;
	fund_id: string;
	booked_before: string;
	required: string;
	entry_number: number;
	booked_by: string;
	recorded_at: Date;
};

const toRun = (row: RunRow) => ({
	number: row.number,
	fund: row.fund_id,
	bookedBefore: rupiah(row.booked_before),
	required: rupiah(row.required),
	entryNumber: row.entry_number,
	bookedBy: row.booked_by,
	recordedAt: row.recorded_at,
});

type CurrentPortionRow = RunRow & {balance_date: string; mirror_entry: number};

const toCurrentPortion = (row: CurrentPortionRow): CurrentPortion => ({
	...toRun(row),
	balanceDate: row.balance_date as LocalDate,
	mirrorEntry: row.mirror_entry,
});

type ProvisionRow = RunRow & {
	month: string;
	policy_code: string;
	version: number;
	class_code: string;
	months_past_due: number;
	base: string;
};

const toProvision = (row: ProvisionRow): FundProvision => ({
	...toRun(row),
	month: row.month as LocalDate,
	policy: row.policy_code,
	version: row.version,
	class: row.class_code,
	monthsPastDue: row.months_past_due,
	base: rupiah(row.base),
});

const laws = [
	'city_current_portions_forward',
	'city_current_portions_mirrored',
	'city_current_portions_booked',
	'city_provisions_forward',
	'city_provisions_entry',
	'city_provisions_class',
	'city_provisions_required',
	'city_provisions_booked',
	'fund_write_offs_forward',
	'fund_write_offs_city',
	'fund_write_offs_open',
	'fund_write_offs_council',
	'fund_write_offs_two_people',
	'fund_write_offs_booked',
	'fund_write_offs_decreed_check',
	'fund_claims_forward',
	'fund_claims_city',
	'fund_claims_two_people',
	'fund_claims_scheduled',
	'fund_claims_booked',
	'fund_claims_floor',
	'fund_claim_events_forward',
	'fund_claim_events_steps',
];

/** The laws of this room as PostgreSQL names them, should the code have let one through. */
export const cityConstraints: ConstraintRefusals = Object.fromEntries(
	laws.map((law) => [law, (explanation: string) => refuse('city/law-broken', {law, explanation})]),
);
