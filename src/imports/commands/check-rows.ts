import {readNik} from '../../kernel/nik.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import {type LocalDate, localDate} from '../../kernel/local-date.ts';
import {maskNik} from '../../kernel/personal-data.ts';
import type {Book} from '../../ledger/index.ts';
import {type Column, nameOf} from '../column.ts';
import {type ImportFinding, found} from '../finding.ts';
import type {Import} from '../import.ts';
import {definitionOf} from '../kinds.ts';
import type {ImportWork, NumberedRow} from '../ports.ts';

/**
 * Holds rows against what is on record, many at once: whether who and what they name is there, and
 * whether their days can be. What only the command itself can say is left to the trial.
 */
export async function checkRows(
	work: ImportWork,
	book: Book,
	one: Import,
	rows: readonly NumberedRow[],
): Promise<ImportFinding[]> {
	return [
		...dayFindings(one, rows, {openedOn: book.openedOn, today: work.today()}),
		...(one.kind === 'members' ? await checkMembers(work, book, rows) : []),
		...(await checkMemberNumbers(work, book, one, rows)),
		...(await checkFunds(work, book, one, rows)),
		...(one.kind === 'allocations' ? await checkAllocations(work, one, rows) : []),
		...(one.kind === 'collections' ? await checkLoanNumbers(work, book, one, rows) : []),
		...(one.kind === 'opening-balances' ? await checkAccounts(work, book, one, rows) : []),
	];
}

/** The column of a row by its key, for the place of a finding. */
const placeOf = (one: Import, {part, sheet, row}: NumberedRow, key: string) => {
	const {columns} = definitionOf(one.kind).sheets.find((known) => known.key === part)!;
	const column: Column | undefined = columns.find((known) => known.key === key);
	return {sheet, row, column: column?.name ?? ''};
};

// On which nothing of the book can be, and who may have joined before there was one.
const freeDays = new Set([
	'members.joinedOn',
	'loans.firstDueOn',
	'groups.formedOn',
	'allocations.agreedOn',
]);

function dayFindings(
	one: Import,
	rows: readonly NumberedRow[],
	{openedOn, today}: {readonly openedOn: LocalDate; readonly today: LocalDate},
): ImportFinding[] {
	const days = definitionOf(one.kind).sheets.flatMap(({key: part, columns}) =>
		columns.flatMap(({key, kind}) => (kind === 'date' ? [{part, key}] : [])),
	);
	return rows.flatMap((row) =>
		days.flatMap(({part, key}) => {
			const value = part === row.part ? row.values[key] : undefined;
			if (value === undefined) return [];
			const isFree = freeDays.has(`${part}.${key}`);
			if (value > today && key !== 'firstDueOn') {
				return [found('imports/date-in-future', placeOf(one, row, key), {value, expected: today})];
			}
			if (isFree || value >= openedOn) return [];
			return [found('imports/date-before', placeOf(one, row, key), {value, expected: openedOn})];
		}),
	);
}

async function checkMembers(
	work: ImportWork,
	book: Book,
	rows: readonly NumberedRow[],
): Promise<ImportFinding[]> {
	const niks = rows.flatMap(({values}) => values.nik ?? []);
	const codes = new Set(rows.flatMap(({values}) => values.kelurahan ?? []));
	const taken = await work.imports.takenNiks(book, niks);
	const kelurahan = await work.imports.knownKelurahan([...codes]);
	const example = book.regionCode;
	return rows.flatMap(({sheet, row, values, unread}) => {
		const findings: ImportFinding[] = [];
		const {nik, joinedOn, business, sector} = values;
		const holder = nik === undefined ? undefined : taken.get(nik);
		if (nik !== undefined && holder) {
			const expected =
				holder.number === undefined
					? 'anggota koperasi lain'
					: `anggota nomor ${holder.number} koperasi ini`;
			const place = {sheet, row, column: 'NIK'};
			findings.push(found('imports/nik-taken', place, {value: maskNik(nik), expected}));
		}
		if (nik !== undefined && joinedOn !== undefined && !readNik(nik, localDate(joinedOn))) {
			const values = {value: maskNik(nik), expected: `tanggal lahir sebelum ${joinedOn}`};
			findings.push(found('imports/nik-malformed', {sheet, row, column: 'NIK'}, values));
		}
		if (values.kelurahan !== undefined && !kelurahan.has(values.kelurahan)) {
			const place = {sheet, row, column: 'Kelurahan'};
			const said = {value: values.kelurahan, expected: example};
			findings.push(found('imports/kelurahan-unknown', place, said));
		}
		const isOneAlone = (business === undefined) !== (sector === undefined);
		if (isOneAlone && unread.business === undefined && unread.sector === undefined) {
			const place = {sheet, row, column: 'Usaha'};
			findings.push(found('imports/together', place, {expected: 'Bidang usaha'}));
		}
		return findings;
	});
}

