/** Why a file cannot be read as a table at all. */
export type FileFault =
	| 'empty'
	| 'old-excel'
	| 'encrypted'
	| 'html'
	| 'not-a-table'
	| 'damaged'
	| 'too-much-inside'
	| 'doctype'
	| 'encoding'
	| 'quote-open';

/** A file that is no table, or one that it would be unsafe to open. */
export class UnreadableFile extends Error {
	override readonly name = 'UnreadableFile';
	readonly fault: FileFault;
	/** What the sentence about it mentions. */
	readonly values: Readonly<Record<string, string>>;

	constructor(fault: FileFault, values: Readonly<Record<string, string>> = {}, cause?: unknown) {
		super(`The file cannot be read: ${fault}.`, cause === undefined ? undefined : {cause});
		this.fault = fault;
		this.values = values;
	}
}
