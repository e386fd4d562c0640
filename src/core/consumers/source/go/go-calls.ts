import type { SyntaxNode } from '@lezer/common';
import { nodesNear } from '#core/consumers/source/engine/syntax.ts';
import { parseHttpMethod, type TextCall } from '#core/consumers/source/engine/text-purpose.ts';
import { firstOperand, lastOperand, operandsOf } from './operands.ts';
import type { GoFile } from './go-file.ts';
import { findValue } from './go-values.ts';

export function readGoCall(call: SyntaxNode, file: GoFile): TextCall {
	const given = argumentsOf(call);
	const { name, receiver } = readCallee(call, file);
	return {
		name,
		receiver,
		// Routers name their methods so, and clients do not: `v1.GET("/cars", list)`.
		isServed: /^[A-Z]{3,}$/.test(name) || given.some((one) => isHandler(one, file)),
		method:
			[...given, ...siblingsOf(call)].flatMap((one) => findMethod(one, file) ?? [])[0] ?? null,
		said: given.flatMap((one) => parseHttpMethod(readWord(one, file)) ?? [])[0] ?? null,
	};
}

export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
	const written = call.getChild('Arguments');
	return written ? operandsOf(written) : [];
}

function readCallee(call: SyntaxNode, file: GoFile): { name: string; receiver: string } {
	let callee = firstOperand(call);
	while (callee && /^(ParameterizedExpr|IndexExpr|ParenthesizedExpr)$/.test(callee.name)) {
		callee = firstOperand(callee);
	}
	callee &&= lastOperand(callee);
	if (callee?.name !== 'SelectorExpr')
		return { name: callee ? file.read(callee) : '', receiver: '' };
	const field = callee.getChild('FieldName');
	const base = firstOperand(callee);
	return {
		name: field ? file.read(field) : '',
		receiver: base ? (/(?<!\w)(\w+)$/.exec(file.read(base))?.[1] ?? '') : '',
	};
}

/** What is handed to the same call: `do(client, withPath("cars"), withMethod(http.MethodPost))`. */
function siblingsOf(call: SyntaxNode): SyntaxNode[] {
	if (call.parent?.name !== 'Arguments') return [];
	return nodesNear(call).filter(({ from }) => from !== call.from);
}

/** The method that an argument names, by itself or as `withMethod(http.MethodPost)`. */
function findMethod(given: SyntaxNode, file: GoFile): string | null {
	const isNaming = given.name === 'CallExpr' && /method/i.test(readCallee(given, file).name);
	const parts = isNaming ? argumentsOf(given) : [given];
	return parts.flatMap((part) => readMethod(part, file) ?? [])[0] ?? null;
}

/** `"POST"`, `http.MethodPost`. */
export function readMethod(node: SyntaxNode, file: GoFile): string | null {
	const word = readWord(node, file);
	return /^[A-Z]+$/.test(word) ? parseHttpMethod(word) : null;
}

/** The text that is written there, or that a name stands for, where it may be a method. */
function readWord(node: SyntaxNode, file: GoFile): string {
	const written = file.read(node);
	if (node.name === 'String') return written.slice(1, -1);
	if (node.name === 'CallExpr') {
		const [text] = /^strings\.ToUpper\b/.test(written) ? argumentsOf(node) : [];
		return text ? readWord(text, file).toUpperCase() : '';
	}
	const [, method] = /\.Method([A-Z][a-z]+)$/.exec(written) ?? [];
	if (method !== undefined) return method.toUpperCase();
	const value = /^(VariableName|SelectorExpr)$/.test(node.name) ? findValue(node, file) : undefined;
	// What is no constant may have another one there.
	const isConstant = value?.node.name === 'String' && value.node.parent?.name.startsWith('Const');
	return isConstant ? value.file.read(value.node).slice(1, -1) : '';
}

/** Whether it serves a route: a function, or what is made of one. */
export function isHandler(node: SyntaxNode, file: GoFile): boolean {
	if (node.name === 'FunctionLiteral') return true;
	if (node.name === 'VariableName') {
		const name = file.read(node);
		const isLocal = file.findBinding(name, node.from) !== undefined;
		return !isLocal && file.project.find(file.folder, name)?.node.name === 'FunctionDecl';
	}
	const isNamed = node.name === 'CallExpr' && /handler/i.test(readCallee(node, file).name);
	return isNamed || argumentsOf(node).some((one) => isHandler(one, file));
}
