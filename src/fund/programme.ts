import type {BookCode, ProgrammeId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Rate} from '../kernel/rate.ts';

/** The terms on which a city lends to cooperatives, with their legal basis. */
export type Programme = {
	readonly id: ProgrammeId;
	readonly code: string;
	readonly name: string;
	/** The city's book, in which every allocation has its mirror. */
	readonly cityBook: BookCode;
	/** The most that one kelurahan is allocated, in rupiah. */
	readonly ceilingPerKelurahan: Rupiah;
	readonly tenorMonths: number;
	/** Months before the first principal falls due to the city. */
	readonly graceMonths: number;
	/** Days within which principal collected from members is to be remitted. */
	readonly remittanceDays: number;
	/** Into how many tranches an allocation may be divided; any number without one. */
	readonly tranchesMax?: number;
	/** The sanction: principal overdue to the city by more days stops further tranches. */
	readonly overdueDaysMax?: number;
	/** What of the income that the fund earns is the city's: a part from 0 to 1. */
	readonly cityShare: Rate;
	readonly legalBasis: string;
	/** `provisional`: only remembered, to be checked against the official text. */
	readonly status: 'found' | 'provisional';
	readonly effectiveFrom: LocalDate;
};
