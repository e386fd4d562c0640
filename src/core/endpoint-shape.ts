import type { DeclaredEndpoint } from '#model/api.ts';

type Shaped = Pick<DeclaredEndpoint, 'method' | 'path'>;

/** Two endpoints are one when they differ in nothing but the names of what varies. */
export function shapeOf({ method, path }: Shaped): string {
	return `${method} ${path.replaceAll(/:[^/]+/g, ':')}`;
}

/** `GET /runners/:id` */
export function nameEndpoint({ method, path }: Shaped): string {
	return `${method} ${path}`;
}
