import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {refuse} from '../errors.ts';

const laws = [
	'signing_keys_gapless',
	'signing_keys_certified',
	'signing_keys_canonical',
	'signing_keys_key_id_key',
	'log_heads_gapless',
	'log_heads_next',
	'log_heads_canonical',
	'log_heads_hash_check',
	'checkpoints_gapless',
	'checkpoints_true',
	'checkpoints_moment',
	'checkpoints_key',
	'checkpoints_canonical',
	'evidence_append_only',
];

const rewritten = (explanation: string) => refuse('evidence/journal-rewritten', {explanation});

/** The laws of evidence as PostgreSQL names them. */
export const evidenceConstraints: ConstraintRefusals = {
	...Object.fromEntries(
		laws.map((law) => [
			law,
			(explanation: string) => refuse('evidence/law-broken', {law, explanation}),
		]),
	),
	evidence_complete: rewritten,
	log_heads_trail: (explanation) => refuse('evidence/trail-rewritten', {explanation}),
	log_heads_true: rewritten,
	log_heads_forward: rewritten,
};
