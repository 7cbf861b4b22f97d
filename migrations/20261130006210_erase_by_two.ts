import type {Knex} from 'knex';
import {changeFunction} from './shared/change-function.ts';

/**
 * To erase what is known of a person takes two people, always: it cannot be taken back, and whoever
 * handles a member's money could else make the traces of who it was go alone.
 */
export async function up(knex: Knex): Promise<void> {
	await changeFunction(knex, 'cooperatives_erase_member', [
		{
			text: `		update members set name = '(dihapus)'`,
			by: `${approved}\n		update members set name = '(dihapus)'`,
		},
	]);
}

export async function down(): Promise<void> {
	throw new Error('What takes two people is not given to one again.');
}

// Under an approval of this transaction, of a command that was shown to erase this very member.
const approved = `
		perform approval_hold(array['member.erase'], of_book, null, null, 0, today,
			'member ' || member.number, true);
		if current_setting('bergulir.approval', true) <> 'preview' and not exists (
			select from approvals granted
			cross join jsonb_array_elements(granted.preview) planned
			join books book on book.id = of_book
			where granted.id::text = current_setting('bergulir.approval', true)
				and planned ->> 'name' = 'member.erase'
				and planned ->> 'subject' = book.code || ' ' || of_member
		) then
			perform ledger_breach('writes_approved', format(
				'member.erase (member %s) needs the approval of a second person.', member.number));
		end if;`;
