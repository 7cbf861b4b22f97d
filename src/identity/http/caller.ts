import type {Caller} from '../../http/route.ts';
import {assert} from '../../kernel/assert.ts';
import {type Administrator, requireSession} from '../index.ts';

/** The caller of a route that has one by its permission. */
export function signedIn(caller: Caller | undefined): Caller {
	assert(caller, 'A route that is not public is answered only for a caller.');
	return caller;
}

/**
 * The caller of a route that takes a session. @throws DomainError `identity/session-needed` for a
 * token.
 */
export function inSession(caller: Caller | undefined): Caller {
	requireSession(caller?.credential);
	return signedIn(caller);
}

/** The caller as one who manages users within their scope. */
export function administrator(caller: Caller | undefined): Administrator {
	const {actor, scopeFor} = signedIn(caller);
	const within = scopeFor('user:manage');
	assert(within, 'A route with user:manage is answered only for a caller who has it.');
	return {actor, within};
}
