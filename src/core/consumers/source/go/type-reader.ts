import type { SyntaxNode } from '@lezer/common';
import type { Services } from '#core/consumers/source/engine/services.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { ClientLibrary } from '#model/api.ts';
import type { GoFile, Placed } from './go-file.ts';
import type { GoPackage, GoProject } from './go-project.ts';
import { other, unknown, type GoType } from './go-type.ts';

const builtin =
	/^(bool|byte|rune|string|error|u?int(8|16|32|64)?|uintptr|float(32|64)|complex(64|128)|comparable)$/;

/** So many types may be declared by one another: a circle ends there. */
const maxDepth = 12;

/** Reads types as they are written. */
export class TypeReader {
	readonly #project: GoProject;
	readonly #services: Services;
	#depth = 0;

	constructor(project: GoProject, services: Services) {
		this.#project = project;
		this.#services = services;
	}

	read(written: SyntaxNode, file: GoFile): GoType {
		if (this.#depth > maxDepth) return unknown;
		this.#depth += 1;
		try {
			return this.#read(written, file);
		} finally {
			this.#depth -= 1;
		}
	}

	#read(written: SyntaxNode, file: GoFile): GoType {
		const node = findBase(written);
		switch (node.name) {
			case 'TypeName':
				return this.#readName(node, file);
			case 'QualifiedType':
				return this.#readQualified(node, file);
			case 'StructType':
				return { is: 'struct', node, file };
			case 'InterfaceType':
				return { is: 'interface', node, file };
			case 'FunctionType':
				return { is: 'function', results: resultsOf(node, file) };
			case 'ArrayType':
			case 'SliceType':
			case 'MapType':
			case 'ChannelType': {
				const element = typesIn(node).at(-1);
				return element ? { is: 'list', element: { node: element, file } } : unknown;
			}
			default:
				return unknown;
		}
	}

	/** What a type that the project declares is made of. */
	readUnderlying(type: GoType): GoType {
		let found = type;
		for (let depth = 0; found.is === 'named' && depth < maxDepth; depth += 1) {
			const declared = this.#project.findType(found.folder, found.name);
			const written = declared && typesIn(declared.node).at(-1);
			found = declared && written ? this.read(written, declared.file) : unknown;
		}
		return found;
	}

	/** What a package has by that name, of values and types alike. */
	readMember(found: GoPackage, name: string): GoType {
		switch (found.is) {
			case 'library':
				return this.#readLibrary(found.library, name);
			case 'own':
				return { is: 'named', folder: found.folder, name };
			case 'foreign':
				return other;
		}
	}

	#readName(node: SyntaxNode, file: GoFile): GoType {
		const name = file.read(node);
		const local = file.findBinding(name, node.from);
		if (local?.kind === 'type') {
			const type = typesIn(local.node).at(-1);
			return type && type.from !== node.from ? this.read(type, file) : unknown;
		}
		if (this.#project.findType(file.folder, name)) {
			return { is: 'named', folder: file.folder, name };
		}
		if (builtin.test(name)) return other;
		const dotted = file.imports.some(({ alias }) => alias === '.');
		const [library] = dotted ? this.#project.librariesOf(file) : [];
		return library ? this.#readLibrary(library, name) : unknown;
	}

	#readQualified(node: SyntaxNode, file: GoFile): GoType {
		const [qualifier, type] = childrenOf(node).filter(({ name }) => name !== '.');
		if (!qualifier || !type) return unknown;
		const found = this.#project.findPackage(file, file.read(qualifier));
		return found ? this.readMember(found, file.read(type)) : unknown;
	}

	/** `CarsService` and `CarsServiceInterface` are the service `Cars`, `Client` is the client. */
	#readLibrary(library: ClientLibrary, name: string): GoType {
		const service = name.replace(/(Service)?(Interface)?$/, '');
		if (this.#services.find(library, service)) return { is: 'service', library, service };
		return /client/i.test(name) ? { is: 'client', library } : unknown;
	}
}

/** The type without pointers, brackets and parameters. */
function findBase(type: SyntaxNode): SyntaxNode {
	let base = type;
	while (/^(Pointer|Parenthesized|Parameterized)Type$/.test(base.name)) {
		const [part] = typesIn(base);
		if (!part) break;
		base = part;
	}
	return base;
}

/** The types that a function gives back. */
export function resultsOf(node: SyntaxNode, file: GoFile): Placed[] {
	const parts = childrenOf(node).filter(({ name }) => name === 'Parameters' || isType(name));
	const last = parts.at(-1);
	const given = node.name === 'MethodDecl' ? 2 : 1;
	if (!last || (last.name === 'Parameters' && parts.length <= given)) return [];
	if (last.name !== 'Parameters') return [{ node: last, file }];
	return childrenOf(last).flatMap((parameter) => {
		if (parameter.name !== 'Parameter') return [];
		const type = typesIn(parameter).at(-1);
		if (!type) return [];
		const names = childrenOf(parameter).filter(({ name }) => name === 'DefName').length;
		return Array.from({ length: Math.max(1, names) }, () => ({ node: type, file }));
	});
}

/** The types among the parts of a node. */
export function typesIn(node: SyntaxNode): SyntaxNode[] {
	return childrenOf(node).filter(({ name }) => isType(name));
}

function isType(name: string): boolean {
	return name.endsWith('Type') || name === 'TypeName';
}
