import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type ParsedSource } from '#core/consumers/source/engine/syntax.ts';

/** A name among those that one specification declares: `var a, b = f()`. */
export interface DeclaredValue {
	readonly specification: SyntaxNode;
	readonly index: number;
}

/** What a file declares for its package. */
export interface Declarations {
	/** Specifications of types. */
	readonly types: ReadonlyMap<string, SyntaxNode>;
	readonly functions: ReadonlyMap<string, SyntaxNode>;
	/** By the type and the name: `Client.Fetch`. */
	readonly methods: ReadonlyMap<string, SyntaxNode>;
	readonly values: ReadonlyMap<string, DeclaredValue>;
}

export function findDeclarations(file: ParsedSource): Declarations {
	const types = new Map<string, SyntaxNode>();
	const functions = new Map<string, SyntaxNode>();
	const methods = new Map<string, SyntaxNode>();
	const values = new Map<string, DeclaredValue>();
	for (const node of childrenOf(file.tree.topNode)) {
		if (node.name === 'FunctionDecl') {
			for (const name of node.getChildren('DefName')) functions.set(file.read(name), node);
		} else if (node.name === 'MethodDecl') {
			for (const name of node.getChildren('FieldName')) {
				methods.set(`${receiverOf(node, file)}.${file.read(name)}`, node);
			}
		}
		for (const specification of specificationsOf(node)) {
			for (const [index, name] of specification.getChildren('DefName').entries()) {
				if (specification.name === 'TypeSpec') types.set(file.read(name), specification);
				else values.set(file.read(name), { specification, index });
			}
		}
	}
	return { types, functions, methods, values };
}

/** `var a = 1` has one specification, `var ( … )` has many; `a := 1` is its own. */
export function specificationsOf(node: SyntaxNode): SyntaxNode[] {
	if (!/^(Type|Var|Const)Decl$/.test(node.name)) return [];
	if (node.getChildren('DefName').length > 0) return [node];
	return childrenOf(node).flatMap((child) =>
		child.name === 'SpecList' ? specsIn(child) : child.name.endsWith('Spec') ? [child] : [],
	);
}

function specsIn(list: SyntaxNode): SyntaxNode[] {
	return childrenOf(list).filter(({ name }) => name.endsWith('Spec'));
}

/** The name of the type that a method belongs to, without pointer and parameters. */
function receiverOf(method: SyntaxNode, file: ParsedSource): string {
	const parameters = method.getChild('Parameters');
	const written = parameters ? file.read(parameters) : '';
	return /(?<!\w)(\w+)\s*(?:\[[^\][]*\]\s*)?\)$/.exec(written)?.[1] ?? '';
}
