import type {Texts} from './id.ts';
import {account} from './account/en.ts';
import {administrator} from './administrator/en.ts';
import {approvals} from './approvals/en.ts';
import {auditor} from './auditor/en.ts';
import {counter} from './counter/en.ts';
import {findings} from './findings/en.ts';
import {imports} from './imports/en.ts';
import {manager} from './manager/en.ts';
import {officer} from './officer/en.ts';
import {products} from './products/en.ts';
import {people} from './public/en.ts';
import {reconciliation} from './reconciliation/en.ts';
import {reports} from './reports/en.ts';
import {supervisor} from './supervisor/en.ts';

/** All that the pages say, in English. */
export const en: Texts = {
	app: {
		name: 'Bergulir',
		tagline: 'The revolving fund of the kelurahan',
		toContent: 'Straight to the content',
		menu: 'Menu',
		language: 'Language',
		otherLanguage: 'Bahasa Indonesia',
		light: 'Light appearance',
		dark: 'Dark appearance',
		signOut: 'Sign out',
		account: 'My account',
		more: 'More',
		actingFor: (name: string) => `for ${name}`,
		roles: {
			officer: 'Officer',
			supervisor: 'Supervisor',
			'fund-manager': 'Fund manager',
			auditor: 'Auditor',
			administrator: 'Administrator',
		},
		noSection: 'There are no pages for your role yet',
		noSectionHint: 'All data can be read by the documented API.',
		documentation: 'Documentation of the API',
		publicPages: 'Pages for everybody',
	},
	states: {
		loading: 'Loading…',
		empty: 'There is nothing here yet',
		failed: 'That did not work',
		unreachable: 'The service cannot be reached',
		unreachableHint: 'Check the network and try again. What you typed is not lost.',
		again: 'Try again',
		besideFields: 'Mend what is marked below.',
		noPermission: 'You may not see this',
		noPermissionHint: 'Ask your administrator for the role that may.',
		notFound: 'There is no such page',
		notFoundHint: 'The address may be mistyped, or the page has moved.',
		toStart: 'To the start',
		broken: 'Something on this page is broken',
		brokenHint: 'Load the page again. What the service has recorded is unchanged.',
		reload: 'Load again',
		more: 'Show more',
		waiting: 'Waits for approval',
		waitingHint: 'Nothing is posted yet. A second person has to approve it first.',
	},
	fields: {
		amount: 'Amount',
		amountHint: 'For example 1.250.000 or 1,25 jt',
		amountUnread: 'Write an amount in rupiah, such as 1.250.000 or 1,25 jt.',
		date: 'Date',
		dateHint: 'For example 24/11/2026',
		dateUnread: 'Write a date, such as 24/11/2026 or 24 November 2026.',
	},
	signIn: {
		title: 'Sign in',
		name: 'User name',
		password: 'Password',
		reveal: 'Show or hide',
		code: 'Code of the authenticator app',
		codeHint: 'Six digits, or one of your recovery codes.',
		submit: 'Sign in',
		again: 'Your session has ended',
		againHint: 'Sign in again to go on. What you typed is still on the page.',
		giveUp: 'Sign out instead',
		publicHint: 'For everybody, without signing in:',
		or: 'or',
		openId: (provider: string) => `Sign in at ${provider}`,
		codeTitle: 'One more step',
		passwordChanged: 'The password was changed. Sign in with the new one.',
		refused: 'You could not sign in at the identity provider',
		refusals: {
			'identity/oidc-state': 'It took too long or began in another browser. Begin again.',
			'identity/oidc-denied': 'The identity provider refused, or you gave it up.',
			'identity/oidc-token': 'What the identity provider answered cannot be trusted.',
			'identity/oidc-unavailable': 'The identity provider cannot be reached. Try again later.',
			'identity/subject-unlinked': 'You are not linked with a user here yet. Ask an administrator.',
		},
		refusedOtherwise: 'Begin again, or ask an administrator for help.',
	},
	officer,
	counter,
	people,
	reports,
	auditor,
	findings,
	manager,
	reconciliation,
	approvals,
	supervisor,
	administrator,
	products,
	imports,
	account,
};
