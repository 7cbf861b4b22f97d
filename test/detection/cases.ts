// One planted case for every detector, just enough for it to be seen and just too little: typed by
// hand from the thresholds that the migration brings. All of them are as of 31 March 2026.
import {
	endMemberAccount,
	recordMemberAccount,
	recordPengurus,
	recordTie,
	registerMember,
} from '../../src/cooperatives/index.ts';
import {createUser, decideScope} from '../../src/identity/index.ts';
import {DomainError} from '../../src/kernel/errors.ts';
import type {BookCode, MemberId} from '../../src/kernel/ids.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {kelurahanCode} from '../../src/kernel/region-code.ts';
import {credit, debit, postEntries, reverseManualEntry} from '../../src/ledger/index.ts';
import {type Loan, recordRepayment, reverseLoanOperation} from '../../src/lending/index.ts';
import {openProduct} from '../lending/late.ts';
import {
	type Funded,
	type World,
	code,
	day,
	fundManager,
	handEntry,
	joinMember,
	lend,
	officer,
	supervisor,
} from '../helpers/world.ts';

export const asOf = day('2026-03-31');

export type Place = {
	readonly world: World;
	/** The cooperative in which the case is planted, and another one. */
	readonly mine: Funded;
	readonly elsewhere: Funded;
};

export type Planted = {
	readonly book: BookCode;
	readonly subject: string;
	/** Where it is to be seen by another detector than that of the case. */
	readonly detector?: string;
};

export type Case = {
	readonly detector: string;
	readonly severity: 'low' | 'medium' | 'high';
	/** What the cooperative gets from the city: so little, where idle money is not the case. */
	readonly received?: string;
	/** Answers what is to be seen, the first of it in the cooperative itself. */
	readonly plant: (place: Place, isEnough: boolean) => Promise<readonly Planted[]>;
	/** The Indonesian sentence for the first of what was planted. */
	readonly sentence: string;
};

const cheap = {principal: '48000', instalments: 12};
const recent = {...cheap, disbursedOn: '2026-03-10'};

const at = ({mine}: Place, subject: string): Planted => ({book: mine.book, subject});

const borrow = async ({world, mine}: Place, wish: Parameters<typeof lend>[2]): Promise<Loan> => {
	world.setDay(wish?.disbursedOn ?? '2026-03-10');
	return lend(world, mine, wish);
};

const pay = async ({world}: Place, loan: Loan, on: string, amount: string) => {
	world.setDay(on);
	return world.as(officer, async (work) =>
		recordRepayment(work, {
			loan: loan.id,
			paidOn: day(on),
			amount: rupiah(amount),
			method: 'bank',
		}),
	);
};

type Payment = Awaited<ReturnType<typeof pay>>;

const takeBack = async ({world}: Place, loan: Loan, {id, receiptNumber}: Payment, on: string) => {
	world.setDay(on);
	await world.as(supervisor, async (work) =>
		reverseLoanOperation(work, {
			loan: loan.id,
			repayment: id,
			effectiveOn: day(on),
			reason: 'Salah anggota',
			document: `KOREKSI-${receiptNumber}`,
		}),
	);
};

const times = async <T>(count: number, run: (index: number) => Promise<T>): Promise<T[]> => {
	const results: T[] = [];
	for (let index = 0; index < count; index += 1) results.push(await run(index));
	return results;
};

const ratify = async ({world, mine}: Place, nik: string, book = mine.book) =>
	world.as(fundManager, async (work) =>
		recordPengurus(work, {
			cooperative: book,
			name: 'Ketua',
			nik,
			office: 'ketua',
			since: day('2025-02-01'),
		}),
	);

let serial = 0;
const next = (): string => String((serial += 1)).padStart(4, '0');

const nikOf = (digits: string): string => `177102010180${digits}`;

const openAccount = async ({world}: Place, member: MemberId, number: string, bank = 'BRI') =>
	world.as(officer, async (work) =>
		recordMemberAccount(work, {
			member,
			kind: 'bank',
			bank,
			number,
			holder: 'Siti Aminah',
			since: day('2025-02-01'),
		}),
	);

