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

/** What a browser is told of a session that begins. */
export const sessionHeaders = (settings: SessionSettings, {secret}: OpenedSession) => ({
	'Set-Cookie': cookie(settings, secret, sessionHours * 60 * 60),
	'Cache-Control': 'no-store',
});

/** What a browser is told of a session that has ended. */
export const noSessionHeaders = (settings: SessionSettings) => ({
	'Set-Cookie': cookie(settings, '', 0),
});
