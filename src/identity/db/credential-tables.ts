import type {Knex} from 'knex';
import type {UserId} from '../../kernel/ids.ts';
import type {Credential, CredentialKind, TokenAccess} from '../credential.ts';
import type {Permission} from '../../kernel/permission.ts';
import type {ApiToken, CredentialStore, Session} from '../ports.ts';
import type {Role} from '../role.ts';
import type {Scope} from '../scope.ts';
import {type DelegatedColumns, toDelegated} from './delegation-table.ts';
import {toScope} from './user-tables.ts';

const tables: Record<CredentialKind, string> = {session: 'sessions', token: 'api_tokens'};
const access: Record<CredentialKind, string> = {
	session: `null::text[] as permissions, false as is_read_only,
		(select name from users where id = held.acting_for) as acting_for,
		case when held.acting_for is not null then (
			select coalesce(jsonb_agg(jsonb_build_array(
				role, scope_kind, scope_code, permissions, first_on, last_on)), '[]')
			from delegations_held
			where delegate_id = held.user_id and delegator_id = held.acting_for) end as delegated`,
	token: 'held.permissions, held.is_read_only, null as acting_for, null as delegated',
};

const bytes = (hash: string): Buffer => Buffer.from(hash, 'hex');

export const createCredentialTables = (trx: Knex): CredentialStore => ({
	...createSessionTable(trx),
	...createTokenTable(trx),
	...createAttemptTable(trx),
	findCredential: async (kind, hash) => (await findCredentials(trx, kind, [hash])).get(hash),
	async touchCredential(kind, hash, at) {
		await trx(tables[kind])
			.where({token_hash: bytes(hash)})
			.update({last_used_at: at});
	},
});

/** The credentials of a kind with these hashes, by hash. */
export async function findCredentials(
	trx: Knex,
	kind: CredentialKind,
	hashes: readonly string[],
): Promise<Map<string, Credential>> {
	const table = tables[kind];
	const {rows} = await trx.raw<{rows: (CredentialRow & {hash: string})[]}>(
		`select encode(held.token_hash, 'hex') as hash, users.id, users.name, users.is_active,
			held.last_used_at, held.expires_at, held.revoked_at, ${access[kind]},
			exists (select from second_factors
				where user_id = users.id and confirmed_at is not null) as has_second_factor,
			(select coalesce(jsonb_agg(jsonb_build_array(role, scope_kind, scope_code)), '[]')
				from user_grants where user_id = users.id and user_grants.revoked_at is null) as grants
		from ${table} held join users on users.id = held.user_id
		where held.token_hash = any (cast(? as bytea[]))`,
		[hashes.map((hash) => `\\x${hash}`)],
	);
	return new Map(rows.map((row) => [row.hash, toCredential(row)]));
}

const createSessionTable = (
	trx: Knex,
): Pick<
	CredentialStore,
	'insertSession' | 'revokeSession' | 'revokeSessionsOf' | 'listSessions' | 'findSession'
> => ({
	async insertSession(user, {id, hash, createdAt, expiresAt, address, actingFor}) {
		await trx('sessions').insert({
			id,
			token_hash: bytes(hash),
			user_id: user,
			created_at: createdAt,
			last_used_at: createdAt,
			expires_at: expiresAt,
			address: address ?? null,
			acting_for: actingFor ?? null,
		});
	},
	async listSessions(user, now) {
		const rows: SessionRow[] = await trx('sessions')
			.where({user_id: user})
			.whereNull('revoked_at')
			.where('expires_at', '>', now)
			.orderBy([{column: 'created_at', order: 'desc'}, {column: 'id'}])
			.select(sessionColumns(trx));
		return rows.map(toSession);
	},
	async findSession(id) {
		const row: SessionRow | undefined = await trx('sessions')
			.where({id})
			.first(sessionColumns(trx));
		return row && {...toSession(row), user: row.user_id as UserId};
	},
	async revokeSession(hash, at) {
		await trx('sessions')
			.where({token_hash: bytes(hash)})
			.whereNull('revoked_at')
			.update({revoked_at: at});
	},
	async revokeSessionsOf(user, at) {
		await trx('sessions').where({user_id: user}).whereNull('revoked_at').update({revoked_at: at});
	},
});

const createTokenTable = (
	trx: Knex,
): Pick<
	CredentialStore,
	'insertToken' | 'findToken' | 'listTokens' | 'revokeToken' | 'revokeTokensOf'
