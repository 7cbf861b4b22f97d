import type {Actor} from '../kernel/actor.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {KelurahanCode, RegionCode} from '../kernel/region-code.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {Book, LedgerStore} from '../ledger/index.ts';
import type {Programme} from '../fund/index.ts';
import type {FundFacts} from './fund-health.ts';
import type {AccountTurnover} from './trial-balance.ts';

/** Up to which day, and as the books stood at which moment. */
export type Axes = {
	readonly asOf: LocalDate;
	/** Without it, as they stand now. */
	readonly knownAt?: Date;
};

export type ReportStore = {
	readonly turnovers: (book: Book, axes: Axes) => Promise<AccountTurnover[]>;
	readonly firstRecordedAt: (book: Book) => Promise<Date | undefined>;
	readonly fundFacts: (region: RegionCode | undefined, axes: Axes) => Promise<FundFacts[]>;
	/**
	 * The kelurahan to show: those of the region that the scope covers or that have an allocation.
	 */
	readonly kelurahan: (
		region: RegionCode | undefined,
		scope: CallerScope,
	) => Promise<KelurahanName[]>;
	readonly regionNames: (codes: readonly RegionCode[]) => Promise<Map<string, string>>;
};

export type KelurahanName = {readonly code: KelurahanCode; readonly name: string};

export type ReportWork = {
	readonly reports: ReportStore;
	readonly ledger: LedgerStore;
	readonly fund: {readonly listProgrammes: () => Promise<Programme[]>};
	readonly scope: CallerScope;
	readonly actor: Actor;
	readonly now: () => Date;
	readonly today: () => LocalDate;
};
