import type {components} from './schema.d.ts';

export type Problem = components['schemas']['Problem'];

/** What the service refused, with all that it found. */
export class Refused extends Error {
	override readonly name = 'Refused';
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.detail);
		this.problem = problem;
	}
}

/** The service could not be asked: there is no network, or nobody answers. */
export class Unreachable extends Error {
	override readonly name = 'Unreachable';
}

const isProblem = (body: unknown): body is Problem =>
	typeof body === 'object' && body !== null && 'code' in body && 'findings' in body;

/** What was answered instead of what was asked for; a proxy before us may answer something else. */
export function refusedBy(body: unknown, status: number): Error {
	if (isProblem(body)) return new Refused(body);
	return new Unreachable(`The answer was ${String(status)} and is none of ours.`);
}

/**
 * The findings about one field of what was sent, by its name there: `amount`, `rows[0].amount`. The
 * service names the field as scripts know it; people know it by the label that stands above it.
 */
export function findingsOf(error: unknown, field: string, label?: string): string | undefined {
	if (!(error instanceof Refused)) return undefined;
	const messages = error.problem.findings
		.filter(({path}) => bare(path) === field)
		.map(({path, message}) =>
			label === undefined ? message : message.replace(path, `“${label}”`),
		);
	return messages.length === 0 ? undefined : messages.join(' ');
}

/** What was found that no field of a form shows. */
export function otherFindings(error: unknown, fields: readonly string[]): string[] {
	if (!(error instanceof Refused)) return [];
	return error.problem.findings
		.filter(({path}) => !fields.includes(bare(path)))
		.map(({message}) => message);
}

const bare = (path: string): string => path.replace(/^(?:body|query|params)\./u, '');
