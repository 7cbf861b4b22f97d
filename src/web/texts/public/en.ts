import {dictionary} from './dictionary-en.ts';
import type {people as indonesian} from './id.ts';

/** What the pages for everybody say: in plain words, for who never saw a ledger. */
export const people: typeof indonesian = {
	receiptCheck: 'Check a receipt',
	health: {
		link: 'Fund health',
		title: 'Health of the fund per kelurahan',
		asOf: (date: string) => `As of ${date}. Sums only, nobody is named.`,
		intro:
			'The city lends a fund to a cooperative in each kelurahan. The cooperative lends it to members; it comes back and is lent again. Here one sees whether it truly revolves.',
		how: 'How to read these figures',
		city: 'All together',
		search: 'Find a kelurahan',
		order: 'Order',
		byName: 'By name',
		byTrouble: 'Most troubled first',
		none: 'There is no kelurahan of that name',
		grades: {sound: 'Sound', watch: 'Needs attention', serious: 'In trouble'},
		noGrade: 'No money received yet',
		why: 'Why',
		above: (measure: string, value: string, bound: string) =>
			`${measure}: ${value}, above the bound of ${bound}`,
		below: (measure: string, value: string, bound: string) =>
			`${measure}: ${value}, below the bound of ${bound}`,
		days: (count: string) => `${count} days`,
		received: 'Received from the city',
		receivedMeans: 'Money of the city that has come into the account of the fund here.',
		lent: 'With members now',
		lentMeans: 'Principal that members still have and that must come back.',
		turnover: 'Turnover',
		turnoverMeans:
			'How many times the money of the city was lent. Above 100%, money that came back was lent again.',
		late: 'More than 30 days late',
		lateMeans:
			'The share of running loans whose instalments are more than 30 days late. The smaller the better.',
		notRemitted: 'Collected, not remitted',
		notRemittedMeans:
			'Paid by members to the cooperative, but not yet handed on to the city. It should not be long.',
		borrowers: 'Borrowers',
		borrowersMeans: 'Members who have a loan now.',
		measures: {
			par30Restructured: 'More than 30 days late or agreed anew',
			notRemittedDays: 'Oldest collected money not yet remitted',
			remittanceRate: 'Remitted of what had to be',
			preservedShare: 'Money that is still there',
			operatingSelfSufficiency: 'Income by expenses of the cooperative',
		},
	},
	data: {
		link: 'Open data',
		title: 'Open data',
		intro:
			'All figures of the health of the fund per kelurahan, for everybody. Use and share them. They hold no personal data.',
		asOf: 'As of the day',
		asOfHint: 'Leave it empty for today.',
		csv: 'Download CSV',
		json: 'Download JSON',
		rows: (count: string, date: string) => `${count} kelurahan, as of ${date}`,
		api: 'For programs: the address of the API',
		dictionary: 'Data dictionary',
		column: 'Column',
		meaning: 'Meaning',
		empty: 'An empty figure has nothing to be divided by.',
	},
	dictionary,
};
