import {setImmediate as soon} from 'node:timers/promises';
import test from 'ava';
import {nextTurn} from '../../src/ledger/commands/next-turn.ts';

test('what came before the turn is seen to before the work goes on', async (t) => {
	const seen: string[] = [];
	const other = soon().then(() => {
		seen.push('other');
	});
	await Promise.resolve();
	seen.push('work');
	await nextTurn();
	seen.push('work again');
	await other;
	t.deepEqual(seen, ['work', 'other', 'work again']);
});
