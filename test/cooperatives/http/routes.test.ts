// Members over HTTP: particulars, who runs the cooperative, NIKs that were tried, phones, papers.
import test from 'ava';
import type {MemberId} from '../../../src/kernel/ids.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let mine: Funded;
let theirs: Funded;
let [officer, supervisor, neighbour, manager, auditor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	theirs = await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book, 'siti');
	supervisor = await server.signUp('supervisor', mine.book);
	neighbour = await server.signUp('officer', theirs.book, 'tono');
	manager = await server.signUp('fund-manager', '17.71');
	auditor = await server.signUp('auditor', '17.71');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

let serial = 1;
const person = (change: object = {}) => ({
	cooperative: mine.book,
	nik: `177101410790${String((serial += 1)).padStart(4, '0')}`,
	name: `Ani ${serial}`,
	kelurahan: '17.71.01.1001',
	address: 'Jl. Mawar 2',
	joinedOn: '2026-03-01',
	...change,
});

const join = async (change: object = {}, by = officer!) => {
	const {status, body} = await by.post('/v1/members', person(change));
	if (status !== 201) throw new Error(JSON.stringify(body));
	return body;
};

const english = {headers: {'accept-language': 'en'}};

test.serial('a member has a business, and is amended', async (t) => {
	const business = {description: 'Warung nasi', sector: 'food'};
	const {id} = await join({business, phone: '0812 3456'});
	const path = `/v1/members/${id}`;
	const masked = {address: '••••••••', phone: '••••••••456', leftOn: null};
	t.like((await officer!.get(path)).body, {business, ...masked});
	const amended = await officer!.patch(path, {
		address: 'Jl. Melati 9',
		kelurahan: '17.71.01.1003',
		phone: null,
		business: {description: 'Toko kelontong', sector: 'trade'},
	});
	t.is(amended.status, 200, JSON.stringify(amended.body));
	const wanted = {
		address: '••••••••',
		kelurahan: '17.71.01.1003',
		phone: null,
		business: {description: 'Toko kelontong', sector: 'trade'},
	};
	t.like(amended.body, wanted);
	t.like((await officer!.get(path)).body, wanted);
	const bare = await officer!.patch(path, {business: null});
	t.like(bare.body, {...wanted, business: null});
});

const isRefused = test.macro({
	async exec(t, change: object, status: number, code: string, path: string) {
		const {id} = await join();
		const before = (await officer!.get(`/v1/members/${id}`)).body;
		const answer = await officer!.patch(`/v1/members/${id}`, change);
		t.is(answer.status, status, JSON.stringify(answer.body));
		t.is(answer.body.code, code);
		t.is(answer.body.findings[0].path, path);
		t.deepEqual((await officer!.get(`/v1/members/${id}`)).body, before);
	},
	title: (title = '') => `an amendment is refused: ${title}`,
});
test.serial('of nothing', isRefused, {}, 422, 'member/nothing-to-amend', '');
test.serial('of the NIK', isRefused, {nik: '1771014107900042'}, 422, 'field/unknown', 'body.nik');
test.serial(
	'to a kelurahan that is not there',
	isRefused,
	{kelurahan: '17.71.01.9999'},
	422,
	'region/unknown',
	'body.kelurahan',
);
test.serial(
	'to a business of no sector',
	isRefused,
	{business: {description: 'Warung'}},
	422,
	'field/missing',
	'body.business.sector',
);
test.serial(
	'to a sector that is none',
	isRefused,
	{business: {description: 'Warung', sector: 'banking'}},
	422,
	'field/not-one-of',
	'body.business.sector',
);
test.serial('to no address', isRefused, {address: ' '}, 422, 'text/too-short', 'body.address');

test.serial('members of other cooperatives are not amended', async (t) => {
	const {id} = await join();
	const answer = await neighbour!.patch(`/v1/members/${id}`, {address: 'x'});
	t.is(answer.status, 404);
	t.is((await auditor!.patch(`/v1/members/${id}`, {address: 'x'})).status, 403);
});

test.serial(
	'the same phone, however it is written, is told: by name here, elsewhere not',
	async (t) => {
		const ani = await join({phone: '0812-3456-7890', name: 'Ani Telepon'});
		t.deepEqual(ani.samePhone, {members: [], isElsewhere: false});
		const budi = await join({phone: '+62 812 3456 7890', name: 'Budi Telepon'});
		t.deepEqual(budi.samePhone, {
			members: [{id: ani.id, number: ani.number, name: 'Ani Telepon'}],
			isElsewhere: false,
		});
		const far = await join(
			{phone: '081234567890', cooperative: theirs.book, name: 'Cici'},
			neighbour,
		);
		t.deepEqual(far.samePhone, {members: [], isElsewhere: true});
		t.false(JSON.stringify(far).includes('Telepon'));
		t.false(JSON.stringify(far).includes(mine.book));
		const {body} = await officer!.get(`/v1/members/${ani.id}`);
		t.deepEqual(body.samePhone, {
			members: [{id: budi.id, number: budi.number, name: 'Budi Telepon'}],
			isElsewhere: true,
		});
		t.false(JSON.stringify(body).includes('Cici'));
		const moved = await officer!.patch(`/v1/members/${budi.id}`, {phone: '0899'});
		t.deepEqual(moved.body.samePhone, {members: [], isElsewhere: false});
	},
);

