import type { GroupPath } from '#model/identifiers.ts';
import type { Codeowners } from '#model/project.ts';

/**
 * Finds which of these groups a CODEOWNERS file names, each with its first line, in the order of the
 * lines. Groups are kept as they are given, whatever their case in the file.
 *
 * @see https://docs.gitlab.com/user/project/codeowners/reference/
 */
export function findCodeowners(
	file: string,
	text: string,
	groups: readonly GroupPath[],
): Codeowners {
	const waiting = new Map(groups.map((group) => [`@${group.toLowerCase()}`, group]));
	const mentions: Codeowners['mentions'] = [];
	for (const [index, row] of text.split('\n').entries()) {
		for (const owner of findOwners(row.trim())) {
			const group = waiting.get(owner);
			if (group === undefined) continue;
			mentions.push({ group, line: index + 1 });
			waiting.delete(owner);
		}
	}
	return { file, mentions };
}

/** The words of a line behind its section or its files, in small letters. */
function findOwners(row: string): string[] {
	// A comment, or files that nobody has to own.
	if (/^[#!]/.test(row)) return [];
	const [section] = /^\^?\[[^\]]*\](?:\[-?\d*\])?/.exec(row) ?? [];
	const owners = row
		.slice(section?.length ?? lengthOfFiles(row))
		.replace(/(?:^|\s)#.*/s, '')
		.trim();
	return owners.toLowerCase().split(/\s+/);
}

/** Up to the first space that no backslash makes a part of their names. */
function lengthOfFiles(row: string): number {
	let end = 0;
	while (end < row.length && !/\s/.test(row.charAt(end))) end += row.charAt(end) === '\\' ? 2 : 1;
	return end;
}
