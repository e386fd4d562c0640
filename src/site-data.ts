import { readSiteData, type SiteData } from '#store/site-data.ts';

let read: Promise<SiteData> | undefined;
let lastGood: SiteData | undefined;

/**
 * All that pages show, beside their prose. Every page has the same values: sort copies of them.
 *
 * Read once for a build. In development the files may change between two pages: they are looked at
 * for each, and while one of them has a mistake, pages have what was there before it.
 */
export function siteData(): Promise<SiteData> {
	if (import.meta.env.PROD) return (read ??= readSiteData(process.cwd()));
	return readDraft();
}

async function readDraft(): Promise<SiteData> {
	try {
		lastGood = await readSiteData(process.cwd());
	} catch (error) {
		if (!lastGood) throw error;
	}
	return lastGood;
}
