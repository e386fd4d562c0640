import { pathsOf } from '#core/inventory/entries.ts';
import type { Registry } from '#model/registry.ts';
import type { Snapshot } from '#model/snapshot.ts';
import type { Finding } from './finding.ts';

/**
 * Issues that readers are asked to open, but nobody would look at: in a project that the team doesn't
 * declare, or with a label that no issue of the plan has. Other teams' projects are never pulled, so
 * nothing is said about them.
 */
export function findContactDrift(
	{ contact, projects }: Pick<Registry, 'contact' | 'projects'>,
	{ rows }: Snapshot,
): Finding[] {
	const declared = new Set(projects.flatMap(pathsOf).map((path) => path.toLowerCase()));
	const seen = new Set(rows.issues.flatMap(({ labels }) => labels));
	const needs = (contact?.sections ?? []).flatMap((section) => section.needs);
	return needs.flatMap(({ id, issue, place }): Finding[] => {
		if (!issue?.ours) return [];
		const { project, labels } = issue;
		const base = {
			concerns: 'registry',
			place: { file: place.file, line: place.lines.issue ?? place.line },
		} as const;
		const unseen = labels
			.filter((label) => seen.size > 0 && !seen.has(label))
			.map((label): Finding => {
				const key = `${id} ${label}`;
				return { rule: 'contact-label-unseen', level: 'notice', ...base, label, key };
			});
		return declared.has(project.toLowerCase())
			? unseen
			: [
					{ rule: 'contact-project-not-declared', level: 'broken', ...base, project, key: id },
					...unseen,
				];
	});
}
