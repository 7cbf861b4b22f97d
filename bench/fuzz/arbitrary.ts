// Values from the schemas of our own OpenAPI document: mostly such as a client would send, and now
// and then such as nobody should.
import fc from 'fast-check';

/** A JSON schema, as far as ours go. */
export type Schema = {
	readonly type?: string | readonly string[];
	readonly enum?: readonly unknown[];
	readonly const?: unknown;
	readonly anyOf?: readonly Schema[];
	readonly oneOf?: readonly Schema[];
	readonly allOf?: readonly Schema[];
	readonly items?: Schema;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly format?: string;
	readonly pattern?: string;
	readonly examples?: readonly unknown[];
	readonly minimum?: number;
	readonly maximum?: number;
};

/** What exists, by the name of the resource or of the field that names it. */
export type Pools = Readonly<Record<string, readonly string[]>>;

const hostileTexts = [
	'',
	' ',
	'\u0000',
	'\uD800',
	'\uFEFF',
	'​',
	"' or 1=1 --",
	'"; drop table lines; --',
	'=1+1',
	'../../etc/passwd',
	'<script>alert(1)</script>',
	'${7*7}',
	'__proto__',
	'constructor',
	'NaN',
	'1e400',
	'-1',
	'0x10',
	'９９',
	'2026-02-30',
	'0000-00-00',
	'99999-01-01',
	'9'.repeat(60),
	'a'.repeat(20_000),
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(...hostileTexts),
	fc.string({unit: 'binary', maxLength: 40}),
);

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
	hostileText,
	fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e300, 2 ** 53, [], {}, [[]], [null]),
	fc.jsonValue({maxDepth: 2}),
);

/** Of ten values nine fit the schema. */
export function valueOf(schema: Schema, pools: Pools, name = ''): fc.Arbitrary<unknown> {
	return fc.oneof(
		{weight: 12, arbitrary: fittingOf(schema, pools, name)},
		{weight: 1, arbitrary: hostileValue},
	);
}

function fittingOf(schema: Schema, pools: Pools, name: string): fc.Arbitrary<unknown> {
	if (schema.const !== undefined) return fc.constant(schema.const);
	if (schema.enum) return fc.constantFrom(...schema.enum);
	const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
	if (choices) return fc.oneof(...choices.map((choice) => fittingOf(choice, pools, name)));
	switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
		case 'object':
			return objectOf(schema, pools);
		case 'array':
			return fc.array(valueOf(schema.items ?? {}, pools, name), {minLength: 0, maxLength: 3});
		case 'integer':
		case 'number':
			return fc.integer({
				min: Math.max(schema.minimum ?? 0, -1000),
				max: Math.min(schema.maximum ?? 1000, 3000),
			});
		case 'boolean':
			return fc.boolean();
		case 'null':
			return fc.constant(null);
		default:
			return textOf(schema, pools, name);
	}
}

function objectOf({properties = {}, required = []}: Schema, pools: Pools): fc.Arbitrary<unknown> {
	const model = Object.fromEntries(
		Object.entries(properties).map(([name, held]) => [name, valueOf(held, pools, name)]),
	);
	const isRequired = (name: string): boolean => required.includes(name);
	const whole = fc.record(model, {requiredKeys: Object.keys(model).filter(isRequired)});
	const smuggling = fc
		.tuple(whole, fc.constantFrom('id', 'isAdmin', 'createdBy', '__proto__', 'x'), hostileValue)
		.map(([value, key, extra]) => Object.assign(JSON.parse('{}') as object, value, {[key]: extra}));
	return fc.oneof({weight: 15, arbitrary: whole}, {weight: 1, arbitrary: smuggling});
}

const dates = ['2026-03-31', '2026-03-01', '2026-02-28', '2025-12-31', '2026-04-15', '1999-01-01'];

function textOf({format, examples, pattern}: Schema, pools: Pools, name: string) {
	const known = pools[name] ?? (format === 'uuid' ? pools.ids : undefined);
	if (known && known.length > 0) return fc.constantFrom(...known);
	if (format === 'date') return fc.constantFrom(...dates);
	if (format === 'date-time')
		return fc.constantFrom('2026-03-31T17:00:00+07:00', '2027-01-01T00:00Z');
	if (format === 'uuid') return fc.uuid();
	const shown = (examples ?? []).filter((example) => typeof example === 'string');
	if (shown.length > 0) return fc.constantFrom(...shown);
	if (pattern?.includes('d{1,18}') === true) {
		return fc.constantFrom('1', '100000', '1250000.50', '0', '999999999999999999');
	}
	return fc.constantFrom('Uji coba', 'x', 'KW-1', 'BA-7');
}
