import type {Tracing} from '../kernel/tracing.ts';
import {verbOf, withoutValues} from './sql-text.ts';

/** A connection of the driver, as far as we look at it. */
export type Queryable = {query: (...parameters: unknown[]) => unknown};

/**
 * Lets every statement of a connection be told, as a part of what asked for it; what is asked by
 * nobody whose work is told is not told either. Values are never told.
 */
export function observeConnection(connection: Queryable, tracing: Tracing): void {
	const query = connection.query.bind(connection);
	connection.query = (...parameters) => {
		const sql = sqlOf(parameters[0]);
		if (sql === undefined || tracing.here() === undefined) return query(...parameters);
		const verb = verbOf(sql);
		const text = withoutValues(sql);
		const end = tracing.begin({
			name: `sql ${verb}`,
			kind: 'client',
			attributes: {
				'db.system.name': 'postgresql',
				'db.operation.name': verb,
				...(text === undefined ? {} : {'db.query.text': text}),
			},
		});
		const last = parameters.at(-1);
		if (typeof last === 'function') {
			const ended = (error: unknown, ...rest: unknown[]): unknown => {
				end(failureOf(error));
				return (last as (...values: unknown[]) => unknown)(error, ...rest);
			};
			return query(...parameters.slice(0, -1), ended);
		}
		const asked = query(...parameters);
		if (asked instanceof Promise) {
			asked.then(
				() => {
					end();
				},
				(error: unknown) => {
					end(failureOf(error));
				},
			);
			return asked;
		}
		// A cursor or a copy, read piece by piece by whoever asked: told as what was begun.
		end();
		return asked;
	};
}

function sqlOf(asked: unknown): string | undefined {
	if (typeof asked === 'string') return asked;
	const {text} = (asked ?? {}) as {text?: unknown};
	return typeof text === 'string' ? text : undefined;
}

/** PostgreSQL's code; its message quotes values. */
function failureOf(error: unknown): string | undefined {
	if (error === null || error === undefined) return undefined;
	const {code} = error as {code?: unknown};
	return typeof code === 'string' ? code : 'unknown';
}
