import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { launchChromium } from '../test/browser/chromium.ts';
import { copyCheckout } from '../test/site/checkout.ts';
import { renderSite } from '../test/site/render-site.ts';
import { findKinds } from './bench-kinds.ts';
import { scorePage } from './bench-lighthouse.ts';
import { compressSite } from './compress-site.ts';
import { writeStockSite } from './bench-starlight.ts';
import { measureViews, type Scores, type ViewFigures } from './bench-visit.ts';

const run = promisify(execFile);

export interface WeighedView extends ViewFigures {
	kind: string;
	site: string;
}

interface Asked {
	/** Another rendered site with the same addresses. */
	against: string | undefined;
	/** Whether Lighthouse looks at each page, too. */
	lighthouse: boolean;
}

/**
 * The first view of a page of each kind: of this handbook, of stock Starlight with the same pages as far as it
 * can have them, and of another site.
 */
export async function weighPages({ against, lighthouse }: Asked): Promise<WeighedView[]> {
	const [own, stock] = [
		await copyCheckout(process.cwd()),
		await copyCheckout(process.cwd(), 'stock'),
	];
	const port = await findPort();
	const browser = await launchChromium([`--remote-debugging-port=${String(port)}`]);
	const score = lighthouse ? (url: string): Promise<Scores> => scorePage(url, port) : undefined;
	try {
		const { dist } = await renderSite(own.folder);
		const kinds = await findKinds(own.folder, dist);
		const stockPaths = await writeStockSite(stock.folder);
		await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
			cwd: stock.folder,
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
		});
		const stockDist = join(stock.folder, 'dist');
		const sites = [
			{ site: 'This handbook', folder: dist, pathOf: (path: string) => path },
			{
				site: 'Stock Starlight',
				folder: stockDist,
				pathOf: (path: string) => stockPaths.get(path),
			},
			...(against === undefined
				? []
				: [{ site: against, folder: resolve(against), pathOf: (path: string) => path }]),
		];
		// As they are published: Lighthouse counts what is sent.
		if (score) for (const folder of [dist, stockDist]) await compressSite(folder);
		const views: WeighedView[] = [];
		for (const { site, folder, pathOf } of sites) {
			for (const { name, path } of kinds) {
				const there = pathOf(path);
				if (there === undefined || !(await hasPage(folder, there))) continue;
				const [view] = await measureViews(browser, folder, {
					paths: [there],
					...(score && { score }),
				});
				if (view) views.push({ kind: name, site, ...view });
			}
		}
		return views;
	} finally {
		await browser.close();
		await own.remove();
		await stock.remove();
	}
}

function hasPage(folder: string, path: string): Promise<boolean> {
	return access(join(folder, path, 'index.html')).then(
		() => true,
		() => false,
	);
}

async function findPort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((listening) => server.once('listening', listening));
	const address = server.address();
	await new Promise((closed) => server.close(closed));
	if (address === null || typeof address === 'string') throw new Error('No port is free.');
	return address.port;
}

/** As the README has it. */
export function renderWeights(views: readonly WeighedView[]): string {
	const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
	const rows = views.map(({ kind, site, ...view }) => [
		kind,
		site,
		kilobytes(view.bytes),
		kilobytes(view.scriptBytes),
		String(view.requests),
		view.shift.toFixed(3),
		String(view.refused),
		view.lighthouse?.join(' / ') ?? '–',
	]);
	const head = [
		...[
			'Page',
			'Site',
			'KB brotli',
			'Scripts KB',
			'Requests',
			'Layout shift',
			'Refused by the policy',
		],
		'Lighthouse',
	];
	return [head, head.map(() => '---'), ...rows]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}
