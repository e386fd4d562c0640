import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { ArchiveError, ScanError } from './archive-error.ts';
import { ScanAnswer, type ScanTask } from './scan-task.ts';

/** Of one consumer, whatever its source is: a search that takes more is not worth it. */
export const scanLimits = {
	timeMs: 60_000,
	/** What does not end by itself when its time is over is ended so much later. */
	graceMs: 5_000,
	memoryMb: 768,
};

/** As the pull itself has it: what lives for a moment is dropped at once. */
const maxYoungGenerationSizeMb = 48;

type Found = Omit<Extract<ScanAnswer, { kind: 'found' }>, 'kind'>;

/** One search at a time: the other core has the pull itself. */
const turns = pLimit(1);
/** The thread that waits for the next search: to start one takes as long as to search a small project. */
let idle: Worker | undefined;

/**
 * Searches source for calls of the API in a thread of its own, so that requests and timers go on
 * meanwhile. It can take neither much more time than the task says nor the memory of the pull.
 *
 * @throws {ArchiveError} {ScanError}
 */
export function scanInThread(
	task: ScanTask,
	limits: Omit<typeof scanLimits, 'timeMs'> = scanLimits,
): Promise<Found> {
	return turns(() => search(task, limits));
}

async function search(
	task: ScanTask,
	{ graceMs, memoryMb }: Omit<typeof scanLimits, 'timeMs'>,
): Promise<Found> {
	const worker = idle ?? startWorker(memoryMb);
	idle = undefined;
	worker.ref();
	const timer = setTimeout(() => void worker.terminate(), task.timeMs + graceMs);
	const answer = await ask(worker, task, memoryMb).finally(() => {
		clearTimeout(timer);
	});
	if (answer.kind === 'found') return answer;
	if (answer.kind === 'bad-archive') throw new ArchiveError(answer.why);
	throw answer.kind === 'failed' ? ScanError.failed(answer.why) : ScanError.outOfTime(task.timeMs);
}

function startWorker(memoryMb: number): Worker {
	return new Worker(new URL('./scan-worker.ts', import.meta.url), {
		resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb },
		// It needs nothing of what the pull was started with, the token least of all.
		env: {},
		execArgv: [],
	});
}

/** The answer of a thread, which waits for the next search then. One that has failed does not. */
function ask(worker: Worker, task: ScanTask, memoryMb: number): Promise<ScanAnswer> {
	return new Promise((resolve, reject) => {
		worker.once('message', (answer: unknown) => {
			worker.removeAllListeners('error').removeAllListeners('exit');
			worker.unref();
			idle = worker;
			resolve(ScanAnswer.parse(answer));
		});
		worker.once('error', (error: unknown) => {
			reject(toScanError(error, memoryMb));
		});
		worker.once('exit', () => {
			resolve({ kind: 'out-of-time' });
		});
		worker.postMessage(task, task.source.kind === 'archive' ? [task.source.bytes.buffer] : []);
	});
}

function toScanError(error: unknown, memoryMb: number): ScanError {
	if (!(error instanceof Error)) return ScanError.failed(String(error));
	const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
	return isFull ? ScanError.outOfMemory(memoryMb * 1024 * 1024) : ScanError.failed(error.message);
}