/** A chair with spouse and child on one account, all of it on record. Answers its number. */
export const shareAsFamily = async (place: Place): Promise<string> => {
	const {world, mine} = place;
	const number = `0034-01-${next()}-50-1`;
	const nik = nikOf(next());
	const self = await joinMember(world, mine.book, {nik});
	const chair = await ratify(place, nik);
	await openAccount(place, self.id, number);
	for (const relation of ['spouse', 'child'] as const) {
		const {id: member} = await joinMember(world, mine.book);
		const tie = {member, pengurus: chair.id, relation};
		await world.as(fundManager, async (work) => recordTie(work, tie));
		await openAccount(place, member, number);
	}
	// Who has two accounts is one person still.
	await openAccount(place, self.id, `0035-01-${next()}-50-1`);
	return number;
};

/** Somebody who is nobody's relation on record, with an account of that number. */
export const shareAsStranger = async (place: Place, number: string): Promise<void> => {
	const {id} = await joinMember(place.world, place.mine.book);
	await openAccount(place, id, number);
};

const people: readonly Case[] = [
	{
		detector: 'duplicate-nik',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const {world, mine, elsewhere} = place;
			world.setDay('2026-03-20');
			await times(isEnough ? 3 : 2, async () => {
				const {nik} = await joinMember(world, elsewhere.book);
				const again = world.as(officer, async (work) =>
					registerMember(work, {
						cooperative: mine.book,
						nik,
						name: 'Nama lain',
						kelurahanCode: kelurahanCode('17.71.01.1001'),
						address: `Jl. Kenanga ${next()}`,
						joinedOn: day('2026-03-20'),
					}),
				);
				await again.catch((error: unknown) => {
					if (!(error instanceof DomainError)) throw error;
				});
			});
			return [at(place, 'user:petugas')];
		},
		sentence:
			'petugas mencoba mendaftarkan 3 NIK yang sudah dipakai (3 percobaan dalam 90 hari), 3 di antaranya milik anggota koperasi lain (wilayah: Kota Bengkulu).',
	},
	{
		detector: 'duplicate-phone',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const {world, mine, elsewhere} = place;
			const phone = `0812-7777-${next()}`;
			const first = await joinMember(world, mine.book, {phone});
			if (!isEnough) {
				// Three of one cooperative may be a family.
				await times(2, async () => joinMember(world, mine.book, {phone}));
				return [];
			}
			const other = await joinMember(world, elsewhere.book, {phone: phone.replace('0', '+62 ')});
			return [
				at(place, `member:${first.id}`),
				{book: elsewhere.book, subject: `member:${other.id}`},
			];
		},
		sentence:
			'Satu nomor telepon dipakai 1 anggota di sini dan 1 anggota di 1 koperasi lain (wilayah: Kota Bengkulu).',
	},
	{
		detector: 'duplicate-address',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const {world, mine, elsewhere} = place;
			const address = `Gang Damai No. ${next()}`;
			const here = await times(isEnough ? 3 : 2, async () => {
				const member = await joinMember(world, mine.book, {address});
				await borrow(place, {...recent, member: member.id});
				return member;
			});
			const other = await joinMember(world, elsewhere.book, {address: address.toUpperCase()});
			await borrow({...place, mine: elsewhere}, {...recent, member: other.id});
			return [
				at(place, `member:${here[0]!.id}`),
				{book: elsewhere.book, subject: `member:${other.id}`},
			];
		},
		sentence:
			'Satu alamat adalah alamat 3 peminjam di sini dan 1 peminjam di 1 koperasi lain (wilayah: Kota Bengkulu).',
	},
	{
		detector: 'duplicate-account',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const {world, mine, elsewhere} = place;
			world.setDay('2026-03-01');
			const number = `0033-01-${next()}-50-1`;
			const first = await joinMember(world, mine.book);
			const other = await joinMember(world, elsewhere.book);
			const here = await openAccount(place, first.id, number);
			// The same number, however the bank and the digits are written.
			const there = await openAccount(place, other.id, number.replaceAll('-', ' '), 'Bank BRI');
			// Of accounts that ended those are seen that were in use within a year.
			const until = day(isEnough ? '2025-04-01' : '2025-03-31');
			await world.as(officer, async (work) => endMemberAccount(work, {account: here.id, until}));
			// With a look-alike beside it, which is never to be told of.
			await shareAsFamily(place);
			return [
				at(place, `member-account:${here.id}`),
				{book: elsewhere.book, subject: `member-account:${there.id}`},
			];
		},
		sentence:
			'Satu rekening dipakai 1 anggota di sini dan 1 anggota di 1 koperasi lain (wilayah: Kota Bengkulu), masing-masing dengan NIK sendiri; 0 di antaranya pengurus.',
	},
	{
		detector: 'related-party-share',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const {world, mine} = place;
			world.setDay('2026-03-01');
			const nik = nikOf(next());
			const self = await joinMember(world, mine.book, {nik});
			const child = await joinMember(world, mine.book);
			const ketua = await ratify(place, nik);
			const tie = {member: child.id, pengurus: ketua.id, relation: 'child'} as const;
			await world.as(fundManager, async (work) => recordTie(work, tie));
			await borrow(place, {...recent, member: self.id});
			await borrow(place, {...recent, ...(isEnough ? {member: child.id} : {})});
			await borrow(place, {...recent, principal: '96000'});
			return [at(place, `book:${mine.book}`)];
		},
		sentence:
			'2 pembiayaan berjalan (Rp 96.000, 50 persen dari Rp 192.000) diberikan kepada pengurus atau keluarganya.',
	},
	{
		detector: 'pengurus-in-many',
		severity: 'high',
		plant: async (place, isEnough) => {
			const nik = nikOf(next());
			place.world.setDay('2026-03-01');
			const here = await ratify(place, nik);
			if (!isEnough) return [];
			const there = await ratify(place, nik, place.elsewhere.book);
			return [
				at(place, `pengurus:${here.id}`),
				{book: place.elsewhere.book, subject: `pengurus:${there.id}`},
			];
		},
		sentence:
			'Seorang pengurus (ketua) juga memegang jabatan di 1 koperasi lain (wilayah: Kota Bengkulu).',
	},
	{
		detector: 'officer-in-many',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const {world, mine, elsewhere} = place;
			world.setDay('2026-03-01');
			const books = isEnough ? [mine.book, elsewhere.book] : [mine.book];
			const name = `rangkap-${isEnough ? 'dua' : 'satu'}`;
			await world.as(fundManager, async (work) =>
				createUser(
					work,
					{actor: fundManager, within: everywhere},
					{
						name,
						grants: books.map((book) => ({role: 'officer' as const, scope: decideScope(book)})),
					},
				),
			);
			return books.map((book) => ({book, subject: `user:${name}`}));
		},
		sentence:
			'rangkap-dua adalah petugas atau penyelia di sini dan di 1 koperasi lain (wilayah: Kota Bengkulu).',
	},
];

