import { describe, expect, test } from 'vitest';
import { fileOf, stopAtFailure } from '../../scripts/rendered-pages.ts';

test.each([
	{ path: '/', file: 'index.html' },
	{ path: '/projects/example/widget/', file: 'projects/example/widget/index.html' },
	{ path: '/caf%C3%A9/', file: 'café/index.html' },
	{ path: '/404/', file: undefined },
	{ path: '/search.json', file: undefined },
])('the page at $path is in $file', ({ path, file }) => {
	expect(fileOf(path)).toBe(file);
});

describe('of several pages at a time, one fails', () => {
	const begin = () => {
		const pages = new Map<string, PromiseWithResolvers<string>>();
		let isOver = false;
		const { render, teardown } = stopAtFailure({
			render: (path: string) => {
				const page = Promise.withResolvers<string>();
				pages.set(path, page);
				return page.promise;
			},
			teardown: () => {
				isOver = true;
				return Promise.resolve();
			},
		});
		return { pages, render, teardown, isOver: () => isOver };
	};

	test('no other is begun', async () => {
		const { pages, render } = begin();
		const failing = render('/a/');
		pages.get('/a/')?.reject(new Error('a fails'));
		await expect(failing).rejects.toThrow('a fails');
		void render('/b/');
		expect([...pages.keys()]).toEqual(['/a/']);
	});

	test('the render is over when the pages that were begun are', async () => {
		const { pages, render, teardown, isOver } = begin();
		const [failing, other] = [render('/a/'), render('/b/')];
		pages.get('/a/')?.reject(new Error('a fails'));
		await expect(failing).rejects.toThrow('a fails');
		const ended = teardown();
		await Promise.resolve();
		expect(isOver()).toBe(false);
		pages.get('/b/')?.resolve('b');
		await ended;
		expect(isOver()).toBe(true);
		expect(await other).toBe('b');
	});
});
