import {isOnePerson} from '../kernel/actor.ts';
import {type LocalDate, addDays} from '../kernel/local-date.ts';
import type {AuditFinding, Evidence, FindingState, Level} from './audit-finding.ts';
import {refuse} from './errors.ts';
import {type OversightPolicy, dueAfter, levelAbove, policyOn} from './policy.ts';

export const stepKinds = [
	'raised',
	'assigned',
	'due-date-moved',
	'noted',
	'closing-proposed',
	'closing-declined',
	'closed',
	'reopened',
	'escalated',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** One step of a finding, and where the finding stands after it. */
export type FindingStep = {
	readonly number: number;
	readonly kind: StepKind;
	/** The day it counts from; of an escalation the day after the due date, noticed later or not. */
	readonly occurredOn: LocalDate;
	readonly recordedAt: Date;
	readonly recordedBy: string;
	readonly note?: string;
	readonly evidence: readonly Evidence[];
	readonly state: FindingState;
	readonly level: Level;
	readonly owner?: string;
	readonly dueOn: LocalDate;
	/** The version of the policy that gave the due date, where one did. */
	readonly policyVersion?: number;
};

/** Who takes a step, when, and on which day of the book. */
export type Moment = {readonly by: string; readonly at: Date; readonly today: LocalDate};

const buildStep = (
	finding: AuditFinding,
	{by, at, today}: Moment,
	kind: StepKind,
	change: Partial<FindingStep>,
): FindingStep => ({
	number: finding.lastStep + 1,
	kind,
	occurredOn: today,
	recordedAt: at,
	recordedBy: by,
	evidence: [],
	state: finding.state,
	level: finding.level,
	...(finding.owner === undefined ? {} : {owner: finding.owner}),
	dueOn: finding.dueOn,
	...change,
});

/** The finding as a step leaves it. */
export const afterStep = (finding: AuditFinding, step: FindingStep): AuditFinding => ({
	...finding,
	state: step.state,
	level: step.level,
	...(step.owner === undefined ? {} : {owner: step.owner}),
	dueOn: step.dueOn,
	lastStep: step.number,
});

const named = ({book, number}: AuditFinding) => ({finding: `${book}/${number}`});

function requireNotClosed(finding: AuditFinding): void {
	if (finding.state === 'closed') throw refuse('oversight/closed', named(finding));
}

function requireOpen(finding: AuditFinding): void {
	requireNotClosed(finding);
	if (finding.state === 'closing-proposed') {
		throw refuse('oversight/closing-proposed', named(finding));
	}
}

/**
 * Gives a finding to who has to clear it up; `canOwn` is whether they may work on findings of the
 * book. @throws DomainError `oversight/closed`, `oversight/closing-proposed`,
 * `oversight/owner-unchanged`, `oversight/owner-without-right`.
 */
export function decideAssignment(
	finding: AuditFinding,
	moment: Moment,
	{owner, canOwn}: {readonly owner: string; readonly canOwn: boolean},
): FindingStep {
	requireOpen(finding);
	if (owner === finding.owner) {
		throw refuse('oversight/owner-unchanged', {...named(finding), owner}, 'owner');
	}
	if (!canOwn) {
		const values = {owner: owner.slice(0, 80), book: finding.book};
		throw refuse('oversight/owner-without-right', values, 'owner');
	}
	return buildStep(finding, moment, 'assigned', {owner});
}

type Noted = {readonly note: string; readonly evidence: readonly Evidence[]};

/** @throws DomainError `oversight/closed`. */
export function decideNote(
	finding: AuditFinding,
	moment: Moment,
	{note, evidence}: Noted,
): FindingStep {
	requireNotClosed(finding);
	return buildStep(finding, moment, 'noted', {note, evidence});
}

/**
 * @throws DomainError `oversight/closed`, `oversight/due-date-unchanged`,
 * `oversight/due-date-past`.
 */
export function decideDueDate(
	finding: AuditFinding,
	moment: Moment,
	{dueOn, reason}: {readonly dueOn: LocalDate; readonly reason: string},
): FindingStep {
	requireNotClosed(finding);
	if (dueOn === finding.dueOn) {
		throw refuse('oversight/due-date-unchanged', {...named(finding), dueOn}, 'dueOn');
	}
	if (dueOn < moment.today) {
		throw refuse('oversight/due-date-past', {dueOn, today: moment.today}, 'dueOn');
	}
	return buildStep(finding, moment, 'due-date-moved', {dueOn, note: reason});
}

/**
 * The owner says that it is cleared up, and by what it is seen.
 * @throws DomainError `oversight/closed`, `oversight/closing-proposed`, `oversight/not-owner`,
 * `oversight/no-evidence`.
 */
export function decideProposal(
	finding: AuditFinding,
	moment: Moment,
	{note, evidence}: Noted,
): FindingStep {
	requireOpen(finding);
	if (moment.by !== finding.owner) {
		const owner = finding.owner ?? '-';
		throw refuse('oversight/not-owner', {...named(finding), owner});
	}
	if (evidence.length === 0) throw refuse('oversight/no-evidence', {}, 'evidence');
	return buildStep(finding, moment, 'closing-proposed', {
		note,
		evidence,
		state: 'closing-proposed',
	});
}

/** What decides whether somebody may judge a proposal to close. */
export type Judge = {
	/** Their roles over the finding's book. */
	readonly roles: readonly string[];
	/** Whether the finding is about what they did. */
	readonly isConcerned: boolean;
};

/**
 * Another person than the owner says that the finding is cleared up, or that it is not.
 * @throws DomainError `oversight/closed`, `oversight/not-proposed`, `oversight/proposed-by-same`,
 * `oversight/may-not-close`, `oversight/concerned`.
 */
export function decideJudgement(
	finding: AuditFinding,
	moment: Moment,
	{roles, isConcerned}: Judge,
	policies: readonly OversightPolicy[],
	{isClosed, note}: {readonly isClosed: boolean; readonly note: string},
): FindingStep {
	requireNotClosed(finding);
	if (finding.state === 'open') throw refuse('oversight/not-proposed', named(finding));
	if (isOnePerson(moment.by, finding.owner)) {
		throw refuse('oversight/proposed-by-same', {...named(finding), owner: moment.by});
	}
	const closers = policyOn(policies, moment.today).closers[finding.severity];
	if (!closers.some((role) => roles.includes(role))) {
		const values = {severity: finding.severity, roles: closers.join(', ')};
		throw refuse('oversight/may-not-close', values);
	}
	if (isConcerned) throw refuse('oversight/concerned', {...named(finding), user: moment.by});
	return isClosed
		? buildStep(finding, moment, 'closed', {note, state: 'closed'})
		: buildStep(finding, moment, 'closing-declined', {note, state: 'open'});
}

/**
 * @throws DomainError `oversight/not-closed`, `oversight/raised-again`.
 */
export function decideReopening(
	finding: AuditFinding,
	moment: Moment,
	policies: readonly OversightPolicy[],
	{reason, isRaisedAgain}: {readonly reason: string; readonly isRaisedAgain: boolean},
): FindingStep {
	if (finding.state !== 'closed') throw refuse('oversight/not-closed', named(finding));
	if (isRaisedAgain) throw refuse('oversight/raised-again', named(finding));
	const policy = policyOn(policies, moment.today);
	return buildStep(finding, moment, 'reopened', {
		note: reason,
		state: 'open',
		dueOn: dueAfter(policy, finding.severity, finding.level, moment.today),
		policyVersion: policy.version,
	});
}

/**
 * The levels that a finding goes up because it was not closed in time: one for each due date that
 * passed, each from the day after it, however late that is noticed. None above the wali kota.
 */
export function escalate(
	finding: AuditFinding,
	moment: Moment,
	policies: readonly OversightPolicy[],
): FindingStep[] {
	const level = levelAbove(finding.level);
	const isLate = finding.state !== 'closed' && finding.dueOn < moment.today;
	if (!isLate || level === undefined) return [];
	const occurredOn = addDays(finding.dueOn, 1);
	const policy = policyOn(policies, occurredOn);
	const step = buildStep(finding, moment, 'escalated', {
		occurredOn,
		level,
		dueOn: dueAfter(policy, finding.severity, level, finding.dueOn),
		policyVersion: policy.version,
	});
	return [step, ...escalate(afterStep(finding, step), moment, policies)];
}