test.serial(
	'a NIK that is tried twice stays in the record, without telling whose it is',
	async (t) => {
		const path = `/v1/members/duplicates?cooperative=${mine.book}`;
		t.deepEqual((await officer!.get(path)).body, {items: [], nextCursor: null});
		const elsewhere = await join({cooperative: theirs.book, name: 'Rahasia'}, neighbour);
		const digits = `177101410790${String(serial).padStart(4, '0')}`;
		const refused = await officer!.post('/v1/members', person({nik: digits}));
		t.is(refused.status, 409);
		t.is(refused.body.code, 'member/nik-duplicate');
		const here = await join();
		const own = `177101410790${String(serial).padStart(4, '0')}`;
		t.is((await officer!.post('/v1/members', person({nik: own}))).status, 409);

		const {body} = await officer!.get(path);
		t.is(body.items.length, 2);
		t.like(body.items[0], {
			cooperative: mine.book,
			attemptedBy: 'siti',
			attemptedAt: '2026-03-31T05:00:00.000Z',
		});
		const byPlace = new Map(
			body.items.map((one: {isElsewhere: boolean}) => [one.isElsewhere, one]),
		);
		t.like(byPlace.get(true), {member: null});
		t.like(byPlace.get(false), {member: {id: here.id, number: here.number}});
		const told = JSON.stringify(body);
		for (const secret of [digits, own, 'Rahasia', theirs.book, elsewhere.id]) {
			t.false(told.includes(secret), secret);
		}
		// Page by page it is the same.
		const first = (await officer!.get(`${path}&limit=1`)).body;
		const second = (await officer!.get(`${path}&limit=1&cursor=${first.nextCursor}`)).body;
		t.deepEqual([...first.items, ...second.items], body.items);
		t.is(second.nextCursor, null);
		// The other cooperative is not told that somebody tried its member's NIK; the city is.
		t.deepEqual((await neighbour!.get('/v1/members/duplicates')).body.items, []);
		t.is((await neighbour!.get(path)).status, 404);
		t.deepEqual((await auditor!.get('/v1/members/duplicates')).body.items, body.items);
	},
);

test.serial('an attempt beside others in one transaction is kept, and theirs too', async (t) => {
	const path = `/v1/members/duplicates?cooperative=${mine.book}`;
	const before: number = (await officer!.get(path)).body.items.length;
	const taken = await join();
	const nik = `177101410790${String(serial).padStart(4, '0')}`;
	const answers = await Promise.all([
		officer!.post('/v1/members', person()),
		officer!.post('/v1/members', person({nik})),
		officer!.post('/v1/members', person()),
		officer!.post('/v1/members', person({nik})),
	]);
	t.deepEqual(
		answers.map(({status}) => status),
		[201, 409, 201, 409],
	);
	const {items} = (await officer!.get(path)).body;
	t.is(items.length, before + 2);
	t.is(items[0].member.id, taken.id);
});

const chair = (change: object = {}) => ({
	name: 'Budi Ketua',
	nik: `177101010180${String((serial += 1)).padStart(4, '0')}`,
	office: 'ketua',
	since: '2025-01-01',
	...change,
});

