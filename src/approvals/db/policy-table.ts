import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {ApprovalPolicy} from '../policy.ts';
import type {ApprovalStore} from '../ports.ts';

export const createPolicyTable = (
	trx: Knex,
): Pick<ApprovalStore, 'policies' | 'lockPolicies' | 'insertPolicy'> => ({
	async policies() {
		const rows: Row[] = await trx('approval_policies').orderBy(['write_name', 'version']);
		return rows.map(toPolicy);
	},
	async lockPolicies() {
		await trx.raw('select approval_lock_policies()');
	},
	async insertPolicy(policy) {
		await trx('approval_policies').insert({
			write_name: policy.write,
			version: policy.version,
			effective_from: policy.effectiveFrom,
			is_named: policy.isNamed,
			amount_above: policy.amountAbove === undefined ? null : toText(policy.amountAbove),
			backdated_over: policy.backdatedOver ?? null,
			expires_after_hours: policy.expiresAfterHours,
			legal_basis: policy.legalBasis,
			status: policy.status,
			set_by: policy.setBy,
			recorded_at: policy.recordedAt,
		});
	},
});

type Row = {
	write_name: string;
	version: number;
	effective_from: LocalDate;
	is_named: boolean;
	amount_above: string | null;
	backdated_over: number | null;
	expires_after_hours: number;
	legal_basis: string;
	status: ApprovalPolicy['status'];
	set_by: string;
	recorded_at: Date;
};

const toPolicy = (row: Row): ApprovalPolicy => ({
	write: row.write_name,
	version: row.version,
	effectiveFrom: row.effective_from,
	isNamed: row.is_named,
	...(row.amount_above === null ? {} : {amountAbove: rupiah(row.amount_above)}),
	...(row.backdated_over === null ? {} : {backdatedOver: row.backdated_over}),
	expiresAfterHours: row.expires_after_hours,
	legalBasis: row.legal_basis,
	status: row.status,
	setBy: row.set_by,
	recordedAt: row.recorded_at,
});
