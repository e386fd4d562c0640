import { compareText } from '#model/order.ts';
import type { Project, ProjectFacts } from '#model/project.ts';
import type { DeclaredProject } from '#model/declared.ts';
import type { Site } from '#model/site.ts';

/** A part of the inventory under a heading of its own: a group, or one of its categories. */
export interface InventorySection<Row> {
	group: string;
	/** `Helper projects`, `Helper projects: Linters`. */
	title: string;
	/** The first of its group: links to the group lead here. */
	isFirst: boolean;
	rows: readonly Row[];
}

interface Declared {
	declared: Pick<DeclaredProject, 'group' | 'category' | 'name'>;
}

/**
 * Puts projects into the registry's groups and categories, each in the order of names. Categories
 * without projects are left out; a group without any is there, since others link to it.
 */
export function toSections<Row extends Declared>(
	groups: Site['projectGroups'],
	rows: readonly Row[],
): InventorySection<Row>[] {
	const sorted = rows.toSorted((a, b) => compareText(a.declared.name, b.declared.name));
	return groups.flatMap(({ id, title, categories }) => {
		const sectionOf = (category: string | null, sectionTitle: string) => ({
			group: id,
			title: sectionTitle,
			rows: sorted.filter(
				({ declared }) => declared.group === id && (declared.category ?? null) === category,
			),
		});
		const whole = sectionOf(null, title);
		const parts = categories
			.map((category) => sectionOf(category.id, `${title}: ${category.title}`))
			.filter(({ rows: members }) => members.length > 0);
		const isWholeShown = whole.rows.length > 0 || parts.length === 0;
		return [...(isWholeShown ? [whole] : []), ...parts].map((section, index) => ({
			...section,
			isFirst: index === 0,
		}));
	});
}

/** The main language of each project, each once, in alphabetical order. */
export function findLanguages(rows: readonly { project: Project | undefined }[]): string[] {
	const names = rows.flatMap(({ project }) => mainLanguage(project?.facts ?? null) ?? []);
	return [...new Set(names)].toSorted(compareText);
}

/** The language of the largest part of the source. `null`: unknown, or there is no source. */
export function mainLanguage(facts: Pick<ProjectFacts, 'languages'> | null): string | null {
	return facts?.languages[0]?.name ?? null;
}
