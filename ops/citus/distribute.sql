-- Spreads a database of this version over the servers of a Citus cluster, by book. Run once, as the
-- owner, on the coordinator, with the service stopped, after `bergulir migrate`. Every table is named
-- here: distributed by book, all together; a reference, the same on every server; or local, on the
-- coordinator alone. test/db/citus.test.ts holds the list against the catalogue, so that a new table is
-- thought about; docs/decisions/051-ready-for-citus.md says what else has to be done before, which is
-- why this stops by itself until somebody has.
do $$
begin
	if not exists (select from pg_extension where extname = 'citus') then
		raise exception 'This database has no Citus: create extension citus, and add the workers.';
	end if;
	if coalesce(current_setting('bergulir.citus_is_prepared', true), '') <> 'on' then
		raise exception 'Read decision 051; when its steps are done: set bergulir.citus_is_prepared = on.';
	end if;
end $$;

begin;
-- The laws are triggers, and each looks at rows of its own book alone, which lie on its own server.
set local citus.enable_unsafe_triggers = on;
-- Tables are made one after another in this transaction.
set local citus.multi_shard_modify_mode = 'sequential';

-- Between the books of a cooperative and of its city: two servers, so the service and
-- `bergulir verify` (mirror) hold them alone from here on.
alter table city_share_payments drop constraint city_share_payments_city_entry_fkey;
alter table city_shares drop constraint city_shares_city_entry_fkey;
alter table fund_claims drop constraint fund_claims_allocation_fkey;
alter table fund_claims drop constraint fund_claims_pengurus_fkey;
alter table fund_returns drop constraint fund_returns_city_entry_fkey;
alter table fund_write_offs drop constraint fund_write_offs_allocation_fkey;
alter table reallocations drop constraint reallocations_tranche_fkey;
alter table remittances drop constraint remittances_city_entry_fkey;
alter table tranches drop constraint tranches_city_entry_fkey;
alter table reallocations drop constraint reallocations_tranche_key;
alter table reallocations
	add constraint reallocations_tranche_key unique (book_id, to_book_id, tranche_id);

-- The same on every server: small, read everywhere, rarely written.
select create_reference_table('amount_limits');
select create_reference_table('approval_policies');
select create_reference_table('bank_match_rules');
select create_reference_table('regions');
select create_reference_table('books');
select create_reference_table('cash_denominations');
select create_reference_table('provision_policies');
select create_reference_table('city_policies');
select create_reference_table('cooperatives');
select create_reference_table('detection_runs');
select create_reference_table('detector_policies');
select create_reference_table('duty_separations');
select create_reference_table('fund_grade_policies');
select create_reference_table('fund_grade_bounds');
select create_reference_table('holidays');
select create_reference_table('oversight_policies');
select create_reference_table('oversight_closers');
select create_reference_table('oversight_periods');
select create_reference_table('processing_purposes');
select create_reference_table('programmes');
select create_reference_table('provision_policy_versions');
select create_reference_table('provision_classes');
select create_reference_table('provision_bands');
select create_reference_table('retention_policies');
select create_reference_table('score_policies');
select create_reference_table('score_sections');
select create_reference_table('score_ratios');
select create_reference_table('score_bands');
select create_reference_table('score_predicates');
select create_reference_table('statement_formats');
select create_reference_table('users');

