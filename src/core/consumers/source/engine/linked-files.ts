import { findBodies, findTellingNames } from './bodies.ts';
import type { Language, Project } from './language.ts';
import type { ParsedFile } from './parsed-file.ts';
import { oneOf } from './trigger.ts';

/** A constant may be made of another one, which is made of a third; a client as well. */
const maxRounds = 2;

/**
 * Files that have something of what is looked for, and those that import it from them by a name:
 * `import { carsPath } from './paths'`.
 */
export function widen<File extends ParsedFile>(
	files: readonly File[],
	{ texts, opening }: Language<File>,
	project: Project<File>,
	keep: RegExp,
): Set<File> {
	const found = new Set(files);
	let added = files;
	for (let round = 0; round < maxRounds && added.length > 0; round += 1) {
		const names = added.flatMap(({ text }) =>
			findTellingNames(text, findBodies(text, opening), keep),
		);
		const named = new RegExp(`\\b(?:${oneOf(names)})\\b`);
		const units = new Set([...found].map((file) => texts.unitOf(file)));
		added = [...project.files()].filter(
			(file) =>
				!found.has(file) &&
				named.test(file.text) &&
				[texts.unitOf(file), ...project.importedBy(file)].some((unit) => units.has(unit)),
		);
		for (const file of added) found.add(file);
	}
	return found;
}

/** Starts to tell the units of files, those that they import, and what these import. */
export function startNear<File extends ParsedFile>(
	{ texts }: Language<File>,
	project: Project<File>,
): (files: readonly File[]) => string[] {
	const all = Map.groupBy(project.files(), (file) => texts.unitOf(file));
	const known = new Map<string, readonly string[]>();
	const importedBy = (unit: string) => {
		const found =
			known.get(unit) ?? (all.get(unit) ?? []).flatMap((one) => project.importedBy(one));
		known.set(unit, found);
		return found;
	};
	return (files) => {
		const near = new Set(files.map((file) => texts.unitOf(file)));
		for (let round = 0; round < maxRounds; round += 1) {
			for (const unit of [...near].flatMap(importedBy)) near.add(unit);
		}
		return [...near];
	};
}

/**
 * Files in groups, each of which is read at once: those of one unit, and units of which one imports
 * texts of the other.
 *
 * @param withTexts Those that may have some.
 */
export function groupLinked<File extends ParsedFile>(
	files: readonly File[],
	withTexts: ReadonlySet<File>,
	{ texts }: Language<File>,
	project: Project<File>,
): File[][] {
	const units = new Set([...withTexts].map((file) => texts.unitOf(file)));
	const leaders = new Map<string, string>();
	const leaderOf = (unit: string): string => {
		let leader = unit;
		for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) {
			leader = next;
		}
		return leader;
	};
	for (const file of withTexts) {
		for (const unit of project.importedBy(file)) {
			const [a, b] = [leaderOf(texts.unitOf(file)), leaderOf(unit)];
			if (units.has(unit) && a !== b) leaders.set(a, b);
		}
	}
	return [...Map.groupBy(files, (file) => leaderOf(texts.unitOf(file))).values()];
}
