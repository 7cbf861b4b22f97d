import test from 'ava';
import {
	type Pengurus,
	type Tie,
	decideEnd,
	relatedParties,
} from '../../src/cooperatives/pengurus.ts';
import type {BookCode, MemberId, PengurusId, TieId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';

const book = 'KOP-1771011001' as BookCode;
const member = {id: 'm' as MemberId, book, nik: '1771014107900042'};
const chair: Pengurus = {
	id: 'p' as PengurusId,
	book,
	name: 'Budi',
	nik: '1771010107800001',
	office: 'ketua',
	since: day('2025-01-01'),
	recordedBy: 'pengelola',
};
const tie: Tie = {
	id: 't' as TieId,
	book,
	member: member.id,
	pengurus: chair.id,
	relation: 'spouse',
	recordedBy: 'petugas',
};
const asSpouse = {pengurus: chair.id, name: 'Budi', office: 'ketua', relation: 'spouse'} as const;

test('a member who is tied to the chair is a related party', (t) => {
	t.deepEqual(relatedParties(member, [chair], [tie], day('2026-03-31')), [asSpouse]);
	t.deepEqual(relatedParties(member, [chair], [], day('2026-03-31')), []);
	const another = {...tie, member: 'other' as MemberId};
	t.deepEqual(relatedParties(member, [chair], [another], day('2026-03-31')), []);
});

test('a member who runs the cooperative is known by the NIK, and not told twice', (t) => {
	const self = {...chair, nik: member.nik};
	t.deepEqual(relatedParties(member, [self], [tie], day('2026-03-31')), [
		{...asSpouse, relation: 'self'},
	]);
});

test('whoever runs another cooperative makes nobody related here', (t) => {
	const elsewhere = {...chair, nik: member.nik, book: 'KOP-1771011002' as BookCode};
	t.deepEqual(relatedParties(member, [elsewhere], [tie], day('2026-03-31')), []);
});

const related = test.macro({
	exec(t, change: {office?: string; tie?: string}, on: string, isRelated: boolean) {
		const one = change.office === undefined ? chair : {...chair, until: day(change.office)};
		const bound = change.tie === undefined ? tie : {...tie, until: day(change.tie)};
		t.is(relatedParties(member, [one], [bound], day(on)).length, isRelated ? 1 : 0);
	},
	title: (title = '') => `related: ${title}`,
});
test('not the day before the office began', related, {}, '2024-12-31', false);
test('on the day it began', related, {}, '2025-01-01', true);
test('on its last day', related, {office: '2026-01-31'}, '2026-01-31', true);
test('not the day after', related, {office: '2026-01-31'}, '2026-02-01', false);
test('on the last day of the tie', related, {tie: '2026-01-31'}, '2026-01-31', true);
test('not the day after the tie', related, {tie: '2026-01-31'}, '2026-02-01', false);

const endsWith = test.macro({
	exec(t, one: {since?: string; until?: string}, until: string, code: string | undefined) {
		const dates = {
			...(one.since === undefined ? {} : {since: day(one.since)}),
			...(one.until === undefined ? {} : {until: day(one.until)}),
		};
		const judge = () => {
			decideEnd(dates, day(until), day('2026-03-31'));
		};
		if (code === undefined) t.notThrows(judge);
		else t.like(t.throws(judge), {code});
	},
	title: (title = '') => `an end: ${title}`,
});
test('today', endsWith, {since: '2025-01-01'}, '2026-03-31', undefined);
test('on its first day', endsWith, {since: '2025-01-01'}, '2025-01-01', undefined);
test('of what has no beginning', endsWith, {}, '2020-01-01', undefined);
test('tomorrow', endsWith, {since: '2025-01-01'}, '2026-04-01', 'pengurus/end-in-future');
test('before it', endsWith, {since: '2025-01-01'}, '2024-12-31', 'pengurus/ended-before-start');
test('again', endsWith, {until: '2026-01-31'}, '2026-03-31', 'pengurus/already-ended');
