// Keeps the app itself on the device, so that it opens without a network. It keeps no answers of
// the API: what names people is kept by the app alone, encrypted. The builder fills in the files.
const files = FILES_OF_THE_BUILD;
const cacheName = `bergulir-${VERSION_OF_THE_BUILD}`;
const pages = /^\/(?:petugas(?:\/.*)?)?$/u;

self.addEventListener('install', (event) => {
	const keep = async () => {
		const cache = await caches.open(cacheName);
		await cache.addAll(['/', ...files]);
		await self.skipWaiting();
	};
	event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
	const tidy = async () => {
		const names = await caches.keys();
		await Promise.all(
			names
				.filter((name) => name.startsWith('bergulir-') && name !== cacheName)
				.map((name) => caches.delete(name)),
		);
		await self.clients.claim();
	};
	event.waitUntil(tidy());
});

const fromCacheFirst = async (request) => (await caches.match(request)) ?? fetch(request);

/** The page as the service has it now; the kept one where nobody answers. */
const fromNetworkFirst = async (request) => {
	try {
		return await fetch(request);
	} catch (error) {
		const kept = await caches.match('/');
		if (kept === undefined) throw error;
		return kept;
	}
};

self.addEventListener('fetch', (event) => {
	const {request} = event;
	const {origin, pathname} = new URL(request.url);
	if (request.method !== 'GET' || origin !== self.location.origin) return;
	if (pathname.startsWith('/assets/')) event.respondWith(fromCacheFirst(request));
	else if (request.mode === 'navigate' && pages.test(pathname)) {
		event.respondWith(fromNetworkFirst(request));
	}
});
