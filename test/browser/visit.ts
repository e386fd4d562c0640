import type { Page } from 'playwright-core';
import type { ServedSite } from './serve.ts';

/** What a page asks for and complains about. */
interface Heard {
	/** Errors in the console, what the policy refuses among them, exceptions, and dialogs. */
	complaints: string[];
	/** Addresses of this site that were asked for, the page's own among them. */
	requests: string[];
	/** Addresses elsewhere that were asked for. None was answered. */
	foreign: string[];
}

/** What a page also shows when a reader opens it. */
export interface Visit extends Heard {
	path: string;
	/** Its heading. */
	title: string;
	/** Parts that are wider than the window. */
	tooWide: string[];
	/** Parts that hide some of their words as soon as a reader has more room between letters, words and lines. */
	cut: string[];
	/** Lists that Safari reads out as if they were none: those without a marker, be it an empty one. */
	mute: string[];
	/** Where its links lead. */
	links: string[];
	/** Characters of its text. */
	length: number;
}

/** Opens pages one after the other as a reader would. */
export async function visitPages(
	page: Page,
	site: ServedSite,
	paths: readonly string[],
): Promise<Visit[]> {
	const heard = listen(page, site);
	const visits: Visit[] = [];
	for (const path of paths) {
		const seen = await visitPage(page, site, path);
		visits.push({ ...seen, ...structuredClone(heard) });
		for (const list of [heard.complaints, heard.requests, heard.foreign]) list.length = 0;
	}
	return visits;
}

async function visitPage(
	page: Page,
	site: ServedSite,
	path: string,
): Promise<Omit<Visit, keyof Heard>> {
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
			mute: [...document.querySelectorAll('main :is(ul, ol)')]
				.filter((list) => !list.closest('nav') && getComputedStyle(list).listStyleType === 'none')
				.map(({ className }) => className),
			links: [...document.querySelectorAll('a')].map(({ href }) => href),
			title: document.querySelector('h1')?.innerText ?? '',
			length: document.body.innerText.length,
		};
	});
	return { path, ...seen, cut: await findCut(page) };
}

/** By WCAG 2.2, 1.4.12: with this much room, nothing may be lost. */
const room =
	'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

function findCut(page: Page): Promise<string[]> {
	return page.evaluate((style) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(style);
		document.adoptedStyleSheets.push(sheet);
		const found = [...document.querySelectorAll('body *')].filter((part) => {
			const { overflowX, overflowY, clipPath } = getComputedStyle(part);
			const isWider = part.scrollWidth > part.clientWidth + 1;
			const isHigher = part.scrollHeight > part.clientHeight + 2;
			const hides = [overflowX, overflowY].some((one) => one === 'hidden' || one === 'clip');
			const isForEars = part.clientWidth <= 1 || clipPath !== 'none';
			return hides && (isWider || isHigher) && !isForEars && part.checkVisibility();
		});
		const { scrollWidth, clientWidth } = document.documentElement;
		document.adoptedStyleSheets.pop();
		return [
			...found.map(({ localName, textContent }) => `<${localName}> ${textContent.trim()}`),
			...(scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} px wide`] : []),
		];
	}, room);
}

/** Keeps what a page asks for and complains about from now on. */
export function listen(page: Page, site: ServedSite): Heard {
	const heard: Heard = { complaints: [], requests: [], foreign: [] };
	page.on('console', (message) => {
		if (message.type() === 'error') heard.complaints.push(message.text());
	});
	page.on('pageerror', (error) => heard.complaints.push(String(error)));
	// None of our pages opens one: it is the work of a text that runs.
	page.on('dialog', (dialog) => {
		heard.complaints.push(`A dialog opens: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('request', (request) => {
		const url = request.url();
		const isOwn = url.startsWith(`${site.origin}/`) || url.startsWith('data:');
		heard[isOwn ? 'requests' : 'foreign'].push(url);
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
