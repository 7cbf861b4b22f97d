import {z} from 'zod';
import {momentText, text} from '../../http/fields.ts';
import {type Answer, type Route, route} from '../../http/route.ts';
import {DomainError} from '../../kernel/errors.ts';
import {
	type IdentityWork,
	type SignedIn,
	answerOpenId,
	beginOpenId,
	confirmOpenId,
	linkSubject,
	openIdMinutes,
	requireSession,
	unlinkSubject,
} from '../index.ts';
import {administrator} from './caller.ts';
import {type SessionSettings, flowCookie, flowHeaders, sessionHeaders} from './cookie.ts';
import {factorCode, session, userParams} from './schemas.ts';

/** Signing in at a provider of OpenID Connect, and who is known there as whom. */
export const createOpenIdRoutes = (settings: SessionSettings): Route<IdentityWork>[] => [
	listWays(),
	begin(settings),
	comeBack(settings),
	confirm(settings),
	link(),
	unlink(),
];

// Open, like all that takes or answers a secret: see changeOwnPassword in session-routes.ts.
const contract = {kind: 'open', permission: 'public', tag: 'identity', isGuessable: true} as const;

const listWays = () =>
	route({
		...contract,
		isGuessable: false,
		method: 'GET',
		path: '/v1/sessions/ways',
		summary: 'By which ways one can sign in here',
		status: 200,
		response: z.strictObject({
			password: z.boolean(),
			openId: z
				.strictObject({issuer: z.string()})
				.nullable()
				.meta({description: 'The provider of OpenID Connect; null where none is set up.'}),
		}),
		handle: async ({openId}: IdentityWork) => ({
			body: {password: true, openId: openId ? {issuer: openId.issuer} : null},
		}),
	});

const begin = (settings: SessionSettings) =>
	route({
		...contract,
		method: 'POST',
		path: '/v1/sessions/oidc',
		summary: 'Begin to sign in at the provider',
		description:
			'Answers where the browser goes, and sets a cookie by which it is known again when it ' +
			`comes back within ${openIdMinutes} minutes.`,
		status: 201,
		response: z.strictObject({authorizationUrl: z.string(), expiresAt: momentText()}),
		refusals: [404, 503],
		async handle(work: IdentityWork) {
			const {authorizationUrl, browser, expiresAt} = await beginOpenId(work);
			return {
				body: {authorizationUrl, expiresAt: expiresAt.toISOString()},
				headers: flowHeaders(settings, browser, openIdMinutes * 60),
			};
		},
	});

/** Sends a browser on to a page of the app; what it was told, it is told there. */
const goOn = (address: string, headers: Readonly<Record<string, string>>): Answer => ({
	status: 303,
	headers: {'Cache-Control': 'no-store', ...headers, Location: address},
	content: {type: 'text/html', body: ''},
});

const parameter = () => text({max: 2000}).optional();

const presentSession = ({user, secret, expiresAt, isSecondFactorDue}: SignedIn) => ({
	token: secret,
	expiresAt: expiresAt.toISOString(),
	isSecondFactorDue,
	user: {id: user.id, name: user.name},
});

const comeBack = (settings: SessionSettings) =>
	route({
		...contract,
		method: 'GET',
		path: '/v1/sessions/oidc/callback',
		summary: 'Where the provider sends the browser back to',
		description:
			'Opens a session as a password does, for a user whom an administrator linked with the ' +
			'subject. Who has a second factor here gives its code next, whatever the provider asked ' +
			'for. A browser that was sent here is sent on to the app (303), which says how it went.',
		query: z.strictObject({
			state: text({max: 200}),
			code: parameter(),
			iss: parameter(),
			session_state: parameter(),
			scope: parameter(),
			error: parameter(),
			error_description: parameter(),
			error_uri: parameter(),
		}),
		status: 200,
		response: z.strictObject({
			isCodeNeeded: z.boolean().meta({
				description:
					'Whether the code of the second factor is to be sent to /v1/sessions/oidc/code.',
			}),
			session: session.nullable(),
		}),
		refusals: [401, 403, 404, 503],
		async handle(work: IdentityWork, {query, cookies, isVisit = false}) {
			const {state, ...given} = query;
			const answer: Record<string, string> = {};
			for (const [name, value] of Object.entries(given)) if (value) answer[name] = value;
			const browser = cookies?.(flowCookie);
			try {
				const signedIn = await answerOpenId(work, {browser, answer: {...answer, state}});
				return answerComing(settings, signedIn, isVisit);
			} catch (error) {
				// Whoever stands before a browser is told in their language, where they can try again.
				if (!isVisit || !(error instanceof DomainError)) throw error;
				return goOn(`/masuk?ditolak=${encodeURIComponent(error.code)}`, {});
			}
		},
	});

function answerComing(
	settings: SessionSettings,
	signedIn: SignedIn | undefined,
	isVisit: boolean,
): Answer {
	if (!signedIn) {
		if (isVisit) return goOn('/masuk?kode', {});
		return {body: {isCodeNeeded: true, session: null}, headers: {'Cache-Control': 'no-store'}};
	}
	const headers = sessionHeaders(settings, signedIn);
	if (isVisit) return goOn('/', headers);
	return {body: {isCodeNeeded: false, session: presentSession(signedIn)}, headers};
}

const confirm = (settings: SessionSettings) =>
	route({
		...contract,
		method: 'POST',
		path: '/v1/sessions/oidc/code',
		summary: 'Give the code of my second factor after the provider',
		body: factorCode,
		status: 201,
		response: session,
		refusals: [401, 404, 429],
		async handle(work: IdentityWork, {body, cookies}) {
			const browser = cookies?.(flowCookie);
			const signedIn = await confirmOpenId(work, {browser, code: body.code});
			return {body: presentSession(signedIn), headers: sessionHeaders(settings, signedIn)};
		},
	});

const linkAnswer = z.strictObject({
	issuer: z.string(),
	subject: z.string(),
	linkedAt: momentText(),
	linkedBy: z.string(),
});

const ofUser = {
	kind: 'write',
	method: 'POST',
	permission: 'user:manage',
	tag: 'identity',
	params: userParams,
	status: 200,
	response: linkAnswer,
} as const;

const link = () =>
	route({
		...ofUser,
		path: '/v1/users/{id}/subject',
		summary: 'Say which subject of the provider a user is',
		description: 'From then on they sign in there, with the roles they have. It takes a session.',
		body: z.strictObject({
			subject: text({max: 255}).meta({
				description: 'The `sub` that the provider gives them; never an e-mail address.',
			}),
		}),
		refusals: [403, 404, 409],
		async handle(work: IdentityWork, {caller, params, body}) {
			requireSession(caller?.credential);
			const wanted = {user: params.id, subject: body.subject};
			const {linkedAt, ...linked} = await linkSubject(work, administrator(caller), wanted);
			return {body: {...linked, linkedAt: linkedAt.toISOString()}};
		},
	});

const unlink = () =>
	route({
		...ofUser,
		path: '/v1/users/{id}/subject/remove',
		summary: 'Take away by which subject a user signs in',
		description: 'Ends their sessions.',
		refusals: [404],
		async handle(work: IdentityWork, {caller, params}) {
			const {linkedAt, ...linked} = await unlinkSubject(work, administrator(caller), params.id);
			return {body: {...linked, linkedAt: linkedAt.toISOString()}};
		},
	});
