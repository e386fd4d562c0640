import type { SyntaxNode } from '@lezer/common';
import type { ParsedFile } from '#core/consumers/source/engine/parsed-file.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';

/** A function, a type, or a name among those that one specification declares: `var a, b = f()`. */
export interface Declaration {
	readonly node: SyntaxNode;
	readonly index: number;
}

/** What a file declares for its package, by name. Methods have their type before it: `Client.Fetch`. */
export function findDeclarations(file: ParsedFile): ReadonlyMap<string, Declaration> {
	const found = new Map<string, Declaration>();
	for (const node of childrenOf(file.tree.topNode)) {
		const specifications = node.name === 'FunctionDecl' ? [node] : specificationsOf(node);
		for (const one of specifications) {
			for (const [index, name] of one.getChildren('DefName').entries()) {
				found.set(file.read(name), { node: one, index });
			}
		}
		const method = node.name === 'MethodDecl' ? node.getChild('FieldName') : null;
		if (method) found.set(`${receiverOf(node, file)}.${file.read(method)}`, { node, index: 0 });
	}
	return found;
}

/** `var a = 1` has one specification, `var ( … )` has many; `a := 1` is its own. */
export function specificationsOf(node: SyntaxNode): SyntaxNode[] {
	if (!/^(Type|Var|Const)Decl$/.test(node.name)) return [];
	if (node.getChildren('DefName').length > 0) return [node];
	return childrenOf(node)
		.flatMap((child) => (child.name === 'SpecList' ? childrenOf(child) : [child]))
		.filter(({ name }) => name.endsWith('Spec'));
}

/** The name of the type that a method belongs to, without pointer and parameters. */
function receiverOf(method: SyntaxNode, file: ParsedFile): string {
	const parameters = method.getChild('Parameters');
	const written = parameters ? file.read(parameters) : '';
	return /(?<!\w)(\w+)\s*(?:\[[^\][]*\]\s*)?\)$/.exec(written)?.[1] ?? '';
}
