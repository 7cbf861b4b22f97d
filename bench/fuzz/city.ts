import type {Knex} from 'knex';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {createTokenFromCommandLine} from '../../src/cli/token.ts';
import {commandLine} from '../../src/cli/user.ts';
import {compose} from '../../src/compose.ts';
import {listen} from '../../src/http/listen.ts';
import {createLog} from '../../src/http/log.ts';
import {systemClock} from '../../src/kernel/clock.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import type {FuzzTarget} from './fuzz.ts';

const timeZone = 'Asia/Jakarta';

/** A small city with its people, served, to be asked whatever comes to mind. */
export async function openCity(
	{owner, knex, serviceUrl}: {owner: Knex; knex: Knex; serviceUrl: string},
	tell: (line: string) => void,
): Promise<FuzzTarget & {readonly close: () => Promise<void>}> {
	const {users} = await fillDemo({
		cooperatives: 2,
		members: 6,
		months: 4,
		seed: 7,
		until: localDate('2026-03-31'),
		serviceUrl,
		timeZone,
		report: () => undefined,
	});
	const service = compose({
		knex,
		clock: systemClock,
		timeZone,
		log: createLog('error', {write: tell}),
		isProduction: false,
		isCookieSecure: false,
		isSecondFactorRequired: false,
		version: 'fuzz',
	});
	const tokens = await service.inTransaction(
		{scope: everywhere, actor: commandLine},
		async (work) => {
			const made: string[] = [];
			for (const {name} of users) {
				made.push(await createTokenFromCommandLine(work, {user: name, label: 'fuzz'}));
			}
			return made;
		},
	);
	const {address, close} = await listen(service.app, {host: '127.0.0.1', port: 0});
	return {
		address,
		tokens,
		owner,
		close: async () => {
			await close(1000);
			await service.drain();
		},
	};
}
