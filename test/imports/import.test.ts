import test from 'ava';
import {DomainError} from '../../src/kernel/errors.ts';
import {
	type Import,
	decideApproval,
	requireAnother,
	requireStatus,
} from '../../src/imports/import.ts';

const ready: Import = {
	id: '0190b1c0-0000-7000-8000-000000000000',
	book: 'KOP-1' as Import['book'],
	kind: 'members',
	status: 'ready',
	fileName: 'x',
	bytes: 1,
	sha256: '',
	uploadedAt: new Date(0),
	uploadedBy: {userId: 'a', name: 'petugas'},
	rows: 2,
	rowsKnown: 1,
	rowsPosted: 0,
	findingCount: 0,
	progress: 0,
	previewDigest: 'd',
};
const supervisor = {userId: 'b', name: 'penyelia'};

const refused = test.macro({
	exec(t, run: () => void, code: string) {
		t.is(t.throws(run, {instanceOf: DomainError}).code, code);
	},
	title: (_: string | undefined, __: () => void, code: string) => code,
});

test('another person approves what was shown', (t) => {
	t.notThrows(() => {
		decideApproval(ready, supervisor, 'd');
	});
});
test(
	refused,
	() => {
		decideApproval({...ready, status: 'faulty'}, supervisor, 'd');
	},
	'imports/wrong-status',
);
test(
	refused,
	() => {
		decideApproval(ready, supervisor, 'e');
	},
	'imports/preview-differs',
);
test(
	refused,
	() => {
		decideApproval({...ready, rowsKnown: 2}, supervisor, 'd');
	},
	'imports/nothing-new',
);
test(
	refused,
	() => {
		requireAnother(ready, {userId: 'a', name: 'lain'});
	},
	'imports/same-person',
);

test('the same name under another identity is the same person', (t) => {
	t.throws(
		() => {
			requireAnother(ready, {userId: 'c', name: 'petugas'});
		},
		{instanceOf: DomainError},
	);
	t.notThrows(() => {
		requireStatus(ready, 'ready', 'faulty');
	});
});
