// The schedule that an application shows is the one that the loan gets when it is disbursed.
import test from 'ava';
import {type Product, percentOf, previewOf, productsInForce} from '../../src/web/officer/terms.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let officer: Client;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const akads = [
	{akad: 'qardh', principal: '1000000', margin: '0'},
	{akad: 'murabahah', principal: '1000000', margin: '155555'},
] as const;

for (const {akad, principal, margin} of akads) {
	test.serial(`${akad}: what is shown is what is agreed on`, async (t) => {
		const disbursedOn = '2026-01-31';
		const loan = await lend(world, funded, {
			akad,
			principal,
			margin,
			instalments: 7,
			disbursedOn,
		});
		const typed = {akad, principal, margin, instalments: 7, product: undefined};
		const shown = await officer.post('/v1/schedules/preview', previewOf(typed, disbursedOn));
		t.is(shown.status, 200, JSON.stringify(shown.body));
		const agreed = await officer.get(`/v1/loans/${loan.id}/schedule`);
		const parts = ['principal', 'margin', 'total'];
		const shownRows = shown.body.rows.map((row: Record<string, string>) => [
			row.dueDate,
			...parts.map((part) => row[part]),
		]);
		t.is(shownRows.length, 7);
		t.deepEqual(
			shownRows,
			agreed.body.rows.map((row: Record<string, string>) => [
				row.dueOn,
				...parts.map((part) => row[part]),
			]),
		);
	});
}

const product = (part: Partial<Product>): Product => ({
	code: 'USAHA',
	version: 1,
	name: 'Modal usaha',
	effectiveFrom: '2026-01-01',
	akad: 'jasa',
	method: 'flat',
	principalMin: '100000.00',
	principalMax: '50000000.00',
	instalmentsMin: 1,
	instalmentsMax: 36,
	period: {unit: 'month', every: 1},
	yearlyRate: '0.18',
	dayCount: 'rate/12',
	rounding: 'up',
	instalmentMultiple: '100.00',
	principalGraceInstalments: 0,
	marginDeferredInstalments: 0,
	cutOffDay: null,
	workingDayShift: 'none',
	restDays: [],
	waterfall: {phases: 'arrears-first', parts: 'margin-first', direction: 'horizontal'},
	fees: [],
	lateFine: null,
	tranchesMax: 1,
	purchase: 'direct',
	downPaymentMinRate: null,
	downPaymentMin: null,
	legalBasis: 'RAT 2026',
	createdBy: 'penyelia',
	...part,
});

test('a product says how its schedule is asked for', (t) => {
	const typed = {akad: 'jasa', principal: '1200000', margin: '', instalments: 12} as const;
	t.deepEqual(previewOf({...typed, product: product({})}, '2026-03-31'), {
		method: 'flat',
		annualRatePercent: '18',
		principal: '1200000',
		instalments: 12,
		period: {unit: 'month', every: 1},
		disbursementDate: '2026-03-31',
		dayCount: 'rate/12',
		moneyQuantum: '1',
		rounding: 'up',
		instalmentMultiple: '100.00',
		principalGraceInstalments: 0,
		marginDeferredInstalments: 0,
	});
	const bullet = product({method: 'bullet'});
	t.is(previewOf({...typed, product: bullet}, '2026-03-31'), undefined);
	t.is(previewOf({...typed, product: undefined, principal: ''}, '2026-03-31'), undefined);
	t.is(previewOf({...typed, akad: 'murabahah', product: undefined}, '2026-03-31'), undefined);
});

test('a rate is told in per cent', (t) => {
	t.is(percentOf('0.18'), '18');
	t.is(percentOf('0.125'), '12.5');
	t.is(percentOf('0'), '0');
	t.is(percentOf('1.2'), '120');
	t.is(percentOf('0.0050'), '0.5');
});

test('of each product the latest version that is in force', (t) => {
	const versions = [
		product({}),
		product({version: 2, effectiveFrom: '2026-02-01'}),
		product({version: 3, effectiveFrom: '2026-04-01'}),
		product({code: 'TANI', version: 1}),
	];
	t.deepEqual(
		productsInForce(versions, '2026-03-31').map(({code, version}) => [code, version]),
		[
			['USAHA', 2],
			['TANI', 1],
		],
	);
});
