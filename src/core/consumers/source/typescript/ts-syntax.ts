import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { TsFile } from './ts-file.ts';

/** The property that an expression takes: `.name` or `['name']`. */
export function propertyOf(node: SyntaxNode, file: TsFile): string {
	const last = childrenOf(node).findLast(({ name }) =>
		/^(PropertyName|Private\w+|String)$/.test(name),
	);
	if (!last) return '';
	return last.name === 'String' ? file.read(last).slice(1, -1) : file.read(last);
}

/** What a function's statements return, without the functions in it. */
export function returnsIn(node: SyntaxNode): SyntaxNode[] {
	return childrenOf(node).flatMap((part) => {
		if (/Function|Class|Method/.test(part.name)) return [];
		if (part.name !== 'ReturnStatement') return returnsIn(part);
		const value = childrenOf(part).find(({ name }) => /^[A-Zt]/.test(name));
		return value ? [value] : [];
	});
}
