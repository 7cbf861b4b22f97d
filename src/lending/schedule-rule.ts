import {type Rupiah, toText} from '../kernel/money.ts';
import type {ScheduleTerms} from './schedule-terms.ts';

const methods: Record<ScheduleTerms['method'], string> = {
	flat: 'Flat: the margin is computed on the original principal over the whole term and spread evenly',
	'equal-principal': 'Equal principal: the margin is computed on the principal left',
	annuity: 'Annuity: level instalments, the margin computed on the principal left',
	murabahah: 'Murabahah: a fixed price in equal instalments, the margin in proportion to each',
};

const modes: Record<ScheduleTerms['rounding'], string> = {
	'half-even': 'half to even',
	'half-up': 'half up',
	up: 'up',
	down: 'down',
};

/** One sentence that states how a schedule's parts were found and rounded. */
export function describeRule(terms: ScheduleTerms): string {
	const clauses = [
		methods[terms.method],
		terms.margin === undefined ? dayCount(terms) : `the margin agreed as ${plain(terms.margin)}`,
		`each part rounded ${modes[terms.rounding]} to ${plain(terms.moneyQuantum)}`,
	];
	if (terms.marginQuantum !== undefined)
		clauses.push(`the margin to ${plain(terms.marginQuantum)}`);
	if (terms.fixedInstalment !== undefined) {
		clauses.push(`every instalment fixed at ${plain(terms.fixedInstalment)}`);
	} else if (terms.instalmentMultiple !== undefined && terms.method !== 'equal-principal') {
		const what = terms.roundsComponentsSeparately
			? 'principal and margin each'
			: 'principal + margin';
		const mode = modes[terms.instalmentRounding ?? terms.rounding];
		clauses.push(`${what} rounded ${mode} to a multiple of ${plain(terms.instalmentMultiple)}`);
	}
	if (terms.principalGraceInstalments > 0) {
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

function dayCount({dayCount: count, period}: ScheduleTerms): string {
	if (count !== 'rate/12') {
		return `days counted exactly over a year of ${count.slice('actual/'.length)}`;
	}
	const parts = {day: '1/365', week: '1/52', month: '1/12'}[period.unit];
	return `every ${period.unit} counted as ${parts} of a year`;
}

const plain = (amount: Rupiah): string => toText(amount).replace(/\.00$/u, '');
