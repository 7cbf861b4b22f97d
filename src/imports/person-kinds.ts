import type {Column} from './column.ts';
import {day, memberName, memberNumber, required} from './common-columns.ts';
import type {KindDefinition} from './kind.ts';

/** Who is a member. */
export const members: KindDefinition = {
	kind: 'members',
	title: 'Anggota',
	rowsMax: 100_000,
	sheets: [
		{
			key: 'members',
			name: 'Anggota',
			isRequired: true,
			columns: [
				{
					key: 'nik',
					name: 'NIK',
					kind: 'nik',
					...required,
					isPrivate: true,
					example: '1771014103850001',
					note: 'Enam belas angka dari KTP; kolom ini berformat Teks.',
				},
				{
					key: 'name',
					name: 'Nama',
					kind: 'text',
					...required,
					max: 120,
					example: 'Siti Rahma',
					note: 'Seperti pada KTP.',
				},
				{
					key: 'kelurahan',
					name: 'Kelurahan',
					kind: 'code',
					...required,
					shape: /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/u,
					list: 'kelurahan',
					example: '17.71.01.1001',
					note: 'Kode resmi kelurahan (lembar Rujukan).',
				},
				{
					key: 'address',
					name: 'Alamat',
					kind: 'text',
					...required,
					max: 200,
					isPrivate: true,
					example: 'Jl. Melati 4 RT 02',
					note: 'Tanpa nama kelurahan.',
				},
				{
					key: 'phone',
					name: 'Telepon',
					kind: 'phone',
					max: 20,
					isPrivate: true,
					example: '0812 3456 7890',
					note: 'Boleh kosong; kolom ini berformat Teks.',
				},
				{
					key: 'business',
					name: 'Usaha',
					kind: 'text',
					max: 120,
					example: 'Warung kelontong',
					note: 'Boleh kosong; bila diisi, isi juga bidangnya.',
				},
				{
					key: 'sector',
					name: 'Bidang usaha',
					kind: 'choice',
					choices: {
						Pertanian: 'farming',
						Perikanan: 'fishery',
						Perdagangan: 'trade',
						Makanan: 'food',
						Kerajinan: 'crafts',
						Jasa: 'services',
						Angkutan: 'transport',
						Lainnya: 'other',
					},
					example: 'Perdagangan',
					note: 'Pilih dari daftar.',
				},
				day('joinedOn', 'Tanggal masuk', 'Sejak kapan menjadi anggota.'),
			],
		},
	],
};

const groupName: Column = {
	key: 'group',
	name: 'Nama kelompok',
	kind: 'text',
	...required,
	max: 80,
	example: 'Mawar 1',
	note: 'Sama di kedua lembar.',
};

/** Groups that answer together, and who is in them. */
export const groups: KindDefinition = {
	kind: 'groups',
	title: 'Kelompok',
	rowsMax: 20_000,
	sheets: [
		{
			key: 'groups',
			name: 'Kelompok',
			isRequired: false,
			columns: [
				groupName,
				day('formedOn', 'Tanggal dibentuk', 'Sejak kapan kelompok ada.'),
				{
					key: 'meetingDay',
					name: 'Hari pertemuan',
					kind: 'choice',
					choices: {
						Senin: '1',
						Selasa: '2',
						Rabu: '3',
						Kamis: '4',
						Jumat: '5',
						Sabtu: '6',
						Minggu: '7',
					},
					example: 'Senin',
					note: 'Boleh kosong.',
				},
				{
					key: 'meetingPlace',
					name: 'Tempat pertemuan',
					kind: 'text',
					max: 120,
					example: 'Balai RW 3',
					note: 'Boleh kosong.',
				},
			],
		},
		{
			key: 'memberships',
			name: 'Anggota kelompok',
			isRequired: false,
			columns: [
				groupName,
				memberNumber,
				memberName,
				day('joinedOn', 'Tanggal bergabung', 'Sejak kapan dalam kelompok.'),
				{
					key: 'office',
					name: 'Jabatan',
					kind: 'choice',
					choices: {Ketua: 'ketua', Sekretaris: 'sekretaris', Bendahara: 'bendahara'},
					example: 'Ketua',
					note: 'Boleh kosong.',
				},
			],
		},
	],
};
