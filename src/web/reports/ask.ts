import {useQuery} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {type JsonObject, isObject, listOf} from '../api/json.ts';
import {readAddress, readFileAt} from '../api/raw.ts';
import type {operations} from '../api/schema.d.ts';
import {pageLimit} from '../api/pages.ts';

type Catalogue = operations['get-v1-reports']['responses'][200]['content']['application/json'];
export type Catalogued = Catalogue['items'][number];
export type Format = Catalogued['formats'][number];

type Jobs = operations['get-v1-report-jobs-id']['responses'][200]['content']['application/json'];

/** The reports that there are, as the service names them. */
export const useCatalogue = () =>
	useQuery({
		queryKey: ['reports'],
		queryFn: async () => (await answerOf(api.GET('/v1/reports'))).items,
		staleTime: 600_000,
	});

/** A report that takes so long that it is made apart. */
const isJob = (answer: unknown): answer is Jobs =>
	isObject(answer) && 'progress' in answer && 'status' in answer && 'id' in answer;

/** A report that was being made and was not finished; why, in the words of the service. */
export class Unfinished extends Error {
	override readonly name = 'Unfinished';
}

const pollMs = 700;
const ended: readonly string[] = ['done', 'failed', 'cancelled', 'expired'];

/** Waits until a report is made. @throws Unfinished. */
async function whenMade(job: Jobs, onProgress: (percent: number) => void): Promise<string> {
	let now = job;
	while (!ended.includes(now.status)) {
		onProgress(now.progress);
		await new Promise((resolve) => {
			setTimeout(resolve, pollMs);
		});
		const params = {path: {id: job.id}};
		now = await answerOf(api.GET('/v1/report-jobs/{id}', {params}));
	}
	if (now.file === null) throw new Unfinished(now.failure ?? now.status);
	return now.file.href;
}

/** A report's answer, however long it takes. @throws Refused, Unreachable, Unfinished. */
export async function askReport(
	address: string,
	onProgress: (percent: number) => void = () => undefined,
): Promise<JsonObject> {
	const answer = await readAddress(address);
	const body = isJob(answer) ? await readAddress(await whenMade(answer, onProgress)) : answer;
	if (!isObject(body)) throw new Error(`${address} answered no report.`);
	return body;
}

/** A report with all its pages. */
export async function askWhole(address: string): Promise<JsonObject> {
	const first = await askReport(address);
	const rows = Array.isArray(first.rows) ? [...listOf(first.rows)] : undefined;
	let cursor = first.nextCursor;
	while (rows !== undefined && typeof cursor === 'string') {
		const page = await askReport(withQuery(address, {cursor}));
		rows.push(...listOf(page.rows));
		cursor = page.nextCursor;
	}
	return rows === undefined ? first : {...first, rows};
}

/** An address with more in its question. */
export function withQuery(address: string, more: Readonly<Record<string, string>>): string {
	const [path = '', query] = address.split('?');
	const params = new URLSearchParams(query);
	for (const [name, value] of Object.entries(more)) params.set(name, value);
	const text = params.toString();
	return text === '' ? path : `${path}?${text}`;
}

/** Makes a report as a file and hands it to whoever asked. */
export async function download(address: string, name: string): Promise<void> {
	const answered = await readFileAt(address);
	let {file} = answered;
	if (answered.status === 202) {
		const job: unknown = JSON.parse(await file.text());
		if (!isJob(job)) throw new Error(`${address} answered no job.`);
		({file} = await readFileAt(await whenMade(job, () => undefined)));
	}
	const anchor = document.createElement('a');
	anchor.href = URL.createObjectURL(file);
	anchor.download = name;
	anchor.click();
	URL.revokeObjectURL(anchor.href);
}

type Books = operations['get-v1-books']['responses'][200]['content']['application/json'];
export type Book = Books['items'][number];

/** The books within one's scope. */
export const useBooks = () =>
	useQuery({
		queryKey: ['books'],
		queryFn: async () => (await answerOf(api.GET('/v1/books'))).items,
		staleTime: 600_000,
	});

/** The agreements within one's scope. */
export const useAllocations = (isWanted = true) =>
	useQuery({
		queryKey: ['allocations'],
		enabled: isWanted,
		queryFn: async () => {
			const params = {query: {limit: pageLimit}};
			return (await answerOf(api.GET('/v1/allocations', {params}))).items;
		},
		staleTime: 300_000,
	});
