import type { DeclaredTool } from '#model/checks.ts';
import type { GroupPath } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { fingerprint } from './fingerprint.ts';

/** What the registry wants to know of the files of projects. */
export interface FileRules {
	tools: readonly DeclaredTool[];
	/** Groups of which CODEOWNERS may tell. */
	groups: readonly GroupPath[];
}

export function toFileRules({ people, checks }: Pick<Registry, 'people' | 'checks'>): FileRules {
	const ofPeople = people.map(({ path }) => path);
	return {
		tools: checks.tools,
		groups: [...new Set([...ofPeople, ...checks.codeowners, checks.maintainers])],
	};
}

/** Another one when files have to be read again; the same when only a name or agreed version is new. */
export function fingerprintFileRules({ tools, groups }: FileRules): string {
	return fingerprint(JSON.stringify([tools.map(({ id, pins }) => [id, pins]), groups]));
}
