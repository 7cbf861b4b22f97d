import {Card, Group, NativeSelect, Text, Title} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {showDate, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {BookSelect} from '../reports/book-select.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {NextVersion} from './next-version.tsx';
import {ProductPreview} from './product-preview.tsx';
import {type Product, versionOf} from './product.ts';

/** What a cooperative lends, in all versions, what a version makes of a loan, and the next one. */
export function ProductsPage() {
	const {products} = useTexts();
	const [book, setBook] = useState('');
	return (
		<>
			<PageHead title={products.title} hint={products.hint} />
			<Group mb="md" className="no-print">
				<BookSelect value={book} onValue={setBook} isOfCooperatives />
			</Group>
			{book === '' ? null : <ProductsOf key={book} book={book} />}
		</>
	);
}

function ProductsOf({book}: {readonly book: string}) {
	const {products} = useTexts();
	const me = useMe();
	const [chosen, setChosen] = useState<string | undefined>(undefined);
	const query = useQuery({
		queryKey: ['products', book],
		queryFn: async () => {
			const params = {path: {book}};
			return (await answerOf(api.GET('/v1/cooperatives/{book}/products', {params}))).items;
		},
	});
	return (
		<Answer of={query} rows={4} rowHeight={44}>
			{(all) => {
				const product = all.find((one) => versionOf(one) === chosen) ?? all.at(-1);
				return (
					<>
						{product === undefined ? (
							<Notice title={products.none} />
						) : (
							<>
								<VersionTable all={all} />
								<PartTitle>{products.effect}</PartTitle>
								<NativeSelect
									label={products.version}
									maw={420}
									mb="md"
									className="no-print"
									value={versionOf(product)}
									data={all.map((one) => ({
										value: versionOf(one),
										label: `${one.name} · ${products.versionNumber(String(one.version))}`,
									}))}
									onChange={({currentTarget}) => {
										setChosen(currentTarget.value);
									}}
								/>
								<ProductPreview key={versionOf(product)} product={product} />
								{may(me, 'product:write') ? (
									<Card withBorder mt="lg" maw={640} className="no-print">
										<Title order={2} size="h4" mb="xs">
											{products.next}
										</Title>
										<Text size="sm" c="dimmed" mb="sm">
											{products.nextHint(product.name, String(product.version))}
										</Text>
										<NextVersion
											key={`${versionOf(product)} ${String(all.length)}`}
											book={book}
											product={product}
										/>
									</Card>
								) : null}
							</>
						)}
					</>
				);
			}}
		</Answer>
	);
}

function VersionTable({all}: {readonly all: readonly Product[]}) {
	const {products} = useTexts();
	const language = useLanguage();
	const columns: Column<Product>[] = [
		{key: 'name', heading: products.name, width: 190, cell: ({name}) => name},
		{
			key: 'version',
			heading: products.version,
			width: 70,
			cell: ({version}) => String(version),
		},
		{
			key: 'from',
			heading: products.from,
			width: 150,
			cell: ({effectiveFrom}) => showDate(effectiveFrom, language),
		},
		{
			key: 'method',
			heading: products.method,
			width: 160,
			cell: ({akad, method}) => `${akad}, ${products.methods[method]}`,
		},
		{
			key: 'principal',
			heading: products.principal,
			width: 210,
			cell: ({principalMin, principalMax}) =>
				products.range(showRupiah(principalMin, language), showRupiah(principalMax, language)),
		},
		{
			key: 'instalments',
			heading: products.instalments,
			width: 110,
			cell: ({instalmentsMin, instalmentsMax}) =>
				products.range(String(instalmentsMin), String(instalmentsMax)),
		},
		{
			key: 'rate',
			heading: products.rate,
			width: 90,
			cell: ({yearlyRate}) => (yearlyRate === null ? '—' : products.percent(yearlyRate)),
		},
		{key: 'basis', heading: products.basis, width: 200, cell: ({legalBasis}) => legalBasis},
	];
	return <DataTable label={products.title} columns={columns} rows={all} keyOf={versionOf} />;
}
