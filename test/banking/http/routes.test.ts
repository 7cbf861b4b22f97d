// Bank accounts, statements, matches and cash counts over HTTP, each figure followed in the ledger.
import {readFile} from 'node:fs/promises';
import test from 'ava';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	countRows,
	createWorld,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let [officer, second, supervisor, manager, neighbour, auditor]: Client[] = [];
let mine: Funded;
let villages: string[];
const english = {headers: {'accept-language': 'en'}};

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	const theirs = await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book);
	second = await server.signUp('officer', mine.book);
	supervisor = await server.signUp('supervisor', mine.book);
	manager = await server.signUp('fund-manager', '17.71');
	const rows: {code: string}[] = await world.database
		.owner('regions')
		.whereLike('code', '17.71.%')
		.whereRaw('length(code) = 13')
		.whereNotIn('code', ['17.71.01.1001', '17.71.02.1001'])
		.select('code');
	villages = rows.map(({code}) => code);
	neighbour = await server.signUp('supervisor', theirs.book);
	auditor = await server.signUp('auditor', '17.71');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const books = (book: string): string => `/v1/books/${book}`;

const bank = {
	account: '1.1.02',
	bank: 'BRI',
	accountNumber: '001201000123304',
	openedOn: '2026-03-01',
};

/** A cooperative of its own with an operating bank account at a bank, and its own staff. */
async function openBank(change: object = {}) {
	const {book} = await openFunded(world, villages.pop());
	const [clerk, head] = [
		await server.signUp('officer', book),
		await server.signUp('supervisor', book),
	];
	const wanted = {...bank, ...change};
	const {status, body} = await head.post(`${books(book)}/bank-accounts`, wanted);
	if (status !== 201) throw new Error(JSON.stringify(body));
	const account = `${books(book)}/bank-accounts/${body.id}`;
	const give = async (format: string, content: string | Buffer, more: object = {}) =>
		clerk.post(
			`${books(book)}/bank-statements`,
			{
				bankAccount: body.id,
				format,
				name: 'mutasi',
				contentBase64: Buffer.from(content).toString('base64'),
				...more,
			},
			english,
		);
	const post = async (effectiveOn: string, amount: string, document: string) => {
		const isIn = !amount.startsWith('-');
		const [side, other] = isIn ? ['debit', 'credit'] : ['credit', 'debit'];
		const plain = amount.replace('-', '');
		const answer = await head.post(`${books(book)}/entries`, {
			effectiveOn,
			reason: 'Mutasi bank',
			document,
			lines: [
				{account: '1.1.02', side, amount: plain},
				{account: isIn ? '3.1.03' : '5.2.01', side: other, amount: plain},
			],
		});
		if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
		return answer.body.number as number;
	};
	return {book, clerk, head, account, id: body.id as string, give, post};
}

/** A CSV of BRI: date, description, reference, amount above zero where it came in, balance. */
const bri = (...rows: readonly (readonly [string, string, string, string, string])[]): string =>
	[
		'Tanggal,Uraian,Teller,Debet,Kredit,Saldo',
		...rows.map(([date, text, reference, amount, balance]) =>
			[
				date,
				text,
				reference,
				amount.startsWith('-') ? amount.slice(1) : '',
				amount.startsWith('-') ? '' : amount,
				balance,
			].join(','),
		),
	].join('\n');

type Amounts = Record<string, string>;

const sample = async (name: string): Promise<Buffer> => readFile(`test/banking/samples/${name}`);

