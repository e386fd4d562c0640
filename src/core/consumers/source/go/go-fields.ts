import type { SyntaxNode } from '@lezer/common';
import type { TextField } from '#core/consumers/source/engine/text-grammar.ts';
import { isHandler, wordsIn } from './go-calls.ts';
import type { GoFile } from './go-file.ts';
import { operandsOf } from './operands.ts';

/** A field of a literal: `Request{Path: "cars", Method: http.MethodPost}`. */
export function readElement(element: SyntaxNode, file: GoFile): TextField {
	const key = element.getChild('Key');
	const name = key ? file.read(key) : '';
	const value = operandsOf(element).at(-1);
	if (!value) return { name, value, words: [] };
	// A route that the program serves has what serves it beside its path.
	const isServed = isHandler(value, file) || (!key && value.name === 'SelectorExpr');
	return { name, value, words: wordsIn(value, file, 'none'), isServed };
}
