import { withoutSlash } from '#core/base/paths.ts';
import type { WebUrl } from '#model/identifiers.ts';
import type { ProjectFacts } from '#model/project.ts';
import type { ReadFrom } from './check.ts';

type Located = Pick<ProjectFacts, 'webUrl' | 'defaultBranch'>;

/** A file of the default branch, at a line when one is meant. */
export function readFromFile(facts: Located, file: string, line?: number): ReadFrom {
	const at = line === undefined ? '' : `#L${String(line)}`;
	return {
		text: line === undefined ? file : `${file}, line ${String(line)}`,
		url:
			facts.defaultBranch === null
				? null
				: subpageOf(facts, `blob/${inPath(facts.defaultBranch)}/${inPath(file)}${at}`),
	};
}

/** A page of the project on GitLab: `project_members`. `null`: GitLab did not say where it is. */
export function subpageOf({ webUrl }: Pick<ProjectFacts, 'webUrl'>, page: string): WebUrl | null {
	return webUrl === null ? null : `${withoutSlash(webUrl)}/-/${page}`;
}

/** Branches, tags and files may hold any character; slashes stay. */
export function inPath(text: string): string {
	return text.split('/').map(encodeURIComponent).join('/');
}
