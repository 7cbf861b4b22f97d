/** What `/metrics` says, as Prometheus reads it. */
export type Scrape = {
	/** The value of a sample such as `name{a="b"}`, whatever the order of its labels. */
	readonly value: (name: string, labels?: Readonly<Record<string, string>>) => number | undefined;
	/** Name, help and type of every metric. */
	readonly metrics: readonly {
		readonly name: string;
		readonly help: string;
		readonly type: string;
	}[];
};

export function readScrape(text: string): Scrape {
	const samples = new Map<string, number>();
	const helps = new Map<string, string>();
	const types = new Map<string, string>();
	for (const line of text.split('\n')) {
		const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/u.exec(line) ?? [];
		if (kind === 'HELP') helps.set(name, rest);
		if (kind === 'TYPE') types.set(name, rest);
		const [, sample, labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/u.exec(line) ?? [];
		if (sample !== undefined) samples.set(keyOf(sample, readLabels(labels)), toNumber(value));
	}
	return {
		value: (name, labels = {}) => samples.get(keyOf(name, labels)),
		metrics: [...helps].map(([name, help]) => ({name, help, type: types.get(name) ?? ''})),
	};
}

// Figures of JSON, and the one that is none.
const toNumber = (text: string): number =>
	text === 'Nan' ? Number.NaN : (JSON.parse(text) as number);

const readLabels = (text: string): Record<string, string> =>
	Object.fromEntries(
		[...text.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/gu)].map(([, name, value]) => [name!, value!]),
	);

const keyOf = (name: string, labels: Readonly<Record<string, string>>): string =>
	JSON.stringify([name, Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
