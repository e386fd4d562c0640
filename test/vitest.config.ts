import { defineConfig } from 'vitest/config';
import { SlowFirst } from './slow-first.ts';

export default defineConfig({
	cacheDir: '../node_modules/.cache/vitest',
	test: {
		root: import.meta.dirname,
		globalSetup: 'global-setup.ts',
		sequence: { sequencer: SlowFirst },
		include: ['**/*.test.ts'],
		// Files share workers, and what they have loaded: none leaves anything behind.
		isolate: false,
		// Node loads the code as it does in a command: all of it is TypeScript that it can read. No module is mocked.
		experimental: { viteModuleRunner: false, nodeLoader: false },
		// Most of the large ones wait for programs that they have started, or for their turn to render.
		maxWorkers: 4,
		// Of one file. Each starts a program of its own, for which there are two processors.
		maxConcurrency: 2,
		// Far more than they need: a machine that does other things at the same time fails none of them.
		testTimeout: 180_000,
		expect: { poll: { timeout: 60_000 } },
		// One that waits for the render of another waits its turn, too.
		hookTimeout: 300_000,
	},
});
