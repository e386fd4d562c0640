import type { SyntaxNode } from '@lezer/common';
import { argumentsOf } from './go-calls.ts';
import type { GoFile } from './go-file.ts';
import { operandsOf } from './operands.ts';

/** `u.String()` and `strings.TrimRight(path, "/")` are for what is done with them. */
export function choiceOf(text: SyntaxNode, file: GoFile): SyntaxNode {
	let choice = text;
	for (let { parent } = choice; parent; { parent } = choice) {
		const call: SyntaxNode | null = parent.parent;
		if (call?.name !== 'CallExpr' || operandsOf(call)[0]?.from !== call.from) break;
		const callee = file.read(call.firstChild ?? call);
		const isFirst =
			parent.name === 'SelectorExpr'
				? parent.from === choice.from
				: argumentsOf(call)[0]?.from === choice.from;
		const hands =
			parent.name === 'SelectorExpr' ? /\.String$/ : /^(strings\.(Trim|Replace)\w*|string)$/;
		if (!isFirst || !hands.test(callee)) break;
		choice = call;
	}
	return choice;
}
