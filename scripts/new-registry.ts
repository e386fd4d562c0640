import type { GroupPath, ProjectPath, WebUrl } from '#model/identifiers.ts';
import { compareText } from '#model/order.ts';
import type { RegistryFile } from '#model/registry.ts';

/** What somebody has to say about a team before it can have a registry. */
export interface NewTeam {
	/** What the team calls itself. */
	name: string;
	/** The GitLab that has all this. */
	instance: WebUrl;
	/** Where its milestones and labels are. */
	group: GroupPath;
	/** The label of its issues. */
	label: string;
	projects: readonly ProjectPath[];
}

/** The smallest registry that is valid: what each file says. */
export function newRegistry({ name, instance, group, label, projects }: NewTeam) {
	const handbook = `${group}/handbook`;
	return {
		site: {
			title: `${name} handbook`,
			description: `How the ${name} team works, what it maintains and what it plans.`,
			instance,
			team: name,
			handbook: { project: handbook, branch: 'main' },
			staleAfterHours: 36,
			references: { project: projects[0] ?? handbook, group },
			sections: [
				{ label: 'Team', directory: 'team' },
				{ label: 'Projects', directory: 'projects' },
				{ label: 'Roadmap', directory: 'roadmap' },
				{ label: 'About this site', directory: 'about' },
			],
		},
		projects: projects.toSorted(compareText).map((path) => ({ path, name: nameOf(path) })),
		checks: { completeGroups: [], tools: [], exemptions: [] },
		plan: {
			group,
			groupLabels: [label],
			nextMilestones: 3,
			workflowScope: 'workflow',
		},
	} satisfies Partial<Record<RegistryFile, unknown>>;
}

/** `group/car-engine` → `Car engine` */
function nameOf(path: ProjectPath): string {
	const words = path
		.slice(path.lastIndexOf('/') + 1)
		.replaceAll(/[-_]+/g, ' ')
		.trim();
	return words.charAt(0).toUpperCase() + words.slice(1) || path;
}
