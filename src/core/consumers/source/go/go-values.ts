import type { SyntaxNode } from '@lezer/common';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { readSpecification } from './bindings.ts';
import type { GoFile } from './go-file.ts';
import type { GoPackage } from './go-project.ts';
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
export function folderOf({ name, firstChild }: SyntaxNode, file: GoFile): string | undefined {
	const found = name === 'SelectorExpr' && firstChild ? packageOf(firstChild, file) : undefined;
	return found?.is === 'module' ? found.path : undefined;
}

/** The package that is before a dot. */
export function packageOf(base: SyntaxNode, file: GoFile): GoPackage | undefined {
	const word = lastOperand(base);
	if (word.name !== 'VariableName' || file.findDeclared(word)) return undefined;
	return file.project.findPackage(file, file.read(word));
}
