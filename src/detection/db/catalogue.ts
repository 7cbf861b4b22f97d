import {backdatingByPerson} from './detectors/backdating-by-person.ts';
import {burstBeforeReport} from './detectors/burst-before-report.ts';
import {dormantFundCash} from './detectors/dormant-fund-cash.ts';
import {duplicateAccount} from './detectors/duplicate-account.ts';
import {duplicateAddress} from './detectors/duplicate-address.ts';
import {duplicateNik} from './detectors/duplicate-nik.ts';
import {duplicatePhone} from './detectors/duplicate-phone.ts';
import {feeByHand} from './detectors/fee-by-hand.ts';
import {feeOffTariff} from './detectors/fee-off-tariff.ts';
import {firstDigits} from './detectors/first-digits.ts';
import {neverPaidFirst} from './detectors/never-paid-first.ts';
import {neverPaidShare} from './detectors/never-paid-share.ts';
import {officerInMany} from './detectors/officer-in-many.ts';
import {pengurusInMany} from './detectors/pengurus-in-many.ts';
import {principalNotRemitted} from './detectors/principal-not-remitted.ts';
import {receiptsVoided} from './detectors/receipts-voided.ts';
import {relatedPartyShare} from './detectors/related-party-share.ts';
import {reversalsByPerson} from './detectors/reversals-by-person.ts';
import {reversedAfterMonthEnd} from './detectors/reversed-after-month-end.ts';
import {roundPayments} from './detectors/round-payments.ts';
import {sameDayPayments} from './detectors/same-day-payments.ts';
import type {SqlDetector} from './sql.ts';

/** Every detector there is, in the order of the catalogue. */
export const detectors: readonly SqlDetector[] = [
	duplicateNik,
	duplicatePhone,
	duplicateAddress,
	duplicateAccount,
	neverPaidFirst,
	neverPaidShare,
	burstBeforeReport,
	sameDayPayments,
	roundPayments,
	relatedPartyShare,
	pengurusInMany,
	officerInMany,
	feeOffTariff,
	feeByHand,
	reversalsByPerson,
	backdatingByPerson,
	receiptsVoided,
	reversedAfterMonthEnd,
	principalNotRemitted,
	dormantFundCash,
	firstDigits,
];
