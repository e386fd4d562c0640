import type { SyntaxNode } from '@lezer/common';
import type { Evaluator } from '#core/consumers/source/engine/evaluator.ts';
import type { Services } from '#core/consumers/source/engine/services.ts';
import { unknown, written, type Value } from '#core/consumers/source/engine/value.ts';
import type { ClientLibrary } from '#model/api.ts';
import type { GoFile } from './go-file.ts';
import { typesIn, writtenType } from './go-types.ts';

/** So many types may be embedded in one another: no person writes more, and each takes some stack. */
const maxTypes = 100;

/** The field or method of a type. `undefined`: it certainly has none of that name. */
export function findMember(
	type: Value<GoFile>,
	name: string,
	evaluator: Evaluator<GoFile>,
	seen = new Set<string>(),
): Value<GoFile> | undefined {
	if (/^(method|function|list)$/.test(type.is)) return undefined;
	if (type.is !== 'own') return evaluator.member(type, name);
	const { node, file } = type;
	const findIn = (embedded: readonly SyntaxNode[]) => {
		for (const one of embedded) {
			const inner = evaluator.read(written(one, file));
			const found = inner.is === 'other' ? undefined : findMember(inner, name, evaluator, seen);
			if (found) return found;
		}
		return undefined;
	};
	if (node.name === 'InterfaceType') {
		const body = node.getChild('InterfaceBody') ?? node;
		const method = body
			.getChildren('MethodElem')
			.find((child) => child.getChildren('FieldName').some((one) => file.read(one) === name));
		if (!method) return findIn(typesIn(body));
		const mirrored = findMirrored(method, file, name, evaluator.services);
		return mirrored ?? { is: 'function', node: method, file };
	}
	if (node.name === 'StructType') {
		const { field, embedded } = readStruct(node, name, file);
		return field ? evaluator.read(written(field, file)) : findIn(embedded);
	}
	const own = `${file.path} ${String(node.from)}`;
	// A circle of types has nothing that is not found elsewhere in it.
	if (seen.has(own)) return undefined;
	if (seen.size >= maxTypes) return evaluator.member(unknown, name);
	seen.add(own);
	const word = file.read(node.getChild('DefName') ?? node);
	const method = file.project.find(file.folder, name, `${word}.${name}`);
	if (method) return { is: 'function', node: method.node, file: method.file };
	return findMember(evaluator.read(writtenType(node, file)), name, evaluator, seen);
}

/**
 * An interface of the project that is written so that a part of the client fulfils it: it has a
 * method of that name, which takes and gives types of the library.
 */
function findMirrored(
	method: SyntaxNode,
	file: GoFile,
	name: string,
	services: Services,
): Value<GoFile> | undefined {
	const parts = method.getChildren('Parameters');
	// The client takes a context as an option: what takes one itself is made around it.
	if (parts.length !== 2 || /\bcontext\.Context\b/.test(file.read(method))) return undefined;
	for (const library of file.project.librariesOf(file)) {
		const service = services.findByMethod(library, name);
		if (service && parts.every((part) => hasTypeOf(part, file, library))) {
			return { is: 'method', library, service: service.name, method: name };
		}
	}
	return undefined;
}

function hasTypeOf(node: SyntaxNode, file: GoFile, library: ClientLibrary): boolean {
	return [...file.read(node).matchAll(/\b(\w+)\./g)].some(([, word = '']) => {
		const found = file.project.findPackage(file, word);
		return found?.is === 'library' && found.library.id === library.id;
	});
}

/** The type of a field, or the types that are embedded before it would be found. */
function readStruct(
	node: SyntaxNode,
	name: string,
	file: GoFile,
): { field: SyntaxNode | undefined; embedded: SyntaxNode[] } {
	const embedded: SyntaxNode[] = [];
	for (const one of (node.getChild('StructBody') ?? node).getChildren('FieldDecl')) {
		const type = typesIn(one).at(-1);
		const names = one.getChildren('FieldName').map((field) => file.read(field));
		if (!type) continue;
		// An embedded type is a field with the type's own name.
		const word = /(?<!\w)\w+$/.exec(file.read(type).replace(/\[.*$/s, ''))?.[0];
		if (names.includes(name) || (names.length === 0 && word === name)) {
			return { field: type, embedded };
		}
		if (names.length === 0) embedded.push(type);
	}
	return { field: undefined, embedded };
}
