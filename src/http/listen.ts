import {type Server, createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type Koa from 'koa';

export type Listening = {
	/** `http://127.0.0.1:3000` */
	readonly address: string;
	/** Stops accepting, lets running requests end within `graceMs`, then cuts what is left. */
	readonly close: (graceMs: number) => Promise<void>;
};

// Who sends their request drop by drop keeps a connection from others no longer than this.
const patience = {
	headersTimeout: 15_000,
	requestTimeout: 120_000,
	connectionsCheckingInterval: 5000,
	keepAliveTimeout: 15_000,
};

/** Listens; rejects with the system's error, such as EADDRINUSE. */
export async function listen(
	app: Koa,
	{host, port}: {readonly host: string; readonly port: number},
): Promise<Listening> {
	const handle = app.callback();
	const server = createServer(patience, (request, response) => {
		void handle(request, response);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});
	const bound = server.address() as AddressInfo;
	const shown = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
	return {
		address: `http://${shown}:${bound.port}`,
		close: async (graceMs) => close(server, graceMs),
	};
}

async function close(server: Server, graceMs: number): Promise<void> {
	await new Promise<void>((resolve) => {
		const cut = setTimeout(() => {
			server.closeAllConnections();
		}, graceMs);
		server.close(() => {
			clearTimeout(cut);
			resolve();
		});
		server.closeIdleConnections();
	});
}