for (const [format, name, more] of [
	['bri-csv', 'bri.csv', {}],
	['mandiri-csv', 'mandiri.csv', {}],
	['bni-csv', 'bni.csv', {}],
	['bca-csv', 'bca.csv', {}],
	['bca-bisnis-csv', 'bca-bisnis.csv', {openingBalance: '10000000', closingBalance: '10843500'}],
	['bsi-csv', 'bsi.csv', {}],
	['mt940', 'mandiri.sta', {}],
	['camt.053', 'bri.xml', {}],
] as const) {
	test.serial(`the sample ${name} is read by the format ${format}`, async (t) => {
		const accountNumber = format === 'mt940' ? '1140001234567' : '001201000123304';
		const {give, clerk, book} = await openBank({accountNumber});
		const {status, body} = await give(format, await sample(name), more);
		t.is(status, 201, JSON.stringify(body));
		t.like(body, {
			number: 1,
			from: '2026-03-02',
			to: '2026-03-05',
			openingBalance: '10000000.00',
			closingBalance: '10843500.00',
			rows: 3,
			newRows: 3,
			gapBefore: null,
		});
		const isStandard = ['mt940', 'camt.053'].includes(format);
		t.is(body.format.status, isStandard ? 'found' : 'provisional');
		const rows = await clerk.get(`${books(book)}/bank-statements/${body.id}/rows`);
		t.deepEqual(
			rows.body.items.map((row: Record<string, string>) => [row.bookedOn, row.amount, row.balance]),
			[
				['2026-03-02', '1250000.00', '11250000.00'],
				['2026-03-02', '-400000.00', '10850000.00'],
				['2026-03-05', '-6500.00', '10843500.00'],
			],
		);
		// The file is kept byte for byte, and the ledger knows what the bank said.
		const kept = await clerk.get(`${books(book)}/bank-statements/${body.id}/file`);
		t.is(String(kept.body), String(await sample(name)));
		const assertion = await clerk.get(`${books(book)}/assertions/${body.assertion}`);
		t.like(assertion.body, {
			account: '1.1.02',
			assertedOn: '2026-03-05',
			amount: '10843500.00',
			source: 'bank-statement',
			state: 'differs',
		});
	});
}

const path = (answer: {body: {findings: {path: string; code: string}[]}}) =>
	answer.body.findings.map((one) => [one.code, one.path]);

test.serial('an account of a book is one account at a bank, by whoever may say so', async (t) => {
	const list = `${books(mine.book)}/bank-accounts`;
	t.is((await officer!.post(list, bank)).status, 403);
	const {status, body} = await supervisor!.post(list, bank);
	t.is(status, 201, JSON.stringify(body));
	t.is(body.accountNumber, '001201000123304');
	const {items} = (await officer!.get(list)).body;
	t.deepEqual(items, [{...body, accountNumber: '…3304'}]);
	t.is((await officer!.get(`${list}/${body.id}`)).body.accountNumber, '001201000123304');
	t.is((await neighbour!.get(list)).status, 404);

	const before = await countRows(world);
	const all = await supervisor!.post(list, {...bank, account: '1.2.01', openedOn: '2026-04-01'});
	t.deepEqual(path(all), [
		['banking/not-money', 'body.account'],
		['banking/opened-in-future', 'body.openedOn'],
		['banking/number-taken', 'body.accountNumber'],
	]);
	const again = await supervisor!.post(list, {...bank, accountNumber: '99999'}, english);
	t.is(again.status, 409);
	t.is(
		again.body.detail,
		'The account 1.1.02 is BRI …3304 already; one account is one bank account.',
	);
	const early = await supervisor!.post(list, {
		...bank,
		account: '1.1.11',
		accountNumber: '1',
		openedOn: '2024-12-31',
	});
	t.is(early.status, 422);
	t.is((await supervisor!.post(list, {...bank, account: '8.8.8'})).status, 422);
	const {idempotency_keys: _, ...counts} = await countRows(world);
	const {idempotency_keys: __, ...counted} = before;
	t.deepEqual(counts, counted);
});

