import type { SyntaxNode } from '@lezer/common';
import type { TextPart } from '#core/consumers/source/engine/text-grammar.ts';
import { withSlashes } from '#core/consumers/source/engine/text.ts';
import { argumentsOf, readGoCall } from './go-calls.ts';
import type { GoFile } from './go-file.ts';
import { operandsOf } from './operands.ts';

/** The parts of `url.JoinPath(base, "cars", id)`, `base.JoinPath("cars", id)`, `fmt.Sprint(base, "/cars")`. */
export function readJoin(node: SyntaxNode, file: GoFile): TextPart<GoFile>[] {
	const list = listOf(node, file);
	if (list.length > 0) return withSlashes(list);
	const { name, receiver } = readGoCall(node, file);
	if (name === 'Sprint') return argumentsOf(node);
	const base: TextPart<GoFile>[] = /^(url|path)$/.test(receiver)
		? []
		: [{ text: null, word: 'baseURL' }];
	return withSlashes([...base, ...argumentsOf(node)]);
}

/** Whether a call puts a path together from its parts. */
export function isJoin(node: SyntaxNode, file: GoFile): boolean {
	const callee = node.firstChild;
	if (node.name !== 'CallExpr' || callee === null) return false;
	return joins.test(file.read(callee)) || listOf(node, file).length > 0;
}

const joins = /(^path\.Join|\.JoinPath|^fmt\.Sprint)$/;

/** What a list has that is joined to a path: `strings.Join([]string{base, "cars", id}, "/")`. */
function listOf(node: SyntaxNode, file: GoFile): SyntaxNode[] {
	if (node.name !== 'CallExpr' || !node.firstChild) return [];
	if (!/\bstrings\.Join$/.test(file.read(node.firstChild))) return [];
	const [list, mark] = argumentsOf(node);
	if (!mark || file.read(mark) !== '"/"') return [];
	// What a name stands for may be all parts: those of a last parameter.
	if (list?.name === 'VariableName') return [list];
	if (list?.name !== 'TypedLiteral') return [];
	const elements = list.getChild('LiteralValue')?.getChildren('Element') ?? [];
	return elements.flatMap((element) => operandsOf(element).at(-1) ?? []);
}
