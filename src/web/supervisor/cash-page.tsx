import {Card, Group, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {Amount} from '../fields/amount.tsx';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {CashCounts} from '../officer/cash-counts.tsx';
import {boxQuery, countsQuery} from '../officer/cash.ts';
import {BookSelect} from '../reports/book-select.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';

/** The cash box as whoever watches over it sees it: counts to witness, differences to book. */
export function SupervisorCashPage() {
	const {supervisor} = useTexts();
	const [book, setBook] = useState('');
	return (
		<>
			<PageHead title={supervisor.cash.title} hint={supervisor.cash.hint} />
			<Group mb="md" className="no-print">
				<BookSelect value={book} onValue={setBook} isOfCooperatives />
			</Group>
			{book === '' ? null : <BoxOf key={book} book={book} />}
		</>
	);
}

function BoxOf({book}: {readonly book: string}) {
	const {supervisor} = useTexts();
	const language = useLanguage();
	const box = useQuery(boxQuery(book));
	const counts = useQuery(countsQuery(book));
	return (
		<>
			<Answer of={box} rows={1} rowHeight={96}>
				{({balance, on}) => (
					<Card withBorder maw={420}>
						<Text c="dimmed">
							{supervisor.cash.balance} · {showDate(on, language)}
						</Text>
						<Text fz={32} fw={800} lh={1.2}>
							<Amount of={balance} />
						</Text>
					</Card>
				)}
			</Answer>
			<PartTitle>{supervisor.cash.counts}</PartTitle>
			<Text c="dimmed" mb="sm">
				{supervisor.cash.twoPeople}
			</Text>
			<Answer of={counts} rows={2} rowHeight={110}>
				{({items}) => <CashCounts book={book} counts={items} today={box.data?.on} />}
			</Answer>
		</>
	);
}
