import type {Knex} from 'knex';
import type {SurplusStore} from '../ports.ts';
import {percentTextOf} from '../rule.ts';
import {type RuleRow, toRule} from './rows.ts';

export const createRuleTable = (trx: Knex): Pick<SurplusStore, 'rules' | 'insertRule'> => ({
	async rules(book) {
		const {rows} = await trx.raw<{rows: RuleRow[]}>(
			`select rule.*, (
				select jsonb_agg(jsonb_build_object('kind', part.kind, 'name', part.name,
					'percent', part.percent::text, 'account', part.account_code)
					order by part.position)
				from surplus_rule_parts part
				where part.book_id = rule.book_id and part.version = rule.version
			) as parts
			from surplus_rules rule where rule.book_id = :book order by rule.version`,
			{book: book.id},
		);
		return rows.map(toRule);
	},
	async insertRule(book, rule) {
		await trx('surplus_rules').insert({
			book_id: book.id,
			version: rule.version,
			effective_from: rule.effectiveFrom,
			basis: rule.basis,
			document: rule.document,
			saving_products: [...rule.savingProducts],
			recorded_at: rule.recordedAt,
			recorded_by: rule.recordedBy,
		});
		await trx('surplus_rule_parts').insert(
			rule.parts.map((part, index) => ({
				book_id: book.id,
				version: rule.version,
				position: index + 1,
				kind: part.kind,
				name: part.name,
				percent: percentTextOf(part.percent),
				account_code: part.account,
			})),
		);
	},
});
