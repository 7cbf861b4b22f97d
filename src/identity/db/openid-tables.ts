import type {Knex} from 'knex';
import type {UserId} from '../../kernel/ids.ts';
import type {OpenIdStore} from '../ports.ts';

const bytes = (hash: string): Buffer => Buffer.from(hash, 'hex');

type OpenIdTables = Omit<OpenIdStore, 'findUserBySubject'> & {
	readonly findIdBySubject: (who: {
		readonly issuer: string;
		readonly subject: string;
	}) => Promise<UserId | undefined>;
};

/** Sign-ins at a provider that have begun here, and which subject is which user. */
export const createOpenIdTables = (trx: Knex): OpenIdTables => ({
	...createSubjectTable(trx),
	async insertOpenIdAttempt({stateHash, browserHash, sealedFlow, createdAt, expiresAt}) {
		// What has lapsed is of no use to anybody.
		await trx('openid_attempts').where('expires_at', '<', createdAt).delete();
		await trx('openid_attempts').insert({
			state_hash: bytes(stateHash),
			browser_hash: bytes(browserHash),
			sealed_flow: sealedFlow,
			created_at: createdAt,
			expires_at: expiresAt,
		});
	},
	async takeOpenIdAttempt(stateHash, browserHash, at) {
		const rows: {sealed_flow: string}[] = await trx('openid_attempts')
			.where({state_hash: bytes(stateHash), browser_hash: bytes(browserHash)})
			.whereNull('used_at')
			.where('expires_at', '>', at)
			.update({used_at: at})
			.returning('sealed_flow');
		return rows[0]?.sealed_flow;
	},
	async proveOpenIdAttempt(stateHash, user) {
		await trx('openid_attempts')
			.where({state_hash: bytes(stateHash)})
			.update({user_id: user});
	},
	async findProvenOpenId(browserHash, at) {
		const row: {user_id: UserId} | undefined = await proven(trx, browserHash, at).first('user_id');
		return row?.user_id;
	},
	async endOpenIdAttempt(browserHash, at) {
		return (await proven(trx, browserHash, at).update({ended_at: at})) === 1;
	},
});

const proven = (trx: Knex, browserHash: string, at: Date) =>
	trx('openid_attempts')
		.where({browser_hash: bytes(browserHash)})
		.whereNotNull('user_id')
		.whereNull('ended_at')
		.where('expires_at', '>', at);

const createSubjectTable = (
	trx: Knex,
): Pick<OpenIdTables, 'findIdBySubject' | 'findSubject' | 'insertSubject' | 'revokeSubject'> => ({
	async findIdBySubject({issuer, subject}) {
		const row: {user_id: UserId} | undefined = await trx('user_subjects')
			.where({issuer, subject})
			.whereNull('revoked_at')
			.first('user_id');
		return row?.user_id;
	},
	async findSubject(user, issuer) {
		const row: Row | undefined = await trx('user_subjects')
			.where({user_id: user, issuer})
			.whereNull('revoked_at')
			.first();
		return (
			row && {
				issuer: row.issuer,
				subject: row.subject,
				linkedAt: row.linked_at,
				linkedBy: row.linked_by,
			}
		);
	},
	async insertSubject(id, user, {issuer, subject, linkedAt, linkedBy}) {
		await trx('user_subjects').insert({
			id,
			user_id: user,
			issuer,
			subject,
			linked_at: linkedAt,
			linked_by: linkedBy,
		});
	},
	async revokeSubject(user, issuer, at, by) {
		const count = await trx('user_subjects')
			.where({user_id: user, issuer})
			.whereNull('revoked_at')
			.update({revoked_at: at, revoked_by: by});
		return count === 1;
	},
});

type Row = {issuer: string; subject: string; linked_at: Date; linked_by: string};
