import { isVersionOf, parseDirectives, type Directive } from '#core/consumers/source/go/go-mod.ts';
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
 */
export function parseGoMod(text: string): GoModVersion[] {
	const directives = parseDirectives(text);
	const replacing = directives.filter(({ verb }) => verb === 'replace').map(toReplacement);
	return directives.flatMap(findVersion).flatMap((required) => {
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

function toReplacement({ words, ...directive }: Directive): Replacement {
	const arrow = words.indexOf('=>');
	const [module, only] = words.slice(0, Math.max(arrow, 0));
	const by = findVersion({ ...directive, verb: 'require', words: words.slice(arrow + 1) });
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

const saying = /^(?:go (\d\S*)|toolchain go(\d\S*)|require (\S+) v(\d\S*))$/;

function findVersion({ verb, words, line }: Directive): GoModVersion[] {
	const [, go, toolchain, module, required] = saying.exec([verb, ...words].join(' ')) ?? [];
	const version = toVersion(go ?? toolchain ?? required ?? '');
	return version === undefined ? [] : [{ module: module ?? null, line, version }];
}