> => ({
	async insertToken(user, token) {
		await trx('api_tokens').insert({
			id: token.id,
			token_hash: bytes(token.hash),
			user_id: user,
			label: token.label,
			created_at: token.createdAt,
			expires_at: token.expiresAt ?? null,
			permissions: token.permissions ? [...token.permissions] : null,
			is_read_only: token.isReadOnly,
		});
	},
	async findToken(id) {
		const row: TokenRow | undefined = await trx('api_tokens')
			.where({id})
			.first(...tokenColumns);
		return row && {...toToken(row), user: row.user_id as UserId};
	},
	async listTokens(user) {
		const rows: TokenRow[] = await trx('api_tokens')
			.where({user_id: user})
			.orderBy([{column: 'created_at'}, {column: 'id'}])
			.select(...tokenColumns);
		return rows.map(toToken);
	},
	async revokeToken(id, at) {
		const count = await trx('api_tokens')
			.where({id})
			.whereNull('revoked_at')
			.update({revoked_at: at});
		return count === 1;
	},
	async revokeTokensOf(user, at) {
		await trx('api_tokens').where({user_id: user}).whereNull('revoked_at').update({revoked_at: at});
	},
});

const createAttemptTable = (trx: Knex): Pick<CredentialStore, 'lockAttempts' | 'setAttempts'> => ({
	async lockAttempts(counter) {
		// What does not exist yet cannot be held: it is made first, so that two at once wait in line.
		await trx('sign_in_attempts')
			.insert({counter, count: 0, last_at: new Date(0)})
			.onConflict('counter')
			.ignore();
		const row: {count: number; last_at: Date} | undefined = await trx('sign_in_attempts')
			.where({counter})
			.forUpdate()
			.first('count', 'last_at');
		return row && {count: row.count, lastAt: row.last_at};
	},
	async setAttempts(counter, {count, lastAt}) {
		await trx('sign_in_attempts').where({counter}).update({count, last_at: lastAt});
	},
});

type CredentialRow = {
	id: string;
	name: string;
	is_active: boolean;
	last_used_at: Date | null;
	expires_at: Date | null;
	revoked_at: Date | null;
	grants: [Role, Scope['kind'], string | null][];
	has_second_factor: boolean;
	acting_for: string | null;
	delegated: DelegatedColumns[] | null;
} & AccessRow;

type AccessRow = {permissions: Permission[] | null; is_read_only: boolean};

const toAccess = ({permissions, is_read_only}: AccessRow): TokenAccess => ({
	isReadOnly: is_read_only,
	...(permissions === null ? {} : {permissions}),
});

const toCredential = (row: CredentialRow): Credential => ({
	user: {id: row.id as UserId, name: row.name, isActive: row.is_active},
	access: toAccess(row),
	hasSecondFactor: row.has_second_factor,
	grants: row.grants.map(([role, kind, code]) => ({role, scope: toScope(kind, code)})),
	...(row.acting_for === null
		? {}
		: {actingFor: {name: row.acting_for, delegated: (row.delegated ?? []).map(toDelegated)}}),
	...(row.last_used_at === null ? {} : {lastUsedAt: row.last_used_at}),
	...(row.expires_at === null ? {} : {expiresAt: row.expires_at}),
	...(row.revoked_at === null ? {} : {revokedAt: row.revoked_at}),
});

const tokenColumns = [
	'id',
	'user_id',
	'label',
	'created_at',
	'expires_at',
	'last_used_at',
	'revoked_at',
	'permissions',
	'is_read_only',
] as const;

type TokenRow = {
	id: string;
	user_id: string;
	label: string;
	created_at: Date;
	expires_at: Date | null;
	last_used_at: Date | null;
	revoked_at: Date | null;
} & AccessRow;

const toToken = (row: TokenRow): ApiToken => ({
	id: row.id,
	label: row.label,
	...toAccess(row),
	createdAt: row.created_at,
	...(row.expires_at === null ? {} : {expiresAt: row.expires_at}),
	...(row.last_used_at === null ? {} : {lastUsedAt: row.last_used_at}),
	...(row.revoked_at === null ? {} : {revokedAt: row.revoked_at}),
});

const sessionColumns = (trx: Knex) => [
	'id',
	'user_id',
	trx.raw(`encode(token_hash, 'hex') as hash`),
	'created_at',
	'expires_at',
	'last_used_at',
	'revoked_at',
	'address',
];

type SessionRow = {
	id: string;
	user_id: string;
	hash: string;
	created_at: Date;
	expires_at: Date;
	last_used_at: Date | null;
	revoked_at: Date | null;
	address: string | null;
};

const toSession = (row: SessionRow): Session => ({
	id: row.id,
	hash: row.hash,
	createdAt: row.created_at,
	expiresAt: row.expires_at,
	...(row.last_used_at === null ? {} : {lastUsedAt: row.last_used_at}),
	...(row.revoked_at === null ? {} : {revokedAt: row.revoked_at}),
	...(row.address === null ? {} : {address: row.address}),
});
