import {Alert, Button, Card, Group, Stack, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useEffect, useRef, useState} from 'react';
import {Link, useSearch} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import type {Answered} from '../api/answered.ts';
import {may, useMe} from '../api/me.ts';
import {Amount} from '../fields/amount.tsx';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useBase} from '../shell/base.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {QrCode} from './qr-code.tsx';

type Receipt = Answered<'get-v1-books-book-receipts-receipt'>;

/** A receipt, to be shown, printed and sent; after a payment also the sign that it is posted. */
export function ReceiptPage({book, receipt}: {readonly book: string; readonly receipt: string}) {
	const {officer, counter} = useTexts();
	const me = useMe();
	const isNew = useSearch().includes('baru');
	const query = useQuery({
		queryKey: ['receipt', book, receipt],
		queryFn: async () =>
			answerOf(api.GET('/v1/books/{book}/receipts/{receipt}', {params: {path: {book, receipt}}})),
	});
	return (
		<Answer of={query} rows={3} rowHeight={160}>
			{(data) => (
				<>
					<PageHead title={`${officer.pay.receipt} ${data.receipt}`} hint={data.cooperative.name} />
					{isNew ? (
						<Alert color="teal" mb="md" title={officer.pay.posted} role="status">
							{officer.pay.postedHint}
						</Alert>
					) : null}
					{data.state === 'reversed' ? (
						<Alert color="red" mb="md" title={counter.undo.isTaken} role="status" />
					) : null}
					<Paper data={data} />
					<Actions data={data} isNew={isNew} />
					{isNew && !may(me, 'loan:reverse') ? (
						<Text size="sm" c="dimmed" mt="md" className="no-print">
							{counter.undo.ask(data.receipt)}
						</Text>
					) : null}
				</>
			)}
		</Answer>
	);
}

function Paper({data}: {readonly data: Receipt}) {
	const {officer} = useTexts();
	const language = useLanguage();
	const [item] = data.items;
	return (
		<Card withBorder mb="md">
			<Group justify="space-between" align="flex-start" gap="lg">
				<Stack gap="xs" style={{flex: '1 1 240px'}}>
					<Text fz={34} fw={800} lh={1.1}>
						<Amount of={data.amount} />
					</Text>
					<Text fs="italic">{data.amountInWords}</Text>
					{data.paidOn === null ? null : (
						<Fact label={officer.pay.paidOn} text={showDate(data.paidOn, language)} />
					)}
					{item?.member ? <Fact label={officer.pay.paidBy} text={item.member.name} /> : null}
					{item?.split ? (
						<Text>
							{officer.principal} <Amount of={item.split.principal} /> · {officer.margin}{' '}
							<Amount of={item.split.margin} />
						</Text>
					) : null}
					<Fact label={officer.pay.code} text={data.code} />
				</Stack>
				<Stack gap={4} align="center">
					<QrCode text={data.checkUrl} label={officer.pay.scan} />
					<Text size="sm" maw={200} ta="center">
						{officer.pay.scan}
					</Text>
				</Stack>
			</Group>
		</Card>
	);
}

function Fact({label, text}: {readonly label: string; readonly text: string}) {
	return (
		<Text>
			<Text span c="dimmed">
				{label}
			</Text>{' '}
			{text}
		</Text>
	);
}

type ActionsProps = {readonly data: Receipt; readonly isNew: boolean};

function Actions({data, isNew}: ActionsProps) {
	const {officer} = useTexts();
	const base = useBase();
	const [isCopied, setIsCopied] = useState(false);
	const print = useRef<HTMLAnchorElement>(null);
	// Who took a payment prints its receipt next, with one more key.
	useEffect(() => {
		if (isNew) print.current?.focus({preventScroll: true});
	}, [isNew]);
	const share = async (): Promise<void> => {
		if ('share' in navigator) {
			await navigator.share({title: data.receipt, url: data.checkUrl}).catch(() => undefined);
			return;
		}
		await (navigator as Navigator).clipboard.writeText(data.checkUrl);
		setIsCopied(true);
	};
	return (
		<Group className="no-print" gap="sm">
			<Button
				size="lg"
				component="a"
				href={`/v1/books/${data.book}/receipts/${data.receipt}/print?paper=80mm`}
				target="_blank"
				rel="noopener"
				ref={print}
			>
				{officer.pay.print}
			</Button>
			<Button size="lg" variant="default" onClick={share}>
				{officer.pay.share}
			</Button>
			<Button size="lg" variant="subtle" component={Link} href={base}>
				{officer.pay.another}
			</Button>
			<Text role="status">{isCopied ? officer.pay.copied : ''}</Text>
		</Group>
	);
}
