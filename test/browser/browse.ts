import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { serveSite, type ServedSite } from './serve.ts';

export interface Browsing {
	browser: Browser;
	site: ServedSite;
	/** Ends both. What `beforeAll` returns is done after the last test. */
	close: () => Promise<void>;
}

/**
 * Opens a browser, and serves a rendered site to it.
 *
 * @param base As `serveSite` takes it.
 */
export async function browse(dist: string, base?: string): Promise<Browsing> {
	const browser = await launchChromium();
	const site = await serveSite(dist, base);
	return {
		browser,
		site,
		close: async () => {
			await browser.close();
			await site.close();
		},
	};
}
