import type {officer as indonesian} from './id.ts';

/** What the officer's pages say. */
export const officer: typeof indonesian = {
	cooperative: 'Cooperative',
	noCooperative: 'There is no cooperative in your scope yet',
	today: {
		link: 'Today',
		title: 'Today',
		empty: 'Nothing is due or overdue',
		emptyHint: 'Every instalment up to today is paid.',
		due: 'Due',
		overdue: 'Overdue',
		toCollect: 'To collect',
		promised: 'Promised',
		all: 'All',
		lateDays: (days: string) => `${days} days late`,
		loan: (number: string) => `Loan ${number}`,
		promise: (date: string, amount: string) => `Promised for ${date}: ${amount}`,
		brokenPromise: (date: string) => `The promise for ${date} was not kept`,
		count: (count: string) => `${count} people`,
	},
	members: {link: 'Members'},
	groups: {link: 'Groups'},
	application: {link: 'Applications'},
	cash: {link: 'Cash'},
};
