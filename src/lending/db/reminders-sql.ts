/** One row per loan to remind of. Amounts are text as PostgreSQL writes numeric. */
export type ReminderRow = {
	loan_id: string;
	book: string;
	number: number;
	officer: string | null;
	member_id: string;
	member_name: string;
	phone: string | null;
	owed: string;
	days_past_due: number;
	overdue: string;
	next_due_on: string | null;
	next_due_amount: string | null;
	pay_on: string | null;
	promised: string | null;
	promised_by: string | null;
	promise_paid: string | null;
	last_visit_on: string | null;
	letter_level: number | null;
	letter_issued_on: string | null;
};

/**
 * What was paid of a loan from one day to another: what brought its balance down and was not taken
 * back. A write-off or a new schedule pays nothing.
 */
export const paidSql = `
	select coalesce(sum(case line.side when 'credit' then line.amount else -line.amount end), 0)
		::numeric(38, 2)
	from lines line
	join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
	where line.book_id = promise.book_id and line.loan_id = promise.loan_id
		and line.account_code = any (cast(:owedAccounts as text[]))
		and line.kind = any (cast(:payingKinds as text[]))
		and line.effective_on between promise.promised_on and least(promise.pay_on, cast(:on as date))
		and entry.reverses is null
		and not exists (
			select from entries reversal
			where reversal.book_id = entry.book_id and reversal.reverses = entry.number
		)
`;

/**
 * The loans that are late on a day or fall due within days of it. Lateness is that of `arrearsOn`,
 * set-based: of the schedule in force an instalment is unpaid while more is owed of the loan than
 * would be owed after it, and late from the day after it fell due. What each loan was last promised
 * and who last went there is asked for the rows of the page alone.
 */
export const remindersSql = `
	with held as (
		select line.book_id, books.code as book, line.loan_id,
			sum(case line.side when 'debit' then line.amount else -line.amount end) as owed
		from lines line
		join books on books.id = line.book_id
		where line.loan_id is not null and line.effective_on <= :on
			and line.account_code = any (cast(:owedAccounts as text[]))
			and (cast(:book as text) is null or books.code = :book)
		group by line.book_id, books.code, line.loan_id
		having sum(case line.side when 'debit' then line.amount else -line.amount end) > 0
	),
	in_force as (
		select book_id, loan_id, max(version) as version from loan_schedules
		where effective_on <= :on
		group by book_id, loan_id
	),
	unpaid as (
		select held.book_id, held.book, held.loan_id, held.owed,
			min(row.due_on) filter (where row.due_on < :on) as since,
			coalesce(min(row.owed_after) filter (where row.due_on < :on), held.owed) as owed_after_late,
			min(row.due_on) filter (where row.due_on >= :on and row.owed_after < row.owed_before)
				as next_due_on,
			-- Two instalments may fall due on one day.
			(array_agg(row.owed_after order by row.due_on, row.owed_after)
				filter (where row.due_on >= :on and row.owed_after < row.owed_before))[1]
				as owed_after_next
		from held
		join in_force using (book_id, loan_id)
		join lateral (
			select due_on, owed_after, owed_after + principal + margin as owed_before from instalments
			where book_id = held.book_id and loan_id = held.loan_id and version = in_force.version
		) row on held.owed > row.owed_after
		group by held.book_id, held.book, held.loan_id, held.owed
	),
	page as (
		select unpaid.*, loans.number, loans.officer, loans.member_id
		from unpaid
		join loans on loans.book_id = unpaid.book_id and loans.id = unpaid.loan_id
		where (since is not null or next_due_on <= cast(:on as date) + cast(:days as integer))
			-- Nobody reminds the dead; their loans are listed by themselves.
			and not exists (select from member_deaths death
				where death.book_id = loans.book_id and death.member_id = loans.member_id
					and death.revoked_by is null)
			and (cast(:afterBook as text) is null
				or (unpaid.book, loans.number) > (:afterBook, cast(:afterNumber as integer)))
		order by unpaid.book, loans.number
		limit :limit
	)
	select page.loan_id, page.book, page.number, page.officer, page.member_id,
		members.name as member_name, members.phone_masked as phone, page.owed::numeric(38, 2) as owed,
		coalesce(cast(:on as date) - page.since, 0) as days_past_due,
		(page.owed - page.owed_after_late)::numeric(38, 2) as overdue,
		case when page.next_due_on <= cast(:on as date) + cast(:days as integer)
			then page.next_due_on end as next_due_on,
		(page.owed_after_late - page.owed_after_next)::numeric(38, 2) as next_due_amount,
		promise.pay_on, promise.amount as promised, promise.promised_by,
		promise.paid as promise_paid, visit.visited_on as last_visit_on,
		letter.level as letter_level, letter.issued_on as letter_issued_on
	from page
	join members on members.book_id = page.book_id and members.id = page.member_id
	left join lateral (
		select promise.pay_on, promise.amount, promise.promised_by, (${paidSql}) as paid
		from payment_promises promise
		where promise.book_id = page.book_id and promise.loan_id = page.loan_id
			and promise.promised_on <= :on
		order by promise.promised_on desc, promise.number desc limit 1
	) promise on true
	left join lateral (
		select visited_on from collection_visits
		where book_id = page.book_id and loan_id = page.loan_id and visited_on <= :on
		order by visited_on desc limit 1
	) visit on true
	left join lateral (
		select level, issued_on from demand_letters
		where book_id = page.book_id and loan_id = page.loan_id and issued_on <= :on
		order by issued_on desc, demand_letters.number desc limit 1
	) letter on true
	order by page.book, page.number
`;
