import type { SyntaxNode } from '@lezer/common';
import type { GoFile } from './go-file.ts';
import { firstOperand } from './operands.ts';

/** `u.String()` and `strings.TrimRight(path, "/")` are for what is done with them. */
export function handedBy(text: SyntaxNode, file: GoFile): SyntaxNode | undefined {
	const { parent } = text;
	const call = parent?.parent;
	if (call?.name !== 'CallExpr' || firstOperand(call)?.from !== call.from) return undefined;
	const hands =
		parent?.name === 'SelectorExpr' ? /\.String$/ : /^(strings\.(Trim|Replace)\w*|string)$/;
	const isFirst = parent && firstOperand(parent)?.from === text.from;
	return isFirst && hands.test(file.read(call.firstChild ?? call)) ? call : undefined;
}
