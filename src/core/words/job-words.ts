import type { Job } from '#model/jobs.ts';

/** How well the product does a job: a grade that nobody gave is not the worst one. */
export function gradeWord({ grade }: Pick<Job, 'grade'>): string {
	return grade === undefined ? 'not graded' : `Grade ${grade}`;
}

export function confidenceWord({ confidence }: Pick<Job, 'confidence'>): string {
	return confidence ?? 'not stated';
}

/** `engine#12` of an issue's address, and the host of any other: links should not all be named alike. */
export function sourceName(address: string): string {
	const [, project, iid] = /([^/]+)\/-\/issues\/(\d+)\/?$/.exec(address) ?? [];
	return project && iid ? `${project}#${iid}` : new URL(address).host;
}
