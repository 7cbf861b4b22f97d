import test from 'ava';
import {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {decideDrafts, isOverdue} from '../../src/oversight/audit-finding.ts';
import {draft, finding} from './setup.ts';

test('what is not closed is overdue from the day after its due date', (t) => {
	t.false(isOverdue(finding(), localDate('2026-03-31')));
	t.true(isOverdue(finding(), localDate('2026-04-01')));
	t.true(isOverdue(finding({state: 'closing-proposed'}), localDate('2026-04-01')));
	t.false(isOverdue(finding({state: 'closed'}), localDate('2026-04-01')));
});

test('honest drafts are taken, an amount and an identity in the sentence as well', (t) => {
	t.notThrows(() => {
		decideDrafts([
			draft(),
			draft({
				subject: 'loan:0190b1c0-0000-7000-8000-000000000000',
				sentence: {id: 'Selisih Rp 123456789012345.67.', en: 'Rp 1.234.567.890.123.456 differ.'},
			}),
		]);
	});
});

const faults = (run: () => void): (readonly [string, string])[] => {
	try {
		run();
	} catch (error) {
		if (error instanceof DomainError) return error.findings.map(({code, path}) => [code, path]);
		throw error;
	}
	return [];
};

test('every fault of a draft is told at once', (t) => {
	t.deepEqual(
		faults(() => {
			decideDrafts([
				draft({
					source: 'By Hand',
					subject: ' ',
					sentence: {id: 'NIK 1771014103850001', en: 'ok'},
					evidence: Array.from({length: 201}, () => ({kind: 'document', document: 'x'})),
				}),
			]);
		}),
		[
			['oversight/source-malformed', 'source'],
			['oversight/subject-malformed', 'subject'],
			['oversight/personal-data', 'sentence.id'],
			['oversight/too-much-evidence', 'evidence'],
		],
	);
});

test('of several drafts each fault names its draft', (t) => {
	t.deepEqual(
		faults(() => {
			decideDrafts([
				draft(),
				draft({subject: 'x'.repeat(201)}),
				draft({subject: 'nik:1771014103850001'}),
			]);
		}),
		[
			['oversight/subject-malformed', 'drafts[1].subject'],
			['oversight/personal-data', 'drafts[2].subject'],
		],
	);
});
