import {Alert, Button, Card, Text, Title} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import type {Answered} from '../api/answered.ts';
import {useWriteName} from '../approvals/approvals-page.tsx';
import type {Values} from '../fields/action-form.tsx';
import {showCount, showDate, showMonth, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {showFigure} from '../reports/words.ts';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';

type Effect = Answered<'get-v1-approval-policies-effect'>;
type Count = Effect['total'];

/** What a policy as it was typed would have done with last month's writes, from the service. */
export function PolicyEffect({values}: {readonly values: Values}) {
	const {administrator} = useTexts();
	const {write, isNamed, amountAbove, backdatedOver, effectiveFrom} = values;
	const question = {
		write: write ?? '',
		...(isNamed === 'no' ? {isNamed: 'false' as const} : {}),
		...(amountAbove === undefined ? {} : {amountAbove}),
		...(backdatedOver === undefined ? {} : {backdatedOver}),
		...(effectiveFrom === undefined ? {} : {effectiveFrom}),
	};
	const key = JSON.stringify(question);
	// What was asked for is told of what was typed then, and of nothing that was typed since.
	const [asked, setAsked] = useState<string | undefined>(undefined);
	const isAsked = asked === key;
	const query = useQuery({
		queryKey: ['policy-effect', key],
		enabled: isAsked,
		queryFn: async () =>
			answerOf(api.GET('/v1/approval-policies/effect', {params: {query: question}})),
	});
	return (
		<>
			<Button
				variant="default"
				style={{alignSelf: 'flex-start'}}
				disabled={write === undefined}
				loading={isAsked && query.isFetching}
				onClick={() => {
					setAsked(key);
				}}
			>
				{administrator.effect.ask}
			</Button>
			{isAsked ? <Refusal error={query.error} /> : null}
			{isAsked && query.data ? <EffectCard effect={query.data} /> : null}
		</>
	);
}

function EffectCard({effect}: {readonly effect: Effect}) {
	const {administrator} = useTexts();
	const language = useLanguage();
	const nameOf = useWriteName();
	const {total, names, books, busiest, isLooser} = effect;
	return (
		<Card withBorder component="section" role="status">
			<Title order={3} size="h5">
				{administrator.effect.title(showMonth(effect.from, language))}
			</Title>
			<Text fz="lg" fw={700}>
				{administrator.effect.held(
					showCount(total.heldThen, language),
					showCount(total.writes, language),
				)}
			</Text>
			<Text>{administrator.effect.now(showCount(total.heldNow, language))}</Text>
			<Text>{administrator.effect.moves(showRupiah(total.amountThen, language))}</Text>
			{busiest === null ? null : (
				<Text>
					{administrator.effect.busiest(
						showDate(busiest.on, language),
						showCount(busiest.heldThen, language),
					)}
				</Text>
			)}
			{isLooser ? (
				<Alert color="yellow" mt="xs">
					{administrator.effect.looser}
				</Alert>
			) : null}
			{names.length > 0 ? (
				<CountTable
					label={administrator.effect.byName}
					rows={names.map(({name, ...count}) => ({of: nameOf(name), ...count}))}
				/>
			) : null}
			{books.length > 0 ? (
				<CountTable
					label={administrator.effect.byBook}
					rows={books.map(({book, ...count}) => ({of: book, ...count}))}
				/>
			) : null}
		</Card>
	);
}

type Counted = Count & {readonly of: string};
type CountTableProps = {readonly label: string; readonly rows: readonly Counted[]};

function CountTable({label, rows}: CountTableProps) {
	const {administrator} = useTexts();
	const language = useLanguage();
	const {effect} = administrator;
	const columns: Column<Counted>[] = [
		{key: 'of', heading: label, width: 170, cell: ({of}) => of},
		...(['writes', 'heldNow', 'heldThen'] as const).map((key) => ({
			key,
			heading: effect.counts[key],
			isFigure: true,
			width: 76,
			cell: (row: Counted) => showCount(row[key], language),
		})),
		{
			key: 'amount',
			heading: effect.amount,
			isFigure: true,
			width: 130,
			cell: ({amountThen}) => showFigure(amountThen, language),
		},
	];
	return (
		<div style={{marginTop: 12}}>
			<DataTable label={label} columns={columns} rows={rows} keyOf={({of}) => of} />
		</div>
	);
}
