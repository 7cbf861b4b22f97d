// The laws of members against everyone who connects as the application, past our code.
import {createHash, randomUUID} from 'node:crypto';
import test from 'ava';
import type {Knex} from 'knex';
import type {BookCode, MemberId} from '../../../src/kernel/ids.ts';
import {type LawBreach, asService as inService, lawOf} from '../../ledger/db/forge.ts';
import {type World, createWorld, joinMember, openCooperative} from '../../helpers/world.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;
const other = 'KOP-1771011002' as BookCode;
let bookId: number;
let otherId: number;
let member: MemberId;

test.before(async () => {
	world = await createWorld();
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	member = (await joinMember(world, book)).id;
	const rows: {id: number; code: string}[] = await world.database.owner('books');
	bookId = rows.find(({code}) => code === book)!.id;
	otherId = rows.find(({code}) => code === other)!.id;
});
test.after.always(async () => {
	await world.close();
});

const asService = async (run: (trx: Knex) => Promise<unknown>): Promise<void> =>
	inService(world.database.service, run);

const breaks = test.macro({
	async exec(
		t,
		law: string,
		wrong: (trx: Knex) => Promise<unknown>,
		right?: (trx: Knex) => Promise<unknown>,
	) {
		if (right) await t.notThrowsAsync(asService(right));
		const error = await t.throwsAsync<LawBreach>(asService(wrong));
		t.is(lawOf(error), law, error.message);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

const pdf = Buffer.from('%PDF-1.4');
const attach =
	(content: Buffer, change: object = {}) =>
	async (trx: Knex) =>
		trx('attachments').insert({
			book_id: bookId,
			id: randomUUID(),
			member_id: member,
			name: 'a.pdf',
			media_type: 'application/pdf',
			content,
			digest: createHash('sha256').update(content).digest(),
			uploaded_at: '2026-03-31T05:00:00Z',
			uploaded_by: 'penyusup',
			...change,
		});

test.serial(
	'a hash that is not of the content',
	breaks,
	'attachments_digest_check',
	attach(pdf, {digest: Buffer.alloc(32)}),
	attach(pdf),
);
test.serial('a program called a PDF', breaks, 'attachments_type_check', attach(Buffer.from('MZ')));
test.serial(
	'a PDF called a PNG',
	breaks,
	'attachments_type_check',
	attach(pdf, {media_type: 'image/png'}),
);
test.serial(
	'a page',
	breaks,
	'attachments_type_check',
	attach(Buffer.from('<html>'), {media_type: 'text/html'}),
);
test.serial('nothing', breaks, 'attachments_size_check', attach(Buffer.alloc(0)));
const large = Buffer.alloc(5_242_881);
large.write('%PDF-');
test.serial(
	'more than five megabytes',
	breaks,
	'attachments_size_check',
	attach(large),
	attach(large.subarray(1).fill('%PDF-', 0, 5)),
);
test.serial('a paper of nobody', breaks, 'attachments_owner_check', attach(pdf, {member_id: null}));
test.serial(
	'a paper of a loan that is not there',
	breaks,
	'attachments_loan_fkey',
	attach(pdf, {member_id: null, loan_id: randomUUID()}),
);
test.serial(
	'a paper of an agreement that is not there',
	breaks,
	'attachments_allocation_fkey',
	attach(pdf, {member_id: null, allocation_id: randomUUID()}),
);
test.serial(
	'a paper of a member and of an agreement at once',
	breaks,
	'attachments_owner_check',
	attach(pdf, {allocation_id: randomUUID()}),
);
test.serial('a member of another book', breaks, 'attachments_member_fkey', async (trx) =>
	attach(pdf, {book_id: otherId})(trx),
);
test.serial('the same paper twice', breaks, 'attachments_member_key', async (trx) => {
	await attach(pdf)(trx);
	await attach(pdf)(trx);
});
test.serial('a paper exchanged', breaks, '42501', async (trx) =>
	trx('attachments').update({name: 'x'}),
);
test.serial('a paper thrown away', breaks, '42501', async (trx) => trx('attachments').delete());

/** A NIK as the table takes it; nobody opens it here. */
const sealedNik = (nik: string) => ({
	nik_sealed: `v1.00000000.AAAAAAAAAAAAAAAA.${'A'.repeat(43)}`,
	nik_hash: createHash('sha256').update(nik).digest(),
});

const office = (change: object = {}) => ({
	book_id: bookId,
	id: randomUUID(),
	name: 'Budi',
	...sealedNik('1771010107800001'),
	office: 'ketua',
	since: '2025-01-01',
	recorded_at: '2026-03-31T05:00:00Z',
	recorded_by: 'pengelola',
	...change,
});
const end = {until: '2026-01-31', ended_at: '2026-03-31T05:00:00Z', ended_by: 'pengelola'};

test.serial(
	'an office held twice at once',
	breaks,
	'pengurus_current_key',
	async (trx) => {
		await trx('pengurus').insert(office());
		await trx('pengurus').insert(office());
	},
	async (trx) => {
		await trx('pengurus').insert(office());
		await trx('pengurus').update(end);
		await trx('pengurus').insert(office());
	},
);
test.serial('an end told twice', breaks, 'pengurus_final', async (trx) => {
	await trx('pengurus').insert(office());
	await trx('pengurus').update(end);
	await trx('pengurus').update({...end, until: '2026-02-28'});
});
test.serial('an end taken back', breaks, 'pengurus_final', async (trx) => {
	await trx('pengurus').insert(office());
	await trx('pengurus').update(end);
	await trx('pengurus').update({until: null, ended_at: null, ended_by: null});
});
test.serial('an end before the beginning', breaks, 'pengurus_days_check', async (trx) => {
	await trx('pengurus').insert(office());
	await trx('pengurus').update({...end, until: '2024-12-31'});
});
test.serial('one who ran it renamed', breaks, '42501', async (trx) => {
	await trx('pengurus').insert(office());
	await trx('pengurus').update({name: 'Orang lain'});
});
test.serial('one who ran it struck out', breaks, '42501', async (trx) => trx('pengurus').delete());
test.serial(
	'a tie to one of another cooperative',
	breaks,
	'pengurus_ties_pengurus_fkey',
	async (trx) => {
		const one = office({book_id: otherId});
		await trx('pengurus').insert(one);
		await trx('pengurus_ties').insert({
			book_id: bookId,
			id: randomUUID(),
			member_id: member,
			pengurus_id: one.id,
			relation: 'spouse',
			recorded_at: '2026-03-31T05:00:00Z',
			recorded_by: 'petugas',
		});
	},
);
/** The number of an account as the table takes it; nobody opens it here. */
const sealedNumber = (number: string) => ({
	number_sealed: `v1.00000000.AAAAAAAAAAAAAAAA.${'A'.repeat(Math.ceil(((number.length + 16) * 4) / 3))}`,
	number_digest: createHash('sha256').update(number).digest(),
});
const account = (change: object = {}) => ({
	book_id: bookId,
	id: randomUUID(),
	member_id: member,
	kind: 'bank',
	bank: 'BRI',
	...sealedNumber('003301004321501'),
	holder: 'Siti Aminah',
	since: '2025-02-01',
	recorded_at: '2026-03-31T05:00:00Z',
	recorded_by: 'petugas',
	...change,
});
const openAccount =
	(change: object = {}) =>
	async (trx: Knex) =>
		trx('member_accounts').insert(account(change));

test.serial(
	'an account with four digits',
	breaks,
	'member_accounts_number_check',
	openAccount(sealedNumber('1234')),
	openAccount(sealedNumber('12345')),
);
test.serial(
	'an account with twenty-one digits',
	breaks,
	'member_accounts_number_check',
	openAccount(sealedNumber('123456789012345678901')),
	openAccount(sealedNumber('12345678901234567890')),
);
test.serial(
	'an account in plain text',
	breaks,
	'member_accounts_number_check',
	openAccount({number_sealed: '003301004321501'}),
);
test.serial(
	'an account of nobody',
	breaks,
	'member_accounts_holder_check',
	openAccount({holder: ''}),
);
test.serial(
	'an account neither of a bank nor of an e-wallet',
	breaks,
	'member_accounts_kind_check',
	openAccount({kind: 'cash'}),
);
test.serial(
	'an account of a member of another book',
	breaks,
	'member_accounts_member_fkey',
	async (trx) => openAccount({book_id: otherId})(trx),
);
test.serial(
	'a number given twice to a member',
	breaks,
	'member_accounts_current_key',
	async (trx) => {
		await openAccount()(trx);
		await openAccount({bank: 'Bank BRI'})(trx);
	},
	async (trx) => {
		await openAccount()(trx);
		await trx('member_accounts').update(end);
		await openAccount()(trx);
	},
);
test.serial(
	'an e-wallet given twice to a member',
	breaks,
	'member_accounts_current_key',
	async (trx) => {
		await openAccount({kind: 'e-wallet', bank: 'GoPay'})(trx);
		await openAccount({kind: 'e-wallet', bank: 'gopay'})(trx);
	},
	async (trx) => {
		await openAccount({kind: 'e-wallet', bank: 'GoPay'})(trx);
		await openAccount({kind: 'e-wallet', bank: 'DANA'})(trx);
	},
);
test.serial('an account ended twice', breaks, 'member_accounts_final', async (trx) => {
	await openAccount()(trx);
	await trx('member_accounts').update(end);
	await trx('member_accounts').update({...end, until: '2026-02-28'});
});
test.serial(
	'an account ended before it began',
	breaks,
	'member_accounts_days_check',
	async (trx) => {
		await openAccount()(trx);
		await trx('member_accounts').update({...end, until: '2025-01-31'});
	},
);
test.serial('an account passed to another number', breaks, '42501', async (trx) => {
	await openAccount()(trx);
	await trx('member_accounts').update(sealedNumber('555000111'));
});
test.serial('an account struck out', breaks, '42501', async (trx) =>
	trx('member_accounts').delete(),
);

test.serial('not even the owner changes whose account it was', async (t) => {
	const {owner} = world.database;
	await owner('member_accounts').insert(account());
	for (const sql of [
		`update member_accounts set number_digest = sha256('555000111')`,
		`update member_accounts set holder = 'Orang lain'`,
		'delete from member_accounts',
		'truncate member_accounts',
	]) {
		const error = await t.throwsAsync<LawBreach>(async () => owner.raw(sql));
		t.is(lawOf(error), 'member_accounts_final', sql);
	}
});

test.serial('a business without a sector', breaks, 'members_business_check', async (trx) =>
	trx('members').where({id: member}).update({business: 'Warung'}),
);
test.serial('one who left before they joined', breaks, 'members_left_check', async (trx) =>
	trx('members').where({id: member}).update({left_on: '2025-01-10', left_reason: 'x'}),
);
test.serial('a NIK exchanged', breaks, '42501', async (trx) =>
	trx('members').where({id: member}).update(sealedNik('1771014107900099')),
);
for (const [column, plain] of [
	['address_sealed', 'Jl. Melati 12'],
	['phone_sealed', '081234567890'],
	['phone_masked', '081234567890'],
]) {
	test.serial(`${column} in plain text`, breaks, `members_${column}_check`, async (trx: Knex) =>
		trx('members')
			.where({id: member})
			.update({phone_masked: '••••••••', [column!]: plain}),
	);
}
test.serial(
	'a NIK in plain text',
	breaks,
	'pengurus_nik_sealed_check',
	async (trx) => trx('pengurus').insert(office({nik_sealed: '1771010107800001'})),
	async (trx) => trx('pengurus').insert(office()),
);
test.serial('a NIK of a member in plain text', breaks, 'members_nik_sealed_check', async (trx) =>
	trx.raw(
		`insert into members (book_id, id, number, nik_sealed, nik_hash, name, sex, birth_date,
			kelurahan_code, address_sealed, address_hash, joined_on)
		select book_id, ?, 999, '1771014107900099', sha256('x'), 'Ani', sex, birth_date, kelurahan_code,
			address_sealed, address_hash, joined_on from members where id = ?`,
		[randomUUID(), member],
	),
);
test.serial('an attempt struck out', breaks, '42501', async (trx) => trx('nik_attempts').delete());

test.serial('not even the owner throws a paper away', async (t) => {
	const {owner} = world.database;
	await attach(pdf)(owner);
	for (const sql of [
		`update attachments set name = 'x'`,
		'delete from attachments',
		'truncate attachments',
	]) {
		const error = await t.throwsAsync<LawBreach>(async () => owner.raw(sql));
		t.is(lawOf(error), 'cooperatives_append_only', sql);
	}
});

test.serial('of another cooperative nothing is seen, asked or written', async (t) => {
	await world.database.owner('pengurus').insert(office());
	await inService(
		world.database.service,
		async (trx) => {
			const tables = ['attachments', 'pengurus', 'pengurus_ties', 'nik_attempts'];
			for (const table of [...tables, 'member_accounts']) {
				t.deepEqual(await trx(table), [], table);
			}
			// Whose phone it asks after must be its own.
			await world.database
				.owner('members')
				.where({id: member})
				.update({
					phone_sealed: `v1.00000000.AAAAAAAAAAAAAAAA.${'A'.repeat(30)}`,
					phone_masked: '••••••••',
					phone_hash: createHash('sha256').update('0812').digest(),
				});
			const {rows} = await trx.raw('select cooperatives_phone_is_elsewhere(?, ?) as is_it', [
				bookId,
				member,
			]);
			t.deepEqual(rows, [{is_it: false}]);
		},
		{scope: [other]},
	);
	const error = await t.throwsAsync<LawBreach>(
		inService(world.database.service, attach(Buffer.from('%PDF-2')), {scope: [other]}),
	);
	t.is(lawOf(error), '42501');
});
