import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { InvalidDataError } from '#model/parse.ts';
import { refuseBadPages } from './handbook-pages.ts';

/** What `checkBeside` starts: an error loses its class on the way, so that it goes as its message. */
try {
	parentPort?.postMessage({ checked: await refuseBadPages(z.string().parse(workerData)) });
} catch (error) {
	if (!(error instanceof InvalidDataError)) throw error;
	parentPort?.postMessage({ refused: error.message });
}