test.serial(
	'a bad file names every bad value with what would be right, and brings nothing',
	async (t) => {
		const {give} = await openBank();
		const before = await countRows(world);
		const bad = bri(
			['02/03/2026', 'SETORAN', '1', '1250000.00', '11250000.00'],
			['31/02/2026', 'SETORAN', '2', '1.250.000;00', 'x'],
			['2026-03-04', 'SETORAN', '3', '', '11250000.00'],
			['05/03/2026', 'A', '4', '1,250.00', '1'],
		);
		const {status, body} = await give('bri-csv', bad);
		t.is(status, 422);
		t.is(body.code, 'banking/file-unreadable');
		t.deepEqual(
			body.findings.map(({path: at, message}: Record<string, string>) => [at, message]),
			[
				[
					'body.contentBase64[3]',
					'Line 3, column Tanggal: "31/02/2026" cannot be read; it should be DD/MM/YYYY.',
				],
				[
					'body.contentBase64[3]',
					'Line 3, column Kredit: "1.250.000;00" cannot be read; it should be 1,250,000.00.',
				],
				[
					'body.contentBase64[3]',
					'Line 3, column Saldo: "x" cannot be read; it should be 1,250,000.00.',
				],
				[
					'body.contentBase64[4]',
					'Line 4, column Tanggal: "2026-03-04" cannot be read; it should be DD/MM/YYYY.',
				],
				[
					'body.contentBase64[4]',
					'Line 4, column Debet / Kredit: " / " cannot be read; it should be 1,250,000.00 / –, – / 1,250,000.00.',
				],
				[
					'body.contentBase64[5]',
					'Line 5, column -: "05/03/2026,A,4,,1,250.00,1" cannot be read; it should be 6 × ",".',
				],
			],
		);
		const untidy = bri(
			['02/03/2026', 'SETORAN', '1', '1250000.00', '11250000.00'],
			['03/03/2026', 'SETORAN', '2', '-250000.00', '11000001.00'],
			['04/03/2026', 'SETORAN', '3', '1.00', '11000002.00'],
		);
		const sums = await give('bri-csv', untidy);
		t.is(sums.body.code, 'banking/does-not-add-up');
		t.is(
			sums.body.detail,
			'Line 3, column Saldo: the balance 11000001.00 is not what the movements make; that is 11000000.00.',
		);
		t.is(sums.body.findings.length, 1);
		const days = await give(
			'bri-csv',
			bri(['28/02/2026', 'A', '1', '1.00', '1.00'], ['01/04/2026', 'B', '2', '1.00', '2.00']),
		);
		t.deepEqual(path(days), [
			['banking/row-before-account', 'body.contentBase64[2]'],
			['banking/row-in-future', 'body.contentBase64[3]'],
		]);
		for (const [format, content, code] of [
			['bri-csv', 'a,b\n1,2', 'banking/file-unreadable'],
			['bri-csv', '"a', 'banking/file-unreadable'],
			['bri-csv', 'Tanggal,Uraian,Teller,Debet,Kredit,Saldo\n', 'banking/no-rows'],
			['bca-bisnis-csv', await sample('bca-bisnis.csv'), 'banking/balance-missing'],
			['bri-csv', Buffer.from([0xff, 0xfe, 0x00]), 'banking/file-unreadable'],
			['mt940', await sample('mandiri.sta'), 'banking/other-account'],
			['mt940', 'nothing', 'banking/file-unreadable'],
			[
				'camt.053',
				'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
				'banking/file-unreadable',
			],
			['camt.053', '<a><b></a>', 'banking/file-unreadable'],
			['none', 'x', 'banking/unknown-format'],
			['bri-csv', '', 'attachment/empty'],
		] as const) {
			const answer = await give(format, content);
			t.is(answer.body.code, code, JSON.stringify(answer.body));
		}
		const given = await give('bri-csv', await sample('bri.csv'), {closingBalance: '1'});
		t.is(given.body.code, 'banking/closing-differs');
		const {idempotency_keys: _, ...after} = await countRows(world);
		const {idempotency_keys: __, ...counted} = before;
		t.deepEqual(after, counted);
	},
);

