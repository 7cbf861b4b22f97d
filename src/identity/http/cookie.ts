import {sessionCookie} from '../../http/guard.ts';
import {type OpenedSession, sessionHours} from '../index.ts';

export type SessionSettings = {
	/** False only where the service is reached over plain HTTP on the loopback address. */
	readonly isCookieSecure: boolean;
};

const cookie = (settings: SessionSettings, value: string, seconds: number): string =>
	[
		`${sessionCookie}=${value}`,
		'Path=/',
		`Max-Age=${seconds}`,
		'HttpOnly',
		'SameSite=Strict',
		...(settings.isCookieSecure ? ['Secure'] : []),
	].join('; ');

/** By which a browser is known again when it comes back from the provider. */
export const flowCookie = 'bergulir_sign_in';

/**
 * What a browser is told of a sign-in at the provider that begins. Lax, for it comes back from
 * there by a link.
 */
export const flowHeaders = (settings: SessionSettings, browser: string, seconds: number) => ({
	'Set-Cookie': [
		`${flowCookie}=${browser}`,
		'Path=/v1/sessions/oidc',
		`Max-Age=${seconds}`,
		'HttpOnly',
		'SameSite=Lax',
		...(settings.isCookieSecure ? ['Secure'] : []),
	].join('; '),
	'Cache-Control': 'no-store',
});

/** What a browser is told of a session that begins. */
export const sessionHeaders = (settings: SessionSettings, {secret}: OpenedSession) => ({
	'Set-Cookie': cookie(settings, secret, sessionHours * 60 * 60),
	'Cache-Control': 'no-store',
});

/** What a browser is told of a session that has ended. */
export const noSessionHeaders = (settings: SessionSettings) => ({
	'Set-Cookie': cookie(settings, '', 0),
});
