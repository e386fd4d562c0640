import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import { projectPage } from '#core/words/links.ts';
import { previewIssue, previewProject } from '#core/words/preview-words.ts';
import type { Registry } from '#model/registry.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { findTarget, type ReferencePlaces } from './reference-targets.ts';

/**
 * What is known of the target of a link, in a line, by the address as a page has it: of the projects of
 * the inventory, and of the issues that a pull has brought.
 */
export function toPreviews(
	registry: Pick<Registry, 'site' | 'projects' | 'checks'>,
	snapshot: Snapshot,
	places: ReferencePlaces,
): ReadonlyMap<string, string> {
	const { rows } = snapshot;
	const projects = checkProjects(registry, snapshot).map((checked): [string, string] => [
		projectPage(checked.declared.path),
		previewProject(checked),
	]);
	const issues = [...rows.issues, ...rows['planning-issues']].flatMap((issue) => {
		const { url } = findTarget({ kind: 'issue', ...issue }, places);
		const preview = previewIssue(issue);
		return [url, issue.webUrl ?? url].map((address): [string, string] => [address, preview]);
	});
	return new Map([...projects, ...issues]);
}
