import type { SyntaxNode } from '@lezer/common';
import type { Evaluator } from '#core/consumers/source/engine/evaluator.ts';
import type { Candidate } from '#core/consumers/source/engine/language.ts';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import { written } from '#core/consumers/source/engine/value.ts';
import type { TsFile } from './ts-file.ts';
import { readBinding } from './ts-names.ts';
import { argumentsOf, readWord } from './ts-syntax.ts';

/** What may be a method of a client: behind a dot, or taken from an object. */
export function findCandidate(node: SyntaxNode, file: TsFile): Candidate<TsFile> | undefined {
	if (node.name === 'MemberExpression') {
		const call = findCall(node);
		const name = node.lastChild;
		return name
			? { value: written(node, file), name, isMethod: call !== undefined, call }
			: undefined;
	}
	const name = node.getChild('VariableDefinition');
	const binding = name && file.findBinding(file.read(name), name.from);
	return binding ? { value: readBinding(binding, file), name, isMethod: false } : undefined;
}

function findCall(callee: SyntaxNode): SyntaxNode | undefined {
	let node = callee;
	while (/^(Instantiation|Postfix|Parenthesized)Expression$/.test(node.parent?.name ?? '')) {
		node = node.parent ?? node;
	}
	const { parent } = node;
	const isCalled = parent?.name === 'CallExpression' && parent.firstChild?.to === node.to;
	return isCalled && parent.from === node.from ? parent : undefined;
}

const values = /^(String|TemplateString|Number|BooleanLiteral)$/;

/**
 * The names of the options that a call gives: those of an object that is written out, there or where
 * its name is declared. `null`: it cannot be told, since some of it is made elsewhere.
 */
export function readOptions(
	call: SyntaxNode,
	file: TsFile,
	evaluator: Evaluator<TsFile>,
): string[] | null {
	const given = argumentsOf(call);
	const last = call.getChild('ArgList') ? given.at(-1) : undefined;
	if (!last || values.test(last.name))
		return given.some(({ name }) => name === 'Spread') ? null : [];
	const value = evaluator.read(written(last, file));
	return value.is === 'own' && value.node.name === 'ObjectExpression' ? namesOf(value) : null;
}

function namesOf({ node, file }: Placed<TsFile>): string[] | null {
	const names = node.getChildren('Property').map((property) => {
		const name = childrenOf(property).find((part) =>
			/^(PropertyDefinition|String)$/.test(part.name),
		);
		return name && !property.getChild('Spread') ? readWord(name, file) : null;
	});
	return names.includes(null) ? null : names.filter((name) => name !== null);
}
