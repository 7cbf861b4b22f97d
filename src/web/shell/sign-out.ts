import {useQueryClient} from '@tanstack/react-query';
import {useLocation} from 'wouter';
import {api} from '../api/client.ts';
import {meKey} from '../api/me.ts';
import {rememberSignedIn} from '../api/session.ts';

/** Ends the session and forgets all that was read in it. */
export function useSignOut(): () => void {
	const client = useQueryClient();
	const [, go] = useLocation();
	return () => {
		rememberSignedIn(false);
		void api
			.DELETE('/v1/sessions/current')
			.catch(() => undefined)
			.then(() => {
				client.clear();
				client.setQueryData(meKey, null);
				go('/');
			});
	};
}
