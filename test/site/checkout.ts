import {
	cp,
	link,
	lstat,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	readlink,
	rm,
	symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const codeFolders = ['src', 'public', 'scripts'];
/** What a render reads of the product, next to the packages. */
const productParts = [...codeFolders, 'astro.config.mjs', 'package.json', 'tsconfig.json'];
/** What a render reads, next to the packages. */
export const ownParts = [...productParts, 'content'];

export interface Checkout {
	folder: string;
	remove: () => Promise<void>;
}

/** What tools keep in `node_modules` for their next run. */
export const toolFolders: readonly string[] = ['.cache', '.vite', '.astro', '.vitest-cache'];

/**
 * A copy of this product as it stands, with the content of a team and packages of its own, in a
 * temporary folder, so that a test can change it, and start a program in it.
 *
 * @param team Where its folder `content` is.
 * @param below Folders between the temporary folder and the copy: two copies can differ in depth.
 */
export async function copyCheckout(team: string, below = 'checkout'): Promise<Checkout> {
	const checkout = await copyInto(await mkdtemp(join(tmpdir(), 'handbook-')), team, below);
	await linkPackages(checkout.folder);
	return checkout;
}

/** Gives a copy of the checkout packages of its own: those that `npm ci --omit=dev` installs. */
export async function linkPackages(folder: string): Promise<void> {
	const omitted = await findDevelopmentPackages();
	await linkFolder(join(root, 'node_modules'), join(folder, 'node_modules'), omitted);
}

/** Folders of packages, without which the product has to do. They have a third of all files. */
async function findDevelopmentPackages(): Promise<Set<string>> {
	const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { dev?: boolean }>;
	};
	const paths = Object.keys(lock.packages).filter((path) => lock.packages[path]?.dev);
	return new Set(paths.map((path) => join(root, path)));
}

/** Where copies are that find their packages in this checkout. */
export const insideFolder = join(root, '.astro/tests');

/** A copy in this checkout, whose packages it finds: to link them takes as long as a fifth of a render. */
export async function copyInside(team: string): Promise<Checkout> {
	await mkdir(insideFolder, { recursive: true });
	return copyInto(await mkdtemp(join(insideFolder, 'handbook-')), team, 'checkout');
}

/**
 * As `copyInside`, but its code is that of this checkout: for what changes the content alone. Before
 * something renders it, `copyCode` has to be called.
 */
export async function linkInside(team: string): Promise<Checkout> {
	await mkdir(insideFolder, { recursive: true });
	const temporary = await mkdtemp(join(insideFolder, 'handbook-'));
	return copyInto(temporary, team, 'checkout', (part, to) =>
		codeFolders.includes(part) ? symlink(join(root, part), to, 'junction') : copyPart(part, to),
	);
}

/** Replaces links to code by copies: what renders takes a file for what it is where a link leads. */
export async function copyCode(folder: string): Promise<void> {
	for (const part of codeFolders) {
		const path = join(folder, part);
		if (!(await isLink(path))) continue;
		await rm(path);
		await copyPart(part, path);
	}
}

export async function isLink(path: string): Promise<boolean> {
	return (await lstat(path)).isSymbolicLink();
}

function copyPart(part: string, to: string): Promise<void> {
	return cp(join(root, part), to, { recursive: true });
}

async function copyInto(
	temporary: string,
	team: string,
	below: string,
	bring = copyPart,
): Promise<Checkout> {
	const folder = join(temporary, below);
	await mkdir(folder, { recursive: true });
	for (const part of productParts) await bring(part, join(folder, part));
	await cp(join(team, 'content'), join(folder, 'content'), { recursive: true });
	return { folder, remove: () => rm(temporary, { recursive: true, force: true }) };
}

/** A quarter of all files, and no program that renders reads one. Astro copies some of the other types. */
const unread = /\.(d\.[cm]ts|h)$/;

function isPackage({ name }: { name: string }): boolean {
	return !toolFolders.includes(name) && !unread.test(name);
}

/**
 * Packages must lie inside the checkout, since Astro refuses a linked `node_modules`. They are
 * hundreds of megabytes: each file is linked, and copied only where the disk is another one.
 */
async function linkFolder(from: string, to: string, omitted: Set<string>): Promise<void> {
	await mkdir(to, { recursive: true });
	const entries = await readdir(from, { withFileTypes: true });
	await Promise.all(
		entries.filter(isPackage).map(async (entry) => {
			const [source, target] = [join(from, entry.name), join(to, entry.name)];
			if (omitted.has(source)) return;
			if (entry.isDirectory()) await linkFolder(source, target, omitted);
			else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
			else await link(source, target).catch(() => cp(source, target));
		}),
	);
}
