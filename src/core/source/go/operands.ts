import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/source/syntax.ts';

/** The parts of an expression that are values, types or calls: no brackets, dots, operators, comments. */
export function operandsOf(node: SyntaxNode): SyntaxNode[] {
	return childrenOf(node).filter(
		({ name }) =>
			/^[A-Z]/.test(name) && !/Op$|Comment$|^(FieldName|DefName|Arguments|TypeArgs)$/.test(name),
	);
}
