/** How a sealed document names a paper: by its SHA-256, so that the hash chain holds it too. */
const mark = / sha256:([0-9a-f]{64})(?= |$)/gu;

/** What is sealed of papers is not typed by hand. */
export const isHashTyped = (document: string): boolean => document.includes('sha256:');

/** The document of an entry with the hashes of the papers that prove it, in their order. */
export const documentWith = (document: string, papers: readonly string[] = []): string =>
	[document, ...papers.map((sha256) => `sha256:${sha256}`)].join(' ');

/** The hashes of papers that a sealed document names. */
export const papersIn = (document: string): string[] =>
	[...document.matchAll(mark)].map(([, sha256]) => sha256!);
