import {Badge, Card, Group, Text} from '@mantine/core';
import type {ReactNode} from 'react';
import type {operations} from '../api/schema.d.ts';
import {Amount} from '../fields/amount.tsx';
import {compareRupiah} from '../formats.ts';
import {useTexts} from '../language.ts';

type Previewed =
	operations['get-v1-loans-id-repayments-preview']['responses'][200]['content']['application/json'];
type Quote = operations['get-v1-loans-id-quote']['responses'][200]['content']['application/json'];

export type SplitCardProps = {
	readonly payment: Previewed | undefined;
	readonly quote: Quote | undefined;
	/** Something else was typed meanwhile. */
	readonly isStale: boolean;
};

/** What a payment would pay, as the service says; it always has its place, so that nothing jumps. */
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
