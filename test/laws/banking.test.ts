// Laws of banking over random statements and journals, on a real database.
import test from 'ava';
import fc from 'fast-check';
import {
	type BankAccount,
	importStatement,
	openBankAccount,
	reconcileAccount,
} from '../../src/banking/index.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {addDays} from '../../src/kernel/local-date.ts';
import {
	type Rupiah,
	add,
	equals,
	isNegative,
	isZero,
	negate,
	rupiah,
	sum,
	toText,
} from '../../src/kernel/money.ts';
import {credit, debit, postEntry} from '../../src/ledger/index.ts';
import {type Written, movements, writeMt940} from '../banking/formats.ts';
import {type World, code, createWorld, day, openCooperative, supervisor} from '../helpers/world.ts';

let world: World;
let villages: string[];
test.before(async () => {
	world = await createWorld('2026-04-30');
	const rows: {code: string}[] = await world.database
		.owner('regions')
		.whereLike('code', '17.71.%')
		.whereRaw('length(code) = 13')
		.limit(20)
		.select('code');
	villages = rows.map((row) => row.code);
});
test.after.always(async () => {
	await world.close();
});

const opening = rupiah('50000000000');
const start = day('2026-03-01');

/** A bank account of a new book, whose ledger begins with what the bank begins with. */
async function open(accounts: number): Promise<{book: BookCode; account: BankAccount}> {
	const book = await openCooperative(world, villages[accounts]);
	const account = await world.as(supervisor, async (work) => {
		await postEntry(work, {
			book,
			effectiveOn: day('2026-02-28'),
			kind: 'manual',
			reason: 'Saldo awal',
			document: 'SA',
			lines: [debit(code('1.1.02'), opening), credit(code('3.1.03'), opening)],
		});
		return openBankAccount(work, {
			book,
			account: code('1.1.02'),
			bank: 'BRI',
			accountNumber: '12345678',
			openedOn: start,
		});
	});
	return {book, account};
}

/** Some of what the bank moved, booked some days off, as an officer would have. */
const book = async (code_: BookCode, {amount, bookedOn}: Written, late: number) =>
	world.as(supervisor, async (work) => {
		const [bank, other] = [code('1.1.02'), code('3.1.03')];
		const absolute = isNegative(amount) ? negate(amount) : amount;
		await postEntry(work, {
			book: code_,
			effectiveOn: addDays(bookedOn, late),
			kind: 'manual',
			reason: 'x',
			document: 'x',
			lines: isNegative(amount)
				? [debit(other, absolute), credit(bank, absolute)]
				: [debit(bank, absolute), credit(other, absolute)],
		});
	});

const importing = async (account: BankAccount, from: Rupiah, rows: readonly Written[]) =>
	world.as(supervisor, async (work) =>
		importStatement(work, {
			book: account.book,
			bankAccount: account.id,
			format: 'mt940',
			name: 'x.sta',
			contentBase64: Buffer.from(writeMt940(from, rows)).toString('base64'),
			balances: {},
		}),
	);

test.serial(
	'files that overlap double nothing, and the reconciliation comes out on each day',
	async (t) => {
		let accounts = 0;
		await fc.assert(
			fc.asyncProperty(
				movements,
				fc.array(fc.record({which: fc.nat(), late: fc.nat({max: 3})}), {maxLength: 6}),
				fc.tuple(fc.nat(), fc.nat()),
				async (rows, booked, cuts) => {
					const {account} = await open(accounts++);
					for (const {which, late} of booked) {
						await book(account.book, rows[which % rows.length]!, late);
					}
					// Two files that overlap, or touch, or have it all: the second from within the first.
					const [second, first] = cuts.map((cut) => cut % rows.length).toSorted((a, b) => a - b);
					await importing(account, opening, rows.slice(0, first! + 1));
					const before = sum(rows.slice(0, second).map(({amount}) => amount));
					const isSame = second === 0 && first === rows.length - 1;
					if (!isSame) await importing(account, add(opening, before), rows.slice(second));
					const kept: {amount: string}[] = await world.database
						.owner('bank_rows')
						.where({bank_account_id: account.id})
						.orderBy('number')
						.select('amount');
					t.deepEqual(
						kept.map(({amount}) => amount),
						rows.map(({amount}) => toText(amount)),
					);
					for (let offset = 0; offset <= 40; offset += 5) {
						const asOf = addDays(start, offset);
						if (asOf < rows[0]!.bookedOn) continue;
						const one = await world.as(supervisor, async (work) =>
							reconcileAccount(work, {book: account.book, bankAccount: account.id, asOf}),
						);
						const moved = rows.filter(({bookedOn}) => bookedOn <= asOf);
						const said = add(opening, sum(moved.map(({amount}) => amount)));
						t.true(equals(one.statementBalance, said), `${asOf} ${toText(one.statementBalance)}`);
						t.true(isZero(one.difference), `${asOf} ${toText(one.difference)}`);
						t.true(isZero(one.openingDifference));
						t.deepEqual(one.gaps, []);
					}
				},
			),
			{numRuns: villages.length, endOnFailure: true},
		);
	},
);
