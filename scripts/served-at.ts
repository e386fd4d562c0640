import { readRenderEnvironment } from '#environment.ts';
import type { Surroundings } from './command.ts';
import { closeEnvironment } from './pages-environment.ts';

/** Serves what is rendered, until somebody ends it, and says where. */
export async function serveSite({ root, environment, print }: Surroundings): Promise<void> {
	closeEnvironment(environment);
	const { preview } = await import('astro');
	const { port } = await preview({ root, logLevel: 'warn' });
	print(describeAddress(port, environment));
}

/** Where a reader on this machine finds the site. */
export function describeAddress(port: number, environment: NodeJS.ProcessEnv): string {
	const { BASE_PATH } = readRenderEnvironment(environment);
	const path = BASE_PATH === '/' ? '/' : `${BASE_PATH}/`;
	return `The handbook is at http://localhost:${String(port)}${path} (Ctrl+C stops it).`;
}
