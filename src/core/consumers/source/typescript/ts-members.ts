import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { TsFile, TsPlaced } from './ts-file.ts';
import type { TsReader } from './ts-reader.ts';
import { other, unknown, type TsValue } from './ts-value.ts';

/** What is in a class, an object or a type. There may be thousands, and each of them is asked for. */
interface Shape {
	/** By name. Of several the first. */
	readonly members: ReadonlyMap<string, SyntaxNode>;
	/** Types of parameters of the constructor that are fields: `constructor(private readonly api: Client)`. */
	readonly parameters: ReadonlyMap<string, SyntaxNode>;
	/** Places of `this.api = new Client()`, wherever the class does it. */
	readonly assigned: ReadonlyMap<string, readonly number[]>;
	readonly isOpen: boolean;
}

/** Finds what classes, objects and types have that the project writes out. */
export class TsMembers {
	readonly #reader: TsReader;
	readonly #shapes = new Map<TsFile, Map<number, Shape>>();

	constructor(reader: TsReader) {
		this.#reader = reader;
	}

	/** What one has by that name. */
	find({ node, file }: TsPlaced, name: string): TsValue {
		const shape = this.#shapeOf(node, file);
		const own = shape.members.get(name);
		if (own) return readMember(own, file, this.#reader);
		const type = shape.parameters.get(name);
		if (type) return this.#reader.readType(type, file);
		const assigned = findAssigned(shape.assigned.get(name) ?? [], file);
		if (assigned) return this.#reader.read(assigned, file);
		return readInherited(node, file, { name, isOpen: shape.isOpen }, this.#reader);
	}

	#shapeOf(node: SyntaxNode, file: TsFile): Shape {
		const ofFile = this.#shapes.get(file) ?? new Map<number, Shape>();
		this.#shapes.set(file, ofFile);
		const shape = ofFile.get(node.from) ?? readShape(node, file);
		ofFile.set(node.from, shape);
		return shape;
	}
}

function readShape(node: SyntaxNode, file: TsFile): Shape {
	const members = new Map<string, SyntaxNode>();
	const all = membersOf(node);
	for (const member of all) {
		const name = nameOf(member, file);
		if (!members.has(name)) members.set(name, member);
	}
	return {
		members,
		parameters: findParameters(members.get('constructor') ?? node, file),
		assigned: node.name.startsWith('Class') ? findAssignments(node, file) : new Map(),
		isOpen: all.some((member) => member.getChild('Spread')),
	};
}

function membersOf(node: SyntaxNode): SyntaxNode[] {
	const body = node.getChild('ClassBody') ?? node.getChild('ObjectType') ?? node;
	return childrenOf(body).filter(({ name }) =>
		/^(PropertyDeclaration|MethodDeclaration|Property|PropertyType|MethodType)$/.test(name),
	);
}

function nameOf(member: SyntaxNode, file: TsFile): string {
	const name = childrenOf(member).find(({ name }) => /Definition$|^String$/.test(name));
	if (!name) return '';
	return name.name === 'String' ? file.read(name).slice(1, -1) : file.read(name);
}

function readMember(member: SyntaxNode, file: TsFile, reader: TsReader): TsValue {
	const isMethod = member.getChild('ParamList') !== null;
	if (isMethod) {
		return member.getChild('get')
			? reader.readResult(member, file)
			: { is: 'function', node: member, file };
	}
	const type = member.getChild('TypeAnnotation');
	if (type) return reader.readType(type, file);
	const parts = childrenOf(member);
	const mark = parts.findIndex(({ name }) => name === 'Equals' || name === ':');
	const value = mark < 0 ? undefined : parts[mark + 1];
	if (value) return reader.read(value, file);
	const [short] = parts;
	return member.name === 'Property' && short
		? reader.readName(file.read(short), short.from, file)
		: unknown;
}

function findParameters(maker: SyntaxNode, file: TsFile): ReadonlyMap<string, SyntaxNode> {
	const found = new Map<string, SyntaxNode>();
	let field: string | undefined;
	let before = '';
	for (const part of childrenOf(maker.getChild('ParamList') ?? maker)) {
		if (part.name === 'VariableDefinition') {
			field = /^(Privacy|readonly|Override)$/.test(before) ? file.read(part) : undefined;
		} else if (part.name === 'TypeAnnotation' && field !== undefined) {
			if (!found.has(field)) found.set(field, part);
			field = undefined;
		}
		before = part.name;
	}
	return found;
}

function findAssignments(node: SyntaxNode, file: TsFile): ReadonlyMap<string, readonly number[]> {
	const found = new Map<string, number[]>();
	for (const { 1: name = '', index } of file.read(node).matchAll(/\bthis\.([\w$#]+)\s*=[^=]/g)) {
		const places = found.get(name) ?? [];
		if (places.length === 0) found.set(name, places);
		places.push(node.from + index);
	}
	return found;
}

function findAssigned(places: readonly number[], file: TsFile): SyntaxNode | undefined {
	for (const place of places) {
		const assigned = file.tree.resolveInner(place, 1).parent?.parent;
		if (assigned?.name === 'AssignmentExpression') return assigned.lastChild ?? undefined;
	}
	return undefined;
}

function readInherited(
	node: SyntaxNode,
	file: TsFile,
	{ name, isOpen }: { name: string; isOpen: boolean },
	reader: TsReader,
): TsValue {
	const parent = node.getChild('extends')?.nextSibling;
	if (parent) {
		const base = reader.read(parent, file);
		const made: TsValue =
			base.is === 'class' && base.service === null ? { is: 'client', library: base.library } : base;
		return reader.member(made, name);
	}
	return isOpen ? reader.member(unknown, name) : other;
}
