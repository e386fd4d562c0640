/** Where the service worker is, from the root of the site. Browsers look for it there for years. */
export const serviceWorker = 'service-worker.js';

/** The address of what a reader without a network sees in place of a page that isn't saved. */
export const offlinePage = 'offline';

/** What the name of each cache of a site begins with: sites below paths of one host share them all. */
export function cachePrefix(base: string): string {
	return `handbook:${base.replace(/\/?$/, '/')}:`;
}
