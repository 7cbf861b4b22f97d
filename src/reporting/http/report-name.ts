import type {Route} from '../../http/route.ts';

export const reportsPath = '/v1/reports/';
export const jobsPath = '/v1/report-jobs';

/** What a report is called: the end of its address. */
export const reportName = <Work>({path}: Route<Work>): string => path.slice(reportsPath.length);
