import {type DestinationStream, type Logger, pino} from 'pino';

export type {Logger} from 'pino';

/**
 * The service's log: one JSON line for each request and each fault. It is given names of routes,
 * users and codes; never bodies, query values, tokens or personal data.
 */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
	pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			redact: {
				paths: ['*.password', '*.token', '*.nik', 'password', 'token', 'nik'],
				censor: '[hidden]',
			},
			serializers: {err: toldFault},
		},
		destination ?? pino.destination({fd: 2, sync: true}),
	);

/**
 * A fault as it may be told: what went wrong and where. PostgreSQL adds the row that it refused,
 * and quotes the value that it could not read; both may be a person's.
 */
function toldFault(fault: unknown): unknown {
	if (!(fault instanceof Error)) return typeof fault;
	const {type, message, stack} = pino.stdSerializers.err(fault);
	const {code, constraint, table} = fault as {
		code?: unknown;
		constraint?: unknown;
		table?: unknown;
	};
	return {
		type,
		message: withoutValues(message),
		stack: withoutValues(stack),
		code,
		constraint,
		table,
	};
}

const withoutValues = (text: string): string =>
	text
		.replaceAll(/(: )"[^"\n]*"/gu, '$1[hidden]')
		.replaceAll(/\bbg[sti]_[\w-]+/gu, '[hidden]')
		.replaceAll(/\d{16}/gu, '[16 digits]');