test.serial(
	'files that overlap double nothing; one that contradicts an earlier one is refused',
	async (t) => {
		const {give, clerk, book, account} = await openBank();
		const r = (
			day: string,
			amount: string,
			balance: string,
		): [string, string, string, string, string] => [
			`${day}/03/2026`,
			'SETORAN TUNAI',
			'',
			amount,
			balance,
		];
		const first = [
			r('02', '100.00', '100.00'),
			r('02', '100.00', '200.00'),
			r('05', '50.00', '250.00'),
		];
		t.like((await give('bri-csv', bri(...first))).body, {rows: 3, newRows: 3});
		const same = await give('bri-csv', bri(...first));
		t.is(same.status, 409);
		t.is(same.body.code, 'banking/file-imported-before');
		// From the second deposit of the second day on, and further.
		const next = [first[1]!, first[2]!, r('05', '50.00', '300.00'), r('09', '-10.00', '290.00')];
		t.like((await give('bri-csv', bri(...next))).body, {
			rows: 4,
			newRows: 2,
			gapBefore: null,
			openingBalance: '100.00',
		});
		// The fifth of March is within it: what was shown of that day is not another deposit.
		const forged = await give(
			'bri-csv',
			bri(first[1]!, r('05', '70.00', '270.00'), r('09', '20.00', '290.00')),
		);
		t.is(forged.status, 409, JSON.stringify(forged.body));
		t.deepEqual(path(forged), [
			['banking/contradicts-earlier', 'body.contentBase64[3]'],
			['banking/contradicts-earlier', 'body.contentBase64'],
			['banking/contradicts-earlier', 'body.contentBase64'],
		]);
		// Three days on the bank begins elsewhere: something is missing in between.
		const late = (await give('bri-csv', bri(r('12', '1.00', '341.00')))).body;
		t.deepEqual(late.gapBefore, {
			statement: 2,
			closing: '290.00',
			opening: '340.00',
			difference: '50.00',
		});
		const {body} = await clerk.get(`${account}/reconciliation?asOf=2026-03-31`);
		t.like(body.totals, {
			ledgerBalance: '0.00',
			onlyInStatement: '291.00',
			statementBalance: '341.00',
			difference: '50.00',
			openingDifference: '0.00',
		});
		t.is(body.gaps.length, 1);
		t.is(body.meta.statementUpTo, '2026-03-12');
		const list = `${books(book)}/bank-statements`;
		const page = (await clerk.get(`${list}?limit=2`)).body;
		const rest = (await clerk.get(`${list}?limit=2&cursor=${page.nextCursor}`)).body;
		t.deepEqual(
			[...page.items, ...rest.items].map(({number}: {number: number}) => number),
			[1, 2, 3],
		);
	},
);

