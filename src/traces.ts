import {AsyncLocalStorage} from 'node:async_hooks';
import type {Context, Span as OtelSpan, SpanContext, SpanStatusCode} from '@opentelemetry/api';
import type {About, Place, Span, Tracing} from './kernel/tracing.ts';

export type TracesOptions = {
	/** Where a collector takes OTLP over HTTP: `/v1/traces` is added to it. */
	readonly endpoint: string;
	readonly serviceName: string;
	readonly version: string;
};

export type Traces = {
	readonly tracing: Tracing;
	/** Sends what was not sent yet, and ends. */
	readonly stop: () => Promise<void>;
};

/**
 * Tells a collector of OpenTelemetry what takes how long within what. The packages are loaded here
 * and only here: a service without a collector does not wait for them. Spans are ours and not those
 * of ready-made instrumentation, which would tell statements with the values in them. How many are
 * told (`OTEL_TRACES_SAMPLER`) and with which headers they are sent is read by the packages.
 */
export async function startTraces({
	endpoint,
	serviceName,
	version,
}: TracesOptions): Promise<Traces> {
	const [api, sdk, {OTLPTraceExporter}, {resourceFromAttributes}] = await Promise.all([
		import('@opentelemetry/api'),
		import('@opentelemetry/sdk-trace-base'),
		import('@opentelemetry/exporter-trace-otlp-http'),
		import('@opentelemetry/resources'),
	]);
	const exporter = new OTLPTraceExporter({url: `${endpoint.replace(/\/$/u, '')}/v1/traces`});
	const provider = new sdk.BasicTracerProvider({
		resource: resourceFromAttributes({'service.name': serviceName, 'service.version': version}),
		spanProcessors: [new sdk.BatchSpanProcessor(exporter)],
	});
	const tracer = provider.getTracer('bergulir', version);
	const current = new AsyncLocalStorage<Context | undefined>();
	const {ROOT_CONTEXT, SpanKind, trace} = api;
	const fail = failing(api.SpanStatusCode.ERROR);
	const kinds = {server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL};

	const begin = (about: About) => {
		const caller = readTraceParent(about.calledBy);
		const ground =
			(about.under as Context | undefined) ??
			current.getStore() ??
			(caller ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT);
		const links = (about.alsoFor ?? []).flatMap((place) => {
			const context = trace.getSpanContext(place as Context);
			return context ? [{context}] : [];
		});
		const {name, attributes = {}} = about;
		const span = tracer.startSpan(name, {kind: kinds[about.kind], attributes, links}, ground);
		return {span, place: trace.setSpan(ground, span)};
	};
	return {
		tracing: {
			here: (): Place | undefined => current.getStore(),
			span: async (about, run) => {
				const {span, place} = begin(about);
				try {
					return await current.run(place, async () => run(toSpan(span, fail)));
				} catch (error) {
					fail(span, failureOf(error));
					throw error;
				} finally {
					span.end();
				}
			},
			apart: (run) => current.run(undefined, run),
			begin: (about) => {
				const {span} = begin(about);
				return (failure) => {
					if (failure !== undefined) fail(span, failure);
					span.end();
				};
			},
		},
		stop: async () => provider.shutdown(),
	};
}

type Fail = (span: OtelSpan, code: string) => void;

const failing =
	(status: SpanStatusCode): Fail =>
	(span, code) => {
		span.setAttribute('error.type', code);
		span.setStatus({code: status});
	};

const toSpan = (span: OtelSpan, fail: Fail): Span => ({
	rename: (name) => void span.updateName(name),
	tell: (attributes) => void span.setAttributes(attributes),
	fail: (code) => {
		fail(span, code);
	},
});

/** A code, never the text of an error: it may tell of a person. */
function failureOf(error: unknown): string {
	if (!(error instanceof Error)) return 'unknown';
	const {code} = error as {code?: unknown};
	return typeof code === 'string' ? code : error.constructor.name;
}

/** Who called us, by W3C Trace Context, version 00. */
function readTraceParent(text: string | undefined): SpanContext | undefined {
	const found = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/u.exec(text ?? '');
	if (!found) return undefined;
	const [, traceId = '', spanId = '', flags = ''] = found;
	if (/^0+$/u.test(traceId) || /^0+$/u.test(spanId)) return undefined;
	return {traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true};
}
