import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type ParsedSource } from '#core/consumers/source/engine/syntax.ts';

/** Where a file has what it exports by a name. */
export type TsExport =
	/** A name of the file. */
	| { readonly is: 'name'; readonly name: string; readonly at: number }
	| { readonly is: 'value'; readonly node: SyntaxNode }
	/** An object whose property it is: `module.exports = { api }`. */
	| { readonly is: 'property'; readonly of: SyntaxNode }
	/** It comes from another file. */
	| { readonly is: 'elsewhere'; readonly specifier: string; readonly name: string };

/** Finds what a file exports by a name; `default` for the export without one. */
export function findExport(file: ParsedSource, name: string): TsExport[] {
	return childrenOf(file.tree.topNode).flatMap((node) =>
		node.name === 'ExportDeclaration'
			? readExport(node, name, file)
			: node.name === 'ExpressionStatement'
				? readAssignment(node.firstChild, name, file)
				: [],
	);
}

function readExport(node: SyntaxNode, name: string, file: ParsedSource): TsExport[] {
	const specifier = readSpecifier(node, file);
	const group = node.getChild('ExportGroup');
	if (group) return readGroup(group, name, specifier, file);
	if (specifier !== undefined) return [{ is: 'elsewhere', specifier, name }];
	const parts = childrenOf(node).filter((part) => /^[A-Z]/.test(part.name));
	const [value] = parts;
	if (!value) return [];
	if (node.getChild('default')) return name === 'default' ? [{ is: 'value', node: value }] : [];
	return definitionsIn(value)
		.filter((definition) => file.read(definition) === name)
		.map(({ from }) => ({ is: 'name', name, at: from }));
}

function definitionsIn(node: SyntaxNode): SyntaxNode[] {
	return childrenOf(node).flatMap((part) =>
		part.name.endsWith('Definition')
			? [part]
			: part.name.includes('Pattern')
				? definitionsIn(part)
				: [],
	);
}

/** `export { own as name }`, with or without the file that it comes from. */
function readGroup(
	group: SyntaxNode,
	name: string,
	specifier: string | undefined,
	file: ParsedSource,
): TsExport[] {
	const pairs = file
		.read(group)
		.replace(/^\{|\}$/g, '')
		.split(',')
		.map((pair) =>
			pair
				.trim()
				.replace(/^type\s+/, '')
				.split(/(?<!\s)\s+as\s+/),
		);
	return pairs.flatMap(([own = '', as = own]): TsExport[] => {
		if (as !== name || own === '') return [];
		return specifier === undefined
			? [{ is: 'name', name: own, at: group.from }]
			: [{ is: 'elsewhere', specifier, name: own }];
	});
}

function readAssignment(node: SyntaxNode | null, name: string, file: ParsedSource): TsExport[] {
	if (node?.name !== 'AssignmentExpression') return [];
	const [target, , value] = childrenOf(node);
	if (!target || !value) return [];
	const written = file.read(target);
	if (written === 'module.exports') {
		return [name === 'default' ? { is: 'value', node: value } : { is: 'property', of: value }];
	}
	return /^(?:module\.)?exports\.(\w+)$/.exec(written)?.[1] === name
		? [{ is: 'value', node: value }]
		: [];
}

/** The file or package that a statement takes from. */
export function readSpecifier(node: SyntaxNode, file: ParsedSource): string | undefined {
	const text = node.getChild('String');
	return text ? file.read(text).slice(1, -1) : undefined;
}
