import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {BookCode, CooperativeId} from '../../kernel/ids.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import type {Cooperative} from '../cooperative.ts';
import {refuse} from '../errors.ts';
import type {CooperativeStore} from '../ports.ts';
import {createMemberAccountTable} from './account-table.ts';
import {createAttachmentTable} from './attachment-table.ts';
import {createMemberTable} from './member-table.ts';
import {createPengurusTables} from './pengurus-tables.ts';

export const createCooperativeStore = (trx: Knex, secrets: SecretBox): CooperativeStore => ({
	...createCooperativeTable(trx),
	...createMemberTable(trx, secrets),
	...createMemberAccountTable(trx, secrets),
	...createPengurusTables(trx, secrets),
	...createAttachmentTable(trx),
});

const createCooperativeTable = (
	trx: Knex,
): Pick<
	CooperativeStore,
	'findCooperative' | 'findCooperativeByCode' | 'listCooperatives' | 'insertCooperative'
> => ({
	async findCooperative(id) {
		const row = await trx<CooperativeRow>('cooperatives').where({id}).first();
		return row && toCooperative(row);
	},
	async findCooperativeByCode(code) {
		const row = await trx<CooperativeRow>('cooperatives').where({code}).first();
		return row && toCooperative(row);
	},
	async listCooperatives({region, after, limit}) {
		const rows = await trx<CooperativeRow>('cooperatives')
			.where('code', '>', after)
			.modify((query) => {
				if (region === undefined) return;
				void query.whereRaw(`(kelurahan_code = ? or kelurahan_code like ? || '.%')`, [
					region,
					region,
				]);
			})
			.orderBy('code')
			.limit(limit);
		return rows.map(toCooperative);
	},
	async insertCooperative(book, cooperative) {
		await trx('cooperatives').insert({
			book_id: book.id,
			id: cooperative.id,
			code: cooperative.code,
			name: cooperative.name,
			form: cooperative.form,
			legal_number: cooperative.legalNumber,
			kelurahan_code: cooperative.kelurahanCode,
		});
	},
});

type CooperativeRow = {
	id: string;
	code: string;
	name: string;
	form: Cooperative['form'];
	legal_number: string;
	kelurahan_code: string;
};

const toCooperative = (row: CooperativeRow): Cooperative => ({
	id: row.id as CooperativeId,
	code: row.code as BookCode,
	name: row.name,
	form: row.form,
	legalNumber: row.legal_number,
	kelurahanCode: row.kelurahan_code as KelurahanCode,
});

const laws = [
	'member_accounts_current_key',
	'member_accounts_final',
	'pengurus_current_key',
	'pengurus_final',
	'pengurus_ties_current_key',
	'pengurus_ties_final',
	'attachments_member_key',
	'attachments_loan_key',
	'attachments_allocation_key',
	'attachments_digest_check',
	'attachments_type_check',
	'attachments_size_check',
	'cooperatives_append_only',
	'members_erased_check',
	'members_erasure_scope',
	'members_erasure_once',
	'members_erasure_due',
];

/** The room's laws as PostgreSQL names them, should the code have let one through. */
export const cooperativeConstraints: ConstraintRefusals = {
	...Object.fromEntries(
		laws.map((law) => [
			law,
			(explanation: string) => refuse('cooperative/law-broken', {law, explanation}),
		]),
	),
	nik_registry_pkey: () => refuse('member/nik-duplicate', {}, 'nik'),
	cooperatives_code_key: () => refuse('cooperative/code-taken', {code: ''}, 'code'),
};
