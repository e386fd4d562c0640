import type { SyntaxNode } from '@lezer/common';
import { childrenOf, operandsOf } from '#core/consumers/source/engine/syntax.ts';
import { written, type Expression } from '#core/consumers/source/engine/value.ts';
import type { TsFile } from './ts-file.ts';
import { findName, findPackage } from './ts-names.ts';
import { readSpecifier } from './ts-syntax.ts';

/** Finds what a file exports by a name; `default` for the export without one. */
export function findExport(file: TsFile, name: string): Expression<TsFile>[] {
	return childrenOf(file.tree.topNode).flatMap((node) =>
		node.name === 'ExportDeclaration'
			? readExport(node, name, file)
			: node.name === 'ExpressionStatement'
				? readAssignment(node.firstChild, name, file)
				: [],
	);
}

function readExport(node: SyntaxNode, name: string, file: TsFile): Expression<TsFile>[] {
	const specifier = readSpecifier(node, file);
	const from = specifier === undefined ? undefined : findPackage(specifier, file);
	const group = node.getChild('ExportGroup');
	if (group) {
		return readGroup(group, name, file).map((own) =>
			from ? { is: 'member', of: from, name: own } : findName(own, group.from, file),
		);
	}
	if (from) return [{ is: 'member', of: from, name }];
	const [value] = operandsOf(node);
	if (!value) return [];
	if (node.getChild('default')) return name === 'default' ? [written(value, file)] : [];
	return definitionsIn(value)
		.filter((definition) => file.read(definition) === name)
		.map((definition) => findName(name, definition.from, file));
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

/** The own names of what is exported by a name: `export { own as name }`. */
function readGroup(group: SyntaxNode, name: string, file: TsFile): string[] {
	const pairs = file.read(group).replace(/^\{|\}$/g, '');
	return pairs.split(',').flatMap((pair) => {
		const words = pair.trim().replace(/^type\s+/, '');
		const [own = '', as = own] = words.split(/(?<!\s)\s+as\s+/);
		return as === name && own !== '' ? [own] : [];
	});
}

/** `module.exports = { api }`, `exports.api = …` */
function readAssignment(node: SyntaxNode | null, name: string, file: TsFile): Expression<TsFile>[] {
	if (node?.name !== 'AssignmentExpression') return [];
	const [target, , value] = childrenOf(node);
	if (!target || !value) return [];
	const of = written(value, file);
	const exported = file.read(target);
	if (exported === 'module.exports') return [name === 'default' ? of : { is: 'member', of, name }];
	return /^(?:module\.)?exports\.(\w+)$/.exec(exported)?.[1] === name ? [of] : [];
}
