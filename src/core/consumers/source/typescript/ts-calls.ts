import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import { judgeCall, parseHttpMethod } from '#core/consumers/source/engine/text-purpose.ts';
import type { SourceText } from '#core/consumers/source/engine/text.ts';
import { readDeclarator } from './ts-bindings.ts';
import type { TsFile } from './ts-file.ts';

export type Judged = Pick<SourceText, 'purpose' | 'method'>;

/** What a call does with the texts that it is given. */
export function judgeTsCall(call: SyntaxNode, file: TsFile): Judged {
	const judged = judgeAlone(call, file);
	const outer = call.parent?.name === 'ArgList' ? call.parent.parent : null;
	if (judged.purpose !== 'address' || outer?.name !== 'CallExpression') return judged;
	// What makes an address is asked for by what is given it: `fetch(urlOf('/cars'))`.
	const asked = judgeAlone(outer, file);
	return /^(request|verb)$/.test(asked.purpose) ? { ...asked, purpose: 'request' } : judged;
}

function judgeAlone(call: SyntaxNode, file: TsFile): Judged {
	const given = argumentsOf(call);
	const { name, receiver } = readCallee(call, file);
	const method = findMethod(given, file);
	const judged = judgeCall({
		name,
		receiver,
		isServed: given.some((one) => isFunction(one, file)),
		method,
	});
	// Without options, fetch gets.
	const isPlainFetch = /fetch$/i.test(name) && given.length === 1;
	return isPlainFetch ? { ...judged, method: 'GET' } : judged;
}

export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
	return childrenOf(call.getChild('ArgList') ?? call).filter(({ name }) => /^[A-Zt]/.test(name));
}

/** `get` of `api.http.get(…)`, and of `get()(this, …)`. */
function readCallee(call: SyntaxNode, file: TsFile): { name: string; receiver: string } {
	let callee = call.firstChild;
	while (
		callee &&
		/^(CallExpression|InstantiationExpression|PostfixExpression|ParenthesizedExpression)$/.test(
			callee.name,
		)
	) {
		callee =
			callee.name === 'ParenthesizedExpression'
				? (childrenOf(callee)[1] ?? null)
				: callee.firstChild;
	}
	if (!callee) return { name: '', receiver: '' };
	const words =
		file
			.read(callee)
			.slice(-200)
			.match(/[\w$]+/g) ?? [];
	return callee.name === 'MemberExpression'
		? { name: words.at(-1) ?? '', receiver: words.at(-2) ?? '' }
		: { name: words.at(-1) ?? '', receiver: '' };
}

function findMethod(given: readonly SyntaxNode[], file: TsFile): string | null {
	for (const one of given) {
		const found =
			one.name === 'ObjectExpression'
				? methodOf(one, file)
				: one.name === 'String'
					? readMethod(one, file)
					: null;
		if (found !== null) return found;
	}
	return null;
}

/** The `method: 'POST'` of an object. */
export function methodOf(object: SyntaxNode, file: TsFile): string | null {
	for (const property of object.getChildren('Property')) {
		const name = property.firstChild;
		const value = property.getChild('String') ?? property.lastChild;
		if (name && value?.name === 'String' && file.read(name) === 'method')
			return readVerb(value, file);
	}
	return null;
}

function readMethod(text: SyntaxNode, file: TsFile): string | null {
	return /^.[A-Z]+.$/.test(file.read(text)) ? readVerb(text, file) : null;
}

function readVerb(text: SyntaxNode, file: TsFile): string | null {
	return parseHttpMethod(file.read(text).slice(1, -1));
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
