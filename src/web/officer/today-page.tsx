import {Badge, Card, Group, SegmentedControl, SimpleGrid, Stack, Text} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {Amount} from '../fields/amount.tsx';
import {compareRupiah, showCount, showDate, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {VirtualList} from '../states/virtual-list.tsx';
import {useCooperative} from './cooperative.tsx';
import {type DueRow, useDue} from './due.ts';
import {KeptOnDevice} from './offline-work.tsx';

const kinds = ['all', 'due', 'overdue', 'promised'] as const;
type Kind = (typeof kinds)[number];

const isOf: Record<Kind, (row: DueRow) => boolean> = {
	all: () => true,
	due: ({due}) => compareRupiah(due, '0') > 0,
	overdue: ({overdue}) => compareRupiah(overdue, '0') > 0,
	promised: ({promise}) => promise !== null && promise.state !== 'kept',
};

/** Whom to collect from today: the one list an officer works through. */
export function TodayPage() {
	const cooperative = useCooperative();
	const query = useDue(cooperative.code);
	const {officer} = useTexts();
	const language = useLanguage();
	const [kind, setKind] = useState<Kind>('all');
	return (
		<>
			<PageHead
				title={officer.today.title}
				hint={query.data ? `${cooperative.name} · ${showDate(query.data.on, language)}` : '…'}
			/>
			<Answer of={query} rows={6} rowHeight={92}>
				{({rows, totals}) => (
					<>
						<Totals totals={totals} />
						{rows.length === 0 ? (
							<Notice title={officer.today.empty} hint={officer.today.emptyHint} />
						) : (
							<DueList rows={rows} kind={kind} onKind={setKind} />
						)}
					</>
				)}
			</Answer>
		</>
	);
}

type TotalsProps = {
	readonly totals: {readonly due: string; readonly overdue: string; readonly total: string};
};

function Totals({totals}: TotalsProps) {
	const {officer} = useTexts();
	return (
		<Card withBorder mb="md" padding="md">
			<SimpleGrid cols={{base: 1, sm: 3}} spacing="xs">
				<Figure label={officer.today.toCollect} amount={totals.total} isLarge />
				<Figure label={officer.today.due} amount={totals.due} />
				<Figure label={officer.today.overdue} amount={totals.overdue} />
			</SimpleGrid>
		</Card>
	);
}

type FigureProps = {readonly label: string; readonly amount: string; readonly isLarge?: boolean};

function Figure({label, amount, isLarge = false}: FigureProps) {
	return (
		<div>
			<Text size="sm" c="dimmed">
				{label}
			</Text>
			<Text fz={isLarge ? 28 : 20} fw={700} lh={1.2}>
				<Amount of={amount} />
			</Text>
		</div>
	);
}

type DueListProps = {
	readonly rows: readonly DueRow[];
	readonly kind: Kind;
	readonly onKind: (kind: Kind) => void;
};

function DueList({rows, kind, onKind}: DueListProps) {
	const {officer} = useTexts();
	const language = useLanguage();
	const chosen = rows.filter((row) => isOf[kind](row));
	return (
		<>
			<SegmentedControl
				className="no-print"
				fullWidth
				mb="xs"
				withItemsBorders={false}
				styles={{label: {paddingInline: 4}}}
				aria-label={officer.today.kinds}
				value={kind}
				onChange={onKind}
				data={kinds.map((value) => ({value, label: officer.today[value]}))}
			/>
			<Text size="sm" c="dimmed" mb="xs" role="status">
				{officer.today.count(showCount(chosen.length, language))}
			</Text>
			<VirtualList
				label={officer.today.title}
				items={chosen}
				keyOf={({loan}) => loan}
				estimate={100}
			>
				{(row) => <DueCard row={row} />}
			</VirtualList>
		</>
	);
}

function DueCard({row}: {readonly row: DueRow}) {
	const {officer} = useTexts();
	const language = useLanguage();
	return (
		<Card withBorder padding="sm" mb="xs" radius="md">
			<Link href={`/petugas/bayar/${row.loan}`} className="row-link">
				<Group justify="space-between" wrap="nowrap" align="flex-start">
					<Stack gap={2} miw={0}>
						<Text fw={700} fz="lg" lh={1.2}>
							{row.name}
						</Text>
						<Text size="sm" c="dimmed">
							{officer.loan(String(row.loanNumber))}
						</Text>
						<KeptOnDevice loan={row.loan} />
						{row.promise && row.promise.state !== 'kept' ? <Promise promise={row.promise} /> : null}
					</Stack>
					<Stack gap={4} align="flex-end" style={{flexShrink: 0}}>
						<Text fw={700} fz="lg" lh={1.2}>
							<Amount of={row.total} />
						</Text>
						{row.daysPastDue > 0 ? (
							<Badge color="red" variant="light" tt="none" size="lg">
								{officer.lateDays(showCount(row.daysPastDue, language))}
							</Badge>
						) : null}
					</Stack>
				</Group>
			</Link>
		</Card>
	);
}

function Promise({promise}: {readonly promise: NonNullable<DueRow['promise']>}) {
	const {officer} = useTexts();
	const language = useLanguage();
	const day = showDate(promise.payOn, language);
	const amount = showRupiah(promise.amount, language);
	return (
		<Text size="sm">
			{promise.state === 'broken'
				? officer.today.brokenPromise(day)
				: officer.today.promise(day, amount)}
		</Text>
	);
}
