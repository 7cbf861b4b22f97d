import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {refuse} from '../errors.ts';
import type {FindingStore, OfFinding} from '../ports.ts';
import type {FindingStep} from '../step.ts';
import {createFindingReader, findings} from './finding-reader.ts';
import {createFindingsOnADay} from './findings-on-a-day.ts';
import {type FindingRow, toFinding} from './rows.ts';

/** The register in PostgreSQL, within one transaction. */
export const createFindingStore = (trx: Knex): FindingStore => ({
	...createFindingReader(trx),
	...createFindingsOnADay(trx),
	...createFindingWriter(trx),
	...createRightsReader(trx),
});

// So many rows make one statement: one more is another statement of the same transaction.
const rowsMax = 1000;

function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
	for (let from = 0; from < rows.length; from += rowsMax) yield rows.slice(from, from + rowsMax);
}

const documentKind = 'audit-finding';

const createFindingWriter = (
	trx: Knex,
): Pick<FindingStore, 'lockRegisters' | 'raise' | 'hold' | 'holdOverdue' | 'insertSteps'> => ({
	async lockRegisters(books) {
		await trx.raw(
			`insert into document_numbers as numbers (book_id, kind, last)
			select id, ?, 1 from unnest(?::integer[]) id order by id
			on conflict (book_id, kind) do update set last = numbers.last`,
			[documentKind, books.map(({id}) => id)],
		);
	},
	async raise(drafts, by, at) {
		const standing: FindingRow[] = [];
		const raised = new Set<string>();
		for (const chunk of inChunks(drafts)) {
			const json = JSON.stringify(
				chunk.map(({sentence, ...draft}, position) => ({
					...draft,
					position,
					sentence_id: sentence.id,
					sentence_en: sentence.en,
				})),
			);
			const fresh = await trx.raw<{rows: {id: string}[]}>(raiseSql, {drafts: json, by, at});
			for (const {id} of fresh.rows) raised.add(id);
			const {rows} = await trx.raw<{rows: FindingRow[]}>(standingSql, {drafts: json});
			standing.push(...rows);
		}
		await trx.raw(
			`update document_numbers numbers set last = (
				select max(number) from audit_findings where book_id = numbers.book_id)
			from books
			where books.id = numbers.book_id and books.code = any (?) and numbers.kind = ?`,
			[[...new Set(drafts.map(({book}) => book))], documentKind],
		);
		return {findings: standing.map(toFinding), raised};
	},
	async hold({book, number}) {
		await trx.raw(
			`select oversight_hold_finding(books.id, ?::integer) from books where books.code = ?`,
			[number, book],
		);
	},
	async holdOverdue(now, limit) {
		const {rows} = await trx.raw<{rows: (FindingRow & {today: string})[]}>(
			`select finding.*, held.today from oversight_hold_overdue(?, ?) held
			join (${findings}) finding
				on finding.book_id = held.book_id and finding.number = held.finding_number`,
			[now, limit],
		);
		return rows.map((row) => ({finding: toFinding(row), today: row.today as LocalDate}));
	},
	async insertSteps(steps) {
		for (const chunk of inChunks(steps)) {
			await trx.raw(stepsSql, {steps: JSON.stringify(chunk.map(toStepRecord))});
		}
	},
});

const given = `jsonb_to_recordset(cast(:drafts as jsonb)) as draft (id uuid, book text,
	source text, subject text, severity text, evidence jsonb, position integer,
	sentence_id text, sentence_en text)`;

// The registers are held, so what is not there now is not there until the transaction ends.
const raiseSql = `
	insert into audit_findings (book_id, number, id, source, subject, severity, sentence_id,
		sentence_en, evidence, raised_at, raised_by, follows)
	select fresh.book_id, coalesce(last.number, 0)
		+ row_number() over (partition by fresh.book_id order by fresh.position),
		fresh.id, fresh.source, fresh.subject, fresh.severity, fresh.sentence_id, fresh.sentence_en,
		fresh.evidence, cast(:at as timestamptz), :by, former.number
	from (
		select draft.*, books.id as book_id from ${given} join books on books.code = draft.book
		where not exists (
			select from audit_finding_standings standing
			where standing.book_id = books.id and standing.source = draft.source
				and standing.subject = draft.subject and standing.state <> 'closed')
	) fresh
	left join lateral (
		select number from audit_findings where book_id = fresh.book_id order by number desc limit 1
	) last on true
	left join lateral (
		select number from audit_findings where book_id = fresh.book_id
			and source = fresh.source and subject = fresh.subject
		order by number desc limit 1
	) former on true
	order by fresh.book_id, fresh.position
	returning id`;

