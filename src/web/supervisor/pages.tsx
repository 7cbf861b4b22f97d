import {Route, Switch} from 'wouter';
import {ApprovalPage} from '../approvals/approval-page.tsx';
import {ApprovalsPage} from '../approvals/approvals-page.tsx';
import {WithCooperative} from '../officer/cooperative.tsx';
import {LoanPage} from '../officer/loan-page.tsx';
import {MemberPage} from '../officer/member-page.tsx';
import {MembersPage} from '../officer/members-page.tsx';
import {ReceiptPage} from '../officer/receipt-page.tsx';
import {SavingsPage} from '../officer/savings-page.tsx';
import {FindingPage} from '../findings/finding-page.tsx';
import {FindingsPage} from '../findings/findings-page.tsx';
import {ImportPage} from '../imports/import-page.tsx';
import {ImportsPage} from '../imports/imports-page.tsx';
import {ProductsPage} from '../products/products-page.tsx';
import {ReconciliationPage} from '../reconciliation/reconciliation-page.tsx';
import {ReconciliationsPage} from '../reconciliation/reconciliations-page.tsx';
import {CataloguePage} from '../reports/catalogue-page.tsx';
import {EntryPage} from '../reports/entry-page.tsx';
import {ReportPage} from '../reports/report-page.tsx';
import {NotFound} from '../states/boundary.tsx';
import {SupervisorCashPage} from './cash-page.tsx';
import {ClosingPage} from './closing-page.tsx';
import {PortfolioPage} from './portfolio-page.tsx';

/** The pages of whoever checks what the officers of a cooperative make. */
export function SupervisorPages() {
	return (
		<Switch>
			<Route path="/penyelia">
				<ApprovalsPage />
			</Route>
			<Route path="/penyelia/persetujuan/:id">{({id}) => <ApprovalPage id={id} />}</Route>
			<Route path="/penyelia/portofolio">
				<PortfolioPage />
			</Route>
			<Route path="/penyelia/tutup-bulan">
				<ClosingPage />
			</Route>
			<Route path="/penyelia/kas">
				<SupervisorCashPage />
			</Route>
			<Route path="/penyelia/impor">
				<ImportsPage />
			</Route>
			<Route path="/penyelia/impor/:book/:id">
				{({book, id}) => <ImportPage book={book} id={id} />}
			</Route>
			<Route path="/penyelia/rekonsiliasi">
				<ReconciliationsPage />
			</Route>
			<Route path="/penyelia/rekonsiliasi/:id">{({id}) => <ReconciliationPage id={id} />}</Route>
			<Route path="/penyelia/temuan">
				<FindingsPage />
			</Route>
			<Route path="/penyelia/temuan/:id">{({id}) => <FindingPage id={id} />}</Route>
			<Route path="/penyelia/anggota">
				<WithCooperative>
					<MembersPage />
				</WithCooperative>
			</Route>
			<Route path="/penyelia/anggota/:id">{({id}) => <MemberPage id={id} />}</Route>
			<Route path="/penyelia/pembiayaan/:id">{({id}) => <LoanPage id={id} />}</Route>
			<Route path="/penyelia/simpanan/:member">
				{({member}) => <SavingsPage member={member} />}
			</Route>
			<Route path="/penyelia/kuitansi/:book/:receipt">
				{({book, receipt}) => <ReceiptPage book={book} receipt={receipt} />}
			</Route>
			<Route path="/penyelia/produk">
				<ProductsPage />
			</Route>
			<Route path="/penyelia/laporan">
				<CataloguePage />
			</Route>
			<Route path="/penyelia/laporan/:name">{({name}) => <ReportPage name={name} />}</Route>
			<Route path="/penyelia/buku/:book/jurnal/:number">
				{({book, number}) => <EntryPage book={book} number={number} />}
			</Route>
			<Route>
				<NotFound />
			</Route>
		</Switch>
	);
}
