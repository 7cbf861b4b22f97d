import {answerOf, api} from '../api/client.ts';
import type {Me} from '../api/me.ts';
import {ActionForm, type FormField} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';

export type GiveDelegationProps = {
	readonly grants: Me['grants'];
	readonly onDone: () => void;
};

const keyOf = ({role, scope}: Me['grants'][number]): string => `${role} ${scope}`;

/** Letting another act for oneself in one of one's roles, from a day to a day. */
export function GiveDelegation({grants, onDone}: GiveDelegationProps) {
	const {account, app} = useTexts();
	const {delegations} = account;
	const [first] = grants;
	const fields: FormField[] = [
		{name: 'to', label: delegations.to, kind: 'text', hint: delegations.toHint},
		{
			name: 'role',
			label: delegations.role,
			kind: 'choice',
			...(grants.length === 1 && first ? {initial: keyOf(first)} : {}),
			options: grants.map((grant) => ({
				value: keyOf(grant),
				label: `${app.roles[grant.role]} · ${grant.scope}`,
			})),
		},
		{
			name: 'scope',
			label: delegations.scope,
			kind: 'text',
			isOptional: true,
			hint: delegations.scopeHint,
		},
		{name: 'firstOn', label: delegations.firstOn, kind: 'date'},
		{name: 'lastOn', label: delegations.lastOn, kind: 'date'},
		{name: 'reason', label: delegations.reason, kind: 'text'},
	];
	return (
		<ActionForm
			fields={fields}
			submit={delegations.give}
			done={delegations.given}
			send={async ({to = '', role, scope, firstOn = '', lastOn = '', reason = ''}, key) => {
				const grant = grants.find((one) => keyOf(one) === role)!;
				return answerOf(
					api.POST('/v1/delegations', {
						params: {header: {'Idempotency-Key': key}},
						body: {to, role: grant.role, scope: scope ?? grant.scope, firstOn, lastOn, reason},
					}),
				);
			}}
			onDone={onDone}
		/>
	);
}
