import type { SyntaxNode } from '@lezer/common';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { argumentsOf, childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { ListPlace, Loop, TextParameter } from '#core/consumers/source/engine/text-grammar.ts';
import { readDeclarator } from './ts-bindings.ts';
import type { TsFile } from './ts-file.ts';
import { nameOf, propertyOf } from './ts-syntax.ts';

/** What a function, or what goes through a list, takes. */
export function parametersOf({ node: made, file }: Placed<TsFile>): TextParameter[] {
	const parts = childrenOf(made.getChild('ParamList') ?? made);
	return parts
		.filter(({ name }) => /^(VariableDefinition|\w+Pattern)$/.test(name))
		.flatMap((one, place): TextParameter[] => {
			if (one.name === 'VariableDefinition') {
				const isRest = one.prevSibling?.name === 'Spread';
				return [{ name: one, place, isRest, default: readDeclarator(one).value }];
			}
			// `url` of `{ url }` and of `{ url: address }`
			return one.getChildren('PatternProperty').flatMap((property) => {
				const name = property.getChild('VariableDefinition');
				if (!name) return [];
				const field = nameOf(property, file);
				return [{ name, place, field, default: readDeclarator(name).value }];
			});
		});
}

/** `['/cars', …]`, `[{ url: '/cars' }, …]` */
export function listAround(text: SyntaxNode, file: TsFile): ListPlace | undefined {
	const property = text.parent?.name === 'Property' ? text.parent : undefined;
	const list = property ? property.parent?.parent : text.parent;
	if (list?.name !== 'ArrayExpression') return undefined;
	return { list, field: property && nameOf(property, file) };
}

/** `for (const path of paths)`, `paths.map((path) => …)` */
export function loopOver({ parent }: SyntaxNode, file: TsFile): Loop | undefined {
	if (parent?.name === 'ForOfSpec') {
		return { body: parent.parent ?? parent, element: parametersOf({ node: parent, file }) };
	}
	const isLoop = /^(map|flatMap|forEach)$/;
	if (parent?.name !== 'MemberExpression' || !isLoop.test(propertyOf(parent, file)))
		return undefined;
	const [body] = parent.parent ? argumentsOf(parent.parent) : [];
	const taken = body ? parametersOf({ node: body, file }) : [];
	return body && { body, element: taken.filter(({ place }) => place === 0) };
}
