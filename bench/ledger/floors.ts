// How the benchmark speaks with the process that measures the floor.
import {fork} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import type {Knex} from 'knex';
import {type FloorAnswer, type FloorKind, type FloorOrder, floorTables} from './floor.ts';

export type Floor = {
	/** Entries a second. */
	readonly measure: (kind: FloorKind, connections: number, seconds: number) => Promise<number>;
	readonly close: () => Promise<void>;
};

const connectionsMax = 16;

/** Starts the floor over plain tables of their own in the same database, warmed up. */
export async function startFloor(owner: Knex, ownerUrl: string): Promise<Floor> {
	await owner.raw(floorTables);
	const file = fileURLToPath(new URL('floor.ts', import.meta.url));
	const child = fork(file, [ownerUrl, String(connectionsMax)], {execArgv: ['--import=tsx']});
	const answer = async (): Promise<number> =>
		new Promise((resolve, reject) => {
			const ended = (): void => {
				reject(new Error('The process that measures the floor has ended.'));
			};
			child.once('exit', ended);
			child.once('message', (message: FloorAnswer) => {
				child.off('exit', ended);
				if ('failure' in message) reject(new Error(message.failure));
				else resolve(message.perSecond);
			});
		});
	await answer();
	const measure = async (kind: FloorKind, connections: number, seconds: number) => {
		const order: FloorOrder = {kind, connections, seconds};
		child.send(order);
		return answer();
	};
	return {
		measure,
		close: async () => {
			if (child.exitCode !== null) return;
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.disconnect();
			await ended;
		},
	};
}
