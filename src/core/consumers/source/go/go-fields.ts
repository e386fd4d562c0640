import type { SyntaxNode } from '@lezer/common';
import { nodesNear } from '#core/consumers/source/engine/syntax.ts';
import {
	by,
	judgeField,
	routeField,
	type Judged,
} from '#core/consumers/source/engine/text-purpose.ts';
import { isHandler, readMethod } from './go-calls.ts';
import type { GoFile } from './go-file.ts';
import { operandsOf } from './operands.ts';

/** A field of a literal: `Request{Path: "cars", Method: http.MethodPost}`. */
export function judgeElement(text: SyntaxNode, element: SyntaxNode, file: GoFile): Judged {
	const key = element.getChild('Key');
	const siblings = nodesNear(element);
	const isKey = key && key.from <= text.from && text.to <= key.to;
	if (isKey || siblings.some((one) => isOfRoute(one, file))) return by('other');
	const [method = null] = siblings.flatMap((one) => readMethodElement(one, file) ?? []);
	return judgeField(key ? file.read(key) : '', method);
}

function readMethodElement(element: SyntaxNode, file: GoFile): string | null {
	const value = operandsOf(element).at(-1);
	return value ? readMethod(value, file) : null;
}

/** A route that the program serves has what serves it beside its path. */
function isOfRoute(element: SyntaxNode, file: GoFile): boolean {
	const key = element.getChild('Key');
	const value = operandsOf(element).at(-1);
	if (value && isHandler(value, file)) return true;
	if (key) return routeField.test(file.read(key));
	return value?.name === 'SelectorExpr' && readMethod(value, file) === null;
}
