import {Route, Switch} from 'wouter';
import {ApprovalPage} from '../approvals/approval-page.tsx';
import {ApprovalsPage} from '../approvals/approvals-page.tsx';
import {TrailPage} from '../auditor/trail-page.tsx';
import {NotFound} from '../states/boundary.tsx';
import {PoliciesPage} from './policies-page.tsx';
import {UserPage} from './user-page.tsx';
import {UsersPage} from './users-page.tsx';

/** The pages of whoever lets people in and keeps the rules, and touches no money. */
export function AdministratorPages() {
	return (
		<Switch>
			<Route path="/administrator">
				<UsersPage />
			</Route>
			<Route path="/administrator/pengguna/:id">{({id}) => <UserPage id={id} />}</Route>
			<Route path="/administrator/kebijakan">
				<PoliciesPage />
			</Route>
			<Route path="/administrator/persetujuan">
				<ApprovalsPage />
			</Route>
			<Route path="/administrator/persetujuan/:id">{({id}) => <ApprovalPage id={id} />}</Route>
			<Route path="/administrator/jejak">
				<TrailPage />
			</Route>
			<Route>
				<NotFound />
			</Route>
		</Switch>
	);
}
