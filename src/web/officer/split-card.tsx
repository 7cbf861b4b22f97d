import {Badge, Card, Group, Text} from '@mantine/core';
import type {ReactNode} from 'react';
import type {Answered} from '../api/answered.ts';
import {Amount} from '../fields/amount.tsx';
import {compareRupiah} from '../formats.ts';
import {useTexts} from '../language.ts';

type Previewed = Answered<'get-v1-loans-id-repayments-preview'>;
type Quote = Answered<'get-v1-loans-id-quote'>;

export type SplitCardProps = {
	readonly payment: Previewed | undefined;
	readonly quote: Quote | undefined;
	/** Something else was typed meanwhile. */
	readonly isStale: boolean;
};

/** What a payment would pay, as the service says; it has its place always: nothing jumps. */
export function SplitCard({payment, quote, isStale}: SplitCardProps) {
	const {officer} = useTexts();
	const isLast = quote !== undefined || payment?.isLast === true;
	return (
		<Card withBorder mih={150} padding="sm" aria-live="polite" aria-busy={isStale}>
			<Group justify="space-between" mb="xs" wrap="nowrap" gap="xs">
				<Text fw={600}>{officer.pay.split}</Text>
				<Badge variant="light" color="gray" tt="none" size="md" style={{flexShrink: 0}}>
					{officer.pay.notPosted}
				</Badge>
			</Group>
			<div style={{opacity: isStale ? 0.75 : 1}}>
				<Row label={officer.principal}>
					{payment || quote ? <Amount of={(payment ?? quote)!.principal} /> : '—'}
				</Row>
				<Row label={officer.margin}>
					{payment ? <Amount of={payment.margin} /> : null}
					{quote ? <Amount of={quote.marginDue} /> : null}
					{payment || quote ? null : '—'}
				</Row>
				{quote && compareRupiah(quote.discount, '0') > 0 ? (
					<Row label={officer.pay.discount}>
						<Amount of={quote.discount} />
					</Row>
				) : null}
				<Row label={officer.pay.owedAfter}>
					{payment ? <Amount of={payment.owedAfter.total} /> : null}
					{quote ? <Amount of="0" /> : null}
					{payment || quote ? null : '—'}
				</Row>
			</div>
			{isLast ? (
				<Badge size="lg" tt="none" mt="xs">
					{officer.pay.isLast}
				</Badge>
			) : null}
		</Card>
	);
}

function Row({label, children}: {readonly label: string; readonly children: ReactNode}) {
	return (
		<Group justify="space-between" wrap="nowrap">
			<Text>{label}</Text>
			<Text fw={700} fz="lg">
				{children}
			</Text>
		</Group>
	);
}
