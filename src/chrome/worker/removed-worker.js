/* In place of a service worker that the site had before: browsers that have it remove it and what it saved. */
self.addEventListener('install', (event) => {
	event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
	event.waitUntil(remove());
});

async function remove() {
	const prefix = `handbook:${new URL(self.registration.scope).pathname}:`;
	for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
	await self.registration.unregister();
}
