/** What is told of a piece of work: names, codes and counts, never a value that somebody sent. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Where in a trace something stands; only who traces looks into it. */
export type Place = object;

export type Span = {
	readonly rename: (name: string) => void;
	readonly tell: (attributes: Attributes) => void;
	/** Says that it failed, by a code. */
	readonly fail: (code: string) => void;
};

export type About = {
	readonly name: string;
	readonly kind: 'server' | 'client' | 'internal';
	readonly attributes?: Attributes;
	/** Under what it stands; under what is under way without it. */
	readonly under?: Place | undefined;
	/** What else it is done for. */
	readonly alsoFor?: readonly Place[];
	/** The `traceparent` of who called us (W3C Trace Context). */
	readonly calledBy?: string;
};

/** To whom it is told what took how long within what. */
export type Tracing = {
	/** What is under way. */
	readonly here: () => Place | undefined;
	/** Runs a piece of work; what it does is told as a part of it. */
	readonly span: <T>(about: About, run: (span: Span) => Promise<T>) => Promise<T>;
	/** Runs what is no part of what is under way. */
	readonly apart: <T>(run: () => T) => T;
	/** Begins what ends by a call: with the code of its failure, or without. */
	readonly begin: (about: About) => (failure?: string) => void;
};

const silentSpan: Span = {
	rename: () => undefined,
	tell: () => undefined,
	fail: () => undefined,
};

/** Tells nobody. */
export const noTracing: Tracing = {
	here: () => undefined,
	span: (_, run) => run(silentSpan),
	apart: (run) => run(),
	begin: () => () => undefined,
};
