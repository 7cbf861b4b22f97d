import type {Knex} from 'knex';
import {assert} from '../../kernel/assert.ts';
import type {UserId} from '../../kernel/ids.ts';
import {type RegionCode, regionCode} from '../../kernel/region-code.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import type {UserStore} from '../ports.ts';
import type {Role} from '../role.ts';
import type {Scope} from '../scope.ts';
import type {Grant, User, UserKind} from '../user.ts';

export const createUserTables = (trx: Knex): UserStore => ({
	...createUserReader(trx),
	async insertUser(user) {
		await trx('users').insert({
			id: user.id,
			name: user.name,
			kind: user.kind,
			is_active: user.isActive,
			created_at: user.createdAt,
			created_by: user.createdBy,
		});
	},
	async setEmail(id, email) {
		await trx('users')
			.where({id})
			.update({email: email ?? null});
	},
	async setActive(id, isActive) {
		await trx('users').where({id}).update({is_active: isActive});
	},
	async findPasswordHash(id) {
		const row: {password_hash: string | null} | undefined = await trx('users')
			.where({id})
			.first('password_hash');
		return row?.password_hash ?? undefined;
	},
	async setPasswordHash(id, hash) {
		await trx('users')
			.where({id})
			.update({password_hash: hash ?? null});
	},
	async insertGrant(user, grant) {
		await trx('user_grants').insert({
			id: grant.id,
			user_id: user,
			role: grant.role,
			scope_kind: grant.scope.kind,
			scope_code: grant.scope.kind === 'all' ? null : grant.scope.code,
			granted_at: grant.grantedAt,
			granted_by: grant.grantedBy,
		});
	},
	async revokeGrant(user, grant, at, by) {
		const count = await trx('user_grants')
			.where({id: grant, user_id: user})
			.whereNull('revoked_at')
			.update({revoked_at: at, revoked_by: by});
		return count === 1;
	},
	async findPlace(scope) {
		const row: {place: string} | undefined =
			scope.kind === 'region'
				? await trx('regions').where({code: scope.code}).first('code as place')
				: await trx('books')
						.where({code: scope.code, kind: 'cooperative'})
						.first('region_code as place');
		return row && regionCode(row.place);
	},
});

const createUserReader = (
	trx: Knex,
): Pick<UserStore, 'findUser' | 'findUserByName' | 'listUsers'> => ({
	findUser: async (id) => findOne(trx, {id}),
	findUserByName: async (name) => findOne(trx, {name}),
	async listUsers({within, after, limit}) {
		const rows: UserRow[] = await trx('users')
			.select(userColumns(trx))
			.where('users.name', '>', after)
			.modify((query) => onlyInHand(query, within))
			.orderBy('users.name')
			.limit(limit);
		return withGrants(trx, rows);
	},
});

// The same rule as `isInHand`, for a list that is cut into pages.
function onlyInHand(query: Knex.QueryBuilder, within: CallerScope): void {
	if (within.all) return;
	void query.whereRaw(
		`exists (select from user_grants where user_id = users.id)
		and not exists (
			select from user_grants
			left join books on user_grants.scope_kind = 'cooperative'
				and books.code = user_grants.scope_code
			cross join lateral (
				select case user_grants.scope_kind
					when 'region' then user_grants.scope_code
					when 'cooperative' then books.region_code
				end as code
			) place
			where user_grants.user_id = users.id
				and not (
					user_grants.scope_kind = 'cooperative' and user_grants.scope_code = any (?::text[])
				)
				and not exists (
					select from unnest(?::text[]) region
					where place.code = region or place.code like region || '.%'
				)
		)`,
		[[...within.cooperatives], [...within.regions]],
	);
}

async function findOne(trx: Knex, where: {id: string} | {name: string}): Promise<User | undefined> {
	const rows: UserRow[] = await trx('users').select(userColumns(trx)).where(where);
	const [user] = await withGrants(trx, rows);
	return user;
}

async function withGrants(trx: Knex, users: readonly UserRow[]): Promise<User[]> {
	const ids = users.map(({id}) => id);
	const grants: GrantRow[] = await trx('user_grants')
		.leftJoin('books', (join) => {
			join
				.on('books.code', 'user_grants.scope_code')
				.andOnVal('user_grants.scope_kind', 'cooperative');
		})
		.whereIn('user_grants.user_id', ids)
		.select('user_grants.*', 'books.region_code')
		.orderBy([{column: 'user_grants.granted_at'}, {column: 'user_grants.id'}]);
	const byUser = new Map<string, GrantRow[]>(ids.map((id) => [id, []]));
	for (const grant of grants) byUser.get(grant.user_id)?.push(grant);
	return users.map((row) => toUser(row, byUser.get(row.id) ?? []));
}

// The hash stays where it is; that there is one is all that a list needs to know.
const userColumns = (trx: Knex) => [
	'users.id',
	'users.name',
	'users.kind',
	'users.is_active',
	'users.email',
	'users.created_at',
	'users.created_by',
	trx.raw('users.password_hash is not null as has_password'),
	trx.raw(`exists (select from second_factors held
		where held.user_id = users.id and held.confirmed_at is not null) as has_second_factor`),
];

type UserRow = {
	id: string;
	name: string;
	kind: UserKind;
	is_active: boolean;
	email: string | null;
	has_password: boolean;
	has_second_factor: boolean;
	created_at: Date;
	created_by: string;
};

type GrantRow = {
	id: string;
	user_id: string;
	role: Role;
	scope_kind: Scope['kind'];
	scope_code: string | null;
	region_code: string | null;
	granted_at: Date;
	granted_by: string;
	revoked_at: Date | null;
	revoked_by: string | null;
};

const toUser = (row: UserRow, grants: readonly GrantRow[]): User => ({
	id: row.id as UserId,
	name: row.name,
	kind: row.kind,
	isActive: row.is_active,
	hasPassword: row.has_password,
	hasSecondFactor: row.has_second_factor,
	...(row.email === null ? {} : {email: row.email}),
	createdAt: row.created_at,
	createdBy: row.created_by,
	grants: grants.map(toGrant),
});

function toGrant(row: GrantRow): Grant {
	const scope = toScope(row.scope_kind, row.scope_code);
	const region = scope.kind === 'region' ? scope.code : row.region_code;
	return {
		id: row.id,
		role: row.role,
		scope,
		...(region === null ? {} : {region: region as RegionCode}),
		grantedAt: row.granted_at,
		grantedBy: row.granted_by,
		...(row.revoked_at === null ? {} : {revokedAt: row.revoked_at}),
		...(row.revoked_by === null ? {} : {revokedBy: row.revoked_by}),
	};
}

/** A scope from its two columns, whose agreement `user_grants_scope_check` holds too. */
export function toScope(kind: Scope['kind'], code: string | null): Scope {
	if (kind === 'all') return {kind};
	assert(code !== null, `A grant in a ${kind} names its code.`);
	return {kind, code};
}
