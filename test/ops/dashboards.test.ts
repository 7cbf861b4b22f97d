// Dashboards and alerts name metrics that are told, and every metric of ours is looked at.
import {readFile, readdir} from 'node:fs/promises';
import test from 'ava';
import {parse} from 'yaml';
import {metricOf, metricsIn, toldMetrics} from './metric-names.ts';

type Panel = {
	readonly id: number;
	readonly type: string;
	readonly title: string;
	readonly gridPos: {readonly x: number; readonly w: number};
	readonly targets?: readonly {readonly refId: string; readonly expr: string}[];
};
type Dashboard = {
	readonly uid: string;
	readonly title: string;
	readonly schemaVersion: number;
	readonly panels: readonly Panel[];
};
type Rule = {
	readonly alert: string;
	readonly expr: string;
	readonly for?: string;
	readonly labels: {readonly severity: string};
	readonly annotations: {readonly summary: string; readonly runbook: string};
};
type Alerts = {readonly groups: readonly {readonly name: string; readonly rules: Rule[]}[]};

const told = await toldMetrics();
const names = new Set(told.map(({name}) => name));
// Prometheus itself tells whether a scrape was answered.
names.add('up');

const files = (await readdir('ops/grafana')).filter((file) => file.endsWith('.json'));
const dashboards = await Promise.all(
	files.map(async (file) => JSON.parse(await readFile(`ops/grafana/${file}`, 'utf8')) as Dashboard),
);
const questions = dashboards.flatMap(({panels}) =>
	panels.flatMap(({targets = []}) => targets.map(({expr}) => expr)),
);
const alerts = parse(await readFile('ops/prometheus/alerts.yml', 'utf8')) as Alerts;
const rules = alerts.groups.flatMap(({rules: some}) => some);

test('every metric of ours says what it is, by the conventions of Prometheus', (t) => {
	const ours = told.filter(({name}) => name.startsWith('bergulir_'));
	t.true(ours.length >= 20);
	for (const {name, help, type} of ours) {
		t.regex(help, /^[A-Z0-9].{20,}\.$/u, name);
		t.regex(name, /^[a-z]+(?:_[a-z]+)+$/u);
		// The unit comes last: seconds and bytes, or what is counted; `up` is 1 or 0.
		const unit =
			type === 'counter'
				? /_total$/u
				: /_(?:seconds|bytes|days|writes|jobs|connections|requests|breaches|up)$/u;
		t.regex(name, unit, `${name} is a ${type}`);
	}
	t.true(told.some(({name}) => name === 'nodejs_eventloop_lag_p99_seconds'));
});

test('dashboards are whole, and ask for metrics that are told', (t) => {
	t.true(dashboards.length > 0);
	t.true(questions.length > 20);
	for (const expression of questions) {
		for (const name of metricsIn(expression)) t.true(names.has(metricOf(name)), name);
	}
	for (const {uid, title, schemaVersion, panels} of dashboards) {
		t.regex(uid, /^[a-z-]+$/u);
		t.not(title, '');
		t.true(schemaVersion >= 36);
		t.is(new Set(panels.map(({id}) => id)).size, panels.length, 'each panel its number');
		for (const panel of panels) {
			t.true(panel.gridPos.x + panel.gridPos.w <= 24, panel.title);
			t.is(panel.type === 'row', panel.targets === undefined, panel.title);
		}
	}
});

test('every metric of ours is in some panel', (t) => {
	const shown = new Set(questions.flatMap((one) => metricsIn(one).map((name) => metricOf(name))));
	const unseen = told
		.map(({name}) => name)
		.filter((name) => name.startsWith('bergulir_') && !shown.has(name));
	t.deepEqual(unseen, []);
});

test('alerts ask for what is told, with a severity, a sentence and what to do', async (t) => {
	t.true(rules.length > 10);
	t.is(new Set(rules.map(({alert}) => alert)).size, rules.length);
	const manual = await readFile('docs/operations.md', 'utf8');
	const anchors = new Set([...manual.matchAll(/<a id="([a-z-]+)"><\/a>/gu)].map(([, id]) => id));
	for (const {alert, expr, labels, annotations, ...rule} of rules) {
		t.regex(alert, /^Bergulir[A-Z]\w+$/u);
		for (const name of metricsIn(expr)) t.true(names.has(metricOf(name)), `${alert}: ${name}`);
		t.true(['critical', 'warning'].includes(labels.severity), alert);
		t.regex(annotations.summary, /^.{15,}\.$/u, alert);
		if (rule.for !== undefined) t.regex(rule.for, /^\d+[mh]$/u, alert);
		const [file, anchor] = annotations.runbook.split('#');
		t.is(file, 'docs/operations.md');
		t.true(anchors.has(anchor), `${alert}: what to do is told under ${anchor}`);
	}
});

test('a question that is none, or asks for nothing, is found', (t) => {
	t.throws(() => metricsIn('sum by (le (rate(a[5m]))'), {message: /Not PromQL/u});
	t.throws(() => metricsIn('1 + 1'), {message: /names no metric/u});
	t.deepEqual(metricsIn('rate(a_total{b="c"}[5m]) / sum(d)'), ['a_total', 'd']);
});
