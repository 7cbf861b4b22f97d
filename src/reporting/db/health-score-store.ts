import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {ScorePolicy, ScorePredicate, ScoreSection} from '../health-score.ts';
import type {HealthScoreStore} from '../ports.ts';

/** The policies of health scores, and what the loans of a book say of their risk. */
export const createHealthScoreStore = (trx: Knex): HealthScoreStore => ({
	async scorePolicies(day) {
		const {rows} = await trx.raw<{rows: PolicyRow[]}>(policiesSql, {day});
		return rows.map(toPolicy);
	},
	async loanRisk(book, {asOf, knownAt}, policy) {
		const {rows} = await trx.raw<{rows: RiskRow[]}>(riskSql, {
			book: book.id,
			asOf,
			knownAt: knownAt ?? null,
			policy,
		});
		const row = rows[0]!;
		return {
			nonPerforming: rupiah(row.non_performing),
			atRisk30: rupiah(row.at_risk_30),
			requiredProvision: rupiah(row.required),
		};
	},
});

const riskSql = `
	select coalesce(sum(principal) filter (where class_position > 1), 0) as non_performing,
		coalesce(sum(principal) filter (where days_past_due > 30), 0) as at_risk_30,
		coalesce(sum(provision), 0) as required
	from provisioning_classes(:asOf, of_books => array[:book]::integer[], known_at => :knownAt,
		of_policy => :policy)
`;

type RiskRow = {non_performing: string; at_risk_30: string; required: string};

const bandsSql = `
	select jsonb_agg(jsonb_build_object('upToPercent', trim_scale(band.up_to_percent)::text,
		'includesBound', band.includes_bound, 'score', band.score::text) order by band.position)
	from score_bands band where band.policy_code = ratio.policy_code
		and band.version = ratio.version and band.ratio = ratio.code
`;

const ratiosSql = `
	select jsonb_agg(jsonb_build_object('code', ratio.code, 'nameId', ratio.name_id,
		'nameEn', ratio.name_en, 'formulaId', ratio.formula_id, 'formulaEn', ratio.formula_en,
		'share', ratio.share, 'numerator', ratio.numerator, 'denominator', ratio.denominator,
		'source', ratio.source, 'isProvisional', ratio.is_provisional,
		'bands', coalesce((${bandsSql}), '[]')) order by ratio.position)
	from score_ratios ratio where ratio.policy_code = part.policy_code
		and ratio.version = part.version and ratio.section = part.code
`;

const policiesSql = `
	select given.*, given.score_max::text as score_max_text,
		(select jsonb_agg(jsonb_build_object('code', part.code, 'nameId', part.name_id,
			'nameEn', part.name_en, 'weight', trim_scale(part.weight)::text, 'source', part.source,
			'isProvisional', part.is_provisional, 'ratios', (${ratiosSql})) order by part.position)
			from score_sections part
			where part.policy_code = given.code and part.version = given.version) as sections,
		(select jsonb_agg(jsonb_build_object('code', called.code, 'nameId', called.name_id,
			'nameEn', called.name_en, 'atLeast', trim_scale(called.at_least)::text,
			'source', called.source, 'isProvisional', called.is_provisional) order by called.position)
			from score_predicates called
			where called.policy_code = given.code and called.version = given.version) as predicates
	from (
		select distinct on (code) * from score_policies
		where effective_from <= :day order by code, effective_from desc
	) given
	order by given.effective_from desc, given.code
`;

type PolicyRow = {
	code: string;
	version: number;
	effective_from: string;
	name_id: string;
	name_en: string;
	legal_basis: string;
	status: ScorePolicy['status'];
	replaced_by: string | null;
	score_max_text: string;
	provision_policy: string;
	sections: ScoreSection[];
	predicates: ScorePredicate[];
};

const toPolicy = (row: PolicyRow): ScorePolicy => ({
	code: row.code,
	version: row.version,
	effectiveFrom: row.effective_from as LocalDate,
	nameId: row.name_id,
	nameEn: row.name_en,
	legalBasis: row.legal_basis,
	status: row.status,
	replacedBy: row.replaced_by,
	scoreMax: row.score_max_text,
	provisionPolicy: row.provision_policy,
	sections: row.sections,
	predicates: row.predicates,
});