const standingSql = `
	select finding.* from ${given}
	join books on books.code = draft.book
	join audit_finding_standings standing on standing.book_id = books.id
		and standing.source = draft.source and standing.subject = draft.subject
		and standing.state <> 'closed'
	join (${findings}) finding
		on finding.book_id = standing.book_id and finding.number = standing.finding_number`;

const toStepRecord = (step: FindingStep & OfFinding) => ({
	book: step.book,
	finding_number: step.finding,
	number: step.number,
	kind: step.kind,
	occurred_on: step.occurredOn,
	recorded_at: step.recordedAt,
	recorded_by: step.recordedBy,
	note: step.note ?? null,
	evidence: step.evidence,
	state: step.state,
	level: step.level,
	owner: step.owner ?? null,
	due_on: step.dueOn,
	policy_version: step.policyVersion ?? null,
});

const stepsSql = `
	insert into audit_finding_events (book_id, finding_number, number, kind, occurred_on,
		recorded_at, recorded_by, note, evidence, state, level, owner, due_on, policy_version)
	select books.id, step.finding_number, step.number, step.kind, step.occurred_on,
		step.recorded_at, step.recorded_by, step.note, step.evidence, step.state, step.level,
		step.owner, step.due_on, step.policy_version
	from jsonb_to_recordset(cast(:steps as jsonb)) as step (book text,
		finding_number integer, number integer, kind text, occurred_on date,
		recorded_at timestamptz, recorded_by text, note text,
		evidence jsonb, state text, level text, owner text, due_on date, policy_version integer)
	join books on books.code = step.book
	order by books.id, step.finding_number, step.number`;

const createRightsReader = (
	trx: Knex,
): Pick<FindingStore, 'rolesOver' | 'concerns' | 'isRaisedAgain' | 'missingEvidence'> => ({
	async rolesOver(book, user) {
		const {rows} = await trx.raw<{rows: {roles: string[]}[]}>(
			'select oversight_roles_over(?, id) as roles from books where code = ?',
			[user, book],
		);
		return rows[0]?.roles ?? [];
	},
	async concerns({book, number}, user) {
		const {rows} = await trx.raw<{rows: {is_concerned: boolean}[]}>(
			'select oversight_concerns(id, ?, ?) as is_concerned from books where code = ?',
			[number, user, book],
		);
		return rows[0]?.is_concerned ?? true;
	},
	async isRaisedAgain({book, number, source, subject}) {
		const {rows} = await trx.raw<{rows: unknown[]}>(
			`select from audit_finding_standings standing
			join books on books.id = standing.book_id
			where books.code = ? and standing.source = ? and standing.subject = ?
				and standing.finding_number > ? and standing.state <> 'closed'`,
			[book, source, subject, number],
		);
		return rows.length > 0;
	},
	async missingEvidence(book, evidence) {
		const {rows} = await trx.raw<{rows: {place: number}[]}>(missingSql, {
			book: book.id,
			evidence: JSON.stringify(evidence),
		});
		return rows.map(({place}) => place);
	},
});

// Row-level security answers for what the asker may not see: it is not there.
const missingSql = `
	select (given.place - 1)::integer as place
	from jsonb_array_elements(cast(:evidence as jsonb)) with ordinality given (piece, place)
	where not case given.piece ->> 'kind'
		when 'entry' then exists (
			select from entries join books on books.id = entries.book_id
			where case when given.piece ->> 'book' is null then entries.book_id = :book
					else books.code = given.piece ->> 'book' end
				and entries.number = (given.piece ->> 'number')::bigint)
		when 'loan' then exists (select from loans
			where book_id = :book and id = (given.piece ->> 'loan')::uuid)
		when 'member' then exists (select from members
			where book_id = :book and id = (given.piece ->> 'member')::uuid)
		when 'attachment' then exists (select from attachments
			where book_id = :book and id = (given.piece ->> 'attachment')::uuid)
		when 'user' then exists (select from users where name = given.piece ->> 'user')
		else true end
	order by 1`;

const laws = [
	'audit_findings_forward',
	'audit_findings_not_future',
	'audit_findings_follows',
	'audit_finding_standings_open_key',
	'audit_finding_events_pkey',
	'audit_finding_events_recorded',
	'audit_finding_events_forward',
	'audit_finding_events_state',
	'audit_finding_events_owner',
	'audit_finding_events_due',
	'audit_finding_events_two_people',
	'audit_finding_events_closer',
	'audit_finding_events_concerned',
	'audit_finding_events_escalation',
	'audit_finding_events_day',
	'audit_finding_events_as_decided',
];

/** The laws of the register as PostgreSQL names them, should the code have let one through. */
export const oversightConstraints: ConstraintRefusals = Object.fromEntries(
	laws.map((law) => [
		law,
		(explanation: string) => refuse('oversight/law-broken', {law, explanation}),
	]),
);
