import { readRenderEnvironment } from '#environment.ts';

/** Where a reader on this machine finds the site. */
export function describeAddress(port: number): string {
	const { BASE_PATH } = readRenderEnvironment(process.env);
	const path = BASE_PATH === '/' ? '/' : `${BASE_PATH}/`;
	return `The handbook is at http://localhost:${String(port)}${path} (Ctrl+C ends it).`;
}
