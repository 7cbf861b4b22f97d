import {type Work, createService} from '../../src/compose.ts';
import {registerCooperative} from '../../src/cooperatives/index.ts';
import {connect} from '../../src/db/connect.ts';
import {
	allocateToKelurahan,
	cityAccounts,
	createProgramme,
	openCityBook,
} from '../../src/fund/index.ts';
import {
	type Administrator,
	createUser,
	decideScope,
	setPassword,
} from '../../src/identity/index.ts';
import type {Actor} from '../../src/kernel/actor.ts';
import {settableClock, systemClock} from '../../src/kernel/clock.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {type LocalDate, addDays, addMonths, localDateAt} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {type KelurahanCode, regionCode} from '../../src/kernel/region-code.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import type {SecretBox} from '../../src/kernel/secret-box.ts';
import type {Signer} from '../../src/kernel/signer.ts';
import {credit, debit, manualKind, postEntry} from '../../src/ledger/index.ts';
import {type Act, type Stage, planActs, receiveTranche, remit} from './act.ts';
import {type DemoScale, planCooperative} from './plan.ts';
import {createRandom} from './random.ts';
import {type DemoUser, demoUsers} from './users.ts';

export type DemoOptions = Partial<Omit<DemoScale, 'until'>> & {
	readonly serviceUrl: string;
	readonly timeZone: string;
	/** Signs what the city signs; a key made for the moment without it. */
	readonly signer?: Signer;
	/** Seals what is personal; with a key that everybody knows without it. */
	readonly secrets?: SecretBox;
	/** The last day of the demo; yesterday without it. */
	readonly until?: LocalDate;
	readonly report?: (sentence: string) => void;
};

export const demoScaleDefault = {cooperatives: 67, members: 8, months: 18, seed: 1};

const city = 'KOTA-BENGKULU' as BookCode;
const cityRegion = regionCode('17.71');
const administration: Administrator = {
	actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(demo)'},
	within: everywhere,
};
const inFlightMax = 6;

/**
 * Fills an empty system with a city that never was: the commands are those that HTTP uses, each at
 * its own simulated day. The same scale, seed and last day give the same journal to the byte.
 */
export async function fillDemo(options: DemoOptions): Promise<{users: DemoUser[]}> {
	const {timeZone, signer, secrets, report = () => undefined} = options;
	const place = {
		timeZone,
		...(signer === undefined ? {} : {signer}),
		...(secrets === undefined ? {} : {secrets}),
	};
	const until = options.until ?? addDays(localDateAt(systemClock.now(), timeZone), -1);
	const scale: DemoScale = {...demoScaleDefault, ...withoutUndefined(options), until};
	const knex = connect(options.serviceUrl, {
		applicationName: 'bergulir-demo',
		poolMax: inFlightMax + 1,
		// A demo that was interrupted is made anew, so it need not wait for the disk at every commit.
		settings: '-c synchronous_commit=off',
	});
	try {
		const stages = await setTheStage(knex, scale, place);
		report(`The demo city has ${stages.length} cooperatives; ${scale.months} months pass…`);
		await play(stages, scale);
		const users = await letUsersIn(stages, scale);
		return {users};
	} finally {
		await knex.destroy();
	}
}

const withoutUndefined = (options: DemoOptions): Partial<DemoScale> =>
	Object.fromEntries(
		(['cooperatives', 'members', 'months', 'seed', 'characters'] as const)
			.filter((name) => options[name] !== undefined)
			.map((name) => [name, options[name]]),
	);

type DemoService = {
	readonly setDay: (day: LocalDate) => void;
	readonly perform: <T>(actor: Actor, run: (work: Work) => Promise<T>) => Promise<T>;
};

type Place = Pick<DemoOptions, 'timeZone' | 'signer' | 'secrets'>;
type Actors = Pick<Stage, 'officer' | 'supervisor' | 'fundManager'>;
type Player = Stage & {readonly service: DemoService; readonly acts: Act[]};

