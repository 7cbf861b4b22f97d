import type {Knex} from 'knex';
import type {FindingQuestion, FindingStore} from '../ports.ts';
import {type ReportedRow, type SumRow, toReported, toSum} from './rows.ts';

/** The register as it stood at the end of a day. */
export const createFindingsOnADay = (trx: Knex): Pick<FindingStore, 'findingsOn' | 'sumsOn'> => ({
	async findingsOn({limit, after, ...question}) {
		const {rows} = await trx.raw<{rows: ReportedRow[]}>(
			`select * from (${stoodOnSql}) stood where state <> 'closed'
				and (cast(:afterDueOn as date) is null
					or (due_on, book, number)
						> (cast(:afterDueOn as date), :afterBook, cast(:afterNumber as integer)))
			order by due_on, book, number limit :limit`,
			{
				...bindings(question),
				afterDueOn: after?.dueOn ?? null,
				afterBook: after?.book ?? null,
				afterNumber: after?.number ?? null,
				limit,
			},
		);
		return rows.map(toReported);
	},
	async sumsOn(question) {
		const {rows} = await trx.raw<{rows: SumRow[]}>(
			`select severity, level, state, state <> 'closed' and due_on < :asOf as is_overdue,
				count(*)::integer as count
			from (${stoodOnSql}) stood
			group by 1, 2, 3, 4`,
			bindings(question),
		);
		return rows.map(toSum);
	},
});

const bindings = ({asOf, book, region}: FindingQuestion) => ({
	asOf,
	book: book ?? null,
	region: region ?? null,
});

// Each finding as its last step up to the end of a day left it, the day where its book is.
const stoodOnSql = `
	select distinct on (step.book_id, step.finding_number) finding.id, books.code as book,
		books.name as book_name, finding.number, finding.source, finding.severity,
		finding.sentence_id, finding.sentence_en, finding.raised_at, step.state, step.level,
		step.owner, step.due_on
	from audit_finding_events step
	join audit_findings finding on finding.book_id = step.book_id
		and finding.number = step.finding_number
	join books on books.id = step.book_id
	where (step.recorded_at at time zone books.time_zone)::date <= :asOf
		and (cast(:book as text) is null or books.code = :book)
		and (cast(:region as text) is null or books.region_code = :region
			or books.region_code like :region || '.%')
	order by step.book_id, step.finding_number, step.number desc`;
