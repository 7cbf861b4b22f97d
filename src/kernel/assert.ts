/** A promise of our own code was broken. It becomes a fault of the service, never of the caller. */
export class BrokenPromise extends Error {
	override readonly name = 'BrokenPromise';
}

/** States what must hold here whatever the input was. */
export function assert(condition: unknown, promise: string): asserts condition {
	if (!condition) throw new BrokenPromise(promise);
}