test.serial(
	'rules match what is unique; the rest is a person’s, and can be taken back',
	async (t) => {
		const {give, post, head, clerk, account, book, id} = await openBank();
		const deposit = await post('2026-03-02', '500.00', 'SS-1');
		await post('2026-03-02', '500.00', 'SS-12');
		await post('2026-03-04', '10.00', 'KW-1');
		await post('2026-03-04', '20.00', 'KW-2');
		const twins = [
			await post('2026-03-09', '7.00', 'KW-3'),
			await post('2026-03-09', '7.00', 'KW-4'),
		];
		const paid = await post('2026-03-10', '-3.00', 'BKK-1');
		const {body} = await give(
			'bri-csv',
			bri(
				['03/03/2026', 'SETORAN SS-1', 'a', '500.00', '500.00'],
				['05/03/2026', 'SETORAN', 'b', '30.00', '530.00'],
				['09/03/2026', 'SETORAN', 'c', '7.00', '537.00'],
				['11/03/2026', 'BIAYA', 'd', '-3.00', '534.00'],
				['12/03/2026', 'BUNGA', 'e', '1.50', '535.50'],
			),
		);
		t.is(body.matched, 3, JSON.stringify(body));
		const {items} = (await clerk.get(`${account}/matches`)).body;
		const kinds = items.map(({rule}: {rule: {kind: string}}) => rule.kind);
		t.deepEqual([...kinds].sort(), ['amount-and-date', 'reference', 'sum-of-day']);
		const byName = items.find(({rule}: {rule: {kind: string}}) => rule.kind === 'reference');
		t.deepEqual(byName.lines, [{entry: deposit, line: 1}]);

		const open = (await clerk.get(`${account}/unmatched?asOf=2026-03-31`)).body;
		t.deepEqual(
			open.onlyInStatement.map((one: Amounts) => [one.description, one.amount, one.days]),
			[
				['SETORAN', '7.00', 22],
				['BUNGA', '1.50', 19],
			],
		);
		t.deepEqual(
			open.onlyInLedger.map((one: Amounts) => [one.document, one.amount, one.days]),
			[
				['SS-12', '500.00', 29],
				['KW-3', '7.00', 22],
				['KW-4', '7.00', 22],
			],
		);
		t.deepEqual(open.totals, {onlyInStatement: '8.50', onlyInLedger: '514.00'});
		const {totals} = (await clerk.get(`${account}/reconciliation?asOf=2026-03-31`)).body;
		t.deepEqual(totals, {
			ledgerBalance: '1041.00',
			onlyInStatement: '8.50',
			onlyInLedger: '514.00',
			adjusted: '535.50',
			statementBalance: '535.50',
			difference: '0.00',
			openingDifference: '0.00',
		});
		// On the tenth the payment was booked and the bank had not taken it yet.
		const tenth = (await clerk.get(`${account}/reconciliation?asOf=2026-03-10`)).body;
		t.like(tenth.totals, {onlyInLedger: '511.00', statementBalance: '537.00', difference: '0.00'});
		t.true(tenth.onlyInLedger.some(({entry}: {entry: number}) => entry === paid));

		const row = open.onlyInStatement[0].row as string;
		const wish = {
			bankAccount: id,
			rows: [row],
			lines: [{entry: twins[1]!, line: 1}],
			note: 'Slip setoran KW-4',
		};
		const matches = `${books(book)}/bank-matches`;
		t.is((await clerk.post(matches, wish)).status, 403);
		const wrong = await head.post(matches, {
			...wish,
			rows: [row, row, id],
			lines: [
				{entry: deposit, line: 1},
				{entry: twins[1]!, line: 2},
			],
		});
		t.deepEqual(path(wrong), [
			['banking/named-twice', 'body.rows[1]'],
			['banking/row-not-free', 'body.rows[2]'],
			['banking/line-not-free', 'body.lines[0]'],
			['banking/line-not-free', 'body.lines[1]'],
		]);
		const alone = await head.post(matches, {...wish, lines: []});
		t.is(alone.body.code, 'banking/match-too-small');
		const both = twins.map((entry) => ({entry, line: 1}));
		const unequal = await head.post(matches, {...wish, lines: both}, english);
		t.is(unequal.body.detail, 'The movements make 7.00 and the lines 14.00; they are to be equal.');
		const made = await head.post(matches, wish);
		t.is(made.status, 201, JSON.stringify(made.body));
		t.like(made.body, {rule: null, note: 'Slip setoran KW-4', undone: null});
		t.is((await head.post(matches, wish)).body.findings.length, 2);
		const undo = `${matches}/${made.body.id}/unmatch`;
		const undone = await head.post(undo, {reason: 'Keliru'});
		t.is(undone.body.undone.reason, 'Keliru', JSON.stringify(undone.body));
		t.is((await head.post(undo, {reason: 'Keliru'})).body.code, 'banking/unmatched-before');
		t.deepEqual((await clerk.get(`${matches}/${made.body.id}`)).body, undone.body);
		t.is((await head.post(matches, wish)).status, 201);
		// With one of the twins gone the rules would know; the interest is nowhere in the ledger.
		t.deepEqual((await head.post(`${account}/match`)).body, {matched: []});
		// A statement shows what its movements are matched with.
		const list = `${books(book)}/bank-statements/${body.id}/rows`;
		const shown = (await clerk.get(`${list}?limit=3`)).body;
		t.truthy(shown.items[2].match);
		const rest = (await clerk.get(`${list}?cursor=${shown.nextCursor}`)).body;
		t.is(rest.items.at(-1).match, null);
		t.is((await neighbour!.get(`${account}/unmatched`)).status, 404);
	},
);

