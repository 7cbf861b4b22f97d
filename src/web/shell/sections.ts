import {type ComponentType, type LazyExoticComponent, lazy} from 'react';
import type {Permission, Role} from '../api/me.ts';
import type {Texts} from '../texts/id.ts';
import type {IconName} from './icons.tsx';

export type SectionLink = {
	/** The whole address. */
	readonly to: string;
	readonly label: (texts: Texts) => string;
	readonly icon: IconName;
	/** Who sees it; whoever sees the section without one. */
	readonly needs?: Permission;
};

/** The pages of a role, loaded when somebody goes there. */
export type Section = {
	/** The first part of its addresses; the service knows it as well (`appSections`). */
	readonly root: string;
	/** Whose it is; everybody's, also strangers', without one. */
	readonly role?: Role;
	readonly links: readonly SectionLink[];
	readonly Pages: LazyExoticComponent<ComponentType>;
};

/** Where a role begins is its first link; a person of several roles has the links of all. */
export const sections: readonly Section[] = [
	{
		root: 'petugas',
		role: 'officer',
		links: [
			{to: '/petugas', label: ({officer}) => officer.today.link, icon: 'today'},
			{to: '/petugas/anggota', label: ({officer}) => officer.members.link, icon: 'search'},
			{to: '/petugas/kelompok', label: ({officer}) => officer.groups.link, icon: 'group'},
			{to: '/petugas/pengajuan', label: ({officer}) => officer.application.link, icon: 'form'},
			{to: '/petugas/kas', label: ({officer}) => officer.cash.link, icon: 'cash'},
			{to: '/petugas/antrean', label: ({officer}) => officer.offline.link, icon: 'inbox'},
		],
		Pages: lazy(async () => ({default: (await import('../officer/pages.tsx')).OfficerPages})),
	},
	{
		root: 'publik',
		links: [
			{to: '/publik', label: ({people}) => people.health.link, icon: 'health'},
			{to: '/publik/data', label: ({people}) => people.data.link, icon: 'data'},
		],
		Pages: lazy(async () => ({default: (await import('../public/pages.tsx')).PublicPages})),
	},
];

/** The sections of somebody's roles, in the order of the list. */
export const sectionsOf = (roles: readonly Role[]): Section[] =>
	sections.filter(({role}) => role !== undefined && roles.includes(role));
