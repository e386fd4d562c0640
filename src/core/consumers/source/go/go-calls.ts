import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, nodesNear, operandsOf } from '#core/consumers/source/engine/syntax.ts';
import type {
	MethodWord,
	ReadCall,
	TextField,
} from '#core/consumers/source/engine/text-grammar.ts';
import { firstOperand, headOf, lastOperand } from './operands.ts';
import type { GoFile } from './go-file.ts';

export function readGoCall(call: SyntaxNode, file: GoFile): ReadCall {
	const given = argumentsOf(call);
	const callee = calleeOf(call, file);
	// What is handed to the same call: `do(client, withPath("cars"), withMethod(http.MethodPost))`.
	const near = call.parent?.name === 'Arguments' ? nodesNear(call) : [];
	const siblings = near.filter(({ from }) => from !== call.from);
	return {
		...callee,
		// Routers name their methods so, and clients do not: `v1.GET("/cars", list)`.
		isServed: /^[A-Z]{3,}$/.test(callee.name) || undefined,
		words: [
			...given.flatMap((one) => wordsIn(one, file, 'said')),
			...siblings.flatMap((one) => wordsIn(one, file, 'none')),
		],
	};
}

export function calleeOf(call: SyntaxNode, file: GoFile): { name: string; receiver: string } {
	let callee = firstOperand(call);
	while (callee && /^(ParameterizedExpr|IndexExpr|ParenthesizedExpr)$/.test(callee.name)) {
		callee = firstOperand(callee);
	}
	callee &&= lastOperand(callee);
	const text = callee ? file.read(callee) : '';
	if (callee?.name !== 'SelectorExpr') return { name: text, receiver: '' };
	const [, receiver = '', name = ''] = /(\w*)\s*\.\s*(\w+)$/.exec(text.slice(-200)) ?? [];
	return { name, receiver };
}

/** What may name a method, by itself or in `withMethod(http.MethodPost)`, `strings.ToUpper("post")`. */
export function wordsIn(node: SyntaxNode, file: GoFile, small: MethodWord['small']): MethodWord[] {
	const name = node.name === 'CallExpr' ? calleeOf(node, file).name : '';
	if (!/method|^ToUpper$/i.test(name)) return [{ node, small }];
	const inside = name === 'ToUpper' ? 'method' : 'none';
	return argumentsOf(node).flatMap((one) => wordsIn(one, file, inside));
}

/** A field of a literal: `Request{Path: "cars", Method: http.MethodPost}`. */
export function readElement(element: SyntaxNode, file: GoFile): TextField {
	const key = element.getChild('Key');
	const name = key ? file.read(key) : '';
	const value = operandsOf(element).at(-1);
	const words = value ? wordsIn(value, file, 'none') : [];
	// A route that the program serves has what serves it beside its path.
	const isName = value?.name === 'SelectorExpr' && headOf(value).name === 'VariableName';
	const isServed = (!key && isName) || undefined;
	return { name, value, words, isNamed: true, isServed };
}
