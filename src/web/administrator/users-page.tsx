import {Anchor, Card, Text, TextInput, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import type {Role} from '../api/me.ts';
import {allItems} from '../api/pages.ts';
import type {operations} from '../api/schema.d.ts';
import {ActionForm, type FormField} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';

type List = operations['get-v1-users']['responses'][200]['content']['application/json'];
export type User = List['items'][number];

export const roles = ['officer', 'supervisor', 'fund-manager', 'auditor', 'administrator'] as const;

/** A role by its name in what is sent. */
export const roleOf = (name: string | undefined): Role => roles.find((one) => one === name)!;

/** The fields that say which role and where. */
export function useGrantFields(): FormField[] {
	const {administrator, app} = useTexts();
	return [
		{
			name: 'role',
			label: administrator.users.role,
			kind: 'choice',
			options: roles.map((value) => ({value, label: app.roles[value]})),
		},
		{
			name: 'scope',
			label: administrator.users.scope,
			kind: 'text',
			hint: administrator.users.scopeHint,
		},
	];
}

/** Who is let in, and as what. */
export function UsersPage() {
	const {administrator} = useTexts();
	const [sought, setSought] = useState('');
	const query = useQuery({
		queryKey: ['users'],
		queryFn: async () =>
			allItems(async (cursor) => {
				const asked = {limit: '1000', ...(cursor === undefined ? {} : {cursor})};
				return answerOf(api.GET('/v1/users', {params: {query: asked}}));
			}),
	});
	return (
		<>
			<PageHead title={administrator.users.title} hint={administrator.users.hint} />
			<TextInput
				className="no-print"
				label={administrator.users.search}
				type="search"
				maw={420}
				mb="md"
				value={sought}
				onChange={({currentTarget}) => {
					setSought(currentTarget.value);
				}}
			/>
			<Answer of={query} rows={6} rowHeight={44}>
				{(users) => {
					const found = users.filter(({name}) =>
						name.toLowerCase().includes(sought.trim().toLowerCase()),
					);
					return (
						<>
							{found.length === 0 ? (
								<Notice title={administrator.users.none} />
							) : (
								<UserTable users={found} />
							)}
							<NewUser />
						</>
					);
				}}
			</Answer>
		</>
	);
}

function UserTable({users}: {readonly users: readonly User[]}) {
	const {administrator, reports} = useTexts();
	const columns: Column<User>[] = [
		{
			key: 'name',
			heading: administrator.users.name,
			width: 170,
			cell: ({id, name}) => (
				<Anchor component={Link} href={`/administrator/pengguna/${id}`} inherit underline="always">
					{name}
				</Anchor>
			),
		},
		{
			key: 'grants',
			heading: administrator.users.roles,
			width: 300,
			cell: ({grants}) => <Grants grants={grants} />,
		},
		{
			key: 'state',
			heading: administrator.users.state,
			cell: ({isActive}) => (isActive ? administrator.users.active : administrator.users.inactive),
		},
		{
			key: 'factor',
			heading: administrator.users.secondFactor,
			cell: ({hasSecondFactor}) => (hasSecondFactor ? reports.yes : reports.no),
		},
	];
	return (
		<DataTable
			label={administrator.users.title}
			columns={columns}
			rows={users}
			keyOf={({id}) => id}
		/>
	);
}

function Grants({grants}: Pick<User, 'grants'>) {
	const {app, administrator} = useTexts();
	const held = grants.filter(({revokedAt}) => revokedAt === null);
	if (held.length === 0) return <>{administrator.users.noRole}</>;
	return (
		<>
			{held.map(({id, role, scope}) => (
				<Text key={id} component="span" display="block" inherit>
					{app.roles[role]} · {scope}
				</Text>
			))}
		</>
	);
}

function NewUser() {
	const {administrator} = useTexts();
	const client = useQueryClient();
	const grant = useGrantFields();
	return (
		<Card withBorder mt="lg" className="no-print" maw={560}>
			<Title order={2} size="h4" mb="xs">
				{administrator.users.create}
			</Title>
			<Text size="sm" c="dimmed" mb="sm">
				{administrator.users.createHint}
			</Text>
			<ActionForm
				fields={[{name: 'name', label: administrator.users.name, kind: 'text'}, ...grant]}
				submit={administrator.users.create}
				done={administrator.users.created}
				send={async ({name = '', role, scope = ''}, key) =>
					answerOf(
						api.POST('/v1/users', {
							params: {header: {'Idempotency-Key': key}},
							body: {name, grants: [{role: roleOf(role), scope}]},
						}),
					)
				}
				onDone={() => void client.invalidateQueries({queryKey: ['users']})}
			/>
		</Card>
	);
}
