import type {Work} from '../compose.ts';
import {presentAnnex} from '../city/http/annex-contract.ts';
import {readAnnex} from '../city/index.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import type {BookCode} from '../kernel/ids.ts';
import {localDate} from '../kernel/local-date.ts';
import type {Axes} from '../reporting/index.ts';

type Rows = readonly Readonly<Record<string, string>>[];

/** The annex of a city's revolving fund: as JSON would have it, and flat with the totals last. */
export async function runAnnex(
	work: Work,
	axes: Axes,
	{book, from}: {readonly book?: string; readonly from?: string},
): Promise<{readonly json: unknown; readonly rows: Rows; readonly caption: string}> {
	if (book === undefined) {
		throw new StartupFailure("The report revolving-fund-annex needs --book, the city's.");
	}
	const question = {
		...axes,
		book: book as BookCode,
		...(from === undefined ? {} : {from: localDate(from)}),
	};
	const json = presentAnnex(work, question, await readAnnex(work, question), 'id');
	const {meta} = json;
	const rows = json.rows.map((row) => ({
		...Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
		...policyOf(meta),
	}));
	const total = {allocation: 'Jumlah', ...json.totals, ...policyOf(meta)};
	const head = `Daftar Dana Bergulir dan Penyisihan Dana Bergulir ${meta.from} - ${meta.asOf}`;
	return {json, rows: [...rows, total], caption: [head, meta.notice].filter(Boolean).join('. ')};
}

/** By which policy every row was rated, and that it is provisional, where a table is cut up. */
const policyOf = ({policies}: {readonly policies: readonly Policy[]}) => {
	const {code, version, status} = policies.at(-1)!;
	return {policy: `${code} v${version}${status === 'provisional' ? ' (kebijakan sementara)' : ''}`};
};

type Policy = {readonly code: string; readonly version: number; readonly status: string};
