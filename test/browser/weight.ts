import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ServedSite } from './serve.ts';

/** Measures rendered files as they travel, each read and compressed once. */
export function fileScale(site: ServedSite, dist: string): (url: string) => number {
	const sizes = new Map<string, number>();
	return (url) => {
		if (url.startsWith('data:')) return 0;
		const path = new URL(url).pathname.slice(new URL(site.urlOf('/')).pathname.length);
		const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
		const bytes = sizes.get(file) ?? gzipSync(readFileSync(join(dist, decodeURI(file)))).length;
		sizes.set(file, bytes);
		return bytes;
	};
}
