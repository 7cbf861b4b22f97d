import type {people as indonesian} from './id.ts';

/** What the pages for everybody say: in plain words, for they explain to who never saw a ledger. */
export const people: typeof indonesian = {
	receiptCheck: 'Check a receipt',
	health: {
		link: 'Fund health',
		title: 'Health of the fund per kelurahan',
		grades: {sound: 'Sound', watch: 'Needs attention', serious: 'In trouble'},
		received: 'Received from the city',
		lent: 'With members now',
		late: 'Share that is over 30 days late',
		notRemitted: 'Collected, not yet remitted',
		asOf: (date: string) => `As of ${date}`,
	},
	data: {link: 'Open data'},
};
