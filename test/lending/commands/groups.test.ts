import test from 'ava';
import type {MemberId} from '../../../src/kernel/ids.ts';
import {rupiah, sum, toText} from '../../../src/kernel/money.ts';
import {
	type GroupApplication,
	amendGroup,
	applyAsGroup,
	changeOffice,
	formGroup,
	guaranteeLoan,
	joinGroup,
	leaveGroup,
	recordRepayment,
	rejectLoan,
	releaseGuarantor,
} from '../../../src/lending/index.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	joinMember,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';
import {lendToGroup, openGroup, refusalOf} from '../collective.ts';

let world: World;
let mine: Funded;
let other: Funded;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	mine = await openFunded(world);
	other = await openFunded(world, '17.71.02.1001');
});
test.after.always(async () => {
	await world.close();
});

test.serial('a group is formed, amended and read; its name is its own while it runs', async (t) => {
	const {group} = await openGroup(world, mine);
	t.like(group, {book: mine.book, number: 1, formedBy: 'petugas'});
	const form = async (name: string, formedOn = '2025-02-01') =>
		world.as(officer, async (work) =>
			formGroup(work, {cooperative: mine.book, name, formedOn: day(formedOn)}),
		);
	t.is(await refusalOf(form(group.name.toUpperCase())), 'lending/group-name-taken');
	t.is(await refusalOf(form('Kenanga', '2026-04-01')), 'lending/group-in-future');
	await world.as(officer, async (work) =>
		amendGroup(work, {group: group.id, meetingDay: 3, meetingPlace: 'Balai RT 4'}),
	);
	const found = await world.as(officer, async (work) => work.groups.findGroup(group.id));
	t.like(found, {name: group.name, meetingDay: 3, meetingPlace: 'Balai RT 4'});
	// Numbers go on without a gap, for what was refused took none.
	t.is((await form('Kenanga')).number, 2);
});

test.serial('a member is in one running group, and leaves it for another', async (t) => {
	const {group, members} = await openGroup(world, mine);
	const {group: second} = await openGroup(world, mine);
	const [, , member] = members as [MemberId, MemberId, MemberId];
	const join = async (joinedOn: string, who = member) =>
		world.as(officer, async (work) =>
			joinGroup(work, {group: second.id, member: who, joinedOn: day(joinedOn)}),
		);
	const leave = async (reason = 'Pindah kelompok') =>
		world.as(officer, async (work) =>
			leaveGroup(work, {group: group.id, member, leftOn: day('2025-06-30'), reason}),
		);
	t.is(await refusalOf(join('2025-06-30')), 'lending/group-member-elsewhere');
	t.like(await leave(), {leftOn: day('2025-06-30'), leftReason: 'Pindah kelompok'});
	t.is(await refusalOf(leave()), 'lending/not-in-group');
	t.is(await refusalOf(join('2025-06-29')), 'lending/group-member-elsewhere');
	t.like(await join('2025-06-30'), {group: second.id});
	const stranger = await joinMember(world, other.book);
	t.is(await refusalOf(join('2025-06-30', stranger.id)), 'lending/member-of-another-cooperative');
});

test.serial('an office goes from one member to another', async (t) => {
	const {group, members} = await openGroup(world, mine);
	const [first, , third] = members as [MemberId, MemberId, MemberId];
	const give = async (member: MemberId, office: 'ketua' | null) =>
		world.as(officer, async (work) => changeOffice(work, {group: group.id, member, office}));
	t.is(await refusalOf(give(third, 'ketua')), 'lending/group-office-taken');
	t.is((await give(first, null)).office, undefined);
	t.is((await give(third, 'ketua')).office, 'ketua');
});

const application = (
	group: GroupApplication['group'],
	shares: GroupApplication['shares'],
	change: Partial<GroupApplication> = {},
): GroupApplication => ({
	group,
	allocation: mine.allocation.id,
	akad: 'murabahah',
	purpose: 'Mesin jahit',
	principal: rupiah('10000000'),
	margin: rupiah('1000000'),
	instalments: 10,
	periodUnit: 'month',
	periodEvery: 1,
	appliedOn: day('2025-03-03'),
	shares,
	...change,
});

// Ten million to three with weights 7, 3 and 2: 5,833,333.33, 2,500,000 and 1,666,666.67.
test.serial('a group applies at once, and its members share to the rupiah', async (t) => {
	const {group, members} = await openGroup(world, mine);
	const shares = members.map((member, index) => ({member, weight: [7, 3, 2][index]!}));
	const apply = async (change: Partial<GroupApplication> = {}) =>
		world.as(officer, async (work) => applyAsGroup(work, application(group.id, shares, change)));
	const loans = await apply();
	t.deepEqual(
		loans.map(({loan, weight}) => `${weight} ${toText(loan.principal)} ${toText(loan.margin)}`),
		['7 5833333.00 583333.00', '3 2500000.00 250000.00', '2 1666667.00 166667.00'],
	);
	t.is(toText(sum(loans.map(({loan}) => loan.principal))), '10000000.00');
	const listed = await world.as(officer, async (work) => {
		const book = (await work.ledger.findBook(mine.book))!;
		return work.groups.groupLoans(book, group.id);
	});
	t.deepEqual(
		listed.map(({loan, application: of, weight}) => [loan.id, of, weight]),
		loans.map(({loan, application: of, weight}) => [loan.id, of, weight]),
	);
	const before = await countLoans();
	t.is(await refusalOf(apply({appliedOn: day('2025-01-31')})), 'lending/before-member-joined');
	t.is(await refusalOf(apply({margin: rupiah('0')})), 'lending/murabahah-without-margin');
	t.is(await refusalOf(apply({margin: rupiah('1')})), 'lending/group-share-empty');
	const stranger = await joinMember(world, mine.book);
	const outside = [...shares, {member: stranger.id, weight: 1}];
	t.is(await refusalOf(apply({shares: outside})), 'lending/not-in-group');
	t.is(await countLoans(), before);
});

