import { copyCheckout } from '../test/site/checkout.ts';
import { renderSite, type RenderedSite } from '../test/site/render-site.ts';

/** A rendered site, and how long that took. */
export interface TimedSite extends RenderedSite {
	seconds: number;
}

/**
 * Renders a copy of this checkout.
 *
 * @param prepare Changes the copy before it is rendered.
 * @param read Looks at the site before it goes, with what `prepare` resolves to.
 */
export async function measureRender<Prepared, Figures>(
	prepare: (root: string) => Promise<Prepared>,
	read: (site: TimedSite, prepared: Prepared) => Promise<Figures>,
	environment: Readonly<Record<string, string>> = {},
): Promise<Figures> {
	const { folder, remove } = await copyCheckout(process.cwd());
	try {
		const prepared = await prepare(folder);
		const start = performance.now();
		const site = await renderSite(folder, environment);
		return await read({ ...site, seconds: secondsSince(start) }, prepared);
	} finally {
		await remove();
	}
}

export function secondsSince(start: number): number {
	return (performance.now() - start) / 1000;
}
