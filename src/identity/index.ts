// The door of identity: all that other rooms may see of it.
export type {SignedInCaller} from './caller.ts';
export {type Act, type SealedAct, actKinds} from './act.ts';
export type {CredentialKind} from './credential.ts';
export {requireSession, sessionHours} from './credential.ts';
export {type IdentityCode, identityTexts} from './errors.ts';
export {passwordLengthMax, passwordLengthMin} from './password.ts';
export type {
	Administrator,
	ApiToken,
	CredentialStore,
	ActQuery,
	IdentityStore,
	IdentityWork,
	UserStore,
} from './ports.ts';
export {type Role, decideRole, hasPermission, roles} from './role.ts';
export {type Scope, decideScope, scopeText} from './scope.ts';
export {type Grant, type RoleInScope, type User, activeGrants} from './user.ts';
export {type Presented, authenticate} from './commands/authenticate.ts';
export {type PasswordChange, changePassword} from './commands/change-password.ts';
export {type NewUser, createUser} from './commands/create-user.ts';
export {activateUser, deactivateUser} from './commands/deactivate-user.ts';
export {getUser, getUserByName} from './commands/get-user.ts';
export {
	type AdministrativeRequest,
	isRefusalTold,
	recordRefusedRequest,
	recordRequest,
} from './commands/record-request.ts';
export {grantRole} from './commands/grant-role.ts';
export {type NewToken, issueToken} from './commands/issue-token.ts';
export {revokeGrant} from './commands/revoke-grant.ts';
export {revokeToken} from './commands/revoke-token.ts';
export {setEmail} from './commands/set-email.ts';
export {setPassword} from './commands/set-password.ts';
export {type SignedIn, signIn} from './commands/sign-in.ts';
export {asLines, readTrail, verifyTrail} from './queries/read-trail.ts';
export {signOut} from './commands/sign-out.ts';
