// Without a network the device's clock is the only one there is. The service judges the day when it
// hears of it, and refuses one that has not come.

/** Today by the device, as a date of account. */
export function deviceToday(): string {
	const now = new Date();
	const two = (part: number): string => String(part).padStart(2, '0');
	return [String(now.getFullYear()), two(now.getMonth() + 1), two(now.getDate())].join('-');
}

/** This moment by the device. */
export const deviceNow = (): string => new Date().toISOString();
