import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ownParts } from './checkout.ts';
import { renderOnce } from './kept-renders.ts';

let root: string;
let checkout: string;
let renders: number;

/** Stands for a render: what it writes says how many there have been. */
async function render(from: string) {
	const dist = join(from, 'dist');
	await mkdir(dist, { recursive: true });
	await writeFile(join(dist, 'index.html'), `render ${String(++renders)}`);
	return { dist, log: 'rendered' };
}

async function renderedAs(environment: Record<string, string> = {}): Promise<string> {
	const { dist, log } = await renderOnce(checkout, environment, {
		folder: join(root, 'kept'),
		render,
	});
	expect(log).toBe('rendered');
	return readFile(join(dist, 'index.html'), 'utf8');
}

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'kept-renders-'));
});

afterAll(() => rm(root, { recursive: true }));

beforeEach(async () => {
	renders = 0;
	await rm(join(root, 'kept'), { recursive: true, force: true });
	checkout = await mkdtemp(join(root, 'checkout-'));
	for (const part of ownParts) {
		const file = join(checkout, part, part.includes('.') ? '' : 'file');
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, part);
	}
});

test('the same files and environment are rendered once', async () => {
	expect(await renderedAs({ BASE_PATH: '/a' })).toBe('render 1');
	expect(await renderedAs({ BASE_PATH: '/a' })).toBe('render 1');
});

test('another environment is rendered', async () => {
	expect(await renderedAs()).toBe('render 1');
	expect(await renderedAs({ BASE_PATH: '/a' })).toBe('render 2');
});

test.each(ownParts)('another %s is rendered', async (part) => {
	expect(await renderedAs()).toBe('render 1');
	await writeFile(join(checkout, part, part.includes('.') ? '' : 'file'), 'other');
	expect(await renderedAs()).toBe('render 2');
});

test('a render that fails is not kept', async () => {
	const folder = join(root, 'kept');
	const failing = () => Promise.reject(new Error('no'));
	await expect(renderOnce(checkout, {}, { folder, render: failing })).rejects.toThrow('no');
	expect(await renderedAs()).toBe('render 1');
});

test('one that nobody has used for days gives way to a new one', async () => {
	const { dist } = await renderOnce(checkout, {}, { folder: join(root, 'kept'), render });
	await utimes(dirname(dist), 0, 0);
	expect(await renderedAs({ BASE_PATH: '/a' })).toBe('render 2');
	expect(await renderedAs()).toBe('render 3');
});
