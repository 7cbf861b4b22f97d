// Whether somebody is signed in is the service's to say. When it says no in the middle of work, the
// request waits until they signed in again over the page, so that nothing typed is lost.
import {useSyncExternalStore} from 'react';

type Expiry = {readonly isAsked: boolean};

let isKnown = false;
let expiry: Expiry = {isAsked: false};
let waiting: ((isSignedIn: boolean) => void)[] = [];
const listeners = new Set<() => void>();

function tell(next: Expiry): void {
	expiry = next;
	for (const listener of listeners) listener();
}

/** From now on a refusal for want of a session asks to sign in again. */
export function rememberSignedIn(isSignedIn: boolean): void {
	isKnown = isSignedIn;
}

/** Waits until somebody signed in again; false where nobody was signed in, or they gave up. */
export async function signedInAgain(): Promise<boolean> {
	if (!isKnown) return false;
	tell({isAsked: true});
	return new Promise((resolve) => {
		waiting.push(resolve);
	});
}

/** Ends the waiting, either way. */
export function endWaiting(isSignedIn: boolean): void {
	const held = waiting;
	waiting = [];
	tell({isAsked: false});
	for (const resolve of held) resolve(isSignedIn);
}

/** Whether the page must ask to sign in again. */
export const useSessionExpiry = (): Expiry =>
	useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => expiry,
	);
