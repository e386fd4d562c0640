import type { SyntaxNode } from '@lezer/common';
import type { Services } from '#core/consumers/source/engine/services.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { GoFile, Placed } from './go-file.ts';
import type { GoProject } from './go-project.ts';
import { other, unknown, type GoType } from './go-type.ts';
import { resultsOf, typesIn, type TypeReader } from './type-reader.ts';

/** So many types may be embedded in one another: no person writes more, and each takes some stack. */
const maxTypes = 100;

/** Tells what stands behind a dot. */
export class Members {
	readonly #project: GoProject;
	readonly #services: Services;
	readonly #types: TypeReader;

	constructor(project: GoProject, services: Services, types: TypeReader) {
		this.#project = project;
		this.#services = services;
		this.#types = types;
	}

	/** The type of a field or method. */
	find(type: GoType, name: string): GoType {
		return this.#find(type, name, new Set()) ?? other;
	}

	/** `undefined`: the type certainly has no such member. */
	#find(type: GoType, name: string, seen: Set<string>): GoType | undefined {
		switch (type.is) {
			case 'client':
				return this.#services.find(type.library, name)
					? { is: 'service', library: type.library, service: name }
					: unknown;
			case 'service':
				return { is: 'method', library: type.library, service: type.service, method: name };
			case 'named':
				return this.#findOfNamed(type, name, seen);
			case 'struct':
				return this.#findOfStruct(type, name, seen);
			case 'interface':
				return this.#findOfInterface(type, name, seen);
			case 'unknown':
				return this.#services.has(name) ? { is: 'service', library: null, service: name } : unknown;
			case 'other':
				return other;
			case 'method':
			case 'function':
			case 'list':
				return undefined;
		}
	}

	#findOfNamed(
		{ folder, name: type }: GoType & { is: 'named' },
		name: string,
		seen: Set<string>,
	): GoType | undefined {
		const own = `${folder} ${type}`;
		// A circle of types has nothing that is not found elsewhere in it.
		if (seen.has(own)) return undefined;
		if (seen.size >= maxTypes) return this.#find(unknown, name, seen);
		seen.add(own);
		const method = this.#project.findMethod(folder, type, name);
		if (method) return { is: 'function', results: resultsOf(method.node, method.file) };
		const declared = this.#project.findType(folder, type);
		const written = declared && typesIn(declared.node).at(-1);
		if (!declared || !written) return this.#find(unknown, name, seen);
		return this.#find(this.#types.read(written, declared.file), name, seen);
	}

	#findOfStruct({ node, file }: Placed, name: string, seen: Set<string>): GoType | undefined {
		const fields = childrenOf(node.getChild('StructBody') ?? node).filter(
			(child) => child.name === 'FieldDecl',
		);
		const embedded: SyntaxNode[] = [];
		for (const field of fields) {
			const type = typesIn(field).at(-1);
			if (!type) continue;
			const names = field.getChildren('FieldName').map((one) => file.read(one));
			if (names.includes(name)) return this.#types.read(type, file);
			if (names.length > 0) continue;
			if (isCalled(type, name, file)) return this.#types.read(type, file);
			embedded.push(type);
		}
		return this.#findOfEmbedded(embedded, file, name, seen);
	}

	#findOfEmbedded(
		embedded: readonly SyntaxNode[],
		file: GoFile,
		name: string,
		seen: Set<string>,
	): GoType | undefined {
		for (const type of embedded) {
			const inner = this.#types.read(type, file);
			const found = inner.is === 'other' ? undefined : this.#find(inner, name, seen);
			if (found) return found;
		}
		return undefined;
	}

	#findOfInterface({ node, file }: Placed, name: string, seen: Set<string>): GoType | undefined {
		const body = childrenOf(node.getChild('InterfaceBody') ?? node);
		const method = body.find(
			(child) =>
				child.name === 'MethodElem' &&
				child.getChildren('FieldName').some((one) => file.read(one) === name),
		);
		if (method) {
			return (
				this.#findMirrored(method, file, name) ?? {
					is: 'function',
					results: resultsOf(method, file),
				}
			);
		}
		return this.#findOfEmbedded(typesIn(node.getChild('InterfaceBody') ?? node), file, name, seen);
	}

	/**
	 * An interface of the project that is written so that a part of the client fulfils it: it has a
	 * method of that name, which takes and gives types of the library.
	 */
	#findMirrored(method: SyntaxNode, file: GoFile, name: string): GoType | undefined {
		for (const library of this.#project.librariesOf(file)) {
			const service = this.#services.findByMethod(library, name);
			const parts = method.getChildren('Parameters');
			if (!service || parts.length !== 2) continue;
			if (parts.every((part) => this.#hasTypeOf(part, file, library.id))) {
				return { is: 'method', library, service: service.name, method: name };
			}
		}
		return undefined;
	}

	#hasTypeOf(node: SyntaxNode, file: GoFile, library: string): boolean {
		return [...file.read(node).matchAll(/\b(\w+)\./g)].some(([, word = '']) => {
			const found = this.#project.findPackage(file, word);
			return found?.is === 'library' && found.library.id === library;
		});
	}
}

/** An embedded type is a field with the type's own name. */
function isCalled(type: SyntaxNode, name: string, file: GoFile): boolean {
	return /(?<!\w)\w+$/.exec(file.read(type).replace(/\[.*$/s, ''))?.[0] === name;
}
