import {cooperativeAccounts, loanAccounts} from '../../cooperatives/index.ts';
import {DomainError} from '../../kernel/errors.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import {rupiah, subtract} from '../../kernel/money.ts';
import {type Book, type LedgerWork, postEntry, reverseEntries} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type ImportFinding, found} from '../finding.ts';
import type {Import} from '../import.ts';
import {type HeldBalance, type Opening, type StatedBalance, decideOpening} from '../opening.ts';
import type {ImportWork, NumberedRow} from '../ports.ts';
import {undoDay} from './person-steps.ts';
import type {StepContext} from './step.ts';

/** The kind of the entry that opens a book with what older books said. */
export const openingKind = 'opening-balance';

const {principalSavings, mandatorySavings, wadiahSavings, syirkahFunds} = cooperativeAccounts;

// Members' savings are sums of movements with a slip each, so they come from the import of savings.
const ofSavings: readonly AccountCode[] = [
	principalSavings,
	mandatorySavings,
	wadiahSavings,
	syirkahFunds,
];

/**
 * Decides the opening entry by what the ledger has at the cut-off day, and all that speaks against
 * it.
 */
export async function planOpening(
	work: ImportWork,
	book: Book,
	one: Import,
	rows: readonly NumberedRow[],
): Promise<Opening & {readonly stated: readonly StatedBalance[]}> {
	const {cutOffOn, controls} = one.opening!;
	const standing = await work.imports.standingOpening(book);
	const stated = await statedBalances(work, book, rows);
	if (standing) {
		const finding = found(
			'imports/opening-exists',
			{sheet: '', row: 0},
			{
				expected: standing.cutOffOn,
			},
		);
		return {lines: [], findings: [finding], stated};
	}
	const accounts = await work.ledger.accounts(book);
	const controlled = [...accounts.values()].filter(({isControlled}) => isControlled);
	const plan = decideOpening(stated, controls, {
		accounts,
		held: await heldBalances(work, book, cutOffOn),
		loanAccounts: new Set(loanAccounts.principal),
		ofOperations: new Set([...controlled.map(({code}) => code), ...ofSavings]),
	});
	return {...plan, stated};
}

async function statedBalances(
	work: ImportWork,
	book: Book,
	rows: readonly NumberedRow[],
): Promise<StatedBalance[]> {
	const funds = await work.imports.fundsByAgreement(book);
	return rows.map(({sheet, row, values}) => {
		const fund = values.fund === undefined ? undefined : funds.get(values.fund);
		return {
			sheet,
			row,
			account: values.account as AccountCode,
			...(fund === undefined ? {} : {fund}),
			balance: subtract(rupiah(values.debit ?? '0'), rupiah(values.credit ?? '0')),
		};
	});
}

async function heldBalances(
	work: Pick<LedgerWork, 'ledger'>,
	book: Book,
	asOf: NonNullable<Import['opening']>['cutOffOn'],
): Promise<HeldBalance[]> {
	const turnovers = await work.ledger.turnovers(book, {asOf});
	return turnovers.map(({account, fund, debits, credits}) => ({
		account,
		fund,
		balance: subtract(debits, credits),
	}));
}

/** Posts the opening entry with its proof. @throws DomainError with every difference. */
export async function postOpening(
	{as, maker, checker, book, one}: StepContext,
	rows: readonly NumberedRow[],
): Promise<void> {
	const work = as(checker);
	await work.ledger.lockTip(book);
	const {lines, findings, stated} = await planOpening(work, book, one, rows);
	refuseFindings(findings);
	const {cutOffOn, document, controls} = one.opening!;
	const entry = await postEntry(work, {
		book: book.code,
		effectiveOn: cutOffOn,
		kind: openingKind,
		reason: `Neraca awal per ${cutOffOn}`,
		document,
		lines,
	});
	await work.imports.insertOpening(
		book,
		{
			import: one.id,
			cutOffOn,
			document,
			controls,
			entryNumber: entry.number,
			preparedBy: maker.name,
			approvedBy: checker.name,
			recordedAt: work.now(),
		},
		stated,
	);
}

/** Refuses for all findings at once. */
function refuseFindings(findings: readonly ImportFinding[]): void {
	const [first, ...others] = findings;
	if (!first) return;
	const asFinding = ({code, row, value, text}: ImportFinding) => ({
		code,
		path: `rows[${row}]`,
		values: {value, text: text.id},
	});
	throw new DomainError(asFinding(first), first.text, others.map(asFinding));
}

/** Takes the opening entry back, and with it its proof. */
export async function undoOpening(context: StepContext): Promise<void> {
	const {as, checker, book, one} = context;
	const work = as(checker);
	const standing = await work.imports.standingOpening(book);
	if (standing?.import !== one.id) throw refuse('imports/wrong-status', {status: one.status});
	const [reversal] = await reverseEntries(work, [{book: book.code, number: standing.entryNumber}], {
		effectiveOn: undoDay(context),
		reason: one.undo!.reason,
		document: one.undo!.document,
	});
	await work.imports.recordOpeningReversed(book, one.id, reversal!.number);
}
