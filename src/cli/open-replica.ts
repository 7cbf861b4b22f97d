import type {Knex} from 'knex';
import type {Config} from '../config.ts';
import {connect} from '../db/connect.ts';
import {type Replica, createReplica} from '../db/replica.ts';
import {serversOf, withLogin} from '../db/servers.ts';
import {systemClock} from '../kernel/clock.ts';

type OpenReplica = {readonly replica: Replica; readonly close: () => Promise<void>};

/**
 * The replica that the configuration names; undefined where it names none. It need not be there: it
 * is looked for whenever a report is asked for.
 */
export function openReplica(
	{database}: Config,
	{serviceUrl, primary}: {readonly serviceUrl: string; readonly primary: Knex},
): OpenReplica | undefined {
	if (database.kind !== 'external' || database.readUrl === undefined) return undefined;
	const url = asService(database.readUrl, serviceUrl, database.ownerUrl ?? database.url);
	const standby = connect(url, {
		applicationName: 'bergulir-reports',
		poolMax: 10,
		kind: 'standby',
	});
	return {
		replica: createReplica({primary, standby, clock: systemClock}),
		close: async () => standby.destroy(),
	};
}

/**
 * Signs in as the service does at the primary, unless the URL has a login of its own: whoever owns
 * the tables would read past row-level security.
 */
export function asService(readUrl: string, serviceUrl: string, ownerUrl: string): string {
	const {username} = new URL(serversOf(readUrl)[0]);
	const owner = new URL(serversOf(ownerUrl)[0]).username;
	if (username !== '' && username !== owner) return readUrl;
	const service = new URL(serversOf(serviceUrl)[0]);
	return withLogin(readUrl, {
		username: decodeURIComponent(service.username),
		password: decodeURIComponent(service.password),
	});
}
