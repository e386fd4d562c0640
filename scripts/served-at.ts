import { readRenderEnvironment } from '#environment.ts';

/** Where a reader on this machine finds the site. */
export function describeAddress(port: number, environment: NodeJS.ProcessEnv): string {
	const { BASE_PATH } = readRenderEnvironment(environment);
	const path = BASE_PATH === '/' ? '/' : `${BASE_PATH}/`;
	return `The handbook is at http://localhost:${String(port)}${path} (Ctrl+C ends it).`;
}
