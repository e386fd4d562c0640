import type { SyntaxNode } from '@lezer/common';
import type { ParsedFile } from './parsed-file.ts';

/** The parts of a node, in the order of the text, without those of the parts. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
	const found: SyntaxNode[] = [];
	for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
	return found;
}

/** The parts of an expression or a type that are not marks, operators, names of fields or comments. */
export function operandsOf(node: SyntaxNode): SyntaxNode[] {
	return childrenOf(node).filter(isOperand);
}

export function isOperand({ name }: SyntaxNode): boolean {
	const isMark = /Op$|Comment$|^(FieldName|DefName|Arguments|TypeArgs)$/.test(name);
	return /^([A-Z]|this$|super$)/.test(name) && !isMark;
}

export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
	const list = call.getChild('ArgList') ?? call.getChild('Arguments');
	return list ? operandsOf(list) : [];
}

/** Whether what joins two operands, if anything does, may put texts together. */
export function isSum(node: SyntaxNode, file: ParsedFile): boolean {
	return !node.name.startsWith('Binary') || file.read(node.getChild('ArithOp') ?? node) === '+';
}

/** The node around a node, or itself, that has a name of its own kind. The whole file, if none has. */
export function findAround(node: SyntaxNode, kind: RegExp): SyntaxNode {
	let found = node;
	while (!kind.test(found.name) && found.parent) found = found.parent;
	return found;
}

const named =
	/^(FunctionDecl|MethodDecl|FunctionLiteral|FunctionDeclaration|MethodDeclaration|VariableDeclaration|Property)$/;

/** The name of the function that a statement is of, or of the variable that has it. Empty: it has none. */
export function nameOfFunction(statement: SyntaxNode, file: ParsedFile, kinds = named): string {
	const parts = childrenOf(findAround(statement, kinds));
	const name = parts.find((part) => /Definition$|^(DefName|FieldName)$/.test(part.name));
	return name ? file.read(name) : '';
}

/** Whether what a class extends may take a field of it: `protected readonly path = '/cars'`. */
export function isInherited({ parent: field, to }: SyntaxNode, file: ParsedFile): boolean {
	if (field?.name !== 'PropertyDeclaration') return false;
	if (!findAround(field, /^Class[DE]/).getChild('extends')) return false;
	return !/\b(private|static)\b|#/.test(file.read({ from: field.from, to }));
}

/** What describes a request is short: a literal may have thousands of fields, and each is judged. */
const maxNear = 30;

/** The nodes of the same kind near a node, with itself, in the order of the text. */
export function nodesNear(node: SyntaxNode): SyntaxNode[] {
	const walk = (step: 'prevSibling' | 'nextSibling') => {
		const found: SyntaxNode[] = [];
		let near = node[step];
		for (let steps = 0; near && steps < maxNear; steps += 1) {
			if (near.name === node.name) found.push(near);
			near = near[step];
		}
		return found;
	};
	return [...walk('prevSibling').toReversed(), node, ...walk('nextSibling')];
}

/** How many of some things begin at that place or before. They are sorted by where they begin. */
export function countUpTo<One>(
	sorted: readonly One[],
	at: number,
	startOf: (one: One) => number,
): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const one = sorted[middle];
		if (one !== undefined && startOf(one) <= at) low = middle + 1;
		else high = middle;
	}
	return low;
}
