import type {AccountCode} from '../../kernel/ids.ts';
import type {Account} from '../../ledger/index.ts';

/** An account as its row has it. */
export type AccountRow = {
	code: string;
	name_id: string;
	name_en: string;
	class: Account['class'];
	normal_side: Account['normalSide'];
	floor: Account['floor'];
	is_controlled: boolean;
};

export const toAccount = (row: AccountRow): Account => ({
	code: row.code as AccountCode,
	nameId: row.name_id,
	nameEn: row.name_en,
	class: row.class,
	normalSide: row.normal_side,
	floor: row.floor,
	isControlled: row.is_controlled,
});
