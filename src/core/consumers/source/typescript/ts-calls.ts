import type { SyntaxNode } from '@lezer/common';
import { argumentsOf } from '#core/consumers/source/engine/syntax.ts';
import type { ReadCall, TextField } from '#core/consumers/source/engine/text-grammar.ts';
import type { TsFile } from './ts-file.ts';
import { nameOf } from './ts-syntax.ts';

export function readTsCall(call: SyntaxNode, file: TsFile): ReadCall {
	const given = argumentsOf(call);
	const callee = calleeOf(call, file);
	return {
		...callee,
		// Other classes than controllers ask by marks: `@GET('/cars')`.
		isMark: call.parent?.name === 'Decorator' && !/^[A-Z]+$/.test(callee.name),
		isServed: isSentFor(callee, given, file) ? false : undefined,
		words: given.map((node) => ({ node, small: 'said' })),
		defaultMethod: /fetch$/i.test(callee.name) ? 'GET' : undefined,
	};
}

/** No program serves a whole address, or by what asks: a function takes the answer. */
function isSentFor({ receiver }: { receiver: string }, [first]: SyntaxNode[], file: TsFile) {
	const asks = /^(https?|\$|jQuery|request|superagent)$/.test(receiver);
	return asks || (first && /^.https?:\/\//.test(file.read(first)));
}

/** `get` of `api.http.get(…)`, and of `get()(this, …)`. */
export function calleeOf(call: SyntaxNode, file: TsFile): { name: string; receiver: string } {
	let callee = call.firstChild?.name === 'new' ? call.firstChild.nextSibling : call.firstChild;
	while (callee && /^(Call|Instantiation|Postfix|Parenthesized)Expression$/.test(callee.name)) {
		const isHeld: boolean = callee.name === 'ParenthesizedExpression';
		callee = (isHeld ? callee.firstChild?.nextSibling : callee.firstChild) ?? null;
	}
	// The last words are enough: all before them may be long.
	const text = callee ? file.read(callee).slice(-200) : '';
	const [name = '', receiver = ''] = (text.match(/[\w$]+/g) ?? []).toReversed();
	return { name, receiver: callee?.name === 'MemberExpression' ? receiver : '' };
}

/** `url: '/cars'`, `url` */
export function readProperty(property: SyntaxNode, file: TsFile): TextField {
	const name = nameOf(property, file);
	const isAlone = property.getChild(':') !== null || property.firstChild?.nextSibling === null;
	const value = (isAlone ? property.lastChild : property.getChild('VariableName')) ?? undefined;
	// Other fields name a method only in capitals: `{ type: 'POST' }`.
	const small = name === 'method' ? 'method' : 'none';
	const words = value ? [{ node: value, small } as const] : [];
	const isNamed = /^(PropertyDefinition|String)$/.test(property.firstChild?.name ?? '');
	// What is done with an answer is beside its path as well.
	return { name, value, words, isNamed, isServed: false, isPage: /^path$/i.test(name) };
}
