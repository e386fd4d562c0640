import type { SyntaxNode } from '@lezer/common';
import { judgeCall, parseHttpMethod } from '#core/consumers/source/engine/text-purpose.ts';
import type { SourceText } from '#core/consumers/source/engine/text.ts';
import { lastOperand, operandsOf } from './operands.ts';
import type { GoFile } from './go-file.ts';
import type { GoProject } from './go-project.ts';

export type Judged = Pick<SourceText, 'purpose' | 'method'>;

/** What a call does with the texts that it is given. */
export function judgeGoCall(call: SyntaxNode, file: GoFile, project: GoProject): Judged {
	const judged = judgeAlone(call, file, project);
	const outer = call.parent?.name === 'Arguments' ? call.parent.parent : null;
	if (judged.purpose !== 'address' || outer?.name !== 'CallExpr') return judged;
	// What makes an address is asked for by what is given it: `http.Get(api.URL("cars"))`.
	const asked = judgeAlone(outer, file, project);
	return /^(request|verb)$/.test(asked.purpose) ? { ...asked, purpose: 'request' } : judged;
}

function judgeAlone(call: SyntaxNode, file: GoFile, project: GoProject): Judged {
	const given = argumentsOf(call);
	const { name, receiver } = readCallee(call, file);
	return judgeCall({
		name,
		receiver,
		// Routers name their methods so, and clients do not: `v1.GET("/cars", list)`.
		isServed: /^[A-Z]{3,}$/.test(name) || given.some((one) => isHandler(one, file, project)),
		method: findMethod(given, file) ?? findMethod(siblingsOf(call), file),
	});
}

export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
	const written = call.getChild('Arguments');
	return written ? operandsOf(written) : [];
}

function readCallee(call: SyntaxNode, file: GoFile): { name: string; receiver: string } {
	let [callee] = operandsOf(call);
	while (callee && /^(ParameterizedExpr|IndexExpr|ParenthesizedExpr)$/.test(callee.name)) {
		[callee] = operandsOf(callee);
	}
	callee &&= lastOperand(callee);
	if (callee?.name !== 'SelectorExpr')
		return { name: callee ? file.read(callee) : '', receiver: '' };
	const field = callee.getChild('FieldName');
	const base = operandsOf(callee)[0];
	return {
		name: field ? file.read(field) : '',
		receiver: base ? (/(?<!\w)(\w+)$/.exec(file.read(base))?.[1] ?? '') : '',
	};
}

/** What is handed to the same call: `do(client, withPath("cars"), withMethod(http.MethodPost))`. */
function siblingsOf(call: SyntaxNode): SyntaxNode[] {
	if (call.parent?.name !== 'Arguments') return [];
	return operandsOf(call.parent).filter(
		({ name, from }) => name === 'CallExpr' && from !== call.from,
	);
}

function findMethod(given: readonly SyntaxNode[], file: GoFile): string | null {
	for (const one of given) {
		const inner =
			one.name === 'CallExpr' && /method/i.test(readCallee(one, file).name)
				? argumentsOf(one)
				: [one];
		for (const part of inner) {
			const found = readMethod(part, file);
			if (found !== null) return found;
		}
	}
	return null;
}

/** `"POST"`, `http.MethodPost`. */
export function readMethod(node: SyntaxNode, file: GoFile): string | null {
	const written = file.read(node);
	if (node.name === 'String')
		return /^"[A-Z]+"$/.test(written) ? parseHttpMethod(written.slice(1, -1)) : null;
	return node.name === 'SelectorExpr' && /\.Method[A-Z][a-z]+$/.test(written)
		? parseHttpMethod(written)
		: null;
}

/** Whether it serves a route: a function, or what is made of one. */
export function isHandler(node: SyntaxNode, file: GoFile, project: GoProject): boolean {
	switch (node.name) {
		case 'FunctionLiteral':
			return true;
		case 'VariableName': {
			const name = file.read(node);
			const isLocal = file.findBinding(name, node.from) !== undefined;
			return !isLocal && project.findFunction(file.folder, name) !== undefined;
		}
		case 'CallExpr':
			return (
				/handler/i.test(readCallee(node, file).name) ||
				argumentsOf(node).some((one) => isHandler(one, file, project))
			);
		default:
			return false;
	}
}