-- By book, all together: whatever is joined by book lies on one server.
select create_distributed_table('accounts', 'book_id', colocate_with => 'none');
select create_distributed_table('fund_proposals', 'book_id', colocate_with => 'accounts');
select create_distributed_table('allocations', 'book_id', colocate_with => 'accounts');
select create_distributed_table('entries', 'book_id', colocate_with => 'accounts');
select create_distributed_table('allocation_endings', 'book_id', colocate_with => 'accounts');
select create_distributed_table('balance_assertions', 'book_id', colocate_with => 'accounts');
select create_distributed_table('assertion_breaks', 'book_id', colocate_with => 'accounts');
select create_distributed_table('assertion_rules', 'book_id', colocate_with => 'accounts');
select create_distributed_table('assertion_standings', 'book_id', colocate_with => 'accounts');
select create_distributed_table('assertion_withdrawals', 'book_id', colocate_with => 'accounts');
select create_distributed_table('pengurus', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_claims', 'book_id', colocate_with => 'accounts');
select create_distributed_table('loan_products', 'book_id', colocate_with => 'accounts');
select create_distributed_table('members', 'book_id', colocate_with => 'accounts');
select create_distributed_table('loans', 'book_id', colocate_with => 'accounts');
select create_distributed_table('attachments', 'book_id', colocate_with => 'accounts');
select create_distributed_table('audit_findings', 'book_id', colocate_with => 'accounts');
select create_distributed_table('audit_finding_events', 'book_id', colocate_with => 'accounts');
select create_distributed_table('audit_finding_standings', 'book_id', colocate_with => 'accounts');
select create_distributed_table('bank_accounts', 'book_id', colocate_with => 'accounts');
select create_distributed_table('bank_matches', 'book_id', colocate_with => 'accounts');
select create_distributed_table('lines', 'book_id', colocate_with => 'accounts');
select create_distributed_table('bank_match_lines', 'book_id', colocate_with => 'accounts');
select create_distributed_table('bank_rows', 'book_id', colocate_with => 'accounts');
select create_distributed_table('bank_match_rows', 'book_id', colocate_with => 'accounts');
select create_distributed_table('bank_statements', 'book_id', colocate_with => 'accounts');
select create_distributed_table('bank_statement_lines', 'book_id', colocate_with => 'accounts');
select create_distributed_table('bank_unmatches', 'book_id', colocate_with => 'accounts');
select create_distributed_table('book_tips', 'book_id', colocate_with => 'accounts');
select create_distributed_table('cancellation_costs', 'book_id', colocate_with => 'accounts');
select create_distributed_table('cash_counts', 'book_id', colocate_with => 'accounts');
select create_distributed_table('cash_count_bookings', 'book_id', colocate_with => 'accounts');
select create_distributed_table('cash_count_pieces', 'book_id', colocate_with => 'accounts');
select create_distributed_table('cash_count_witnesses', 'book_id', colocate_with => 'accounts');
select create_distributed_table('city_current_portions', 'book_id', colocate_with => 'accounts');
select create_distributed_table('city_provisions', 'book_id', colocate_with => 'accounts');
select create_distributed_table('city_share_payments', 'book_id', colocate_with => 'accounts');
select create_distributed_table('city_shares', 'book_id', colocate_with => 'accounts');
select create_distributed_table('collateral', 'book_id', colocate_with => 'accounts');
select create_distributed_table('collateral_appraisals', 'book_id', colocate_with => 'accounts');
select create_distributed_table('collateral_releases', 'book_id', colocate_with => 'accounts');
select create_distributed_table('collection_visits', 'book_id', colocate_with => 'accounts');
select create_distributed_table('day_totals', 'book_id', colocate_with => 'accounts');
select create_distributed_table('demand_letters', 'book_id', colocate_with => 'accounts');
select create_distributed_table('detections', 'book_id', colocate_with => 'accounts');
select create_distributed_table('document_numbers', 'book_id', colocate_with => 'accounts');
select create_distributed_table('floor_balances', 'book_id', colocate_with => 'accounts');
select create_distributed_table('periods', 'book_id', colocate_with => 'accounts');
select create_distributed_table('frozen_trial_balances', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_claim_events', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_claim_instalments', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_day_classes', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_days', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_latest', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_latest_classes', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_notes', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_proposal_decisions', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_returns', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_rollups', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_seal_classes', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_seals', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_write_offs', 'book_id', colocate_with => 'accounts');
select create_distributed_table('fund_write_off_decisions', 'book_id', colocate_with => 'accounts');
select create_distributed_table('member_groups', 'book_id', colocate_with => 'accounts');
select create_distributed_table('group_applications', 'book_id', colocate_with => 'accounts');
select create_distributed_table('group_deposit_balances', 'book_id', colocate_with => 'accounts');
select create_distributed_table('group_deposit_movements', 'book_id', colocate_with => 'accounts');
select create_distributed_table('group_loans', 'book_id', colocate_with => 'accounts');
select create_distributed_table('group_members', 'book_id', colocate_with => 'accounts');
select create_distributed_table('imports', 'book_id', colocate_with => 'accounts');
select create_distributed_table('import_findings', 'book_id', colocate_with => 'accounts');
select create_distributed_table('import_pieces', 'book_id', colocate_with => 'accounts');
select create_distributed_table('import_rows', 'book_id', colocate_with => 'accounts');
select create_distributed_table('loan_schedules', 'book_id', colocate_with => 'accounts');
select create_distributed_table('instalments', 'book_id', colocate_with => 'accounts');
select create_distributed_table('repayments', 'book_id', colocate_with => 'accounts');
select create_distributed_table('joint_claims', 'book_id', colocate_with => 'accounts');
select create_distributed_table('joint_claim_movements', 'book_id', colocate_with => 'accounts');
select create_distributed_table('late_charges', 'book_id', colocate_with => 'accounts');
select create_distributed_table('late_charge_payments', 'book_id', colocate_with => 'accounts');
select create_distributed_table('late_charge_waivers', 'book_id', colocate_with => 'accounts');
select create_distributed_table('loan_conversions', 'book_id', colocate_with => 'accounts');
select create_distributed_table('loan_events', 'book_id', colocate_with => 'accounts');
select create_distributed_table('loan_guarantors', 'book_id', colocate_with => 'accounts');
select create_distributed_table('loan_recoveries', 'book_id', colocate_with => 'accounts');
select create_distributed_table('loan_restructurings', 'book_id', colocate_with => 'accounts');
select create_distributed_table('loan_settlements', 'book_id', colocate_with => 'accounts');
select create_distributed_table('manual_classes', 'book_id', colocate_with => 'accounts');
select create_distributed_table('member_accounts', 'book_id', colocate_with => 'accounts');
select create_distributed_table('member_deaths', 'book_id', colocate_with => 'accounts');
select create_distributed_table('sealed_months', 'book_id', colocate_with => 'accounts');
select create_distributed_table('month_totals', 'book_id', colocate_with => 'accounts');
select create_distributed_table('nik_attempts', 'book_id', colocate_with => 'accounts');
select create_distributed_table('opening_balances', 'book_id', colocate_with => 'accounts');
select create_distributed_table('opening_balance_lines', 'book_id', colocate_with => 'accounts');
select create_distributed_table('outgoing_mails', 'book_id', colocate_with => 'accounts');
select create_distributed_table('payment_promises', 'book_id', colocate_with => 'accounts');
select create_distributed_table('payroll_clearings', 'book_id', colocate_with => 'accounts');
select create_distributed_table('payroll_clearing_rows', 'book_id', colocate_with => 'accounts');
select create_distributed_table('pengurus_ties', 'book_id', colocate_with => 'accounts');
select create_distributed_table('provision_choices', 'book_id', colocate_with => 'accounts');
select create_distributed_table('provision_runs', 'book_id', colocate_with => 'accounts');
select create_distributed_table('tranches', 'book_id', colocate_with => 'accounts');
select create_distributed_table('reallocations', 'book_id', colocate_with => 'accounts');
select create_distributed_table('receipt_codes', 'book_id', colocate_with => 'accounts');
select create_distributed_table('reconciliations', 'book_id', colocate_with => 'accounts');
select create_distributed_table('reconciliation_lines', 'book_id', colocate_with => 'accounts');
select create_distributed_table('reconciliation_explanations', 'book_id', colocate_with => 'accounts');
select create_distributed_table('reconciliation_signatures', 'book_id', colocate_with => 'accounts');
select create_distributed_table('remittances', 'book_id', colocate_with => 'accounts');
select create_distributed_table('saving_movements', 'book_id', colocate_with => 'accounts');
select create_distributed_table('saving_obligations', 'book_id', colocate_with => 'accounts');
select create_distributed_table('savings_balances', 'book_id', colocate_with => 'accounts');
select create_distributed_table('stated_figures', 'book_id', colocate_with => 'accounts');
select create_distributed_table('surplus_rules', 'book_id', colocate_with => 'accounts');
select create_distributed_table('surplus_distributions', 'book_id', colocate_with => 'accounts');
select create_distributed_table('surplus_distribution_parts', 'book_id', colocate_with => 'accounts');
select create_distributed_table('surplus_shares', 'book_id', colocate_with => 'accounts');
select create_distributed_table('surplus_payouts', 'book_id', colocate_with => 'accounts');
select create_distributed_table('surplus_rule_parts', 'book_id', colocate_with => 'accounts');
select create_distributed_table('tawidh_costs', 'book_id', colocate_with => 'accounts');
select create_distributed_table('tree_nodes', 'book_id', colocate_with => 'accounts');
select create_distributed_table('user_ties', 'book_id', colocate_with => 'accounts');
commit;

-- Stay on the coordinator:
-- local: api_tokens: of people, not of books
-- local: approval_previews: never committed
-- local: approvals: of any book or none
-- local: approved_writes: of approvals
-- local: chore_runs: what the installation does by itself
-- local: checkpoints: of the installation: one log over all books
-- local: delegations: of people
-- local: demo_state: one row
-- local: idempotency_keys: keyed by user and key, written with every entry: decision 051
-- local: log_heads: one log over all books, in its order
-- local: nik_registry: one NIK, one membership in the whole country: decision 051
-- local: openid_attempts: of people
-- local: oversight_addresses: read by the one who sends mail
-- local: recovery_codes: of people
-- local: report_job_pieces: files of report_jobs
-- local: report_jobs: of people
-- local: second_factors: of people
-- local: sessions: of people, not of books
-- local: sign_in_attempts: counts of failures, for all
-- local: signing_keys: of the installation
-- local: trail_acts: one chain of acts over all books
-- local: trail_tip: the end of that chain
-- local: user_grants: who may do what; read once a second for all requests
-- local: user_invitations: of people
-- local: user_subjects: of people
-- local: webhook_attempts: of webhook_deliveries
-- local: webhook_deliveries: of webhook_events
-- local: webhook_events: numbered over all books, some of none
-- local: webhooks: of people
-- The queue of jobs (schema pgboss) stays on the coordinator as well.
