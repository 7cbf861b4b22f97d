import type {Finding} from '../kernel/errors.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {isWithin} from '../kernel/region-code.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {LedgerCode} from '../ledger/index.ts';
import type {ReportCode} from './errors.ts';

/** What reports are asked by, as far as it was given and could be read. */
export type Question = {
	readonly book?: string;
	readonly region?: string;
	readonly from?: LocalDate;
	readonly to?: LocalDate;
	readonly asOf?: LocalDate;
	readonly knownAt?: Date;
	readonly since?: Date;
};

/** What has to be known to judge a question. */
export type QuestionFacts = {
	readonly today: LocalDate;
	readonly now: Date;
	readonly scope: CallerScope;
	/** The regions of the books that the caller may see. */
	readonly bookRegions: readonly string[];
	readonly isRegionKnown: boolean;
	/** False for a book that the caller may not see as for one that does not exist. */
	readonly isBookKnown: boolean;
	/** When the first entry was recorded: of the book, or of all that the caller may see. */
	readonly firstRecordedAt: Date | undefined;
};

type Fault = Finding & {readonly code: ReportCode | Extract<LedgerCode, 'ledger/unknown-book'>};

/** All that is wrong with a question, so that nothing is answered by an empty report. */
export const questionFaults = (question: Question, facts: QuestionFacts): Fault[] => [
	...bookFaults(question, facts),
	...regionFaults(question, facts),
	...dayFaults(question, facts),
	...knownAtFaults(question, facts),
	...sinceFaults(question, facts),
];

const fault = (code: Fault['code'], name: keyof Question, values: Fault['values']): Fault => ({
	code,
	path: `query.${name}`,
	values,
});

function bookFaults({book}: Question, {isBookKnown}: QuestionFacts): Fault[] {
	if (book === undefined || isBookKnown) return [];
	return [fault('ledger/unknown-book', 'book', {book})];
}

function regionFaults({region}: Question, facts: QuestionFacts): Fault[] {
	if (region === undefined) return [];
	if (!facts.isRegionKnown) return [fault('report/unknown-region', 'region', {region})];
	const {scope, bookRegions} = facts;
	const isInside =
		scope.all ||
		scope.regions.some((held) => isWithin(region, held)) ||
		bookRegions.some((own) => isWithin(own, region));
	return isInside ? [] : [fault('report/region-outside-scope', 'region', {region})];
}

function dayFaults({from, to, asOf}: Question, {today}: QuestionFacts): Fault[] {
	const until = to ?? asOf ?? today;
	const name = to === undefined ? 'asOf' : 'to';
	return [
		...(from !== undefined && from > until
			? [fault('report/from-after-to', 'from', {from, to: until})]
			: []),
		...(until > today ? [fault('report/as-of-in-future', name, {date: until, today})] : []),
	];
}

function knownAtFaults({book, knownAt}: Question, facts: QuestionFacts): Fault[] {
	if (knownAt === undefined) return [];
	const at = knownAt.toISOString();
	if (knownAt > facts.now) {
		const values = {knownAt: at, now: facts.now.toISOString()};
		return [fault('report/known-at-in-future', 'knownAt', values)];
	}
	const first = facts.firstRecordedAt;
	if (first !== undefined && first <= knownAt) return [];
	const values = {knownAt: at, first: first?.toISOString() ?? '-'};
	if (book === undefined) return [fault('report/known-before-books', 'knownAt', values)];
	// Of a book that is not there nothing else can be said.
	return facts.isBookKnown ? [fault('report/known-before-book', 'knownAt', {...values, book})] : [];
}

function sinceFaults({book, since, knownAt}: Question, facts: QuestionFacts): Fault[] {
	if (since === undefined || book === undefined || !facts.isBookKnown) return [];
	const until = knownAt ?? facts.now;
	if (since > until) {
		const values = {since: since.toISOString(), until: until.toISOString()};
		return [fault('report/since-in-future', 'since', values)];
	}
	const first = facts.firstRecordedAt;
	if (first !== undefined && first <= since) return [];
	const values = {book, since: since.toISOString(), first: first?.toISOString() ?? '-'};
	return [fault('report/since-before-book', 'since', values)];
}
