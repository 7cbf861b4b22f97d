import type {z} from 'zod';
import {DomainError, type Finding} from '../kernel/errors.ts';
import {type FieldCode, fieldTexts} from './field-texts.ts';

/** What a schema found wrong with an input, as findings with our codes. */
export const toFindings = (
	root: string,
	input: unknown,
	issues: readonly z.core.$ZodIssue[],
): Finding[] => issues.flatMap((issue) => translate(root, input, issue));

/** The refusal of an input for all that is wrong with it; undefined when nothing is. */
export function refusalOf(findings: readonly Finding[]): DomainError | undefined {
	const [first, ...others] = findings;
	return first && new DomainError(first, fieldTexts[first.code as FieldCode], others);
}

/** Several refusals of one input as one, with the findings of all. */
export function allOf(refusals: readonly (DomainError | undefined)[]): DomainError | undefined {
	const [first, ...others] = refusals.filter((refusal) => refusal !== undefined);
	if (!first || others.length === 0) return first;
	const [finding, ...findings] = [first, ...others].flatMap((refusal) => refusal.findings);
	return new DomainError(finding!, first.text, findings);
}

function translate(root: string, input: unknown, issue: z.core.$ZodIssue): Finding[] {
	const path = pathOf(root, issue.path);
	const given = valueAt(input, issue.path);
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => found('field/unknown', pathOf(root, [...issue.path, key])));
		case 'invalid_type':
			if (given === undefined) return [found('field/missing', path)];
			if (isOurs(issue.message)) return [found(issue.message, path, shown(given))];
			return [found('field/wrong-type', path, {wanted: issue.expected, given: kindOf(given)})];
		case 'invalid_value':
			if (given === undefined) return [found('field/missing', path)];
			return [found('field/not-one-of', path, {options: issue.values.join(', '), ...shown(given)})];
		case 'too_big':
			return [found('field/too-many', path, {max: String(issue.maximum)})];
		case 'too_small':
			return [found('field/too-few', path, {min: String(issue.minimum)})];
		case 'custom':
			return [custom(issue, path)];
		default:
			return [found('field/invalid', path)];
	}
}

function custom(issue: z.core.$ZodIssueCustom, path: string): Finding {
	const {code, ...values} = (issue.params ?? {}) as Record<string, string>;
	return isOurs(code) ? found(code, path, values) : found('field/invalid', path);
}

const isOurs = (code: string | undefined): code is FieldCode =>
	code !== undefined && code in fieldTexts;

const found = (code: FieldCode, path: string, values: Record<string, string> = {}): Finding => ({
	code,
	path,
	values: {path, ...values},
});

const shown = (given: unknown): Record<string, string> =>
	typeof given === 'string' || typeof given === 'number' ? {value: String(given).slice(0, 80)} : {};

const kindOf = (given: unknown): string => {
	if (given === null) return 'null';
	return Array.isArray(given) ? 'array' : typeof given;
};

/** `body.lines[0].amount`; without a root, `lines[0].amount`. */
const pathOf = (root: string, parts: readonly PropertyKey[]): string =>
	parts.reduce<string>((path, part) => {
		if (typeof part === 'number') return `${path}[${part}]`;
		return path === '' ? String(part) : `${path}.${String(part)}`;
	}, root);

const valueAt = (input: unknown, parts: readonly PropertyKey[]): unknown =>
	parts.reduce<unknown>(
		(value, part) =>
			typeof value === 'object' && value !== null && Object.hasOwn(value, part)
				? (value as Record<PropertyKey, unknown>)[part]
				: undefined,
		input,
	);
