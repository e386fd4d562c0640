import type { DeclaredTool } from '#model/checks.ts';
import { toVersion, type PinnedVersion } from './pinned-version.ts';

/** A line of go.mod that says a version. */
export interface GoModVersion extends PinnedVersion {
	/** The module that is required. `null`: Go itself. */
	module: string | null;
}

/**
 * Reads what a go.mod says of versions: its lines `go` and `toolchain`, and what it requires. Of a
 * module that is replaced, what is used is what replaces it: a fork has its own path and versions, and a
 * folder has none. What it excludes or retracts says nothing about what is used.
 *
 * @see https://go.dev/ref/mod#go-mod-file
 */
export function parseGoMod(text: string): GoModVersion[] {
	const versions: GoModVersion[] = [];
	const replacing: Replacement[] = [];
	const read = (directive: string, words: readonly string[], line: number) => {
		if (directive === 'replace') replacing.push(toReplacement(words, line));
		else versions.push(...findVersion(directive, words, line));
	};
	/** The directive whose lines stand in parentheses, while we are between them. */
	let block: string | undefined;
	for (const [index, row] of text.split('\n').entries()) {
		const words = toWords(row);
		const [first, second] = words;
		if (first === undefined) continue;
		if (first === ')') block = undefined;
		else if (block !== undefined) read(block, words, index + 1);
		else if (second === '(') block = words.includes(')') ? undefined : first;
		else read(first, words.slice(1), index + 1);
	}
	return versions.flatMap((required) => {
		const found = replacing.find((one) => replaces(one, required));
		return found ? found.by : required;
	});
}

/** Without `only`, whatever version is required. */
interface Replacement {
	module: string | undefined;
	only: string | undefined;
	by: GoModVersion[];
}

function toReplacement(words: readonly string[], line: number): Replacement {
	const arrow = words.indexOf('=>');
	const [module, only] = words.slice(0, Math.max(arrow, 0));
	const by = findVersion('require', words.slice(arrow + 1), line);
	return { module, only: only?.replace(/^v/, ''), by };
}

function replaces({ module, only }: Replacement, required: GoModVersion): boolean {
	return required.module === module && (only === undefined || only === required.version);
}

export function findGoModPins(
	versions: readonly GoModVersion[],
	{ pins }: DeclaredTool,
): PinnedVersion[] {
	return versions.flatMap(({ module, line, version }) => {
		const counts = module === null ? pins.goDirective : pins.goModules.some(isVersionOf(module));
		return counts ? [{ line, version }] : [];
	});
}

/** Major versions of a module have paths of their own: `example.com/tool/v2`. */
function isVersionOf(module: string): (declared: string) => boolean {
	return (declared) => module === declared || module.replace(/\/v\d+$/, '') === declared;
}

function toWords(row: string): string[] {
	const code = row.replace(/\/\/.*/s, '').replaceAll(/[()]/g, ' $& ');
	const words = code.split(/\s+/).filter((word) => word !== '');
	return words.map((word) => word.replaceAll(/["`]/g, ''));
}

const saying = /^(?:go (\d\S*)|toolchain go(\d\S*)|require (\S+) v(\d\S*))$/;

function findVersion(directive: string, words: readonly string[], line: number): GoModVersion[] {
	const [, go, toolchain, module, required] = saying.exec([directive, ...words].join(' ')) ?? [];
	const version = toVersion(go ?? toolchain ?? required ?? '');
	return version === undefined ? [] : [{ module: module ?? null, line, version }];
}
