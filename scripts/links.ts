import { join } from 'node:path';
import { readRenderEnvironment } from '#environment.ts';
import { parseArguments, parseCount } from './arguments.ts';
import { findExternalLinks, readPages } from './external-links.ts';
import { checkLinks } from './link-check.ts';
import { renderFindings, renderLinks } from './link-report.ts';
import { exitCodes, run } from './run.ts';

/** Lists the addresses outside the site that its pages link to, or asks whether they still lead somewhere. */
async function links(): Promise<number> {
	const { check, strict, timeout, concurrency } = parseArguments('links', {
		check: { type: 'boolean', default: false },
		strict: { type: 'boolean', default: false },
		timeout: { type: 'string' },
		concurrency: { type: 'string' },
	});
	const timeoutMs = 1000 * (parseCount('timeout', timeout) ?? 15);
	const atATime = Math.ceil(parseCount('concurrency', concurrency) ?? 4);
	const { SITE_URL, BASE_PATH } = readRenderEnvironment(process.env);
	const own = SITE_URL && new URL(BASE_PATH, SITE_URL).href;
	const external = findExternalLinks(await readPages(join(process.cwd(), 'dist')), own);
	if (!check && !strict) {
		console.log(renderLinks(external) + `${String(external.length)} addresses.`);
		return exitCodes.fine;
	}
	const found = await checkLinks(
		external.map(({ address }) => address),
		{ timeoutMs, concurrency: atATime },
	);
	console.log(renderFindings(external, found));
	const isGone = [...found.values()].some(({ state }) => state === 'gone');
	return strict && isGone ? exitCodes.strict : exitCodes.fine;
}

await run(links);
