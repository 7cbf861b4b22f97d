import type {Knex} from 'knex';
import {type Gate, lookingGate, passingGate} from './approval-gate.ts';
import {
	type ApprovalWork,
	type CommandPort,
	type Maker,
	type SentCommand,
	type Write,
	askForApproval,
	createShown,
	refuseApproval,
} from './approvals/index.ts';
import {presentPending} from './approvals/http/present.ts';
import {setScope} from './db/transaction.ts';
import {refusalOf} from './http/findings.ts';
import {checkParts} from './http/input.ts';
import {type Answer, type Caller, type Route, type WriteRequest, isWrite} from './http/route.ts';
import {type RouteTable, createRouteTable} from './http/route-table.ts';
import {waitingStatus} from './http/waiting.ts';
import {activeGrants, inForceOn, recordRequest, scopeFor} from './identity/index.ts';
import {type Actor, personsOf} from './kernel/actor.ts';
import {assert} from './kernel/assert.ts';
import type {UserId} from './kernel/ids.ts';
import type {CallerScope} from './kernel/scope.ts';
import {type LedgerWork, postEntries} from './ledger/index.ts';
import type {LedgerPosting} from './posting-path.ts';

type Base = ApprovalWork & LedgerWork;

export type SentCommandOptions<Work extends Base> = {
	/** The transaction in which they are carried out, whose scope is that of who asks. */
	readonly trx: Knex;
	readonly scope: CallerScope;
	readonly actor: Actor;
	readonly routes: readonly Route<Work>[];
	readonly workOver: (trx: Knex, scope: CallerScope, actor: Actor, gate: Gate) => Work;
};

/**
 * Carries out again what was sent to a route of the table: as its maker, with what the maker may
 * now, in a savepoint of the transaction of who looks at it or approves it.
 */
export function createCommandPort<Work extends Base>(
	options: SentCommandOptions<Work>,
): CommandPort {
	const {trx, scope, actor, routes} = options;
	let table: RouteTable<Work> | undefined;
	const find = (sent: SentCommand) => {
		table ??= createRouteTable(routes);
		const found = table.find(sent.method, urlOf(sent).pathname);
		if (!found || !isWrite(found.route)) {
			throw refuseApproval('approval/moved', {address: `${sent.method} ${sent.address}`});
		}
		return found;
	};
	return {
		recognise(sent) {
			const {route} = find(sent);
			return {command: `${sent.method} ${route.path}`, permission: route.permission};
		},
		async preview(sent, maker) {
			const seen: Write[] = [];
			await takenBack(trx, async (inner) => {
				await writeUnder(inner, 'preview');
				await carryOut(inner, {...find(sent), sent, maker}, lookingGate(seen), options);
			});
			return seen;
		},
		perform: async (pending) =>
			trx.transaction(async (inner) => {
				await writeUnder(inner, pending.id);
				const maker = {...pending.maker, ...(actor.origin ? {origin: actor.origin} : {})};
				const shown = createShown(pending.preview);
				const found = {...find(pending), sent: pending, maker};
				const answer = await carryOut(inner, found, passingGate(shown), options);
				shown.end();
				// What comes after it in this transaction is the checker's own again.
				await writeUnder(inner, '');
				await setScope(inner, scope);
				return {status: answer.status ?? found.route.status, body: answer.body};
			}),
	};
}

/** Under which approval PostgreSQL is told that is written; it looks whether there is one. */
const writeUnder = async (trx: Knex, approval: string): Promise<void> => {
	await trx.raw(`select set_config('bergulir.approval', ?, true)`, [approval]);
};

async function takenBack(
	trx: Knex,
	run: (inner: Knex.Transaction) => Promise<void>,
): Promise<void> {
	const done = new Error('It was only looked at.');
	try {
		await trx.transaction(async (inner) => {
			await run(inner);
			throw done;
		});
	} catch (error) {
		if (error !== done) throw error;
	}
}

// The host stands for nothing: an address of ours begins with its path.
const urlOf = ({address}: SentCommand): URL => new URL(address, 'http://service.invalid');

type Found<Work> = {
	readonly route: Route<Work>;
	readonly params: Readonly<Record<string, string>>;
	readonly sent: SentCommand;
	readonly maker: Maker;
};

/** @throws DomainError `approval/maker-not-permitted`, and what refuses the command itself. */
async function carryOut<Work extends Base>(
	inner: Knex.Transaction,
	{route, params, sent, maker}: Found<Work>,
	gate: Gate,
	{scope, actor, workOver}: SentCommandOptions<Work>,
): Promise<Answer> {
	const caller = await callerOf(workOver(inner, scope, actor, gate), maker);
	const within = caller.scopeFor(route.permission);
	if (!within) {
		const values = {maker: maker.name, permission: route.permission};
		throw refuseApproval('approval/maker-not-permitted', values);
	}
	await setScope(inner, within);
	const work = workOver(inner, within, maker, gate);
	const query = Object.fromEntries(urlOf(sent).searchParams);
	const {findings, ...parts} = checkParts(route, {params, query, body: sent.body});
	const refusal = refusalOf(findings);
	if (refusal) throw refusal;
	const input = {
		...parts,
		caller,
		language: 'id',
		format: 'json',
		isWhole: false,
		requestId: maker.origin?.requestId ?? '',
	} as const;
	const answer =
		route.kind === 'post'
			? await post(work, route.plan(input) as LedgerPosting)
			: await route.handle(work, input);
	const address = `${sent.method} ${urlOf(sent).pathname}`;
	await recordRequest(work, {actor: maker, permission: route.permission, address});
	return answer;
}

async function post(work: LedgerWork, {drafts, answer}: LedgerPosting): Promise<Answer> {
	return {status: 201, ...answer(await postEntries(work, drafts))};
}

/** The maker with what they may at this moment, whatever they proved it with then. */
async function callerOf(
	{identity, today}: Pick<ApprovalWork, 'identity' | 'today'>,
	maker: Maker,
): Promise<Caller> {
	const [name, delegator] = personsOf(maker.name);
	const user = await identity.findUser(maker.userId as UserId);
	const own = user?.isActive === true ? activeGrants(user) : [];
	const grants =
		delegator === undefined
			? own
			: inForceOn(await identity.delegatedTo(name!, delegator), today());
	return {actor: maker, scopeFor: (permission) => scopeFor(grants, permission)};
}

/** Keeps what somebody sent for another to check, and says where it waits. */
export async function keepForApproval(
	work: ApprovalWork,
	{scope, sent}: WriteRequest,
): Promise<Answer> {
	assert(sent, 'What waits was sent to a route.');
	const pending = await askForApproval(work, scope, sent.command);
	const body = presentPending(pending, work.now());
	return {status: waitingStatus, body, headers: {location: body.link}};
}
