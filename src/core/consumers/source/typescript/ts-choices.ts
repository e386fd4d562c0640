import type { SyntaxNode } from '@lezer/common';
import { operandsOf } from '#core/consumers/source/engine/syntax.ts';
import type { TsFile } from './ts-file.ts';
import { propertyOf } from './ts-syntax.ts';

/** One of two texts is for what the two are for, and what hands a text on for what the text is for. */
export function handedBy(text: SyntaxNode, file: TsFile): SyntaxNode | undefined {
	const { parent, from } = text;
	if (!parent) return undefined;
	const isChosen = choicesOf(parent).some((one) => one.from === from);
	// `path!`, `path as string`
	const isTypedHere = parent.from === from && isTyped(parent);
	const isHeld = isTypedHere || /^(Parenthesized|Postfix)Expression$/.test(parent.name);
	return isChosen || isHeld ? parent : callOf(text, parent, file);
}

/** Whether it says only of which type something is. */
export function isTyped(node: SyntaxNode): boolean {
	return (node.getChild('as') ?? node.getChild('satisfies')) !== null;
}

/** The values that an expression may have: `all ? a : b`, `a ?? b`. Empty: it does not choose. */
export function choicesOf(node: SyntaxNode): SyntaxNode[] {
	if (node.name === 'ConditionalExpression') return operandsOf(node).slice(1);
	return node.name === 'BinaryExpression' && node.getChild('LogicOp') ? operandsOf(node) : [];
}

/** `path.replace(':id', id)`, `url.toString()`, `url.href`, `String(url)` */
function callOf(text: SyntaxNode, parent: SyntaxNode, file: TsFile): SyntaxNode | undefined {
	const call = parent.parent;
	if (parent.name === 'MemberExpression' && parent.from === text.from) {
		const name = propertyOf(parent, file);
		if (name === 'href') return parent;
		const isCalled = call?.name === 'CallExpression' && call.from === text.from;
		return isCalled && /^(replace(All)?|toString|join)$/.test(name) ? call : undefined;
	}
	if (parent.name !== 'ArgList' || !call?.firstChild) return undefined;
	return /^(String|encodeURI)$/.test(file.read(call.firstChild)) ? call : undefined;
}
