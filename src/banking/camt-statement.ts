import {XMLParser} from 'fast-xml-parser';
import {SyntaxValidator} from 'fast-xml-validator';
import type {Finding} from '../kernel/errors.ts';
import {type LocalDate, isLocalDateText} from '../kernel/local-date.ts';
import {type Rupiah, isZero, negate} from '../kernel/money.ts';
import {readAmount} from './cell.ts';
import {refuseAll} from './errors.ts';
import {type FileRow, type ReadStatement, type ShownBalance, unreadable} from './statement.ts';

const signs = {decimal: '.', thousands: ''} as const;
const amountShape = '1250000.00';

/** An element: its children by name, its text, its attributes. */
type Element = Readonly<Record<string, readonly Element[] | string | undefined>>;

const parser = new XMLParser({
	ignoreAttributes: false,
	attributeNamePrefix: '@',
	alwaysCreateTextNode: true,
	captureMetaData: true,
	// Each element is a list of one or many, so that nothing depends on how many a bank sends.
	isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
	maxNestedTags: 40,
	parseAttributeValue: false,
	parseTagValue: false,
	// Without a DOCTYPE, which is refused, these are the five of XML itself and numbers of signs.
	processEntities: {
		enabled: true,
		maxTotalExpansions: 1_000_000,
		maxExpandedLength: 10_000_000,
	},
	removeNSPrefix: true,
});
const placeSymbol = XMLParser.getMetaDataSymbol() as unknown as symbol;

/**
 * Reads an ISO 20022 camt.053: one statement or several that follow one another. A document type,
 * and with it every entity of a file's own, is refused unread.
 * @throws DomainError `banking/file-unreadable`, with one finding for each value that is malformed
 * or missing.
 */
export function readCamt(text: string): ReadStatement {
	refuseAll([...declarationFindings(text), ...formFindings(text)]);
	const document = parse(text);
	const statements = down(document, 'Document', 'BkToCstmrStmt').flatMap((one) =>
		list(one, 'Stmt'),
	);
	const reading: Reading = {rows: [], balances: [], findings: [], lineOf: lineFinder(text)};
	if (statements.length === 0) {
		reading.findings.push(unreadable(1, 'Stmt', '', 'Document / BkToCstmrStmt / Stmt'));
	}
	for (const statement of statements) readOne(reading, statement);
	refuseAll(reading.findings);
	const {rows, balances, account, closingOn} = reading;
	return {
		rows,
		balances,
		...(account === undefined ? {} : {account}),
		...(closingOn === undefined ? {} : {closingOn}),
	};
}

/** What is XML by its form may still be more than a statement ever is: too deep, too unfolded. */
function parse(text: string): Element {
	try {
		return parser.parse(text) as Element;
	} catch (error) {
		const told = error instanceof Error ? error.message.slice(0, 80) : '';
		refuseAll([unreadable(1, 'XML', told, 'Document / BkToCstmrStmt / Stmt')]);
		throw error;
	}
}

