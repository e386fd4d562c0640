import type { SyntaxNode } from '@lezer/common';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { operandsOf } from '#core/consumers/source/engine/syntax.ts';
import type { TakenField } from '#core/consumers/source/engine/text-grammar.ts';
import { readDeclarator } from './ts-bindings.ts';
import type { TsFile } from './ts-file.ts';
import { shapeOf, valueOf } from './ts-members.ts';
import { propertyOf } from './ts-syntax.ts';

/** What a name is given where it is declared, or a member in its object: of `paths.cars` the text. */
export function findValue(name: SyntaxNode, file: TsFile): Placed<TsFile> | undefined {
	if (name.name === 'MemberExpression') {
		const owner = name.firstChild && findValue(name.firstChild, file);
		const node = owner && findObject(owner.node);
		const member = node && shapeOf({ node, file }).members.get(propertyOf(name, file));
		const value = member && valueOf(member);
		return value ? { node: value, file } : undefined;
	}
	// `{ url }` is a field and its value.
	const isName = name.name === 'VariableName' || name.parent?.name === 'Property';
	if (!isName) return undefined;
	const binding = file.findBinding(file.read(name), name.from);
	if (!binding) return placed(file.findType(file.read(name), name.from), file);
	if (binding.path?.length !== 0 || binding.holder.name !== 'VariableDeclaration') return undefined;
	return placed(readDeclarator(binding.target).value, file);
}

/** The object of `o.method`, `o?.method` and `const { method } = o`. */
export function takenFrom(node: SyntaxNode, file: TsFile): TakenField | undefined {
	if (node.name === 'MemberExpression') {
		const [object] = operandsOf(node);
		return object && { object, field: propertyOf(node, file) };
	}
	const binding = file.findBinding(file.read(node), node.from);
	if (binding?.path?.length !== 1 || binding.holder.name !== 'VariableDeclaration')
		return undefined;
	const [field = ''] = binding.path;
	const object = readDeclarator(binding.target).value;
	return object && { object, field, default: readDeclarator(binding.definition).value };
}

function placed(node: SyntaxNode | undefined, file: TsFile): Placed<TsFile> | undefined {
	return node && { node, file };
}

/** So much may be around an object: calls in one another make none. */
const maxHeld = 5;

/** The object in `{ … } as const`, `({ … })` and `Object.freeze({ … })`. */
export function findObject(node: SyntaxNode, held = 0): SyntaxNode | undefined {
	if (/^(ObjectExpression|EnumDeclaration)$/.test(node.name)) return node;
	const holds = /^(Binary|Parenthesized|Call)Expression$/.test(node.name) && held < maxHeld;
	const [inside] = holds ? operandsOf(node.getChild('ArgList') ?? node) : [];
	return inside && findObject(inside, held + 1);
}
