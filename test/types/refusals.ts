// What must not compile about refusals; nothing here is ever run.
import {type LedgerCode, ledgerTexts} from '../../src/ledger/index.ts';
import {DomainError, type RefusalTexts, refuser} from '../../src/kernel/errors.ts';

const texts = {
	'example/closed': {id: 'Periode {period} sudah ditutup.', en: 'Period {period} is closed.'},
} satisfies RefusalTexts;
const refuse = refuser(texts);

export function unknownCode(): DomainError {
	// @ts-expect-error A room refuses only with a code of its own table.
	refuse('example/open');
	// @ts-expect-error The values of a sentence are texts.
	refuse('example/closed', {period: 202601});
	// @ts-expect-error A refusal without a text in both languages does not exist.
	return new DomainError({code: 'example/closed', path: '', values: {}}, {en: 'Closed.'});
}

// @ts-expect-error A table of statuses must know every code of its room.
export const forgotten: Readonly<Record<LedgerCode, number>> = {};

// @ts-expect-error A code that is not in the ledger's table has no text.
export const absent = ledgerTexts['ledger/no-such-code'];
