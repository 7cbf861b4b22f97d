import type {Knex} from 'knex';
import {type Gate, holdingGate} from './approval-gate.ts';
import {createApprovalStore} from './approvals/db/approval-store.ts';
import type {Write} from './approvals/index.ts';
import {toRefusal} from './db/constraint-errors.ts';
import {createImportStore} from './imports/db/import-store.ts';
import type {ImportSteps, ImportWork} from './imports/index.ts';
import type {Actor} from './kernel/actor.ts';
import {DomainError} from './kernel/errors.ts';
import type {CallerScope} from './kernel/scope.ts';
import type {SecretBox} from './kernel/secret-box.ts';
import {roomLaws} from './room-laws.ts';

export type ImportPortOptions = {
	readonly trx: Knex;
	readonly scope: CallerScope;
	readonly secrets: SecretBox;
	readonly workOver: (trx: Knex, scope: CallerScope, actor: Actor, gate?: Gate) => ImportWork;
};

/** What imports ask of whoever composes the service: their store, and steps in people's names. */
export const createImportPorts = ({
	trx,
	scope,
	secrets,
	workOver,
}: ImportPortOptions): Pick<ImportWork, 'imports' | 'steps'> => {
	const asOver = (within: Knex, gate?: Gate): ImportSteps['as'] => {
		const works = new Map<string, ImportWork>();
		return (person) => {
			const known = works.get(person.name) ?? workOver(within, scope, person, gate);
			works.set(person.name, known);
			return known;
		};
	};
	return {
		imports: createImportStore(trx, secrets),
		steps: {
			as: asOver(trx),
			trial: async (see, run) =>
				takenBack(trx, async (outer) => {
					await run(async (step) => {
						try {
							await outer.transaction(async (inner) => {
								await step(asOver(inner, seeingGate(inner, see, workOver, scope)));
								// What is held only at a commit is held here, or no row would be to blame.
								await inner.raw('set constraints all immediate; set constraints all deferred');
							});
							return undefined;
						} catch (error) {
							const refusal = toRefusal(error, roomLaws);
							if (refusal instanceof DomainError) return refusal;
							throw refusal;
						}
					});
				}),
		},
	};
};

/** Tells what is written, and lets pass what no policy names: that needs an approval of its own. */
function seeingGate(
	inner: Knex,
	see: (write: Write) => void,
	workOver: ImportPortOptions['workOver'],
	scope: CallerScope,
): Gate {
	const {today} = workOver(inner, scope, {userId: '', name: ''});
	const holding = holdingGate(createApprovalStore(inner), today);
	return {
		async meet(writes, isAlways) {
			await holding.meet(writes, isAlways);
			for (const write of writes) see(write);
		},
	};
}

async function takenBack(
	trx: Knex,
	run: (inner: Knex.Transaction) => Promise<void>,
): Promise<void> {
	const done = new Error('It was only tried.');
	try {
		await trx.transaction(async (inner) => {
			await run(inner);
			throw done;
		});
	} catch (error) {
		if (error !== done) throw error;
	}
}
