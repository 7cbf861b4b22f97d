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
		},
		destination ?? pino.destination({fd: 2, sync: true}),
	);
