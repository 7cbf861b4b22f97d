import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text as readAll} from 'node:stream/consumers';

type Attribute = {
	readonly key: string;
	readonly value: {readonly stringValue?: string; readonly intValue?: number | string};
};
export type SpanTold = {
	readonly traceId: string;
	readonly spanId: string;
	readonly parentSpanId?: string;
	readonly name: string;
	readonly kind: number;
	readonly attributes: readonly Attribute[];
	readonly links?: readonly {readonly spanId: string}[];
	readonly status: {readonly code?: number};
};
type Request = {
	readonly resourceSpans: readonly {
		readonly resource: {readonly attributes: readonly Attribute[]};
		readonly scopeSpans: readonly {readonly spans: readonly SpanTold[]}[];
	}[];
};

/** Takes OTLP over HTTP as JSON. */
export async function startCollector() {
	const bodies: string[] = [];
	const server = createServer((request, response) => {
		void readAll(request).then((body) => {
			if (request.url === '/v1/traces') bodies.push(body);
			response.writeHead(200, {'content-type': 'application/json'}).end('{}');
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		bodies,
		close: () => server.close(),
	};
}

/** What is told of a span, or of who told it, under a name. */
export const valueOf = (
	{attributes}: {readonly attributes: readonly Attribute[]},
	name: string,
) => {
	const value = attributes.find(({key}) => key === name)?.value;
	return value?.stringValue ?? value?.intValue;
};

/** All spans, and of whom they are. */
export function spansIn(bodies: readonly string[]) {
	const told = bodies.map((body) => JSON.parse(body) as Request);
	const spans = told.flatMap(({resourceSpans}) =>
		resourceSpans.flatMap(({scopeSpans}) => scopeSpans.flatMap((scope) => scope.spans)),
	);
	return {resource: told[0]?.resourceSpans[0]?.resource ?? {attributes: []}, spans};
}
