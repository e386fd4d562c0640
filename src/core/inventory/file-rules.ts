import type { DeclaredTool } from '#model/checks.ts';
import type { GroupPath } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import type { FilesFor } from '#model/snapshot.ts';
import { fingerprint } from '#core/base/fingerprint.ts';
import { compareText } from '#model/order.ts';

/** What the registry wants to know of the files of projects. */
export interface FileRules {
	tools: readonly DeclaredTool[];
	/** Groups of which CODEOWNERS may tell. */
	groups: readonly GroupPath[];
}

export function toFileRules({ people, checks }: Pick<Registry, 'people' | 'checks'>): FileRules {
	return {
		tools: checks.tools,
		groups: [...new Set([...people.map(({ path }) => path), ...checks.codeowners])],
	};
}

/** What these rules look for. Only names and agreed versions may be new where a fingerprint is the same. */
export function fingerprintFileRules({ tools, groups }: FileRules): FilesFor {
	const looked = [...tools.map(fingerprintTool), ...groups.map(fingerprintGroup)];
	return Object.fromEntries(looked.toSorted(([a], [b]) => compareText(a, b)));
}

function fingerprintTool({ id, pins }: Pick<DeclaredTool, 'id' | 'pins'>): [string, string] {
	return [`tool ${id}`, fingerprint(JSON.stringify(pins))];
}

/** GitLab compares paths without regard to case. */
function fingerprintGroup(group: GroupPath): [string, string] {
	const path = group.toLowerCase();
	return [`group ${path}`, fingerprint(path)];
}

/** What was looked for, as a snapshot says it. `null`: never. */
export type LookedFor = FilesFor | null;

/** Whether files were read for this tool, by the rules that it has now. */
export function isReadForTool(
	filesFor: LookedFor,
	tool: Pick<DeclaredTool, 'id' | 'pins'>,
): boolean {
	return has(filesFor, fingerprintTool(tool));
}

/** Whether CODEOWNERS was read for all of these groups. */
export function isReadForGroups(filesFor: LookedFor, groups: readonly GroupPath[]): boolean {
	return groups.every((group) => has(filesFor, fingerprintGroup(group)));
}

/** Whether files were read for just what is looked for now: else all of them are to be read again. */
export function isReadFor(filesFor: LookedFor, now: FilesFor): boolean {
	const looked = Object.entries(now);
	return (
		Object.keys(filesFor ?? {}).length === looked.length &&
		looked.every((one) => has(filesFor, one))
	);
}

function has(filesFor: LookedFor, [key, value]: [string, string]): boolean {
	return filesFor !== null && Object.hasOwn(filesFor, key) && filesFor[key] === value;
}
