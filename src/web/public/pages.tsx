import {Route, Switch} from 'wouter';
import {NotFound} from '../states/boundary.tsx';
import {HealthPage} from './health-page.tsx';

/** What everybody may see, without signing in: sums, and nobody's name. */
export function PublicPages() {
	return (
		<Switch>
			<Route path="/publik">
				<HealthPage />
			</Route>
			<Route>
				<NotFound />
			</Route>
		</Switch>
	);
}
