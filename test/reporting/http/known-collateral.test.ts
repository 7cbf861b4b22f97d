// What is recorded of collateral today changes no answer as known before, before and after the
// rollup has taken it in.
import test from 'ava';
import {rupiah} from '../../../src/kernel/money.ts';
import {takeCollateral} from '../../../src/lending/index.ts';
import {refreshFundRollup} from '../../../src/reporting/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type World,
	createWorld,
	day,
	lend,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const question = 'region=17.71&asOf=2026-03-31';

/** The provision that Permendagri 73 asks for, as three reports say it. */
async function provisions(known: string): Promise<string[]> {
	const ask = async (path: string) => (await auditor.get(`/v1/reports/${path}${known}`)).body;
	const portfolio = await ask(`loan-portfolio?policy=permendagri-73&${question}`);
	const health = await ask(`fund-health?${question}`);
	const provisioning = await ask(`provisioning?policy=permendagri-73&${question}`);
	const byPolicy = (all: {policy: string; provision: string}[]) =>
		all.find(({policy}) => policy.startsWith('permendagri-73'))!.provision;
	return [
		portfolio.totals.provision,
		byPolicy(health.totals.valuations),
		byPolicy(provisioning.totals),
	];
}

test('an appraisal that is recorded later is not in what was known before', async (t) => {
	const funded = await openFunded(world);
	// 1,200,000 lent on 3 February 2025 and never paid: of the second class, 10 %.
	const loan = await lend(world, funded);
	await world.as(officer, async (work) => refreshFundRollup(work, funded.book));
	const before = '&knownAt=2026-03-31T10:00:00.000Z';
	world.setDay('2026-04-02');
	t.deepEqual(await provisions(before), ['120000.00', '120000.00', '120000.00']);
	await world.as(officer, async (work) =>
		takeCollateral(work, {
			loan: loan.id,
			kind: 'gold',
			description: 'Cincin',
			owner: 'Anggota',
			document: 'SBG-1',
			place: 'Brankas',
			takenOn: day('2026-03-20'),
			appraisal: {appraisedOn: day('2026-03-20'), value: rupiah('400000'), appraiser: 'Penaksir'},
		}),
	);
	for (const isRefreshed of [false, true]) {
		if (isRefreshed) {
			await world.as(officer, async (work) => refreshFundRollup(work, funded.book));
		}
		t.deepEqual(await provisions(before), ['120000.00', '120000.00', '120000.00']);
		// 10 % of 1,200,000 less 400,000.
		t.deepEqual(await provisions(''), ['80000.00', '80000.00', '80000.00']);
	}
});
