import type {RefusalTable} from '../../http/problem.ts';
import {type LedgerCode, ledgerTexts} from '../index.ts';

const statuses: Record<LedgerCode, number> = {
	'ledger/unknown-book': 404,
	'ledger/book-exists': 409,
	'ledger/unknown-account': 422,
	'ledger/account-exists': 409,
	'ledger/line-count': 422,
	'ledger/amount-not-positive': 422,
	'ledger/fund-missing': 422,
	'ledger/loan-missing': 422,
	'ledger/unbalanced': 422,
	'ledger/floor-broken': 422,
	'ledger/date-in-future': 422,
	'ledger/before-book-opened': 422,
	'ledger/period-closed': 409,
	'ledger/unknown-entry': 404,
	'ledger/already-reversed': 409,
	'ledger/reversal-of-reversal': 409,
	'ledger/reversal-before-entry': 422,
	'ledger/reversal-belongs-elsewhere': 409,
	'ledger/month-not-over': 422,
	'ledger/close-not-requested': 409,
	'ledger/close-already-requested': 409,
	'ledger/close-same-person': 409,
	'ledger/account-controlled': 422,
	'ledger/law-broken': 409,
};

export const ledgerRefusals: RefusalTable = {texts: ledgerTexts, statuses};
