import type {z} from 'zod';
import type {waitingAnswer} from '../../http/waiting.ts';
import {toText} from '../../kernel/money.ts';
import type {ApprovalPolicy, PendingCommand} from '../index.ts';
import type {policyAnswer} from './schemas.ts';

/** A pending command as its maker and its checker see it; `now` tells whether it has expired. */
export const presentPending = (
	pending: PendingCommand,
	now: Date,
): z.output<typeof waitingAnswer> => ({
	id: pending.id,
	status: pending.status,
	version: pending.version,
	link: `/v1/approvals/${pending.id}`,
	command: pending.command,
	address: `${pending.method} ${pending.address}`,
	permission: pending.permission,
	book: pending.book ?? null,
	maker: pending.maker.name,
	madeAt: pending.madeAt.toISOString(),
	expiresAt: pending.expiresAt.toISOString(),
	isExpired: pending.status === 'pending' && now >= pending.expiresAt,
	writes: pending.preview.map(({amount, lines, ...write}) => ({
		name: write.name,
		subject: write.subject,
		book: write.book ?? null,
		amount: amount === undefined ? null : toText(amount),
		effectiveOn: write.effectiveOn ?? null,
		backdatedDays: write.backdatedDays,
		lines: lines.map((line) => ({...line, amount: toText(line.amount)})),
	})),
	decision: pending.decision
		? {
				by: pending.decision.by.name,
				at: pending.decision.at.toISOString(),
				reason: pending.decision.reason ?? null,
			}
		: null,
});

export const presentPolicy = (policy: ApprovalPolicy): z.output<typeof policyAnswer> => ({
	write: policy.write,
	version: policy.version,
	effectiveFrom: policy.effectiveFrom,
	isNamed: policy.isNamed,
	amountAbove: policy.amountAbove === undefined ? null : toText(policy.amountAbove),
	backdatedOver: policy.backdatedOver ?? null,
	expiresAfterHours: policy.expiresAfterHours,
	legalBasis: policy.legalBasis,
	status: policy.status,
	setBy: policy.setBy,
	recordedAt: policy.recordedAt.toISOString(),
});
