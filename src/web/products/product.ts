import type {operations} from '../api/schema.d.ts';

type List =
	operations['get-v1-cooperatives-book-products']['responses'][200]['content']['application/json'];

/** One version of what a cooperative lends. */
export type Product = List['items'][number];

/** By what a version is known. */
export const versionOf = ({code, version}: Product): string => `${code} ${String(version)}`;
