import type {DomainError} from '../kernel/errors.ts';

/** A refusal for the breach of a named constraint, given PostgreSQL's own explanation. */
export type ConstraintRefusals = Readonly<Record<string, (explanation: string) => DomainError>>;

const refusals = new Map<string, (explanation: string) => DomainError>();

/**
 * Tells which refusal stands for which constraint. Each room's `db/` registers its own when it is
 * loaded, so that a law that only PostgreSQL could see is still answered with the room's code.
 */
export function registerConstraints(table: ConstraintRefusals): void {
	for (const [constraint, make] of Object.entries(table)) refusals.set(constraint, make);
}

/** The refusal that a database error stands for, or the error itself. */
export function toRefusal(error: unknown): unknown {
	if (!(error instanceof Error) || !('constraint' in error)) return error;
	const make = refusals.get(String(error.constraint));
	if (!make) return error;
	const refusal = make(error.message);
	refusal.cause = error;
	return refusal;
}
