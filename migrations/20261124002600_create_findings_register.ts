import type {Knex} from 'knex';

/**
 * The findings register: what was found wrong, whose it is to clear up and by when, and every step
 * of it. What was found and each step are only ever added; where a finding stands now is written by
 * the law that admits a step, and by nobody else.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(policies);
	await knex.raw(tables);
	await knex.raw(questions);
	await knex.raw(findingLaws);
	await knex.raw(eventLaws);
	await knex.raw(holding);
	await knex.raw(appendOnly);
	await knex.raw(rights);
	await seedPolicy(knex);
}

export async function down(): Promise<void> {
	throw new Error('What was found stays found; the register is not taken back.');
}

const severities = ['low', 'medium', 'high', 'critical'] as const;
const levels = ['cooperative', 'dinas', 'inspektorat', 'wali-kota'] as const;
const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const policies = `
	-- A change is a new version from a day on; what was in force stays as it was.
	create table oversight_policies (
		version integer primary key
			constraint oversight_policies_version_check check (version > 0),
		effective_from date not null constraint oversight_policies_day_key unique,
		legal_basis text not null,
		status text not null constraint oversight_policies_status_check
			check (status in ('in-force', 'provisional'))
	);

	-- How many days a finding may take at a level before it goes up to the next one.
	create table oversight_periods (
		version integer not null
			constraint oversight_periods_policy_fkey references oversight_policies (version),
		severity text not null constraint oversight_periods_severity_check
			check (severity in (${listed(severities)})),
		level text not null
			constraint oversight_periods_level_check check (level in (${listed(levels)})),
		days integer not null constraint oversight_periods_days_check check (days > 0),
		primary key (version, severity, level)
	);

	-- Who may confirm that a finding is closed.
	create table oversight_closers (
		version integer not null
			constraint oversight_closers_policy_fkey references oversight_policies (version),
		severity text not null constraint oversight_closers_severity_check
			check (severity in (${listed(severities)})),
		role text not null,
		primary key (version, severity, role)
	);

	create function oversight_policy_on(day date) returns integer
	language sql stable as $$
		select version from oversight_policies where effective_from <= day
		order by effective_from desc limit 1
	$$;

	create function oversight_days(on_day date, of_severity text, at_level text) returns integer
	language sql stable as $$
		select days from oversight_periods
		where version = oversight_policy_on(on_day) and severity = of_severity and level = at_level
	$$;

	create function oversight_next_level(level text) returns text
	language sql immutable parallel safe as $$
		select case level when 'cooperative' then 'dinas' when 'dinas' then 'inspektorat'
			when 'inspektorat' then 'wali-kota' end
	$$;
`;

const tables = `
	create table audit_findings (
		book_id integer not null constraint audit_findings_book_fkey references books (id),
		number integer not null constraint audit_findings_number_check check (number > 0),
		id uuid not null,
		-- What raised it: the name of a detector, or by-hand.
		source text not null
			constraint audit_findings_source_check check (source ~ '^[a-z][a-z0-9-]{1,63}$'),
		-- What it is about, such as loan:<uuid>: the same key each time it is seen.
		subject text not null constraint audit_findings_subject_check
			check (subject <> '' and length(subject) <= 200 and subject !~ '\\d{16}'),
		severity text not null constraint audit_findings_severity_check
			check (severity in (${listed(severities)})),
		-- Read by many and sent by mail, so never with a NIK.
		sentence_id text not null constraint audit_findings_sentence_id_check
			check (sentence_id <> '' and sentence_id !~ '\\d{16}'),
		sentence_en text not null constraint audit_findings_sentence_en_check
			check (sentence_en <> '' and sentence_en !~ '\\d{16}'),
		evidence jsonb not null constraint audit_findings_evidence_check
			check (jsonb_typeof(evidence) = 'array' and jsonb_array_length(evidence) <= 200),
		raised_at timestamptz not null,
		raised_by text not null constraint audit_findings_raised_by_check check (raised_by <> ''),
		-- The one before about the same, that had been closed.
		follows integer,
		primary key (book_id, number),
		constraint audit_findings_id_key unique (book_id, id),
		constraint audit_findings_follows_fkey
			foreign key (book_id, follows) references audit_findings (book_id, number)
	);
	create index audit_findings_subject_idx
		on audit_findings (book_id, source, subject, number desc);
	create index audit_findings_id_idx on audit_findings (id);

	-- Each step, and where the finding stands after it.
	create table audit_finding_events (
		book_id integer not null,
		finding_number integer not null,
		number integer not null,
		kind text not null constraint audit_finding_events_kind_check
			check (kind in ('raised', 'assigned', 'due-date-moved', 'noted', 'closing-proposed',
				'closing-declined', 'closed', 'reopened', 'escalated')),
		-- The day it counts from: of an escalation the day after the due date, also when noticed later.
		occurred_on date not null,
		recorded_at timestamptz not null,
		recorded_by text not null
			constraint audit_finding_events_recorded_by_check check (recorded_by <> ''),
		note text constraint audit_finding_events_note_check
			check (case when kind in ('raised', 'assigned', 'escalated') then note is null or note <> ''
				else note is not null and note <> '' end),
		evidence jsonb not null default '[]' constraint audit_finding_events_evidence_check
			check (jsonb_typeof(evidence) = 'array' and jsonb_array_length(evidence) <= 200
				and (kind <> 'closing-proposed' or jsonb_array_length(evidence) > 0)),
		state text not null constraint audit_finding_events_state_check
			check (state in ('open', 'closing-proposed', 'closed')),
		level text not null
			constraint audit_finding_events_level_check check (level in (${listed(levels)})),
		owner text constraint audit_finding_events_owner_fkey references users (name),
		due_on date not null,
		-- The policy that gave the due date, where one did.
		policy_version integer
			constraint audit_finding_events_policy_fkey references oversight_policies (version),
		primary key (book_id, finding_number, number),
		constraint audit_finding_events_finding_fkey foreign key (book_id, finding_number)
			references audit_findings (book_id, number)
	);

	create table audit_finding_standings (
		book_id integer not null,
		finding_number integer not null,
		source text not null,
		subject text not null,
		severity text not null,
		state text not null,
		level text not null,
		owner text,
		due_on date not null,
		last_event integer not null,
		last_recorded_at timestamptz not null,
		primary key (book_id, finding_number),
		constraint audit_finding_standings_finding_fkey foreign key (book_id, finding_number)
			references audit_findings (book_id, number)
	);
	-- While one is not closed, nothing of the same source is raised about the same.
	create unique index audit_finding_standings_open_key
		on audit_finding_standings (book_id, source, subject) where state <> 'closed';
	create index audit_finding_standings_due_idx
		on audit_finding_standings ((state = 'closed'), due_on, book_id, finding_number);
`;

const questions = `
	-- The roles that an active user holds over a book.
	create function oversight_roles_over(user_name text, of_book integer) returns text[]
	language sql stable security definer set search_path = public, pg_temp as $$
		select coalesce(array_agg(distinct held.role order by held.role), '{}')
		from users
		join user_grants held on held.user_id = users.id and held.revoked_at is null
		join books book on book.id = of_book
		where users.name = user_name and users.is_active and case held.scope_kind
			when 'all' then true
			when 'cooperative' then held.scope_code = book.code
			else book.region_code = held.scope_code
				or book.region_code like held.scope_code || '.%' end
	$$;

	-- Whether a finding is about what this user did: it says so, or they made an entry or took a step
	-- of a loan that it points to.
	create function oversight_concerns(of_book integer, of_finding integer, user_name text)
	returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
		select exists (
			select from audit_findings finding
			where finding.book_id = of_book and finding.number = of_finding
				and finding.subject = 'user:' || user_name
			union all
			select from audit_findings finding
			cross join jsonb_array_elements(finding.evidence) piece
			where finding.book_id = of_book and finding.number = of_finding and case piece ->> 'kind'
				when 'user' then piece ->> 'user' = user_name
				when 'entry' then exists (
					select from entries entry
					where entry.book_id = coalesce(
							(select id from books where code = piece ->> 'book'), of_book)
						and entry.number = (piece ->> 'number')::bigint and entry.actor = user_name)
				when 'loan' then exists (
					select from loan_events step
					where step.book_id = of_book and step.loan_id = (piece ->> 'loan')::uuid
						and step.actor = user_name)
				else false end
		)
	$$;
`;

const findingLaws = `
	create function oversight_admit_finding() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		last integer;
		former integer;
	begin
		select max(number) into last from audit_findings where book_id = new.book_id;
		if new.number <> coalesce(last, 0) + 1 then
			perform ledger_breach('audit_findings_forward', format(
				'Finding %s does not follow finding %s.', new.number, coalesce(last, 0)));
		end if;
		if new.raised_at > clock_timestamp() + interval '5 minutes' then
			perform ledger_breach('audit_findings_not_future', format(
				'Finding %s is raised in the future.', new.number));
		end if;
		select number into former from audit_findings
		where book_id = new.book_id and source = new.source and subject = new.subject
		order by number desc limit 1;
		if new.follows is distinct from former then
			perform ledger_breach('audit_findings_follows', format(
				'Finding %s does not name the one before about the same.', new.number));
		end if;
		return new;
	end $$;
	create trigger audit_findings_admit before insert on audit_findings
		for each row execute function oversight_admit_finding();

	-- To be raised is the first step of every finding.
	create function oversight_begin_finding() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		day date := (select (new.raised_at at time zone time_zone)::date from books
			where id = new.book_id);
	begin
		insert into audit_finding_events (book_id, finding_number, number, kind, occurred_on,
			recorded_at, recorded_by, evidence, state, level, due_on, policy_version)
		values (new.book_id, new.number, 1, 'raised', day, new.raised_at, new.raised_by, new.evidence,
			'open', 'cooperative', day + oversight_days(day, new.severity, 'cooperative'),
			oversight_policy_on(day));
		return null;
	end $$;
	create trigger audit_findings_begin after insert on audit_findings
		for each row execute function oversight_begin_finding();
`;

const eventLaws = `
	-- A step is one that may be taken where the finding stands, by one who may take it, and leaves it
	-- where that step leads.
	create function oversight_admit_event() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		finding audit_findings;
		stood audit_finding_standings;
		after audit_finding_standings;
		recorded_on date;
		given integer;
	begin
		select (new.recorded_at at time zone time_zone)::date into recorded_on
		from books where id = new.book_id;
		select * into finding from audit_findings
		where book_id = new.book_id and number = new.finding_number;
		select * into stood from audit_finding_standings
		where book_id = new.book_id and finding_number = new.finding_number for update;
		if new.recorded_at > clock_timestamp() + interval '5 minutes'
			or new.recorded_at < stood.last_recorded_at then
			perform ledger_breach('audit_finding_events_recorded', format(
				'Step %s is recorded before the one before it, or in the future.', new.number));
		end if;
		if new.number <> coalesce(stood.last_event, 0) + 1 then
			perform ledger_breach('audit_finding_events_forward', format(
				'Step %s does not follow step %s.', new.number, coalesce(stood.last_event, 0)));
		end if;
		if (new.kind = 'raised') <> (new.number = 1) or (case stood.state
			when 'open' then new.kind in ('closing-declined', 'closed', 'reopened')
			when 'closing-proposed' then new.kind in ('assigned', 'closing-proposed', 'reopened')
			when 'closed' then new.kind <> 'reopened'
			else false end) then
			perform ledger_breach('audit_finding_events_state', format(
				'What is %s is not %s.', stood.state, new.kind));
		end if;

		after := stood;
		if new.kind = 'raised' then
			after.state := 'open';
			after.level := 'cooperative';
			after.due_on := recorded_on + oversight_days(recorded_on, finding.severity, 'cooperative');
		elsif new.kind = 'assigned' then
			if new.owner is null or new.owner is not distinct from stood.owner
				or oversight_roles_over(new.owner, new.book_id) = '{}' then
				perform ledger_breach('audit_finding_events_owner', format(
					'%s cannot own a finding of this book.', coalesce(new.owner, 'Nobody')));
			end if;
			after.owner := new.owner;
		elsif new.kind = 'due-date-moved' then
			if new.due_on = stood.due_on or new.due_on < recorded_on then
				perform ledger_breach('audit_finding_events_due', format(
					'%s is no new due date.', new.due_on));
			end if;
			after.due_on := new.due_on;
		elsif new.kind = 'closing-proposed' then
			if new.recorded_by is distinct from stood.owner then
				perform ledger_breach('audit_finding_events_owner', format(
					'%s does not own the finding.', new.recorded_by));
			end if;
			after.state := 'closing-proposed';
		elsif new.kind in ('closing-declined', 'closed') then
			if new.recorded_by = stood.owner then
				perform ledger_breach('audit_finding_events_two_people', format(
					'%s proposed to close the finding; another person decides.', new.recorded_by));
			end if;
			if not exists (select from oversight_closers closer
				where closer.version = oversight_policy_on(recorded_on)
					and closer.severity = finding.severity
					and closer.role = any (oversight_roles_over(new.recorded_by, new.book_id))) then
				perform ledger_breach('audit_finding_events_closer', format(
					'%s may not close what is %s.', new.recorded_by, finding.severity));
			end if;
			if oversight_concerns(new.book_id, new.finding_number, new.recorded_by) then
				perform ledger_breach('audit_finding_events_concerned', format(
					'The finding is about what %s did.', new.recorded_by));
			end if;
			after.state := case new.kind when 'closed' then 'closed' else 'open' end;
		elsif new.kind = 'reopened' then
			after.state := 'open';
			after.due_on := recorded_on + oversight_days(recorded_on, finding.severity, stood.level);
		elsif new.kind = 'escalated' then
			after.level := oversight_next_level(stood.level);
			if after.level is null or stood.due_on >= recorded_on then
				perform ledger_breach('audit_finding_events_escalation', format(
					'Finding %s goes no level up now.', new.finding_number));
			end if;
			after.due_on := stood.due_on
				+ oversight_days(stood.due_on + 1, finding.severity, after.level);
		end if;
		if new.occurred_on <> (
			case new.kind when 'escalated' then stood.due_on + 1 else recorded_on end) then
			perform ledger_breach('audit_finding_events_day', format(
				'The step counts from another day than %s.', new.occurred_on));
		end if;
		if new.kind in ('raised', 'reopened', 'escalated') then
			given := oversight_policy_on(new.occurred_on);
		end if;
		if (new.state, new.level, new.owner, new.due_on, new.policy_version)
			is distinct from (after.state, after.level, after.owner, after.due_on, given) then
			perform ledger_breach('audit_finding_events_as_decided', format(
				'Step %s does not lead to where it says.', new.number));
		end if;

		if new.kind = 'raised' then
			insert into audit_finding_standings (book_id, finding_number, source, subject, severity,
				state, level, due_on, last_event, last_recorded_at)
			values (new.book_id, new.finding_number, finding.source, finding.subject, finding.severity,
				after.state, after.level, after.due_on, 1, new.recorded_at);
		else
			update audit_finding_standings
			set state = after.state, level = after.level, owner = after.owner, due_on = after.due_on,
				last_event = new.number, last_recorded_at = new.recorded_at
			where book_id = new.book_id and finding_number = new.finding_number;
		end if;
		return new;
	end $$;
	create trigger audit_finding_events_admit before insert on audit_finding_events
		for each row execute function oversight_admit_event();
`;

const holding = `
	-- Holds a finding until the transaction ends, so that two steps follow one another.
	create function oversight_hold_finding(of_book integer, of_finding integer) returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
		select from audit_finding_standings
		where book_id = of_book and finding_number = of_finding
			and ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]))
		for update
	$$;

	-- Holds findings whose due date has passed where their book is and that can go a level up; what
	-- another run holds already is left to it.
	create function oversight_hold_overdue(moment timestamptz, rows_max integer)
	returns table (book_id integer, finding_number integer, today date)
	language sql volatile security definer set search_path = public, pg_temp as $$
		select standing.book_id, standing.finding_number,
			(moment at time zone book.time_zone)::date
		from audit_finding_standings standing
		join books book on book.id = standing.book_id
		where (standing.state = 'closed') = false
			-- No zone is a day ahead of another: this much is read from the index.
			and standing.due_on <= (moment at time zone 'UTC')::date
			and standing.due_on < (moment at time zone book.time_zone)::date
			and standing.level <> 'wali-kota'
			and ((select bergulir_all_books())
				or standing.book_id = any ((select bergulir_books())::integer[]))
		order by standing.due_on, standing.book_id, standing.finding_number
		limit rows_max
		for update of standing skip locked
	$$;
`;

const policyTables = ['oversight_policies', 'oversight_periods', 'oversight_closers'];
const registerTables = ['audit_findings', 'audit_finding_events'];
const ofBooks = [...registerTables, 'audit_finding_standings'];

const appendOnly = `
	create function oversight_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('oversight_append_only', format(
			'%s of %s is refused: what was found and what became of it stays.', tg_op, tg_table_name));
		return null;
	end $$;
	${[...policyTables, ...registerTables]
		.map(
			(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function oversight_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function oversight_refuse_change();`,
		)
		.join('\n')}
	create trigger audit_finding_standings_kept before delete on audit_finding_standings
		for each row execute function oversight_refuse_change();
	create trigger audit_finding_standings_never_truncated before truncate
		on audit_finding_standings for each statement execute function oversight_refuse_change();
`;

const functions = [
	'oversight_policy_on(date)',
	'oversight_days(date, text, text)',
	'oversight_next_level(text)',
	'oversight_roles_over(text, integer)',
	'oversight_concerns(integer, integer, text)',
	'oversight_hold_finding(integer, integer)',
	'oversight_hold_overdue(timestamptz, integer)',
].join(', ');

const rights = `
	revoke all on ${[...policyTables, ...ofBooks].join(', ')} from public;
	grant select on ${[...policyTables, ...ofBooks].join(', ')} to bergulir_app;
	grant insert on ${registerTables.join(', ')} to bergulir_app;
	${ofBooks
		.map(
			(table) => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));`,
		)
		.join('\n')}
	revoke all on function ${functions} from public;
	grant execute on function ${functions} to bergulir_app;
`;

// Days per severity at the cooperative, the dinas, the inspektorat and the wali kota. No regulation
// was read that sets them: they are a working rule until the city sets its own.
const days: Record<(typeof severities)[number], readonly number[]> = {
	low: [60, 30, 30, 30],
	medium: [30, 14, 14, 14],
	high: [14, 7, 7, 7],
	critical: [3, 3, 3, 3],
};

// What is low may be closed at the cooperative, by a supervisor whom it does not concern.
const closers: Record<(typeof severities)[number], readonly string[]> = {
	low: ['supervisor', 'fund-manager', 'auditor'],
	medium: ['fund-manager', 'auditor'],
	high: ['fund-manager', 'auditor'],
	critical: ['fund-manager', 'auditor'],
};

async function seedPolicy(knex: Knex): Promise<void> {
	await knex('oversight_policies').insert({
		version: 1,
		effective_from: '2013-01-01',
		legal_basis:
			'Kebijakan kerja sementara: belum ada peraturan kota yang dibaca tentang jangka waktu ' +
			'tindak lanjut dan siapa yang menutup temuan. Batas terlama 60 hari diingat dari UU 15/2004 Pasal 20.',
		status: 'provisional',
	});
	for (const severity of severities) {
		await knex('oversight_periods').insert(
			levels.map((level, index) => ({version: 1, severity, level, days: days[severity][index]})),
		);
		await knex('oversight_closers').insert(
			closers[severity].map((role) => ({version: 1, severity, role})),
		);
	}
}
