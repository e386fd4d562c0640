import { decodeHTMLAttribute, decodeHTMLStrict } from 'entities';

/** Longer ones are cut: nobody's role fills a page. */
const longestRole = 2000;

/** Up to the end of the text when the tag or a quote in it is not closed. */
const tag = /<[a-z/!?](?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^'">])*(?:>|$)/gi;
const link = /<a\s[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** What a role says without its HTML. It is shown as text: what looks like a tag in it is none. */
export function toRoleText(html: string): string {
	return decodeHTMLStrict(html.slice(0, longestRole).replaceAll(tag, ''));
}

/**
 * Where the first link of a role leads. Paths such as `/job-families/` are of the company's handbook.
 *
 * `null`: there is none, or it does not lead to a web page over https.
 */
export function toRoleUrl(html: string, companyHandbook: string | undefined): string | null {
	const [, ...hrefs] = link.exec(html.slice(0, longestRole)) ?? [];
	const href = decodeHTMLAttribute(hrefs.find(Boolean) ?? '').trim();
	const base = href.startsWith('/') ? companyHandbook : undefined;
	const url = URL.parse(href, base);
	if (url?.protocol !== 'https:' || url.username || url.password) return null;
	// `//elsewhere` begins with a slash too.
	if (base !== undefined && url.origin !== new URL(base).origin) return null;
	return url.href;
}
