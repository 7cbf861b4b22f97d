// A balance explained over random histories, on a real database, against sums of its own.
import test from 'ava';
import fc from 'fast-check';
import {addDays} from '../../src/kernel/local-date.ts';
import {isZero, rupiah, subtract, toText} from '../../src/kernel/money.ts';
import {credit, debit, getBook, postEntry} from '../../src/ledger/index.ts';
import {type MovedPosition, readExplanation} from '../../src/reporting/index.ts';
import {type World, city, code, createWorld, day, fundManager, openCity} from '../helpers/world.ts';

let world: World;
test.before(async () => {
	world = await createWorld('2025-02-01');
	await openCity(world);
});
test.after.always(async () => {
	await world.close();
});

const first = day('2025-01-02');
const recordedFirst = day('2025-02-01');
// Expenses may stand on either side: nothing of the history is refused.
const account = code('5.1.1');

const posting = fc.record({
	isDebit: fc.boolean(),
	sen: fc.bigInt({min: 1n, max: 100_000_000n}),
	daysBack: fc.integer({min: 0, max: 120}),
	// Days that pass before the next one is recorded.
	pause: fc.integer({min: 0, max: 20}),
});

async function post(recordedOn: string, effectiveOn: string, isDebit: boolean, sen: bigint) {
	world.setDay(recordedOn);
	const amount = rupiah(`${sen / 100n}.${String(sen % 100n).padStart(2, '0')}`);
	const [to, from] = isDebit ? [account, code('3.1.1')] : [code('3.1.1'), account];
	await world.as(fundManager, async (work) =>
		postEntry(work, {
			book: city,
			effectiveOn: day(effectiveOn),
			kind: 'manual',
			reason: 'Uji',
			document: 'U',
			lines: [debit(to, amount), credit(from, amount)],
		}),
	);
}

/** What PostgreSQL sums from the lines, with none of our code in between. */
async function summed(asOf: string, knownAt: string): Promise<string> {
	const {rows} = await world.database.owner.raw<{rows: [{balance: string}]}>(
		`select coalesce(sum(case line.side when 'debit' then line.amount else -line.amount end), 0.00)
			::text as balance
		from lines line
		join books book on book.id = line.book_id and book.code = ?
		join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
		where line.account_code = ? and line.effective_on <= ? and entry.recorded_at <= ?`,
		[city, account, asOf, knownAt],
	);
	return rows[0].balance;
}

test.serial('on any day, as known at any moment, the parts make the balance', async (t) => {
	let recordedOn = recordedFirst;
	await fc.assert(
		fc.asyncProperty(
			fc.array(posting, {minLength: 1, maxLength: 5}),
			fc.integer({min: 0, max: 200}),
			fc.integer({min: 0, max: 200}),
			fc.integer({min: 1, max: 4}),
			fc.boolean(),
			async (postings, asOfOffset, knownOffset, limit, isSealed) => {
				for (const {isDebit, sen, daysBack, pause} of postings) {
					recordedOn = addDays(recordedOn, pause);
					const back = addDays(recordedOn, -daysBack);
					await post(recordedOn, back < first ? first : back, isDebit, sen);
				}
				if (isSealed) {
					await world.as(fundManager, async (work) =>
						work.ledger.sealMonths(await getBook(work, city), recordedOn),
					);
				}
				const capped = (offset: number) => {
					const wanted = addDays(recordedFirst, offset);
					return wanted < recordedOn ? wanted : recordedOn;
				};
				const asOf = capped(asOfOffset);
				const knownAt = `${capped(knownOffset)}T05:00:00Z`;
				await world.as(fundManager, async (work) => {
					let position: MovedPosition | undefined;
					let after;
					do {
						const page = await readExplanation(work, {
							...{book: city, account, asOf, knownAt: new Date(knownAt), limit},
							...(position === undefined ? {} : {position}),
						});
						t.true(page.addsUp);
						t.is(toText(page.balance), await summed(asOf, knownAt));
						after ??= page.balance;
						for (const entry of page.behind) {
							t.is(toText(entry.balanceAfter), toText(after));
							after = subtract(after, entry.amount);
						}
						position = page.next;
					} while (position !== undefined);
					t.true(isZero(after));
				});
			},
		),
		{numRuns: 12},
	);
});
