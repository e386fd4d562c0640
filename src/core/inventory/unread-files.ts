/** Why no pull reads a file of a project, and what it would take. */
const needs = {
	'too deep': 'Fewer levels of includes: two below .gitlab-ci.yml are read.',
	'too many': 'Fewer includes: up to twenty files in a few folders are read.',
	'too large':
		'A smaller file: up to 512 KiB are read, with lines of up to 20,000 characters and brackets up to 500 deep.',
	unreadable:
		"A simpler file: reading this one failed. If it's an ordinary file, please report it.",
	'no plain path': 'Includes with plain paths: wildcards and variables are not resolved.',
} as const;
export type WhyNeverRead = keyof typeof needs;

/**
 * How `unreadFiles` tells of files that no pull reads, as long as the project does not change. The
 * others in that list are paths, which the next pull tries again.
 *
 * @param file A path. Without one it is said of included files, whose names are anybody's words.
 */
export function noteNeverRead(why: WhyNeverRead, file = 'Included files'): string {
	return `${file} (${why})`;
}

/** Whether the next pull tries again. */
export function isReadLater(unread: string): boolean {
	return findReason(unread) === undefined;
}

/** What it would take to know what an unread file says. */
export function needsForUnread(unread: string): string {
	const reason = findReason(unread);
	return reason === undefined ? 'The next pull.' : needs[reason];
}

function findReason(unread: string): WhyNeverRead | undefined {
	const reason = /\(([^()]+)\)$/.exec(unread)?.[1];
	return whys.find((why) => why === reason);
}

const whys = ['too deep', 'too many', 'too large', 'unreadable', 'no plain path'] as const;

/** The path that an unread file is noted by, whether the next pull tries it again or not. */
export function pathOfUnread(unread: string): string {
	const reason = findReason(unread);
	return reason === undefined ? unread : unread.slice(0, -` (${reason})`.length);
}
