// What the tests of the register begin with.
import type {AuditFindingDraft, OversightPolicy} from '../../src/oversight/index.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import type {AuditFinding} from '../../src/oversight/audit-finding.ts';
import type {AuditFindingId} from '../../src/kernel/ids.ts';
import type {Actor} from '../../src/kernel/actor.ts';

export const detector: Actor = {
	userId: '00000000-0000-0000-0000-000000000000',
	name: '(chore)',
};

/** What a detector would raise of the first cooperative. */
export const draft = (change: Partial<AuditFindingDraft> = {}): AuditFindingDraft => ({
	book: 'KOP-1771011001' as BookCode,
	source: 'idle-cash',
	subject: 'book:KOP-1771011001',
	severity: 'medium',
	sentence: {
		id: 'Kas dana menganggur selama 40 hari.',
		en: 'The cash of the fund has been idle for 40 days.',
	},
	evidence: [{kind: 'document', document: 'RK-3'}],
	...change,
});

/** A finding of 1 March 2026, due on the 31st, that is Siti's. */
export const finding = (change: Partial<AuditFinding> = {}): AuditFinding => ({
	...draft(),
	id: '0190b1c0-0000-7000-8000-000000000001' as AuditFindingId,
	number: 7,
	bookName: 'BMT Melati',
	raisedAt: new Date('2026-03-01T05:00:00Z'),
	raisedBy: '(chore)',
	state: 'open',
	level: 'cooperative',
	owner: 'siti',
	dueOn: localDate('2026-03-31'),
	lastStep: 2,
	...change,
});

const days = (cooperative: number, dinas: number, inspektorat: number, waliKota: number) => ({
	cooperative,
	dinas,
	inspektorat,
	'wali-kota': waliKota,
});

export const policy: OversightPolicy = {
	version: 1,
	effectiveFrom: localDate('2025-01-01'),
	legalBasis: 'Kebijakan uji',
	status: 'provisional',
	days: {
		low: days(60, 30, 30, 30),
		medium: days(30, 14, 14, 14),
		high: days(14, 7, 7, 7),
		critical: days(3, 3, 3, 3),
	},
	closers: {
		low: ['auditor', 'fund-manager', 'supervisor'],
		medium: ['auditor', 'fund-manager'],
		high: ['auditor', 'fund-manager'],
		critical: ['auditor', 'fund-manager'],
	},
};
