import {type SyntaxNodeRef} from '@lezer/common';
import {parser} from '@prometheus-io/lezer-promql';
import {compose} from '../../src/compose.ts';
import {connect} from '../../src/db/connect.ts';
import {createLog} from '../../src/http/log.ts';
import {systemClock} from '../../src/kernel/clock.ts';
import {readScrape} from '../helpers/scrape.ts';

/** The metrics that the service tells, also where its database is away. */
export async function toldMetrics() {
	const knex = connect('postgres://nobody:x@127.0.0.1:1/nowhere', {applicationName: 'test'});
	const {metrics} = compose({
		knex,
		clock: systemClock,
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		version: 'test',
	});
	const text = await metrics.registry.metrics();
	await knex.destroy();
	return readScrape(text).metrics;
}

/** The metrics that a question names, by Prometheus's own grammar. @throws where it has none. */
export function metricsIn(expression: string): string[] {
	const names: string[] = [];
	const faults: number[] = [];
	parser.parse(expression).iterate({
		enter: (node: SyntaxNodeRef) => {
			if (node.type.isError) faults.push(node.from);
			if (node.name === 'VectorSelector') {
				const name = node.node.getChild('Identifier');
				if (name) names.push(expression.slice(name.from, name.to));
			}
		},
	});
	if (faults.length > 0) throw new Error(`Not PromQL at ${faults.join(', ')}: ${expression}`);
	if (names.length === 0) throw new Error(`It names no metric: ${expression}`);
	return names;
}

/** The metric behind a sample: a histogram has three kinds of them. */
export const metricOf = (sample: string): string => sample.replace(/_(?:bucket|sum|count)$/u, '');
