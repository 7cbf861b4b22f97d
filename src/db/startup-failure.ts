/** Why the program cannot start: one sentence for whoever started it. The command exits with 1. */
export class StartupFailure extends Error {
	override readonly name = 'StartupFailure';
}
