import {Button, Group, Text, Title} from '@mantine/core';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useLocation} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import type {Answered} from '../api/answered.ts';
import {becomeAnother, may, useMe} from '../api/me.ts';
import {useWrite} from '../api/write.ts';
import {Outcome} from '../fields/action-form.tsx';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';
import {GiveDelegation} from './give-delegation.tsx';
import {Part} from './part.tsx';

type Delegation = Answered<'get-v1-delegations'>['items'][number];

const delegationsKey = ['delegations'] as const;

/** What one handed on and received, with its days; taking it back, and acting by it. */
export function Delegations() {
	const {account} = useTexts();
	const client = useQueryClient();
	const me = useMe();
	const query = useQuery({
		queryKey: delegationsKey,
		queryFn: async () => (await answerOf(api.GET('/v1/delegations'))).items,
	});
	const reload = (): void => {
		void client.invalidateQueries({queryKey: delegationsKey});
	};
	const write = useWrite(
		async (id: string, key): Promise<object> =>
			answerOf(
				api.POST('/v1/delegations/{id}/revoke', {
					params: {path: {id}, header: {'Idempotency-Key': key}},
				}),
			),
		reload,
	);
	return (
		<Part title={account.delegations.title} hint={account.delegations.hint}>
			<Refusal error={write.error} />
			<Answer of={query} rows={2} rowHeight={44}>
				{(all) =>
					all.length === 0 ? (
						<Text c="dimmed">{account.delegations.none}</Text>
					) : (
						<>
							<Acts all={all} />
							<DelegationTable all={all} isSending={write.isSending} onRevoke={write.send} />
						</>
					)
				}
			</Answer>
			<Outcome answer={write.answer} done={account.delegations.revoked} />
			{may(me, 'delegation:give') && me.grants.length > 0 ? (
				<>
					<Title order={3} size="h5" mt="lg">
						{account.delegations.giveTitle}
					</Title>
					<Text size="sm" c="dimmed" mb="sm">
						{account.delegations.giveHint}
					</Text>
					<GiveDelegation grants={me.grants} onDone={reload} />
				</>
			) : null}
		</Part>
	);
}

/** For whom one may act today; whoever does so has a session of that, and nothing of their own. */
function Acts({all}: {readonly all: readonly Delegation[]}) {
	const {account} = useTexts();
	const client = useQueryClient();
	const [, go] = useLocation();
	const me = useMe();
	const names = new Set(
		all.filter(({to, state}) => to === me.name && state === 'in-force').map(({from}) => from),
	);
	// It answers a secret, so it is not sent again by itself.
	const acting = useMutation({
		mutationFn: async (name: string) => {
			await answerOf(api.POST('/v1/sessions/acting', {body: {for: name}}));
			await becomeAnother(client);
		},
		onSuccess: () => {
			go('/');
		},
	});
	if (names.size === 0) return null;
	return (
		<>
			<Refusal error={acting.error} />
			<Group mb="sm">
				{[...names].map((name) => (
					<Button
						key={name}
						loading={acting.isPending}
						onClick={() => {
							acting.mutate(name);
						}}
					>
						{account.delegations.act(name)}
					</Button>
				))}
			</Group>
		</>
	);
}

type DelegationTableProps = {
	readonly all: readonly Delegation[];
	readonly isSending: boolean;
	readonly onRevoke: (id: string) => void;
};

function DelegationTable({all, isSending, onRevoke}: DelegationTableProps) {
	const {account, app} = useTexts();
	const language = useLanguage();
	const {delegations} = account;
	const columns: Column<Delegation>[] = [
		{key: 'from', heading: delegations.from, width: 110, cell: ({from}) => from},
		{key: 'to', heading: delegations.to, width: 110, cell: ({to}) => to},
		{
			key: 'role',
			heading: delegations.role,
			width: 190,
			cell: ({role, scope}) => `${app.roles[role]} · ${scope}`,
		},
		{
			key: 'days',
			heading: delegations.days,
			width: 220,
			cell: ({firstOn, lastOn}) =>
				delegations.period(showDate(firstOn, language), showDate(lastOn, language)),
		},
		{key: 'reason', heading: delegations.reason, width: 140, cell: ({reason}) => reason},
		{
			key: 'state',
			heading: delegations.state,
			width: 130,
			cell: ({id, to, state}) =>
				state === 'coming' || state === 'in-force' ? (
					<>
						<Text inherit component="span" display="block">
							{delegations.states[state]}
						</Text>
						<Button
							size="sm"
							variant="default"
							aria-label={delegations.revokeOf(to)}
							loading={isSending}
							onClick={() => {
								onRevoke(id);
							}}
						>
							{delegations.revoke}
						</Button>
					</>
				) : (
					delegations.states[state]
				),
		},
	];
	return <DataTable label={delegations.title} columns={columns} rows={all} keyOf={({id}) => id} />;
}
