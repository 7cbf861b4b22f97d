import {amount, day, required} from './common-columns.ts';
import type {Column} from './column.ts';
import type {KindDefinition} from './kind.ts';

const agreement: Column = {
	key: 'agreement',
	name: 'No. perjanjian',
	kind: 'code',
	...required,
	max: 60,
	example: 'PKS/001/BLUD',
	note: 'Nomor perjanjian dana bergulir; sama di kedua lembar.',
};

/** What the city allocated to a cooperative's kelurahan, with the tranches that it paid. */
export const allocations: KindDefinition = {
	kind: 'allocations',
	title: 'Alokasi dana',
	rowsMax: 1000,
	sheets: [
		{
			key: 'allocations',
			name: 'Alokasi',
			isRequired: false,
			columns: [
				agreement,
				{
					key: 'programme',
					name: 'Program',
					kind: 'code',
					...required,
					max: 40,
					list: 'programmes',
					example: 'SAMISAKE',
					note: 'Kode program (lembar Rujukan).',
				},
				{
					key: 'kelurahan',
					name: 'Kelurahan',
					kind: 'code',
					...required,
					shape: /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/u,
					list: 'kelurahan',
					example: '17.71.01.1001',
					note: 'Kode resmi kelurahan yang mendapat dana (lembar Rujukan).',
				},
				day('agreedOn', 'Tanggal perjanjian', 'Saat perjanjian ditandatangani.'),
				{...amount, name: 'Pagu', example: '1.000.000.000', note: 'Pagu menurut perjanjian.'},
				{
					key: 'tenor',
					name: 'Jangka waktu',
					kind: 'count',
					max: 600,
					example: '84',
					note: 'Dalam bulan; kosong berarti menurut program.',
				},
				{
					key: 'grace',
					name: 'Masa tenggang',
					kind: 'count',
					max: 600,
					example: '24',
					note: 'Dalam bulan, lebih pendek dari jangka waktu; kosong berarti menurut program.',
				},
			],
		},
		{
			key: 'tranches',
			name: 'Tahap',
			isRequired: false,
			columns: [
				agreement,
				{
					key: 'document',
					name: 'No. SP2D',
					kind: 'code',
					...required,
					max: 60,
					example: '00123/SP2D/2025',
					note: 'Surat perintah pencairan dana; membedakan dua tahap.',
				},
				{
					key: 'budgetYear',
					name: 'Tahun anggaran',
					kind: 'count',
					...required,
					max: 2100,
					example: '2025',
					note: 'Tahun APBD yang membayarnya.',
				},
				day('receivedOn', 'Tanggal terima', 'Saat uang masuk rekening dana bergulir.'),
				amount,
			],
		},
	],
};
