import type { SyntaxNode } from '@lezer/common';
import { childrenOf, findAround, operandsOf } from '#core/consumers/source/engine/syntax.ts';
import type { TsFile } from './ts-file.ts';

/** The name of what is in an object, a class or a pattern: `url` of `{ url: '/cars' }`. */
export function nameOf({ firstChild }: SyntaxNode, file: TsFile): string {
	return firstChild ? readWord(firstChild, file) : '';
}

/** The property that an expression takes: `.name` or `['name']`. */
export function propertyOf(node: SyntaxNode, file: TsFile): string {
	const last = childrenOf(node).findLast(({ name }) =>
		/^(PropertyName|Private\w+|String)$/.test(name),
	);
	return last ? readWord(last, file) : '';
}

/** A name as it is written, or in quotes. */
export function readWord(name: SyntaxNode, file: TsFile): string {
	return name.name === 'String' ? file.read(name).slice(1, -1) : file.read(name);
}

/** What a function's statements return, without the functions in it. */
export function returnsIn(node: SyntaxNode): SyntaxNode[] {
	return childrenOf(node).flatMap((part) => {
		if (/Function|Class|Method/.test(part.name)) return [];
		if (part.name !== 'ReturnStatement') return returnsIn(part);
		return operandsOf(part).slice(0, 1);
	});
}

/** The file or package that a statement takes from. */
export function readSpecifier(node: SyntaxNode, file: TsFile): string | undefined {
	const text = node.getChild('String');
	return text ? readWord(text, file) : undefined;
}

export function classOf(node: SyntaxNode): SyntaxNode {
	return findAround(node, /^Class(Declaration|Expression)$/);
}
