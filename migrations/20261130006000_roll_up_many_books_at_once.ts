import type {Knex} from 'knex';
import {changeFunction} from './shared/change-function.ts';

/**
 * The portfolio of many books at once costs what their loans are and not their square. What moved a
 * loan, its schedules and the other days on which it changes were joined day by day, and where a
 * question names thousands of loans the planner, who takes them for one, went through all of them
 * for each. Now they are one list that is grouped, and loans are found by their key.
 */
export async function up(knex: Knex): Promise<void> {
	await changeFunction(knex, 'reporting_portfolio', [
		{from: 'wanted as materialized (', upTo: 'moved as materialized (', by: wantedSql},
		{
			from: 'day as (',
			upTo: '-- Of a rescheduled loan the schedule has what was left of it',
			by: daySql,
		},
	]);
}

export async function down(): Promise<void> {
	// The function answers as before; it is only slower before.
}

const wantedSql = `wanted as materialized (
			select loan.book_id, loan.id as loan_id, loan.allocation_id as fund_id, loan.member_id,
				provisioning_frequency(loan.period_unit, loan.period_every, loan.instalments) as frequency,
				exists (select from manual_classes record where record.book_id = loan.book_id
					and record.loan_id = loan.id) as has_hand,
				exists (select from collateral held where held.book_id = loan.book_id
					and held.loan_id = loan.id) as has_pledge
			from (
				select every.* from loans every
				where loan_ids is null and every.book_id = any (of_books)
				union all
				select one.* from unnest(loan_books, loan_ids) as named (book_id, loan_id)
				join loans one on one.book_id = named.book_id and one.id = named.loan_id
				where named.book_id = any (of_books)
			) loan
			where loan.disbursement_entry is not null
		),
		`;

const daySql = `day as materialized (
			select given.book_id, given.loan_id, given.on_day, sum(given.owed) as owed,
				sum(given.principal) as principal, sum(given.disbursed) as disbursed,
				sum(given.granted) as granted, sum(given.converted) as converted,
				max(given.version) as version, bool_or(given.is_restructured) as is_restructured
			from (
				select moved.book_id, moved.loan_id, moved.on_day, moved.owed, moved.principal,
					moved.disbursed, moved.granted, moved.converted, null::integer as version,
					null::boolean as is_restructured
				from moved
				union all
				select plan.book_id, plan.loan_id, plan.on_day, null, null, null, null, null,
					plan.version, plan.is_restructured
				from plan
				union all
				select changed.*, null, null, null, null, null, null, null
				from (
					select plan.book_id, plan.loan_id, instalment.due_on + 1 from plan
					join instalments instalment on instalment.book_id = plan.book_id
						and instalment.loan_id = plan.loan_id and instalment.version = plan.version
					where as_of is null
					union all
					select first.book_id, first.loan_id, policy.effective_from
					from (select moved.book_id, moved.loan_id, min(moved.on_day) as on_day from moved
						group by 1, 2) first
					join provision_policy_versions policy on policy.effective_from > first.on_day
					where as_of is null
					union all
					select wanted.book_id, wanted.loan_id, record.effective_from from wanted
					join manual_classes record on record.book_id = wanted.book_id
						and record.loan_id = wanted.loan_id
					where as_of is null and wanted.has_hand
					union all
					select wanted.book_id, wanted.loan_id, valued.on_day from wanted
					cross join lateral (
						select held.taken_on as on_day from collateral held
						where held.book_id = wanted.book_id and held.loan_id = wanted.loan_id
						union all
						select appraisal.appraised_on from collateral_appraisals appraisal
						where appraisal.book_id = wanted.book_id and appraisal.loan_id = wanted.loan_id
						union all
						select release.released_on from collateral_releases release
						where release.book_id = wanted.book_id and release.loan_id = wanted.loan_id
					) valued
					where as_of is null and wanted.has_pledge
				) changed
			) given
			group by 1, 2, 3
		),
		state as materialized (
			select day.book_id, day.loan_id, wanted.fund_id, wanted.member_id, wanted.frequency,
				wanted.has_hand, wanted.has_pledge, day.on_day, lead(day.on_day) over life as until,
				coalesce(sum(day.owed) over life, 0) as owed,
				coalesce(sum(day.principal) over life, 0) as principal,
				coalesce(sum(day.disbursed) over life, 0) as disbursed,
				coalesce(sum(day.granted) over life, 0) as granted,
				coalesce(sum(day.converted) over life, 0) <> 0 as is_converted,
				max(day.version) over life as version,
				coalesce(bool_or(day.is_restructured) over life, false) as is_restructured
			from day
			join wanted on wanted.book_id = day.book_id and wanted.loan_id = day.loan_id
			window life as (partition by day.book_id, day.loan_id order by day.on_day)
		),
		`;
