/** A thread of `scan-thread.ts`: it searches the source that it is given, and says what it found. */
import { parentPort } from 'node:worker_threads';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { OutOfTimeError } from '#core/consumers/source/engine/time.ts';
import { readArchive, type LeftOut } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { ScanTask, type ScanAnswer } from './scan-task.ts';

async function search({ api, timeMs, source }: ScanTask): Promise<ScanAnswer> {
	const endsAt = performance.now() + timeMs;
	const scan = startScan(api, () => performance.now() > endsAt);
	const leftOut: LeftOut = { tooLarge: [], refused: [] };
	const wants = (path: string) => scan.wants(path);
	if (source.kind === 'archive') {
		const asked = { wants, limits: source.limits, leftOut };
		const files = readArchive(inChunks(source.bytes), asked);
		for await (const { path, text } of files) scan.add(path, text);
	} else {
		// It counts those that are skipped.
		source.paths.forEach(wants);
		for (const { path, text } of source.files) scan.add(path, text);
	}
	return { kind: 'found', found: scan.finish(), doubts: scan.doubts(), leftOut };
}

const chunkBytes = 64 * 1024;

/** Unpacked at once, the whole of it would be held. */
async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
	for (let at = 0; at < bytes.length; at += chunkBytes) {
		yield await Promise.resolve(bytes.subarray(at, at + chunkBytes));
	}
}

function toAnswer(error: unknown): ScanAnswer {
	if (error instanceof OutOfTimeError) return { kind: 'out-of-time' };
	const why = error instanceof Error ? error.message : String(error);
	return { kind: error instanceof ArchiveError ? 'bad-archive' : 'failed', why };
}

async function answer(task: unknown): Promise<void> {
	parentPort?.postMessage(await search(ScanTask.parse(task)).catch(toAnswer));
}

parentPort?.on('message', (task: unknown) => void answer(task));
