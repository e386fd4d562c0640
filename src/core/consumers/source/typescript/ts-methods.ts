import type { SyntaxNode } from '@lezer/common';
import type { Evaluator } from '#core/consumers/source/engine/evaluator.ts';
import type { Candidate } from '#core/consumers/source/engine/language.ts';
import { argumentsOf } from '#core/consumers/source/engine/syntax.ts';
import { written } from '#core/consumers/source/engine/value.ts';
import { readProperty } from './ts-calls.ts';
import type { TsFile } from './ts-file.ts';
import { readBinding } from './ts-names.ts';

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
	const last = given.at(-1);
	if (!last || values.test(last.name))
		return given.some(({ name }) => name === 'Spread') ? null : [];
	const value = evaluator.read(written(last, file));
	if (value.is !== 'own' || value.node.name !== 'ObjectExpression') return null;
	const fields = value.node.getChildren('Property').map((one) => readProperty(one, value.file));
	return fields.every(({ isNamed }) => isNamed) ? fields.map(({ name }) => name) : null;
}
