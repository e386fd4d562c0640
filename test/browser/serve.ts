import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

export interface ServedSite {
	/** `http://127.0.0.1:40123` */
	origin: string;
	/** Address of a page: `/projects/` below the base path. */
	urlOf: (path: string) => string;
	close: () => Promise<void>;
}

/** Styles, scripts and pictures that pages share: to load them again takes longer than most pages. */
const aroundPages = /\.(css|js|pagefind|svg)$/;

/**
 * Serves a rendered site as GitLab Pages does: below a path, with `404.html` for what is not there, and compressed
 * where the site has compressed copies.
 *
 * @param base `/`, or a path without a slash at the end.
 * @param keeps Whether browsers may keep what pages share, for ten minutes.
 */
export async function serveSite(
	dist: string,
	base = '/',
	{ keeps = true } = {},
): Promise<ServedSite> {
	const prefix = base.replace(/\/$/, '');
	const setHeaders = (response: ServerResponse, path: string) => {
		if (keeps && aroundPages.test(path)) response.setHeader('Cache-Control', 'max-age=600');
	};
	const files = sirv(dist, { dev: true, brotli: true, gzip: true, setHeaders });
	const notFound = readFileSync(join(dist, '404.html'));
	const server = createServer((request, response) => {
		const answerNotFound = () => {
			response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
		};
		const url = request.url ?? '/';
		if (!url.startsWith(`${prefix}/`)) {
			answerNotFound();
			return;
		}
		request.url = url.slice(prefix.length);
		files(request, response, answerNotFound);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
	return {
		origin,
		urlOf: (path) => origin + prefix + path,
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			}),
	};
}
