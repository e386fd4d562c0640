import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf } from '#core/publish/pages/addresses.ts';
import { findBlockPages } from '#core/publish/pages/block-pages.ts';
import { projectPage } from '#core/words/links.ts';
import { readPageFiles } from '#store/page-files.ts';
import { readRegistry } from '#store/registry.ts';

/** A page as an example of all that are made the same way. */
export interface PageKind {
	name: string;
	/** `/projects/`, below the base path. */
	path: string;
}

/** What pages are for, by the block that they hold. */
const blocks = {
	Roadmap: 'CurrentMilestone',
	Inventory: 'Inventory',
	Impact: 'Impact',
	Contact: 'Contact',
};

/** A page of each kind that a handbook has. */
export async function findKinds(root: string, dist: string): Promise<PageKind[]> {
	const files = await readPageFiles(root);
	const pages = files.map((file) => ({
		title: file.path,
		path: toPath(addressOf(file)),
		text: file.text,
	}));
	const withBlock = findBlockPages(pages);
	const held = Object.entries(blocks).flatMap(([name, block]) => {
		const path = withBlock.get(block)?.path;
		return path === undefined ? [] : [{ name, path }];
	});
	const [longest] = pages
		.filter(({ text }) => !/^import /m.test(text))
		.toSorted((a, b) => b.text.length - a.text.length);
	const [project] = (await readRegistry(root)).projects;
	return [
		{ name: 'Home', path: '/' },
		...held,
		...(await findMilestone(dist)),
		...(project ? [{ name: 'Project', path: projectPage(project.path) }] : []),
		...(longest ? [{ name: 'Prose', path: longest.path }] : []),
	];
}

function toPath(address: string): `/${string}` {
	return address === '' ? '/' : `/${address}/`;
}

/** The longest of them. */
async function findMilestone(dist: string): Promise<PageKind[]> {
	const folder = 'roadmap/milestones';
	const entries = await readdir(join(dist, folder), { withFileTypes: true }).catch(() => []);
	const pages = entries
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => ({ name, size: statSync(join(dist, folder, name, 'index.html')).size }));
	const [longest] = pages.toSorted((a, b) => b.size - a.size);
	return longest ? [{ name: 'Milestone', path: `/${folder}/${longest.name}/` }] : [];
}
