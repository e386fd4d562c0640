import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import type { UnansweredPart } from '#model/project.ts';
import { formatCount, formatDay, formatList } from './formats.ts';

const names: Record<UnansweredPart['part'], string> = {
	archived: 'archived state',
	languages: 'languages',
	pipelines: 'pipelines',
	project: 'the project itself',
	releases: 'releases',
};

export interface UnansweredRow {
	path: ProjectPath;
	/** `undefined`: GitLab answered all. */
	unanswered?: readonly Pick<UnansweredPart, 'part' | 'why'>[] | undefined;
}

const mostNamed = 5;

/** Why a list is not whole: which projects it is about, and the first reason. `undefined`: it is. */
export function describePartial(rows: readonly UnansweredRow[]): string | undefined {
	const failed = rows.flatMap(({ path, unanswered = [] }) => {
		const what = formatList(unanswered.map(({ part }) => names[part]));
		return unanswered[0] ? { path, what, why: unanswered[0].why } : [];
	});
	return describeFailed('project', failed);
}

/** Why a list is not whole, and how old the rows are that are shown instead. `undefined`: it is. */
export function describeKept(
	noun: 'group' | 'project',
	failed: readonly { path: string; keptFrom: IsoInstant | null; why: string }[],
): string | undefined {
	const rows = failed.map(({ keptFrom, ...row }) => ({
		...row,
		what: keptFrom === null ? 'not known' : `as of ${formatDay(keptFrom)}`,
	}));
	return describeFailed(noun, rows);
}

function describeFailed(
	noun: string,
	failed: readonly { path: string; what: string; why: string }[],
): string | undefined {
	const [first] = failed;
	if (!first) return undefined;
	const named = failed.slice(0, mostNamed).map(({ path, what }) => `${path} (${what})`);
	const more = failed.length - named.length;
	const all = more > 0 ? [...named, `${String(more)} more`] : named;
	return `GitLab failed to answer for ${formatCount(failed.length, noun)}: ${formatList(all)}. ${first.why}`;
}

/** For the page of a project: which of its data are older, or not known, and why. */
export function describeUnanswered({ part, keptFrom, why }: UnansweredPart): string {
	const what = part === 'project' ? 'this project' : `its ${names[part]}`;
	const shown =
		keptFrom === null ? "We don't know yet." : `You see its answer from ${formatDay(keptFrom)}.`;
	return `GitLab failed to answer for ${what} when we last pulled. ${shown} ${why}`;
}
