import { rulesFor } from '#core/inventory/checks/rules.ts';
import { compareText } from '#model/order.ts';
import type { CheckRules } from '#model/checks.ts';
import type { ProjectsExport } from '#model/exports.ts';
import type { Site } from '#model/registry.ts';
import type { About } from '#model/snapshot.ts';
import { toExportHead, type HeadSource } from './export-head.ts';
import { toExportedProject, type ProjectSource, type Surroundings } from './exported-project.ts';
import { toExportStamp, toListStamp } from './list-stamp.ts';

export interface ExportSource extends Surroundings, HeadSource {
	site: Pick<Site, 'title' | 'projectGroups'>;
	about: About;
	checkRules: CheckRules;
	/** In any order. */
	projects: readonly ProjectSource[];
}

/** What machines are told of the inventory: every declared project, in the order of the paths. */
export function toProjectsExport(source: ExportSource): ProjectsExport {
	const { about, checkRules, projects } = source;
	return {
		...toExportHead('projects', source),
		snapshot: {
			...toExportStamp(about),
			projects: toListStamp(about.lists.projects),
			groupProjects: toListStamp(about.lists['group-projects']),
			access: toListStamp(about.lists.access),
		},
		checks: rulesFor(checkRules).map(({ id, title, claim, why }) => ({ id, title, claim, why })),
		projects: projects
			.toSorted((a, b) => compareText(a.declared.path, b.declared.path))
			.map((project) => toExportedProject(project, source)),
	};
}
