// The laws of conversions against everyone who connects as the application: past our commands, or
// through them with what they write bent. The honest one beside each is that of the first hook.
import test from 'ava';
import type {Knex} from 'knex';
import {add, rupiah, zero} from '../../../src/kernel/money.ts';
import {reverseEntries} from '../../../src/ledger/index.ts';
import {
	type Conversion,
	type LendingWork,
	type Loan,
	convertLoan,
	recordRepayment,
} from '../../../src/lending/index.ts';
import {type LawBreach, asService, lawOf} from '../../ledger/db/forge.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
let funded: Funded;
let open: Loan;
let qardh: Loan;
let made: Conversion;
let paidBy: number;

const price = {akad: 'murabahah', principal: '1200000', margin: '240000'} as const;

const convert = async (work: LendingWork, loan: Loan) =>
	convertLoan(work, {
		loan: loan.id,
		convertedOn: day('2025-04-02'),
		akad: 'qardh',
		margin: zero,
		instalments: 10,
		periodUnit: 'month',
		periodEvery: 1,
		leavesMarginDue: true,
		reason: 'Usaha sepi',
		document: 'AKAD-2',
	});

test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	open = await lend(world, funded, price);
	qardh = await lend(world, funded);
	const old = await lend(world, funded, price);
	const paid = await world.as(officer, async (work) =>
		recordRepayment(work, {
			loan: old.id,
			paidOn: day('2025-03-03'),
			amount: rupiah('120000'),
			method: 'cash',
		}),
	);
	paidBy = paid.entryNumber;
	({conversion: made} = await world.as(supervisor, async (work) => convert(work, old)));
});
test.after.always(async () => {
	await world.close();
});

/** The row of the honest conversion again, with what is named changed. */
const copied = (changes: Record<string, string>) => async (trx: Knex) => {
	const {book_id, ...row} = await trx('loan_conversions').where({new_loan_id: made.to}).first();
	await trx('loan_conversions').insert({book_id, ...row, ...changes});
};

const law = async (run: () => Promise<unknown>): Promise<string | undefined> => {
	try {
		await run();
		return 'nothing is broken';
	} catch (error) {
		return lawOf(error as LawBreach);
	}
};

const forged = async (changes: Record<string, string>) =>
	law(async () => asService(world.database.service, copied(changes)));

test('a debt is converted once, by another person, and stays with its member', async (t) => {
	t.is(await forged({}), 'loan_conversions_once');
	t.is(await forged({decided_by: 'petugas'}), 'loan_conversions_two_people');
	t.is(await forged({old_loan_id: qardh.id}), 'loan_conversions_akad');
	t.is(await forged({new_loan_id: open.id}), 'loan_conversions_akad');
	t.is(await forged({new_loan_id: qardh.id}), 'loan_conversions_same_debt');
});

/** A conversion of which another row is written than was posted. */
const bent = async (change: (one: Conversion) => Conversion) =>
	law(async () =>
		world.as(supervisor, async (work) => {
			const insertConversion: LendingWork['loanLife']['insertConversion'] = async (book, one, at) =>
				work.loanLife.insertConversion(book, change(one), at);
			await convert({...work, loanLife: {...work.loanLife, insertConversion}}, open);
		}),
	);

test('what moved is what was owed, to the rupiah', async (t) => {
	const one = rupiah('1');
	t.is(await bent((it) => ({...it, principal: add(it.principal, one)})), 'loan_conversions_owed');
	t.is(
		await bent((it) => ({...it, marginLeftOff: add(it.marginLeftOff, one)})),
		'loan_conversions_owed',
	);
});

test('its entries are those that ended one debt and began the other', async (t) => {
	const swapped = ({settlingEntry, grantingEntry, ...it}: Conversion) => ({
		...it,
		settlingEntry: grantingEntry,
		grantingEntry: settlingEntry,
	});
	t.is(await bent(swapped), 'loan_conversions_no_money');
	// The entry of a payment has money in it.
	t.is(await bent((it) => ({...it, settlingEntry: paidBy})), 'loan_conversions_no_money');
});

test('no entry ends a debt so without telling what came of it', async (t) => {
	const untold = await law(async () =>
		world.as(supervisor, async (work) => {
			const insertConversion = async () => undefined;
			await convert({...work, loanLife: {...work.loanLife, insertConversion}}, open);
		}),
	);
	t.is(untold, 'loan_conversions_told');
});

const reversing = async (...numbers: number[]) =>
	law(async () =>
		world.as(supervisor, async (work) =>
			reverseEntries(
				work,
				numbers.map((number) => ({book: funded.book, number})),
				{effectiveOn: day('2025-05-01'), reason: 'x', document: 'x'},
			),
		),
	);

test('it is taken back whole and told, and nothing older while it stands', async (t) => {
	const {settlingEntry, grantingEntry} = made;
	t.is(await reversing(paidBy), 'loan_conversions_closed');
	t.is(await reversing(grantingEntry, settlingEntry), 'loan_conversions_taken_back');
});

test('what was converted is neither changed nor deleted, nor seen from another book', async (t) => {
	const {owner, service} = world.database;
	const change = async () => owner('loan_conversions').update({reason: 'x'});
	t.is(await law(change), 'append_only');
	t.is(await law(async () => owner('loan_conversions').delete()), 'append_only');
	const seen: unknown[] = [];
	await asService(service, async (trx) => seen.push(...(await trx('loan_conversions'))), {
		scope: [funded.book],
	});
	t.is(seen.length, 1);
	await asService(service, async (trx) => seen.push(...(await trx('loan_conversions'))), {
		scope: ['KOTA-1771'],
	});
	t.is(seen.length, 1);
});
