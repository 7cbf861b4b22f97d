/**
 * Waits for the event loop's next turn, so that what has come meanwhile is seen to: in the middle of
 * work that would otherwise hold it up.
 */
export const nextTurn = async (): Promise<void> =>
	new Promise((resolve) => {
		setImmediate(resolve);
	});
