import type { SyntaxNode } from '@lezer/common';
import { unescape } from '#core/consumers/source/engine/escapes.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { TextPart } from '#core/consumers/source/engine/text-grammar.ts';
import type { TextPiece } from '#core/consumers/source/engine/text.ts';
import type { TsFile } from './ts-file.ts';

export function readQuoted(node: SyntaxNode, file: TsFile): TextPiece[] {
	const text = unescape(file.read(node).slice(1, -1));
	return text === '' ? [] : [{ text, line: file.lineOf(node), raw: false }];
}

/** What a template says, and the expressions in it. */
export function readTemplate(node: SyntaxNode, file: TsFile): TextPart<TsFile>[] {
	const parts: TextPart<TsFile>[] = [];
	let from = node.from + 1;
	const push = (to: number) => {
		if (to <= from) return;
		const text = unescape(file.read({ from, to }));
		parts.push({ text, line: file.lineOf({ from }), raw: true });
	};
	for (const hole of node.getChildren('Interpolation')) {
		push(hole.from);
		const inside = childrenOf(hole).find(({ name }) => !name.startsWith('Interpolation'));
		parts.push(inside ?? { text: null, word: '' });
		from = hole.to;
	}
	push(node.to - 1);
	return parts;
}
