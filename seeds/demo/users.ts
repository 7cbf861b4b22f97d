import type {Role} from '../../src/identity/index.ts';

/** A user of the demo. Its password is no secret: the demo listens on this machine alone. */
export type DemoUser = {
	readonly name: string;
	readonly password: string;
	readonly role: Role;
	readonly scope: string;
};

/** One of each role; the officer and the supervisor are those of the first cooperative. */
export const demoUsers = (firstCooperative: string, city: string): DemoUser[] => [
	{name: 'admin', password: 'kunci-ruang-arsip-lantai-3', role: 'administrator', scope: 'all'},
	{name: 'pengelola', password: 'gelombang-senja-pantai-77', role: 'fund-manager', scope: city},
	{name: 'auditor', password: 'lensa-tajam-meja-hijau-52', role: 'auditor', scope: city},
	{
		name: 'penyelia',
		password: 'jembatan-kayu-hujan-reda-18',
		role: 'supervisor',
		scope: firstCooperative,
	},
	{
		name: 'petugas',
		password: 'payung-biru-lapak-sayur-64',
		role: 'officer',
		scope: firstCooperative,
	},
];
