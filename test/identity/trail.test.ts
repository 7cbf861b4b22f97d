import test from 'ava';
import {type SealedAct, sealAct, trailStart} from '../../src/identity/act.ts';
import {actContentBreach, createTrailCheck} from '../../src/identity/trail.ts';

/** Three acts, one after the other. */
function chain(): [SealedAct, SealedAct, SealedAct] {
	const start = {number: 0, hash: trailStart, recordedAt: new Date(0)};
	const next = (tip: typeof start, hour: number): SealedAct =>
		sealAct(
			{
				kind: 'session.open',
				subject: 'user:siti',
				details: {},
				outcome: 'done',
				actor: 'siti',
				actorId: '00000000-0000-4000-8000-000000000001',
				places: ['*'],
			},
			tip,
			new Date(Date.UTC(2026, 2, 2, hour)),
		);
	const one = next(start, 8);
	const two = next(one, 9);
	return [one, two, next(two, 10)];
}

const codesOf = (acts: readonly SealedAct[], tip: SealedAct): string[] => {
	const check = createTrailCheck();
	return [...acts.flatMap((act) => check.next(act)), ...check.end(tip)].map(({code}) => code);
};

test('a trail as it was written keeps every law', (t) => {
	const acts = chain();
	const check = createTrailCheck();
	t.deepEqual(
		acts.flatMap((act) => check.next(act)),
		[],
	);
	t.deepEqual(check.end(acts[2]), []);
	t.is(check.acts(), 3);
});

test('what was changed, dropped, put in another order or cut off is found', (t) => {
	const [one, two, three] = chain();
	const changed = {...two, canonical: two.canonical.replace('siti', 'budi')};
	t.deepEqual(codesOf([one, changed, three], three), ['verify/trail-hash']);
	t.deepEqual(codesOf([one, three], three), ['verify/trail-gap', 'verify/trail-chain']);
	t.true(codesOf([two, one, three], three).includes('verify/trail-backwards'));
	t.deepEqual(codesOf([one, two], three), ['verify/trail-tip']);
	t.deepEqual(codesOf([one, {...two, canonical: '{'}, three], three), [
		'verify/trail-hash',
		'verify/trail-content',
	]);
	const renamed = {...two, number: 7};
	t.true(codesOf([one, renamed, three], three).includes('verify/trail-content'));
});

test('an act whose hash was made to fit breaks the link of the next', (t) => {
	const [one, two, three] = chain();
	const {canonical: _, hash: __, ...open} = two;
	const forged = sealAct({...open, subject: 'user:budi'}, one, two.recordedAt);
	t.deepEqual(codesOf([one, forged, three], three), ['verify/trail-chain']);
});

test('an act that is shown otherwise than it was sealed is named', (t) => {
	t.like(actContentBreach(4), {code: 'verify/trail-content', act: 4});
});
