import type { Registry } from '#model/registry.ts';

/** A pull makes no more requests than 300, if that is possible. Some are for what fails. */
export const plannedRequests = 295;
/** A project takes six requests without its files; few more are left for these where projects are many. */
const requestsPerProject = 6.4;
/** The newest commit of a consumer, and its archive. */
const requestsPerSource = 2;

export interface Spent {
	/** By the list of the projects, and by all lists but that of the source of consumers. */
	projects: number;
	all: number;
}

/**
 * How many requests may be made for files of projects, when all else is known. What is not known of
 * files by then is left to the next pull.
 */
export function planFileRequests(
	registry: Pick<Registry, 'projects' | 'consumers'>,
	spent: Spent,
	{ withToken }: { withToken: boolean },
): Record<'projects' | 'consumers', number> {
	const { length: projects } = registry.projects;
	const { length: consumers } = registry.consumers;
	const both = projects + consumers;
	if (both === 0) return { projects: 0, consumers: 0 };
	// What is asked for beside the lists, and may not have been asked for yet.
	const reserved = requestsPerSource * consumers + (withToken ? 1 : 0);
	const left = plannedRequests - spent.all - reserved;
	// Where projects are so many that 300 requests are not enough without any file, every pull has to
	// get further all the same.
	const least = requestsPerProject * both > plannedRequests ? (requestsPerProject - 6) * both : 0;
	const whole = Math.max(left, least, 0);
	const most = Math.max(260, 7 * projects) - spent.projects;
	return {
		projects: Math.max(0, Math.min(Math.floor((whole * projects) / both), most)),
		consumers: Math.floor((whole * consumers) / both),
	};
}
