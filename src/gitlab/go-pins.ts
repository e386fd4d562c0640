import { parse } from 'smol-toml';
import { z } from 'zod';
import type { GoPin } from '#model/project.ts';

type PinFile = GoPin['file'];

/** The files that pin a Go version, in the order of preference. */
export const pinFiles: readonly PinFile[] = ['go.mod', '.tool-versions', 'mise.toml'];

/** Finds where a file pins Go. A file that pins none, or that cannot be read as its kind, has none. */
export function findGoPin(file: PinFile, text: string): GoPin | undefined {
	switch (file) {
		case 'go.mod':
			return findLine(file, text, /^go\s+([^\s/]+)/);
		case '.tool-versions':
			return findLine(file, text, /^\s*(?:golang|go)\s+([^\s#]+)/);
		case 'mise.toml':
			return findMisePin(text);
	}
}

function findLine(file: PinFile, text: string, pattern: RegExp): GoPin | undefined {
	for (const [index, line] of text.split('\n').entries()) {
		const version = pattern.exec(line)?.[1];
		if (version) return { file, line: index + 1, version };
	}
	return undefined;
}

const MiseVersion = z.union([
	z.string().min(1),
	z.array(z.string().min(1)).min(1),
	z.object({ version: z.string().min(1) }),
]);
const MiseTools = z.object({
	tools: z.object({
		go: MiseVersion.optional().catch(undefined),
		golang: MiseVersion.optional().catch(undefined),
	}),
});

/** A tool of mise has one version, several (the first is the default), or a table that holds it. */
function findMisePin(text: string): GoPin | undefined {
	const tools = MiseTools.safeParse(parseToml(text)).data?.tools;
	const tool = tools?.go === undefined ? 'golang' : 'go';
	const pinned = tools?.[tool];
	if (pinned === undefined) return undefined;
	const version =
		typeof pinned === 'string' ? pinned : Array.isArray(pinned) ? pinned[0] : pinned.version;
	return version === undefined
		? undefined
		: { file: 'mise.toml', line: findMiseLine(text, tool), version };
}

/** The parser tells no lines. Other tables, such as the one of tasks, may have a key of the name. */
function findMiseLine(text: string, tool: string): number {
	let table = '';
	for (const [index, row] of text.split('\n').entries()) {
		const header = /^\s*\[+([^[\]]+)\]/.exec(row)?.[1];
		if (header !== undefined) table = `${header}.`;
		const key = `${table}${header === undefined ? row.replace(/[=#].*/, '') : ''}`;
		const name = key.replaceAll(/["'\s]/g, '');
		if (name === 'tools' || `${name}.`.startsWith(`tools.${tool}.`)) return index + 1;
	}
	return 1;
}

function parseToml(text: string): unknown {
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}
