/**
 * How long a client likes to wait (RFC 7240, `Prefer`): with `respond-async` alone not at all, with
 * `wait` so many seconds, and without either as long as the service lets it.
 */
export type Preference = {readonly waitSeconds?: number; readonly isApplied: boolean};

/** How long a question to the database may take: of a report, and of what else is read. */
export type Patience = {readonly reportSeconds: number; readonly readSeconds: number};

/** Nobody is kept waiting longer, whatever they prefer. */
const waitMax = 60;

export function readPreference(header: string): Preference {
	const preferences = header.split(',').map((one) => one.trim().toLowerCase());
	const asked = preferences.map((one) => /^wait=(\d{1,6})$/u.exec(one)?.[1]).find(Boolean);
	const isLater = preferences.includes('respond-async');
	if (asked !== undefined) {
		return {waitSeconds: Math.min(Number.parseInt(asked, 10), waitMax), isApplied: isLater};
	}
	return isLater ? {waitSeconds: 0, isApplied: true} : {isApplied: false};
}
