import type {Readable} from 'node:stream';
import type {z} from 'zod';
import type {Actor} from '../kernel/actor.ts';
import type {Format, Layout} from '../files/format.ts';
import type {Reader, Sheet} from '../files/sheet.ts';
import type {DomainError, Language} from '../kernel/errors.ts';
import type {Permission} from '../kernel/permission.ts';
import type {ReadFrom, ReadNeed} from '../kernel/read-from.ts';
import type {CallerScope} from '../kernel/scope.ts';

/**
 * Who calls, as the identity room found them: a name for the journal, and what they may do where.
 */
export type Caller = {
	readonly actor: Actor;
	/** The books within which the caller holds a permission; undefined when they hold it nowhere. */
	readonly scopeFor: (permission: Permission) => CallerScope | undefined;
	/**
	 * What they proved it with: not the secret, only the SHA-256 by which it can be found and ended.
	 */
	readonly credential?: {
		readonly kind: 'session' | 'token';
		readonly hash: string;
		/** Whether it is of one who acts for another. */
		readonly isActing?: boolean;
	};
	/** Whether they have to set up a second factor before anything else. */
	readonly isSecondFactorDue?: boolean;
	/** Whether they may change nothing. */
	readonly isReadOnly?: boolean;
};

/** The checked parts of one request. */
export type RouteInput<Params, Query, Body> = {
	readonly params: Params;
	readonly query: Query;
	readonly body: Body;
	/** Undefined only on a route whose permission is `public`. */
	readonly caller: Caller | undefined;
	readonly language: Language;
	/** What the answer is to be: JSON, unless a report was asked for as a file. */
	readonly format: Format;
	/** Whether all rows are wanted at once, and not page by page: in a file, on the command line. */
	readonly isWhole: boolean;
	readonly requestId: string;
	/** Whether a browser goes to the address itself, and shows its user what is answered. */
	readonly isVisit?: boolean;
	/** The cookies that came with it, by name; none where a command is carried out again. */
	readonly cookies?: (name: string) => string | undefined;
};

/** What a handler answers; the guard checks `body` against the route's response schema. */
export type Answer = {
	readonly status?: number;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	/** An answer that is not JSON: a file, a stream, a page. Then `body` is left out. */
	readonly content?: {readonly type: string; readonly body: string | Buffer | Readable};
};

type Schema = z.ZodType;

/** Work is that of the route; whoever mounts it knows which. */
export type Judge = (
	work: never,
	query: Readonly<Record<string, unknown>>,
) => Promise<DomainError | undefined>;

/**
 * One route as its contract: who may, what comes in, what goes out. The same object mounts the
 * route, guards request and response, and writes the OpenAPI document.
 *
 * `Work` is what the handler works with: the stores of one transaction. A `read` runs in a
 * read-only transaction; a `write` in one that also claims the caller's Idempotency-Key; a `post`
 * is a write of entries alone, which shares its transaction with others; `open` runs without a
 * transaction (health, sessions, previews).
 */
export type Route<
	Work,
	Params extends Schema = Schema,
	Query extends Schema = Schema,
	Body extends Schema = Schema,
> = Contract<Params, Query, Body> & Handling<Work, Params, Query, Body>;

type Contract<Params extends Schema, Query extends Schema, Body extends Schema> = {
	readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** As OpenAPI writes it: `/v1/loans/{id}/disburse`. */
	readonly path: string;
	readonly permission: Permission;
	readonly tag: string;
	readonly summary: string;
	readonly description?: string;
	readonly params?: Params;
	readonly query?: Query;
	readonly body?: Body;
	readonly status: number;
	/** The schema of the success body; undefined for an empty answer (204). */
	readonly response?: Schema;
	/** How the answer is laid out in a file: then it can be had as CSV, XLSX and PDF as well. */
	readonly layout?: Layout;
	/**
	 * What is wrong with a question that its schema lets pass: told together with what the schema
	 * does not. Given as it was asked, for what is malformed in it the schema has said.
	 */
	readonly judge?: Judge;
	/** The write that asks for it as a job instead, where that is preferred (RFC 7240). */
	readonly later?: (
		query: Readonly<Record<string, unknown>>,
		format: Format,
	) => {readonly path: string; readonly body: unknown};
	/**
	 * Of a read that a replica may answer: what that must hold, by the question as it was asked. What
	 * has to see everything, or what was just written by another request, is of the primary alone.
	 */
	readonly replica?: (query: Readonly<Record<string, unknown>>) => ReadNeed;
	/** Media types that it answers besides JSON. */
	readonly files?: readonly string[];
	/** The statuses of the refusals that this route can answer, beyond the common ones. */
	readonly refusals?: readonly number[];
	/** The largest body it takes, in bytes, where that is not the common limit. */
	readonly bytesMax?: number;
	/** Whether it takes something that could be guessed, a password or a code: asked rarely. */
	readonly isGuessable?: boolean;
	/** The field of the body that the lines of an `application/x-ndjson` body make. */
	readonly linesAs?: string;
};