test.serial('a member related to one who runs the cooperative is told as such', async (t) => {
	const path = `/v1/cooperatives/${mine.book}/pengurus`;
	const made = await manager!.post(path, chair());
	t.is(made.status, 201, JSON.stringify(made.body));
	t.like(made.body, {cooperative: mine.book, office: 'ketua', until: null});
	t.regex(made.body.nikMasked, /^\*{12}\d{4}$/);
	t.like((await officer!.get(path)).body.items, [{id: made.body.id, name: 'Budi Ketua'}]);
	const wife = await join();
	t.like(wife, {isRelatedParty: false, relatedTo: []});
	const ties = `/v1/members/${wife.id}/ties`;
	const tie = await officer!.post(ties, {pengurus: made.body.id, relation: 'spouse'});
	t.is(tie.status, 201, JSON.stringify(tie.body));
	const related = {
		isRelatedParty: true,
		relatedTo: [{pengurus: made.body.id, name: 'Budi Ketua', office: 'ketua', relation: 'spouse'}],
	};
	t.like((await officer!.get(`/v1/members/${wife.id}`)).body, related);
	const {items} = (await officer!.get(`/v1/members?cooperative=${mine.book}&limit=1000`)).body;
	t.like(
		items.find(({id}: {id: string}) => id === wife.id),
		related,
	);
	// Whoever said so does not unsay it.
	const end = {until: '2026-03-30'};
	t.is((await officer!.post(`/v1/ties/${tie.body.id}/end`, end)).status, 403);
	t.like((await manager!.post(`/v1/ties/${tie.body.id}/end`, end)).body, end);
	t.like((await officer!.get(`/v1/members/${wife.id}`)).body, {isRelatedParty: false});
	t.like((await officer!.get(ties)).body.items, [{relation: 'spouse', until: '2026-03-30'}]);
	t.is((await neighbour!.get(ties)).status, 404);
	t.is((await neighbour!.get(path)).status, 404);
});

test.serial(
	'a member who runs the cooperative is known by the NIK, until the office ends',
	async (t) => {
		const self = await join();
		const nik = `177101410790${String(serial).padStart(4, '0')}`;
		const path = `/v1/cooperatives/${mine.book}/pengurus`;
		const {body: office} = await manager!.post(
			path,
			chair({nik, office: 'pengelola', name: 'Ani'}),
		);
		t.like((await officer!.get(`/v1/members/${self.id}`)).body, {
			isRelatedParty: true,
			relatedTo: [{pengurus: office.id, office: 'pengelola', relation: 'self'}],
		});
		const tie = {pengurus: office.id, relation: 'child'};
		const toSelf = await officer!.post(`/v1/members/${self.id}/ties`, tie);
		t.is(toSelf.body.code, 'pengurus/tie-to-self');
		const ended = await manager!.post(`/v1/pengurus/${office.id}/end`, {until: '2026-03-01'});
		t.like(ended.body, {until: '2026-03-01'});
		t.like((await officer!.get(`/v1/members/${self.id}`)).body, {isRelatedParty: false});
		const again = await manager!.post(`/v1/pengurus/${office.id}/end`, {until: '2026-03-02'});
		t.is(again.status, 409);
		t.is(again.body.code, 'pengurus/already-ended');
	},
);

test.serial('offices and ties that cannot be are refused', async (t) => {
	const path = `/v1/cooperatives/${mine.book}/pengurus`;
	const held = chair({office: 'bendahara'});
	const {body: one} = await manager!.post(path, held);
	const member = await join();
	const ties = `/v1/members/${member.id}/ties`;
	await officer!.post(ties, {pengurus: one.id, relation: 'sibling'});
	const far = await manager!.post(`/v1/cooperatives/${theirs.book}/pengurus`, chair());
	const nobody = '00000000-0000-4000-8000-000000000000';
	const cases: readonly (readonly [Client, string, object, number, string])[] = [
		[manager!, path, held, 409, 'pengurus/in-office'],
		[manager!, path, chair({since: '2026-04-01'}), 422, 'pengurus/since-in-future'],
		[manager!, path, chair({office: 'direktur'}), 422, 'field/not-one-of'],
		[manager!, path, chair({nik: '123'}), 422, 'nik/length'],
		[officer!, path, chair(), 403, 'identity/forbidden'],
		[supervisor!, path, chair(), 403, 'identity/forbidden'],
		[officer!, ties, {pengurus: one.id, relation: 'spouse'}, 409, 'pengurus/tied-already'],
		[
			manager!,
			`/v1/pengurus/${one.id}/end`,
			{until: '2024-12-31'},
			422,
			'pengurus/ended-before-start',
		],
		[manager!, `/v1/pengurus/${one.id}/end`, {until: '2026-04-01'}, 422, 'pengurus/end-in-future'],
		[manager!, `/v1/pengurus/${nobody}/end`, {until: '2026-03-01'}, 404, 'pengurus/unknown'],
		[manager!, `/v1/ties/${nobody}/end`, {until: '2026-03-01'}, 404, 'pengurus/unknown-tie'],
		[officer!, ties, {pengurus: far.body.id, relation: 'spouse'}, 404, 'pengurus/unknown'],
	];
	for (const [by, address, body, status, code] of cases) {
		const answer = await by.post(address, body, english);
		t.is(answer.status, status, `${code}: ${JSON.stringify(answer.body)}`);
		t.is(answer.body.code, code);
	}
});

const pdf = Buffer.from('%PDF-1.4\nSurat pernyataan\n');

const fetchFile = async (path: string, token: Client) => token.get(path);

