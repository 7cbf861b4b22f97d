import {queryOptions} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {allItems} from '../api/pages.ts';
import type {Door} from './door.ts';
import type {Import, Status} from './imported.ts';

/** What somebody works on at the service: it changes by itself. */
const busy: readonly Status[] = ['waiting', 'checking', 'approved', 'undoing'];

export const isBusy = ({status}: Pick<Import, 'status'>): boolean => busy.includes(status);

const askAgainMs = 1000;
/** What waits for somebody else changes less often. */
const lookAgainMs = 5000;

export const importsKey = ['imports'] as const;

export const listQuery = (door: Door, book: string) =>
	queryOptions({
		queryKey: [...importsKey, door.list, book],
		queryFn: async () =>
			allItems(async (cursor) => {
				const query = {limit: '1000', ...(cursor === undefined ? {} : {cursor})};
				return answerOf(api.GET(door.list, {params: {path: {book}, query}}));
			}),
		refetchInterval: ({state: {data}}) => (data?.some(isBusy) ? lookAgainMs : false),
	});

/** One import, asked for again for as long as it is worked on. */
export const importQuery = (door: Door, book: string, id: string) =>
	queryOptions({
		queryKey: [...importsKey, book, id],
		queryFn: async () => answerOf(api.GET(door.one, {params: {path: {book, import: id}}})),
		refetchInterval: ({state: {data}}) => {
			if (data && isBusy(data)) return askAgainMs;
			return data?.status === 'ready' ? lookAgainMs : false;
		},
	});

export const findingsQuery = (door: Door, book: string, id: string) =>
	queryOptions({
		queryKey: [...importsKey, book, id, 'findings'],
		queryFn: async () =>
			allItems(async (cursor) => {
				const query = {limit: '1000', ...(cursor === undefined ? {} : {cursor})};
				const params = {path: {book, import: id}, query};
				return answerOf(api.GET(`${door.one}/findings`, {params}));
			}),
	});

/** A file as base64, as the service takes it. */
export async function base64Of(file: File): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => {
			const address = typeof reader.result === 'string' ? reader.result : '';
			resolve(address.slice(address.indexOf(',') + 1));
		});
		reader.addEventListener('error', () => {
			reject(reader.error ?? new Error('The file cannot be read.'));
		});
		reader.readAsDataURL(file);
	});
}
