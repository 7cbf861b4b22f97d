import {Alert, Anchor, Text} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useCallback, useEffect} from 'react';
import {Link} from 'wouter';
import {useMe} from '../api/me.ts';
import {Unreachable} from '../api/problem.ts';
import {addRupiah, showCount, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useIsOffline} from '../offline/online.ts';
import {sendQueue, useQueue} from '../offline/queue.ts';
import {dueKey} from './due.ts';
import {loansKey} from './loans.ts';

const everyMs = 20_000;

/** Sends what waits on the device, and asks again for all that it changed. */
export function useSending(): () => Promise<void> {
	const client = useQueryClient();
	const {name} = useMe();
	return useCallback(async () => {
		const posted = await sendQueue(name);
		if (posted === 0) return;
		await client.invalidateQueries({queryKey: dueKey});
		await client.invalidateQueries({queryKey: loansKey});
	}, [client, name]);
}

/** Says what the device holds back, and sends it by itself as soon as it can. */
export function OfflineWork() {
	const {officer} = useTexts();
	const language = useLanguage();
	const isOffline = useIsOffline();
	const {items} = useQueue();
	const send = useSending();
	const waiting = items.filter(({fate}) => fate.state === 'waiting').length;
	const refused = items.filter(({fate}) => fate.state === 'refused').length;
	useEffect(() => {
		if (isOffline || waiting === 0) return undefined;
		const again = (): void => {
			void send().catch((error: unknown) => {
				if (!(error instanceof Unreachable)) throw error;
			});
		};
		again();
		const timer = setInterval(again, everyMs);
		return () => {
			clearInterval(timer);
		};
	}, [isOffline, waiting, send]);
	useEffect(() => {
		void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
	}, []);
	if (!isOffline && waiting + refused === 0) return null;
	return (
		<Alert
			className="no-print"
			color={refused > 0 ? 'red' : 'yellow'}
			mb="md"
			role="status"
			{...(isOffline ? {title: officer.offline.title} : {})}
		>
			{isOffline ? <Text size="sm">{officer.offline.hint}</Text> : null}
			{waiting > 0 ? (
				<Text fw={700}>{officer.offline.waiting(showCount(waiting, language))}</Text>
			) : null}
			{refused > 0 ? (
				<Text fw={700}>{officer.offline.refused(showCount(refused, language))}</Text>
			) : null}
			{waiting + refused > 0 ? (
				<Anchor component={Link} href="/petugas/antrean" underline="always" c="inherit">
					{officer.offline.open}
				</Anchor>
			) : null}
		</Alert>
	);
}

/** What of a loan was taken on this device and is not posted yet. */
export function KeptOnDevice({loan}: {readonly loan: string}) {
	const {officer} = useTexts();
	const language = useLanguage();
	const amounts = useQueue()
		.items.filter(({payment, fate}) => payment.loan === loan && fate.state === 'waiting')
		.map(({payment}) => payment.amount);
	if (amounts.length === 0) return null;
	return (
		<Text size="sm" fw={700}>
			{officer.offline.onRow(showRupiah(addRupiah(amounts), language))}
		</Text>
	);
}
