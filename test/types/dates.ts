// What must not compile about dates of account; nothing here is ever run.
import {
	type LocalDate,
	addMonths,
	daysBetween,
	isBefore,
	localDate,
	localDateAt,
} from '../../src/kernel/local-date.ts';

export function textAsDate(date: LocalDate): LocalDate {
	// @ts-expect-error A text is not a date before the kernel has read it.
	daysBetween('2026-01-01', date);
	// @ts-expect-error A text is not a date before the kernel has read it.
	addMonths('2026-01-31', 1);
	// @ts-expect-error A text cannot stand where a date is kept.
	return '2026-01-01';
}

export function momentAsDate(date: LocalDate, moment: Date): void {
	// @ts-expect-error A moment is not a date of account: that depends on the time zone.
	isBefore(date, moment);
	// @ts-expect-error A date is read from text, never from a moment.
	localDate(moment);
	// @ts-expect-error The day of a moment names its time zone.
	localDateAt(moment);
}
