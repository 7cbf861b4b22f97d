import {
	type ApprovalStore,
	type LimitStore,
	type RowWrite,
	type SeparationStore,
	type Shown,
	type Write,
	entryWrite,
	isHigher,
	lastLimit,
	loosens,
	policiesOn,
	policyNaming,
	refuseApproval,
	requireWithin,
	termsText,
} from './approvals/index.ts';
import type {CooperativeStore} from './cooperatives/index.ts';
import {type IdentityStore, scopeText} from './identity/index.ts';
import {type Actor, personsOf} from './kernel/actor.ts';
import type {LocalDate} from './kernel/local-date.ts';
import {toText} from './kernel/money.ts';
import type {LedgerStore} from './ledger/index.ts';
import type {ProductStore} from './lending/index.ts';

/** What stands before every write that a policy can name. */
export type Gate = {
	/**
	 * Lets writes pass, or none of them. @throws DomainError `approval/needed`,
	 * `approval/preview-differs`.
	 */
	readonly meet: (writes: readonly Write[], isAlways?: boolean) => Promise<void>;
};

/** Of a command that nobody approved: what a policy names does not pass. */
export function holdingGate(approvals: ApprovalStore, today: () => LocalDate): Gate {
	let known: ReturnType<ApprovalStore['policies']> | undefined;
	return {
		async meet(writes, isAlways = false) {
			known ??= approvals.policies();
			const inForce = policiesOn(await known, today());
			const named = writes.find((write) => isAlways || policyNaming(inForce, write));
			if (named)
				throw refuseApproval('approval/needed', {write: `${named.name} (${named.subject})`});
		},
	};
}

/** Of a command that is only looked at: everything passes, is told, and will be taken back. */
export const lookingGate = (seen: Write[]): Gate => ({
	meet: async (writes) => {
		seen.push(...writes);
	},
});

/** Of a command that was approved: what was shown passes, once, and nothing else. */
export const passingGate = (shown: Shown): Gate => ({
	meet: async (writes) => {
		for (const write of writes) shown.take(write);
	},
});

/** Holds writes to what their actor may give. @throws DomainError `limit/exceeded`. */
export type Within = (writes: readonly Pick<Write, 'name' | 'amount'>[]) => Promise<void>;

export function withinLimits(limits: LimitStore, actor: Actor, today: () => LocalDate): Within {
	let known: ReturnType<LimitStore['limitsOf']> | undefined;
	return async (writes) => {
		known ??= limits.limitsOf(personsOf(actor.name));
		const held = await known;
		for (const {name, amount} of writes) {
			if (amount === undefined) continue;
			requireWithin(held, {write: name, amount, by: actor.name}, today());
		}
	};
}

type Stores = {
	readonly ledger: LedgerStore;
	readonly products: ProductStore;
	readonly identity: IdentityStore;
	readonly approvals: ApprovalStore;
	readonly separations: SeparationStore;
	readonly limits: LimitStore;
};

/**
 * The stores with the gate before whatever a policy can name. It stands here and not before the
 * commands, because every way to write, over HTTP or from within, ends in these.
 */
export const gated = (
	{ledger, products, identity, approvals, separations, limits}: Stores,
	gate: Gate,
	within: Within,
): Stores => ({
	ledger: {
		...ledger,
		async append(books, entries) {
			const zoneOf = (book: (typeof entries)[number]['book']) => books.get(book)!.timeZone;
			const writes = entries.map((entry) => entryWrite(entry, zoneOf(entry.book)));
			await within(writes);
			await gate.meet(writes);
			await ledger.append(books, entries);
		},
	},
	products: {
		...products,
		async insertProduct(book, product, at) {
			const subject = `${book.code} ${product.code}`;
			await gate.meet([{...row('product.change', subject), book: book.code}]);
			await products.insertProduct(book, product, at);
		},
	},
	identity: gatedIdentity(identity, gate),
	approvals: {
		...approvals,
		async insertPolicy(policy) {
			const isLoosened = loosens(await approvals.policies(), policy);
			const subject = `${policy.write}: ${termsText(policy)} since ${policy.effectiveFrom}`;
			await gate.meet([row('approval-policy.change', subject)], isLoosened);
			await approvals.insertPolicy(policy);
		},
	},
	limits: {
		...limits,
		async insertLimit(limit) {
			const last = lastLimit(await limits.limits(), limit);
			const {amountMax} = limit;
			const most = amountMax === undefined ? 'without limit' : `up to ${toText(amountMax)}`;
			const subject = `${limit.holder} ${limit.write} ${most}`;
			await gate.meet([row('limit.change', subject)], isHigher(last, limit));
			await limits.insertLimit(limit);
		},
	},
	separations: {
		...separations,
		async insertSeparation(separation) {
			const {first, second, isKept} = separation;
			const subject = `${first} x ${second}${isKept ? '' : ' by one person'}`;
			await gate.meet([row('separation.change', subject)], !isKept);
			await separations.insertSeparation(separation);
		},
	},
});

const gatedIdentity = (identity: IdentityStore, gate: Gate): IdentityStore => ({
	...identity,
	async insertUser(user) {
		await gate.meet([row('user.create', user.name)]);
		await identity.insertUser(user);
	},
	async setActive(id, isActive) {
		const name = (await identity.findUser(id))?.name ?? id;
		await gate.meet([row(isActive ? 'user.activate' : 'user.deactivate', name)]);
		await identity.setActive(id, isActive);
	},
	async insertGrant(id, grant) {
		const name = (await identity.findUser(id))?.name ?? id;
		const subject = `${name}: ${grant.role} ${scopeText(grant.scope)}`;
		await gate.meet([row('grant.give', subject)]);
		await identity.insertGrant(id, grant);
	},
	async revokeGrant(id, grant, at, by) {
		await gate.meet([row('grant.revoke', grant)]);
		return identity.revokeGrant(id, grant, at, by);
	},
	async insertDelegation(delegation) {
		const {delegator, delegate, role, scope, firstOn, lastOn} = delegation;
		const who = `${delegator.name} to ${delegate.name}`;
		const subject = `${who}: ${role} ${scopeText(scope)} ${firstOn} - ${lastOn}`;
		await gate.meet([row('delegation.give', subject)]);
		await identity.insertDelegation(delegation);
	},
	atomically: async (run) => identity.atomically(async (inner) => run(gatedIdentity(inner, gate))),
});

/** To erase what is known of a person always takes two people, whatever policies say. */
export const erasedByTwo = (cooperatives: CooperativeStore, gate: Gate): CooperativeStore => ({
	...cooperatives,
	async eraseMember(book, member, by) {
		const subject = `${book.code} ${member}`;
		await gate.meet([{...row('member.erase', subject), book: book.code}], true);
		return cooperatives.eraseMember(book, member, by);
	},
});

const row = (name: RowWrite, subject: string): Write => ({
	name,
	subject,
	backdatedDays: 0,
	lines: [],
});
