/**
 * Address of a page or file of this site, under whatever path the site is served: `href('/projects/')`.
 *
 * Components write internal links with this function. Pages of the handbook write `/projects/` as
 * it is: `src/markdown/rehype-base-path.ts` does the same for them.
 */
export function href(path: `/${string}`): string {
	return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
