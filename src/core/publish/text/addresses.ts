/** What is written beside a page's own file: by the convention of llms.txt, the page's address and `index.html.md`. */
const twin = 'index.html.md';

/** Where a page is as Markdown. @param address Its own, with a slash at its end. */
export function twinOf(address: string): string {
	return address + twin;
}

/** The page whose Markdown a file has: `/roadmap/` of `roadmap/index.html`. */
export function pageOfFile(file: string): `/${string}` {
	return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}