test.serial(
	'what the ledger held before the account was compared is said, not hidden',
	async (t) => {
		const {give, post, clerk, account} = await openBank();
		await post('2026-02-20', '1000.00', 'LAMA');
		const none = await clerk.get(`${account}/reconciliation`, {'accept-language': 'en'});
		t.is(none.status, 409);
		t.is(none.body.code, 'banking/no-statement');
		await give('bri-csv', bri(['03/03/2026', 'SETORAN', 'a', '5.00', '905.00']));
		const {body} = await clerk.get(`${account}/reconciliation`);
		t.like(body.totals, {
			ledgerBalance: '1000.00',
			onlyInStatement: '5.00',
			onlyInLedger: '0.00',
			statementBalance: '905.00',
			difference: '-100.00',
			openingDifference: '-100.00',
		});
		const early = await clerk.get(`${account}/unmatched?asOf=2026-02-28`);
		t.is(early.body.code, 'banking/before-account');
		const future = await clerk.get(`${account}/reconciliation?asOf=2026-04-01`);
		t.is(future.body.code, 'banking/date-in-future');
	},
);

test.serial('an entry that contradicts a closing balance shows as a break', async (t) => {
	const {give, post, clerk, book} = await openBank();
	await post('2026-03-03', '5.00', 'KW-1');
	const {body} = await give('bri-csv', bri(['03/03/2026', 'SETORAN', 'a', '5.00', '5.00']));
	const assertion = `${books(book)}/assertions/${body.assertion}`;
	t.is((await clerk.get(assertion)).body.state, 'holds');
	const entry = await post('2026-03-02', '1.00', 'KW-2');
	t.like((await clerk.get(assertion)).body, {state: 'broken', brokenBy: [entry]});
	// Of today nothing is asserted: it is not over.
	const today = await give('bri-csv', bri(['31/03/2026', 'SETORAN', 'b', '1.00', '6.00']));
	t.is(today.body.assertion, null);
});

const counts = `/v1/books/KOP-1771011001/cash-counts`;
const box = (...pieces: readonly (readonly [string, string, number])[]) => ({
	pieces: pieces.map(([value, kind, many]) => ({value, kind, pieces: many})),
});

async function fillCash(amount: string): Promise<number> {
	const {body} = await supervisor!.post(`${books(mine.book)}/entries`, {
		effectiveOn: '2026-03-31',
		reason: 'Setoran modal',
		document: 'BKM-1',
		lines: [
			{account: '1.1.01', side: 'debit', amount},
			{account: '3.1.03', side: 'credit', amount},
		],
	});
	return body.number as number;
}

test.serial(
	'cash is counted by one, seen by another, and a shortage booked by a third word',
	async (t) => {
		await fillCash('275000');
		const full = box(['100000', 'note', 2], ['50000', 'note', 1], ['1000', 'coin', 5]);
		const counted = await officer!.post(counts, full);
		t.is(counted.status, 201, JSON.stringify(counted.body));
		t.like(counted.body, {
			document: 'KAS-1',
			countedOn: '2026-03-31',
			total: '255000.00',
			ledgerAmount: '275000.00',
			difference: '-20000.00',
			state: 'counted',
			witness: null,
			booking: null,
		});
		const count = `${counts}/${counted.body.id}`;
		const why = {reason: 'Kurang Rp 20.000 menurut BA KAS-1'};
		t.is(
			(await supervisor!.post(`${count}/book-difference`, why)).body.code,
			'banking/not-witnessed',
		);
		t.is((await officer!.post(`${count}/confirm`)).body.code, 'banking/counted-by-witness');
		t.is((await manager!.post(`${count}/confirm`)).status, 403);
		const seen = await second!.post(`${count}/confirm`);
		t.is(seen.status, 200, JSON.stringify(seen.body));
		t.is(seen.body.state, 'witnessed');
		t.is((await supervisor!.post(`${count}/confirm`)).body.code, 'banking/witnessed-before');
		const assertion = `${books(mine.book)}/assertions/${seen.body.witness.assertion}`;
		t.like((await auditor!.get(assertion)).body, {
			source: 'cash-count',
			amount: '255000.00',
			countedWith: counted.body.countedBy,
			assertedBy: seen.body.witness.by,
			document: 'KAS-1',
			state: 'differs',
		});

		t.is((await officer!.post(`${count}/book-difference`, why)).status, 403);
		const booked = await supervisor!.post(`${count}/book-difference`, why);
		t.is(booked.status, 200, JSON.stringify(booked.body));
		t.like(booked.body, {state: 'booked', booking: {difference: '-20000.00'}});
		const entry = await auditor!.get(`${books(mine.book)}/entries/${booked.body.booking.entry}`);
		t.like(entry.body, {kind: 'cash-shortage', document: 'KAS-1', effectiveOn: '2026-03-31'});
		t.like(await balances(world, mine.book), {'1.1.01': '255000.00', '1.2.35': '20000.00'});
		t.is((await auditor!.get(assertion)).body.state, 'holds');
		t.is(
			(await supervisor!.post(`${count}/book-difference`, why)).body.code,
			'banking/booked-before',
		);
		const {items} = (await auditor!.get(counts)).body;
		t.deepEqual(items, [booked.body]);
		t.deepEqual((await auditor!.get(count)).body, booked.body);
	},
);

