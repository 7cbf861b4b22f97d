import type {Knex} from 'knex';
import type {UserId} from '../../kernel/ids.ts';
import type {InvitationStore, SecondFactorStore} from '../ports.ts';

const bytes = (hash: string): Buffer => Buffer.from(hash, 'hex');

export const createInvitationTable = (trx: Knex): InvitationStore => ({
	async insertInvitation({id, userId, hash, createdAt, createdBy, expiresAt}) {
		await revokeInvitations(trx, userId, createdAt);
		await trx('user_invitations').insert({
			id,
			user_id: userId,
			token_hash: bytes(hash),
			created_at: createdAt,
			created_by: createdBy,
			expires_at: expiresAt,
		});
	},
	async findInvitation(hash) {
		const row: InvitationRow | undefined = await trx('user_invitations')
			.where({token_hash: bytes(hash)})
			.first('id', 'user_id', 'expires_at', 'used_at', 'revoked_at');
		return (
			row && {
				id: row.id,
				userId: row.user_id,
				expiresAt: row.expires_at,
				...(row.used_at === null ? {} : {usedAt: row.used_at}),
				...(row.revoked_at === null ? {} : {revokedAt: row.revoked_at}),
			}
		);
	},
	revokeInvitationsOf: async (user, at) => revokeInvitations(trx, user, at),
	async takeInvitation(id, at) {
		const count = await trx('user_invitations')
			.where({id})
			.whereNull('used_at')
			.whereNull('revoked_at')
			.where('expires_at', '>', at)
			.update({used_at: at});
		return count === 1;
	},
});

async function revokeInvitations(trx: Knex, user: string, at: Date): Promise<void> {
	await trx('user_invitations')
		.where({user_id: user})
		.whereNull('used_at')
		.whereNull('revoked_at')
		.update({revoked_at: at});
}

export const createFactorTables = (trx: Knex): SecondFactorStore => ({
	...createRecoveryTable(trx),
	async findSecondFactor(user) {
		const row: FactorRow | undefined = await trx('second_factors')
			.where({user_id: user})
			.first('secret', 'confirmed_at', 'last_step');
		return (
			row && {
				sealedSecret: row.secret,
				...(row.confirmed_at === null ? {} : {confirmedAt: row.confirmed_at}),
				...(row.last_step === null ? {} : {lastStep: row.last_step}),
			}
		);
	},
	async putSecondFactor(user, secret, at) {
		const {rows} = await trx.raw<{rows: unknown[]}>(
			`insert into second_factors (user_id, secret, created_at) values (?, ?, ?)
			on conflict (user_id) do update set secret = excluded.secret
			where second_factors.confirmed_at is null
			returning user_id`,
			[user, secret, at],
		);
		return rows.length === 1;
	},
	async confirmSecondFactor(user, step, at) {
		const count = await trx('second_factors')
			.where({user_id: user})
			.whereNull('confirmed_at')
			.update({confirmed_at: at, last_step: step});
		return count === 1;
	},
	async takeStep(user, step) {
		const count = await trx('second_factors')
			.where({user_id: user})
			.where('last_step', '<', step)
			.update({last_step: step});
		return count === 1;
	},
	async removeSecondFactor(user) {
		return (await trx('second_factors').where({user_id: user}).delete()) === 1;
	},
	async listSealedSecrets({isHeld}) {
		const listed = trx('second_factors').orderBy('user_id').select('user_id', 'secret');
		const rows: {user_id: string; secret: string}[] = await (isHeld ? listed.forUpdate() : listed);
		return rows.map((row) => ({user: row.user_id as UserId, sealedSecret: row.secret}));
	},
	async setSealedSecret(user, secret) {
		await trx('second_factors').where({user_id: user}).update({secret});
	},
});

const createRecoveryTable = (
	trx: Knex,
): Pick<SecondFactorStore, 'putRecoveryCodes' | 'takeRecoveryCode' | 'countRecoveryCodes'> => ({
	async putRecoveryCodes(user, hashes) {
		await trx('recovery_codes').where({user_id: user}).delete();
		await trx('recovery_codes').insert(
			hashes.map((hash) => ({user_id: user, code_hash: bytes(hash)})),
		);
	},
	async takeRecoveryCode(user, hash, at) {
		const count = await trx('recovery_codes')
			.where({user_id: user, code_hash: bytes(hash)})
			.whereNull('used_at')
			.update({used_at: at});
		return count === 1;
	},
	async countRecoveryCodes(user) {
		const row: {count: number} | undefined = await trx('recovery_codes')
			.where({user_id: user})
			.whereNull('used_at')
			.first(trx.raw('count(*) as count'));
		return row?.count ?? 0;
	},
});

type InvitationRow = {
	id: string;
	user_id: string;
	expires_at: Date;
	used_at: Date | null;
	revoked_at: Date | null;
};

type FactorRow = {secret: string; confirmed_at: Date | null; last_step: number | null};
