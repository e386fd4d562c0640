import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { shareImage, shareSize } from '#core/publish/share-image.ts';
import { site } from '#site.ts';
import { isUnlisted } from './unlisted.ts';

/**
 * Names the picture of each page in its head, which the render draws for the pages that name it. It takes a
 * whole address, so there is none where the site doesn't know its own.
 */
export const onRequest = defineRouteMiddleware(
	({ locals: { starlightRoute: route }, site: host, url }) => {
		if (site.shareImages !== true || host === undefined || isUnlisted(route)) return;
		route.head = [...route.head, ...tagsFor(url.pathname, host)];
	},
);

export function tagsFor(pathname: string, host: URL): StarlightRouteData['head'] {
	const { href } = new URL(pathname.replace(/\/?$/, `/${shareImage}`), host);
	return Object.entries({
		'og:image': href,
		'og:image:width': String(shareSize.width),
		'og:image:height': String(shareSize.height),
	}).map(([property, content]) => ({ tag: 'meta', attrs: { property, content }, content: '' }));
}
