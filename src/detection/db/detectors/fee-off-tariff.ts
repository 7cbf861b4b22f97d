import {cooperativeAccounts} from '../../../cooperatives/index.ts';
import {type SqlDetector, asOf, inBooks, numeric, reference} from '../sql.ts';

/** Some took a provisi and some did not: a fee is what the product says, no more and no less. */
export const feeOffTariff: SqlDetector = {
	name: 'fee-off-tariff',
	looksFor: {
		id: 'Biaya pembiayaan yang dibukukan tidak sama dengan tarif produknya.',
		en: 'Fees of a loan that are not what the tariff of its product says.',
	},
	sentence: {
		id: 'Biaya pembiayaan nomor {number} dibukukan {booked}, menurut tarif produknya {tariff}.',
		en: 'Of loan {number} a fee of {booked} is booked where the tariff of its product says {tariff}.',
	},
	falsePositive: {
		id: 'Biaya yang dikembalikan karena akad diperbaiki, atau dibebaskan dengan persetujuan.',
		en: 'A fee paid back because the contract was put right, or waived with approval.',
	},
	thresholds: {
		amountMin: {id: 'Selisih, paling sedikit, rupiah', en: 'Difference, at least, rupiah'},
	},
	amounts: ['booked', 'tariff'],
	constants: {feeIncome: cooperativeAccounts.administrationIncome},
	sql: `
		with tariff as (
			select loan.book_id, loan.id, loan.number, coalesce((
				select sum(case fee ->> 'kind' when 'fixed' then (fee ->> 'amount')::numeric
					else round(loan.principal * (fee ->> 'rate')::numeric) end)
				from jsonb_array_elements(product.fees) fee), 0) as amount
			from loans loan
			left join loan_products product on product.book_id = loan.book_id
				and product.code = loan.product_code and product.version = loan.product_version
			where loan.status in ('disbursed', 'settled', 'written-off')
				and loan.disbursed_on <= ${asOf} and ${inBooks('loan.book_id')}
		),
		booked as (
			select line.book_id, line.loan_id,
				sum(case line.side when 'credit' then line.amount else -line.amount end) as amount
			from lines line
			where line.account_code = :feeIncome and line.loan_id is not null
				and line.effective_on <= ${asOf} and ${inBooks('line.book_id')}
			group by 1, 2
		)
		select tariff.book_id, 'loan:' || tariff.id as subject, null as severity,
			jsonb_build_object('number', tariff.number,
				'booked', coalesce(booked.amount, 0)::numeric(20, 2)::text,
				'tariff', tariff.amount::numeric(20, 2)::text) as figures,
			jsonb_build_array(${reference('loan', 'id', 'tariff.id')}) as evidence
		from tariff
		left join booked on booked.book_id = tariff.book_id and booked.loan_id = tariff.id
		where abs(coalesce(booked.amount, 0) - tariff.amount) >= ${numeric('amountMin')}`,
};
