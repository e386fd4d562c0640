import type { SyntaxNode } from '@lezer/common';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { argumentsOf, childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { TakenField, TextParameter } from '#core/consumers/source/engine/text-grammar.ts';
import { readDeclarator } from './ts-bindings.ts';
import type { TsFile } from './ts-file.ts';
import { nameOf, propertyOf } from './ts-syntax.ts';

/** What a function, or what goes through a list, takes. */
export function parametersOf({ node: made, file }: Placed<TsFile>): TextParameter[] {
	const parts = childrenOf(made.getChild('ParamList') ?? made.getChild('ForOfSpec') ?? made);
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
export function listAround({ parent }: SyntaxNode, file: TsFile): TakenField | undefined {
	const isField = parent?.name === 'Property';
	const list = isField ? parent.parent?.parent : parent;
	const field = isField ? nameOf(parent, file) : '';
	return list?.name === 'ArrayExpression' ? { object: list, field } : undefined;
}

/** `for (const path of paths)`, `paths.map((path) => …)` */
export function loopOver({ parent }: SyntaxNode, file: TsFile): SyntaxNode | undefined {
	if (parent?.name === 'ForOfSpec') return parent.parent ?? undefined;
	const isCalled = parent?.name === 'MemberExpression' && parent.parent?.name === 'CallExpression';
	if (!isCalled || !/^(map|flatMap|forEach)$/.test(propertyOf(parent, file))) return undefined;
	return argumentsOf(parent.parent ?? parent)[0];
}
