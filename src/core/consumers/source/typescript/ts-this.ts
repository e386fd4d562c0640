import type { SyntaxNode } from '@lezer/common';
import { nameOf, returnsIn } from './ts-syntax.ts';
import type { TsFile } from './ts-file.ts';

/** The class, the object or the component whose method uses `this`. */
export function ownerOf(node: SyntaxNode, file: TsFile): SyntaxNode | undefined {
	for (let { parent: outer } = node; outer; { parent: outer } = outer) {
		if (/^Class(Declaration|Expression)$/.test(outer.name)) return outer;
		if (outer.name !== 'Property' || !outer.parent) continue;
		if (!(outer.getChild('ParamList') ?? outer.getChild('FunctionExpression'))) continue;
		const part = outer.parent.parent;
		const isPart = part !== null && /^(methods|computed|watch)$/.test(nameOf(part, file));
		return (isPart ? part.parent : null) ?? outer.parent;
	}
	return undefined;
}

/** What `this` has in the methods of a component of Vue: its data, its computed values, its properties. */
export function membersOfComponent(component: SyntaxNode, file: TsFile): [string, SyntaxNode][] {
	return component.getChildren('Property').flatMap((part) => {
		const name = nameOf(part, file);
		if (name === 'data') return returnsOf(part).flatMap((one) => propertiesOf(one, file));
		const own = part.getChild('ObjectExpression');
		if (!own || !/^(methods|computed|props)$/.test(name)) return [];
		const properties = propertiesOf(own, file);
		return name === 'props' ? properties.flatMap((one) => defaultOf(one, file)) : properties;
	});
}

/** Whether a member is called whenever it is read. */
export function isComputed({ parent: object }: SyntaxNode, file: TsFile): boolean {
	return object?.parent?.name === 'Property' && nameOf(object.parent, file) === 'computed';
}

function propertiesOf(object: SyntaxNode, file: TsFile): [string, SyntaxNode][] {
	return object.getChildren('Property').map((one) => [nameOf(one, file), one]);
}

function defaultOf([name, property]: [string, SyntaxNode], file: TsFile): [string, SyntaxNode][] {
	const options = property.getChild('ObjectExpression');
	const given = options && propertiesOf(options, file).find(([option]) => option === 'default');
	return given ? [[name, given[1]]] : [];
}

/** The objects that a function of a component gives back: `data() { return { … } }`, `data: () => ({ … })`. */
function returnsOf(part: SyntaxNode): SyntaxNode[] {
	const made = part.getChild('ParamList') ? part : part.lastChild;
	const body = made?.lastChild;
	if (!body) return [];
	const given = body.name === 'Block' ? returnsIn(body) : [body];
	return given.flatMap((one) => one.getChild('ObjectExpression') ?? one);
}
