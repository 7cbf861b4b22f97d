import {InvalidValue} from './errors.ts';

declare const localDateBrand: unique symbol;

/** A date of account, `YYYY-MM-DD`, without a time or a zone. Sorts and compares as text. */
export type LocalDate = string & {readonly [localDateBrand]: true};

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Whether a text is a day of the calendar between 1900 and 2199. */
export function isLocalDateText(text: string): boolean {
	const found = shape.exec(text);
	if (!found) return false;
	const [year, month, day] = found.slice(1).map((part) => Number.parseInt(part, 10)) as [
		number,
		number,
		number,
	];
	return (
		year >= 1900 &&
		year <= 2199 &&
		month >= 1 &&
		month <= 12 &&
		day >= 1 &&
		day <= monthLength(year, month)
	);
}

/**
 * The only way to make a LocalDate. @throws InvalidValue when the text is not a day of the
 * calendar.
 */
export function localDate(text: string): LocalDate {
	if (typeof text !== 'string' || !isLocalDateText(text)) {
		throw new InvalidValue('date', text, 'a day of the calendar as YYYY-MM-DD');
	}
	return text as LocalDate;
}

/** The days of a month, 1 to 12, by the Gregorian calendar. */
export const monthLength = (year: number, month: number): number =>
	new Date(Date.UTC(year, month, 0)).getUTCDate();

export const partsOf = (date: LocalDate): {year: number; month: number; day: number} => ({
	year: Number.parseInt(date.slice(0, 4), 10),
	month: Number.parseInt(date.slice(5, 7), 10),
	day: Number.parseInt(date.slice(8, 10), 10),
});

const fromParts = (year: number, month: number, day: number): LocalDate =>
	localDate(
		`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
	);

const toDays = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** The days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toDays(to) - toDays(from);

export const addDays = (date: LocalDate, days: number): LocalDate =>
	localDate(new Date((toDays(date) + days) * dayMs).toISOString().slice(0, 10));

/**
 * The date `months` later with the same day, or the month's last day where the month is shorter.
 * Always count from the first date, so that 31 January gives 28 February and then 31 March.
 */
export function addMonths(date: LocalDate, months: number, seedDay = partsOf(date).day): LocalDate {
	const {year, month} = partsOf(date);
	const index = year * 12 + (month - 1) + months;
	const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
	return fromParts(newYear, newMonth, Math.min(seedDay, monthLength(newYear, newMonth)));
}

export const startOfMonth = (date: LocalDate): LocalDate => localDate(`${date.slice(0, 7)}-01`);
export const endOfMonth = (date: LocalDate): LocalDate => {
	const {year, month} = partsOf(date);
	return fromParts(year, month, monthLength(year, month));
};

export const isBefore = (a: LocalDate, b: LocalDate): boolean => a < b;
export const isAfter = (a: LocalDate, b: LocalDate): boolean => a > b;
export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a <= b ? a : b);
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a >= b ? a : b);

/**
 * The calendar day of a moment in a time zone such as `Asia/Jakarta` (WIB, UTC+7, no summer time).
 */
export function localDateAt(moment: Date, timeZone: string): LocalDate {
	// No zone changes its day within a quarter of an hour that the clock in Greenwich marks.
	const quarter = Math.floor(moment.getTime() / quarterMs);
	const last = lastAsked.get(timeZone);
	if (last?.quarter === quarter) return last.date;
	const date = localDate(calendarOf(timeZone).format(moment));
	lastAsked.set(timeZone, {quarter, date});
	return date;
}

/** The last millisecond of a day in a time zone. */
export function endOfDay(date: LocalDate, timeZone: string): Date {
	// Found by halving, for only the calendar knows when a zone changes its day.
	let within = Math.floor(Date.parse(`${date}T00:00:00Z`) / quarterMs) - quartersOfDay;
	let after = within + 3 * quartersOfDay;
	while (after - within > 1) {
		const middle = Math.floor((within + after) / 2);
		if (localDateAt(new Date(middle * quarterMs), timeZone) <= date) within = middle;
		else after = middle;
	}
	return new Date(after * quarterMs - 1);
}

const quarterMs = 900_000;
const quartersOfDay = 96;
// The same day is asked for with every entry, and the calendar is slow to answer.
const lastAsked = new Map<string, {readonly quarter: number; readonly date: LocalDate}>();

const calendars = new Map<string, Intl.DateTimeFormat>();

// Making one costs a hundred times as much as using it.
function calendarOf(timeZone: string): Intl.DateTimeFormat {
	const known = calendars.get(timeZone);
	if (known) return known;
	const calendar = new Intl.DateTimeFormat('en-CA', {timeZone, dateStyle: 'short'});
	calendars.set(timeZone, calendar);
	return calendar;
}
