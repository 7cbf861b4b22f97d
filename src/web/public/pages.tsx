import {Route, Switch} from 'wouter';
import {NotFound} from '../states/boundary.tsx';
import {DataPage} from './data-page.tsx';
import {HealthPage} from './health-page.tsx';

/** What everybody may see, without signing in: sums, and nobody's name. */
export function PublicPages() {
	return (
		<Switch>
			<Route path="/publik" component={HealthPage} />
			<Route path="/publik/data" component={DataPage} />
			<Route component={NotFound} />
		</Switch>
	);
}
