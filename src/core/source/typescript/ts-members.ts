import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/source/syntax.ts';
import type { TsFile, TsPlaced } from './ts-file.ts';
import type { TsReader } from './ts-reader.ts';
import { other, unknown, type TsValue } from './ts-value.ts';

/** What a class, an object or a type that the project writes out has by that name. */
export function findMember({ node, file }: TsPlaced, name: string, reader: TsReader): TsValue {
	const own = membersOf(node).find((member) => nameOf(member, file) === name);
	if (own) return readMember(own, file, reader);
	const given = findParameter(node, name, file) ?? findAssigned(node, name, file);
	if (given)
		return given.name === 'TypeAnnotation'
			? reader.readType(given, file)
			: reader.read(given, file);
	return readInherited(node, file, name, reader);
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

/** `constructor(private readonly api: Client)` */
function findParameter(node: SyntaxNode, name: string, file: TsFile): SyntaxNode | undefined {
	const maker = membersOf(node).find((member) => nameOf(member, file) === 'constructor');
	const parts = childrenOf(maker?.getChild('ParamList') ?? node);
	const at = parts.findIndex(
		(part) => part.name === 'VariableDefinition' && file.read(part) === name,
	);
	const isField = /^(Privacy|readonly|Override)$/.test(parts[at - 1]?.name ?? '');
	return isField ? parts.slice(at).find((part) => part.name === 'TypeAnnotation') : undefined;
}

/** `this.api = new Client()`, wherever the class does it. */
function findAssigned(node: SyntaxNode, name: string, file: TsFile): SyntaxNode | undefined {
	const pattern = new RegExp(`\\bthis\\.${name.replace(/[^\w#]/g, '')}\\s*=[^=]`, 'g');
	if (name === '' || !node.name.startsWith('Class')) return undefined;
	for (const { index } of file.read(node).matchAll(pattern)) {
		const assigned = file.tree.resolveInner(node.from + index, 1).parent?.parent;
		if (assigned?.name === 'AssignmentExpression') return assigned.lastChild ?? undefined;
	}
	return undefined;
}

function readInherited(node: SyntaxNode, file: TsFile, name: string, reader: TsReader): TsValue {
	const parts = childrenOf(node);
	const at = parts.findIndex((part) => part.name === 'extends');
	const parent = at < 0 ? undefined : parts[at + 1];
	if (parent) {
		const base = reader.read(parent, file);
		const made: TsValue =
			base.is === 'class' && base.service === null ? { is: 'client', library: base.library } : base;
		return reader.member(made, name);
	}
	const isOpen = membersOf(node).some((member) => member.getChild('Spread'));
	return isOpen ? reader.member(unknown, name) : other;
}
