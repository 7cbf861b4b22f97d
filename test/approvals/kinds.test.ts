// Whatever is posted, a policy can name: a draft of a kind beside the list does not compile (see
// `test/types/entry-kinds.ts`), and the list is the policies' own.
import test from 'ava';
import {limitedNames, writeNames} from '../../src/approvals/index.ts';
import {entryKinds} from '../../src/kernel/entry-kind.ts';

test('every kind of entry, and its reversal, can be named by a policy and limited', (t) => {
	for (const kind of entryKinds) {
		for (const name of [kind, `${kind}.reverse`]) {
			t.true(writeNames.includes(name), name);
			t.true(limitedNames.includes(name), name);
		}
	}
});