const lending: readonly Case[] = [
	{
		detector: 'never-paid-first',
		severity: 'low',
		plant: async (place, isEnough) => {
			// Due a month later, on 1 or 2 March: thirty days ago, or twenty-nine.
			const disbursedOn = isEnough ? '2026-02-01' : '2026-02-02';
			const loan = await borrow(place, {...cheap, disbursedOn});
			return [at(place, `loan:${loan.id}`)];
		},
		sentence:
			'Pembiayaan nomor 1 sebesar Rp 48.000 tidak pernah dibayar; angsuran pertamanya jatuh tempo 30 hari lalu.',
	},
	{
		detector: 'never-paid-share',
		severity: 'high',
		plant: async (place, isEnough) => {
			const disbursedOn = '2026-01-15';
			const loans = await times(isEnough ? 4 : 3, async () =>
				borrow(place, {...cheap, disbursedOn}),
			);
			const paying = await borrow(place, {...cheap, disbursedOn});
			await pay(place, paying, '2026-03-25', '4000');
			return [
				at(place, `book:${place.mine.book}`),
				...loans.map(({id}) => ({...at(place, `loan:${id}`), detector: 'never-paid-first'})),
			];
		},
		sentence:
			'4 dari 5 pembiayaan (80 persen, Rp 192.000) tidak pernah dibayar sama sekali; peminjamnya perlu didatangi.',
	},
	{
		detector: 'burst-before-report',
		severity: 'medium',
		plant: async (place, isEnough) => {
			await times(isEnough ? 5 : 4, async (index) =>
				borrow(place, {...cheap, disbursedOn: `2026-03-${27 + index}`}),
			);
			return [at(place, 'period:2026-03-31')];
		},
		sentence:
			'5 pembiayaan (Rp 240.000) dicairkan dalam 5 hari sampai akhir triwulan 2026-03-31; biasanya 0 dalam waktu sepanjang itu.',
	},
	{
		detector: 'same-day-payments',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const loans = await times(4, async () =>
				borrow(place, {...cheap, disbursedOn: '2025-11-15'}),
			);
			const days = ['2025-12-15', '2026-01-15', '2026-02-15', '2026-03-15'];
			for (const [month, on] of days.entries()) {
				// Fifteen payments are the least that count; fourteen are too few.
				const missing = month === 3 ? (isEnough ? 1 : 2) : 0;
				for (const loan of loans.slice(missing)) await pay(place, loan, on, '4000');
			}
			return [at(place, 'user:petugas')];
		},
		sentence:
			'petugas menerima 15 dari 15 pembayaran (100 persen) dari 4 pembiayaan pada tanggal 15, dalam 4 bulan berlainan.',
	},
	{
		detector: 'round-payments',
		severity: 'low',
		plant: async (place, isEnough) => {
			const wish = {principal: '1150000', instalments: 12, disbursedOn: '2026-03-01'};
			const loans = [await borrow(place, wish), await borrow(place, wish)];
			await times(isEnough ? 5 : 4, async (index) => {
				for (const loan of loans) await pay(place, loan, `2026-03-${25 + index}`, '100000');
			});
			if (!isEnough) await pay(place, loans[0]!, '2026-03-30', '100000');
			return [at(place, 'user:petugas')];
		},
		sentence:
			'10 dari 10 pembayaran yang diterima petugas di luar besarnya angsuran (100 persen) adalah kelipatan Rp 100.000.',
	},
	{
		detector: 'receipts-voided',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const loan = await borrow(place, {...cheap, disbursedOn: '2026-03-01'});
			await times(isEnough ? 4 : 3, async (index) => {
				const payment = await pay(place, loan, `2026-03-1${index}`, '4000');
				await takeBack(place, loan, payment, `2026-03-1${index}`);
			});
			await pay(place, loan, '2026-03-25', '4000');
			return [at(place, 'user:petugas')];
		},
		sentence:
			'4 dari 5 kuitansi petugas dalam 90 hari (80 persen, Rp 16.000) dibatalkan, oleh 1 orang.',
	},
	{
		detector: 'reversed-after-month-end',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const loans = await times(3, async () =>
				borrow(place, {...cheap, disbursedOn: '2026-02-01'}),
			);
			// Ten days before the end of February are those from the 19th on.
			const on = isEnough ? '2026-02-19' : '2026-02-18';
			const payments = await times(3, async (index) => pay(place, loans[index]!, on, '4000'));
			await times(3, async (index) =>
				takeBack(place, loans[index]!, payments[index]!, '2026-03-10'),
			);
			await times(3, async (index) => pay(place, loans[index]!, '2026-03-25', '4000'));
			return [at(place, 'period:2026-02-28')];
		},
		sentence:
			'Pembayaran 3 (Rp 12.000, 3 pembiayaan) sebelum akhir bulan 2026-02-28 dibatalkan paling lama 10 hari sesudahnya.',
	},
	{
		detector: 'fee-off-tariff',
		severity: 'high',
		plant: async (place, isEnough) => {
			const {world, mine} = place;
			world.setDay('2026-03-01');
			const {code: product} = await openProduct(world, mine, {
				fees: [{name: 'Administrasi', kind: 'fixed', amount: rupiah('15000')}],
			});
			const loan = await borrow(place, {
				akad: 'murabahah',
				principal: '120000',
				margin: '12000',
				instalments: 12,
				product,
				disbursedOn: '2026-03-10',
			});
			if (isEnough) {
				await world.as(officer, async (work) =>
					postEntries(work, [
						{
							book: mine.book,
							effectiveOn: day('2026-03-10'),
							kind: 'loan-fee',
							reason: 'Provisi',
							document: 'BA-1',
							lines: [
								debit(code('1.1.01'), rupiah('1')),
								credit(code('4.1.05'), rupiah('1'), {loan: loan.id, member: loan.member}),
							],
						},
					]),
				);
			}
			return [at(place, `loan:${loan.id}`)];
		},
		sentence: 'Biaya pembiayaan nomor 1 dibukukan Rp 15.001, menurut tarif produknya Rp 15.000.',
	},
];

