import {z} from 'zod';
import {id, moment, momentText, page, text} from '../../http/fields.ts';
import type {UserId} from '../../kernel/ids.ts';
import {permissions} from '../../kernel/permission.ts';
import {passwordLengthMax, passwordLengthMin, roles} from '../index.ts';

const idText = () => z.string().meta({format: 'uuid'});
const scopeText = () =>
	z.string().meta({
		description: 'all, a region code (and all within it), or the code of a cooperative.',
		examples: ['all', '17.71.02', 'KOP-1771011001'],
	});

/**
 * A password as it is typed: its length in characters and its strength are for the room to judge.
 */
const password = () =>
	z
		.string()
		.max(passwordLengthMax * 4)
		.meta({format: 'password', minLength: passwordLengthMin, maxLength: passwordLengthMax});

const name = () =>
	text({max: 64}).meta({
		description: 'The user name: 3 to 64 of a-z, 0-9, dot, underscore and hyphen.',
		examples: ['siti.rahma'],
	});

/** A role with where it holds. The room reads the scope and says what is wrong with it. */
const roleInScope = z.strictObject({role: z.enum(roles), scope: scopeText()});

export const credentials = z.strictObject({name: name(), password: password()});
export const passwordChange = z.strictObject({
	currentPassword: password(),
	newPassword: password(),
});
export const newPassword = z.strictObject({password: password()});
export const emailChange = z.strictObject({
	email: text({max: 254})
		.nullable()
		.meta({description: 'Where findings are told of by mail; null for nowhere.'}),
});
export const newUser = z.strictObject({name: name(), grants: z.array(roleInScope).min(1).max(20)});
export const newGrant = roleInScope;
export const newToken = z.strictObject({
	label: text({max: 100}),
	expiresAt: moment()
		.transform((value) => new Date(value))
		.optional(),
});

export const userParams = z.strictObject({id: id<UserId>()});
export const grantParams = z.strictObject({id: id<UserId>(), grant: id<string>()});
export const tokenParams = z.strictObject({id: id<string>()});

export const grant = z.strictObject({
	id: idText(),
	role: z.enum(roles),
	scope: scopeText(),
	grantedAt: momentText(),
	grantedBy: z.string(),
	revokedAt: momentText().nullable(),
	revokedBy: z.string().nullable(),
});

export const user = z.strictObject({
	id: idText(),
	name: z.string(),
	isActive: z.boolean(),
	hasPassword: z.boolean(),
	email: z.string().nullable(),
	createdAt: momentText(),
	createdBy: z.string(),
	grants: z.array(grant),
});
export const userPage = page(user);

export const me = z.strictObject({
	id: idText(),
	name: z.string(),
	grants: z.array(z.strictObject({role: z.enum(roles), scope: scopeText()})),
	permissions: z.array(
		z.strictObject({permission: z.enum(permissions), scopes: z.array(scopeText())}),
	),
});

export const session = z.strictObject({
	token: z.string().meta({description: 'For a script: send it as a bearer. Shown once.'}),
	expiresAt: momentText(),
	user: z.strictObject({id: idText(), name: z.string()}),
});

const tokenFields = {
	id: idText(),
	label: z.string(),
	createdAt: momentText(),
	expiresAt: momentText().nullable(),
	lastUsedAt: momentText().nullable(),
	revokedAt: momentText().nullable(),
};
export const apiToken = z.strictObject(tokenFields);
export const issuedToken = z.strictObject({
	...tokenFields,
	token: z.string().meta({description: 'The secret itself. Shown once, and kept nowhere.'}),
});
export const tokenList = page(apiToken);
