/** Renders in the process that renders for all tests. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { inject } from 'vitest';
import type { Order, Outcome } from './render-server.ts';
import { describeFailure, type RenderedSite } from './render-site.ts';

/**
 * As `renderSite`, but in a process that has rendered before: half of what a render takes is to load
 * what renders, and to warm it up. Its packages, and all that `scripts` does, are of this checkout.
 *
 * @throws with what was printed, when the render fails.
 */
export async function renderWarm(
	checkout: string,
	environment: Readonly<Record<string, string>> = {},
): Promise<RenderedSite> {
	const { code, log } = await tryToRender(checkout, environment);
	if (code !== 0) throw new Error(describeFailure(checkout, log));
	return { dist: join(checkout, 'dist'), log };
}

/** As `renderWarm`, whatever comes of it. */
export async function tryToRender(
	checkout: string,
	environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
	const order: Order = { checkout, environment };
	const asking = request({ socketPath: inject('renders'), method: 'POST' });
	asking.end(JSON.stringify(order));
	const [response] = (await once(asking, 'response').catch((cause: unknown) => {
		throw new Error('The process that renders for the tests has ended.', { cause });
	})) as [IncomingMessage];
	return (await json(response)) as Outcome;
}
