// What must not compile about kinds of entries; nothing here is ever run.
import type {EntryKind} from '../../src/kernel/entry-kind.ts';
import type {EntryDraft} from '../../src/ledger/index.ts';

export function kindBesideTheList(draft: EntryDraft, kind: string): EntryDraft[] {
	return [
		// @ts-expect-error A kind that no policy can name is posted by no room.
		{...draft, kind: 'secret-transfer'},
		// @ts-expect-error Nor is one that was put together while running.
		{...draft, kind},
	];
}

export const namedKind: EntryKind = 'repayment';
