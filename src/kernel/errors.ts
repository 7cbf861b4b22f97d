/**
 * What is wrong with one value of an input: where it stands, what it is, and what would be right.
 */
export type Finding = {
	/** The stable code of the fault, such as `amount/not-positive`. */
	readonly code: string;
	/** Where the value stands, such as `body.lines[0].amount`. */
	readonly path: string;
	/** The values that the sentence mentions. */
	readonly values: Readonly<Record<string, string>>;
};

/** The sentence of a refusal in both languages, with `{name}` where a value stands. */
export type RefusalText = {readonly id: string; readonly en: string};
export type RefusalTexts = Readonly<Record<string, RefusalText>>;
export type Language = keyof RefusalText;

/**
 * A refused operation: the caller asked for what a rule forbids. The throw rolls the transaction
 * back; the edge turns the code into a status and a sentence.
 */
export class DomainError extends Error {
	readonly code: string;
	readonly findings: readonly Finding[];
	readonly text: RefusalText;

	constructor(
		finding: Finding,
		text: RefusalText,
		others: readonly Finding[] = [],
		cause?: unknown,
	) {
		super(fill(text.en, finding.values), cause === undefined ? undefined : {cause});
		this.name = 'DomainError';
		this.code = finding.code;
		this.findings = [finding, ...others];
		this.text = text;
	}

	/** The sentence in a language, with its values filled in. */
	sentence(language: Language): string {
		return fill(this.text[language], this.findings[0]!.values);
	}
}

/** Puts the values into a sentence's `{name}` places. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
	sentence.replace(/\{(\w+)\}/gu, (place, name: string) => values[name] ?? place);

/**
 * A function that makes a room's refusals from its table of texts; a code outside the table does
 * not compile.
 */
export const refuser =
	<Texts extends RefusalTexts>(texts: Texts) =>
	(
		code: keyof Texts & string,
		values: Readonly<Record<string, string>> = {},
		path = '',
	): DomainError =>
		new DomainError({code, path, values}, texts[code]!);

/** A fault whose code is one of a room's table of texts. */
export type FindingOf<Texts extends RefusalTexts> = Finding & {readonly code: keyof Texts & string};

/** As {@link refuser}, for all the faults that were found at once; none of them is no refusal. */
export const allRefuser =
	<Texts extends RefusalTexts>(texts: Texts) =>
	(faults: readonly FindingOf<Texts>[]): void => {
		const [first, ...others] = faults;
		if (first) throw new DomainError(first, texts[first.code]!, others);
	};

/** Text that is not a value of the wanted kind, met where no schema had checked it. */
export class InvalidValue extends Error {
	readonly kind: string;
	readonly wanted: string;

	constructor(kind: string, value: unknown, wanted: string) {
		super(`The ${kind} ${JSON.stringify(value)} is not valid; it must be ${wanted}.`);
		this.name = 'InvalidValue';
		this.kind = kind;
		this.wanted = wanted;
	}
}

/** Something that we depend on cannot be reached at the moment; trying again later may help. */
export class Unavailable extends Error {
	override readonly name = 'Unavailable';
}

/** A question to the database took longer than was waited for; nothing was written. */
export class TookTooLong extends Error {
	override readonly name = 'TookTooLong';
}
