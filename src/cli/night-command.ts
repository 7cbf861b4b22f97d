import Table from 'cli-table3';
import type {Command} from 'commander';
import {type ChoreStanding, readChores} from '../chores/index.ts';
import {createLog} from '../http/log.ts';
import {systemClock} from '../kernel/clock.ts';
import {bySelf} from './chore-actor.ts';
import type {Environment} from './environment.ts';
import {createNightChores} from './night-chores.ts';
import {runNight} from './night.ts';
import {withService} from './with-service.ts';

export function registerNight(program: Command, environment: Environment): void {
	program
		.command('night')
		.description('do what is due of every nightly chore, as the service does; then how each stands')
		.option('--list', 'only say how each stands')
		.action(async ({list = false}: {readonly list?: boolean}) => {
			const config = environment.config();
			await withService(config, async (service, knex) => {
				const log = createLog(config.logLevel);
				const hasProvisions = config.hasNightlyProvisions;
				const chores = createNightChores(service, {hasProvisions, log});
				const turn = list
					? undefined
					: await runNight({service, knex, chores, log, clock: systemClock});
				const standings = await service.inTransaction({...bySelf, isReadOnly: true}, readChores);
				process.stdout.write(`${toTable(standings)}\n`);
				if (list) return;
				process.stderr.write(`${turnSentence(turn)}\n`);
				if (turn && turn.failed > 0) process.exitCode = 1;
			});
		});
}

const turnSentence = (
	turn: {readonly done: number; readonly failed: number} | undefined,
): string =>
	turn === undefined
		? 'Another process is doing the night.'
		: `${turn.done} runs were done, ${turn.failed} failed.`;

function toTable(standings: readonly ChoreStanding[]): string {
	const table = new Table({
		head: ['chore', 'last day', 'state', 'ended well', 'days behind', 'fault'],
		style: {head: [], border: []},
	});
	table.push(
		...standings.map(({name, lastRun, lastSuccessAt, daysBehind}) => [
			name,
			lastRun?.day ?? '-',
			lastRun?.state ?? '-',
			lastSuccessAt?.toISOString() ?? '-',
			String(daysBehind),
			lastRun?.fault ?? '-',
		]),
	);
	return table.toString();
}
