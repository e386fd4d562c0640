import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '../node_modules/.cache/vitest',
	test: {
		root: import.meta.dirname,
		include: ['**/*.test.ts'],
		testTimeout: 20_000,
	},
});
