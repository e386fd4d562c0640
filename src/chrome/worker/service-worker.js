/*
 * What keeps visited pages and the search for readers without a network. The render writes a line before
 * it: `site`, with this deployment's hash, its page for what isn't saved, and the files of all its pages.
 */
const scope = new URL(self.registration.scope).pathname;
const prefix = `handbook:${scope}:`;
const cacheName = prefix + site.deployment;
/** Of an earlier deployment: those that were visited last are fetched again for this one. */
const mostRenewed = 50;

/** What a file's name says of its content: it is never asked for twice. */
const isNamedByContent = (path) => /\/_astro\/|\.pf_(index|fragment|meta|filter)$/.test(path);
const isPage = (response) =>
	response.ok &&
	!response.redirected &&
	(response.headers.get('content-type') ?? '').startsWith('text/html');

self.addEventListener('install', (event) => {
	event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
	event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== self.location.origin) return;
	if (!url.pathname.startsWith(scope)) return;
	if (request.mode === 'navigate') event.respondWith(openPage(event, url.pathname));
	else if (site.files.includes(url.pathname)) event.respondWith(openFile(request));
	else event.respondWith(openData(event));
});

/** A deployment is saved as a whole, or not at all: then the browser tries again at the next visit. */
async function install() {
	const cache = await caches.open(cacheName);
	await Promise.all(site.files.map((path) => saveFile(cache, path)));
	await savePage(site.page, await fetch(site.page, { cache: 'no-cache' }));
	const visited = [...(await listEarlier()), ...(await listOpen())];
	await Promise.all(visited.map((path) => renew(path).catch(() => undefined)));
	await self.skipWaiting();
}

async function activate() {
	for (const name of await listCaches()) if (name !== cacheName) await caches.delete(name);
	await self.clients.claim();
}

async function listCaches() {
	return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function listEarlier() {
	const paths = [];
	for (const name of await listCaches()) {
		if (name === cacheName) continue;
		for (const { url } of await (await caches.open(name)).keys()) {
			const { pathname } = new URL(url);
			if (pathname.endsWith('/') && pathname !== site.page) paths.push(pathname);
		}
	}
	return paths.slice(-mostRenewed);
}

/** The page that brought the worker was there before it. */
async function listOpen() {
	const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const paths = open.map(({ url }) => new URL(url).pathname);
	return paths.filter((path) => path.startsWith(scope));
}

async function renew(path) {
	await savePage(path, await fetch(path, { cache: 'no-cache' }));
}

async function saveFile(cache, path) {
	const saved = isNamedByContent(path) ? await caches.match(path) : undefined;
	const response = saved ?? (await fetch(path, { cache: 'no-cache' }));
	if (!response.ok) throw new Error(`${path} can't be saved: ${response.status}.`);
	await cache.put(path, response);
}

async function savePage(path, response) {
	if (!isPage(response)) return;
	const fetched = new Date(response.headers.get('date') ?? Date.now()).toISOString();
	// The age of a page that replaces another doesn't matter.
	const note = path === site.page ? '' : ` fetched="${fetched}"`;
	const page = (await response.text()).replace('<offline-note', `$&${note}`);
	const cache = await caches.open(cacheName);
	await cache.put(
		path,
		new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
	);
}

/** A page that the network has is never an older one. */
async function openPage(event, path) {
	try {
		const response = await fetch(event.request);
		if (isPage(response)) event.waitUntil(savePage(path, response.clone()));
		return response;
	} catch (error) {
		const cache = await caches.open(cacheName);
		const saved = (await cache.match(path)) ?? (await cache.match(site.page));
		if (!saved) throw error;
		return saved;
	}
}

/** The search adds the time to an address, so that no cache between it and the site answers. */
async function openFile(request) {
	const cache = await caches.open(cacheName);
	return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** What scripts of a page ask for: as new as the network has it. */
async function openData(event) {
	const cache = await caches.open(cacheName);
	try {
		const response = await fetch(event.request);
		if (response.ok) event.waitUntil(cache.put(event.request, response.clone()));
		return response;
	} catch (error) {
		const saved = await cache.match(event.request);
		if (!saved) throw error;
		return saved;
	}
}
