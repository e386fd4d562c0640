import { parse } from 'smol-toml';
import { z } from 'zod';
import { orUndefined } from '#core/base/or-undefined.ts';
import { toVersion } from './pinned-version.ts';
import type { NamedVersion } from './tool-versions.ts';

/** A tool of mise has one version, several (the first is the default), or a table that holds it. */
const MiseVersion = z.union([
	z.string(),
	z.object({ version: z.string() }).transform(({ version }) => version),
]);
const MiseTool = z.union([MiseVersion, z.array(MiseVersion).transform(([first]) => first ?? '')]);
const MiseFile = z.object({ tools: z.record(z.string(), z.unknown()) });

/** Reads the tools of a mise.toml. A text that is no TOML has none. */
export function parseMiseToml(text: string): NamedVersion[] {
	const tools = MiseFile.safeParse(orUndefined(() => parse(text))).data?.tools ?? {};
	const lines = findLines(text);
	return Object.entries(tools).flatMap(([name, value]) => {
		const version = toVersion(MiseTool.safeParse(value).data ?? '');
		return version === undefined ? [] : [{ name, line: findLine(lines, name), version }];
	});
}

/**
 * The first line of each key, tables included: `tools.go`. The parser tells no lines, and other tables,
 * such as the one of tasks, may have a key of the name.
 */
function findLines(text: string): ReadonlyMap<string, number> {
	const lines = new Map<string, number>();
	let table = '';
	for (const [index, row] of text.split('\n').entries()) {
		const header = /^\s*\[+([^[\]]+)\]/.exec(row)?.[1];
		if (header !== undefined) table = `${header}.`;
		const key = toKey(header ?? `${table}${row.replace(/[=#].*/s, '')}`);
		if (!lines.has(key)) lines.set(key, index + 1);
	}
	return lines;
}

/** The line that holds the version, or that opens what is around it. */
function findLine(lines: ReadonlyMap<string, number>, name: string): number {
	const tool = toKey(`tools.${name}`);
	return lines.get(`${tool}.version`) ?? lines.get(tool) ?? lines.get('tools') ?? 1;
}

function toKey(written: string): string {
	return written.replaceAll(/["'\s]/g, '');
}
