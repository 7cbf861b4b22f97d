import {z} from 'zod';
import {id, moment, momentText, page, text} from '../../http/fields.ts';
import type {UserId} from '../../kernel/ids.ts';
import {permissions} from '../../kernel/permission.ts';
import {passwordLengthMax, passwordLengthMin, roles, userKinds} from '../index.ts';

/** Those that a token can be held to: what concerns oneself goes without saying. */
const tokenPermissions = permissions.filter(
	(permission) => !['public', 'enrol', 'self'].includes(permission),
);

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

const kind = () =>
	z.enum(userKinds).meta({
		description: 'A person, or an account of scripts that holds tokens alone and only reads.',
	});

/** A role with where it holds. The room reads the scope and says what is wrong with it. */
const roleInScope = z.strictObject({role: z.enum(roles), scope: scopeText()});

const code = () =>
	text({max: 40}).meta({
		description: 'Six digits of the authenticator app, or a recovery code.',
		examples: ['287082', 'abcd-efgh-2345-67ab'],
	});

export const credentials = z.strictObject({
	name: name(),
	password: password(),
	code: code().optional(),
});
export const passwordIfAny = z.strictObject({
	password: password()
		.optional()
		.meta({description: 'Left out by who has none and has just signed in at the provider.'}),
});
export const selfProof = z.strictObject({password: password(), code: code().optional()});
export const factorCode = z.strictObject({code: code()});
export const acceptance = z.strictObject({invitation: text({max: 100}), password: password()});
export const passwordChange = z.strictObject({
	currentPassword: password(),
	newPassword: password(),
});
export const emailChange = z.strictObject({
	email: text({max: 254})
		.nullable()
		.meta({description: 'Where findings are told of by mail; null for nowhere.'}),
});
export const newUser = z.strictObject({
	name: name(),
	kind: kind().optional(),
	grants: z.array(roleInScope).min(1).max(20),
});
export const newGrant = roleInScope;
export const newToken = z.strictObject({
	label: text({max: 100}),
	expiresAt: moment()
		.transform((value) => new Date(value))
		.optional(),
	isReadOnly: z
		.boolean()
		.optional()
		.meta({description: 'For what changes nothing: GET alone. False without it.'}),
	permissions: z
		.array(z.enum(tokenPermissions))
		.min(1)
		.max(tokenPermissions.length)
		.optional()
		.meta({description: 'For these alone, as far as its user has them. All without it.'}),
});

export const userParams = z.strictObject({id: id<UserId>()});
export const grantParams = z.strictObject({id: id<UserId>(), grant: id<string>()});
export const sessionParams = z.strictObject({id: id<string>()});
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
	kind: kind(),
	isActive: z.boolean(),
	hasPassword: z.boolean(),
	hasSecondFactor: z.boolean(),
	email: z.string().nullable(),
	createdAt: momentText(),
	createdBy: z.string(),
	grants: z.array(grant),
});
export const userPage = page(user);

export const me = z.strictObject({
	id: idText(),
	name: z.string(),
	actingFor: z
		.string()
		.nullable()
		.meta({description: 'For whom I act in this session, with what they handed on to me.'}),
	hasPassword: z.boolean(),
	hasSecondFactor: z.boolean(),
	isSecondFactorDue: z.boolean().meta({description: 'Whether all else waits for it.'}),
	recoveryCodesLeft: z.int(),
	grants: z
		.array(z.strictObject({role: z.enum(roles), scope: scopeText()}))
		.meta({description: 'My roles; where I act for another, those that they handed on to me.'}),
	permissions: z.array(
		z.strictObject({permission: z.enum(permissions), scopes: z.array(scopeText())}),
	),
});

export const session = z.strictObject({
	token: z.string().meta({description: 'For a script: send it as a bearer. Shown once.'}),
	expiresAt: momentText(),
	isSecondFactorDue: z.boolean().meta({
		description: 'Whether this session can do nothing before a second factor is set up.',
	}),
	user: z.strictObject({id: idText(), name: z.string()}),
});

export const factorBegun = z.strictObject({
	secret: z.string().meta({description: 'In base32, for the app. Shown once.'}),
	uri: z.string().meta({description: 'The same as an address, which apps read as a QR code.'}),
});
export const recoveryCodes = z.strictObject({recoveryCodes: z.array(z.string())});
export const factorConfirmed = z.strictObject({
	recoveryCodes: z.array(z.string()),
	token: z.string().meta({description: 'The new session. Shown once.'}),
	expiresAt: momentText(),
});

export const invitation = z.strictObject({
	invitation: z.string().meta({description: 'The secret itself. Shown once, and kept nowhere.'}),
	expiresAt: momentText(),
});
export const joined = z.strictObject({name: z.string()});

export const sessionInfo = z.strictObject({
	id: idText(),
	createdAt: momentText(),
	expiresAt: momentText(),
	lastUsedAt: momentText().nullable(),
	address: z.string().nullable().meta({description: 'The network address that signed in.'}),
	isCurrent: z.boolean(),
});
export const sessionList = page(sessionInfo);

const tokenFields = {
	id: idText(),
	label: z.string(),
	isReadOnly: z.boolean(),
	permissions: z.array(z.enum(permissions)).nullable(),
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
