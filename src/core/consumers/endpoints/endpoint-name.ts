import type { DeclaredEndpoint } from '#model/api.ts';

type Named = Pick<DeclaredEndpoint, 'method' | 'path'>;

/** `GET /cars/:id` */
export function nameEndpoint({ method, path }: Named): string {
	return `${method} ${path}`;
}

/** The same for two endpoints that differ in nothing but the names of what varies: `GET /cars/:x`. */
export function identifyEndpoint({ method, path }: Named): string {
	return `${method} ${toShape(path)}`;
}

/** The word for a part of a path that varies. */
export const varying = ':x';

/** The path with `:x` for every part that varies: `/issues/:id/links` is `/issues/:x/jobs`. */
export function toShape(path: string): string {
	return path.replace(/:[A-Za-z0-9_]+/g, varying);
}

/** The parts of `GET /cars/:x`, where the method may be missing. */
export function parsePathName(name: string): { method: string | null; shape: string } {
	const [, method, path = name] = /^([A-Z]+) (\/.*)$/.exec(name) ?? [];
	return { method: method ?? null, shape: toShape(path) };
}
