import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, visit, type Alias, type Document } from 'yaml';
import { InvalidDataError } from '#model/parse.ts';

/** A YAML file of the registry: its value, and where each part of it stands. */
export interface YamlFile {
	/** From the root of the checkout: `content/registry/projects.yaml`. */
	path: string;
	value: unknown;
	/** Line of the part at this path, or of the nearest part around it. Counted from 1. */
	lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

/**
 * @throws {InvalidDataError} when the file cannot be read or is not YAML, with line and column.
 */
export async function readYamlFile(root: string, path: string): Promise<YamlFile> {
	const text = await readFile(join(root, path), 'utf8').catch((cause: unknown) => {
		throw new InvalidDataError(
			`${path} cannot be read.\nRestore the file from Git, or see the README for what it must hold.`,
			{ cause },
		);
	});
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	const [mistake] = document.errors;
	if (mistake) {
		const at = mistake.linePos?.[0];
		const place = at ? ` (line ${String(at.line)}, column ${String(at.col)})` : '';
		const what = mistake.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? mistake.code;
		throw new InvalidDataError(
			`${path} is not valid YAML.\n✖ ${what}${place}\nCheck the indentation, the quotes and the colons of that line and the one before it.`,
		);
	}
	return {
		path,
		value: toValue(document, lines, path),
		lineOf: (place) => lineOf(document, lines, place),
	};
}

/** References to another part of the file, `*name`, are followed only here. */
function toValue(document: Document, lines: LineCounter, path: string): unknown {
	try {
		return document.toJS({ maxAliasCount: 100 });
	} catch (cause) {
		const what = cause instanceof Error ? cause.message : String(cause);
		const [offset = 0] = findDoubtfulAlias(document)?.range ?? [];
		throw new InvalidDataError(
			`${path} is not valid YAML.\n✖ ${what} (line ${String(lines.linePos(offset).line)})\nPut a text that begins with "*" into quotes. An entry needs no references to others.`,
			{ cause },
		);
	}
}

/** The first one that leads nowhere, else the first. */
function findDoubtfulAlias(document: Document): Alias | undefined {
	const aliases: Alias[] = [];
	visit(document, {
		Alias: (_key, alias) => {
			aliases.push(alias);
		},
	});
	return aliases.find((alias) => !alias.resolve(document)) ?? aliases[0];
}

function lineOf(
	document: Document,
	lines: LineCounter,
	path: readonly PropertyKey[],
): number | undefined {
	for (let length = path.length; length >= 0; length--) {
		const node: unknown = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return undefined;
}
