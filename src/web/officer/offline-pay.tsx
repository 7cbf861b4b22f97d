import {Alert, Button, Card, Stack, Text} from '@mantine/core';
import {type SubmitEvent, useState} from 'react';
import {Link} from 'wouter';
import {useMe} from '../api/me.ts';
import {BigButton} from '../fields/big-button.tsx';
import {RupiahField} from '../fields/typed-field.tsx';
import {compareRupiah, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {deviceToday} from '../offline/device-clock.ts';
import {enqueue} from '../offline/queue.ts';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {useCooperative} from './cooperative.tsx';
import {type DueRow, useDue} from './due.ts';

export type OfflinePayProps = {readonly loan: string; readonly onKept: () => void};

/** Taking a payment where there is no network: of a loan in the list that the device has. */
export function OfflinePay({loan, onKept}: OfflinePayProps) {
	const {officer} = useTexts();
	const {code} = useCooperative();
	const row = useDue(code).data?.rows.find((one) => one.loan === loan);
	return (
		<>
			<PageHead title={officer.offline.pay} hint={officer.offline.payHint} />
			{row ? <OfflineForm row={row} onKept={onKept} /> : <Notice title={officer.offline.unknown} />}
		</>
	);
}

function useKeeping(row: DueRow, onKept: () => void) {
	const {name: takenBy} = useMe();
	const {book} = useCooperative();
	const [number, setNumber] = useState<number | undefined>(undefined);
	const [hasFailed, setHasFailed] = useState(false);
	const [isKeeping, setIsKeeping] = useState(false);
	const keep = async (amount: string): Promise<void> => {
		setIsKeeping(true);
		try {
			const {loan, loanNumber, name} = row;
			const paidOn = deviceToday();
			const taken = {
				loan,
				loanNumber,
				name,
				book,
				amount,
				paidOn,
				takenBy,
				method: 'cash',
			} as const;
			setNumber(await enqueue(taken));
			setHasFailed(false);
			onKept();
		} catch {
			setHasFailed(true);
		} finally {
			setIsKeeping(false);
		}
	};
	return {number, hasFailed, isKeeping, keep};
}

type OfflineFormProps = {readonly row: DueRow; readonly onKept: () => void};

function OfflineForm({row, onKept}: OfflineFormProps) {
	const {officer} = useTexts();
	const language = useLanguage();
	const [amount, setAmount] = useState<string | undefined>(row.total);
	const {number, hasFailed, isKeeping, keep} = useKeeping(row, onKept);
	const isAmount = amount !== undefined && amount !== '' && compareRupiah(amount, '0') > 0;
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		if (isAmount && !isKeeping) void keep(amount);
	};
	if (number !== undefined) {
		return (
			<Notice title={officer.offline.kept(String(number))} hint={officer.offline.keptHint}>
				<Button component={Link} href="/petugas" size="lg">
					{officer.pay.another}
				</Button>
			</Notice>
		);
	}
	return (
		<form onSubmit={submit}>
			<Stack maw={720}>
				<Card withBorder padding="sm">
					<Text fw={700} fz="xl" lh={1.2}>
						{row.name}
					</Text>
					<Text c="dimmed" size="sm">
						{officer.loan(String(row.loanNumber))}
					</Text>
				</Card>
				<RupiahField size="xl" value={amount} onValue={setAmount} autoFocus />
				{hasFailed ? (
					<Alert color="red" role="alert">
						{officer.offline.failed}
					</Alert>
				) : null}
				<BigButton fullWidth disabled={!isAmount} loading={isKeeping}>
					{officer.offline.keep(showRupiah(isAmount ? amount : '0', language))}
				</BigButton>
			</Stack>
		</form>
	);
}
