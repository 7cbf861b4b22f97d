import {DomainError} from '../../kernel/errors.ts';
import type {BookCode, MemberId} from '../../kernel/ids.ts';
import {readNik} from '../../kernel/nik.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {getKelurahan} from '../../regions/index.ts';
import type {Cooperative} from '../cooperative.ts';
import {refuse} from '../errors.ts';
import type {Member} from '../member.ts';
import type {CooperativeWork, NewMember} from '../ports.ts';

/**
 * Registers a member of a cooperative. Sex and birth date are read from the NIK. That a NIK was
 * tried which is taken stays in the record, for one person in two cooperatives, or who did not
 * exist, is how earlier funds were emptied.
 * @throws DomainError `cooperative/unknown`, `region/unknown`, `member/nik-duplicate` (in any
 * cooperative, without telling which), `member/joined-in-future`, `member/nik-birth-date`.
 */
export async function registerMember(work: CooperativeWork, details: NewMember): Promise<Member> {
	const {cooperative: code, ...person} = details;
	await getCooperative(work, code);
	await getKelurahan(work, person.kelurahanCode, 'kelurahan');
	const today = work.today();
	if (person.joinedOn > today) {
		throw refuse('member/joined-in-future', {date: person.joinedOn, today}, 'joinedOn');
	}
	const told = readNik(person.nik, person.joinedOn);
	if (!told) throw refuse('member/nik-birth-date', {date: person.joinedOn}, 'nik');
	const book = await getBook(work, code);
	const member: Member = {
		...person,
		id: work.newId() as MemberId,
		number: await work.cooperatives.nextMemberNumber(book),
		sex: told.sex,
		birthDate: told.birthDate,
	};
	try {
		await work.cooperatives.insertMember(book, member);
	} catch (error) {
		if (error instanceof DomainError && error.code === 'member/nik-duplicate') {
			keepAttempt(work, book, person.nik);
		}
		throw error;
	}
	return member;
}

function keepAttempt(work: CooperativeWork, book: Book, nik: string): void {
	const attempt = {
		id: work.newId(),
		nik,
		attemptedAt: work.now(),
		attemptedBy: work.actor.name,
	};
	work.evenIfRefused(async ({cooperatives}) => cooperatives.recordNikAttempt(book, attempt));
}

/** The cooperative with a code. @throws DomainError `cooperative/unknown`. */
export async function getCooperative(
	work: Pick<CooperativeWork, 'cooperatives'>,
	code: BookCode,
): Promise<Cooperative> {
	const cooperative = await work.cooperatives.findCooperativeByCode(code);
	if (!cooperative) throw refuse('cooperative/unknown', {cooperative: code}, 'cooperative');
	return cooperative;
}

/**
 * The member with an identity, and the book they belong to. @throws DomainError `member/unknown`.
 */
export async function getMember(work: Pick<CooperativeWork, 'cooperatives'>, id: MemberId) {
	const member = await work.cooperatives.findMember(id);
	if (!member) throw refuse('member/unknown', {member: id}, 'member');
	return member;
}
