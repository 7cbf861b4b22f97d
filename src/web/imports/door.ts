import type {Permission} from '../api/me.ts';
import {useBase} from '../shell/base.ts';
import type {Kind} from './imported.ts';

/**
 * By which addresses imports are asked for and who may do what: a cooperative's own, or what the
 * city brings in of one. What is asked and answered is the same, and so are its types.
 */
export type Door = {
	readonly isCity: boolean;
	/** Under which address of a section its pages are. */
	readonly page: string;
	readonly kinds: readonly [Kind, ...Kind[]];
	readonly list: '/v1/books/{book}/imports';
	readonly one: '/v1/books/{book}/imports/{import}';
	readonly templates: string;
	readonly permissions: Readonly<Record<'upload' | 'approve' | 'undo', Permission>>;
};

const cooperative: Door = {
	isCity: false,
	page: 'impor',
	kinds: ['members', 'opening-balances', 'loans', 'savings', 'groups', 'collections'],
	list: '/v1/books/{book}/imports',
	one: '/v1/books/{book}/imports/{import}',
	templates: 'import-templates',
	permissions: {upload: 'import:upload', approve: 'import:approve', undo: 'import:undo'},
};

const city: Door = {
	isCity: true,
	page: 'impor-dana',
	kinds: ['allocations'],
	list: '/v1/books/{book}/allocation-imports' as '/v1/books/{book}/imports',
	one: '/v1/books/{book}/allocation-imports/{import}' as '/v1/books/{book}/imports/{import}',
	templates: 'allocation-import-templates',
	permissions: {
		upload: 'allocation:import',
		approve: 'allocation:import-approve',
		undo: 'allocation:import-approve',
	},
};

/** The door of the section in which one works. */
export const useDoor = (): Door => (useBase() === '/pengelola' ? city : cooperative);
