import { escapeHtml } from '#core/base/escape-html.ts';

interface JoinedPage {
	/** Its address, with the base path. */
	path: string;
	/** As it is rendered. */
	html: string;
}

const tag = /<\/?[a-z][a-z0-9-]*(?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
/** Attributes that name elements of the page by their ids. */
const reference =
	/(?<=\s(?:id|for|aria-labelledby|aria-describedby|aria-controls|popovertarget)=")[^"]+(?=")/g;
const link = /(?<=\shref="#)[^"]+(?=")/g;
const heading = /^(<\/?h)([1-5])(?=[\s>])/i;

/**
 * One page of several: each an article below its title, its headings one level down, its ids its own, its scripts left
 * out. It is for paper and no search lists it.
 */
export function joinPages(
	pages: readonly JoinedPage[],
	{ title, handbook }: { title: string; handbook: string },
): string {
	const styles = new Set(pages.flatMap(({ html }) => findStyles(html)));
	return [
		'<!DOCTYPE html><html lang="en" dir="ltr" data-theme="light"><head><meta charset="utf-8"/>',
		'<meta name="viewport" content="width=device-width, initial-scale=1"/>',
		'<meta name="robots" content="noindex"/>',
		`<title>${escapeHtml(`${title} | ${handbook}`)}</title>`,
		...styles,
		`</head><body class="whole-section"><main><h1>${escapeHtml(`${handbook}: ${title}`)}</h1>`,
		...pages.map(toArticle),
		'</main></body></html>',
	].join('');
}

function findStyles(html: string): string[] {
	const head = html.slice(0, html.indexOf('</head>'));
	return head.match(/<link rel="stylesheet"[^>]*>|<style[^]*?<\/style>/g) ?? [];
}

function toArticle({ path, html }: JoinedPage): string {
	const [, title = ''] = /<h1[^>]*>([^]*?)<\/h1>/.exec(html) ?? [];
	const [lede = ''] = /<p class="lede"[^>]*>[^]*?<\/p>/.exec(html) ?? [];
	const content = html
		.slice(html.indexOf('<div class="sl-markdown-content"'), html.lastIndexOf('<footer'))
		.replaceAll(/<script\b[^]*?<\/script>/g, '');
	const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '');
	const body = content.replaceAll(tag, (one) => moveDown(one, name));
	return `<article><h2>${title}</h2>${lede}${body}</article>`;
}

/** A tag as the joined page has it. */
function moveDown(one: string, name: string): string {
	const rename = (ids: string) => ids.replaceAll(/\S+/g, `${name}--$&`);
	return one
		.replace(heading, (_, start: string, level: string) => start + String(Number(level) + 1))
		.replaceAll(reference, rename)
		.replaceAll(link, rename);
}
