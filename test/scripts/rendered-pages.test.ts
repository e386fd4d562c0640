import { expect, test } from 'vitest';
import { fileOf } from '../../scripts/rendered-pages.ts';

test.each([
	{ path: '/', file: 'index.html' },
	{ path: '/projects/example/widget/', file: 'projects/example/widget/index.html' },
	{ path: '/caf%C3%A9/', file: 'café/index.html' },
	{ path: '/404/', file: undefined },
	{ path: '/search.json', file: undefined },
])('the page at $path is in $file', ({ path, file }) => {
	expect(fileOf(path)).toBe(file);
});
