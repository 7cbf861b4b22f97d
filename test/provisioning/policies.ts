// The policies as domain notes state them, typed once more by hand: the seeded ones are compared
// with these, and the edges of every band are tried on both.
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {percent} from '../../src/kernel/rate.ts';
import type {LoanFacts} from '../../src/provisioning/classify.ts';
import type {Frequency, Measure, Policy} from '../../src/provisioning/policy.ts';

type Bounds = Readonly<Record<Frequency, readonly [Measure, ...number[]]>>;

const policy = (
	code: string,
	effectiveFrom: string,
	/** `macet 100`; a star where collateral is deducted, `75` where so much of it is asked for. */
	classes: readonly string[],
	bounds: Bounds,
): Policy => ({
	code,
	version: 1,
	nameId: code,
	nameEn: code,
	effectiveFrom: localDate(effectiveFrom),
	legalBasis: 'test',
	status: 'provisional',
	classes: classes.map((text, index) => {
		const [name = '', percentage = '', star, collateral] = text.split(' ');
		return {
			position: index + 1,
			code: name,
			nameId: name,
			nameEn: name,
			percentage: percent(percentage),
			deductsCollateral: star === '*',
			...(collateral === undefined ? {} : {collateralMin: percent(collateral)}),
			isProvisional: true,
			source: 'test',
		};
	}),
	ladders: Object.entries(bounds).map(([frequency, [measure, ...upTo]]) => ({
		frequency: frequency as Frequency,
		measure,
		upTo,
		isProvisional: true,
		source: 'test',
	})),
});

/** Permendagri 73/2015: age of one, three and five years, from the due date until it is known. */
export const permendagri = policy(
	'permendagri-73',
	'2015-01-01',
	['lancar 0.5', 'kurang-lancar 10 *', 'diragukan 50 *', 'macet 100 *'],
	{
		daily: ['months', 12, 36, 60],
		weekly: ['months', 12, 36, 60],
		monthly: ['months', 12, 36, 60],
		quarterly: ['months', 12, 36, 60],
		'six-monthly': ['months', 12, 36, 60],
		bullet: ['months', 12, 36, 60],
		seasonal: ['months', 12, 36, 60],
	},
);

/** Cooperatives: doubtful for 21 months, where collateral is 75 % of the debt. */
export const koperasi = policy(
	'koperasi',
	'2016-01-01',
	['lancar 0.5', 'kurang-lancar 10 *', 'diragukan 50 * 75', 'macet 100 *'],
	{
		daily: ['months', 1, 2, 23],
		weekly: ['months', 1, 2, 23],
		monthly: ['months', 3, 6, 27],
		quarterly: ['months', 3, 6, 27],
		'six-monthly': ['months', 6, 12, 33],
		bullet: ['months', 0, 3, 24],
		seasonal: ['months', 3, 6, 27],
	},
);

/** POJK 62/2015 Annex III. */
export const pojk62 = policy('pojk-62', '2015-01-01', ['lancar 0', 'diragukan 50', 'macet 100'], {
	daily: ['days', 4, 8],
	weekly: ['days', 28, 56],
	monthly: ['months', 3, 9],
	quarterly: ['months', 3, 9],
	'six-monthly': ['months', 3, 9],
	bullet: ['months', 3, 9],
	seasonal: ['missed', 1, 2],
});

/** POJK 41/2024: five classes (Ps 106); bands and percentages stand in for what was not found. */
export const pojk41 = policy(
	'pojk-41-2024',
	'2024-12-27',
	['lancar 1', 'dalam-perhatian-khusus 5', 'kurang-lancar 15', 'diragukan 50', 'macet 100'],
	{
		daily: ['days', 2, 4, 6, 8],
		weekly: ['days', 14, 28, 42, 56],
		monthly: ['months', 1, 3, 6, 9],
		quarterly: ['months', 1, 3, 6, 9],
		'six-monthly': ['months', 1, 3, 6, 9],
		bullet: ['months', 1, 3, 6, 9],
		seasonal: ['missed', 0, 1, 1, 2],
	},
);

export const allPolicies = [koperasi, permendagri, pojk41, pojk62];

/** A loan that owes 1,000,000 without margin or collateral and is late by nothing. */
export const factsOf = (given: Partial<LoanFacts> = {}): LoanFacts => ({
	frequency: 'monthly',
	owed: rupiah('1000000'),
	principal: rupiah('1000000'),
	collateral: rupiah('0'),
	daysPastDue: 0,
	monthsPastDue: 0,
	missedPayments: 0,
	...given,
});