type Handling<Work, Params extends Schema, Query extends Schema, Body extends Schema> =
	| {
			readonly kind: 'read' | 'write' | 'open';
			readonly handle: (
				work: Work,
				input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>,
			) => Promise<Answer>;
	  }
	| {
			readonly kind: 'post';
			readonly plan: (
				input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>,
			) => Posting;
	  };

/**
 * A write that is nothing but entries: which, and how they are answered once they are posted. Only
 * who composes the service knows what an entry is.
 */
export type Posting = {
	readonly drafts: readonly object[];
	readonly answer: (posted: readonly never[]) => Answer;
};

/** The header that says which server an answer is of, where a replica may answer. */
export const readFromHeader = 'Read-From';

/** Whether a route is a write with a key: only such a one may wait for a second person. */
export const isWrite = <Work>({kind}: Route<Work>): boolean => kind === 'write' || kind === 'post';

/** Fixes the types of a route from its schemas. */
export const route = <Work, P extends Schema, Q extends Schema, B extends Schema>(
	contract: Route<Work, P, Q, B>,
	// The guard gives each route what its own schemas have parsed, and nothing else.
): Route<Work> => contract as unknown as Route<Work>;

/** The answer of a report and how a file shows it, each checked against the other. */
export const laidOut = <Body extends z.ZodType>(
	response: Body,
	layout: (body: z.output<Body>, reader: Reader) => Sheet,
): {readonly response: Body; readonly layout: Layout} => ({
	response,
	// The guard gives it what the schema has checked, and nothing else.
	layout: layout as Layout,
});

/** How a handler gets its work; composed outside, because only there is the database known. */
export type Runner<Work> = {
	/** A work without a transaction, for `open` routes. */
	readonly open: <T>(actor: Actor | undefined, run: (work: Work) => Promise<T>) => Promise<T>;
	readonly read: <T>(
		scope: CallerScope,
		actor: Actor | undefined,
		/** Told which server it runs on, where that is not always the primary; run again on another. */
		run: (work: Work, from?: ReadFrom) => Promise<T>,
		limits?: {
			/** How long one question to the database may take. @throws TookTooLong */
			readonly secondsMax?: number | undefined;
			/** What a replica must hold to answer; without it the primary answers. */
			readonly need?: ReadNeed | undefined;
		},
	) => Promise<T>;
	readonly write: (
		request: WriteRequest,
		run: (work: Work) => Promise<Answer>,
	) => Promise<WriteAnswer>;
	readonly post: (request: WriteRequest, posting: Posting) => Promise<WriteAnswer>;
};

/** A request that a caller may not make, or whose work refused it. */
export type RefusedRequest = {
	readonly actor: Actor;
	readonly permission: Permission;
	/** Method and path. */
	readonly address: string;
	readonly code: string;
};

export type WriteAnswer = Answer & {readonly isReplay: boolean};

export type WriteRequest = {
	readonly scope: CallerScope;
	readonly actor: Actor;
	readonly idempotencyKey: string;
	/** What a route of HTTP takes, and where it was sent: for the trail. */
	readonly sent?: {
		readonly permission: Permission;
		readonly address: string;
		/** All that is needed to carry it out later, once somebody else has approved it. */
		readonly command: {
			readonly method: string;
			/** Path and query. */
			readonly address: string;
			readonly body: unknown;
		};
	};
	/** SHA-256 over method, address and body: the same key with another fingerprint is refused. */
	readonly fingerprint: string;
};

/** Finds the caller of a bearer token or a session; undefined when there is none. */
export type Authenticate = (credential: {
	readonly bearer?: string;
	readonly session?: string;
}) => Promise<Caller | undefined>;

export type {CallerScope};
