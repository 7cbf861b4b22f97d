import {createRoutes} from '../../src/compose.ts';
import type {Route} from '../../src/http/route.ts';
import type {Work} from '../../src/compose.ts';
import {type Server, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../helpers/world.ts';

export const nobodys = '00000000-0000-4000-8000-000000000000';

/** Every route but those of the service itself: what is added is attacked without a word. */
export const routes: readonly Route<Work>[] = createRoutes({isCookieSecure: false});

export type Stage = {
	readonly world: World;
	readonly server: Server;
	readonly mine: Funded;
	readonly theirs: Funded;
	/** The path of a route with values that exist, or with others in their place. */
	readonly concrete: (path: string, other?: string) => string;
	readonly close: () => Promise<void>;
};

/** Two cooperatives with their funds, one with a loan, served over HTTP. */
export async function openStage(): Promise<Stage> {
	const world = await createWorld('2026-03-31');
	await openCity(world);
	const mine = await openFunded(world);
	const theirs = await openFunded(world, '17.71.02.1001');
	const loan = await lend(world, mine);
	const server = await startServer(world);
	const ids: Record<string, string> = {
		allocations: mine.allocation.id,
		loans: loan.id,
		members: loan.member,
		cooperatives: mine.book,
		books: mine.book,
	};
	return {
		world,
		server,
		mine,
		theirs,
		concrete: (path, other) => {
			const resource = path.split('/')[2] ?? '';
			return path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
				if (other !== undefined) return encodeURIComponent(other);
				if (['number', 'entry', 'sequence'].includes(name)) return '1';
				return ids[resource] ?? nobodys;
			});
		},
		close: async () => {
			await server.close();
			await world.close();
		},
	};
}
