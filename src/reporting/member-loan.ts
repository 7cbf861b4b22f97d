import type {AllocationId, BookCode, LoanId} from '../kernel/ids.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';

/** A loan with whose it is. */
export type MemberLoan = {
	readonly book: BookCode;
	readonly loan: LoanId;
	readonly number: number;
	readonly akad: string;
	readonly fund: AllocationId;
	readonly kelurahan: KelurahanCode;
	readonly officer: string | undefined;
	readonly memberNumber: number;
	readonly memberName: string;
	/** Masked but for its last digits. */
	readonly phone: string | undefined;
};

/** A fund of which a report has a row. */
export type FundName = {
	readonly book: BookCode;
	readonly fund: AllocationId;
	readonly agreement: string;
	readonly kelurahan: KelurahanCode;
	readonly kelurahanName: string;
};