/** A service whose clock stands at noon of a simulated day and whose identities follow a seed. */
function createDemoService(
	knex: ReturnType<typeof connect>,
	seed: number,
	place: Place,
): DemoService {
	const clock = settableClock('2000-01-01T00:00:00Z');
	const service = createService({knex, clock, ...place, newId: createRandom(seed).uuid});
	return {
		// Noon in the west of Indonesia is five o'clock UTC: the same day in every zone of the country.
		setDay: (day) => {
			clock.set(`${day}T05:00:00.000Z`);
		},
		perform: async (actor, run) => service.inTransaction({scope: everywhere, actor}, run),
	};
}

async function setTheStage(
	knex: ReturnType<typeof connect>,
	scale: DemoScale,
	place: Place,
): Promise<Player[]> {
	const start = addMonths(addDays(scale.until, 1), -scale.months);
	const cityService = createDemoService(knex, scale.seed, place);
	cityService.setDay(start);
	const kelurahan = await cityService.perform(administration.actor, async (work) => {
		await openCity(work, start);
		const regions = await work.regions.listRegions({level: 'village', after: '', limit: 10_000});
		return regions.map(({code}) => code).filter((code) => code.startsWith(`${cityRegion}.`));
	});
	const fundManager = await cityService.perform(administration.actor, async (work) =>
		letIn(work, 'pengelola', 'fund-manager', cityRegion),
	);
	const players: Player[] = [];
	for (const [index, code] of kelurahan.slice(0, scale.cooperatives).entries()) {
		const plan = planCooperative(code, index, start, scale);
		const service = createDemoService(knex, scale.seed * 7919 + index + 1, place);
		service.setDay(start);
		players.push(
			await service.perform(fundManager, async (work) =>
				register(work, service, plan, fundManager),
			),
		);
	}
	return players;
}

async function openCity(work: Work, start: LocalDate): Promise<void> {
	await openCityBook(work, {
		code: city,
		name: 'BLUD Dana Bergulir Kota Bengkulu',
		regionCode: cityRegion,
		openedOn: start,
	});
	const budget = rupiah('67000000000');
	await postEntry(work, {
		book: city,
		effectiveOn: start,
		kind: manualKind,
		reason: 'Penerimaan dana bergulir dari APBD',
		document: 'DPA-BLUD/1',
		lines: [debit(cityAccounts.cash, budget), credit(cityAccounts.equity, budget)],
	});
	// Seven years, two of grace and Rp 1 miliar per kelurahan are found (BPK Bengkulu, press); the
	// days to remit within are not, so the whole is marked provisional.
	await createProgramme(work, {
		code: 'SAMISAKE',
		name: 'Satu Miliar Satu Kelurahan',
		cityBook: city,
		ceilingPerKelurahan: rupiah('1000000000'),
		tenorMonths: 84,
		graceMonths: 24,
		remittanceDays: 7,
		legalBasis:
			'Perda Kota Bengkulu 12/2013 jo. 12/2017; Perwal 27/2013 dan 28/2013 (teks belum diperiksa)',
		status: 'provisional',
		effectiveFrom: start,
	});
}

async function letIn(
	work: Work,
	name: string,
	role: DemoUser['role'],
	scope: string,
): Promise<Actor> {
	const grants = [{role, scope: decideScope(scope)}];
	const user = await createUser(work, administration, {name, grants});
	return {userId: user.id, name: user.name};
}

