import test from 'ava';
import type {BookCode, MemberId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {
	type Guarantor,
	decideGuarantor,
	isGuarantor,
	releasedGuarantor,
} from '../../src/lending/guarantor.ts';
import {codeOf, murabahah} from './life.ts';

const ani = {
	id: 'ani' as MemberId,
	book: murabahah.book,
	number: 7,
	joinedOn: day('2025-01-11'),
};
const guarantor: Guarantor = {
	number: 1,
	member: ani.id,
	memberName: 'Ani',
	guaranteedOn: day('2025-02-03'),
	document: 'SP-1',
	recordedBy: 'petugas',
};
const release = {releasedOn: day('2025-12-31'), reason: 'Lunas sebagian', by: 'penyelia'};
const released = releasedGuarantor([guarantor], 1, release);

test('a member of the same cooperative answers once for a loan that is not over', (t) => {
	const guarantee = (
		who: Parameters<typeof decideGuarantor>[1] = ani,
		known: readonly Guarantor[] = [],
		loan: Parameters<typeof decideGuarantor>[0] = murabahah,
	) => codeOf(() => decideGuarantor(loan, who, day('2025-02-03'), known));
	t.is(guarantee(), undefined);
	t.is(guarantee({...ani, id: murabahah.member}), 'lending/guarantor-is-borrower');
	t.is(guarantee({...ani, book: 'KOP-2' as BookCode}), 'lending/guarantor-elsewhere');
	t.is(guarantee({...ani, leftOn: day('2026-01-01')}), 'lending/guarantor-elsewhere');
	t.is(guarantee({...ani, joinedOn: day('2025-02-04')}), 'lending/guarantor-elsewhere');
	t.is(guarantee(ani, [], {...murabahah, status: 'settled'}), 'lending/guarantor-loan-over');
	t.is(guarantee(ani, [guarantor]), 'lending/guarantor-known');
	t.is(guarantee(ani, [released]), undefined);
});

test('a guarantor is released once, with a reason, and stays on the list', (t) => {
	t.like(released, {number: 1, releasedOn: day('2025-12-31'), releaseReason: 'Lunas sebagian'});
	t.true(isGuarantor([guarantor], ani.id));
	t.false(isGuarantor([released], ani.id));
	t.is(
		codeOf(() => releasedGuarantor([guarantor], 2, release)),
		'lending/unknown-guarantor',
	);
	t.is(
		codeOf(() => releasedGuarantor([released], 1, release)),
		'lending/guarantor-released',
	);
	t.is(
		codeOf(() => releasedGuarantor([guarantor], 1, {...release, releasedOn: day('2025-02-02')})),
		'lending/guarantor-days',
	);
});
