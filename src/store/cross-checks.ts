import { z } from 'zod';
import { rulesFor } from '#core/inventory/checks/rules.ts';
import { CheckRules, type DeclaredTool } from '#model/checks.ts';
import type { Contact } from '#model/contact.ts';
import type { Onboarding } from '#model/onboarding.ts';
import type { DeclaredGroup, DeclaredProject, Site } from '#model/registry.ts';
import type { YamlFile } from './yaml-file.ts';

/** What one part of the registry says about another, as schemas, so that a mistake has its line. */

/** GitLab compares paths without regard to case, so two spellings are one project. */
export function withoutDoubles<Entry extends z.ZodType<{ path: string }>>(
	entry: Entry,
	file: YamlFile,
) {
	return z.array(entry).superRefine((entries, context) => {
		for (const { index, first } of findDoubles(entries, ({ path }) => path.toLowerCase())) {
			context.addIssue({
				code: 'custom',
				path: [index, 'path'],
				message: `Doubled path: ${String(entries[index]?.path)} is declared on line ${lineIn(file, first)} already. Expected each path once`,
			});
		}
	});
}

/** An earlier path leads to one project, and no other is there now. */
export function withClearPaths<Entries extends z.ZodType<DeclaredProject[]>>(
	entries: Entries,
	file: YamlFile,
) {
	return entries.superRefine((projects, context) => {
		const lines = new Map(
			projects.map(({ path }, index) => [path.toLowerCase(), lineIn(file, index, 'path')]),
		);
		projects.forEach(({ earlierPaths }, index) => {
			earlierPaths.forEach((earlier, at) => {
				const path = [index, 'earlierPaths', at];
				const line = lines.get(earlier.toLowerCase());
				if (line === undefined) lines.set(earlier.toLowerCase(), lineIn(file, ...path));
				else {
					const message = `Doubled path: ${earlier} is declared on line ${line} already. Expected an earlier path that no project has, and each once`;
					context.addIssue({ code: 'custom', path, message });
				}
			});
		});
	});
}

/** Groups and categories are those of `site.yaml`. */
export function withKnownCategories<Entries extends z.ZodType<DeclaredProject[]>>(
	entries: Entries,
	{ projectGroups }: Site,
) {
	return entries.superRefine((projects, context) => {
		projects.forEach((project, index) => {
			const [key, message] = findCategoryMistake(project, projectGroups) ?? [];
			if (key !== undefined) context.addIssue({ code: 'custom', path: [index, key], message });
		});
	});
}

/** Channels of steps are those of `contact.yaml`. */
export function withKnownChannels<Steps extends z.ZodType<Onboarding>>(
	onboarding: Steps,
	contact: Pick<Contact, 'channels'> | undefined,
) {
	const ids = contact?.channels.map(({ id }) => id) ?? [];
	return onboarding.superRefine(({ steps }, context) => {
		steps.forEach(({ target: { channel } }, index) => {
			if (channel === undefined || ids.includes(channel)) return;
			const expected =
				ids.length === 0 ? 'one in content/registry/contact.yaml' : `one of ${quoted(ids)}`;
			const message = `Unknown channel "${channel}": expected ${expected}`;
			context.addIssue({ code: 'custom', path: ['steps', index, 'target', 'channel'], message });
		});
	});
}

function findCategoryMistake(
	{ group: id, category }: DeclaredProject,
	groups: Site['projectGroups'],
): ['group' | 'category', string] | undefined {
	const group = groups.find((one) => one.id === id);
	if (!group) {
		const ids = quoted(groups.map((one) => one.id));
		return ['group', `Unknown group "${id}": expected one of ${ids}`];
	}
	const categories = group.categories.map((one) => one.id);
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
export function checkRulesFor(people: readonly DeclaredGroup[], file: YamlFile) {
	return CheckRules.superRefine((rules, context) => {
		const report = (path: PropertyKey[], message: string) => {
			context.addIssue({ code: 'custom', path, message });
		};
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
		for (const { index } of findDoubles(rules.tools, ({ id }) => id)) {
			const id = String(rules.tools[index]?.id);
			report(['tools', index, 'id'], `Doubled id: "${id}". Expected each tool once`);
		}
		reportExemptions(rules, file, report);
	});
}

function reportExemptions(
	rules: CheckRules,
	file: YamlFile,
	report: (path: PropertyKey[], message: string) => void,
): void {
	const { exemptions, tools } = rules;
	const known: readonly string[] = rulesFor(rules).map(({ id }) => id);
	exemptions.forEach(({ check }, index) => {
		if (known.includes(check)) return;
		const what = tools.map(checkOf).includes(check)
			? `Check "${check}" of a tool without an agreed version, which is never broken`
			: `Unknown check "${check}"`;
		report(['exemptions', index, 'check'], `${what}: expected one of ${quoted(known)}`);
	});
	const keyOf = ({ project, check }: CheckRules['exemptions'][number]) =>
		`${project.toLowerCase()} ${check}`;
	for (const { index, first } of findDoubles(exemptions, keyOf)) {
		const { project, check } = exemptions[index] ?? {};
		report(
			['exemptions', index],
			`Doubled exemption: line ${lineIn(file, 'exemptions', first)} exempts ${String(project)} from "${String(check)}" already. Expected one for each project and check`,
		);
	}
}

function checkOf({ id }: DeclaredTool): string {
	return `tool-${id}`;
}

/** The entries that have the key of an earlier one. */
function findDoubles<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string) {
	const firsts = new Map<string, number>();
	return entries.flatMap((entry, index) => {
		const first = firsts.get(keyOf(entry));
		if (first === undefined) firsts.set(keyOf(entry), index);
		return first === undefined ? [] : [{ index, first }];
	});
}

function lineIn(file: YamlFile, ...path: PropertyKey[]): string {
	return String(file.lineOf(path) ?? '?');
}

function quoted(words: readonly string[]): string {
	return words.map((word) => `"${word}"`).join(', ');
}
