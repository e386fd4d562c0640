import { join } from 'node:path';
import { readRenderEnvironment } from '#environment.ts';
import { parseCount } from './arguments.ts';
import { defineCommand, run } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { findExternalLinks, readPages } from './external-links.ts';
import { checkLinks } from './link-check.ts';
import { renderFindings, renderLinks } from './link-report.ts';

export const links = defineCommand(
	{
		name: 'links',
		does: 'Lists the links from dist to other sites, with the pages that have them.',
		options: {
			check: {
				type: 'boolean',
				default: false,
				help: 'Requests each address, without signing in.',
			},
			strict: {
				type: 'boolean',
				default: false,
				help: 'Does that, and exits with 1 when one is dead.',
			},
			timeout: { type: 'string', value: 'SECONDS', help: 'For one request. Default: 15.' },
			concurrency: { type: 'string', value: 'COUNT', help: 'Requests at a time. Default: 4.' },
		},
	},
	async ({ check, strict, timeout, concurrency }, { root, environment, print }) => {
		const timeoutMs = 1000 * (parseCount('timeout', timeout) ?? 15);
		const atATime = Math.ceil(parseCount('concurrency', concurrency) ?? 4);
		const { SITE_URL, BASE_PATH } = readRenderEnvironment(environment);
		const own = SITE_URL && new URL(BASE_PATH, SITE_URL).href;
		const external = findExternalLinks(await readPages(join(root, 'dist')), own);
		if (!check && !strict) {
			print(renderLinks(external) + `${String(external.length)} addresses.`);
			return exitCodes.fine;
		}
		const found = await checkLinks(
			external.map(({ address }) => address),
			{ timeoutMs, concurrency: atATime },
		);
		print(renderFindings(external, found));
		const isGone = [...found.values()].some(({ state }) => state === 'gone');
		return strict && isGone ? exitCodes.strict : exitCodes.fine;
	},
);

await run(import.meta.filename, links);
