import { getEntry } from 'astro:content';
import type { Jobs } from '#model/jobs.ts';

/** Jobs to be done, and the user stories that map back to them. */
export async function readJobs(): Promise<Jobs> {
	const entry = await getEntry('jobs', 'jobs');
	// The loader throws when there is no file, so this is for a collection that was renamed.
	if (!entry)
		throw new Error('The collection "jobs" of src/content.config.ts has no entry "jobs".');
	return entry.data;
}
