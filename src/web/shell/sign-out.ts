import {useQueryClient} from '@tanstack/react-query';
import {useLocation} from 'wouter';
import {api} from '../api/client.ts';
import {meKey} from '../api/me.ts';
import {rememberSignedIn} from '../api/session.ts';

/** Forgets all that was read in a session that is no more, and goes to where one signs in. */
export function useForget(): (address: string) => void {
	const client = useQueryClient();
	const [, go] = useLocation();
	return (address) => {
		rememberSignedIn(false);
		client.clear();
		client.setQueryData(meKey, null);
		go(address);
	};
}

/** Ends the session and forgets all that was read in it. */
export function useSignOut(): () => void {
	const forget = useForget();
	return () => {
		rememberSignedIn(false);
		void api
			.DELETE('/v1/sessions/current')
			.catch(() => undefined)
			.then(() => {
				forget('/');
			});
	};
}
