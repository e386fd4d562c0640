import type { SyntaxNode } from '@lezer/common';
import { isOperand, operandsOf } from '#core/consumers/source/engine/syntax.ts';

/** The first of its operands, however many there are. */
export function firstOperand(node: SyntaxNode): SyntaxNode | undefined {
	let child = node.firstChild;
	while (child && !isOperand(child)) child = child.nextSibling;
	return child ?? undefined;
}

const postfix = /^(SelectorExpr|CallExpr|IndexExpr|SliceExpr|TypeAssertion|ParameterizedExpr)$/;

/**
 * Where an expression begins, before all its dots, calls and indexes.
 *
 * The grammar lets them bind weaker than operators: it reads `a + b.c()` as `(a + b).c()`. Behind an
 * operator they belong to its last operand alone.
 */
export function headOf(node: SyntaxNode): SyntaxNode {
	let head = node;
	while (postfix.test(head.name)) {
		const base = firstOperand(head);
		if (!base) break;
		head = base;
	}
	return head;
}

/** What a dot or a call behind an expression really belongs to: `b` of `a + b`, `c` of `!c`. */
export function lastOperand(node: SyntaxNode): SyntaxNode {
	let last = node;
	while (/^(BinaryExp|UnaryExp)$/.test(last.name)) {
		const operand = operandsOf(last).at(-1);
		if (!operand) break;
		last = operand;
	}
	return last;
}

/** Whether an expression goes on behind a node: with a dot, a call or an index. */
export function hasPostfix({ from, parent }: SyntaxNode): boolean {
	return parent !== null && postfix.test(parent.name) && parent.from === from;
}