/** Those who are named by their number: that they are there, are still members, and are meant. */
async function checkMemberNumbers(
	work: ImportWork,
	book: Book,
	one: Import,
	rows: readonly NumberedRow[],
): Promise<ImportFinding[]> {
	const named = rows.filter(({values}) => values.member !== undefined);
	if (named.length === 0) return [];
	const numbers = new Set(named.map(({values}) => Number.parseInt(values.member!, 10)));
	const members = await work.imports.membersByNumber(book, [...numbers]);
	return named.flatMap((row) => {
		const value = row.values.member!;
		const member = members.get(Number.parseInt(value, 10));
		const place = placeOf(one, row, 'member');
		if (!member) return [found('imports/member-unknown', place, {value})];
		if (member.leftOn !== undefined) {
			return [found('imports/member-left', place, {value, expected: member.leftOn})];
		}
		return nameFindings(one, row, member.name);
	});
}

/** A name beside a number is there to find a number that was mistyped. */
function nameFindings(one: Import, row: NumberedRow, expected: string): ImportFinding[] {
	const {name} = row.values;
	if (name === undefined || nameOf(name) === nameOf(expected)) return [];
	return [found('imports/name-differs', placeOf(one, row, 'name'), {value: name, expected})];
}

async function checkFunds(
	work: ImportWork,
	book: Book,
	one: Import,
	rows: readonly NumberedRow[],
): Promise<ImportFinding[]> {
	if (!rows.some(({values}) => values.fund !== undefined)) return [];
	const funds = await work.imports.fundsByAgreement(book);
	const expected = [...funds.keys()].slice(0, 10).join(', ');
	return rows.flatMap((row) => {
		const value = row.values.fund;
		if (value === undefined || funds.has(value)) return [];
		return [found('imports/fund-unknown', placeOf(one, row, 'fund'), {value, expected})];
	});
}

/** Whether programme and kelurahan are there; the rest the commands say. */
async function checkAllocations(
	work: ImportWork,
	one: Import,
	rows: readonly NumberedRow[],
): Promise<ImportFinding[]> {
	const programmes = (await work.fund.listProgrammes()).map(({code}) => code);
	const codes = new Set(rows.flatMap(({values}) => values.kelurahan ?? []));
	const kelurahan = await work.imports.knownKelurahan([...codes]);
	return rows.flatMap((row) => {
		const {programme, kelurahan: code} = row.values;
		const findings: ImportFinding[] = [];
		if (programme !== undefined && !programmes.includes(programme)) {
			const said = {value: programme, expected: programmes.slice(0, 10).join(', ')};
			findings.push(found('imports/programme-unknown', placeOf(one, row, 'programme'), said));
		}
		if (code !== undefined && !kelurahan.has(code)) {
			const said = {value: code, expected: '17.71.01.1001'};
			findings.push(found('imports/kelurahan-unknown', placeOf(one, row, 'kelurahan'), said));
		}
		return findings;
	});
}

async function checkLoanNumbers(
	work: ImportWork,
	book: Book,
	one: Import,
	rows: readonly NumberedRow[],
): Promise<ImportFinding[]> {
	const numbers = rows.flatMap(({values}) =>
		values.loan === undefined ? [] : [Number.parseInt(values.loan, 10)],
	);
	const loans = await work.imports.runningLoans(book, numbers);
	return rows.flatMap((row) => {
		const value = row.values.loan;
		if (value === undefined) return [];
		const loan = loans.get(Number.parseInt(value, 10));
		if (!loan) return [found('imports/number-unknown', placeOf(one, row, 'loan'), {value})];
		return nameFindings(one, row, loan.name);
	});
}

async function checkAccounts(
	work: ImportWork,
	book: Book,
	one: Import,
	rows: readonly NumberedRow[],
): Promise<ImportFinding[]> {
	const accounts = await work.ledger.accounts(book);
	const funds = await work.imports.fundsByAgreement(book);
	const agreements = [...funds.keys()].slice(0, 10).join(', ');
	return rows.flatMap((row) => {
		const {account: code, fund, debit, credit} = row.values;
		if (code === undefined) return [];
		const place = placeOf(one, row, 'account');
		const account = accounts.get(code as AccountCode);
		if (!account) {
			return [found('imports/account-unknown', place, {value: code, expected: book.code})];
		}
		const findings: ImportFinding[] = [];
		const isByFund = account.floor === 'fund';
		if (isByFund && fund === undefined) {
			findings.push(found('imports/fund-needed', place, {value: code, expected: agreements}));
		}
		if (!isByFund && fund !== undefined) {
			findings.push(found('imports/fund-unwanted', place, {value: code}));
		}
		const filled = [debit, credit].filter((text) => text !== undefined && text !== '0.00');
		if (filled.length > 1) {
			const both = placeOf(one, row, 'debit');
			findings.push(found('imports/one-of-two', both, {expected: 'Kredit'}));
		}
		return findings;
	});
}
