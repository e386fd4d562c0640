import type { DeclaredTool } from '#model/checks.ts';
import type { ToolPin } from '#model/project.ts';
import { findCiPins, parseCiFiles, type CiValue } from './ci-pins.ts';
import { parseCiYaml } from './ci-yaml.ts';
import { findGoModPins, parseGoMod } from './go-mod.ts';
import { parseMiseToml } from './mise-toml.ts';
import type { PinnedVersion } from './pinned-version.ts';
import { findNamedPins, parseToolVersions } from './tool-versions.ts';

/** The files of a project that may pin tools, apart from those that its CI file includes. */
export const pinFiles: readonly string[] = [
	'go.mod',
	'.tool-versions',
	'mise.toml',
	'.gitlab-ci.yml',
];

type PinFinder = (tool: DeclaredTool) => PinnedVersion[];

/** Reads one file. When that throws it is noted somewhere, and `otherwise` is the value. */
export type Guard = <Value>(file: string, read: () => Value, otherwise: Value) => Value;

interface Reading {
	parseCi?: typeof parseCiYaml | undefined;
	guard: Guard;
}

/**
 * Finds where a project says which versions of the tools it uses. A file that cannot be read as its
 * kind pins nothing.
 *
 * @param files Text by path. YAML files are CI files; others than those of `pinFiles` pin nothing.
 * @returns In the order of the tools, then of `pinFiles`, then of other paths, then of lines. A tool
 * has one pin in a line.
 */
export function findToolPins(
	files: ReadonlyMap<string, string>,
	tools: readonly DeclaredTool[],
	{ parseCi, guard }: Reading = { guard: (_file, read) => read() },
): ToolPin[] {
	const finders = findersFor(files, { parseCi, guard });
	return tools.flatMap((tool) =>
		finders.flatMap(([file, findPins]) => {
			const byLine = new Map<number, ToolPin>();
			for (const { line, version } of guard(file, () => findPins(tool), [])) {
				if (!byLine.has(line)) byLine.set(line, { tool: tool.id, file, line, version });
			}
			return Array.from(byLine.values()).toSorted((a, b) => a.line - b.line);
		}),
	);
}

function findersFor(
	files: ReadonlyMap<string, string>,
	{ parseCi, guard }: Reading,
): [file: string, find: PinFinder][] {
	const texts = new Map(Array.from(files, ([path, text]) => [path, text.replace(/^\uFEFF/, '')]));
	const ciTexts = Array.from(texts).filter(([path]) => /\.ya?ml$/.test(path));
	const readCi = () => parseCiFiles(new Map(ciTexts), parseCi);
	const ciFiles = guard('.gitlab-ci.yml', readCi, new Map<string, CiValue[]>());
	const others = Array.from(texts.keys()).filter((path) => !pinFiles.includes(path));
	return [...pinFiles, ...others.toSorted()].flatMap((path) => {
		const text = texts.get(path);
		const find =
			text === undefined ? undefined : guard(path, () => finderFor(path, text), undefined);
		const values = ciFiles.get(path);
		if (values) return [[path, (tool) => findCiPins(values, tool)]];
		return find ? [[path, find]] : [];
	});
}

function finderFor(path: string, text: string): PinFinder | undefined {
	if (path === 'go.mod') {
		const versions = parseGoMod(text);
		return (tool) => findGoModPins(versions, tool);
	}
	if (path !== '.tool-versions' && path !== 'mise.toml') return undefined;
	const versions = path === 'mise.toml' ? parseMiseToml(text) : parseToolVersions(text);
	return (tool) => findNamedPins(versions, tool);
}
