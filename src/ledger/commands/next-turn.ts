/**
 * Waits for the event loop's next turn, in the middle of work that would otherwise hold it up, so
 * that what has come meanwhile is seen to.
 */
export const nextTurn = async (): Promise<void> =>
	new Promise((resolve) => {
		setImmediate(resolve);
	});
