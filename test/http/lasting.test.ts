import {Readable} from 'node:stream';
import test from 'ava';
import {createLastingReads} from '../../src/http/lasting.ts';

test('what was answered is not answered again when its transaction breaks', async (t) => {
	const lasting = createLastingReads(1);
	let handled = 0;
	const tries: string[] = [];
	const ended = new Promise<void>((done) => {
		void lasting(async (within) => {
			const run = async () =>
				within(async () => {
					handled += 1;
					return {content: {type: 'text/csv', body: Readable.from(['a,b'])}};
				});
			// As a reader does that asks another server when the first one broke.
			for (const server of ['replica', 'primary']) {
				await run();
				tries.push(server);
			}
			done();
		}).then(({content}) => {
			(content!.body as Readable).resume();
		});
	});
	await ended;
	t.is(handled, 1);
	t.deepEqual(tries, ['replica', 'primary']);
	// And its place is free for the next one.
	const next = await lasting(async (within) =>
		within(async () => ({content: {type: 'text/csv', body: Readable.from(['c'])}})),
	);
	t.true(next.content!.body instanceof Readable);
	(next.content!.body as Readable).resume();
});

test('what broke before it was answered is answered by who is asked next', async (t) => {
	const lasting = createLastingReads(1);
	let handled = 0;
	const answer = await lasting(async (within) => {
		const run = async () =>
			within(async () => {
				handled += 1;
				if (handled === 1) throw new Error('broken');
				return {body: 'second'};
			});
		await run().catch(run);
	});
	t.is(answer.body, 'second');
});
