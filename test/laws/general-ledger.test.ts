// The general ledger told in two ways, by our own rows and by PostgreSQL's COPY, is the same to the
// byte, whatever was posted and whatever texts stand in it; and its closings are the totals.
import {randomUUID} from 'node:crypto';
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {streamCsv} from '../../src/files/streamed.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {addDays} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {regionCode} from '../../src/kernel/region-code.ts';
import {credit, debit, openBook, postEntries, reverseEntries} from '../../src/ledger/index.ts';
import type {Work} from '../../src/compose.ts';
import {
	type LedgerRow,
	type LinePosition,
	type LinesRequest,
	openJournal,
	openLedger,
	readLedgerPage,
	readTrialBalance,
	streamLedger,
} from '../../src/reporting/index.ts';
import {presentJournalLine, presentLedgerRow} from '../../src/reporting/http/ledger-contract.ts';
import {
	layJournalRow,
	layLedgerRow,
	ledgerWords,
	streamedJournal,
	streamedLedger,
} from '../../src/reporting/http/ledger-sheets.ts';
import {csvRow} from '../../src/files/csv.ts';
import type {Row} from '../../src/files/sheet.ts';
import {type World, code, createWorld, day, officer} from '../helpers/world.ts';

let world: World;
test.before(async () => {
	world = await createWorld('2026-03-31');
});
test.after.always(async () => {
	await world.close();
});

const accounts = ['1.1', '1.2', '2.1', '3.10'];
const funds = [randomUUID(), randomUUID()];
const loans = [randomUUID(), randomUUID()];
const today = day('2026-03-31');

// What spreadsheets, quotes and line ends make of texts.
const wording = fc.array(
	fc.constantFrom(
		'=',
		'+',
		'-',
		'@',
		'"',
		',',
		';',
		"'",
		'\\',
		'\n',
		'\r',
		'\t',
		'1',
		'.',
		'é',
		'✓',
		' ',
	),
	{minLength: 1, maxLength: 8},
);
const posting = fc.record({
	daysBack: fc.nat(40),
	from: fc.nat(3),
	to: fc.nat(2),
	third: fc.option(fc.nat(3)),
	sen: fc.integer({min: 2, max: 100_000}),
	fund: fc.option(fc.nat(1)),
	loan: fc.option(fc.nat(1)),
	kind: fc.constantFrom('manual', 'repayment', 'tranche'),
	reason: wording.map((signs) => signs.join('')),
	document: wording.map((signs) => signs.join('')),
	isTakenBack: fc.boolean(),
});
const question = fc.record({
	daysBack: fc.nat(45),
	days: fc.nat(45),
	account: fc.option(fc.nat(3)),
	fund: fc.option(fc.nat(1)),
	loan: fc.option(fc.nat(1)),
	side: fc.option(fc.constantFrom('debit' as const, 'credit' as const)),
	isOf: fc.option(fc.constantFrom('repayment', 'tranche')),
	isNotOf: fc.option(fc.constantFrom('repayment', 'manual')),
	limit: fc.integer({min: 1, max: 5}),
	language: fc.constantFrom('id' as const, 'en' as const),
});

let books = 0;

async function openHistory(postings: readonly Posting[]): Promise<BookCode> {
	const book = `UJI-${(books += 1)}` as BookCode;
	await world.as(officer, async (work) => {
		await openBook(
			work,
			{
				code: book,
				kind: 'cooperative',
				name: book,
				regionCode: regionCode('17.71.01.1001'),
				openedOn: day('2026-01-01'),
				timeZone: 'Asia/Jakarta',
			},
			accounts.map((text) => ({
				code: code(text),
				nameId: `=Akun "${text}"`,
				nameEn: `Account ${text}`,
				class: 'asset',
				normalSide: text === '2.1' ? 'credit' : 'debit',
				floor: 'none',
				isControlled: false,
			})),
		);
		for (const one of postings) await post(work, book, one);
	});
	return book;
}

type Posting = typeof posting extends fc.Arbitrary<infer T> ? T : never;

async function post(work: Work, book: BookCode, one: Posting): Promise<void> {
	const others = accounts.filter((_, index) => index !== one.from);
	const about = {
		...(one.fund === null ? {} : {fund: funds[one.fund]!}),
		...(one.loan === null ? {} : {loan: loans[one.loan]!}),
	};
	const whole = rupiah((one.sen / 100).toFixed(2));
	const [part, rest] = [rupiah('0.01'), whole.minus('0.01')];
	const lines =
		one.third === null
			? [credit(code(others[one.to]!), whole, about)]
			: [
					credit(code(accounts[one.third]!), part, about),
					credit(code(others[one.to]!), rupiah(rest.toFixed(2))),
				];
	const [entry] = await postEntries(work, [
		{
			book,
			effectiveOn: addDays(today, -one.daysBack),
			kind: one.kind,
			reason: one.reason,
			document: one.document,
			lines: [debit(code(accounts[one.from]!), whole, about), ...lines],
		},
	]);
	if (!one.isTakenBack) return;
	await reverseEntries(work, [{book, number: entry!.number}], {
		effectiveOn: today,
		reason: 'Salah',
		document: 'BTL-1',
	});
}

