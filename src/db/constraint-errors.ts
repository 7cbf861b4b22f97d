import type {DomainError} from '../kernel/errors.ts';

/**
 * Which refusal stands for the breach of which named constraint; each is given PostgreSQL's own
 * explanation. Each room's `db/` has its table, so that a law that only PostgreSQL could see (two
 * writers at once) is still answered with the room's code.
 */
export type ConstraintRefusals = Readonly<Record<string, (explanation: string) => DomainError>>;

/** The refusal that a database error stands for, or the error itself. */
export function toRefusal(error: unknown, refusals: ConstraintRefusals): unknown {
	if (!(error instanceof Error) || !('constraint' in error)) return error;
	const make = refusals[String(error.constraint)];
	if (!make) return error;
	const refusal = make(error.message);
	refusal.cause = error;
	return refusal;
}
