/** Why the program cannot start: one sentence for whoever started it. The command exits with 1. */
export class StartupFailure extends Error {
	override readonly name = 'StartupFailure';
	/** What stands in the way, for whoever reads it by a script; undefined where nobody does. */
	readonly code: string | undefined;

	constructor(
		message: string,
		{code, cause}: {readonly code?: string; readonly cause?: unknown} = {},
	) {
		super(message, cause === undefined ? undefined : {cause});
		this.code = code;
	}
}
