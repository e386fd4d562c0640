import type { GroupPath, IsoInstant, ProjectPath } from '#model/identifiers.ts';
import type { ListName } from '#model/snapshot.ts';

/** The lists whose rows the registry declares one by one. */
export type DeclaredList = 'projects' | 'consumers' | 'people';
/** Those of them that are projects on GitLab. */
export type ProjectList = 'projects' | 'consumers';

interface AboutProject {
	project: ProjectPath;
	/** File and line: `content/registry/projects.yaml:14`. */
	declaredIn: string;
}

type ProjectFinding =
	| ({ rule: 'project-moved'; movedTo: ProjectPath } & AboutProject)
	| ({ rule: 'project-missing-or-private' } & AboutProject)
	| ({ rule: 'project-archived' } & AboutProject)
	| ({ rule: 'project-declared-archived' } & AboutProject)
	| ({ rule: 'project-not-pulled' } & AboutProject)
	| { rule: 'project-no-longer-declared'; project: ProjectPath; list: ProjectList };

/** A disagreement between what the team declares and what GitLab answered. */
export type Finding =
	| ProjectFinding
	| { rule: 'group-not-visible'; group: GroupPath; declaredIn: string }
	| {
			rule: 'milestone-without-planning-issue';
			milestone: string;
			/** Where planning issues are looked for, and by which label. */
			project: ProjectPath;
			label: string;
	  }
	| { rule: 'list-stale'; list: ListName; pulledAt: IsoInstant; reason: string }
	| { rule: 'list-missing'; list: ListName; reason: string };

/**
 * `broken`: one side is wrong, and somebody has to change it. `unknown`: it could not be told.
 * `notice`: worth knowing, and often right as it is.
 */
export type FindingLevel = 'broken' | 'unknown' | 'notice';

const levels: Record<Finding['rule'], FindingLevel> = {
	'project-moved': 'broken',
	'project-missing-or-private': 'unknown',
	'project-archived': 'broken',
	'project-declared-archived': 'broken',
	'project-not-pulled': 'unknown',
	'project-no-longer-declared': 'notice',
	'group-not-visible': 'unknown',
	'milestone-without-planning-issue': 'notice',
	'list-stale': 'unknown',
	'list-missing': 'unknown',
};

export function levelOf({ rule }: Pick<Finding, 'rule'>): FindingLevel {
	return levels[rule];
}

/** A finding in whole sentences: where, what, and on the last line what to do. Plain text. */
export function describeFinding(finding: Finding): string {
	switch (finding.rule) {
		case 'group-not-visible':
			return (
				`${finding.declaredIn} declares the group ${finding.group}, but GitLab does not show it to a stranger: it is missing or private. Nobody of it is published.\n` +
				'Correct the path, or make the group public on GitLab.'
			);
		case 'milestone-without-planning-issue':
			return (
				`%${finding.milestone} has no planning issue: content/registry/plan.yaml looks for one in ${finding.project} with the label ~"${finding.label}".\n` +
				'Open one, or put the one that there is into the milestone.'
			);
		case 'list-stale':
			return (
				`content/snapshot holds the list "${finding.list}" as it was at ${finding.pulledAt}, because a later pull did not get it.\n` +
				`${finding.reason}\n` +
				'Run npm run pull to ask again.'
			);
		case 'list-missing':
			return (
				`content/snapshot lacks the list "${finding.list}", so pages cannot show it.\n` +
				`${finding.reason}\n` +
				'Run npm run pull to ask again.'
			);
		case 'project-moved':
		case 'project-missing-or-private':
		case 'project-archived':
		case 'project-declared-archived':
		case 'project-not-pulled':
		case 'project-no-longer-declared':
			return describeProjectFinding(finding);
	}
}

function describeProjectFinding(finding: ProjectFinding): string {
	switch (finding.rule) {
		case 'project-moved':
			return (
				`${finding.declaredIn} declares ${finding.project}, but GitLab has moved that project.\n` +
				`Replace the path by the new one: ${finding.movedTo}`
			);
		case 'project-missing-or-private':
			return (
				`${finding.declaredIn} declares ${finding.project}, but GitLab shows a stranger no such project: it is missing or private, and a stranger cannot tell which.\n` +
				'Correct the path if the project moved, remove the entry if it is gone, leave it if it is private.'
			);
		case 'project-archived':
			return (
				`${finding.declaredIn} declares ${finding.project}, but on GitLab that project is archived.\n` +
				'Add "archived: true" to the entry, or remove the entry.'
			);
		case 'project-declared-archived':
			return (
				`${finding.declaredIn} declares ${finding.project} as archived, but on GitLab that project is not.\n` +
				'Remove "archived: true" from the entry, or archive the project on GitLab.'
			);
		case 'project-not-pulled':
			return (
				`${finding.declaredIn} declares ${finding.project}, but the snapshot knows nothing of it.\n` +
				'Run npm run pull.'
			);
		case 'project-no-longer-declared':
			return (
				`content/snapshot has ${finding.project}, which content/registry/${finding.list}.yaml does not declare any more.\n` +
				'Run npm run pull to drop it, or declare it again.'
			);
	}
}
