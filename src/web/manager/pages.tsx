import {Route, Switch} from 'wouter';
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
import {FundPage} from './fund-page.tsx';
import {FundsPage} from './funds-page.tsx';
import {KelurahanPage} from './kelurahan-page.tsx';
import {MapPage} from './map-page.tsx';
import {ProvisionsPage} from './provisions-page.tsx';

/** The pages of whoever answers for the city's money. */
export function ManagerPages() {
	return (
		<Switch>
			<Route path="/pengelola">
				<MapPage />
			</Route>
			<Route path="/pengelola/kelurahan/:code">{({code}) => <KelurahanPage code={code} />}</Route>
			<Route path="/pengelola/dana">
				<FundsPage />
			</Route>
			<Route path="/pengelola/dana/:id">{({id}) => <FundPage id={id} />}</Route>
			<Route path="/pengelola/impor-dana">
				<ImportsPage />
			</Route>
			<Route path="/pengelola/impor-dana/:book/:id">
				{({book, id}) => <ImportPage book={book} id={id} />}
			</Route>
			<Route path="/pengelola/penyisihan">
				<ProvisionsPage />
			</Route>
			<Route path="/pengelola/rekonsiliasi">
				<ReconciliationsPage />
			</Route>
			<Route path="/pengelola/rekonsiliasi/:id">{({id}) => <ReconciliationPage id={id} />}</Route>
			<Route path="/pengelola/temuan">
				<FindingsPage />
			</Route>
			<Route path="/pengelola/temuan/:id">{({id}) => <FindingPage id={id} />}</Route>
			<Route path="/pengelola/produk">
				<ProductsPage />
			</Route>
			<Route path="/pengelola/laporan">
				<CataloguePage />
			</Route>
			<Route path="/pengelola/laporan/:name">{({name}) => <ReportPage name={name} />}</Route>
			<Route path="/pengelola/buku/:book/jurnal/:number">
				{({book, number}) => <EntryPage book={book} number={number} />}
			</Route>
			<Route>
				<NotFound />
			</Route>
		</Switch>
	);
}
