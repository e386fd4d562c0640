import { readRenderEnvironment } from '#environment.ts';
import { runScript } from './site.ts';

/** Pulls, renders and serves the site on this machine. */
const code = await runScript('build', process.argv.slice(2));
if (code !== 0) process.exit(code);
const { BASE_PATH } = readRenderEnvironment(process.env);
const { preview } = await import('astro');
const server = await preview({ root: process.cwd(), logLevel: 'warn' });
console.log(
	`The handbook is at http://localhost:${String(server.port)}${BASE_PATH === '/' ? '/' : `${BASE_PATH}/`} (Ctrl+C ends it).`,
);
