import {Route, Switch} from 'wouter';
import {CheckpointsPage} from '../evidence/checkpoints-page.tsx';
import {CataloguePage} from '../reports/catalogue-page.tsx';
import {EntryPage} from '../reports/entry-page.tsx';
import {ReportPage} from '../reports/report-page.tsx';
import {NotFound} from '../states/boundary.tsx';
import {ExplainPage} from './explain-page.tsx';
import {RestatementPage} from './restatement-page.tsx';
import {TrailPage} from './trail-page.tsx';

/** The pages of whoever looks at everything and changes nothing. */
export function AuditorPages() {
	return (
		<Switch>
			<Route path="/auditor">
				<CataloguePage />
			</Route>
			<Route path="/auditor/laporan/:name">{({name}) => <ReportPage name={name} />}</Route>
			<Route path="/auditor/buku/:book/jurnal/:number">
				{({book, number}) => <EntryPage book={book} number={number} />}
			</Route>
			<Route path="/auditor/saldo">
				<ExplainPage />
			</Route>
			<Route path="/auditor/penyajian-ulang">
				<RestatementPage />
			</Route>
			<Route path="/auditor/bukti">
				<CheckpointsPage />
			</Route>
			<Route path="/auditor/jejak">
				<TrailPage />
			</Route>
			<Route>
				<NotFound />
			</Route>
		</Switch>
	);
}