test.serial(
	'papers of a member and of a loan are kept, listed and fetched as they were',
	async (t) => {
		const loan = await lend(world, mine);
		for (const [owner, ownerKind] of [
			[`/v1/members/${loan.member}`, 'member'],
			[`/v1/loans/${loan.id}`, 'loan'],
		] as const) {
			const path = `${owner}/attachments`;
			t.deepEqual((await officer!.get(path)).body, {items: [], nextCursor: null});
			const paper = {name: 'akad "asli".pdf', contentBase64: pdf.toString('base64')};
			const made = await officer!.post(path, paper);
			t.is(made.status, 201, JSON.stringify(made.body));
			t.like(made.body, {
				ownerKind,
				name: 'akad "asli".pdf',
				mediaType: 'application/pdf',
				bytes: 26,
				uploadedBy: 'siti',
				uploadedAt: '2026-03-31T05:00:00.000Z',
			});
			t.regex(made.body.sha256, /^[0-9a-f]{64}$/);
			t.deepEqual((await auditor!.get(path)).body.items, [made.body]);

			const file = await fetchFile(`${path}/${made.body.id}`, auditor!);
			t.is(file.status, 200);
			t.is(file.body, pdf.toString());
			t.is(file.headers.get('content-type'), 'application/pdf');
			t.is(file.headers.get('x-content-type-options'), 'nosniff');
			t.is(file.headers.get('cache-control'), 'private, no-store');
			t.is(
				file.headers.get('content-disposition'),
				`attachment; filename="akad _asli_.pdf"; filename*=UTF-8''akad%20%22asli%22.pdf`,
			);

			const again = await supervisor!.post(path, {...paper, name: 'lain.pdf'}, english);
			t.is(again.status, 409);
			t.is(again.body.code, 'attachment/already-there');
			t.regex(again.body.detail, /akad "asli"\.pdf by siti at 2026-03-31T05:00:00\.000Z/);
			t.is((await auditor!.post(path, paper)).status, 403);
			for (const address of [path, `${path}/${made.body.id}`]) {
				t.is((await neighbour!.get(address)).status, 404, address);
			}
			t.is((await neighbour!.post(path, paper)).status, 404);
			const nobody = '00000000-0000-4000-8000-000000000000';
			t.like((await officer!.get(`${path}/${nobody}`)).body, {code: 'attachment/unknown'});
		}
	},
);

test.serial('a paper of one owner is not that of another', async (t) => {
	const [one, other] = [await join(), await join()];
	const paper = {name: 'ktp.pdf', contentBase64: pdf.toString('base64')};
	const {body} = await officer!.post(`/v1/members/${one.id}/attachments`, paper);
	t.is((await officer!.get(`/v1/members/${other.id}/attachments/${body.id}`)).status, 404);
	t.is((await officer!.post(`/v1/members/${other.id}/attachments`, paper)).status, 201);
});

test.serial('what is no paper, or too much of one, is refused', async (t) => {
	const {id} = await join();
	const path = `/v1/members/${id}/attachments`;
	const large = Buffer.alloc(5_242_881);
	large.write('%PDF-');
	const cases: readonly (readonly [string, number, string])[] = [
		[Buffer.from('MZ program').toString('base64'), 415, 'attachment/type-not-allowed'],
		[Buffer.from('<html>').toString('base64'), 415, 'attachment/type-not-allowed'],
		['bukan base64', 422, 'attachment/not-base64'],
		['', 422, 'attachment/empty'],
		[large.toString('base64'), 413, 'attachment/too-large'],
	];
	for (const [contentBase64, status, code] of cases) {
		const answer = await officer!.post(path, {name: 'ktp.pdf', contentBase64}, english);
		t.is(answer.status, status, `${code}: ${JSON.stringify(answer.body)}`);
		t.is(answer.body.code, code);
		t.is(answer.body.findings[0].path, 'body.contentBase64');
	}
	const most = await officer!.post(path, {
		name: 'besar.pdf',
		contentBase64: large.subarray(0, 5_242_880).toString('base64'),
	});
	t.is(most.status, 201, JSON.stringify(most.body));
	const file = await officer!.get(`${path}/${most.body.id}`);
	t.is(file.headers.get('content-length'), '5242880');
	t.deepEqual((await officer!.get(path)).body.items.length, 1);
});

test.serial('a paper sent again with its key is kept once', async (t) => {
	const id = (await join()).id as MemberId;
	const paper = {name: 'kk.pdf', contentBase64: pdf.toString('base64')};
	const key = 'lampiran-1';
	const first = await officer!.post(`/v1/members/${id}/attachments`, paper, {key});
	const second = await officer!.post(`/v1/members/${id}/attachments`, paper, {key});
	t.deepEqual(second.body, first.body);
	t.is(second.headers.get('idempotency-replayed'), 'true');
});
