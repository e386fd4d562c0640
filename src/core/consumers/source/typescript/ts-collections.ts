import type { SyntaxNode } from '@lezer/common';
import { calleeOf } from './ts-calls.ts';
import type { TsFile } from './ts-file.ts';
import { argumentsOf, operandsOf } from './ts-syntax.ts';

/** What a list has that is joined to a path: `[base, 'cars', id].join('/')`. */
export function listOf(node: SyntaxNode, file: TsFile): SyntaxNode[] {
	if (node.name !== 'CallExpression') return [];
	const list = node.firstChild?.firstChild;
	const [mark] = argumentsOf(node);
	if (list?.name !== 'ArrayExpression' || !mark || !/^['"`]\/['"`]$/.test(file.read(mark)))
		return [];
	return calleeOf(node, file).name === 'join' ? operandsOf(list) : [];
}
