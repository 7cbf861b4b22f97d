import {Unavailable} from '../kernel/errors.ts';

// What the driver and the system say when the server cannot be reached, is starting or is stopping
// (PostgreSQL, Appendix A: class 08, 53300, 57P01 to 57P03).
const codes = /^(08...|53300|57P0[123]|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
const sentences =
	/Connection terminated|Timeout acquiring a connection|connection timeout|not queryable/iu;

/** Runs what speaks to the database; where that cannot be reached, says so instead of failing. */
export async function orUnavailable<T>(run: () => Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		if (isUnreachable(error))
			throw new Unavailable('The database cannot be reached.', {cause: error});
		throw error;
	}
}

const isUnreachable = (error: unknown): boolean =>
	error instanceof Error &&
	(('code' in error && codes.test(String(error.code))) || sentences.test(error.message));
