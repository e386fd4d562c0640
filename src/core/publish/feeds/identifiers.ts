import type { Site } from '#model/site.ts';

/**
 * Who names the entries of the feeds: the project that holds the handbook, on its GitLab. Not the
 * address of the site, so that a move to another one makes no entry new.
 */
export type Publisher = Pick<Site, 'instance' | 'handbook'>;

/**
 * An id of the feed, as RFC 4151 says: `tag:gitlab.example.com,2026:example/handbook/plan/…`.
 *
 * @param path Parts of any text. The same parts give the same id, and others another one.
 */
export function toTagUri({ instance, handbook }: Publisher, path: readonly string[]): string {
	return `tag:${new URL(instance).hostname},2026:${[handbook.project, ...path.map(toPart)].join('/')}`;
}

/**
 * An id of the calendar: `gitlab.example.com/example/handbook/milestones/19.7/cutoff`. Without the
 * `@` that many calendars write, since programs that collect addresses of people would take it for one.
 */
export function toEventUid({ instance, handbook }: Publisher, path: readonly string[]): string {
	return [new URL(instance).hostname, handbook.project, ...path.map(toPart)].join('/');
}

/** Letters, digits and a few signs that neither format takes for anything else. */
function toPart(text: string): string {
	return encodeURIComponent(text.toWellFormed());
}
