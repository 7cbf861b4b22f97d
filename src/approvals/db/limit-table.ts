import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {AmountLimit} from '../limit.ts';
import type {LimitStore} from '../ports.ts';

/** Up to which amount who gives a command. */
export const createLimitStore = (trx: Knex): LimitStore => ({
	async limits() {
		const rows: Row[] = await trx('amount_limits').orderBy(['holder', 'write_name', 'version']);
		return rows.map(toLimit);
	},
	async limitsOf(userNames) {
		const rows: Row[] = await trx('amount_limits')
			.whereIn(
				'holder',
				userNames.map((name) => `user:${name}`),
			)
			.orWhereRaw(
				`holder in (select 'role:' || held.role from user_grants held
					join users on users.id = held.user_id
					where users.name = any (cast(? as text[])) and held.revoked_at is null)`,
				[[...userNames]],
			);
		return rows.map(toLimit);
	},
	async insertLimit(limit) {
		await trx('amount_limits').insert({
			holder: limit.holder,
			write_name: limit.write,
			version: limit.version,
			effective_from: limit.effectiveFrom,
			amount_max: limit.amountMax === undefined ? null : toText(limit.amountMax),
			legal_basis: limit.legalBasis,
			status: limit.status,
			set_by: limit.setBy,
			recorded_at: limit.recordedAt,
		});
	},
});

type Row = {
	holder: string;
	write_name: string;
	version: number;
	effective_from: LocalDate;
	amount_max: string | null;
	legal_basis: string;
	status: AmountLimit['status'];
	set_by: string;
	recorded_at: Date;
};

const toLimit = (row: Row): AmountLimit => ({
	holder: row.holder,
	write: row.write_name,
	version: row.version,
	effectiveFrom: row.effective_from,
	...(row.amount_max === null ? {} : {amountMax: rupiah(row.amount_max)}),
	legalBasis: row.legal_basis,
	status: row.status,
	setBy: row.set_by,
	recordedAt: row.recorded_at,
});
