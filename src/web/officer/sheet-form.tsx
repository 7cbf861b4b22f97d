import {Alert, Anchor, Button, Card, Group, Stack, Text} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {type SubmitEvent, useState} from 'react';
import {Link} from 'wouter';
import {answerOf, api, isWaiting} from '../api/client.ts';
import type {Answered} from '../api/answered.ts';
import {useWrite} from '../api/write.ts';
import {Amount} from '../fields/amount.tsx';
import {BigButton} from '../fields/big-button.tsx';
import {RupiahField} from '../fields/typed-field.tsx';
import {addRupiah, compareRupiah, showCount, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {receiptAddress} from './addresses.ts';
import {loansKey} from './loans.ts';
import type {Sheet} from './sheet.ts';

type Posting = Answered<'post-v1-collections'>;
type Row = {readonly loan: string; readonly amount: string};
type Typed = Readonly<Record<string, string | undefined>>;

/** Posts the rows of a sheet at once, and asks for all that they changed again. */
function usePosting(sheet: Sheet) {
	const client = useQueryClient();
	return useWrite(
		async (rows: readonly Row[], key) =>
			answerOf(
				api.POST('/v1/collections', {
					params: {header: {'Idempotency-Key': key}},
					body: {
						cooperative: sheet.cooperative,
						paidOn: sheet.on,
						method: 'cash',
						rows: [...rows],
					},
				}),
			),
		() => {
			void client.invalidateQueries({queryKey: loansKey});
		},
	);
}

/** What each paid, filled in with what is asked; all are posted at once, each judged for itself. */
export function SheetForm({sheet}: {readonly sheet: Sheet}) {
	const {officer} = useTexts();
	const language = useLanguage();
	const [typed, setTyped] = useState<Typed>(() =>
		Object.fromEntries(sheet.rows.map(({loan, total}) => [loan, total])),
	);
	const write = usePosting(sheet);
	const rows = sheet.rows.flatMap(({loan}): Row[] => {
		const amount = typed[loan];
		return amount === undefined || amount === '' || compareRupiah(amount, '0') === 0
			? []
			: [{loan, amount}];
	});
	const isUnread = sheet.rows.some(({loan}) => typed[loan] === undefined);
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		write.send(rows);
	};
	if (write.answer && !isWaiting(write.answer)) {
		return <Results posting={write.answer} rows={rows} sheet={sheet} />;
	}
	const total = showRupiah(addRupiah(rows.map(({amount}) => amount)), language);
	return (
		<form onSubmit={submit}>
			<Stack gap="xs">
				{sheet.rows.map((row) => (
					<SheetRow
						key={row.loan}
						row={row}
						value={typed[row.loan]}
						onValue={(amount) => {
							setTyped((before) => ({...before, [row.loan]: amount}));
						}}
					/>
				))}
				<Refusal error={write.error} />
				<div className="action">
					<BigButton fullWidth loading={write.isSending} disabled={rows.length === 0 || isUnread}>
						{rows.length === 0
							? officer.groups.nothing
							: officer.groups.post(showCount(rows.length, language), total)}
					</BigButton>
				</div>
				<Button
					variant="subtle"
					onClick={() => {
						setTyped(Object.fromEntries(sheet.rows.map(({loan}) => [loan, ''])));
					}}
				>
					{officer.groups.clear}
				</Button>
			</Stack>
		</form>
	);
}

type SheetRowProps = {
	readonly row: Sheet['rows'][number];
	readonly value: string | undefined;
	readonly onValue: (amount: string | undefined) => void;
};

function SheetRow({row, value, onValue}: SheetRowProps) {
	const {officer} = useTexts();
	const language = useLanguage();
	return (
		<Card withBorder padding="sm">
			<Group justify="space-between" align="flex-end" gap="sm">
				<div style={{flex: '1 1 120px'}}>
					<Text fw={700} fz="lg" lh={1.2}>
						{row.name}
					</Text>
					<Text size="sm" c="dimmed">
						{officer.loan(String(row.loanNumber))}
						{row.daysPastDue > 0
							? ` · ${officer.lateDays(showCount(row.daysPastDue, language))}`
							: ''}
					</Text>
					<Text size="sm">
						{officer.groups.due} <Amount of={row.total} fw={700} />
					</Text>
				</div>
				<RupiahField
					w={150}
					label={officer.groups.paid(row.name)}
					labelProps={{style: {position: 'absolute', left: -9999}}}
					value={value}
					onValue={onValue}
				/>
			</Group>
		</Card>
	);
}

type ResultsProps = {
	readonly posting: Posting;
	readonly rows: readonly Row[];
	readonly sheet: Sheet;
};

/** What became of each row: posted with its receipt, or refused with the reason. */
function Results({posting, rows, sheet}: ResultsProps) {
	const {officer} = useTexts();
	const language = useLanguage();
	const nameOf = (index: number): string =>
		sheet.rows.find(({loan}) => loan === rows[index]?.loan)?.name ?? '';
	return (
		<Stack>
			<Alert color="teal" role="status" title={officer.pay.posted}>
				<Text fz={24} fw={700}>
					<Amount of={posting.collected} />
				</Text>
				{officer.groups.posted(showCount(posting.accepted, language))}
				{posting.refused > 0
					? ` · ${officer.groups.refused(showCount(posting.refused, language))}`
					: ''}
			</Alert>
			{posting.results.map((result) => (
				<Card key={result.index} withBorder padding="sm">
					<Group justify="space-between">
						<Text fw={700}>{nameOf(result.index)}</Text>
						{result.status === 'posted' ? (
							<Anchor
								component={Link}
								href={receiptAddress(sheet.cooperative, result.repayment.receiptNumber)}
							>
								{officer.members.receipt(String(result.repayment.receiptNumber))}
							</Anchor>
						) : null}
					</Group>
					{result.status === 'posted' ? (
						<Amount of={result.repayment.amount} />
					) : (
						<Text c="var(--mantine-color-error)">
							{result.findings.map(({message}) => message).join(' ')}
						</Text>
					)}
				</Card>
			))}
		</Stack>
	);
}
