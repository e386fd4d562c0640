import { defineConfig } from 'vitest/config';

/** Rules and requests. */
const small = ['src/**/*.test.ts'];

export default defineConfig({
	cacheDir: '../node_modules/.cache/vitest',
	test: {
		root: import.meta.dirname,
		globalSetup: 'global-setup.ts',
		// Files share workers, and what they have loaded: none leaves anything behind.
		isolate: false,
		// Most of the large ones wait for programs that they have started.
		maxWorkers: 3,
		// Of one file. Each starts a program of its own, for which there are two processors.
		maxConcurrency: 2,
		projects: [
			{
				extends: true,
				test: { name: 'small', include: small, testTimeout: 20_000 },
			},
			{
				extends: true,
				test: {
					name: 'large',
					include: ['**/*.test.ts'],
					exclude: small,
					// Far more than they need: a machine that does other things besides fails none of them.
					testTimeout: 180_000,
					// One that waits for the render of another waits its turn, too.
					hookTimeout: 300_000,
				},
			},
		],
	},
});
