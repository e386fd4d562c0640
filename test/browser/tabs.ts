import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What a page can have heard or changed, and is taken back. */
const heard = ['console', 'pageerror', 'dialog', 'request'] as const;
const usual = { width: 1280, height: 720 };

/** Tabs that tests have closed, by what they were opened with besides their size. */
const closed = new WeakMap<Browser, Map<string, Page[]>>();

/**
 * Opens a tab of a reader who was never here. One that another test has closed is as good: to start
 * another process and to warm it up takes longer than most pages. A test that needs an empty cache,
 * or that sets a clock or a script for all pages, opens one with a context of its own.
 */
export async function openTab(
	browser: Browser,
	{ viewport = usual, ...options }: BrowserContextOptions = {},
): Promise<Page> {
	const kinds = closed.get(browser) ?? new Map<string, Page[]>();
	closed.set(browser, kinds);
	const kind = JSON.stringify(options);
	const free = kinds.get(kind) ?? [];
	kinds.set(kind, free);
	const page = free.pop() ?? (await openNew(browser, options, free));
	await page.setViewportSize(viewport ?? usual);
	return page;
}

async function openNew(
	browser: Browser,
	options: BrowserContextOptions,
	free: Page[],
): Promise<Page> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	page.close = async () => {
		await clear(page);
		free.push(page);
	};
	return page;
}

async function clear(page: Page): Promise<void> {
	for (const name of heard) page.removeAllListeners(name);
	await page.unrouteAll();
	await page.evaluate(() => {
		// A page that is left keeps something, too.
		Storage.prototype.setItem = () => undefined;
		localStorage.clear();
		sessionStorage.clear();
	});
	await page.goto('about:blank');
	await page.mouse.move(0, 0);
	await page.emulateMedia({ media: null, colorScheme: 'light' });
}
