import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import { written, type Expression } from '#core/consumers/source/engine/value.ts';
import type { GoFile } from './go-file.ts';

/** By the type that a node ends with. */
export function writtenType(node: SyntaxNode, file: GoFile): Expression<GoFile> {
	return written(typesIn(node).at(-1), file);
}

/** The types that a function gives back. */
export function resultsOf(node: SyntaxNode): SyntaxNode[] {
	const parts = childrenOf(node).filter(({ name }) => name === 'Parameters' || isType(name));
	const last = parts.at(-1);
	const given = node.name === 'MethodDecl' ? 2 : 1;
	if (!last || (last.name === 'Parameters' && parts.length <= given)) return [];
	if (last.name !== 'Parameters') return [last];
	return last.getChildren('Parameter').flatMap((parameter) => {
		const type = typesIn(parameter).at(-1);
		if (!type) return [];
		const names = parameter.getChildren('DefName').length;
		return Array.from({ length: Math.max(1, names) }, () => type);
	});
}

export function typesIn(node: SyntaxNode): SyntaxNode[] {
	return childrenOf(node).filter(({ name }) => isType(name));
}

function isType(name: string): boolean {
	return name.endsWith('Type') || name === 'TypeName';
}
