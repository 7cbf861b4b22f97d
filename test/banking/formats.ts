// Layouts and statements as tests give them, and the same statement written in each format.
import fc from 'fast-check';
import type {CsvLayout} from '../../src/banking/format.ts';
import type {FileRow} from '../../src/banking/statement.ts';
import type {DomainError} from '../../src/kernel/errors.ts';
import {addDays, localDate} from '../../src/kernel/local-date.ts';
import {type Rupiah, add, isNegative, negate, rupiah, toText} from '../../src/kernel/money.ts';

export const layout: CsvLayout = {
	delimiter: ';',
	encoding: 'utf-8',
	order: 'oldest-first',
	dateFormat: 'DD/MM/YYYY',
	decimal: ',',
	thousands: '.',
	textMark: '',
	date: 'Tanggal',
	description: ['Keterangan'],
	reference: 'Ref',
	balance: 'Saldo',
	amount: {kind: 'two-columns', debit: 'Debet', credit: 'Kredit'},
	endsAt: ['Saldo Awal'],
};

export type Written = Omit<FileRow, 'line'>;

/** Movements from 1 March 2026 on, in their order, with words that every format can carry. */
export const movements: fc.Arbitrary<Written[]> = fc
	.array(
		fc.record({
			step: fc.integer({min: 0, max: 3}),
			sen: fc.integer({min: -2_000_000_000, max: 2_000_000_000}).filter((sen) => sen !== 0),
			reference: fc.stringMatching(/^[A-Z0-9]{0,8}$/),
			description: fc.stringMatching(/^[A-Z0-9]{1,10}( [A-Z0-9]{1,10}){0,2}$/),
		}),
		{minLength: 1, maxLength: 12},
	)
	.map((steps) => {
		let day = localDate('2026-03-01');
		return steps.map(({step, sen, reference, description}) => {
			day = addDays(day, step);
			return {bookedOn: day, amount: ofSen(sen), reference, description};
		});
	});

export function ofSen(sen: number): Rupiah {
	const digits = String(Math.abs(sen)).padStart(3, '0');
	return rupiah(`${sen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

/** As the bank writes an amount above zero. */
function written(amount: Rupiah, {decimal, thousands}: CsvLayout): string {
	const [whole, sen] = toText(amount).split('.') as [string, string];
	const sign = whole.startsWith('-') ? '-' : '';
	const grouped = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/gu, thousands);
	return `${sign}${grouped}${decimal}${sen}`;
}

const abs = (amount: Rupiah): Rupiah => (isNegative(amount) ? negate(amount) : amount);

function withBalances(opening: Rupiah, rows: readonly Written[]) {
	let balance = opening;
	return rows.map((row) => {
		balance = add(balance, row.amount);
		return {...row, balance};
	});
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

export function writeCsv(opening: Rupiah, rows: readonly Written[], used: CsvLayout): string {
	const day = (date: string): string =>
		used.dateFormat
			.replace('YYYY', date.slice(0, 4))
			.replace('MM', date.slice(5, 7))
			.replace('DD', date.slice(8));
	const cells = withBalances(opening, rows).map((row) => {
		const isOut = isNegative(row.amount);
		const amount = written(abs(row.amount), used);
		const columns: Record<string, string> = {
			[used.date]: used.textMark + day(row.bookedOn),
			[used.description[0]!]: row.description,
			[used.reference]: row.reference,
			[used.balance]: written(row.balance, used),
		};
		switch (used.amount.kind) {
			case 'two-columns':
				columns[used.amount.debit] = isOut ? amount : '';
				columns[used.amount.credit] = isOut ? '' : amount;
				break;
			case 'marked':
				columns[used.amount.amount] = amount;
				columns[used.amount.mark] = isOut ? used.amount.debitMark : used.amount.creditMark;
				break;
			case 'marked-within': {
				const mark = isOut ? used.amount.debitMark : used.amount.creditMark;
				columns[used.amount.amount] = `${amount} ${mark}`;
				break;
			}
			case 'signed':
				columns[used.amount.amount] = written(row.amount, used);
		}
		return columns;
	});
	const names = Object.keys(cells[0]!);
	const lines = cells.map((columns) => names.map((name) => quoted(columns[name]!)));
	if (used.order === 'newest-first') lines.reverse();
	return [names.map(quoted), ...lines].map((line) => line.join(used.delimiter)).join('\r\n');
}

const comma = (amount: Rupiah): string => toText(abs(amount)).replace('.', ',');
const side = (amount: Rupiah): string => (isNegative(amount) ? 'D' : 'C');
const short = (date: string): string => date.replaceAll('-', '').slice(2);

export function writeMt940(opening: Rupiah, rows: readonly Written[]): string {
	const all = withBalances(opening, rows);
	const last = all.at(-1)!;
	return [
		':20:S',
		':25:12345678',
		`:60F:${side(opening)}${short(all[0]!.bookedOn)}IDR${comma(opening)}`,
		...all.flatMap((row) => [
			`:61:${short(row.bookedOn)}${side(row.amount)}${comma(row.amount)}NTRF${row.reference}`,
			`:86:${row.description}`,
		]),
		`:62F:${side(last.balance)}${short(last.bookedOn)}IDR${comma(last.balance)}`,
		'-',
	].join('\r\n');
}

export function writeCamt(opening: Rupiah, rows: readonly Written[]): string {
	const all = withBalances(opening, rows);
	const last = all.at(-1)!;
	const amount = (value: Rupiah): string =>
		`<Amt Ccy="IDR">${toText(abs(value))}</Amt>` +
		`<CdtDbtInd>${isNegative(value) ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
	const balance = (kind: string, value: Rupiah, day: string): string =>
		`<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>${amount(value)}` +
		`<Dt><Dt>${day}</Dt></Dt></Bal>`;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<Document><BkToCstmrStmt><Stmt>',
		'<Acct><Id><Othr><Id>12345678</Id></Othr></Id></Acct>',
		balance('OPBD', opening, all[0]!.bookedOn),
		balance('CLBD', last.balance, last.bookedOn),
		...all.map(
			(row) =>
				`<Ntry>${amount(row.amount)}<Sts>BOOK</Sts><BookgDt><Dt>${row.bookedOn}</Dt></BookgDt>` +
				`<AcctSvcrRef>${row.reference}</AcctSvcrRef>` +
				`<AddtlNtryInf>${row.description}</AddtlNtryInf></Ntry>`,
		),
		'</Stmt></BkToCstmrStmt></Document>',
	].join('\n');
}

/** The refusal of something that is refused. */
export function refusalOf(run: () => unknown): DomainError {
	try {
		run();
	} catch (error) {
		return error as DomainError;
	}
	throw new Error('It was not refused.');
}

/** Of each fault of a file where it stands, what it is and what would be right. */
export const placesOf = (run: () => unknown): (string | undefined)[][] =>
	refusalOf(run).findings.map(({values}) => [
		values.line,
		values.column,
		values.value,
		values.expected,
	]);