/** Entries by hand of the supervisor, recorded on a day and perhaps dated back. */
const byHand = async (
	{world, mine}: Place,
	recordedOn: string,
	entries: readonly {readonly on?: string; readonly amount: string; readonly income?: string}[],
) => {
	world.setDay(recordedOn);
	return world.as(supervisor, async (work) =>
		postEntries(
			work,
			entries.map(({on = recordedOn, amount, income = '3.1.01'}) => ({
				...handEntry(mine.book, on, amount),
				lines: [debit(code('1.1.01'), rupiah(amount)), credit(code(income), rupiah(amount))],
			})),
		),
	);
};

const books: readonly Case[] = [
	{
		detector: 'fee-by-hand',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const amounts = isEnough ? ['60000', '40000'] : ['60000', '39999'];
			await byHand(
				place,
				'2026-03-20',
				amounts.map((amount) => ({amount, income: '4.1.05'})),
			);
			return [at(place, 'user:penyelia')];
		},
		sentence:
			'penyelia membukukan pendapatan administrasi Rp 100.000 dengan tangan dalam 90 hari (2 jurnal); tarif produk tidak berlaku untuknya.',
	},
	{
		detector: 'reversals-by-person',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const {world, mine} = place;
			const entries = await byHand(
				place,
				'2026-03-20',
				Array.from({length: 5}, () => ({amount: '12345'})),
			);
			for (const {number} of isEnough ? entries : entries.slice(1)) {
				await world.as(supervisor, async (work) =>
					reverseManualEntry(
						work,
						{book: mine.book, number},
						{
							effectiveOn: day('2026-03-20'),
							reason: 'Keliru',
							document: `B-${number}`,
						},
					),
				);
			}
			return [at(place, 'user:penyelia')];
		},
		sentence: 'penyelia membalik 5 jurnal dalam 90 hari, 50 persen dari 10 jurnal buku ini.',
	},
	{
		detector: 'backdating-by-person',
		severity: 'medium',
		plant: async (place, isEnough) => {
			const on = isEnough ? '2026-03-13' : '2026-03-14';
			await byHand(
				place,
				'2026-03-20',
				Array.from({length: 5}, () => ({on, amount: '12345'})),
			);
			return [at(place, 'user:penyelia')];
		},
		sentence:
			'penyelia mencatat 5 dari 5 jurnalnya (100 persen dalam 90 hari) paling sedikit 7 hari sesudah tanggal berlakunya, paling lama 7 hari.',
	},
	{
		detector: 'principal-not-remitted',
		severity: 'high',
		plant: async (place, isEnough) => {
			// The programme gives seven days; ninety beyond them began on 24 December.
			const on = isEnough ? '2025-12-24' : '2025-12-25';
			const loan = await borrow(place, {
				principal: '1200000',
				instalments: 12,
				disbursedOn: '2025-11-24',
			});
			await pay(place, loan, on, '100000');
			return [at(place, `allocation:${place.mine.allocation.id}`)];
		},
		sentence:
			'Rp 100.000 pokok terkumpul belum disetor ke kota; yang tertua terkumpul 97 hari lalu, sedangkan program memberi 7 hari.',
	},
	{
		detector: 'dormant-fund-cash',
		severity: 'medium',
		received: '20048000',
		plant: async (place, isEnough) => {
			const disbursedOn = isEnough ? '2025-12-31' : '2026-01-01';
			const loan = await borrow(place, {...cheap, disbursedOn});
			await pay(place, loan, '2026-03-25', '48000');
			return [at(place, `allocation:${place.mine.allocation.id}`)];
		},
		sentence:
			'Dana tersedia Rp 20.000.000, 99,8 persen dari Rp 20.048.000 yang diterima, dan sejak 90 hari tidak ada pencairan.',
	},
	{
		detector: 'first-digits',
		severity: 'low',
		plant: async (place, isEnough) => {
			// Every digit as often as any other: far from the law, by 5.82 per cent on average.
			const entries = Array.from({length: isEnough ? 300 : 299}, (_, index) => ({
				amount: `${(index % 9) + 1}17`,
			}));
			await byHand(place, '2026-03-20', entries.slice(0, 150));
			await byHand(place, '2026-03-21', entries.slice(150));
			return [at(place, `book:${place.mine.book}`)];
		},
		sentence:
			'Angka pertama 300 jumlah yang dibukukan dengan tangan menyimpang rata-rata 5,82 persen dari hukum Benford; ini hanya petunjuk.',
	},
];

export const cases: readonly Case[] = [...people, ...lending, ...books];
