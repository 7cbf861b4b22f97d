// Answers of which a page knows no more than that they are JSON.
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = {readonly [key: string]: Json};

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of values that may be anything; none where there is no list. */
export const listOf = (value: unknown): readonly Json[] =>
	Array.isArray(value) ? (value as readonly Json[]) : [];

/** A value as text, where it is a text or a number; nothing of what it is else. */
export const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';
