import { Worker } from 'node:worker_threads';
import { InvalidDataError } from '#model/parse.ts';
import type { CheckedPages } from './handbook-pages.ts';

type Answer = { checked: CheckedPages } | { refused: string };

/**
 * As `refuseBadPages`, in a thread beside the render: many pages take a tenth of its time.
 *
 * @throws {InvalidDataError} that names each page that cannot be published.
 */
export async function checkBeside(root: string): Promise<CheckedPages> {
	const answered = Promise.withResolvers<Answer>();
	new Worker(new URL('pages-thread.ts', import.meta.url), { workerData: root })
		.once('message', answered.resolve)
		.once('error', answered.reject);
	const answer = await answered.promise;
	if ('refused' in answer) throw new InvalidDataError(answer.refused);
	return answer.checked;
}