const declaration = /<!(?!--|\[CDATA\[)[^>\s]{0,20}/u;

function declarationFindings(text: string): Finding[] {
	const found = declaration.exec(text);
	const encoding = /^\uFEFF?<\?xml[^>]*encoding=["']([^"']+)["']/u.exec(text)?.[1];
	const findings: Finding[] = [];
	if (found) {
		findings.push(unreadable(lineFinder(text)(found.index), 'DOCTYPE', found[0], '<Document>'));
	}
	if (encoding !== undefined && !/^utf-?8$/iu.test(encoding)) {
		findings.push(unreadable(1, 'encoding', encoding, 'UTF-8'));
	}
	return findings;
}

function formFindings(text: string): Finding[] {
	try {
		SyntaxValidator.validate(text);
		return [];
	} catch (error) {
		if (!isSyntaxFault(error)) throw error;
		return [unreadable(error.line, String(error.col), error.code, 'XML 1.0')];
	}
}

type SyntaxFault = Error & {readonly code: string; readonly line: number; readonly col: number};

const isSyntaxFault = (error: unknown): error is SyntaxFault =>
	error instanceof Error && 'line' in error && 'col' in error && 'code' in error;

const lineFinder =
	(text: string) =>
	(index: number): number =>
		text.slice(0, index).split('\n').length;

type Reading = {
	readonly rows: FileRow[];
	readonly balances: ShownBalance[];
	readonly findings: Finding[];
	readonly lineOf: (index: number) => number;
	account?: {line: number; number: string};
	closingOn?: LocalDate;
};

const list = (element: Element, name: string): readonly Element[] => {
	const found = element[name];
	return Array.isArray(found) ? (found as readonly Element[]) : [];
};

const down = (element: Element, ...names: readonly string[]): readonly Element[] =>
	names.reduce<readonly Element[]>(
		(found, name) => found.flatMap((one) => list(one, name)),
		[element],
	);

const ownText = (element: Element | undefined): string => {
	const text = element?.['#text'];
	return typeof text === 'string' ? text.trim() : '';
};

const textOf = (element: Element, ...names: readonly string[]): string =>
	ownText(down(element, ...names)[0]);

const texts = (element: Element, ...names: readonly string[]): string[] =>
	down(element, ...names).map(ownText);

function lineAt({lineOf}: Reading, element: Element): number {
	const place = (element as unknown as Record<symbol, {startIndex?: number} | undefined>)[
		placeSymbol
	];
	return lineOf(place?.startIndex ?? 0);
}

function readOne(reading: Reading, statement: Element): void {
	const number = [
		textOf(statement, 'Acct', 'Id', 'Othr', 'Id'),
		textOf(statement, 'Acct', 'Id', 'IBAN'),
	].find((one) => one !== '');
	if (number !== undefined) reading.account ??= {line: lineAt(reading, statement), number};
	const balances = list(statement, 'Bal');
	const ofKind = (...codes: readonly string[]): Element | undefined =>
		balances.find((one) => codes.includes(textOf(one, 'Tp', 'CdOrPrtry', 'Cd')));
	const [opening, closing] = [ofKind('OPBD', 'PRCD'), ofKind('CLBD')];
	for (const [name, found] of [
		['OPBD', opening],
		['CLBD', closing],
	] as const) {
		if (found) continue;
		reading.findings.push(unreadable(lineAt(reading, statement), 'Bal', '', name));
	}
	if (opening) readBalance(reading, opening, 'OPBD');
	for (const entry of list(statement, 'Ntry')) readEntry(reading, entry);
	if (!closing) return;
	readBalance(reading, closing, 'CLBD');
	const day = dayOf(reading, closing, 'Dt');
	if (day !== undefined) reading.closingOn = day;
}

function readBalance(reading: Reading, element: Element, column: string): void {
	const balance = amountOf(reading, element);
	if (balance === undefined) return;
	reading.balances.push({
		line: lineAt(reading, element),
		column,
		after: reading.rows.length,
		balance,
	});
}

function readEntry(reading: Reading, entry: Element): void {
	const status = textOf(entry, 'Sts', 'Cd') || textOf(entry, 'Sts');
	// What is pending is not in the balance yet.
	if (status !== 'BOOK') {
		if (status !== 'PDNG' && status !== 'INFO') {
			reading.findings.push(
				unreadable(lineAt(reading, entry), 'Sts', status, 'BOOK / PDNG / INFO'),
			);
		}
		return;
	}
	const amount = amountOf(reading, entry);
	const bookedOn = dayOf(reading, entry, 'BookgDt');
	if (amount !== undefined && isZero(amount)) {
		reading.findings.push(unreadable(lineAt(reading, entry), 'Amt', '0', amountShape));
		return;
	}
	if (amount === undefined || bookedOn === undefined) return;
	const reference = [
		textOf(entry, 'AcctSvcrRef'),
		textOf(entry, 'NtryRef'),
		textOf(entry, 'NtryDtls', 'TxDtls', 'Refs', 'EndToEndId'),
	].find((one) => one !== '' && one !== 'NOTPROVIDED');
	const description = [
		...texts(entry, 'NtryDtls', 'TxDtls', 'RmtInf', 'Ustrd'),
		textOf(entry, 'AddtlNtryInf'),
	].filter((one) => one !== '');
	reading.rows.push({
		line: lineAt(reading, entry),
		bookedOn,
		amount,
		reference: reference ?? '',
		description: description.join(' '),
	});
}

/** The amount of a balance or an entry, by its side; told as a finding where it is none. */
function amountOf(reading: Reading, element: Element): Rupiah | undefined {
	const [written] = list(element, 'Amt');
	const line = lineAt(reading, written ?? element);
	const value = ownText(written);
	const amount = /^\d[\d.]*$/u.test(value) ? readAmount(value, signs) : undefined;
	const currency = written?.['@Ccy'];
	const side = textOf(element, 'CdtDbtInd');
	const findings: Finding[] = [];
	if (amount === undefined) findings.push(unreadable(line, 'Amt', value, amountShape));
	if (currency !== 'IDR') {
		const shown = typeof currency === 'string' ? currency : '';
		findings.push(unreadable(line, 'Ccy', shown, 'IDR'));
	}
	if (side !== 'CRDT' && side !== 'DBIT') {
		findings.push(unreadable(line, 'CdtDbtInd', side, 'CRDT / DBIT'));
	}
	reading.findings.push(...findings);
	if (amount === undefined || findings.length > 0) return undefined;
	return side === 'DBIT' ? negate(amount) : amount;
}

function dayOf(reading: Reading, element: Element, name: string): LocalDate | undefined {
	const [under] = list(element, name);
	const value = under === undefined ? '' : textOf(under, 'Dt') || textOf(under, 'DtTm');
	const day = value.slice(0, 10);
	if (isLocalDateText(day)) return day as LocalDate;
	const line = lineAt(reading, under ?? element);
	reading.findings.push(unreadable(line, name, value, 'YYYY-MM-DD'));
	return undefined;
}
