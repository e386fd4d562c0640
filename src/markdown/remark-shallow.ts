import type { RemarkPlugin } from '@astrojs/markdown-remark';
import type { Processor } from 'unified';
import { describeDeepPage, findDeepLine, mostLevels } from '#core/base/nesting.ts';
import { InvalidDataError } from '#model/parse.ts';
import { isObject, lineOf } from './tree.ts';

/** Expressions have a level for every sum and every call. */
const mostLevelsOfCode = 200;

interface Options {
	/** The checkout: a page is named from there. */
	root: string;
}

/**
 * Refuses a page whose parts are nested so deeply that a plugin or the bundler would overflow: before
 * it is parsed, and when the tree of it is there.
 *
 * It puts itself around the parser, since all plugins are called for the tree that comes from it.
 */
export const remarkShallow: RemarkPlugin<[Options]> = function (this: Processor, { root }) {
	const { parser } = this;
	if (!parser) return;
	this.parser = (markdown, file) => {
		const refuse = (line: unknown, cause?: unknown): never => {
			const path = file.path.startsWith(`${root}/`) ? file.path.slice(root.length + 1) : file.path;
			const error = new InvalidDataError(describeDeepPage(path, line), { cause });
			// Under a name of its own, since MDX gives the error that it is thrown another.
			throw new Error(error.message, { cause: error });
		};
		const early = findDeepLine(markdown);
		if (early !== undefined) refuse(early);
		let tree;
		try {
			tree = parser(markdown, file);
		} catch (error) {
			if (!hasOverflown(error)) throw error;
			return refuse('line' in error ? error.line : undefined, error);
		}
		const line = findDeepPart(tree);
		if (line !== undefined) refuse(line);
		return tree;
	};
};

/** The line of the first part that is too deep. Without recursion, which is what overflows. */
function findDeepPart(tree: object): number | undefined {
	const parts = [{ part: tree, levels: 0, line: 1, most: mostLevels }];
	for (let next = parts.pop(); next; next = parts.pop()) {
		const { part, most } = next;
		const line = lineOf(part, next.line);
		const levels = next.levels + (isLevel(part) ? 1 : 0);
		if (levels > most) return line;
		for (const [key, value] of Object.entries(part)) {
			if (!isObject(value) || key === 'position' || key === 'loc') continue;
			parts.push({ part: value, levels, line, most: key === 'estree' ? mostLevelsOfCode : most });
		}
	}
	return undefined;
}

/** A list has its items, and a paragraph its text, on the same level. */
function isLevel(part: object): boolean {
	if (!('type' in part) || typeof part.type !== 'string') return false;
	return !['root', 'list', 'paragraph', 'text'].includes(part.type);
}

/** A parser of code says so in words of its own. */
function hasOverflown(error: unknown): error is Error {
	if (!(error instanceof Error)) return false;
	return /call stack size|stack space/.test(error.message) || hasOverflown(error.cause);
}