async function register(
	work: Work,
	service: DemoService,
	plan: Stage['plan'],
	fundManager: Actor,
): Promise<Player> {
	const digits = plan.kelurahan.replaceAll('.', '');
	const book = `KOP-${digits}` as BookCode;
	const kelurahanCode = plan.kelurahan as KelurahanCode;
	const region = await work.regions.findRegion(kelurahanCode);
	const cooperative = await registerCooperative(work, {
		code: book,
		name: `BMT ${region!.alias ?? region!.name} Mandiri`,
		form: 'bmt',
		legalNumber: `AHU-${digits}.AH.01.26`,
		kelurahanCode,
		openedOn: plan.start,
	});
	const actors: Actors = {
		fundManager,
		officer: await letIn(work, plan.index === 0 ? 'petugas' : `petugas-${digits}`, 'officer', book),
		supervisor: await letIn(
			work,
			plan.index === 0 ? 'penyelia' : `penyelia-${digits}`,
			'supervisor',
			book,
		),
	};
	const allocation = await allocateToKelurahan(work, {
		programme: 'SAMISAKE',
		cooperative: cooperative.code,
		kelurahanCode,
		agreementNumber: `PKS/${String(plan.index + 1).padStart(3, '0')}/BLUD`,
		agreedOn: plan.start,
		amount: plan.allocated,
		...(plan.tenorMonths === undefined ? {} : {tenorMonths: plan.tenorMonths}),
		...(plan.graceMonths === undefined ? {} : {graceMonths: plan.graceMonths}),
	});
	return {
		...actors,
		plan,
		service,
		book,
		allocation,
		members: new Map(),
		loans: new Map(),
		acts: planActs(plan),
		setDay: service.setDay,
	};
}

/**
 * Month by month: the city's tranches one after the other, then what happens in each cooperative,
 * many at once, then the remittances one after the other. So the city's journal has one order.
 */
async function play(players: readonly Player[], {months, until}: DemoScale): Promise<void> {
	for (let month = 0; month < months; month += 1) {
		const start = addMonths(players[0]!.plan.start, month);
		const [paidOutOn, remittedOn] = [addDays(start, 1), addDays(start, 26)];
		for (const player of players) {
			for (const tranche of player.plan.tranches.filter((planned) => planned.month === month)) {
				await onDay(player, paidOutOn, async (work) =>
					receiveTranche(work, player, tranche, paidOutOn),
				);
			}
		}
		await manyAtOnce(players, async (player) => playUntil(player, addDays(start, 25)));
		for (const player of players) {
			const {remittanceMonths, mistakenRemittanceMonth} = player.plan;
			if (!remittanceMonths.has(month)) continue;
			const isMistake = mistakenRemittanceMonth === month;
			await onDay(player, remittedOn, async (work) => remit(work, player, remittedOn, isMistake));
		}
	}
	await manyAtOnce(players, async (player) => playUntil(player, until));
}

const onDay = async (
	player: Player,
	day: LocalDate,
	run: (work: Work) => Promise<void>,
): Promise<void> => {
	player.service.setDay(day);
	await player.service.perform(player.officer, run);
};

async function playUntil(player: Player, last: LocalDate): Promise<void> {
	const due = player.acts.findIndex(({on}) => on > last);
	const acts = player.acts.splice(0, due === -1 ? player.acts.length : due);
	if (acts.length === 0) return;
	await player.service.perform(player.officer, async (work) => {
		for (const act of acts) {
			player.service.setDay(act.on);
			await act.run(work, player);
		}
	});
}

async function manyAtOnce(
	players: readonly Player[],
	run: (player: Player) => Promise<void>,
): Promise<void> {
	const waiting = [...players];
	const worker = async (): Promise<void> => {
		try {
			for (let next = waiting.shift(); next; next = waiting.shift()) await run(next);
		} catch (error) {
			// The others end what they are at and begin nothing new.
			waiting.length = 0;
			throw error;
		}
	};
	const ended = await Promise.allSettled(Array.from({length: inFlightMax}, worker));
	const failure = ended.find((end) => end.status === 'rejected');
	if (failure) throw failure.reason;
}

/** The five users that a visitor signs in as; the others have no password and stay outside. */
async function letUsersIn(players: readonly Player[], {until}: DemoScale): Promise<DemoUser[]> {
	const first = players[0]!;
	const users = demoUsers(first.book, cityRegion);
	first.service.setDay(until);
	await first.service.perform(administration.actor, async (work) => {
		for (const {name, password, role, scope} of users) {
			const known = await work.identity.findUserByName(name);
			const user =
				known ??
				(await createUser(work, administration, {
					name,
					grants: [{role, scope: decideScope(scope)}],
				}));
			await setPassword(work, administration, {user: user.id, password});
		}
	});
	return users;
}
