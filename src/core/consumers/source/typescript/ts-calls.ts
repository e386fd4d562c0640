import type { SyntaxNode } from '@lezer/common';
import { parseHttpMethod, type TextCall } from '#core/consumers/source/engine/text-purpose.ts';
import { readDeclarator } from './ts-bindings.ts';
import type { TsFile } from './ts-file.ts';
import { argumentsOf, readWord } from './ts-syntax.ts';
import { findValue } from './ts-values.ts';

export function readTsCall(call: SyntaxNode, file: TsFile): TextCall {
	const given = argumentsOf(call);
	const callee = readCallee(call, file);
	// Without another method, fetch gets.
	const isPlainFetch =
		/fetch$/i.test(callee.name) && given.slice(1).every((one) => namesNoMethod(one, file));
	return {
		...callee,
		isMark: call.parent?.name === 'Decorator',
		isServed: !isSentFor(callee, given, file) && given.some((one) => isFunction(one, file)),
		method: given.flatMap((one) => readMethod(one, file) ?? [])[0] ?? null,
		said: given.flatMap((one) => readVerb(one, file) ?? [])[0] ?? null,
		defaultMethod: isPlainFetch ? 'GET' : undefined,
	};
}

/** Options that are written out, none of which can be a method. */
function namesNoMethod(options: SyntaxNode, file: TsFile): boolean {
	if (options.name !== 'ObjectExpression') return false;
	return options.getChildren('Property').every(({ firstChild }) => {
		const isNamed = firstChild !== null && /^(PropertyDefinition|String)$/.test(firstChild.name);
		return isNamed && !/^['"]?method['"]?$/.test(file.read(firstChild));
	});
}

/** No program serves a whole address, or by the modules of Node that ask: a function takes the answer. */
function isSentFor({ receiver }: { receiver: string }, [first]: SyntaxNode[], file: TsFile) {
	return /^https?$/.test(receiver) || (first && /^.https?:\/\//.test(file.read(first)));
}

/** `get` of `api.http.get(…)`, and of `get()(this, …)`. */
function readCallee(call: SyntaxNode, file: TsFile): { name: string; receiver: string } {
	let callee = call.firstChild?.name === 'new' ? call.firstChild.nextSibling : call.firstChild;
	while (callee && /^(Call|Instantiation|Postfix|Parenthesized)Expression$/.test(callee.name)) {
		const isHeld: boolean = callee.name === 'ParenthesizedExpression';
		callee = (isHeld ? callee.firstChild?.nextSibling : callee.firstChild) ?? null;
	}
	// The last words are enough: what stands before them may be long.
	const [name = '', receiver = ''] = callee
		? (
				file
					.read(callee)
					.slice(-200)
					.match(/[\w$]+/g) ?? []
			).toReversed()
		: [];
	return { name, receiver: callee?.name === 'MemberExpression' ? receiver : '' };
}

/** The method that one of an object's properties names. */
export function methodOf(properties: readonly SyntaxNode[], file: TsFile): string | null {
	for (const property of properties) {
		const name = property.firstChild;
		const value = property.lastChild;
		if (!name || !value || !property.getChild(':')) continue;
		// Other fields name a method only in capitals: `{ type: 'POST' }`.
		const isSaid = readWord(name, file) === 'method';
		const method = isSaid ? readVerb(value, file) : readCapitals(value, file);
		if (method !== null) return method;
	}
	return null;
}

function readMethod(given: SyntaxNode, file: TsFile): string | null {
	if (given.name === 'ObjectExpression') return methodOf(given.getChildren('Property'), file);
	return readCapitals(given, file);
}

function readCapitals(node: SyntaxNode, file: TsFile): string | null {
	const word = readText(node, file);
	return /^[A-Z]+$/.test(word) ? parseHttpMethod(word) : null;
}

function readVerb(node: SyntaxNode, file: TsFile): string | null {
	return parseHttpMethod(readText(node, file));
}

/** The text that is written there, or that a name stands for: `'POST'`, `Verb.Post`. */
function readText(node: SyntaxNode, file: TsFile): string {
	if (node.name === 'String') return readWord(node, file);
	const value = findValue(node, file);
	if (value) {
		const { name, parent } = value.node;
		// What is no constant may have another one there.
		const mayVary = parent?.name === 'VariableDeclaration' && !parent.getChild('const');
		return name === 'String' && !mayVary ? readWord(value.node, file) : '';
	}
	// Where it is declared, nobody can tell.
	return /^\w*(?:method|verb)s?\.(\w+)$/i.exec(file.read(node))?.[1]?.toUpperCase() ?? '';
}

function isFunction(node: SyntaxNode, file: TsFile): boolean {
	if (node.name !== 'VariableName') return /^(ArrowFunction|FunctionExpression)$/.test(node.name);
	const binding = file.findBinding(file.read(node), node.from);
	if (!binding) return false;
	const { value } = readDeclarator(binding);
	return (
		binding.holder.name === 'FunctionDeclaration' ||
		(value !== undefined && value.name !== 'VariableName' && isFunction(value, file))
	);
}
