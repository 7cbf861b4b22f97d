// The door of identity: all that other rooms may see of it.
export {type SignedInCaller, scopeFor} from './caller.ts';
export {type Act, type SealedAct, actKinds} from './act.ts';
export type {CredentialKind, TokenAccess} from './credential.ts';
export {requireSession, sessionHours, sessionIdleHours} from './credential.ts';
export {invitationHours} from './invitation.ts';
export {type IdentityCode, identityTexts} from './errors.ts';
export {passwordLengthMax, passwordLengthMin} from './password.ts';
export type {
	Administrator,
	ApiToken,
	CredentialStore,
	ActQuery,
	IdentityStore,
	IdentityWork,
	Session,
	UserStore,
} from './ports.ts';
export {type Role, decideRole, hasPermission, roles} from './role.ts';
export {type Scope, decideScope, scopeText} from './scope.ts';
export {
	type Grant,
	type RoleInScope,
	type User,
	type UserKind,
	activeGrants,
	userKinds,
} from './user.ts';
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
export {type ActToRecord, recordAct} from './commands/record-act.ts';
export {grantRole} from './commands/grant-role.ts';
export {acceptInvitation, inviteUser} from './commands/invite-user.ts';
export {type NewToken, issueServiceToken, issueToken} from './commands/issue-token.ts';
export {revokeGrant} from './commands/revoke-grant.ts';
export {revokeToken} from './commands/revoke-token.ts';
export {
	type Delegation,
	type Delegated,
	delegationDaysMax,
	delegationStates,
	inForceOn,
	stateOn,
} from './delegation.ts';
export {type NewDelegation, actFor, giveDelegation, revokeDelegation} from './commands/delegate.ts';
export {linkSubject, unlinkSubject} from './commands/link-subject.ts';
export {type OpenIdProvider, openIdMinutes} from './single-sign-on.ts';
export {answerOpenId, beginOpenId, confirmOpenId} from './commands/sign-in-by-openid.ts';
export {setEmail} from './commands/set-email.ts';
export {setPassword} from './commands/set-password.ts';
export {renewSecrets} from './commands/renew-secrets.ts';
export {revokeSession} from './commands/revoke-session.ts';
export {
	type SecondFactorConfirmed,
	beginSecondFactor,
	confirmSecondFactor,
	removeSecondFactor,
	renewRecoveryCodes,
	resetSecondFactor,
} from './commands/second-factor.ts';
export {type SelfProof, isSecondFactorDue} from './commands/check-second-factor.ts';
export type {OpenedSession} from './commands/open-session.ts';
export {type SignIn, type SignedIn, signIn} from './commands/sign-in.ts';
export {countSealedElsewhere} from './queries/count-sealed-elsewhere.ts';
export {listSessions} from './queries/list-sessions.ts';
export {asLines, readTrail, verifyTrail} from './queries/read-trail.ts';
export {signOut} from './commands/sign-out.ts';