test.serial('what is too much is other income; what agrees is booked nowhere', async (t) => {
	const counted = await officer!.post(
		counts,
		box(['100000', 'note', 2], ['50000', 'note', 1], ['1000', 'note', 7]),
	);
	const count = `${counts}/${counted.body.id}`;
	// The cash moves before anybody has seen it: it is counted again.
	await fillCash('1000');
	const moved = await second!.post(`${count}/confirm`, undefined, english);
	t.is(moved.body.code, 'banking/cash-moved');
	const full = box(['100000', 'note', 2], ['50000', 'note', 1], ['1000', 'note', 8]);
	const again = `${counts}/${(await officer!.post(counts, full)).body.id}`;
	t.is((await supervisor!.post(`${again}/confirm`)).status, 200);
	const booked = await supervisor!.post(`${again}/book-difference`, {reason: 'Lebih'});
	t.is(booked.body.booking.difference, '2000.00', JSON.stringify(booked.body));
	t.like(await balances(world, mine.book), {'1.1.01': '258000.00', '4.9.01': '-2000.00'});

	const equal = `${counts}/${(await officer!.post(counts, full)).body.id}`;
	await second!.post(`${equal}/confirm`);
	const none = await supervisor!.post(`${equal}/book-difference`, {reason: 'x'});
	t.is(none.body.code, 'banking/no-difference');

	// A supervisor who counts does not book, nor is a count that was withdrawn.
	const own = (await supervisor!.post(counts, box(['100000', 'note', 1]))).body;
	const {body: seen} = await second!.post(`${counts}/${own.id}/confirm`);
	const itself = await supervisor!.post(`${counts}/${own.id}/book-difference`, {reason: 'x'});
	t.is(itself.body.code, 'banking/booked-by-counter');
	const withdraw = `${books(mine.book)}/assertions/${seen.witness.assertion}/withdraw`;
	t.is((await officer!.post(withdraw, {reason: 'Salah hitung'})).status, 200);
	const late = await supervisor!.post(`${counts}/${own.id}/book-difference`, {reason: 'x'});
	t.is(late.body.code, 'banking/count-withdrawn');
	t.is((await officer!.get(`${counts}/${own.id}`)).body.state, 'withdrawn');
});

