import type {Actor} from '../kernel/actor.ts';
import type {NewId, UserId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {RegionCode} from '../kernel/region-code.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {SecretBox} from '../kernel/secret-box.ts';
import type {SealedAct, TrailTip} from './act.ts';
import type {Credential, CredentialKind, TokenAccess} from './credential.ts';
import type {Delegated, Delegation} from './delegation.ts';
import type {Invitation} from './invitation.ts';
import type {Scope} from './scope.ts';
import type {SecondFactor} from './second-factor.ts';
import type {OpenIdAttempt, OpenIdProvider, Subject, SubjectLink} from './single-sign-on.ts';
import type {Attempts} from './sign-in-delay.ts';
import type {Grant, User} from './user.ts';

/** What identity asks of its database. Hashes of secrets are hexadecimal SHA-256. */
export type IdentityStore = UserStore &
	CredentialStore &
	InvitationStore &
	SecondFactorStore &
	DelegationStore &
	OpenIdStore &
	TrailStore & {
		/** Runs all or nothing, also where no transaction was opened outside. */
		readonly atomically: <T>(run: (identity: IdentityStore) => Promise<T>) => Promise<T>;
	};

export type UserStore = {
	readonly findUser: (id: UserId) => Promise<User | undefined>;
	readonly findUserByName: (name: string) => Promise<User | undefined>;
	/** By name. Only users whose every grant lies within the scope (see `isInHand`). */
	readonly listUsers: (query: UserQuery) => Promise<User[]>;
	readonly insertUser: (
		user: Omit<User, 'grants' | 'hasPassword' | 'hasSecondFactor'>,
	) => Promise<void>;
	/** Undefined takes it away. */
	readonly setEmail: (id: UserId, email: string | undefined) => Promise<void>;
	readonly setActive: (id: UserId, isActive: boolean) => Promise<void>;

	readonly findPasswordHash: (id: UserId) => Promise<string | undefined>;
	/** Undefined takes it away. */
	readonly setPasswordHash: (id: UserId, hash: string | undefined) => Promise<void>;

	readonly insertGrant: (user: UserId, grant: Grant) => Promise<void>;
	/** False when it was revoked already. */
	readonly revokeGrant: (user: UserId, grant: string, at: Date, by: string) => Promise<boolean>;
	/** Where a region or cooperative lies; undefined when there is none of that code. */
	readonly findPlace: (scope: Exclude<Scope, {kind: 'all'}>) => Promise<RegionCode | undefined>;
};

export type UserQuery = {
	readonly within: CallerScope;
	readonly after: string;
	readonly limit: number;
};

export type CredentialStore = {
	readonly findCredential: (kind: CredentialKind, hash: string) => Promise<Credential | undefined>;
	readonly touchCredential: (kind: CredentialKind, hash: string, at: Date) => Promise<void>;

	readonly insertSession: (user: UserId, session: NewSession) => Promise<void>;
	readonly revokeSession: (hash: string, at: Date) => Promise<void>;
	/** Those that still hold, the newest first. */
	readonly listSessions: (user: UserId, now: Date) => Promise<Session[]>;
	readonly findSession: (id: string) => Promise<(Session & {user: UserId}) | undefined>;
	readonly revokeSessionsOf: (user: UserId, at: Date) => Promise<void>;

	readonly insertToken: (user: UserId, token: ApiToken & {hash: string}) => Promise<void>;
	readonly findToken: (id: string) => Promise<(ApiToken & {user: UserId}) | undefined>;
	readonly listTokens: (user: UserId) => Promise<ApiToken[]>;
	/** False when it was revoked already. */
	readonly revokeToken: (id: string, at: Date) => Promise<boolean>;
	readonly revokeTokensOf: (user: UserId, at: Date) => Promise<void>;

	/** The attempts of a counter, held until the transaction ends. */
	readonly lockAttempts: (counter: number) => Promise<Attempts | undefined>;
	readonly setAttempts: (counter: number, attempts: Attempts) => Promise<void>;
};

export type NewSession = {
	readonly id: string;
	readonly hash: string;
	readonly createdAt: Date;
	readonly expiresAt: Date;
	/** The network address that signed in. */
	readonly address?: string;
	/** For whom its user acts in it. */
	readonly actingFor?: UserId;
};

/** A session as its user sees it, and by what it is recognised. */
export type Session = NewSession & {readonly lastUsedAt?: Date; readonly revokedAt?: Date};

export type InvitationStore = {
	/** Takes back the one before. */
	readonly insertInvitation: (
		invitation: Invitation & {hash: string; createdAt: Date; createdBy: string},
	) => Promise<void>;
	readonly findInvitation: (hash: string) => Promise<Invitation | undefined>;
	readonly revokeInvitationsOf: (user: UserId, at: Date) => Promise<void>;
	/** False when it was used or taken back meanwhile. */
	readonly takeInvitation: (id: string, at: Date) => Promise<boolean>;
};

export type SecondFactorStore = {
	readonly findSecondFactor: (user: UserId) => Promise<SecondFactor | undefined>;
	/** In the place of one that was never confirmed. False when there is one that was. */
	readonly putSecondFactor: (user: UserId, sealedSecret: string, at: Date) => Promise<boolean>;
	/** False when it is confirmed already. */
	readonly confirmSecondFactor: (user: UserId, step: number, at: Date) => Promise<boolean>;
	/** False when the code of this step or of a later one was taken already. */
	readonly takeStep: (user: UserId, step: number) => Promise<boolean>;
	/** With its recovery codes. False when there was none. */
	readonly removeSecondFactor: (user: UserId) => Promise<boolean>;
	/** In the place of those before. */
	readonly putRecoveryCodes: (user: UserId, hashes: readonly string[]) => Promise<void>;
	/** False when there is none, or it was used. */
	readonly takeRecoveryCode: (user: UserId, hash: string, at: Date) => Promise<boolean>;
	readonly countRecoveryCodes: (user: UserId) => Promise<number>;
	readonly listSealedSecrets: (how: {
		readonly isHeld: boolean;
	}) => Promise<{user: UserId; sealedSecret: string}[]>;
	readonly setSealedSecret: (user: UserId, sealedSecret: string) => Promise<void>;
};

export type OpenIdStore = {
	readonly insertOpenIdAttempt: (attempt: OpenIdAttempt) => Promise<void>;
	/**
	 * What was sealed of a sign-in, taken once: undefined when it is unknown, lapsed, taken before or
	 * of another browser.
	 */
	readonly takeOpenIdAttempt: (
		stateHash: string,
		browserHash: string,
		at: Date,
	) => Promise<string | undefined>;
	/** Whom the provider named; the code of their second factor is still to come. */
	readonly proveOpenIdAttempt: (stateHash: string, user: UserId) => Promise<void>;
	readonly findProvenOpenId: (browserHash: string, at: Date) => Promise<UserId | undefined>;
	/** False when it was ended meanwhile. */
	readonly endOpenIdAttempt: (browserHash: string, at: Date) => Promise<boolean>;

	readonly findUserBySubject: (who: Subject) => Promise<User | undefined>;
	readonly findSubject: (user: UserId, issuer: string) => Promise<SubjectLink | undefined>;
	readonly insertSubject: (id: string, user: UserId, link: SubjectLink) => Promise<void>;
	/** False when it was taken away already. */
	readonly revokeSubject: (user: UserId, issuer: string, at: Date, by: string) => Promise<boolean>;
};

export type DelegationStore = {
	readonly insertDelegation: (delegation: Delegation) => Promise<void>;
	readonly findDelegation: (id: string) => Promise<Delegation | undefined>;
	/** Those that a user gave or received, the newest first. */
	readonly listDelegations: (user: UserId) => Promise<Delegation[]>;
	/** False when it was revoked already. */
	readonly revokeDelegation: (id: string, at: Date, by: string) => Promise<boolean>;
	/**
	 * All that was handed on to a user by another, and not taken back, with who handed it on or the
	 * role that it is of: nothing where either of them is shut out.
	 */
	readonly delegatedTo: (delegate: string, delegator: string) => Promise<Delegated[]>;
};

/** The trail: what administrators did or were refused, only ever added to. */
export type TrailStore = {
	/**
	 * Where the chain stands, held until the transaction ends, and where a user holds roles.
	 */
	readonly lockTrail: (concerns: string) => Promise<TrailTip & {readonly places: string[]}>;
	readonly appendAct: (act: SealedAct) => Promise<void>;
	/** The newest first, or from `after` on the oldest first. */
	readonly listActs: (query: ActQuery) => Promise<SealedAct[]>;
	readonly readTrailTip: () => Promise<TrailTip>;
};

export type ActQuery = {
	readonly within: CallerScope;
	readonly before?: number;
	readonly after?: number;
	readonly actor?: string;
	readonly subject?: string;
	readonly limit: number;
};

/** An API token as its owner sees it; the secret itself is nowhere. */
export type ApiToken = TokenAccess & {
	readonly id: string;
	readonly label: string;
	readonly createdAt: Date;
	readonly expiresAt?: Date;
	readonly lastUsedAt?: Date;
	readonly revokedAt?: Date;
};

/** What every command of identity works with. */
export type IdentityWork = {
	readonly identity: IdentityStore;
	/** Who acts, and by which request: what the trail says. */
	readonly actor: Actor;
	readonly now: () => Date;
	readonly today: () => LocalDate;
	/** Runs in a reading transaction of its own: for answers that are still being written then. */
	readonly afresh: <T>(run: (work: IdentityWork) => Promise<T>) => Promise<T>;
	readonly newId: NewId;
	/** Keeps what must be readable again: secrets of second factors. */
	readonly secrets: SecretBox;
	/** Whether who approves and who lets others in must have a second factor. */
	readonly isSecondFactorRequired: boolean;
	/** The provider of OpenID Connect, where people sign in at one. */
	readonly openId?: OpenIdProvider | undefined;
	/** Bytes that nobody can foresee. */
	readonly randomBytes: (size: number) => Uint8Array;
};

/** Who manages users, and how far their right to do so reaches. */
export type Administrator = {readonly actor: Actor; readonly within: CallerScope};
