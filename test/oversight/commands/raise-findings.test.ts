// What detectors raise, thousands at once and night after night.
import test from 'ava';
import {raiseFinding, raiseFindings} from '../../../src/oversight/index.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {type World, countRows, createWorld, openCooperative} from '../../helpers/world.ts';
import {detector, draft} from '../setup.ts';

let world: World;
const other = 'KOP-1771011002' as BookCode;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
});
test.after.always(async () => {
	await world.close();
});

const raise = async (drafts: readonly ReturnType<typeof draft>[]) =>
	world.as(detector, async (work) => raiseFindings(work, drafts));

test.serial('thousands are raised in their order, numbered per book', async (t) => {
	const drafts = Array.from({length: 2500}, (_, index) =>
		draft({
			source: 'many',
			subject: `loan:${index}`,
			severity: index % 10 === 0 ? 'high' : 'low',
			...(index % 2 === 0 ? {} : {book: other}),
		}),
	);
	const started = Date.now();
	const raised = await raise(drafts);
	t.log(`2500 findings in ${Date.now() - started} ms`);
	t.deepEqual(
		raised.map(({subject}) => subject),
		drafts.map(({subject}) => subject),
	);
	for (const book of [draft().book, other]) {
		t.deepEqual(
			raised.filter((finding) => finding.book === book).map(({number}) => number),
			Array.from({length: 1250}, (_, index) => index + 1),
		);
	}
	// Every tenth is high, and is told to the cooperative and to the dinas.
	const [mails] = await world.database.owner('outgoing_mails').count('* as count');
	t.is(mails!.count, 500);

	// The next night, and the one after.
	world.setDay('2026-04-01');
	const before = await countRows(world);
	const again = await raise(drafts);
	t.deepEqual(
		again.map(({id}) => id),
		raised.map(({id}) => id),
	);
	await raise(drafts.toReversed());
	t.deepEqual(await countRows(world), before);
});

test.serial(
	'what is new is raised beside what is known, and the same twice in a run once',
	async (t) => {
		const known = await world.as(detector, async (work) =>
			raiseFinding(work, draft({source: 'mixed', subject: 'known'})),
		);
		const raised = await raise([
			draft({source: 'mixed', subject: 'new'}),
			draft({source: 'mixed', subject: 'known', severity: 'critical'}),
			draft({source: 'mixed', subject: 'new', severity: 'low'}),
			draft({source: 'another', subject: 'known'}),
		]);
		t.deepEqual(
			raised.map(({number, source, severity}) => [number - known.number, source, severity]),
			[
				[1, 'mixed', 'medium'],
				[0, 'mixed', 'medium'],
				[1, 'mixed', 'medium'],
				[2, 'another', 'medium'],
			],
		);
	},
);

test.serial('of many who raise the same at once one does', async (t) => {
	const drafts = Array.from({length: 20}, (_, index) =>
		draft({source: 'race', subject: `loan:${index}`}),
	);
	const runs = await Promise.all(
		Array.from({length: 6}, async (_, index) =>
			raise(index % 2 === 0 ? drafts : drafts.toReversed()),
		),
	);
	const ids = new Set(runs.flat().map(({id}) => id));
	t.is(ids.size, 20);
	const numbers = await world.database
		.owner('audit_findings')
		.join('books', 'books.id', 'audit_findings.book_id')
		.where({code: draft().book})
		.pluck<number[]>('number');
	t.deepEqual(
		numbers.toSorted((a, b) => a - b),
		Array.from({length: numbers.length}, (_, index) => index + 1),
	);
});

test.serial('drafts are refused together, with every fault, and nothing is written', async (t) => {
	const before = await countRows(world);
	await t.throwsAsync(
		raise([
			draft({source: 'Idle Cash'}),
			draft({subject: ''}),
			draft({sentence: {id: 'baik', en: '1771014103850001'}}),
		]),
		{code: 'oversight/source-malformed'},
	);
	await t.throwsAsync(raise([draft({book: 'KOP-9' as BookCode})]), {code: 'ledger/unknown-book'});
	t.deepEqual(await raise([]), []);
	t.deepEqual(await countRows(world), before);
});
