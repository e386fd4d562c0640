import type { SyntaxNode } from '@lezer/common';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { readSpecification } from './bindings.ts';
import type { GoFile } from './go-file.ts';
import { lastOperand } from './operands.ts';

/** What a name is given where it is declared, here or in another package. */
export function findValue(node: SyntaxNode, file: GoFile): Placed<GoFile> | undefined {
	const folder = folderOf(node, file);
	const name = file.read(folder === undefined ? node : (node.lastChild ?? node));
	const binding = folder === undefined ? file.findBinding(name, node.from) : undefined;
	if (binding && binding.kind !== 'value') return undefined;
	const declared = binding ? { ...binding, file } : file.project.find(folder ?? file.folder, name);
	const value = declared && readSpecification(declared.node).values[declared.index];
	return value && { node: value, file: declared.file };
}

/** The folder of the package that a name is taken from: `routes.Cars`. `undefined`: it is from none. */
export function folderOf(name: SyntaxNode, file: GoFile): string | undefined {
	const base = name.name === 'SelectorExpr' ? lastOperand(name.firstChild ?? name) : undefined;
	if (base?.name !== 'VariableName' || file.findDeclared(base)) return undefined;
	const found = file.project.findPackage(file, file.read(base));
	return found?.is === 'module' ? found.path : undefined;
}
