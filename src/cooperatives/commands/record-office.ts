import type {PengurusId, TieId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type Pengurus, type Tie, decideEnd} from '../pengurus.ts';
import type {CooperativeWork, NewPengurus, NewTie} from '../ports.ts';
import {getCooperative, getMember} from './register-member.ts';

/**
 * Records that somebody runs a cooperative in an office.
 * @throws DomainError `cooperative/unknown`, `pengurus/since-in-future`, `pengurus/in-office`.
 */
export async function recordPengurus(
	work: CooperativeWork,
	{cooperative: code, ...wanted}: NewPengurus,
): Promise<Pengurus> {
	await getCooperative(work, code);
	const today = work.today();
	if (wanted.since > today) {
		throw refuse('pengurus/since-in-future', {date: wanted.since, today}, 'since');
	}
	const registry = await work.cooperatives.listPengurus([code]);
	const held = registry.find(
		({nik, office, until}) => nik === wanted.nik && office === wanted.office && until === undefined,
	);
	if (held) {
		throw refuse('pengurus/in-office', {office: held.office, since: held.since}, 'office');
	}
	const one: Pengurus = {
		...wanted,
		id: work.newId() as PengurusId,
		book: code,
		recordedBy: work.actor.name,
	};
	await work.cooperatives.insertPengurus(await getBook(work, code), one, work.now());
	return one;
}

/**
 * Records that an office ended; whoever held it stays on the list.
 * @throws DomainError `pengurus/unknown`, and what {@link decideEnd} refuses.
 */
export async function endPengurus(
	work: CooperativeWork,
	{pengurus: id, until}: {readonly pengurus: PengurusId; readonly until: LocalDate},
): Promise<Pengurus> {
	const one = await getPengurus(work, id);
	decideEnd(one, until, work.today());
	const end = {until, at: work.now(), by: work.actor.name};
	await work.cooperatives.endPengurus(await getBook(work, one.book), id, end);
	return {...one, until};
}

/**
 * Records that a member is related to one who runs their cooperative.
 * @throws DomainError `member/unknown`, `pengurus/unknown`, `pengurus/of-another-cooperative`,
 * `pengurus/tie-to-self`, `pengurus/tied-already`.
 */
export async function recordTie(work: CooperativeWork, wanted: NewTie): Promise<Tie> {
	const member = await getMember(work, wanted.member);
	const one = await getPengurus(work, wanted.pengurus);
	if (one.book !== member.book) {
		throw refuse(
			'pengurus/of-another-cooperative',
			{name: one.name, book: member.book},
			'pengurus',
		);
	}
	// Whoever runs it is known by the NIK, and needs no tie to themselves.
	if (one.nik === member.nik) throw refuse('pengurus/tie-to-self', {name: one.name}, 'pengurus');
	const ties = await work.cooperatives.tiesOf([member.id]);
	const tied = ties.find(({pengurus, until}) => pengurus === one.id && until === undefined);
	if (tied) {
		const values = {name: one.name, relation: tied.relation};
		throw refuse('pengurus/tied-already', values, 'pengurus');
	}
	const tie: Tie = {
		...wanted,
		id: work.newId() as TieId,
		book: member.book,
		recordedBy: work.actor.name,
	};
	await work.cooperatives.insertTie(await getBook(work, member.book), tie, work.now());
	return tie;
}

/**
 * Records that a tie ended; it stays in the record.
 * @throws DomainError `pengurus/unknown-tie`, and what {@link decideEnd} refuses.
 */
export async function endTie(
	work: CooperativeWork,
	{tie: id, until}: {readonly tie: TieId; readonly until: LocalDate},
): Promise<Tie> {
	const tie = await work.cooperatives.findTie(id);
	if (!tie) throw refuse('pengurus/unknown-tie', {tie: id}, 'tie');
	decideEnd(tie.until === undefined ? {} : {until: tie.until}, until, work.today());
	const end = {until, at: work.now(), by: work.actor.name};
	await work.cooperatives.endTie(await getBook(work, tie.book), id, end);
	return {...tie, until};
}

async function getPengurus(work: CooperativeWork, id: PengurusId): Promise<Pengurus> {
	const one = await work.cooperatives.findPengurus(id);
	if (!one) throw refuse('pengurus/unknown', {pengurus: id}, 'pengurus');
	return one;
}