const countLoans = async (): Promise<number> => {
	const rows: {count: string}[] = await world.database.owner('loans').count();
	return Number.parseInt(rows[0]!.count, 10);
};

test.serial(
	'whoever owes in a group stays, and a group with members is not dissolved',
	async (t) => {
		const opened = await openGroup(world, mine);
		const {group, members} = opened;
		const [loan] = await lendToGroup(world, mine, opened);
		const [member] = members as [MemberId];
		const leave = async (who: MemberId) =>
			world.as(officer, async (work) =>
				leaveGroup(work, {group: group.id, member: who, leftOn: day('2026-03-31'), reason: 'x'}),
			);
		t.is(await refusalOf(leave(member)), 'lending/group-leaves-with-debt');
		await world.as(officer, async (work) =>
			recordRepayment(work, {
				loan: loan!.id,
				paidOn: day('2026-03-31'),
				amount: rupiah('1200000'),
				method: 'cash',
			}),
		);
		t.is(await refusalOf(leave(member)), undefined);
		const dissolve = async (of: typeof group) =>
			world.as(officer, async (work) =>
				amendGroup(work, {group: of.id, dissolvedOn: day('2026-03-31')}),
			);
		t.is(await refusalOf(dissolve(group)), 'lending/group-not-empty');
		const second = await openGroup(world, mine);
		for (const who of second.members) {
			await world.as(officer, async (work) =>
				leaveGroup(work, {
					group: second.group.id,
					member: who,
					leftOn: day('2026-03-30'),
					reason: 'x',
				}),
			);
		}
		t.is((await dissolve(second.group)).dissolvedOn, day('2026-03-31'));
		t.is(await refusalOf(dissolve(second.group)), 'lending/group-dissolved');
	},
);

test.serial('a guarantor is added and released, and the loan tells of both', async (t) => {
	const loan = await lend(world, mine);
	const ani = await joinMember(world, mine.book);
	const guarantee = async (member = ani.id, guaranteedOn = '2025-02-03') =>
		world.as(officer, async (work) =>
			guaranteeLoan(work, {
				loan: loan.id,
				member,
				guaranteedOn: day(guaranteedOn),
				document: 'SP-1',
			}),
		);
	t.like(await guarantee(), {number: 1, member: ani.id, recordedBy: 'petugas'});
	t.is(await refusalOf(guarantee()), 'lending/guarantor-known');
	t.is(await refusalOf(guarantee(loan.member)), 'lending/guarantor-is-borrower');
	t.is(await refusalOf(guarantee(ani.id, '2026-04-01')), 'lending/group-in-future');
	const stranger = await joinMember(world, other.book);
	t.is(await refusalOf(guarantee(stranger.id)), 'lending/guarantor-elsewhere');
	const release = async (number = 1) =>
		world.as(supervisor, async (work) =>
			releaseGuarantor(work, {
				loan: loan.id,
				number,
				releasedOn: day('2025-12-31'),
				reason: 'Diganti agunan',
			}),
		);
	t.like(await release(), {releasedBy: 'penyelia', releaseReason: 'Diganti agunan'});
	t.is(await refusalOf(release()), 'lending/guarantor-released');
	t.is(await refusalOf(release(2)), 'lending/unknown-guarantor');
	t.like(await guarantee(), {number: 2});
	const [events, guarantors] = await world.as(officer, async (work) => {
		const book = (await work.ledger.findBook(mine.book))!;
		return [
			await work.lending.listEvents(book, loan.id),
			await work.groups.guarantors(book, loan.id),
		] as const;
	});
	t.deepEqual(
		guarantors.map(({number, releasedOn}) => [number, releasedOn]),
		[
			[1, day('2025-12-31')],
			[2, undefined],
		],
	);
	t.deepEqual(
		events.map(({kind}) => kind).filter((kind) => kind.startsWith('guarantor')),
		['guarantor-added', 'guarantor-released', 'guarantor-added'],
	);
});

test.serial('a rejected loan gets no guarantor', async (t) => {
	const {group, members} = await openGroup(world, mine);
	const shares = [{member: members[0]!, weight: 1}];
	const [share] = await world.as(officer, async (work) =>
		applyAsGroup(work, application(group.id, shares)),
	);
	const loan = share!.loan;
	await world.as(supervisor, async (work) =>
		rejectLoan(work, {loan: loan.id, decidedOn: day('2025-03-04'), reason: 'x'}),
	);
	const ani = await joinMember(world, mine.book);
	const guaranteed = world.as(officer, async (work) =>
		guaranteeLoan(work, {
			loan: loan.id,
			member: ani.id,
			guaranteedOn: day('2025-03-05'),
			document: 'SP-2',
		}),
	);
	t.is(await refusalOf(guaranteed), 'lending/guarantor-loan-over');
});
