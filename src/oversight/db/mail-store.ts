import type {Knex} from 'knex';
import type {Level} from '../audit-finding.ts';
import {attemptsMax} from '../mail.ts';
import type {MailStore} from '../ports.ts';
import {findings} from './finding-reader.ts';
import {type FindingRow, type MailRow, toFinding, toMail} from './rows.ts';

/** The mail that waits, in PostgreSQL, within one transaction. */
export const createMailStore = (trx: Knex): MailStore => ({
	...createOutbox(trx),
	...createAddressTable(trx),
});

const createOutbox = (trx: Knex): Omit<MailStore, 'addresses' | 'insertAddress'> => ({
	async insertMails(mails, at) {
		await trx.raw(insertSql, {
			at,
			mails: JSON.stringify(
				mails.map(({recipient, ...mail}) => ({
					...mail,
					recipient_kind: recipient.kind,
					recipient: recipient.kind === 'user' ? recipient.name : recipient.level,
				})),
			),
		});
	},
	async findingsDueOn(day) {
		const {rows} = await trx.raw<{rows: FindingRow[]}>(
			`${findings} where (standing.state = 'closed') = false and standing.due_on = ?
			order by finding.book_id, finding.number`,
			[day],
		);
		return rows.map(toFinding);
	},
	async claimMail(now, until) {
		const {rows} = await trx.raw<{rows: MailRow[]}>(claimSql, {now, until, attemptsMax});
		return rows[0] && toMail(rows[0]);
	},
	async recordSent({id, attempts}, at) {
		await trx('outgoing_mails').where({id, attempts}).whereNull('sent_at').update({sent_at: at});
	},
	async recordFailure({id, attempts}, failure, next) {
		await trx('outgoing_mails')
			.where({id, attempts})
			.whereNull('sent_at')
			.update({next_attempt_at: next, last_failure: failure});
	},
});

const insertSql = `
	insert into outgoing_mails (book_id, id, finding_number, occasion, recipient_kind, recipient,
		written_at, next_attempt_at)
	select books.id, mail.id, mail.finding, mail.occasion, mail.recipient_kind, mail.recipient,
		cast(:at as timestamptz), cast(:at as timestamptz)
	from jsonb_to_recordset(cast(:mails as jsonb)) as mail (book text, id uuid,
		finding integer, occasion text, recipient_kind text, recipient text)
	join books on books.code = mail.book
	on conflict (book_id, finding_number, occasion, recipient_kind, recipient) do nothing`;

// What another sender holds is passed over; what has no address yet waits for one.
const claimSql = `
	with next as (
		select waiting.book_id, waiting.id, waiting.finding_number, given.address
		from outgoing_mails waiting
		cross join lateral (
			select case waiting.recipient_kind
				when 'user' then (
					select email from users where users.name = waiting.recipient and users.is_active)
				else oversight_address(waiting.recipient, waiting.book_id) end as address
		) given
		where waiting.sent_at is null and waiting.next_attempt_at <= :now
			and waiting.attempts < :attemptsMax and given.address is not null
		order by waiting.next_attempt_at, waiting.book_id, waiting.id
		limit 1
		for update of waiting skip locked
	)
	update outgoing_mails mail
	set attempts = mail.attempts + 1, next_attempt_at = :until
	from next, (${findings}) finding
	where mail.book_id = next.book_id and mail.id = next.id
		and finding.book_id = next.book_id and finding.number = next.finding_number
	returning mail.id, finding.book, finding.book_name, finding.id as finding, finding.number,
		finding.severity, finding.level, finding.due_on, mail.occasion, next.address, mail.attempts`;

const createAddressTable = (trx: Knex): Pick<MailStore, 'addresses' | 'insertAddress'> => ({
	async addresses(within) {
		const rows: AddressRow[] = await trx('oversight_addresses as given')
			.modify((query) => {
				if (within.all) return;
				void query.whereRaw(
					`(given.place = any (?::text[])
						or exists (select from books where books.code = given.place
							and books.id = any ((select bergulir_books())::integer[]))
						or exists (select from unnest(?::text[]) region
							where given.place = region or given.place like region || '.%'))`,
					[[...within.cooperatives], [...within.regions]],
				);
			})
			.select('given.*')
			.orderBy(['given.place', 'given.level', 'given.effective_at']);
		return rows.map((row) => ({
			place: row.place,
			level: row.level,
			address: row.address,
			effectiveAt: row.effective_at,
			setBy: row.set_by,
		}));
	},
	async insertAddress({place, level, address, effectiveAt, setBy}) {
		await trx('oversight_addresses').insert({
			place,
			level,
			address,
			effective_at: effectiveAt,
			set_by: setBy,
		});
	},
});

type AddressRow = {
	place: string;
	level: Level;
	address: string;
	effective_at: Date;
	set_by: string;
};
