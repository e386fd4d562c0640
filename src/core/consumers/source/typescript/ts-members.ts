import type { SyntaxNode } from '@lezer/common';
import { addTo } from '#core/consumers/source/engine/names.ts';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import { other, unknown, written, type Expression } from '#core/consumers/source/engine/value.ts';
import type { TsFile } from './ts-file.ts';
import { readWord } from './ts-syntax.ts';
import { isComputed, membersOfComponent } from './ts-this.ts';

/** What is in a class, an object or a type. There may be thousands, and each of them is asked for. */
export interface Shape {
	/** By name. Of several the first. */
	readonly members: ReadonlyMap<string, SyntaxNode>;
	/** Types of parameters of the constructor that are fields: `constructor(private readonly api: Client)`. */
	readonly parameters: ReadonlyMap<string, SyntaxNode>;
	/** Places of `this.api = new Client()`, wherever the class does it. */
	readonly assigned: ReadonlyMap<string, readonly number[]>;
	readonly isOpen: boolean;
}

/** What a class, an object or a type that the project writes out has by that name. */
export function findMember({ node, file }: Placed<TsFile>, name: string): Expression<TsFile> {
	const shape = shapeOf({ node, file });
	const own = shape.members.get(name);
	const places = shape.assigned.get(name) ?? [];
	if (own) return readMember(own, file, places);
	const given = shape.parameters.get(name) ?? findAssigned(places, file);
	if (given) return written(given, file);
	const parent = node.getChild('extends')?.nextSibling;
	if (parent) return { is: 'member', of: { is: 'instance', of: written(parent, file) }, name };
	return shape.isOpen ? { is: 'member', of: unknown, name } : other;
}

/** What one that is written out has itself, without what is inherited. */
export function shapeOf({ node, file }: Placed<TsFile>): Shape {
	const shape = file.shapes.get(node.from) ?? readShape(node, file);
	file.shapes.set(node.from, shape);
	return shape;
}

function readShape(node: SyntaxNode, file: TsFile): Shape {
	const all = membersOf(node);
	const own = all.map((member): [string, SyntaxNode] => {
		const named = childrenOf(member).find(({ name }) => /Definition$|^String$/.test(name));
		return [named ? readWord(named, file) : file.read(member), member];
	});
	const ofComponent = node.name === 'ObjectExpression' ? membersOfComponent(node, file) : [];
	const members = new Map([...own, ...ofComponent].toReversed());
	return {
		members,
		parameters: findParameters(members.get('constructor') ?? node, file),
		assigned: node.name.startsWith('Class') ? findAssignments(node, file) : new Map(),
		isOpen: all.some((member) => member.getChild('Spread')),
	};
}

function membersOf(node: SyntaxNode): SyntaxNode[] {
	const body =
		node.getChild('ClassBody') ?? node.getChild('ObjectType') ?? node.getChild('EnumBody') ?? node;
	const kinds = /^((Property|Method)(Declaration|Type)|Property(Name)?)$/;
	return childrenOf(body).filter(({ name }) => kinds.test(name));
}

function readMember(
	member: SyntaxNode,
	file: TsFile,
	places: readonly number[],
): Expression<TsFile> {
	if (member.getChild('ParamList')) {
		const made = { is: 'function', node: member, file } as const;
		const isRead = member.getChild('get') !== null || isComputed(member, file);
		return isRead ? { is: 'call', of: made, given: [] } : made;
	}
	const type = written(member.getChild('TypeAnnotation'), file);
	const value = valueOf(member) ?? findAssigned(places, file);
	return { is: 'typed', type, value: value ? written(value, file) : undefined };
}

/** What is behind the name of a member. */
export function valueOf(member: SyntaxNode): SyntaxNode | null | undefined {
	// Of an enum, the name and the value are side by side.
	if (member.name === 'PropertyName') return member.nextSibling?.nextSibling;
	const parts = childrenOf(member);
	const mark = parts.findIndex(({ name }) => name === 'Equals' || name === ':');
	return mark < 0 ? (member.name === 'Property' ? parts[0] : undefined) : parts[mark + 1];
}

function findParameters(maker: SyntaxNode, file: TsFile): ReadonlyMap<string, SyntaxNode> {
	const types = (maker.getChild('ParamList') ?? maker).getChildren('TypeAnnotation');
	const fields = types.flatMap((type) => {
		const before = type.prevSibling;
		// `api?: Client`
		const name = before?.name === 'VariableDefinition' ? before : before?.prevSibling;
		const isField = /^(Privacy|readonly|Override)$/.test(name?.prevSibling?.name ?? '');
		return name && isField ? [[file.read(name), type] as const] : [];
	});
	return new Map(fields);
}

function findAssignments(node: SyntaxNode, file: TsFile): ReadonlyMap<string, readonly number[]> {
	const found = new Map<string, number[]>();
	for (const { 1: name = '', index } of file.read(node).matchAll(/\bthis\.([\w$#]+)\s*=[^=]/g)) {
		addTo(found, name, node.from + index);
	}
	return found;
}

function findAssigned(places: readonly number[], file: TsFile): SyntaxNode | undefined {
	if (places.length > 0) file.wholeOf(file.tree.topNode);
	for (const place of places) {
		const assigned = file.tree.resolveInner(place, 1).parent?.parent;
		if (assigned?.name === 'AssignmentExpression') return assigned.lastChild ?? undefined;
	}
	return undefined;
}
