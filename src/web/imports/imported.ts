import type {Answered} from '../api/answered.ts';

/** One upload and what became of it, as the service answers it. */
export type Import = Answered<'get-v1-books-book-imports-import'>;
export type Finding = Answered<'get-v1-books-book-imports-import-findings'>['items'][number];
export type Kind = Import['kind'];
export type Status = Import['status'];
