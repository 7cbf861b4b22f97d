import {partAccounts, type SurplusRule, decideRule} from '../rule.ts';
import type {NewRule, SurplusWork} from '../ports.ts';
import {openSurplusBook} from './open-surplus-book.ts';

/**
 * Records how a cooperative distributes its surplus from a day on, as its statutes or its Rapat
 * Anggota decided. What was in force before stays, and what was distributed by it.
 * @throws DomainError `surplus/…`, `cooperative/unknown`.
 */
export async function setSurplusRule(
	work: SurplusWork,
	{book: code, ...wanted}: NewRule,
): Promise<SurplusRule> {
	const book = await openSurplusBook(work, code);
	await work.ledger.lockTip(book);
	const rules = await work.surplus.rules(book);
	const rule: SurplusRule = {
		...wanted,
		savingProducts: [...new Set(wanted.savingProducts)],
		version: rules.length + 1,
		parts: wanted.parts.map(({account, ...part}) => ({
			...part,
			account: account ?? partAccounts[part.kind],
		})),
		recordedBy: work.actor.name,
		recordedAt: work.now(),
	};
	decideRule(rule, {rules, accounts: await work.ledger.accounts(book)});
	await work.surplus.insertRule(book, rule);
	return rule;
}
