// An HTTP client for keep-alive connections and nothing else. It shares two processors with the
// service that it loads, so what it costs is taken from what is measured: a request costs it less
// than half of what it costs autocannon (22 against 53 microseconds where this was written), and
// the floor's client has no HTTP to pay for at all.
import net from 'node:net';

export type Request = {
	readonly method: 'GET' | 'POST';
	readonly path: string;
	readonly idempotencyKey?: string;
	readonly contentType?: string;
	readonly body?: string;
};

export type Answer = {readonly status: number; readonly body: string};

/** One connection that asks one thing at a time. */
export type Connection = {
	readonly ask: (request: Request) => Promise<Answer>;
	readonly close: () => void;
};

const endOfHead = Buffer.from('\r\n\r\n');

/** Connects; a connection that breaks fails the request that waits on it. */
export async function openConnection(address: string, token: string): Promise<Connection> {
	const {hostname, port, host} = new URL(address);
	const socket = net.connect({host: hostname, port: Number.parseInt(port, 10), noDelay: true});
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve);
		socket.once('error', reject);
	});
	const fixed = `host: ${host}\r\nauthorization: Bearer ${token}\r\n`;
	let waiting: {resolve: (answer: Answer) => void; reject: (error: Error) => void} | undefined;
	let chunks: Buffer[] = [];
	const fail = (error: Error): void => {
		waiting?.reject(error);
		waiting = undefined;
	};
	socket.on('data', (chunk) => {
		chunks.push(chunk);
		const answer = readAnswer(chunks);
		if (!answer) return;
		chunks = [];
		const settled = waiting;
		waiting = undefined;
		settled?.resolve(answer);
	});
	socket.on('error', fail);
	socket.on('close', () => {
		fail(new Error('The connection was closed before the answer.'));
	});
	return {
		ask: async (request) =>
			new Promise<Answer>((resolve, reject) => {
				if (socket.destroyed) {
					reject(new Error('The connection is closed.'));
					return;
				}
				waiting = {resolve, reject};
				socket.write(encode(request, fixed));
			}),
		close: () => {
			socket.destroy();
		},
	};
}

function encode({method, path, idempotencyKey, contentType, body}: Request, fixed: string): string {
	let head = `${method} ${path} HTTP/1.1\r\n${fixed}`;
	if (idempotencyKey !== undefined) head += `idempotency-key: ${idempotencyKey}\r\n`;
	if (body === undefined) return `${head}\r\n`;
	const length = Buffer.byteLength(body);
	const type = contentType ?? 'application/json';
	return `${head}content-type: ${type}\r\ncontent-length: ${length}\r\n\r\n${body}`;
}

/** The answer when it is whole. The service names the length of every answer that is not a file. */
function readAnswer(chunks: Buffer[]): Answer | undefined {
	const first = chunks[0]!;
	const headEnd = first.indexOf(endOfHead);
	if (headEnd < 0) {
		// The head came in pieces, which is rare: put together, it is read from the start.
		if (chunks.length > 1) chunks.splice(0, chunks.length, Buffer.concat(chunks));
		return chunks[0] === first ? undefined : readAnswer(chunks);
	}
	const head = first.toString('latin1', 0, headEnd);
	const length = /^content-length: *(\d+)/im.exec(head)?.[1];
	if (length === undefined) throw new Error(`An answer without its length:\n${head}`);
	const wanted = headEnd + endOfHead.length + Number.parseInt(length, 10);
	let held = 0;
	for (const chunk of chunks) held += chunk.length;
	if (held < wanted) return undefined;
	const whole = chunks.length === 1 ? first : Buffer.concat(chunks);
	return {
		status: Number.parseInt(head.slice(9, 12), 10),
		body: whole.toString('utf8', headEnd + endOfHead.length, wanted),
	};
}

export type Load = {
	readonly address: string;
	readonly token: string;
	readonly connections: number;
	readonly seconds: number;
	/** The next request, of the connection with this index. */
	readonly next: (connection: number) => Request;
	/** Looks at an answer that was a success; throws when it is not what was asked for. */
	readonly check?: (answer: Answer) => void;
};

export type Loaded = {readonly perSecond: number; readonly latenciesMs: readonly number[]};

/**
 * Every connection asks again as soon as it was answered: how much the service does at most.
 * @throws Error at the first answer that is not a success.
 */
export async function saturate(load: Load): Promise<Loaded> {
	const connections = await openAll(load);
	const latenciesMs: number[] = [];
	const start = performance.now();
	const deadline = start + load.seconds * 1000;
	await Promise.all(
		connections.map(async (connection, index) => {
			for (let asked = performance.now(); asked < deadline;) {
				accept(load, await connection.ask(load.next(index)));
				const answered = performance.now();
				latenciesMs.push(answered - asked);
				asked = answered;
			}
		}),
	);
	const elapsed = (performance.now() - start) / 1000;
	for (const {close} of connections) close();
	return {perSecond: latenciesMs.length / elapsed, latenciesMs};
}

/**
 * Asks at a rate that does not wait for answers, as people do: a request that finds all connections
 * busy waits, and its latency counts from the moment when it was due. A client that only asks when
 * it was answered would leave out the requests that a stall delays.
 */
export async function pace(load: Load, perSecond: number): Promise<Loaded> {
	const connections = await openAll(load);
	const free = connections.map((connection, index) => ({connection, index}));
	const due: number[] = [];
	const latenciesMs: number[] = [];
	const running = new Set<Promise<void>>();
	const total = Math.floor(perSecond * load.seconds);
	const start = performance.now();
	const failures: unknown[] = [];
	const send = (): void => {
		while (due.length > 0 && free.length > 0) {
			const {connection, index} = free.shift()!;
			const wanted = due.shift()!;
			const run = connection
				.ask(load.next(index))
				.then((answer) => {
					accept(load, answer);
					latenciesMs.push(performance.now() - wanted);
					free.push({connection, index});
				})
				.catch((error: unknown) => {
					failures.push(error);
				})
				.finally(() => {
					running.delete(run);
					send();
				});
			running.add(run);
		}
	};
	for (let planned = 0; planned < total && failures.length === 0;) {
		const now = performance.now();
		for (; planned < total; planned += 1) {
			const at = start + (planned * 1000) / perSecond;
			if (at > now) break;
			due.push(at);
		}
		send();
		await new Promise((resolve) => setTimeout(resolve, 1));
	}
	while (running.size > 0) await Promise.all(running);
	const elapsed = (performance.now() - start) / 1000;
	for (const {close} of connections) close();
	if (failures.length > 0) throw failures[0];
	return {perSecond: latenciesMs.length / elapsed, latenciesMs};
}

const openAll = async ({address, token, connections}: Load): Promise<Connection[]> =>
	Promise.all(Array.from({length: connections}, async () => openConnection(address, token)));

function accept(load: Load, answer: Answer): void {
	if (answer.status < 200 || answer.status > 299) {
		throw new Error(`The service answered ${answer.status}: ${answer.body.slice(0, 500)}`);
	}
	load.check?.(answer);
}
