import {Route, Switch} from 'wouter';
import {NotFound} from '../states/boundary.tsx';
import {WithCooperative} from './cooperative.tsx';
import {TodayPage} from './today-page.tsx';

/** The pages of whoever stands at the counter or goes through the market. */
export function OfficerPages() {
	return (
		<WithCooperative>
			<Switch>
				<Route path="/petugas">
					<TodayPage />
				</Route>
				<Route>
					<NotFound />
				</Route>
			</Switch>
		</WithCooperative>
	);
}
