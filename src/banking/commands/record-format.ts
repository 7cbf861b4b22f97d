import {type NewFormat, type StatementFormat, decideFormat} from '../format.ts';
import type {MatchRules} from '../matching.ts';
import type {BankingWork} from '../ports.ts';

/**
 * Records a format, or a new version of one: what was imported keeps the version it was read by.
 * @throws DomainError `banking/layout-wrong`, `banking/kind-changed`, `banking/signs-alike`.
 */
export async function recordFormat(work: BankingWork, wanted: NewFormat): Promise<StatementFormat> {
	const formats = await work.banking.listFormats();
	const last = formats.find(({code}) => code === wanted.code);
	decideFormat(wanted, last);
	const version = (last?.version ?? 0) + 1;
	const format: StatementFormat = {...wanted, version, recordedBy: work.actor.name};
	await work.banking.insertFormat(format, work.now());
	return format;
}

/** Sets the rules by which rows are matched from now on; what was matched stays. */
export async function setMatchRules(
	work: BankingWork,
	wanted: Pick<MatchRules, 'rules' | 'source' | 'status'>,
): Promise<MatchRules> {
	const {version} = await work.banking.matchRules();
	const rules: MatchRules = {...wanted, version: version + 1, recordedBy: work.actor.name};
	await work.banking.insertMatchRules(rules, work.now());
	return rules;
}