test.serial('the counts are listed from either end, page by page', async (t) => {
	type Page = {items: {document: string}[]; nextCursor: string | null};
	const listed = async (order: string): Promise<string[]> => {
		const documents: string[] = [];
		let cursor: string | null = '';
		while (cursor !== null) {
			const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
			const answer = await officer!.get(`${counts}?limit=1${order}${from}`);
			const {items, nextCursor} = answer.body as Page;
			documents.push(...items.map(({document}) => document));
			cursor = nextCursor;
		}
		return documents;
	};
	const all = ['KAS-1', 'KAS-2', 'KAS-3', 'KAS-4', 'KAS-5'];
	t.deepEqual(await listed(''), all);
	t.deepEqual(await listed('&order=oldest-first'), all);
	t.deepEqual(await listed('&order=newest-first'), all.toReversed());
	t.is((await officer!.get(`${counts}?order=sideways`)).status, 422);
});

test.serial('only money is counted, each of it once, in a cooperative, on that day', async (t) => {
	const wrong = await officer!.post(
		counts,
		box(['75000', 'note', 1], ['1000', 'coin', 1], ['1000', 'coin', 2], ['100', 'note', 1]),
		english,
	);
	t.deepEqual(path(wrong), [
		['banking/unknown-denomination', 'body.pieces[0].value'],
		['banking/named-twice', 'body.pieces[2].value'],
		['banking/unknown-denomination', 'body.pieces[3].value'],
	]);
	const anywhere = await server.signUp('supervisor');
	const city = await anywhere.post('/v1/books/KOTA-BENGKULU/cash-counts', box());
	t.is(city.body.code, 'banking/no-cash-box', JSON.stringify(city.body));
	const counted = (await officer!.post(counts, box())).body;
	t.is(counted.total, '0.00');
	world.setDay('2026-04-01');
	const late = await second!.post(`${counts}/${counted.id}/confirm`);
	world.setDay('2026-03-31');
	t.is(late.body.code, 'banking/count-of-other-day');
	t.is((await neighbour!.get(counts)).status, 404);
	t.is((await neighbour!.post(`${counts}/${counted.id}/confirm`)).status, 404);
	const {items} = (await officer!.get('/v1/cash-denominations')).body;
	t.deepEqual(
		items.map(({value, kind}: Amounts) => `${value} ${kind}`),
		[
			'100000.00 note',
			'50000.00 note',
			'20000.00 note',
			'10000.00 note',
			'5000.00 note',
			'2000.00 note',
			'1000.00 note',
			'1000.00 coin',
			'500.00 coin',
			'200.00 coin',
			'100.00 coin',
		],
	);
});

test.serial('a format gets a new version, and what it reads changes with it', async (t) => {
	const {items} = (await officer!.get('/v1/statement-formats')).body;
	const known = items.find(({code}: {code: string}) => code === 'bsi-csv');
	t.like(known, {version: 1, kind: 'csv', status: 'provisional'});
	const {version: _, recordedBy: __, ...wanted} = known;
	t.is((await supervisor!.post('/v1/statement-formats', wanted)).status, 403);
	const layout = {...wanted.layout, dateFormat: 'DD/MM/YYYY'};
	const next = await manager!.post('/v1/statement-formats', {...wanted, layout});
	t.is(next.status, 201, JSON.stringify(next.body));
	t.is(next.body.version, 2);
	const {give} = await openBank();
	const {body} = await give('bsi-csv', await sample('bsi.csv'));
	t.is(body.findings.length, 3);
	t.is(body.findings[0].value, '2026-03-02');
	const back = await manager!.post('/v1/statement-formats', wanted);
	t.is(back.body.version, 3);
	const wrong = await manager!.post('/v1/statement-formats', {
		...wanted,
		kind: 'mt940',
		layout: {...layout, thousands: ','},
	});
	t.deepEqual(path(wrong), [
		['banking/layout-wrong', 'body.layout'],
		['banking/kind-changed', 'body.kind'],
		['banking/signs-alike', 'body.layout.thousands'],
	]);
	t.is((await officer!.get('/v1/bank-match-rules')).body.version, 1);
	const rules = {rules: [{kind: 'reference', withinDays: 3}], status: 'provisional', source: 'SOP'};
	t.is((await officer!.post('/v1/bank-match-rules', rules)).status, 403);
	t.is((await manager!.post('/v1/bank-match-rules', rules)).body.version, 2);
});
