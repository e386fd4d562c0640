import { compareText } from '#model/order.ts';
import type { UnreadFile, WhyUnread } from '#model/project.ts';

/** What it would take to know what an unread file says. */
const needs: Record<WhyUnread, string> = {
	'not got': 'The next pull.',
	'archive refused': "The next pull, if GitLab then serves the project's archive.",
	'archive too large':
		"A smaller project, or a GitLab with GraphQL: the project's archive is larger than we read.",
	'not archived': "A GitLab with GraphQL: .gitattributes keeps files out of the project's archive.",
	'too deep': 'Fewer levels of includes: we read two below .gitlab-ci.yml.',
	'too many': 'Fewer includes: we read up to twenty files.',
	'too large':
		'A smaller file: we read up to 512 KiB, with lines of up to 20,000 characters and brackets up to 500 deep.',
	unreadable:
		"A simpler file: reading this one failed. If it's an ordinary file, please report it.",
	'no plain path': "Includes with plain paths: we don't resolve wildcards or variables.",
};

export function needsForUnread({ why }: UnreadFile): string {
	return needs[why];
}

/** Whether the next pull tries again, though the project does not change. */
export function isReadLater({ why }: UnreadFile): boolean {
	return why === 'not got' || why === 'archive refused' || why === 'archive too large';
}

/** `ci/a.yml (too large)`. That a file was not got is said by its name alone. */
export function describeUnread({ file, why }: UnreadFile): string {
	const name = file ?? 'Included files';
	return why === 'not got' ? name : `${name} (${why})`;
}

/** Each once, by what is said of them. */
export function sortUnread(files: readonly UnreadFile[]): UnreadFile[] {
	return [...new Map(files.map((one) => [describeUnread(one), one])).values()].toSorted((a, b) =>
		compareText(describeUnread(a), describeUnread(b)),
	);
}
