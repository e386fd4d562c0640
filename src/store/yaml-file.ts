import { existsSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
	isCollection,
	isMap,
	isNode,
	isPair,
	isScalar,
	LineCounter,
	parseDocument,
	visit,
	type Alias,
	type Document,
	type Node,
	type Tags,
} from 'yaml';
import { orUndefined } from '#core/base/or-undefined.ts';
import { reviveVisibly } from '#core/base/plain-text.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { Place } from '#model/declared.ts';
import { codeOf } from './file-error.ts';
import { readUtf8 } from './utf8.ts';
import { explainYamlMistakes, isReadAsMeant, placeIn, type YamlMistake } from './yaml-mistake.ts';

/** A YAML file of the registry: its value, and the lines of each part. */
export interface YamlFile {
	/** From the root of the checkout: `content/registry/projects.yaml`. */
	path: string;
	value: unknown;
	/** Line of the part at this path, or of the nearest part around it. Counted from 1. */
	lineOf: (path: readonly PropertyKey[]) => number | undefined;
	/** The same for sentences. */
	lineIn: (...path: readonly PropertyKey[]) => string;
	/** The lines of the part at this path, from its first to its last. @throws when there is none. */
	placeOf: (path: readonly PropertyKey[]) => Place;
}

/** A text is not YAML: what is wrong, where, and what to do. */
export class InvalidYamlError extends InvalidDataError {
	readonly mistakes: readonly YamlMistake[];
	/** What the file says, where its mistakes leave no doubt about that. */
	readonly rest: YamlFile | undefined;

	constructor(path: string, mistakes: readonly YamlMistake[], rest?: YamlFile) {
		const lines = mistakes.flatMap(({ what, line, column, advice }, index) => [
			`✖ ${what} (line ${String(line)}, column ${String(column)})`,
			...(mistakes[index + 1]?.advice === advice ? [] : [advice]),
		]);
		super([`${path} is not valid YAML.`, ...lines].join('\n'));
		[this.mistakes, this.rest] = [mistakes, rest];
	}
}

/**
 * A file that is absent where it may be, or has nothing but comments, has the value `null`.
 *
 * @throws {InvalidDataError} when the file cannot be read or is not YAML, with line and column.
 */
export async function readYamlFile(
	root: string,
	path: string,
	{ mayBeAbsent = false } = {},
): Promise<YamlFile> {
	const bytes = await readFile(join(root, path)).catch(async (cause: unknown) => {
		const isLink = await readlink(join(root, path)).catch(() => undefined);
		if (mayBeAbsent && codeOf(cause) === 'ENOENT' && isLink === undefined) return Buffer.of();
		const folder = dirname(path);
		if (!existsSync(join(root, folder))) {
			const advice = 'Run this at the root of a checkout, or write a new one: npm run new.';
			throw new InvalidDataError(`There is no ${folder} in ${root}.\n${advice}`);
		}
		throw new InvalidDataError(
			`${path} cannot be read.\nRestore the file from Git, or see the README for what it must hold.`,
			{ cause },
		);
	});
	return parseYaml(readUtf8(bytes, path), path);
}

/**
 * @param path Where the text is from.
 * @param customTags What else than strings, numbers and so on is a value of its own: `timestamp`.
 * @throws {InvalidYamlError} when it is not YAML.
 */
export function parseYaml(text: string, path: string, customTags: Tags = []): YamlFile {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, customTags });
	const toFile = (): YamlFile => ({
		path,
		value: toValue(document, lines, path),
		lineOf: (place) => lineOf(document, lines, place),
		lineIn: (...place) => String(lineOf(document, lines, place) ?? '?'),
		placeOf: (place) => {
			const node: unknown = document.getIn(place, true);
			if (!isNode(node)) throw new Error(`${path} has nothing at ${place.join('.')}.`);
			return { file: path, ...rangeOf(node, text, lines) };
		},
	});
	if (document.errors.length === 0) return toFile();
	const rest = isReadAsMeant(document.errors) ? orUndefined(toFile) : undefined;
	throw new InvalidYamlError(path, explainYamlMistakes(document.errors, text, lines), rest);
}

/** References to another part of the file, `*name`, are followed only here. */
function toValue(document: Document, lines: LineCounter, path: string): unknown {
	try {
		return document.toJS({ maxAliasCount: 100, reviver: reviveVisibly });
	} catch (cause) {
		const what = cause instanceof Error ? cause.message : String(cause);
		const [offset = 0] = findDoubtfulAlias(document)?.range ?? [];
		const advice =
			'Put a text that begins with "*" into quotes. An entry needs no references to others.';
		throw new InvalidYamlError(path, [{ what, advice, ...placeIn(lines, offset) }]);
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

function rangeOf(node: Node, text: string, lines: LineCounter): Omit<Place, 'file'> {
	const [start] = node.range ?? [0];
	const lineAt = (offset: number) => lines.linePos(offset).line;
	const lastLineOf = (part: unknown) => lineAt(text.slice(0, endOf(part)).trimEnd().length - 1);
	const keys = (isMap(node) ? node.items : []).flatMap((pair) => {
		const { key } = pair;
		if (!isScalar(key) || !key.range) return [];
		return [{ name: String(key.value), line: lineAt(key.range[0]), end: lastLineOf(pair) }];
	});
	return {
		line: lineAt(start),
		end: lastLineOf(node),
		indent: indentOf(node, text, lines),
		lines: Object.fromEntries(keys.map(({ name, line }) => [name, line])),
		ends: Object.fromEntries(
			keys.filter(({ line, end }) => end > line).map(({ name, end }) => [name, end]),
		),
	};
}

/** `null` unless it is written as `- key: value`, with its other keys two columns right of the "-". */
function indentOf(node: Node, text: string, lines: LineCounter): number | null {
	if (!isMap(node) || node.flow === true) return null;
	const [first, ...others] = node.items.map(({ key }) => {
		const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
		return text.slice(offset - lines.linePos(offset).col + 1, offset);
	});
	const indent = /^( *)- $/.exec(first ?? '')?.[1];
	if (indent === undefined || others.some((before) => before !== `${indent}  `)) return null;
	return indent.length;
}

/** A block's own range goes on over the comments and blank lines below it: those are the next one's. */
function endOf(node: unknown): number {
	if (isPair(node)) return endOf(isNode(node.value) ? node.value : node.key);
	if (isCollection(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
	return isNode(node) && node.range ? node.range[1] : 0;
}
