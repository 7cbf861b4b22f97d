import {randomUUID} from 'node:crypto';
import type {ApprovalTerms} from '../../src/approvals/index.ts';
import {setApprovalPolicy} from '../../src/approvals/index.ts';
import type {Actor} from '../../src/kernel/actor.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {type World, day} from '../helpers/world.ts';

export const setter: Actor = {
	userId: '00000000-0000-4000-8000-00000000000a',
	name: 'penetap.kebijakan',
};

/** A second person for a write, from the day of the test on, within 48 hours. */
export const named = (write: string, more: Partial<ApprovalTerms> = {}): ApprovalTerms => ({
	write,
	effectiveFrom: day('2026-03-31'),
	isNamed: true,
	expiresAfterHours: 48,
	legalBasis: 'SOP kota 4/2026',
	status: 'in-force',
	...more,
});

export const name = async (
	world: World,
	write: string,
	more: Partial<ApprovalTerms> = {},
): Promise<void> => {
	await world.as(setter, async (work) => setApprovalPolicy(work, everywhere, named(write, more)));
};

/** The body of an entry by hand: cash against other income, in a cooperative's book. */
export const handBody = (amount: string, more: Readonly<Record<string, unknown>> = {}) => ({
	effectiveOn: '2026-03-31',
	reason: 'Uji',
	document: `BKT-${randomUUID().slice(0, 8)}`,
	lines: [
		{account: '1.1.01', side: 'debit', amount},
		{account: '4.9.01', side: 'credit', amount},
	],
	...more,
});
