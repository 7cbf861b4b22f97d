import {Button, Card, Text, Title} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import type {operations} from '../api/schema.d.ts';
import type {Values} from '../fields/action-form.tsx';
import {compareRupiah, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';
import type {Product} from './product.ts';
import {type Terms, isByMargin, isPreviewed, questionOf} from './question.ts';

type Schedule =
	operations['post-v1-schedules-preview']['responses'][200]['content']['application/json'];

export type VersionEffectProps = {
	readonly product: Product;
	/** What was typed of the next version. */
	readonly values: Values;
};

async function scheduleOf(product: Product, terms: Terms): Promise<Schedule> {
	const body = questionOf(product, terms);
	if (body === undefined) throw new Error('Such a schedule is not previewed.');
	return answerOf(api.POST('/v1/schedules/preview', {body}));
}

/** What the largest loan of a product is like by this version and by the next, from the service. */
export function VersionEffect({product, values}: VersionEffectProps) {
	const {products} = useTexts();
	const {yearlyRate, effectiveFrom, principalMax = product.principalMax} = values;
	const next: Product = {...product, yearlyRate: yearlyRate ?? product.yearlyRate, principalMax};
	const isLess = compareRupiah(principalMax, product.principalMax) < 0;
	// One that both versions allow, or there would be nothing to compare.
	const terms: Terms = {
		principal: isLess ? principalMax : product.principalMax,
		margin: '',
		instalments: String(product.instalmentsMax),
		disbursementDate: effectiveFrom ?? '',
	};
	const key = JSON.stringify([terms, next.yearlyRate]);
	// What was asked for is told of what was typed then, and of nothing that was typed since.
	const [asked, setAsked] = useState<string | undefined>(undefined);
	const isAsked = asked === key;
	const query = useQuery({
		queryKey: ['version-effect', product.code, product.version, key],
		enabled: isAsked,
		queryFn: async () => ({
			now: await scheduleOf(product, terms),
			then: await scheduleOf(next, terms),
		}),
	});
	if (isByMargin(product) || !isPreviewed(product)) {
		return <Text size="sm">{products.boundsAlone}</Text>;
	}
	return (
		<>
			<Button
				variant="default"
				style={{alignSelf: 'flex-start'}}
				disabled={effectiveFrom === undefined}
				loading={isAsked && query.isFetching}
				onClick={() => {
					setAsked(key);
				}}
			>
				{products.compare}
			</Button>
			{isAsked ? <Refusal error={query.error} /> : null}
			{isAsked && query.data ? <Compared terms={terms} {...query.data} /> : null}
		</>
	);
}

type ComparedProps = {
	readonly terms: Terms;
	readonly now: Schedule;
	readonly then: Schedule;
};

type Row = {readonly name: string; readonly now: string; readonly then: string};

function Compared({terms, now, then}: ComparedProps) {
	const {products} = useTexts();
	const language = useLanguage();
	const rupiah = (amount: string | undefined): string =>
		amount === undefined ? '—' : showRupiah(amount, language);
	const percent = ({effectiveAnnualRatePercent}: Schedule): string =>
		effectiveAnnualRatePercent === null ? '—' : products.rateOf(effectiveAnnualRatePercent);
	const rows: Row[] = [
		{
			name: products.firstInstalment,
			now: rupiah(now.rows[0]?.total),
			then: rupiah(then.rows[0]?.total),
		},
		{
			name: products.lastInstalment,
			now: rupiah(now.rows.at(-1)?.total),
			then: rupiah(then.rows.at(-1)?.total),
		},
		{name: products.allMargin, now: rupiah(now.totals.margin), then: rupiah(then.totals.margin)},
		{name: products.allPaid, now: rupiah(now.totals.total), then: rupiah(then.totals.total)},
		{name: products.effectiveRate, now: percent(now), then: percent(then)},
	];
	const columns: Column<Row>[] = [
		{key: 'name', heading: products.compared, width: 170, cell: ({name}) => name},
		{key: 'now', heading: products.versionNow, isFigure: true, cell: (row) => row.now},
		{key: 'then', heading: products.versionNext, isFigure: true, cell: (row) => row.then},
	];
	return (
		<Card withBorder padding="xs" component="section" role="status">
			<Title order={3} size="h5" mb="xs">
				{products.comparedOf(showRupiah(terms.principal, language), terms.instalments)}
			</Title>
			<DataTable label={products.compare} columns={columns} rows={rows} keyOf={({name}) => name} />
		</Card>
	);
}
