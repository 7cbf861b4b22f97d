import {lazy} from 'react';
import {Route, Switch} from 'wouter';
import {NotFound} from '../states/boundary.tsx';
import {ApplicationsPage} from './applications-page.tsx';
import {ApplyPage} from './apply-page.tsx';
import {CashPage} from './cash-page.tsx';
import {WithCooperative} from './cooperative.tsx';
import {GroupsPage} from './groups-page.tsx';
import {LoanPage} from './loan-page.tsx';
import {MemberPage} from './member-page.tsx';
import {MembersPage} from './members-page.tsx';
import {OfflineWork} from './offline-work.tsx';
import {PayPage} from './pay-page.tsx';
import {QueuePage} from './queue-page.tsx';
import {ReceiptPage} from './receipt-page.tsx';
import {SheetPage} from './sheet-page.tsx';
import {TodayPage} from './today-page.tsx';

// What is done now and then is loaded by who does it.
const RegisterPage = lazy(async () => ({
	default: (await import('./register-page.tsx')).RegisterPage,
}));
const SavingsPage = lazy(async () => ({
	default: (await import('./savings-page.tsx')).SavingsPage,
}));
const FormGroupPage = lazy(async () => ({
	default: (await import('./form-group-page.tsx')).FormGroupPage,
}));
const GroupMembersPage = lazy(async () => ({
	default: (await import('./group-members-page.tsx')).GroupMembersPage,
}));
const ImportsPage = lazy(async () => ({
	default: (await import('../imports/imports-page.tsx')).ImportsPage,
}));
const ImportPage = lazy(async () => ({
	default: (await import('../imports/import-page.tsx')).ImportPage,
}));

/** The pages of whoever stands at the counter or goes through the market. */
export function OfficerPages() {
	return (
		<WithCooperative>
			<OfflineWork />
			<Switch>
				<Route path="/petugas" component={TodayPage} />
				<Route path="/petugas/anggota" component={MembersPage} />
				<Route path="/petugas/anggota/baru" component={RegisterPage} />
				<Route path="/petugas/anggota/:id">{({id}) => <MemberPage id={id} />}</Route>
				<Route path="/petugas/pembiayaan/:id">{({id}) => <LoanPage id={id} />}</Route>
				<Route path="/petugas/bayar/:loan">{({loan}) => <PayPage loan={loan} />}</Route>
				<Route path="/petugas/kuitansi/:book/:receipt">
					{({book, receipt}) => <ReceiptPage book={book} receipt={receipt} />}
				</Route>
				<Route path="/petugas/kelompok" component={GroupsPage} />
				<Route path="/petugas/kelompok/baru" component={FormGroupPage} />
				<Route path="/petugas/kelompok/:group">{({group}) => <SheetPage group={group} />}</Route>
				<Route path="/petugas/kelompok/:group/anggota">
					{({group}) => <GroupMembersPage group={group} />}
				</Route>
				<Route path="/petugas/simpanan/:member">
					{({member}) => <SavingsPage member={member} />}
				</Route>
				<Route path="/petugas/pengajuan" component={ApplicationsPage} />
				<Route path="/petugas/pengajuan/baru" component={ApplyPage} />
				<Route path="/petugas/kas" component={CashPage} />
				<Route path="/petugas/antrean" component={QueuePage} />
				<Route path="/petugas/impor" component={ImportsPage} />
				<Route path="/petugas/impor/:book/:id">
					{({book, id}) => <ImportPage book={book} id={id} />}
				</Route>
				<Route component={NotFound} />
			</Switch>
		</WithCooperative>
	);
}
