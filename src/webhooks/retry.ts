/** How many attempts are made before a message is a dead letter, and again when it is sent anew. */
export const attemptsMax = 10;

/** No attempt takes longer than this; until then nobody else tries. */
export const leaseMs = 60_000;

const firstDelayMs = 5000;
const delayMsMax = 6 * 3_600_000;

/** When what was not taken is sent again: three times later each time, six hours at most. */
export const nextAttemptAt = (attempts: number, now: Date): Date =>
	new Date(now.getTime() + Math.min(firstDelayMs * 3 ** (attempts - 1), delayMsMax));
