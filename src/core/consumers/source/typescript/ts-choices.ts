import type { SyntaxNode } from '@lezer/common';
import type { TsFile } from './ts-file.ts';
import { propertyOf } from './ts-syntax.ts';

/** One of two texts is for what the two are for, and what hands a text on for what the text is for. */
export function choiceOf(text: SyntaxNode, file: TsFile): SyntaxNode {
	let choice = text;
	for (let { parent } = choice; parent; { parent } = choice) {
		const isChosen = parent.name === 'ConditionalExpression' && parent.from !== choice.from;
		const isHeld =
			parent.name === 'ParenthesizedExpression' && choice.name === 'ConditionalExpression';
		const handed = isChosen || isHeld ? parent : handedBy(choice, file);
		if (!handed) break;
		choice = handed;
	}
	return choice;
}

/** `path.replace(':id', id)`, `url.toString()`, `url.href`, `String(url)` */
function handedBy(text: SyntaxNode, file: TsFile): SyntaxNode | undefined {
	const { parent } = text;
	const call = parent?.parent;
	if (parent?.name === 'MemberExpression' && parent.from === text.from) {
		const name = propertyOf(parent, file);
		if (name === 'href') return parent;
		const isCalled = call?.name === 'CallExpression' && call.from === text.from;
		return isCalled && /^(replace(All)?|toString|join)$/.test(name) ? call : undefined;
	}
	if (parent?.name !== 'ArgList' || !call?.firstChild) return undefined;
	return /^(String|encodeURI)$/.test(file.read(call.firstChild)) ? call : undefined;
}
