import type {Knex} from 'knex';
import {type Composition, type CompositionOptions, type Work, compose} from '../../src/compose.ts';
import {type NewMember, registerCooperative, registerMember} from '../../src/cooperatives/index.ts';
import {
	type Allocation,
	allocateToKelurahan,
	cityAccounts,
	createProgramme,
	openCityBook,
	recordTranche,
} from '../../src/fund/index.ts';
import {createLog} from '../../src/http/log.ts';
import type {Actor} from '../../src/kernel/actor.ts';
import {type Clock, settableClock} from '../../src/kernel/clock.ts';
import type {AccountCode, BookCode, MemberId} from '../../src/kernel/ids.ts';
import {addDays, localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {kelurahanCode, regionCode} from '../../src/kernel/region-code.ts';
import {type CallerScope, everywhere} from '../../src/kernel/scope.ts';
import {type EntryDraft, credit, debit, postEntry} from '../../src/ledger/index.ts';
import {type Loan, applyForLoan, approveLoan, disburseLoan} from '../../src/lending/index.ts';
import {type TestDatabase, createTestDatabase} from './database.ts';

export const day = localDate;
export const code = (text: string): AccountCode => text as AccountCode;
export const city = 'KOTA-BENGKULU' as BookCode;

const actor = (name: string, last: number): Actor => ({
	name,
	userId: `00000000-0000-4000-8000-00000000000${last}`,
});

export const officer = actor('petugas', 1);
export const supervisor = actor('penyelia', 2);
export const fundManager = actor('pengelola', 3);

/** A service over a database of its own, at noon of a day that the test sets. */
export type World = Composition & {
	readonly database: TestDatabase;
	readonly setDay: (text: string) => void;
	readonly clock: Clock;
	/** Runs commands in one transaction, everywhere unless a scope is named. */
	readonly as: <T>(who: Actor, run: (work: Work) => Promise<T>, scope?: CallerScope) => Promise<T>;
	readonly logged: string[];
	readonly close: () => Promise<void>;
};

export async function createWorld(
	today = '2026-03-31',
	more: Partial<CompositionOptions> = {},
	given?: TestDatabase,
): Promise<World> {
	const database = given ?? (await createTestDatabase());
	const clock = settableClock(`${today}T05:00:00Z`);
	const logged: string[] = [];
	const log = createLog('info', {
		write: (line: string) => {
			logged.push(line);
		},
	});
	const composition = compose({
		knex: database.service,
		clock,
		timeZone: 'Asia/Jakarta',
		log,
		isProduction: false,
		isCookieSecure: false,
		isSecondFactorRequired: false,
		version: 'test',
		...more,
	});
	return {
		...composition,
		database,
		clock,
		logged,
		setDay: (text) => {
			clock.set(`${text}T05:00:00Z`);
		},
		as: async (who, run, scope = everywhere) => composition.inTransaction({scope, actor: who}, run),
		close: database.drop,
	};
}

/** The city's book with Rp 10 miliar, the programme, and nothing else. */
export async function openCity(
	world: World,
	{book = city, programme = 'SAMISAKE', openedOn = '2025-01-01', region = '17.71'} = {},
): Promise<void> {
	await world.as(fundManager, async (work) => {
		await openCityBook(work, {
			code: book,
			name: 'BLUD Dana Bergulir',
			regionCode: regionCode(region),
			openedOn: day(openedOn),
		});
		await postEntry(work, {
			book,
			effectiveOn: addDays(day(openedOn), 1),
			kind: 'manual',
			reason: 'Penerimaan dari APBD',
			document: 'DPA-1',
			lines: [
				debit(cityAccounts.cash, rupiah('10000000000')),
				credit(cityAccounts.equity, rupiah('10000000000')),
			],
		});
		await createProgramme(work, {
			code: programme,
			name: 'Satu Miliar Satu Kelurahan',
			cityBook: book,
			ceilingPerKelurahan: rupiah('1000000000'),
			tenorMonths: 84,
			graceMonths: 24,
			remittanceDays: 7,
			legalBasis: 'Perda Kota Bengkulu 12/2013',
			status: 'provisional',
			effectiveFrom: day(openedOn),
		});
	});
}

/** A cooperative of a kelurahan with its book, opened on 1 January 2025 or another day. */
export async function openCooperative(
	world: World,
	kelurahan = '17.71.01.1001',
	openedOn = '2025-01-01',
): Promise<BookCode> {
	const book = `KOP-${kelurahan.replaceAll('.', '')}` as BookCode;
	await world.as(fundManager, async (work) =>
		registerCooperative(work, {
			code: book,
			name: `BMT ${kelurahan}`,
			form: 'bmt',
			legalNumber: 'AHU-1',
			kelurahanCode: kelurahanCode(kelurahan),
			openedOn: day(openedOn),
		}),
	);
	return book;
}

export type Funded = {
	readonly book: BookCode;
	readonly allocation: Allocation;
	readonly tranche: string;
};

/** A cooperative with an allocation of Rp 500 juta and a first tranche of Rp 100 juta. */
export async function openFunded(
	world: World,
	kelurahan = '17.71.01.1001',
	received = '100000000',
	programme = 'SAMISAKE',
): Promise<Funded> {
	const book = await openCooperative(world, kelurahan);
	return world.as(fundManager, async (work) => {
		const allocation = await allocateToKelurahan(work, {
			programme,
			cooperative: book,
			kelurahanCode: kelurahanCode(kelurahan),
			agreementNumber: `PKS-${kelurahan}`,
			agreedOn: day('2025-01-06'),
			amount: rupiah('500000000'),
		});
		const tranche = await recordTranche(work, {
			allocation: allocation.id,
			document: 'SP2D-1',
			budgetYear: 2025,
			receivedOn: day('2025-01-10'),
			amount: rupiah(received),
		});
		return {book, allocation, tranche: tranche.id};
	});
}

let serial = 1;

/** A woman born on 1 March 1985 in Selebar, each time another one. */
export async function joinMember(world: World, book: BookCode, more: Partial<NewMember> = {}) {
	const number = String(serial).padStart(4, '0');
	serial += 1;
	return world.as(officer, async (work) =>
		registerMember(work, {
			cooperative: book,
			nik: `177101410385${number}`,
			name: `Anggota ${number}`,
			kelurahanCode: kelurahanCode('17.71.01.1001'),
			address: `Jl. Melati ${number}`,
			joinedOn: day('2025-01-11'),
			...more,
		}),
	);
}

export type LoanWish = {
	readonly akad?: Loan['akad'];
	readonly principal?: string;
	readonly margin?: string;
	readonly instalments?: number;
	readonly disbursedOn?: string;
	/** Another one each time without it. */
	readonly member?: MemberId;
	readonly product?: string;
};

/** A loan that was applied for, approved by another and disbursed on one day. */
export async function lend(world: World, funded: Funded, wish: LoanWish = {}): Promise<Loan> {
	const member = wish.member ?? (await joinMember(world, funded.book)).id;
	const on = day(wish.disbursedOn ?? '2025-02-03');
	const loan = await world.as(officer, async (work) =>
		applyForLoan(work, {
			member,
			allocation: funded.allocation.id,
			...(wish.product === undefined ? {} : {product: wish.product}),
			akad: wish.akad ?? 'qardh',
			purpose: 'Modal warung',
			principal: rupiah(wish.principal ?? '1200000'),
			margin: rupiah(wish.margin ?? '0'),
			instalments: wish.instalments ?? 12,
			periodUnit: 'month',
			periodEvery: 1,
			appliedOn: on,
		}),
	);
	await world.as(supervisor, async (work) =>
		approveLoan(work, {loan: loan.id, decidedOn: on, reason: 'Layak'}),
	);
	return world.as(officer, async (work) =>
		disburseLoan(work, {loan: loan.id, disbursedOn: on, document: `BA-${loan.number}`}),
	);
}

/** An entry by hand that moves cash to the operating bank account and needs cash to be there. */
export const handEntry = (book: BookCode, effectiveOn: string, amount: string): EntryDraft => ({
	book,
	effectiveOn: day(effectiveOn),
	kind: 'manual',
	reason: 'Setoran modal',
	document: 'BKM-1',
	lines: [debit(code('1.1.01'), rupiah(amount)), credit(code('3.1.01'), rupiah(amount))],
});

/** The balance of every account of a book on its debit side, by code: what the ledger says. */
export async function balances(world: World, book: BookCode): Promise<Record<string, string>> {
	const {rows} = await world.database.owner.raw<{rows: {account: string; balance: string}[]}>(
		`select account_code as account,
			sum(case side when 'debit' then amount else -amount end)::text as balance
		from lines join books on books.id = lines.book_id where books.code = ?
		group by account_code order by account_code`,
		[book],
	);
	return Object.fromEntries(rows.map(({account, balance}) => [account, balance]));
}

/**
 * How many rows every table holds: the same before and after whatever was refused. The trail is
 * left out, for it tells of refusals too.
 */
export async function countRows(world: World): Promise<Record<string, number>> {
	const tables = await world.database.owner.raw<{rows: {name: string}[]}>(
		`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'trail_acts' order by 1`,
	);
	const counts: Record<string, number> = {};
	for (const {name} of tables.rows) {
		const {rows} = await world.database.owner.raw<{rows: {count: number}[]}>(
			'select count(*) as count from ??',
			[name],
		);
		counts[name] = rows[0]!.count;
	}
	return counts;
}

/** Runs SQL as the service's role, everywhere or within books; undone in the end. */
export async function asServiceOf(
	world: World,
	run: (trx: Knex) => Promise<unknown>,
	scope?: readonly string[],
): Promise<void> {
	const trx = await world.database.service.transaction();
	try {
		await (scope
			? trx.raw(
					`select set_config('bergulir.books',
						(select array_agg(id)::text from books where code = any (?)), true)`,
					[[...scope]],
				)
			: trx.raw(`select set_config('bergulir.all_books', 'on', true)`));
		await run(trx);
		await trx.raw('set constraints all immediate');
	} finally {
		await trx.rollback();
	}
}
