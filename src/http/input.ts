import {z} from 'zod';
import type {Finding} from '../kernel/errors.ts';
import {toFindings} from './findings.ts';
import type {Route} from './route.ts';

/** The parts of a request as they came. */
export type RawParts = {
	readonly params: unknown;
	readonly query: unknown;
	readonly body: unknown;
};

// Made once: to make a schema takes longer than to check with it.
const nothing = z.strictObject({});
const noBody = nothing.optional();

/** The parts of a request as a route's schemas have them, and all that they do not let pass. */
export function checkParts<Work>(
	route: Route<Work>,
	parts: RawParts,
): RawParts & {readonly findings: readonly Finding[]} {
	const findings: Finding[] = [];
	const checked = (root: string, schema: z.ZodType, value: unknown): unknown => {
		const parsed = schema.safeParse(value);
		if (parsed.success) return parsed.data;
		findings.push(...toFindings(root, value, parsed.error.issues));
		return undefined;
	};
	return {
		params: checked('path', route.params ?? nothing, parts.params),
		query: checked('query', route.query ?? nothing, parts.query),
		body: checked('body', route.body ?? noBody, parts.body),
		findings,
	};
}
