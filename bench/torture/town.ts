// What is written to while things are killed: a city with cooperatives that post, and members whose
// loans are repaid, two books at once.
import {randomUUID} from 'node:crypto';
import {createService} from '../../src/compose.ts';
import {registerMember} from '../../src/cooperatives/index.ts';
import {connect} from '../../src/db/connect.ts';
import {openEmbedded} from '../../src/db/embedded/server.ts';
import {migrate} from '../../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../../src/db/roles.ts';
import {seedReferenceData} from '../../src/db/seed.ts';
import {
	allocateToKelurahan,
	cityAccounts,
	createProgramme,
	recordTranche,
} from '../../src/fund/index.ts';
import type {Actor} from '../../src/kernel/actor.ts';
import {systemClock} from '../../src/kernel/clock.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {type LocalDate, localDate, localDateAt} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {kelurahanCode} from '../../src/kernel/region-code.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {credit, debit, manualKind, postEntry} from '../../src/ledger/index.ts';
import {applyForLoan, approveLoan, disburseLoan} from '../../src/lending/index.ts';
import {cityBook, openBooks, timeZone, tokenOf} from '../ledger/stage.ts';

export type Town = {
	readonly today: LocalDate;
	readonly supervisorToken: string;
	readonly books: readonly BookCode[];
	readonly loans: readonly TownLoan[];
};

/** A loan and the token of the officer of its cooperative. */
export type TownLoan = {
	readonly id: string;
	readonly book: BookCode;
	readonly officerToken: string;
};

const bookCount = 16;
const loanCount = 4;
const start = localDate('2025-01-02');
const actorNamed = (name: string): Actor => ({name, userId: randomUUID()});

/** Makes the town in a data directory and lets go of it, so that a service can take it over. */
export async function openTown(directory: string): Promise<Town> {
	const server = await openEmbedded({directory, mode: 'own'});
	const owner = connect(server.ownerUrl, {applicationName: 'torture-owner', poolMax: 2});
	await prepareGroupRole(owner);
	await migrate(owner);
	await seedReferenceData(owner);
	const serviceUrl = await prepareServiceRole(owner, server.ownerUrl);
	const knex = connect(serviceUrl, {applicationName: 'torture', poolMax: 4});
	try {
		const service = createService({knex, clock: systemClock, timeZone});
		const books = await openBooks(service, bookCount);
		const fundManager = actorNamed('pengelola');
		await service.inTransaction({scope: everywhere, actor: fundManager}, async (work) => {
			await postEntry(work, {
				book: cityBook,
				effectiveOn: start,
				kind: manualKind,
				reason: 'Penerimaan dari APBD',
				document: 'DPA-1',
				lines: [
					debit(cityAccounts.cash, rupiah('10000000000')),
					credit(cityAccounts.equity, rupiah('10000000000')),
				],
			});
			await createProgramme(work, {
				code: 'SAMISAKE',
				name: 'Satu Miliar Satu Kelurahan',
				cityBook,
				ceilingPerKelurahan: rupiah('1000000000'),
				tenorMonths: 84,
				graceMonths: 24,
				remittanceDays: 7,
				legalBasis: 'Perda Kota Bengkulu 12/2013',
				status: 'provisional',
				effectiveFrom: start,
			});
		});
		const loans: TownLoan[] = [];
		for (const book of books.slice(0, loanCount)) {
			loans.push({
				id: await lend(service, book, fundManager),
				book,
				officerToken: await tokenOf(service, `petugas-${book.toLowerCase()}`, 'officer', book),
			});
		}
		return {
			today: localDateAt(systemClock.now(), timeZone),
			supervisorToken: await tokenOf(service, 'penyelia', 'supervisor'),
			books,
			loans,
		};
	} finally {
		await knex.destroy();
		await owner.destroy();
		await server.close();
	}
}

/** A loan so large that it is never repaid while it is written to. */
async function lend(
	{inTransaction}: ReturnType<typeof createService>,
	book: BookCode,
	fundManager: Actor,
): Promise<string> {
	const digits = book.replace('KOP-', '');
	const kelurahan = kelurahanCode(digits.replace(/^(\d\d)(\d\d)(\d\d)(\d{4})$/, '$1.$2.$3.$4'));
	const officer = actorNamed('petugas-awal');
	const allocation = await inTransaction({scope: everywhere, actor: fundManager}, async (work) => {
		const made = await allocateToKelurahan(work, {
			programme: 'SAMISAKE',
			cooperative: book,
			kelurahanCode: kelurahan,
			agreementNumber: `PKS-${digits}`,
			agreedOn: start,
			amount: rupiah('1000000000'),
		});
		await recordTranche(work, {
			allocation: made.id,
			document: `SP2D-${digits}`,
			budgetYear: 2025,
			receivedOn: start,
			amount: rupiah('900000000'),
		});
		return made;
	});
	const loan = await inTransaction({scope: everywhere, actor: officer}, async (work) => {
		const member = await registerMember(work, {
			cooperative: book,
			nik: `1771014103${digits.slice(-6)}`,
			name: 'Anggota',
			kelurahanCode: kelurahan,
			address: 'Jl. Melati 1',
			joinedOn: start,
		});
		return applyForLoan(work, {
			member: member.id,
			allocation: allocation.id,
			akad: 'qardh',
			purpose: 'Modal warung',
			principal: rupiah('900000000'),
			margin: rupiah('0'),
			instalments: 36,
			periodUnit: 'month',
			periodEvery: 1,
			appliedOn: start,
		});
	});
	await inTransaction({scope: everywhere, actor: actorNamed('penyelia-awal')}, async (work) =>
		approveLoan(work, {loan: loan.id, decidedOn: start, reason: 'Layak'}),
	);
	await inTransaction({scope: everywhere, actor: officer}, async (work) =>
		disburseLoan(work, {loan: loan.id, disbursedOn: start, document: `BA-${digits}`}),
	);
	return loan.id;
}
