import type { BrowserContext, Page } from 'playwright-core';
import type { ServedSite } from './serve.ts';

/** What a page shows, asks for and complains about when a reader opens it. */
export interface Visit {
	path: string;
	/** Its heading. */
	title: string;
	/** Errors in the console, what the policy refuses among them, exceptions, and dialogs. */
	complaints: string[];
	/** Addresses of this site that were asked for, the page's own among them. */
	requests: string[];
	/** Addresses elsewhere that were asked for. None was answered. */
	foreign: string[];
	/** Parts that are wider than the window. */
	tooWide: string[];
	/** Where its links lead. */
	links: string[];
	/** Characters of its text. */
	length: number;
}

/** Opens pages one after the other as a reader would, each with an empty cache. */
export async function visitPages(
	context: BrowserContext,
	site: ServedSite,
	paths: readonly string[],
): Promise<Visit[]> {
	const visits: Visit[] = [];
	for (const path of paths) visits.push(await visitPage(context, site, path));
	return visits;
}

async function visitPage(context: BrowserContext, site: ServedSite, path: string): Promise<Visit> {
	const page = await context.newPage();
	const heard = await listen(page, site);
	await page.goto(site.urlOf(path));
	await settle(page);
	const seen = await page.evaluate(() => {
		const wider = document.documentElement.scrollWidth > document.documentElement.clientWidth;
		const reachesOut = (element: Element) =>
			element.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
		return {
			tooWide: wider
				? [...document.querySelectorAll('body *')]
						.filter(reachesOut)
						.slice(0, 5)
						.map(
							(element) => `<${element.localName} class="${element.getAttribute('class') ?? ''}">`,
						)
				: [],
			links: [...document.querySelectorAll('a')].map(({ href }) => href),
			icons: [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')].map(
				({ href }) => href,
			),
			title: document.querySelector('h1')?.innerText ?? '',
			length: document.body.innerText.length,
		};
	});
	await page.close();
	return {
		path,
		title: seen.title,
		...heard,
		// Without a window, the browser does not ask for the icon that readers' browsers ask for.
		requests: [...new Set([...heard.requests, ...seen.icons])],
		tooWide: seen.tooWide,
		links: seen.links,
		length: seen.length,
	};
}

/** Keeps what a page asks for and complains about from now on. Nothing leaves this machine. */
export async function listen(
	page: Page,
	site: ServedSite,
): Promise<Pick<Visit, 'complaints' | 'requests' | 'foreign'>> {
	const heard = { complaints: [], requests: [], foreign: [] } as Pick<
		Visit,
		'complaints' | 'requests' | 'foreign'
	>;
	page.on('console', (message) => {
		if (message.type() === 'error') heard.complaints.push(message.text());
	});
	page.on('pageerror', (error) => heard.complaints.push(String(error)));
	// None of our pages opens one: it is the work of a text that runs.
	page.on('dialog', (dialog) => {
		heard.complaints.push(`A dialog opens: ${dialog.message()}`);
		void dialog.dismiss();
	});
	// A page whose requests are intercepted has no cache: each visit is a first one.
	await page.route('**/*', async (route) => {
		const url = route.request().url();
		const isOwn = url.startsWith(`${site.origin}/`) || url.startsWith('data:');
		if (isOwn) heard.requests.push(url);
		else heard.foreign.push(url);
		await (isOwn ? route.continue() : route.abort());
	});
	return heard;
}

/** Waits until the page's scripts have done what they do when nothing else is to be done. */
export async function settle(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				requestIdleCallback(
					() => {
						setTimeout(resolve);
					},
					{ timeout: 1000 },
				);
			}),
	);
}
