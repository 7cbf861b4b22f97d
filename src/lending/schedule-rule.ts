import {type Rupiah, toText} from '../kernel/money.ts';
import type {ScheduleTerms} from './schedule-terms.ts';

const methods: Record<ScheduleTerms['method'], string> = {
	flat: 'Flat: the margin is computed on the original principal over the whole term and spread evenly',
	'equal-principal': 'Equal principal: the margin is computed on the principal left',
	annuity: 'Annuity: level instalments, the margin computed on the principal left',
	murabahah: 'Murabahah: a fixed price in equal instalments, the margin in proportion to each',
};

// In a grace the margin is all that a row pays, so there is nothing that it could be in proportion
// to.
const murabahahWithGrace =
	'Murabahah: a fixed price, the margin spread evenly over all instalments, the principal over those after the grace';

const modes: Record<ScheduleTerms['rounding'], string> = {
	'half-even': 'half to even',
	'half-up': 'half up',
	up: 'up',
	down: 'down',
};

/**
 * One sentence that states how a schedule's parts were found and rounded. `loweredTo` is the level
 * that rounding would have made too high for the loan to last until its last instalment.
 */
export function describeRule(terms: ScheduleTerms, loweredTo?: Rupiah): string {
	const hasGrace = terms.principalGraceInstalments > 0;
	const clauses = [
		terms.method === 'murabahah' && hasGrace ? murabahahWithGrace : methods[terms.method],
		terms.margin === undefined ? dayCount(terms) : `the margin agreed as ${plain(terms.margin)}`,
		`each part rounded ${modes[terms.rounding]} to ${plain(terms.moneyQuantum)}`,
	];
	if (terms.marginQuantum !== undefined)
		clauses.push(`the margin to ${plain(terms.marginQuantum)}`);
	clauses.push(...instalmentClauses(terms));
	if (loweredTo !== undefined) {
		const what = terms.method === 'equal-principal' ? 'the principal of each' : 'the instalment';
		clauses.push(`${what} lowered to ${plain(loweredTo)} so that the last one is not empty`);
	}
	if (hasGrace) {
		clauses.push(`no principal in the first ${terms.principalGraceInstalments}`);
	}
	if (terms.marginDeferredInstalments > 0) {
		const after = terms.marginDeferredInstalments + 1;
		clauses.push(
			`the margin of the first ${terms.marginDeferredInstalments} collected with number ${after}`,
		);
	}
	return `${clauses.join('; ')}; the last instalment takes the rest.`;
}

function instalmentClauses(terms: ScheduleTerms): string[] {
	const {method, fixedInstalment, instalmentMultiple} = terms;
	if (fixedInstalment !== undefined) return [`every instalment fixed at ${plain(fixedInstalment)}`];
	if (instalmentMultiple === undefined) return [];
	const multiple = plain(instalmentMultiple);
	if (method === 'equal-principal') {
		return [`the multiple of ${multiple} not applied, as the instalments are not level`];
	}
	const isSeparate = terms.roundsComponentsSeparately && method !== 'annuity';
	const what = isSeparate ? 'the shares of principal and margin each' : 'principal + margin';
	const mode = modes[terms.instalmentRounding ?? terms.rounding];
	const added = isSeparate ? ' before they are added' : '';
	return [`${what} rounded ${mode} to a multiple of ${multiple}${added}`];
}

function dayCount({dayCount: count, period, firstPeriod}: ScheduleTerms): string {
	if (count !== 'rate/12') {
		return `days counted exactly over a year of ${count.slice('actual/'.length)}`;
	}
	const parts = {day: '1/365', week: '1/52', month: '1/12'}[period.unit];
	const first = firstPeriod
		? `, the first period for ${firstPeriod.days} of its ${firstPeriod.of} days`
		: '';
	return `every ${period.unit} counted as ${parts} of a year${first}`;
}

const plain = (amount: Rupiah): string => toText(amount).replace(/\.00$/u, '');
