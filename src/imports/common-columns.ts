import type {Column} from './column.ts';

export const required = {isRequired: true} as const;

export const memberNumber: Column = {
	key: 'member',
	name: 'No. anggota',
	kind: 'code',
	...required,
	shape: /^[1-9]\d{0,8}$/u,
	list: 'members',
	example: '17',
	note: 'Nomor anggota dalam layanan ini (lembar Rujukan).',
};

export const memberName: Column = {
	key: 'name',
	name: 'Nama anggota',
	kind: 'text',
	max: 120,
	example: 'Siti Rahma',
	note: 'Untuk memeriksa nomornya; boleh kosong.',
};

export const method: Column = {
	key: 'method',
	name: 'Cara',
	kind: 'choice',
	...required,
	choices: {Tunai: 'cash', Bank: 'bank'},
	example: 'Tunai',
	note: 'Tunai ke kas, atau lewat bank.',
};

export const balance: Column = {
	key: 'balance',
	name: 'Saldo',
	kind: 'amount',
	isZeroAllowed: true,
	example: '1.250.000',
	note: 'Rupiah, paling banyak dua angka di belakang koma.',
};

export const amount: Column = {
	key: 'amount',
	name: 'Jumlah',
	kind: 'amount',
	...required,
	example: '1.250.000',
	note: 'Rupiah, paling banyak dua angka di belakang koma.',
};

export const day = (key: string, name: string, note: string, isRequired = true): Column => ({
	key,
	name,
	kind: 'date',
	...(isRequired ? required : {}),
	example: '31/12/2025',
	note,
});

export const fund: Column = {
	key: 'fund',
	name: 'No. perjanjian dana',
	kind: 'code',
	max: 60,
	list: 'funds',
	example: 'PKS/001/BLUD',
	note: 'Nomor perjanjian dana bergulir (lembar Rujukan).',
};

export const oldNumber: Column = {
	key: 'loan',
	name: 'No. pembiayaan lama',
	kind: 'code',
	...required,
	max: 40,
	example: 'PB-0042',
	note: 'Nomor menurut catatan lama koperasi; sama di kedua lembar.',
};
