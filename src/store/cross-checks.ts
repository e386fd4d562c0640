import type { z } from 'zod';
import { rulesFor } from '#core/inventory/checks/rules.ts';
import type { CheckRules } from '#model/checks.ts';
import type { Contact } from '#model/contact.ts';
import type { Onboarding } from '#model/onboarding.ts';
import { findDoubles, idOf, quoted, reporterOf, type Report } from '#model/refinement.ts';
import type { DeclaredGroup, DeclaredProject } from '#model/declared.ts';
import { onlyGroup, type Site } from '#model/site.ts';
import type { YamlFile } from './yaml-file.ts';

/** What one part of the registry says about another, for `superRefine`, so that a mistake has its line. */

/** GitLab compares paths without regard to case, so two spellings are one project. */
export function uniquePaths(file: YamlFile) {
	return (entries: { path: string }[], context: z.RefinementCtx) => {
		for (const { entry, index, first } of findDoubles(entries, keyOf)) {
			const message = `Duplicate path: ${entry.path} is declared on line ${file.lineIn(first)} already. Expected each path once`;
			reporterOf(context)([index, 'path'], message);
		}
	};
}

function keyOf({ path }: { path: string }): string {
	return path.toLowerCase();
}

/** An earlier path leads to one project, and no other is there now. */
export function clearPaths(file: YamlFile) {
	return (projects: DeclaredProject[], context: z.RefinementCtx) => {
		const lines = new Map(
			projects.map((project, index) => [keyOf(project), file.lineIn(index, 'path')]),
		);
		projects.forEach(({ earlierPaths }, index) => {
			earlierPaths.forEach((earlier, at) => {
				const path = [index, 'earlierPaths', at];
				const line = lines.get(earlier.toLowerCase());
				if (line === undefined) lines.set(earlier.toLowerCase(), file.lineIn(...path));
				else {
					const message = `Duplicate path: ${earlier} is declared on line ${line} already. Expected an earlier path that no project has, and each once`;
					reporterOf(context)(path, message);
				}
			});
		});
	};
}

/** Groups and categories are those of `site.yaml`. */
export function knownCategories({ projectGroups }: Site) {
	return (projects: DeclaredProject[], context: z.RefinementCtx) => {
		projects.forEach((project, index) => {
			const [key, message = ''] = findCategoryMistake(project, projectGroups) ?? [];
			if (key !== undefined) reporterOf(context)([index, key], message);
		});
	};
}

/** Channels of steps are those of `contact.yaml`. */
export function knownChannels(contact: Pick<Contact, 'channels'> | undefined) {
	const ids = contact?.channels.map(idOf) ?? [];
	return ({ steps }: Onboarding, context: z.RefinementCtx) => {
		steps.forEach(({ target: { channel } }, index) => {
			if (channel === undefined || ids.includes(channel)) return;
			const expected =
				ids.length === 0 ? 'one in content/registry/contact.yaml' : `one of ${quoted(ids)}`;
			const message = `Unknown channel "${channel}": expected ${expected}`;
			reporterOf(context)(['steps', index, 'target', 'channel'], message);
		});
	};
}

function findCategoryMistake(
	{ group: id, category }: DeclaredProject,
	groups: Site['projectGroups'],
): ['group' | 'category', string] | undefined {
	const group = groups.find((one) => one.id === id);
	if (!group) {
		const ids = quoted(groups.map(idOf));
		const what = id === onlyGroup ? 'Missing' : `Unknown group "${id}"`;
		return ['group', `${what}: expected one of ${ids}`];
	}
	const categories = group.categories.map(idOf);
	const [hasNone, known] = [categories.length === 0, quoted(categories)];
	if (category === undefined) {
		return hasNone
			? undefined
			: ['category', `Missing category: the group "${id}" expects one of ${known}`];
	}
	if (categories.includes(category)) return undefined;
	const expected = hasNone ? `none, since the group "${id}" has no categories` : `one of ${known}`;
	return ['category', `Unknown category "${category}": expected ${expected}`];
}

/** Groups are those of `people.yaml`, and an exemption is of a check that can be broken. */
export function knownGroups(people: readonly DeclaredGroup[], file: YamlFile) {
	return (rules: CheckRules, context: z.RefinementCtx) => {
		const report = reporterOf(context);
		const isKnown = (group: string) => people.some(({ path }) => path === group);
		const known =
			people.length === 0 ? 'has none' : `are ${quoted(people.map(({ path }) => path))}`;
		const { maintainers } = rules;
		const groups = [
			...(maintainers === undefined ? [] : [{ path: ['maintainers'], group: maintainers }]),
			...rules.codeowners.map((group, index) => ({ path: ['codeowners', index], group })),
		];
		for (const { path, group } of groups) {
			if (isKnown(group)) continue;
			report(
				path,
				`Unknown group "${group}": expected one of content/registry/people.yaml, which ${known}`,
			);
		}
		reportExemptions(rules, file, report);
	};
}

function reportExemptions(rules: CheckRules, file: YamlFile, report: Report): void {
	const { exemptions, tools } = rules;
	const known: readonly string[] = rulesFor(rules).map(idOf);
	exemptions.forEach(({ check }, index) => {
		if (known.includes(check)) return;
		const what = tools.some(({ id }) => check === `tool-${id}`)
			? `Check "${check}" of a tool without an agreed version, which is never broken`
			: `Unknown check "${check}"`;
		report(['exemptions', index, 'check'], `${what}: expected one of ${quoted(known)}`);
	});
	const doubles = findDoubles(
		exemptions,
		({ project, check }) => `${project.toLowerCase()} ${check}`,
	);
	for (const { entry, index, first } of doubles) {
		const line = file.lineIn('exemptions', first);
		report(
			['exemptions', index],
			`Duplicate exemption: line ${line} exempts ${entry.project} from "${entry.check}" already. Expected one for each project and check`,
		);
	}
}
