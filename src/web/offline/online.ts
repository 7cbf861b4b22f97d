import {onlineManager} from '@tanstack/react-query';
import {useSyncExternalStore} from 'react';

const probeMs = 3000;
let probe: ReturnType<typeof setInterval> | undefined;

/**
 * To be told when the service was not reached, whatever the device says of its network: in a weak
 * one it says yes and nothing comes through. From then on it is asked whether it lives.
 */
export function noteUnreachable(): void {
	onlineManager.setOnline(false);
	probe ??= setInterval(() => {
		void lookAgain();
	}, probeMs);
}

/** Asks the service whether it lives; if it does, what waited for it goes on. */
export async function lookAgain(): Promise<void> {
	const answer = await fetch('/healthz', {cache: 'no-store'}).catch(() => undefined);
	if (answer?.ok !== true) return;
	clearInterval(probe);
	probe = undefined;
	onlineManager.setOnline(true);
}

/** At the start the device is believed; later the service is asked. */
export function watchNetwork(): void {
	if (!navigator.onLine) noteUnreachable();
}

const subscribe = (listener: () => void): (() => void) => onlineManager.subscribe(listener);

/** Whether the service cannot be reached now. */
export const useIsOffline = (): boolean =>
	useSyncExternalStore(subscribe, () => !onlineManager.isOnline());
