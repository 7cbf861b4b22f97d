import {Card, Group, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {useWriteName} from '../approvals/approvals-page.tsx';
import {addRupiah, showCount, showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {PartTitle} from '../reports/report-table.tsx';
import {showFigure} from '../reports/words.ts';
import {type Column, DataTable} from '../states/data-table.tsx';
import type {Import} from './imported.ts';

type Preview = NonNullable<Import['preview']>;
type PreviewProps = {readonly one: Import; readonly preview: Preview};

/** What would be posted, as the service tried it: rows, entries by kind and by account. */
export function PreviewOf({one, preview}: PreviewProps) {
	const {imports} = useTexts();
	const language = useLanguage();
	const isAhead = one.status === 'ready';
	return (
		<section>
			<PartTitle>{imports.preview}</PartTitle>
			{isAhead ? (
				<Text c="dimmed" mb="sm">
					{imports.previewHint}
				</Text>
			) : null}
			<Group gap="sm" mb="md" align="stretch">
				<Figure name={imports.newRows} value={showCount(preview.rows.new, language)} />
				<Figure
					name={imports.knownRows}
					value={showCount(preview.rows.known, language)}
					hint={preview.rows.known > 0 ? imports.knownHint : undefined}
				/>
				<Figure name={imports.entries} value={showCount(preview.entries, language)} />
			</Group>
			{preview.entries === 0 ? (
				<Text c="dimmed">{imports.noEntries}</Text>
			) : (
				<Entries one={one} preview={preview} />
			)}
		</section>
	);
}

type FigureProps = {
	readonly name: string;
	readonly value: string;
	readonly hint?: string | undefined;
};

function Figure({name, value, hint}: FigureProps) {
	return (
		<Card withBorder padding="sm" miw={160}>
			<Text size="sm" c="dimmed">
				{name}
			</Text>
			<Text fz={28} fw={800} lh={1.2}>
				{value}
			</Text>
			{hint === undefined ? null : <Text size="sm">{hint}</Text>}
		</Card>
	);
}

/** What the accounts of a book are called; a code alone until that is known. */
function useAccountName(book: string): (code: string) => string {
	const language = useLanguage();
	const {data = []} = useQuery({
		queryKey: ['accounts', book],
		queryFn: async () =>
			(await answerOf(api.GET('/v1/books/{book}/accounts', {params: {path: {book}}}))).items,
		staleTime: 600_000,
	});
	const names = new Map(data.map((one) => [one.code, language === 'id' ? one.nameId : one.nameEn]));
	return (code) => {
		const name = names.get(code);
		return name === undefined ? code : `${code} ${name}`;
	};
}

function Entries({one, preview}: PreviewProps) {
	const {imports, reports} = useTexts();
	const language = useLanguage();
	const nameOf = useWriteName();
	const accountOf = useAccountName(one.book);
	const kinds: Column<Preview['kinds'][number]>[] = [
		{key: 'kind', heading: imports.entryKind, width: 240, cell: ({kind}) => nameOf(kind)},
		{
			key: 'entries',
			heading: imports.entryCount,
			isFigure: true,
			width: 100,
			cell: ({entries}) => showCount(entries, language),
		},
		{
			key: 'amount',
			heading: imports.amount,
			isFigure: true,
			cell: ({amount}) => showFigure(amount, language),
		},
	];
	const sides = ['debit', 'credit'] as const;
	const accounts: Column<Preview['accounts'][number]>[] = [
		{key: 'account', heading: imports.account, width: 240, cell: (row) => accountOf(row.account)},
		...sides.map((side) => ({
			key: side,
			heading: reports.columns[side],
			isFigure: true,
			cell: (row: Preview['accounts'][number]) => showFigure(row[side], language),
		})),
	];
	const totalOf = (side: (typeof sides)[number]): string =>
		showFigure(addRupiah(preview.accounts.map((row) => row[side])), language);
	return (
		<>
			<PartTitle>{imports.byKind}</PartTitle>
			<DataTable
				label={imports.byKind}
				columns={kinds}
				rows={preview.kinds}
				keyOf={({kind}) => kind}
			/>
			<PartTitle>{imports.byAccount}</PartTitle>
			<DataTable
				label={imports.byAccount}
				columns={accounts}
				rows={preview.accounts}
				keyOf={({account}) => account}
				totals={{account: imports.total, debit: totalOf('debit'), credit: totalOf('credit')}}
			/>
			<First preview={preview} accountOf={accountOf} />
		</>
	);
}

type FirstProps = {
	readonly preview: Preview;
	readonly accountOf: (code: string) => string;
};

type Line = Preview['first'][number]['lines'][number] & {
	/** Of the entry that it is a line of. */
	readonly day: string;
	readonly kind: string;
};

/** The first entries line by line, as they would stand in the journal. */
function First({preview, accountOf}: FirstProps) {
	const {imports, reports} = useTexts();
	const language = useLanguage();
	const nameOf = useWriteName();
	const lines: Line[] = preview.first.flatMap(({kind, effectiveOn, lines: all}) =>
		all.map((line) => ({...line, day: showDate(effectiveOn, language), kind: nameOf(kind)})),
	);
	const columns: Column<Line>[] = [
		{key: 'day', heading: imports.day, width: 160, cell: ({day}) => day},
		{key: 'kind', heading: imports.entryKind, width: 180, cell: ({kind}) => kind},
		{key: 'account', heading: imports.account, width: 220, cell: (line) => accountOf(line.account)},
		...(['debit', 'credit'] as const).map((side) => ({
			key: side,
			heading: reports.columns[side],
			isFigure: true,
			cell: (line: Line) => (line.side === side ? showFigure(line.amount, language) : '—'),
		})),
	];
	return (
		<>
			<PartTitle>{imports.first}</PartTitle>
			<Text size="sm" c="dimmed" mb="xs">
				{imports.firstHint(showCount(preview.first.length, language))}
			</Text>
			<DataTable
				label={imports.first}
				columns={columns}
				rows={lines}
				keyOf={(_, index) => String(index)}
			/>
		</>
	);
}
