import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { writeTwins } from './markdown-twins.ts';

/** What `writeTwinsBeside` starts. */
await writeTwins(
	z.object({ root: z.string(), folder: z.string(), base: z.string() }).parse(workerData),
);