const toRequest = (
	book: BookCode,
	asked: typeof question extends fc.Arbitrary<infer T> ? T : never,
) => {
	const asOf = addDays(today, -asked.daysBack);
	const first = addDays(asOf, -asked.days);
	return {
		book,
		asOf,
		from: first < day('2026-01-01') ? day('2026-01-01') : first,
		...(asked.account === null ? {} : {accounts: [code(accounts[asked.account]!)]}),
		...(asked.side === null ? {} : {side: asked.side}),
		...(asked.isOf === null ? {} : {kinds: [asked.isOf]}),
		...(asked.isNotOf === null ? {} : {exceptKinds: [asked.isNotOf]}),
	} satisfies LinesRequest;
};

async function joined(pieces: AsyncIterable<unknown>): Promise<string> {
	const all: Buffer[] = [];
	for await (const piece of pieces) all.push(Buffer.from(piece as string));
	return Buffer.concat(all).toString('utf8');
}

const frameOf = ({columns, totals}: ReturnType<typeof streamedLedger>) => ({
	head: csvRow(columns.map(({key}) => key)),
	tail: csvRow(columns.map(({key}) => String(totals[key] ?? ''))),
});

const meta = {
	report: 'uji',
	asOf: '2026-03-31',
	generatedAt: '2026-03-31T05:00:00Z',
	askedBy: 'uji',
};

test('in whichever way, the same bytes; page by page the same rows', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(posting, {minLength: 1, maxLength: 12}),
			fc.array(question, {minLength: 4, maxLength: 4}),
			async (postings, questions) => {
				const book = await openHistory(postings);
				for (const asked of questions) {
					await world.as(officer, async (work) => {
						const ledger = await openLedger(work, toRequest(book, asked));
						// Dimensions that no line names are refused before; here the store itself is asked.
						const filtered = {
							...ledger,
							question: {
								...ledger.question,
								...(asked.fund === null ? {} : {fund: funds[asked.fund]!}),
								...(asked.loan === null ? {} : {loan: loans[asked.loan]!}),
							},
						};
						const spans = await work.reports.accountSpans(filtered.book, filtered.question);
						await compare(t, work, {...filtered, spans}, asked);
					});
				}
			},
		),
		{numRuns: 25},
	);
});

type Asked = typeof question extends fc.Arbitrary<infer T> ? T : never;

async function compare(
	t: ExecutionContext,
	work: Work,
	ledger: Awaited<ReturnType<typeof openLedger>>,
	{limit, language}: Asked,
): Promise<void> {
	const reader = {language, timeZone: 'Asia/Jakarta'};
	const rows: LedgerRow[] = [];
	for await (const batch of streamLedger(work, ledger)) rows.push(...batch);
	async function* laid(): AsyncGenerator<Row[]> {
		yield rows.map((row) => layLedgerRow(presentLedgerRow(row), language));
	}
	const sheet = {...streamedLedger(meta, reader, ledger.totals), batches: laid()};
	const copied = await work.reports.copyLedger(ledger.book, ledger.question, {
		...ledgerWords(language),
		...frameOf(sheet),
	});
	const own = await joined(streamCsv(sheet));
	t.is(await joined(copied), own);
	const batches = await work.reports.ledgerRows(
		ledger.book,
		ledger.question,
		ledgerWords(language),
	);
	t.is(await joined(streamCsv({...sheet, batches})), own);

	const paged: LedgerRow[] = [];
	for (let after: LinePosition | undefined; ;) {
		const page = await readLedgerPage(work, ledger, {limit, ...(after ? {after} : {})});
		paged.push(...page.rows);
		after = page.next;
		if (after === undefined) break;
	}
	t.deepEqual(paged.map(presentLedgerRow), rows.map(presentLedgerRow));
}

test('without a filter each closing is what the trial balance says', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(posting, {minLength: 1, maxLength: 12}),
			fc.nat(40),
			async (postings, daysBack) => {
				const book = await openHistory(postings);
				const asOf = addDays(today, -daysBack);
				await world.as(officer, async (work) => {
					const closings: [string, string][] = [];
					for await (const batch of streamLedger(work, await openLedger(work, {book, asOf}))) {
						for (const {row, account, balance} of batch) {
							if (row === 'closing' && !balance.isZero()) {
								closings.push([account.code, toText(balance)]);
							}
						}
					}
					const {rows} = await readTrialBalance(work, book, {asOf});
					const held = rows.flatMap(({code: one, debit: d, credit: c}): [string, string][] => {
						const balance = one === '2.1' ? c.minus(d) : d.minus(c);
						return balance.isZero() ? [] : [[one, balance.toFixed(2)]];
					});
					t.deepEqual(closings, held);
				});
			},
		),
		{numRuns: 15},
	);
});

test('the journal, too, is the same in both ways', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(posting, {minLength: 1, maxLength: 12}),
			fc.constantFrom('id' as const, 'en' as const),
			async (postings, language) => {
				const book = await openHistory(postings);
				await world.as(officer, async (work) => {
					const {book: of, question: asked, totals} = await openJournal(work, {book, asOf: today});
					const reader = {language, timeZone: 'Asia/Jakarta'};
					async function* laid(): AsyncGenerator<Row[]> {
						for await (const lines of work.reports.streamJournal(of, asked)) {
							yield lines.map((line) => layJournalRow(presentJournalLine(line), language));
						}
					}
					const sheet = {...streamedJournal(meta, reader, totals), batches: laid()};
					const own = await joined(streamCsv(sheet));
					const copied = await work.reports.copyJournal(of, asked, {language, ...frameOf(sheet)});
					t.is(await joined(copied), own);
					const batches = await work.reports.journalRows(of, asked, {language});
					t.is(await joined(streamCsv({...sheet, batches})), own);
				});
			},
		),
		{numRuns: 20},
	);
});
