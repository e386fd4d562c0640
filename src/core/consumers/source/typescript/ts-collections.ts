import type { SyntaxNode } from '@lezer/common';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { argumentsOf, readTsCall } from './ts-calls.ts';
import type { TsFile } from './ts-file.ts';
import { operandsOf, readWord } from './ts-syntax.ts';

/** What an object has by that name: of `const paths = { cars: '/cars' } as const` the text. */
export function findMemberValue(
	{ node, file }: Placed<TsFile>,
	name: string,
): Placed<TsFile> | undefined {
	const property = findObject(node)
		?.getChildren('Property')
		.find(({ firstChild }) => firstChild && readWord(firstChild, file) === name);
	const value = property?.getChild(':') && property.lastChild;
	return value ? { node: value, file } : undefined;
}

/** The object in `{ … } as const`, `({ … })` and `Object.freeze({ … })`. */
function findObject(node: SyntaxNode): SyntaxNode | undefined {
	if (node.name === 'ObjectExpression') return node;
	const inside = node.name === 'CallExpression' ? argumentsOf(node)[0] : operandsOf(node)[0];
	const holds = /^(Binary|Parenthesized|Call)Expression$/.test(node.name);
	return holds && inside ? findObject(inside) : undefined;
}

/** What a list has that is joined to a path: `[base, 'cars', id].join('/')`. */
export function listOf(node: SyntaxNode, file: TsFile): SyntaxNode[] {
	if (node.name !== 'CallExpression') return [];
	const list = node.firstChild?.firstChild;
	const [mark] = argumentsOf(node);
	if (list?.name !== 'ArrayExpression' || !mark || !/^['"`]\/['"`]$/.test(file.read(mark)))
		return [];
	return readTsCall(node, file).name === 'join' ? operandsOf(list) : [];
}
