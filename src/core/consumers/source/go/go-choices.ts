import type { SyntaxNode } from '@lezer/common';
import type { GoFile } from './go-file.ts';
import { firstOperand } from './operands.ts';

/** `u.String()` and `strings.TrimRight(path, "/")` are for what is done with them. */
export function choiceOf(text: SyntaxNode, file: GoFile): SyntaxNode {
	let choice = text;
	for (let { parent } = choice; parent; { parent } = choice) {
		const call: SyntaxNode | null = parent.parent;
		if (call?.name !== 'CallExpr' || firstOperand(call)?.from !== call.from) break;
		const callee = file.read(call.firstChild ?? call);
		const isFirst = firstOperand(parent)?.from === choice.from;
		const hands =
			parent.name === 'SelectorExpr' ? /\.String$/ : /^(strings\.(Trim|Replace)\w*|string)$/;
		if (!isFirst || !hands.test(callee)) break;
		choice = call;
	}
	return choice;
}
