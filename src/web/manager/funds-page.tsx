import {Anchor, Badge, Card, Group, Stack, Text} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {pageLimit} from '../api/pages.ts';
import type {operations} from '../api/schema.d.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {showDate, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useAllocations} from '../reports/ask.ts';
import {PartTitle} from '../reports/report-table.tsx';
import {showFigure} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';

type Allocations =
	operations['get-v1-allocations']['responses'][200]['content']['application/json'];
type Allocation = Allocations['items'][number];
type Proposals = operations['get-v1-proposals']['responses'][200]['content']['application/json'];
type Proposal = Proposals['items'][number];

/** What was allocated to whom, and what cooperatives ask for. */
export function FundsPage() {
	const {manager, products} = useTexts();
	const allocations = useAllocations();
	return (
		<>
			<PageHead title={manager.funds.title} hint={manager.funds.hint}>
				<Anchor component={Link} href="/pengelola/produk" underline="always">
					{products.title}
				</Anchor>
			</PageHead>
			<PartTitle>{manager.funds.proposals}</PartTitle>
			<Proposals />
			<PartTitle>{manager.funds.allocations}</PartTitle>
			<Answer of={allocations} rows={6} rowHeight={44}>
				{(items) =>
					items.length === 0 ? (
						<Notice title={manager.funds.none} />
					) : (
						<AllocationTable allocations={items} />
					)
				}
			</Answer>
		</>
	);
}

function AllocationTable({allocations}: {readonly allocations: readonly Allocation[]}) {
	const {manager} = useTexts();
	const language = useLanguage();
	const columns: Column<Allocation>[] = [
		{
			key: 'agreement',
			heading: manager.funds.agreement,
			width: 220,
			cell: ({id, agreementNumber}) => (
				<Anchor component={Link} href={`/pengelola/dana/${id}`} inherit underline="always">
					{agreementNumber}
				</Anchor>
			),
		},
		{key: 'kelurahan', heading: manager.map.kelurahan, cell: ({kelurahan}) => kelurahan},
		{key: 'programme', heading: manager.funds.programme, cell: ({programme}) => programme},
		{
			key: 'agreedOn',
			heading: manager.funds.agreedOn,
			width: 170,
			cell: ({agreedOn}) => showDate(agreedOn, language),
		},
		{
			key: 'tenor',
			heading: manager.funds.tenor,
			isFigure: true,
			width: 90,
			cell: ({tenorMonths}) => String(tenorMonths),
		},
		{
			key: 'amount',
			heading: manager.funds.amount,
			isFigure: true,
			cell: ({amount}) => showFigure(amount, language),
		},
	];
	return (
		<DataTable
			label={manager.funds.allocations}
			columns={columns}
			rows={allocations}
			keyOf={({id}) => id}
		/>
	);
}

function Proposals() {
	const {manager} = useTexts();
	const query = useQuery({
		queryKey: ['proposals', 'open'],
		queryFn: async () => {
			const params = {query: {open: 'true', limit: pageLimit} as const};
			return (await answerOf(api.GET('/v1/proposals', {params}))).items;
		},
	});
	return (
		<Answer of={query} rows={1}>
			{(proposals) =>
				proposals.length === 0 ? (
					<Text c="dimmed">{manager.funds.noProposals}</Text>
				) : (
					<Stack gap="sm">
						{proposals.map((proposal) => (
							<ProposalCard key={proposal.id} proposal={proposal} />
						))}
					</Stack>
				)
			}
		</Answer>
	);
}

/** A proposal with what speaks against it today, and the decision on it. */
function ProposalCard({proposal}: {readonly proposal: Proposal}) {
	const {manager} = useTexts();
	const language = useLanguage();
	const client = useQueryClient();
	const {id, cooperative, kelurahan, amount, purpose, document, proposedOn, proposedBy} = proposal;
	const query = useQuery({
		queryKey: ['proposal', id],
		queryFn: async () => answerOf(api.GET('/v1/proposals/{id}', {params: {path: {id}}})),
	});
	const obstacles = query.data?.obstacles ?? [];
	return (
		<Card withBorder>
			<Group justify="space-between">
				<Text fw={700}>
					{cooperative} · {kelurahan}
				</Text>
				<Text fw={700} fz="lg" className="amount">
					{showRupiah(amount, language)}
				</Text>
			</Group>
			<Text>{purpose}</Text>
			<Text size="sm" c="dimmed">
				{document} · {proposedBy} · {showDate(proposedOn, language)}
			</Text>
			{obstacles.map((obstacle) => (
				<Badge key={obstacle.code} tt="none" color="yellow" variant="light" mt="xs">
					{obstacle[language]}
				</Badge>
			))}
			<ActionForm
				fields={[
					{
						name: 'decision',
						label: manager.funds.decision,
						kind: 'choice',
						options: [
							{value: 'approve', label: manager.funds.grant},
							{value: 'reject', label: manager.funds.reject},
						],
					},
					{name: 'amount', label: manager.funds.granted, kind: 'amount', initial: amount},
					{name: 'decidedOn', label: manager.funds.decidedOn, kind: 'date'},
					{name: 'reason', label: manager.funds.reason, kind: 'text'},
				]}
				submit={manager.funds.decide}
				done={manager.funds.decided}
				send={async (values, key) => {
					const {decision, amount: granted = '', decidedOn = '', reason = ''} = values;
					const params = {path: {id}, header: {'Idempotency-Key': key}};
					return decision === 'approve'
						? answerOf(
								api.POST('/v1/proposals/{id}/approve', {
									params,
									body: {decidedOn, reason, amount: granted},
								}),
							)
						: answerOf(api.POST('/v1/proposals/{id}/reject', {params, body: {decidedOn, reason}}));
				}}
				onDone={() => void client.invalidateQueries({queryKey: ['proposals']})}
			/>
		</Card>
	);
}
