import { writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { TracedRequest } from '#gitlab/transport/trace.ts';
import { naming } from './failure.ts';

/** When it is disposed of, it throws when not all could be written. */
export interface Trace extends AsyncDisposable {
	onRequest: (request: TracedRequest) => void;
}

/**
 * A file with one line of JSON for each request, in the order in which they ended. Each is written at
 * once: what was asked before a pull was killed counts most. A full disk costs the trace, not the pull.
 */
export async function openTrace(root: string, file: string | undefined): Promise<Trace> {
	if (file === undefined) {
		return { onRequest: () => undefined, [Symbol.asyncDispose]: () => Promise.resolve() };
	}
	const path = resolve(root, file);
	const handle = await naming(path, open(path, 'w'));
	const failures: Error[] = [];
	return {
		onRequest: (request) => {
			if (failures.length > 0) return;
			try {
				writeSync(handle.fd, `${JSON.stringify(request)}\n`);
			} catch (error) {
				failures.push(error instanceof Error ? error : new Error(String(error)));
			}
		},
		[Symbol.asyncDispose]: async () => {
			await handle.close();
			for (const failure of failures) await naming(path, Promise.reject(failure));
		},
	};
}
