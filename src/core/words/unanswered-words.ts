import type { ProjectPath } from '#model/identifiers.ts';
import type { UnansweredPart } from '#model/project.ts';
import { formatCount, formatDay, formatList } from './formats.ts';

const names: Record<UnansweredPart['part'], string> = {
	languages: 'languages',
	pipelines: 'pipelines',
	project: 'the project itself',
	releases: 'releases',
};

/** A project of which GitLab failed to answer something. */
export interface UnansweredRow {
	path: ProjectPath;
	unanswered: readonly Pick<UnansweredPart, 'part' | 'why'>[];
}

const mostNamed = 5;

/** Why a list is not whole: which projects it is about, and the first reason. `undefined`: it is. */
export function describePartial(rows: readonly UnansweredRow[]): string | undefined {
	const why = rows[0]?.unanswered[0]?.why;
	if (why === undefined) return undefined;
	const named = rows
		.slice(0, mostNamed)
		.map(
			({ path, unanswered }) =>
				`${path} (${formatList(unanswered.map(({ part }) => names[part]))})`,
		);
	const more = rows.length - named.length;
	const all = more > 0 ? [...named, `${String(more)} more`] : named;
	return `GitLab failed to answer for ${formatCount(rows.length, 'project')}: ${formatList(all)}. ${why}`;
}

/** For the page of a project: which of its data are older, or not known, and why. */
export function describeUnanswered({ part, keptFrom, why }: UnansweredPart): string {
	const what = part === 'project' ? 'this project' : `its ${names[part]}`;
	const shown =
		keptFrom !== null
			? `You see ${part === 'project' ? 'its data' : 'those'} of ${formatDay(keptFrom)}.`
			: "We don't know them.";
	return `GitLab failed to answer for ${what} when we last pulled. ${shown} ${why}`;
}
