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
			{to: '/petugas/impor', label: ({imports}) => imports.link, icon: 'upload'},
			{to: '/petugas/antrean', label: ({officer}) => officer.offline.link, icon: 'inbox'},
		],
		Pages: lazy(async () => ({default: (await import('../officer/pages.tsx')).OfficerPages})),
	},
	{
		root: 'penyelia',
		role: 'supervisor',
		links: [
			{to: '/penyelia', label: ({approvals}) => approvals.link, icon: 'inbox'},
			{
				to: '/penyelia/portofolio',
				label: ({supervisor}) => supervisor.portfolio.link,
				icon: 'health',
			},
			{
				to: '/penyelia/tutup-bulan',
				label: ({supervisor}) => supervisor.closing.link,
				icon: 'today',
			},
			{to: '/penyelia/anggota', label: ({officer}) => officer.members.link, icon: 'search'},
			{to: '/penyelia/kas', label: ({supervisor}) => supervisor.cash.link, icon: 'cash'},
			{to: '/penyelia/impor', label: ({imports}) => imports.link, icon: 'upload'},
			{to: '/penyelia/temuan', label: ({findings}) => findings.link, icon: 'shield'},
			{to: '/penyelia/laporan', label: ({reports}) => reports.link, icon: 'chart'},
			{to: '/penyelia/produk', label: ({products}) => products.link, icon: 'gear'},
		],
		Pages: lazy(async () => ({
			default: (await import('../supervisor/pages.tsx')).SupervisorPages,
		})),
	},
	{
		root: 'pengelola',
		role: 'fund-manager',
		links: [
			{to: '/pengelola', label: ({manager}) => manager.map.link, icon: 'map'},
			{to: '/pengelola/dana', label: ({manager}) => manager.funds.link, icon: 'cash'},
			{
				to: '/pengelola/rekonsiliasi',
				label: ({reconciliation}) => reconciliation.link,
				icon: 'data',
			},
			{to: '/pengelola/impor-dana', label: ({imports}) => imports.link, icon: 'upload'},
			{to: '/pengelola/temuan', label: ({findings}) => findings.link, icon: 'shield'},
			{to: '/pengelola/laporan', label: ({reports}) => reports.link, icon: 'chart'},
			{
				to: '/pengelola/penyisihan',
				label: ({manager}) => manager.provisions.link,
				icon: 'gear',
			},
			{to: '/pengelola/produk', label: ({products}) => products.link, icon: 'gear'},
		],
		Pages: lazy(async () => ({default: (await import('../manager/pages.tsx')).ManagerPages})),
	},
	{
		root: 'auditor',
		role: 'auditor',
		links: [
			{to: '/auditor', label: ({reports}) => reports.link, icon: 'chart'},
			{to: '/auditor/saldo', label: ({auditor}) => auditor.explain.link, icon: 'search'},
			{
				to: '/auditor/penyajian-ulang',
				label: ({auditor}) => auditor.restatement.link,
				icon: 'data',
			},
			{to: '/auditor/bukti', label: ({auditor}) => auditor.evidence.link, icon: 'shield'},
			{to: '/auditor/jejak', label: ({auditor}) => auditor.trail.link, icon: 'form'},
		],
		Pages: lazy(async () => ({default: (await import('../auditor/pages.tsx')).AuditorPages})),
	},
	{
		root: 'administrator',
		role: 'administrator',
		links: [
			{to: '/administrator', label: ({administrator}) => administrator.users.link, icon: 'group'},
			{
				to: '/administrator/kebijakan',
				label: ({administrator}) => administrator.policies.link,
				icon: 'gear',
			},
			{to: '/administrator/persetujuan', label: ({approvals}) => approvals.link, icon: 'inbox'},
			{to: '/administrator/jejak', label: ({auditor}) => auditor.trail.link, icon: 'form'},
		],
		Pages: lazy(async () => ({
			default: (await import('../administrator/pages.tsx')).AdministratorPages,
		})),
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
