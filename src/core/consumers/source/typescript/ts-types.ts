import type { SyntaxNode } from '@lezer/common';
import { operandsOf } from '#core/consumers/source/engine/syntax.ts';
import { other, unknown, written, type Expression } from '#core/consumers/source/engine/value.ts';
import type { TsFile } from './ts-file.ts';
import { findName } from './ts-names.ts';

/** Types that are as good as what they are given. */
const transparent =
	/^(Promise|Awaited|Readonly|Partial|Required|NonNullable|Pick|Omit|InstanceType|Ref|MutableRefObject)$/;
const plain = /^(string|number|boolean|bigint|symbol|void|never|Date|Error|Function|RegExp)$/;

/** What a value is that has the written type. */
export function readTsType(node: SyntaxNode, file: TsFile): Expression<TsFile> {
	const parts = operandsOf(node);
	if (/^(TypeAnnotation|(Parenthesized|Union|Intersection)Type)$/.test(node.name)) {
		return { is: 'all', of: parts.map((part) => written(part, file)) };
	}
	if (node.name === 'TypeName') return plain.test(file.read(node)) ? other : readNamed(node, file);
	if (node.name === 'ParameterizedType') return readParameterized(parts, file);
	if (node.name === 'TypeofType') return { is: 'instance', of: written(parts[0], file) };
	return node.name === 'TypeAliasDeclaration' ? written(parts.at(-1), file) : unknown;
}

function readParameterized([base, given]: readonly SyntaxNode[], file: TsFile): Expression<TsFile> {
	if (!base) return unknown;
	const name = file.read(base);
	const [argument] = given ? operandsOf(given) : [];
	if (argument && transparent.test(name)) return written(argument, file);
	if (argument && name === 'ReturnType') {
		const of = written(argument.getChild('VariableName'), file);
		return { is: 'call', of, given: [unknown] };
	}
	return /^(Array|Map|Set|Record)$/.test(name) ? other : readNamed(base, file);
}

function readNamed(name: SyntaxNode, file: TsFile): Expression<TsFile> {
	return { is: 'instance', of: findName(file.read(name), name.from, file) };
}
