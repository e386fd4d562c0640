import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { escapeHtml } from '#core/base/escape-html.ts';

const code = ['script', 'style'];

/**
 * Starlight writes the content of every head entry as HTML. Except for code it is text, such as a
 * title from GitLab, and must not become tags.
 */
export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute: route } }) => {
	route.head = route.head.map((entry) =>
		code.includes(entry.tag) ? entry : { ...entry, content: escapeHtml(entry.content ?? '') },
	);
});
