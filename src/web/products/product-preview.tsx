import {Button, Card, Group, SimpleGrid, Text, TextInput} from '@mantine/core';
import {useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import {findingsOf} from '../api/problem.ts';
import type {operations} from '../api/schema.d.ts';
import {DateField, RupiahField} from '../fields/typed-field.tsx';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {showFigure} from '../reports/words.ts';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';
import type {Product} from './product.ts';
import {type Terms, isByMargin, isPreviewed, questionOf} from './question.ts';

type Schedule =
	operations['post-v1-schedules-preview']['responses'][200]['content']['application/json'];
type Row = Schedule['rows'][number];

/** What a loan of a version would be like, from the service: nothing is written. */
export function ProductPreview({product}: {readonly product: Product}) {
	const {products} = useTexts();
	const [typed, setTyped] = useState<Typed>({
		principal: product.principalMin,
		margin: '',
		instalments: String(product.instalmentsMin),
		disbursementDate: '',
	});
	const asking = useMutation({
		mutationFn: async (terms: Terms) => {
			const body = questionOf(product, terms);
			if (body === undefined) throw new Error('Such a schedule is not previewed.');
			return answerOf(api.POST('/v1/schedules/preview', {body}));
		},
	});
	if (!isPreviewed(product)) {
		return <Text c="dimmed">{products.noPreview}</Text>;
	}
	const {principal = '', margin, instalments, disbursementDate = ''} = typed;
	const isReady = ![principal, instalments, disbursementDate].includes('') && margin !== undefined;
	return (
		<>
			<Card
				withBorder
				mb="md"
				className="no-print"
				component="form"
				onSubmit={(event) => {
					event.preventDefault();
					asking.mutate({principal, margin: margin ?? '', instalments, disbursementDate});
				}}
			>
				<Refusal error={asking.error} fields={Object.keys(typed)} />
				<TermFields
					typed={typed}
					hasMargin={isByMargin(product)}
					error={asking.error}
					onTyped={(more) => {
						setTyped((before) => ({...before, ...more}));
					}}
				/>
				<Group>
					<Button type="submit" loading={asking.isPending} disabled={!isReady}>
						{products.preview}
					</Button>
				</Group>
			</Card>
			{asking.data ? <ScheduleTable schedule={asking.data} /> : null}
		</>
	);
}

/** As typed: undefined where it cannot be read. */
type Typed = {
	readonly principal: string | undefined;
	readonly margin: string | undefined;
	readonly instalments: string;
	readonly disbursementDate: string | undefined;
};

type TermFieldsProps = {
	readonly typed: Typed;
	/** Whether the margin is agreed as an amount, not by a rate. */
	readonly hasMargin: boolean;
	readonly error: Error | null;
	readonly onTyped: (more: Partial<Typed>) => void;
};

function TermFields({typed, hasMargin, error, onTyped}: TermFieldsProps) {
	const {products} = useTexts();
	return (
		<SimpleGrid cols={{base: 1, sm: 2, lg: 4}} spacing="sm" mb="md">
			<RupiahField
				label={products.principalOf}
				value={typed.principal}
				error={findingsOf(error, 'principal')}
				onValue={(principal) => {
					onTyped({principal});
				}}
			/>
			{hasMargin ? (
				<RupiahField
					label={products.margin}
					value={typed.margin}
					error={findingsOf(error, 'margin')}
					onValue={(margin) => {
						onTyped({margin});
					}}
				/>
			) : null}
			<TextInput
				label={products.instalments}
				inputMode="numeric"
				value={typed.instalments}
				error={findingsOf(error, 'instalments')}
				onChange={({currentTarget}) => {
					onTyped({instalments: currentTarget.value.replaceAll(/\D/gu, '')});
				}}
			/>
			<DateField
				label={products.disbursedOn}
				value={typed.disbursementDate}
				error={findingsOf(error, 'disbursementDate')}
				onValue={(disbursementDate) => {
					onTyped({disbursementDate});
				}}
			/>
		</SimpleGrid>
	);
}

function ScheduleTable({schedule}: {readonly schedule: Schedule}) {
	const {products} = useTexts();
	const language = useLanguage();
	const figures = ['principal', 'margin', 'total', 'balance'] as const;
	const columns: Column<Row>[] = [
		{key: 'number', heading: products.number, width: 70, cell: ({number}) => String(number)},
		{
			key: 'due',
			heading: products.dueOn,
			width: 170,
			cell: ({dueDate}) => showDate(dueDate, language),
		},
		...figures.map((key) => ({
			key,
			heading: products.figures[key],
			isFigure: true,
			cell: (row: Row) => showFigure(row[key], language),
		})),
	];
	const {principal, margin, total} = schedule.totals;
	return (
		<>
			{schedule.effectiveAnnualRatePercent === null ? null : (
				<Text mb="xs" role="status">
					{products.effective(schedule.effectiveAnnualRatePercent)}
				</Text>
			)}
			<DataTable
				label={products.schedule}
				columns={columns}
				rows={schedule.rows}
				keyOf={({number}) => String(number)}
				totals={{
					number: products.total,
					principal: showFigure(principal, language),
					margin: showFigure(margin, language),
					total: showFigure(total, language),
				}}
			/>
		</>
	);
}
