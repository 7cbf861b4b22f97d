import type {Knex} from 'knex';
import type {FindingStore} from '../ports.ts';
import {
	type FindingRow,
	type PolicyRow,
	type StepRow,
	toFinding,
	toPolicy,
	toStep,
} from './rows.ts';

/** Each finding with where it stands. */
export const findings = `
	select finding.*, books.code as book, books.name as book_name, books.region_code,
		standing.state, standing.level, standing.owner, standing.due_on, standing.last_event
	from audit_findings finding
	join audit_finding_standings standing on standing.book_id = finding.book_id
		and standing.finding_number = finding.number
	join books on books.id = finding.book_id`;

export const createFindingReader = (
	trx: Knex,
): Pick<FindingStore, 'findFinding' | 'listFindings' | 'stepsOf' | 'policies'> => ({
	async findFinding(id) {
		const {rows} = await trx.raw<{rows: FindingRow[]}>(`${findings} where finding.id = ?`, [id]);
		return rows[0] && toFinding(rows[0]);
	},
	async listFindings({after, limit, overdue, region, ...equal}) {
		const rows: FindingRow[] = await trx
			.from(trx.raw(`(${findings}) as listed`))
			.where(equal)
			.modify((query) => {
				if (region !== undefined) {
					void query.whereRaw(`(region_code = ? or region_code like ? || '.%')`, [region, region]);
				}
				if (overdue !== undefined) {
					void query.whereRaw(`(state <> 'closed' and due_on < ?) = ?`, [overdue.on, overdue.is]);
				}
				if (after !== undefined) {
					const {isClosed, dueOn, book, number} = after;
					void query.whereRaw(
						`((state = 'closed'), due_on, book, number) > (?::boolean, ?::date, ?, ?)`,
						[isClosed, dueOn, book, number],
					);
				}
			})
			.orderByRaw(`(state = 'closed'), due_on, book, number`)
			.limit(limit);
		return rows.map(toFinding);
	},
	async stepsOf({book, number}) {
		const rows: StepRow[] = await trx('audit_finding_events as step')
			.join('books', 'books.id', 'step.book_id')
			.where({'books.code': book, 'step.finding_number': number})
			.select('step.*')
			.orderBy('step.number');
		return rows.map(toStep);
	},
	async policies() {
		const {rows} = await trx.raw<{rows: PolicyRow[]}>(policiesSql);
		return rows.map(toPolicy);
	},
});

const policiesSql = `
	select policy.*,
		(select jsonb_object_agg(severity, levels) from (
			select severity, jsonb_object_agg(level, days) as levels from oversight_periods
			where version = policy.version group by severity) by_severity) as days,
		(select jsonb_object_agg(severity, roles) from (
			select severity, jsonb_agg(role order by role) as roles from oversight_closers
			where version = policy.version group by severity) by_severity) as closers
	from oversight_policies policy
	order by policy.version`;
