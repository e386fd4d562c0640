import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { TsEvaluator } from './ts-evaluator.ts';
import type { TsFile, TsPlaced } from './ts-file.ts';

const values = /^(String|TemplateString|Number|BooleanLiteral)$/;

/**
 * The names of the options that a call gives: those of an object that is written out, there or where
 * its name is declared. `null`: it cannot be told, since some of it is made elsewhere.
 */
export function readOptions(
	call: SyntaxNode,
	file: TsFile,
	evaluator: TsEvaluator,
): string[] | null {
	const given = childrenOf(call.getChild('ArgList') ?? call).filter(({ name }) =>
		/^[A-Zt]/.test(name),
	);
	const last = call.getChild('ArgList') ? given.at(-1) : undefined;
	if (!last || values.test(last.name))
		return given.some(({ name }) => name === 'Spread') ? null : [];
	const value = evaluator.read(last, file);
	return value.is === 'own' && value.node.name === 'ObjectExpression' ? namesOf(value) : null;
}

function namesOf({ node, file }: TsPlaced): string[] | null {
	const names = node.getChildren('Property').map((property) => {
		const name = childrenOf(property).find((part) =>
			/^(PropertyDefinition|String)$/.test(part.name),
		);
		if (!name || property.getChild('Spread')) return null;
		return name.name === 'String' ? file.read(name).slice(1, -1) : file.read(name);
	});
	return names.includes(null) ? null : names.filter((name) => name !== null);
}
