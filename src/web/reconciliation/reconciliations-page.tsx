import {Anchor, Badge, Card, Group, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {allItems} from '../api/pages.ts';
import type {operations} from '../api/schema.d.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {showMonth} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useBooks} from '../reports/ask.ts';
import {useBase} from '../shell/base.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';

type List = operations['get-v1-reconciliations']['responses'][200]['content']['application/json'];
export type Reconciliation = List['items'][number];

const isOpen = (amount: string): boolean => /[1-9]/u.test(amount);

/** What of it is not explained yet. */
export const openDifferences = ({differences}: Reconciliation): number =>
	differences.filter(({open}) => isOpen(open)).length;

/** The reconciliations of city and cooperatives, the latest month first. */
export function ReconciliationsPage() {
	const {reconciliation} = useTexts();
	const query = useQuery({
		queryKey: ['reconciliations'],
		queryFn: async () =>
			allItems(async (cursor) => {
				const asked = {limit: '200', ...(cursor === undefined ? {} : {cursor})};
				return answerOf(api.GET('/v1/reconciliations', {params: {query: asked}}));
			}),
	});
	return (
		<>
			<PageHead title={reconciliation.title} hint={reconciliation.hint} />
			<Prepare />
			<Answer of={query} rows={4}>
				{(all) =>
					all.length === 0 ? (
						<Notice title={reconciliation.none} hint={reconciliation.noneHint} />
					) : (
						<List reconciliations={all} />
					)
				}
			</Answer>
		</>
	);
}

function List({reconciliations}: {readonly reconciliations: readonly Reconciliation[]}) {
	const {reconciliation} = useTexts();
	const language = useLanguage();
	const base = useBase();
	const columns: Column<Reconciliation>[] = [
		{
			key: 'month',
			heading: reconciliation.month,
			width: 170,
			cell: ({id, month}) => (
				<Anchor component={Link} href={`${base}/rekonsiliasi/${id}`} inherit underline="always">
					{showMonth(month, language)}
				</Anchor>
			),
		},
		{key: 'book', heading: reconciliation.book, width: 180, cell: ({book}) => book},
		{
			key: 'open',
			heading: reconciliation.open,
			isFigure: true,
			cell: (one) => String(openDifferences(one)),
		},
		{
			key: 'signatures',
			heading: reconciliation.signatures,
			width: 220,
			cell: ({signatures}) => <Signatures signatures={signatures} />,
		},
		{key: 'by', heading: reconciliation.preparedBy, cell: ({preparedBy}) => preparedBy},
	];
	return (
		<DataTable
			label={reconciliation.title}
			columns={columns}
			rows={reconciliations}
			keyOf={({id}) => id}
		/>
	);
}

/** Which side has signed. */
export function Signatures({signatures}: Pick<Reconciliation, 'signatures'>) {
	const {reconciliation} = useTexts();
	return (
		<Group gap="xs">
			{(['cooperative', 'city'] as const).map((side) => {
				const signed = signatures.find((one) => one.side === side);
				return (
					<Badge key={side} tt="none" variant="light" color={signed ? 'teal' : 'gray'}>
						{signed ? reconciliation.signed[side](signed.signedBy) : reconciliation.notSigned[side]}
					</Badge>
				);
			})}
		</Group>
	);
}

/** Setting the two sides beside each other for a month. */
function Prepare() {
	const {reconciliation} = useTexts();
	const me = useMe();
	const client = useQueryClient();
	const {data: books = []} = useBooks();
	if (!may(me, 'reconciliation:prepare')) return null;
	return (
		<Card withBorder mb="md" className="no-print">
			<Title order={2} size="h4" mb="sm">
				{reconciliation.prepare}
			</Title>
			<ActionForm
				fields={[
					{
						name: 'book',
						label: reconciliation.book,
						kind: 'choice',
						options: books
							.filter(({kind}) => kind === 'cooperative')
							.map(({code, name}) => ({value: code, label: name})),
					},
					{name: 'month', label: reconciliation.monthTyped, kind: 'text', hint: '2026-10'},
				]}
				submit={reconciliation.prepare}
				done={reconciliation.prepared}
				send={async ({book = '', month = ''}, key) =>
					answerOf(
						api.POST('/v1/reconciliations', {
							params: {header: {'Idempotency-Key': key}},
							body: {book, month},
						}),
					)
				}
				onDone={() => void client.invalidateQueries({queryKey: ['reconciliations']})}
			/>
		</Card>
	);
}
