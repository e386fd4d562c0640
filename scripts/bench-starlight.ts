import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addressOf } from '#core/publish/pages/addresses.ts';
import { listFiles } from '#store/list-files.ts';
import { readPageFiles } from '#store/page-files.ts';
import { findPages } from '../test/browser/pages.ts';
import { copyCheckout, type Checkout } from '../test/site/checkout.ts';
import { renderSite } from '../test/site/render-site.ts';
import { secondsSince } from './bench-render.ts';
import { median } from './bench-page.ts';
import { renderTable } from './text-table.ts';

const run = promisify(execFile);
const proseFolder = 'content/handbook';
const stockPages = 40;
const rounds = 3;

export interface RenderFigures {
	pages: number;
	/** Cold renders, each after nothing was left of the one before. */
	seconds: number[];
}

/**
 * Renders this handbook, and beside it the prose of 40 of its pages with Starlight as it comes, in
 * turns, so that both have the same machine.
 */
export async function measureAgainstStarlight(): Promise<{
	own: RenderFigures;
	stock: RenderFigures;
}> {
	const [own, stock] = [
		await copyCheckout(process.cwd()),
		await copyCheckout(process.cwd(), 'stock'),
	];
	try {
		await writeStockSite(stock.folder);
		const figures = { own: noFigures(), stock: noFigures() };
		for (let round = 0; round < rounds; round++) {
			await measure(own, figures.own, () => renderSite(own.folder));
			await measure(stock, figures.stock, () =>
				run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
					cwd: stock.folder,
					env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
				}),
			);
		}
		return figures;
	} finally {
		await own.remove();
		await stock.remove();
	}
}

function noFigures(): RenderFigures {
	return { pages: 0, seconds: [] };
}

async function measure(
	{ folder }: Checkout,
	figures: RenderFigures,
	render: () => Promise<unknown>,
): Promise<void> {
	for (const left of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite']) {
		await rm(join(folder, left), { recursive: true, force: true });
	}
	const start = performance.now();
	await render();
	figures.seconds.push(secondsSince(start));
	figures.pages = (await findPages(join(folder, 'dist'))).length;
}

/**
 * Writes a site as `npm create astro -- --template starlight` makes it, with prose of this handbook.
 *
 * @returns where each page of the handbook is there, by its address here.
 */
export async function writeStockSite(root: string): Promise<ReadonlyMap<string, string>> {
	const files = await readPageFiles(root);
	const texts = await readProse(root);
	for (const part of ['src', 'content', 'scripts', 'public']) {
		await rm(join(root, part), { recursive: true, force: true });
	}
	const docs = join(root, 'src/content/docs');
	await mkdir(docs, { recursive: true });
	await writeFile(
		join(root, 'astro.config.mjs'),
		`import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [starlight({ title: 'Stock' })] });
`,
	);
	await writeFile(
		join(root, 'src/content.config.ts'),
		`import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
	);
	for (let index = 0; index < stockPages; index++) {
		const text = texts[index % texts.length] ?? '';
		await writeFile(
			join(docs, `page-${String(index)}.mdx`),
			`---\ntitle: Page ${String(index)}\n---\n${text}`,
		);
	}
	return new Map(
		files.slice(0, stockPages).map((file, index) => {
			const address = addressOf(file);
			return [address === '' ? '/' : `/${address}/`, `/page-${String(index)}/`];
		}),
	);
}

/** The text of each page without its front matter, its imports and the blocks that show data. */
async function readProse(root: string): Promise<string[]> {
	const files = await listFiles(join(root, proseFolder));
	const pages = files.filter((file) => file.endsWith('.mdx'));
	const texts = await Promise.all(
		pages.map((file) => readFile(join(root, proseFolder, file), 'utf8')),
	);
	return texts.map((text) =>
		text
			.replace(/^---\n[^]*?\n---\n/, '')
			.replaceAll(/^import .*\n/gm, '')
			.replaceAll(/^\s*<\/?[A-Z][^]*?>$/gm, '')
			// A placeholder for a value in a sentence is a word.
			.replaceAll(/<[A-Z]\w*(?: [^<>]*)?\/>/g, 'value'),
	);
}

export function renderStarlightFigures({
	own,
	stock,
}: Awaited<ReturnType<typeof measureAgainstStarlight>>): string {
	const rows = [
		['This handbook', own],
		['Stock Starlight', stock],
	] as const;
	const table = renderTable(
		['Site', 'Pages', 'Cold render s', 'fastest', 'slowest'],
		rows.map(([name, { pages, seconds }]) => [
			name,
			String(pages),
			median(seconds).toFixed(2),
			Math.min(...seconds).toFixed(2),
			Math.max(...seconds).toFixed(2),
		]),
		(column) => column === 0,
	);
	const times = (median(own.seconds) / median(stock.seconds)).toFixed(2);
	return [...table, `This handbook takes ${times} times as long.`].join('\n');
}
