import type { SyntaxNode } from '@lezer/common';
import { findAround } from '#core/consumers/source/engine/syntax.ts';
import type { ParsedFile } from '#core/consumers/source/engine/parsed-file.ts';

/** A name that a program declares, and where it means that. */
export interface TsBinding {
	/** The name itself. */
	readonly definition: SyntaxNode;
	/** What declares it: a pattern's declaration, not the pattern. */
	readonly holder: SyntaxNode;
	/** The name's place in the holder: the pattern that it is in, or the name. */
	readonly target: SyntaxNode;
	/** The properties by which a pattern takes it from the value. `null`: it cannot be told. */
	readonly path: readonly string[] | null;
	readonly from: number;
	readonly to: number;
}

const scopes =
	/^(Block|ForStatement|FunctionDeclaration|FunctionExpression|ArrowFunction|MethodDeclaration|Property|CatchClause|SwitchBody)$/;

const types = /^(Interface|TypeAlias|Enum)Declaration$/;

/** A type may have the name of a value. */
export function typeKey(name: string): string {
	return `type ${name}`;
}

/** All names of values and types that a file declares. */
export function findTsBindings(file: ParsedFile): [name: string, TsBinding][] {
	const found: [string, TsBinding][] = [];
	file.tree.iterate({
		enter(part) {
			if (!/^(Variable|Type)Definition$/.test(part.name)) return;
			const binding = readBinding(part.node, file);
			if (part.name === 'VariableDefinition') found.push([file.read(part), binding]);
			else if (types.test(binding.holder.name)) found.push([typeKey(file.read(part)), binding]);
		},
	});
	return found;
}

function readBinding(definition: SyntaxNode, file: ParsedFile): TsBinding {
	const path: string[] = [];
	let isKnown = true;
	let target = definition;
	for (let { parent } = target; parent?.name.includes('Pattern'); { parent } = target) {
		if (parent.name === 'PatternProperty') path.unshift(propertyOf(parent, file));
		else if (parent.name === 'ArrayPattern') isKnown = false;
		target = parent;
	}
	const holder = target.parent ?? target;
	// A function's own name is one of what is around it, its parameters are its own.
	const isNamed = /^(Function|Class)(Declaration|Expression)$/.test(holder.name);
	const { from, to } = findAround(isNamed && holder.parent ? holder.parent : holder, scopes);
	return { definition, holder, target, path: isKnown ? path : null, from, to };
}

function propertyOf(pattern: SyntaxNode, file: ParsedFile): string {
	const name = pattern.getChild('PropertyName') ?? pattern.getChild('VariableDefinition');
	return name ? file.read(name) : '';
}

/** The type and the value of a declared name, or of a parameter. Several are declared in a row. */
export function readDeclarator(target: SyntaxNode): {
	type: SyntaxNode | undefined;
	value: SyntaxNode | undefined;
} {
	const own: SyntaxNode[] = [];
	// Not all parts of the declaration: there may be thousands, and each of them is asked for.
	for (let part = target.nextSibling; part && !/^[,)]$/.test(part.name); part = part.nextSibling) {
		own.push(part);
	}
	const equals = own.findIndex(({ name }) => name === 'Equals');
	return {
		type: own.find(({ name }) => name === 'TypeAnnotation'),
		value:
			equals < 0 ? undefined : own.slice(equals + 1).find(({ name }) => !name.endsWith('Comment')),
	};
}
