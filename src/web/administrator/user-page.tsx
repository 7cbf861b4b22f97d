import {Alert, Button, Card, Code, SimpleGrid, Stack, Text, Title} from '@mantine/core';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {useMe} from '../api/me.ts';
import {useWrite} from '../api/write.ts';
import {ActionForm, Outcome} from '../fields/action-form.tsx';
import {showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {PartTitle} from '../reports/report-table.tsx';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';
import {PageHead} from '../states/page-head.tsx';
import {type User, roleOf, useGrantFields} from './users-page.tsx';

type Grant = User['grants'][number];

/** One user: their roles, ever given, and letting them in or shutting them out. */
export function UserPage({id}: {readonly id: string}) {
	const {administrator} = useTexts();
	const language = useLanguage();
	const client = useQueryClient();
	const me = useMe();
	const query = useQuery({
		queryKey: ['user', id],
		queryFn: async () => answerOf(api.GET('/v1/users/{id}', {params: {path: {id}}})),
	});
	const reload = (): void => {
		void client.invalidateQueries({queryKey: ['user', id]});
		void client.invalidateQueries({queryKey: ['users']});
	};
	const grantFields = useGrantFields();
	return (
		<Answer of={query} rows={4}>
			{(user) => (
				<>
					<PageHead
						title={user.name}
						hint={administrator.users.createdBy(
							user.createdBy,
							showMoment(user.createdAt, language),
						)}
					/>
					<PartTitle>{administrator.users.roles}</PartTitle>
					<GrantTable user={user} onDone={reload} />
					{user.id === me.id ? (
						<Text c="dimmed" mt="md">
							{administrator.users.self}
						</Text>
					) : (
						<SimpleGrid cols={{base: 1, md: 2}} mt="lg" className="no-print">
							<Card withBorder>
								<Title order={2} size="h4" mb="sm">
									{administrator.users.giveRole}
								</Title>
								<ActionForm
									fields={grantFields}
									submit={administrator.users.giveRole}
									done={administrator.users.roleGiven}
									send={async ({role, scope = ''}, key) =>
										answerOf(
											api.POST('/v1/users/{id}/grants', {
												params: {path: {id}, header: {'Idempotency-Key': key}},
												body: {role: roleOf(role), scope},
											}),
										)
									}
									onDone={reload}
								/>
							</Card>
							<Access user={user} onDone={reload} />
						</SimpleGrid>
					)}
				</>
			)}
		</Answer>
	);
}

type UserProps = {readonly user: User; readonly onDone: () => void};

function GrantTable({user, onDone}: UserProps) {
	const {administrator, app} = useTexts();
	const language = useLanguage();
	const me = useMe();
	const write = useWrite(
		async ({grant}: {grant: string}, key): Promise<object> =>
			answerOf(
				api.POST('/v1/users/{id}/grants/{grant}/revoke', {
					params: {path: {id: user.id, grant}, header: {'Idempotency-Key': key}},
				}),
			),
		onDone,
	);
	const columns: Column<Grant>[] = [
		{key: 'role', heading: administrator.users.role, cell: ({role}) => app.roles[role]},
		{key: 'scope', heading: administrator.users.scope, width: 160, cell: ({scope}) => scope},
		{
			key: 'granted',
			heading: administrator.users.granted,
			width: 220,
			cell: ({grantedBy, grantedAt}) => `${grantedBy}, ${showMoment(grantedAt, language)}`,
		},
		{
			key: 'revoked',
			heading: administrator.users.revoked,
			width: 220,
			cell: ({id, role, revokedBy, revokedAt}) => {
				if (revokedAt !== null) return `${revokedBy ?? ''}, ${showMoment(revokedAt, language)}`;
				if (user.id === me.id) return '—';
				return (
					<Button
						size="sm"
						variant="default"
						className="no-print"
						aria-label={`${administrator.users.revoke}: ${app.roles[role]}`}
						loading={write.isSending}
						onClick={() => {
							write.send({grant: id});
						}}
					>
						{administrator.users.revoke}
					</Button>
				);
			},
		},
	];
	return (
		<Stack gap="sm">
			<Refusal error={write.error} />
			<DataTable
				label={administrator.users.roles}
				columns={columns}
				rows={user.grants}
				keyOf={({id}) => id}
			/>
			<Outcome answer={write.answer} done={administrator.users.roleRevoked} />
		</Stack>
	);
}

/** Inviting somebody to choose a password, and shutting them out or letting them in again. */
function Access({user, onDone}: UserProps) {
	const {administrator} = useTexts();
	const language = useLanguage();
	const {id, isActive} = user;
	const write = useWrite(async ({isOn}: {isOn: boolean}, key): Promise<object> => {
		const params = {path: {id}, header: {'Idempotency-Key': key}};
		return isOn
			? answerOf(api.POST('/v1/users/{id}/activate', {params}))
			: answerOf(api.POST('/v1/users/{id}/deactivate', {params}));
	}, onDone);
	// Its secret is answered once, so it is not sent again by itself.
	const inviting = useMutation({
		mutationFn: async () => answerOf(api.POST('/v1/users/{id}/invitation', {params: {path: {id}}})),
	});
	return (
		<Card withBorder>
			<Title order={2} size="h4" mb="sm">
				{administrator.users.access}
			</Title>
			<Stack gap="sm" align="flex-start">
				<Refusal error={inviting.error ?? write.error} />
				<Text size="sm">{administrator.users.inviteHint}</Text>
				<Button
					variant="default"
					loading={inviting.isPending}
					onClick={() => {
						inviting.mutate();
					}}
				>
					{administrator.users.invite}
				</Button>
				{inviting.data ? (
					<Alert color="teal" title={administrator.users.invitation} w="100%">
						<Code block style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
							{inviting.data.invitation}
						</Code>
						<Text size="sm" mt="xs">
							{administrator.users.until(showMoment(inviting.data.expiresAt, language))}
						</Text>
					</Alert>
				) : null}
				<Button
					{...(isActive ? {color: 'red.9'} : {})}
					loading={write.isSending}
					onClick={() => {
						write.send({isOn: !isActive});
					}}
				>
					{isActive ? administrator.users.deactivate : administrator.users.activate}
				</Button>
				<Outcome answer={write.answer} done={administrator.users.done} />
			</Stack>
		</Card>
	);
}
