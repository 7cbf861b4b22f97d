import {Alert, Button, Card, Stack, Text, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {useWrite} from '../api/write.ts';
import {ActionForm, Outcome} from '../fields/action-form.tsx';
import {showFigure} from '../reports/words.ts';
import {showMonth} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {PartTitle} from '../reports/report-table.tsx';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';
import {PageHead} from '../states/page-head.tsx';
import {type Reconciliation, Signatures, openDifferences} from './reconciliations-page.tsx';

type Line = Reconciliation['lines'][number];
type Difference = Reconciliation['differences'][number];

/** What city and cooperative say of each other, side by side, with what is different and why. */
export function ReconciliationPage({id}: {readonly id: string}) {
	const {reconciliation} = useTexts();
	const language = useLanguage();
	const query = useQuery({
		queryKey: ['reconciliation', id],
		queryFn: async () => answerOf(api.GET('/v1/reconciliations/{id}', {params: {path: {id}}})),
	});
	return (
		<Answer of={query} rows={6}>
			{(one) => (
				<>
					<PageHead title={reconciliation.of(showMonth(one.month, language))} hint={one.book} />
					<Signatures signatures={one.signatures} />
					{one.hasMoved ? (
						<Alert color="yellow" mt="md" title={reconciliation.moved}>
							{reconciliation.movedHint}
						</Alert>
					) : null}
					<PartTitle>{reconciliation.sides}</PartTitle>
					<Sides lines={one.lines} />
					<PartTitle>{reconciliation.differences}</PartTitle>
					<Differences differences={one.differences} lines={one.lines} />
					<Explanations one={one} />
					<Signing one={one} />
				</>
			)}
		</Answer>
	);
}

function Sides({lines}: {readonly lines: readonly Line[]}) {
	const {reconciliation} = useTexts();
	const language = useLanguage();
	const columns: Column<Line>[] = [
		{
			key: 'agreement',
			heading: reconciliation.agreement,
			width: 190,
			cell: ({agreementNumber}) => agreementNumber,
		},
		{
			key: 'item',
			heading: reconciliation.item,
			width: 170,
			cell: ({item}) => reconciliation.items[item],
		},
		...(['city', 'book', 'stated'] as const).map((side) => ({
			key: side,
			heading: reconciliation.columns[side],
			isFigure: true,
			cell: (line: Line) => {
				const amount = line[side];
				return amount === undefined ? '—' : showFigure(amount, language);
			},
		})),
	];
	return (
		<DataTable
			label={reconciliation.sides}
			columns={columns}
			rows={lines}
			keyOf={({allocation, item}) => `${allocation} ${item}`}
		/>
	);
}

type DifferencesProps = {
	readonly differences: readonly Difference[];
	readonly lines: readonly Line[];
};

function Differences({differences, lines}: DifferencesProps) {
	const {reconciliation} = useTexts();
	const language = useLanguage();
	if (differences.length === 0) return <Text c="dimmed">{reconciliation.noDifferences}</Text>;
	const agreementOf = (allocation: string): string =>
		lines.find((line) => line.allocation === allocation)?.agreementNumber ?? allocation;
	const columns: Column<Difference>[] = [
		{
			key: 'agreement',
			heading: reconciliation.agreement,
			width: 190,
			cell: ({allocation}) => agreementOf(allocation),
		},
		{
			key: 'item',
			heading: reconciliation.item,
			width: 150,
			cell: ({item}) => reconciliation.items[item],
		},
		{
			key: 'against',
			heading: reconciliation.between,
			width: 170,
			cell: ({against}) => reconciliation.against[against],
		},
		...(['amount', 'explained', 'open'] as const).map((key) => ({
			key,
			heading: reconciliation.figures[key],
			isFigure: true,
			cell: (one: Difference) => showFigure(one[key], language),
		})),
	];
	return (
		<DataTable
			label={reconciliation.differences}
			columns={columns}
			rows={differences}
			keyOf={({allocation, item, against}) => `${allocation} ${item} ${against}`}
		/>
	);
}

function Explanations({one}: {readonly one: Reconciliation}) {
	const {reconciliation} = useTexts();
	const me = useMe();
	const client = useQueryClient();
	const language = useLanguage();
	const openOnes = one.differences.filter(({open}) => /[1-9]/u.test(open));
	const nameOf = ({allocation, item, against}: Difference): string =>
		`${allocation}|${item}|${against}`;
	return (
		<Stack mt="md" gap="sm">
			{one.explanations.map(({reason, document, amount, explainedBy}) => (
				<Text key={`${document} ${amount} ${reason}`} size="sm">
					{showFigure(amount, language)}: {reason} ({document}, {explainedBy})
				</Text>
			))}
			{openOnes.length > 0 && may(me, 'reconciliation:prepare') ? (
				<Card withBorder className="no-print">
					<Title order={2} size="h4" mb="sm">
						{reconciliation.explain}
					</Title>
					<ActionForm
						fields={[
							{
								name: 'difference',
								label: reconciliation.differences,
								kind: 'choice',
								options: openOnes.map((difference) => ({
									value: nameOf(difference),
									label: `${reconciliation.items[difference.item]} · ${
										reconciliation.against[difference.against]
									} · ${showFigure(difference.open, language)}`,
								})),
							},
							{name: 'amount', label: reconciliation.figures.amount, kind: 'amount'},
							{name: 'reason', label: reconciliation.reason, kind: 'text'},
							{name: 'document', label: reconciliation.document, kind: 'text'},
						]}
						submit={reconciliation.explain}
						done={reconciliation.explained}
						send={async ({difference, amount = '', reason = '', document = ''}, key) => {
							const of = openOnes.find((other) => nameOf(other) === difference);
							if (!of) throw new Error('No difference was chosen.');
							const {allocation, item, against} = of;
							// What is missing on one side is explained as missing.
							const signed = of.open.startsWith('-') ? `-${amount}` : amount;
							return answerOf(
								api.POST('/v1/reconciliations/{id}/explanations', {
									params: {path: {id: one.id}, header: {'Idempotency-Key': key}},
									body: {allocation, item, against, amount: signed, reason, document},
								}),
							);
						}}
						onDone={() => void client.invalidateQueries({queryKey: ['reconciliation', one.id]})}
					/>
				</Card>
			) : null}
		</Stack>
	);
}

/** Signing for one's own side, once nothing is left unexplained. */
function Signing({one}: {readonly one: Reconciliation}) {
	const {reconciliation} = useTexts();
	const me = useMe();
	const client = useQueryClient();
	const isCity = may(me, 'reconciliation:countersign');
	const isCooperative = may(me, 'reconciliation:sign');
	const write = useWrite(
		async ({id}: {id: string}, key): Promise<object> => {
			const params = {path: {id}, header: {'Idempotency-Key': key}};
			return isCity
				? answerOf(api.POST('/v1/reconciliations/{id}/sign/city', {params}))
				: answerOf(api.POST('/v1/reconciliations/{id}/sign/cooperative', {params}));
		},
		() => void client.invalidateQueries({queryKey: ['reconciliation', one.id]}),
	);
	if (!isCity && !isCooperative) return null;
	const side = isCity ? 'city' : 'cooperative';
	if (one.signatures.some((signature) => signature.side === side)) return null;
	return (
		<Stack mt="lg" gap="sm" className="no-print" align="flex-start">
			<Refusal error={write.error} />
			<Button
				loading={write.isSending}
				disabled={openDifferences(one) > 0}
				onClick={() => {
					write.send({id: one.id});
				}}
			>
				{reconciliation.sign[side]}
			</Button>
			{openDifferences(one) > 0 ? (
				<Text size="sm" c="dimmed">
					{reconciliation.signLater}
				</Text>
			) : null}
			<Outcome answer={write.answer} done={reconciliation.signedNow} />
		</Stack>
	);
}
