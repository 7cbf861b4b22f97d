import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, ratioText, subtract} from '../kernel/money.ts';

/** The portfolio at the end of a day; what was written off and recovered, since the first day. */
export type MonthFacts = {
	readonly outstanding: Rupiah;
	readonly atRisk30: Rupiah;
	readonly atRisk90: Rupiah;
	readonly restructured: Rupiah;
	readonly atRisk30Restructured: Rupiah;
	readonly activeLoans: number;
	readonly writtenOffToDate: Rupiah;
	readonly recoveredToDate: Rupiah;
};

export type TrendRow = Omit<MonthFacts, 'writtenOffToDate' | 'recoveredToDate'> & {
	readonly on: LocalDate;
	/** In the month. */
	readonly writtenOff: Rupiah;
	readonly recovered: Rupiah;
	readonly par30: string | undefined;
	readonly par90: string | undefined;
	readonly par30Restructured: string | undefined;
};

const decimals = 4;

/** A row for every day but the first, which is what the second is compared with. */
export const buildTrend = (
	facts: readonly {readonly on: LocalDate; readonly facts: MonthFacts}[],
): TrendRow[] =>
	facts.slice(1).map(({on, facts: {writtenOffToDate, recoveredToDate, ...now}}, index) => {
		const before = facts[index]!.facts;
		return {
			...now,
			on,
			writtenOff: subtract(writtenOffToDate, before.writtenOffToDate),
			recovered: subtract(recoveredToDate, before.recoveredToDate),
			par30: ratioText(now.atRisk30, now.outstanding, decimals),
			par90: ratioText(now.atRisk90, now.outstanding, decimals),
			par30Restructured: ratioText(now.atRisk30Restructured, now.outstanding, decimals),
		};
	});
