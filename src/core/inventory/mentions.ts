import { parseReferences } from '#core/base/references.ts';

/** What may be a path: with the host of an address in front, which is no part of it. */
const pathLike = /(?<host>:\/\/[^\s/()<>"'`,[\]]*)?(?<path>[\w./-]+)/g;

/**
 * Finds which projects a page mentions: by their path in prose, code, references (`group/project#12`)
 * and addresses (`https://gitlab.example.com/group/project/-/issues`, `/projects/group/project/`);
 * one by references without a path, `#12` and `!3`, outside of code.
 *
 * A path that is a part of a longer one is no mention: `a/b` is not in `a/b-c` or `a/b/c`.
 *
 * @param text MDX.
 * @param projects Paths of the declared projects.
 * @param defaultProject The one that references without a path mean.
 * @returns In the order of `projects`.
 */
export function findMentions(
	text: string,
	projects: readonly string[],
	defaultProject: string,
): string[] {
	const mentioned = findPaths(text);
	if (hasShortReference(text)) mentioned.add(defaultProject.toLowerCase());
	return projects.filter((path) => mentioned.has(path.toLowerCase()));
}

/** Everything that could be a project's path, in small letters. */
function findPaths(text: string): Set<string> {
	const paths = new Set<string>();
	for (const { groups } of text.matchAll(pathLike)) {
		const path = toProjectPath(groups?.path ?? '', groups?.host !== undefined);
		if (path === undefined) continue;
		const lower = path.toLowerCase();
		paths.add(lower);
		// The end of a sentence, the end of a clone address, and emphasis around the path.
		const bare = lower.replace(/[._-]+$/, '').replace(/\.git$/, '');
		paths.add(bare);
		paths.add(bare.replace(/^_+/, ''));
	}
	return paths;
}

/** `undefined`: it leads elsewhere on this site, or to a file. */
function toProjectPath(written: string, isAddress: boolean): string | undefined {
	const steps = written.split('/');
	const page = steps.indexOf('-');
	const own = (page === -1 ? steps : steps.slice(0, page)).filter((step) => step !== '');
	const start = own.findIndex((step) => step !== '.' && step !== '..');
	const path = own.slice(Math.max(start, 0));
	if (path.length < 2) return undefined;
	const isRelative = !isAddress && (start > 0 || written.startsWith('/'));
	const isProjectPage = path[0] === 'projects' && path.length > 2 && (isRelative || isAddress);
	if (isProjectPage) return path.slice(1).join('/');
	return isRelative ? undefined : path.join('/');
}

function hasShortReference(text: string): boolean {
	return parseReferences(withoutCode(text)).some(
		(token) => (token.kind === 'issue' || token.kind === 'merge-request') && token.project === null,
	);
}

/** Leaves prose: no code, no comments, no tags of components, no targets of links. */
function withoutCode(text: string): string {
	return withoutFences(text)
		.replaceAll(/\{\/\*[\s\S]*?\*\/\}/g, ' ')
		.replaceAll(/(?<!`)(`+)(?!`)[^`]+(?:`+[^`]+)*?(?<!`)\1(?!`)/g, ' ')
		.replaceAll(/\]\([^()\n]*\)/g, '] ')
		.replaceAll(/<\/?[A-Za-z][^<>]*>/g, ' ');
}

function withoutFences(text: string): string {
	let fence: string | undefined;
	const prose: string[] = [];
	for (const line of text.split('\n')) {
		const marker = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
		const isEnd = fence !== undefined && marker?.startsWith(fence) === true;
		if (fence === undefined && marker === undefined) prose.push(line);
		if (isEnd) fence = undefined;
		else fence ??= marker;
	}
	return prose.join('\n');
}
