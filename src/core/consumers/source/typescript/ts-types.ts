import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type ParsedSource } from '#core/consumers/source/engine/syntax.ts';

/** What a written type comes from. */
export type TypeSource =
	/** Of what the value makes, or is: `typeof api`. */
	| { readonly is: 'value'; readonly node: SyntaxNode }
	/** Of what the function gives back. */
	| { readonly is: 'result'; readonly node: SyntaxNode }
	| { readonly is: 'name'; readonly name: string; readonly at: number }
	| { readonly is: 'written' | 'function'; readonly node: SyntaxNode }
	/** One of several, or all of them together. */
	| { readonly is: 'any'; readonly nodes: readonly SyntaxNode[] }
	/** Text, numbers and the like. */
	| { readonly is: 'plain' | 'unknown' };

/** Types that stand for what they are given. */
const transparent =
	/^(Promise|Awaited|Readonly|Partial|Required|NonNullable|Pick|Omit|InstanceType|Ref|MutableRefObject)$/;
const plain = /^(string|number|boolean|bigint|symbol|void|never|Date|Error|Function|RegExp)$/;

export function findTypeSource(node: SyntaxNode, file: ParsedSource): TypeSource {
	const parts = childrenOf(node).filter(({ name }) => /^[A-Z]/.test(name) && !name.endsWith('Op'));
	const [first] = parts;
	switch (node.name) {
		case 'TypeAnnotation':
		case 'ParenthesizedType':
		case 'UnionType':
		case 'IntersectionType':
			return { is: 'any', nodes: parts };
		case 'TypeName': {
			const name = file.read(node);
			return plain.test(name) ? { is: 'plain' } : { is: 'name', name, at: node.from };
		}
		case 'ParameterizedType':
			return readParameterized(parts, file);
		case 'TypeofType':
			return first ? { is: 'value', node: first } : { is: 'unknown' };
		case 'ObjectType':
		case 'InterfaceDeclaration':
		case 'ClassDeclaration':
			return { is: 'written', node };
		case 'TypeAliasDeclaration': {
			const type = parts.at(-1);
			return type ? { is: 'any', nodes: [type] } : { is: 'unknown' };
		}
		case 'FunctionSignature':
			return { is: 'function', node };
		case 'NullType':
		case 'LiteralType':
		case 'ArrayType':
		case 'TupleType':
			return { is: 'plain' };
		default:
			return { is: 'unknown' };
	}
}

function readParameterized(parts: readonly SyntaxNode[], file: ParsedSource): TypeSource {
	const [base, given] = parts;
	if (!base) return { is: 'unknown' };
	const name = file.read(base);
	const argument = given && childrenOf(given).find((part) => /^[A-Z]/.test(part.name));
	if (argument && transparent.test(name)) return { is: 'any', nodes: [argument] };
	if (argument && name === 'ReturnType') {
		const made = argument.getChild('VariableName');
		return made ? { is: 'result', node: made } : { is: 'unknown' };
	}
	return /^(Array|Map|Set|Record)$/.test(name)
		? { is: 'plain' }
		: { is: 'name', name, at: base.from };
}
