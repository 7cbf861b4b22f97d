// What is shown of a run: a table with the targets for people, one line of JSON for programs.
import type {Growth} from './growth.ts';
import type {Latency, Ratio} from './postings.ts';
import type {VerifiedBooks} from './verification.ts';

/** What was measured; what was not chosen is absent. */
export type Figures = {
	raw?: number;
	rawStatement?: number;
	spread?: Ratio;
	hot?: Ratio;
	batch?: Ratio;
	latency?: Latency;
	growth?: Growth;
	verification?: VerifiedBooks;
	memoryMb?: number;
	steal?: number;
};

/** The line of JSON: numbers, and null for what was not measured. */
export const figuresOf = (figures: Figures): Readonly<Record<string, number | null>> => ({
	spread: round(figures.spread?.ratio),
	hot: round(figures.hot?.ratio),
	batch: round(figures.batch?.ratio),
	p99Ms: round(figures.latency?.p99Ms),
	fsyncMs: round(figures.latency?.fsyncMs, 3),
	balanceGrowth: round(figures.growth?.balanceMs.ratio),
	trialBalanceGrowth: round(figures.growth?.trialBalanceMs.ratio),
	verifyLinesPerSecond: round(figures.verification?.linesPerSecond, 0),
	memoryMb: round(figures.memoryMb, 0),
	steal: round(figures.steal, 4),
});

const round = (value: number | undefined, digits = 2): number | null =>
	value === undefined ? null : Math.round(value * 10 ** digits) / 10 ** digits;

/** One row: what, its figure, its target with whether it was reached, and what it came from. */
type Row = readonly [what: string, figure: string, verdict: string, from: string];

/** The table, a line each. */
export function tableOf(figures: Figures): string[] {
	const rows = [
		...rawRows(figures),
		...ratioRow('spread', figures.spread, 2),
		...ratioRow('hot', figures.hot, 1.5),
		...ratioRow('batch', figures.batch, 0.4),
		...latencyRow(figures.latency),
		...growthRows(figures.growth),
		...verifyRow(figures.verification),
		...memoryRow(figures.memoryMb),
		...(figures.steal === undefined
			? []
			: [row('steal', `${(100 * figures.steal).toFixed(1)} %`, '', 'taken by the host')]),
	];
	const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]!.length)));
	return rows.map((cells) =>
		cells
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd(),
	);
}

const row = (...cells: Row): Row => cells;

const atLeast = (value: number, target: number): string =>
	`>= ${target}: ${value >= target ? 'reached' : 'MISSED'}`;
const atMost = (value: number, target: number, shown = String(target)): string =>
	`<= ${shown}: ${value <= target ? 'reached' : 'MISSED'}`;

const rawRows = ({raw, rawStatement}: Figures): Row[] => [
	...(raw === undefined ? [] : [row('raw', `${raw.toFixed(0)}/s`, '', 'the floor')]),
	...(rawStatement === undefined
		? []
		: [row('raw in one statement', `${rawStatement.toFixed(0)}/s`, '', 'for comparison')]),
];

const ratioRow = (name: string, ratio: Ratio | undefined, target: number): Row[] =>
	ratio === undefined
		? []
		: [
				row(
					name,
					`${ratio.ratio.toFixed(2)} x`,
					atLeast(ratio.ratio, target),
					`${ratio.perSecond.toFixed(0)}/s over ${ratio.floorPerSecond.toFixed(0)}/s; ` +
						`rounds ${ratio.ratios.map((one) => one.toFixed(2)).join(' ')}`,
				),
			];

function latencyRow(latency: Latency | undefined): Row[] {
	if (!latency) return [];
	const {p50Ms, p99Ms, maxMs, fsyncMs, perSecond} = latency;
	const target = 5 * fsyncMs + 20;
	return [
		row(
			'p99',
			`${p99Ms.toFixed(1)} ms`,
			atMost(p99Ms, target, `${target.toFixed(1)} ms`),
			`at ${perSecond.toFixed(0)}/s; fsync ${fsyncMs.toFixed(2)} ms, ` +
				`p50 ${p50Ms.toFixed(1)} ms, max ${maxMs.toFixed(0)} ms`,
		),
	];
}

const growthRows = (growth: Growth | undefined): Row[] =>
	growth === undefined
		? []
		: [
				['balance growth', growth.balanceMs] as const,
				['trial balance growth', growth.trialBalanceMs] as const,
			].map(([name, {small, large, ratio}]) =>
				row(
					name,
					`${ratio.toFixed(2)} x`,
					atMost(ratio, 1.5),
					`${large.toFixed(1)} ms over ${small.toFixed(1)} ms; ${growth.lines} lines`,
				),
			);

const verifyRow = (verified: VerifiedBooks | undefined): Row[] =>
	verified === undefined
		? []
		: [
				row(
					'verify',
					`${verified.linesPerSecond.toFixed(0)} lines/s`,
					atLeast(verified.linesPerSecond, 100_000),
					`${verified.entries} entries, ${verified.lines} lines, ${verified.breaches} breaches`,
				),
			];

const memoryRow = (memoryMb: number | undefined): Row[] =>
	memoryMb === undefined
		? []
		: [row('memory', `${memoryMb.toFixed(0)} MB`, atMost(memoryMb, 300, '300 MB'), 'at its peak')];
