import {Alert, Badge, Card, SimpleGrid, Text, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import type {operations} from '../api/schema.d.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {showDate, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Behind} from '../reports/behind.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {showFigure} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {PageHead} from '../states/page-head.tsx';

type Statement =
	operations['get-v1-allocations-id-statement']['responses'][200]['content']['application/json'];
type Due = Statement['dues'][number];

/** One agreement: what came, what it owes by its schedule, and what went back. */
export function FundPage({id}: {readonly id: string}) {
	const {manager} = useTexts();
	const language = useLanguage();
	const query = useQuery({
		queryKey: ['allocation', id],
		queryFn: async () =>
			answerOf(api.GET('/v1/allocations/{id}/statement', {params: {path: {id}}})),
	});
	return (
		<Answer of={query} rows={6}>
			{(statement) => {
				const {allocation, ending, tranches, remittances, returns} = statement;
				return (
					<>
						<PageHead
							title={allocation.agreementNumber}
							hint={`${allocation.kelurahan} · ${showRupiah(allocation.amount, language)}`}
						/>
						{ending ? (
							<Alert color="yellow" mb="md" title={manager.fund.ended}>
								{ending.reason} · {showDate(ending.endedOn, language)}
							</Alert>
						) : null}
						<Totals totals={statement.totals} />
						<PartTitle>{manager.fund.tranches}</PartTitle>
						<Operations
							label={manager.fund.tranches}
							book={allocation.book}
							operations={tranches.map((one) => ({...one, on: one.receivedOn}))}
						/>
						<PartTitle>{manager.fund.remittances}</PartTitle>
						<Operations
							label={manager.fund.remittances}
							book={allocation.book}
							operations={remittances.map((one) => ({...one, on: one.remittedOn}))}
						/>
						{returns.length > 0 ? (
							<>
								<PartTitle>{manager.fund.returns}</PartTitle>
								<Operations
									label={manager.fund.returns}
									book={allocation.book}
									operations={returns.map((one) => ({...one, on: one.returnedOn}))}
								/>
							</>
						) : null}
						<PartTitle>{manager.fund.dues}</PartTitle>
						<Dues dues={statement.dues} />
						<Forms id={id} />
					</>
				);
			}}
		</Answer>
	);
}

const totalNames = [
	'received',
	'remitted',
	'returned',
	'collectedNotRemitted',
	'owed',
	'overdue',
	'earned',
	'shareOwed',
] as const;

function Totals({totals}: {readonly totals: Statement['totals']}) {
	const {manager} = useTexts();
	const language = useLanguage();
	return (
		<SimpleGrid cols={{base: 2, md: 4}} spacing="sm">
			{totalNames.map((name) => (
				<Card key={name} withBorder padding="sm">
					<Text size="sm" c="dimmed">
						{manager.fund.totals[name]}
					</Text>
					<Text fw={700} style={{overflowWrap: 'anywhere'}}>
						{showRupiah(totals[name], language)}
					</Text>
				</Card>
			))}
		</SimpleGrid>
	);
}

type Operation = {
	readonly id: string;
	readonly number: number;
	readonly document: string;
	readonly amount: string;
	readonly entry: number;
	readonly isReversed: boolean;
	readonly on: string;
};

type OperationsProps = {
	readonly label: string;
	readonly book: string;
	readonly operations: readonly Operation[];
};

function Operations({label, book, operations: all}: OperationsProps) {
	const {manager, reports} = useTexts();
	const language = useLanguage();
	if (all.length === 0) return <Text c="dimmed">{manager.fund.nothing}</Text>;
	const columns: Column<Operation>[] = [
		{key: 'on', heading: manager.fund.on, width: 160, cell: ({on}) => showDate(on, language)},
		{
			key: 'document',
			heading: reports.columns.document,
			width: 200,
			cell: ({document, isReversed}) => (
				<>
					{document}{' '}
					{isReversed ? (
						<Badge tt="none" color="red" variant="light">
							{manager.fund.reversed}
						</Badge>
					) : null}
				</>
			),
		},
		{
			key: 'entry',
			heading: reports.columns.entry,
			cell: ({entry}) => (
				<Behind to={`/v1/books/${book}/entries/${String(entry)}`}>{String(entry)}</Behind>
			),
		},
		{
			key: 'amount',
			heading: manager.funds.amount,
			isFigure: true,
			cell: ({amount}) => showFigure(amount, language),
		},
	];
	return <DataTable label={label} columns={columns} rows={all} keyOf={({id}) => id} />;
}

function Dues({dues}: {readonly dues: readonly Due[]}) {
	const {manager} = useTexts();
	const language = useLanguage();
	if (dues.length === 0) return <Text c="dimmed">{manager.fund.nothing}</Text>;
	const columns: Column<Due>[] = [
		{
			key: 'dueOn',
			heading: manager.fund.dueOn,
			width: 180,
			cell: ({dueOn, isOverdue}) => (
				<>
					{showDate(dueOn, language)}{' '}
					{isOverdue ? (
						<Badge tt="none" color="red" variant="light">
							{manager.fund.overdue}
						</Badge>
					) : null}
				</>
			),
		},
		...(['principal', 'paid', 'unpaid'] as const).map((key) => ({
			key,
			heading: manager.fund[key],
			isFigure: true,
			cell: (due: Due) => showFigure(due[key], language),
		})),
	];
	return (
		<DataTable
			label={manager.fund.dues}
			columns={columns}
			rows={dues}
			keyOf={({number}) => String(number)}
		/>
	);
}

/** Recording a tranche and a remittance, in the cooperative's and the city's book at once. */
function Forms({id}: {readonly id: string}) {
	const me = useMe();
	const client = useQueryClient();
	const reload = () => void client.invalidateQueries({queryKey: ['allocation', id]});
	return (
		<SimpleGrid cols={{base: 1, md: 2}} mt="lg" className="no-print">
			{may(me, 'tranche:record') ? <TrancheForm id={id} onDone={reload} /> : null}
			{may(me, 'remittance:record') ? <RemittanceForm id={id} onDone={reload} /> : null}
		</SimpleGrid>
	);
}

type RecordProps = {readonly id: string; readonly onDone: () => void};

const paramsOf = (id: string, key: string) => ({path: {id}, header: {'Idempotency-Key': key}});

function TrancheForm({id, onDone}: RecordProps) {
	const {manager, reports} = useTexts();
	return (
		<Card withBorder>
			<Title order={2} size="h4" mb="sm">
				{manager.fund.recordTranche}
			</Title>
			<ActionForm
				fields={[
					{name: 'document', label: reports.columns.document, kind: 'text'},
					{name: 'amount', label: manager.funds.amount, kind: 'amount'},
					{name: 'receivedOn', label: manager.fund.on, kind: 'date'},
					{name: 'budgetYear', label: manager.fund.budgetYear, kind: 'text'},
				]}
				submit={manager.fund.record}
				done={manager.fund.recorded}
				send={async ({document = '', amount = '', receivedOn = '', budgetYear = ''}, key) => {
					const year = Number.parseInt(budgetYear, 10);
					const body = {document, amount, receivedOn, budgetYear: year};
					return answerOf(
						api.POST('/v1/allocations/{id}/tranches', {params: paramsOf(id, key), body}),
					);
				}}
				onDone={onDone}
			/>
		</Card>
	);
}

function RemittanceForm({id, onDone}: RecordProps) {
	const {manager, reports} = useTexts();
	return (
		<Card withBorder>
			<Title order={2} size="h4" mb="sm">
				{manager.fund.recordRemittance}
			</Title>
			<ActionForm
				fields={[
					{name: 'document', label: reports.columns.document, kind: 'text'},
					{name: 'amount', label: manager.funds.amount, kind: 'amount'},
					{name: 'remittedOn', label: manager.fund.on, kind: 'date'},
					{
						name: 'method',
						label: manager.fund.method,
						kind: 'choice',
						options: [
							{value: 'bank', label: reports.values.bank},
							{value: 'cash', label: reports.values.cash},
						],
					},
				]}
				submit={manager.fund.record}
				done={manager.fund.recorded}
				send={async ({document = '', amount = '', remittedOn = '', method}, key) => {
					const way = method === 'cash' ? ('cash' as const) : ('bank' as const);
					const body = {document, amount, remittedOn, method: way};
					return answerOf(
						api.POST('/v1/allocations/{id}/remittances', {params: paramsOf(id, key), body}),
					);
				}}
				onDone={onDone}
			/>
		</Card>
	);
}
