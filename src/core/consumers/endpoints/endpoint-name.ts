import type { DeclaredEndpoint } from '#model/api.ts';
import { toShape } from './endpoint-shape.ts';

type Named = Pick<DeclaredEndpoint, 'method' | 'path'>;

/** `GET /cars/:id` */
export function nameEndpoint({ method, path }: Named): string {
	return `${method} ${path}`;
}

/** The same for two endpoints that differ in nothing but the names of what varies: `GET /cars/:x`. */
export function identifyEndpoint({ method, path }: Named): string {
	return `${method} ${toShape(path)}`;
}
