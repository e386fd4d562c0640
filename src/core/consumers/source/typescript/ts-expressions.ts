import type { SyntaxNode } from '@lezer/common';
import type { ExpressionGrammar } from '#core/consumers/source/engine/evaluator.ts';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { argumentsOf, operandsOf } from '#core/consumers/source/engine/syntax.ts';
import { other, unknown, written, type Expression } from '#core/consumers/source/engine/value.ts';
import { choicesOf } from './ts-choices.ts';
import { findExport } from './ts-exports.ts';
import type { TsFile } from './ts-file.ts';
import { findMember } from './ts-members.ts';
import { findName, findPackage } from './ts-names.ts';
import { classOf, propertyOf, readSpecifier, readWord, returnsIn } from './ts-syntax.ts';
import { ownerOf } from './ts-this.ts';
import { readTsType } from './ts-types.ts';

const transparent = /^((Parenthesized|Await|Postfix|Instantiation)Expression|PrefixCast)$/;

/** How TypeScript writes values and types. */
export const tsExpressions: ExpressionGrammar<TsFile> = {
	nodes: {
		plain: /^(String|TemplateString|Number|ArrayExpression|RegExp|(Null|Literal|Array|Tuple)Type)$/,
		own: /^(ObjectExpression|ClassDeclaration|ClassExpression|EnumDeclaration|ObjectType|InterfaceDeclaration)$/,
		function: /^(ArrowFunction|FunctionExpression|FunctionDeclaration|FunctionSignature)$/,
	},
	converts: false,
	read,
	// By its type, or by the first thing that it returns.
	resultOf({ node: made, file }) {
		const node = file.wholeOf(made);
		const type = node.getChild('TypeAnnotation');
		const body = node.lastChild;
		if (type || body?.name !== 'Block') return written(type ?? body, file);
		return written(returnsIn(body)[0], file);
	},
	memberOf(owner, name, { services }) {
		if (owner.is === 'module') return { is: 'all', of: findExport(owner.file, name) };
		if (owner.is === 'own') return findMember(owner, name);
		const { library } = owner;
		if (name === 'default') return owner;
		if (!/^[A-Z]/.test(name)) return unknown;
		return { is: 'class', library, service: services.find(library, name) ? name : null };
	},
};

function read({ node, file }: Placed<TsFile>): Expression<TsFile> {
	const parts = operandsOf(node);
	const [first] = parts;
	const choices = choicesOf(node);
	if (choices.length > 0) return { is: 'any', of: choices.map((one) => written(one, file)) };
	switch (node.name) {
		case 'VariableName':
		case 'VariableDefinition':
		case 'PropertyDefinition':
			return findName(file.read(node), node.from, file);
		case 'MemberExpression':
			return { is: 'member', of: written(first, file), name: propertyOf(node, file) };
		case 'CallExpression':
			return readCall(node, file);
		case 'NewExpression':
			return { is: 'instance', of: written(first, file) };
		case 'BinaryExpression':
			if (!(node.getChild('as') ?? node.getChild('satisfies'))) return other;
			return { is: 'typed', type: written(parts.at(-1), file), value: written(first, file) };
		case 'DynamicImport':
			return findPackage(readSpecifier(node, file) ?? '', file);
		case 'this': {
			const owner = ownerOf(node, file);
			return owner ? { is: 'own', node: owner, file } : unknown;
		}
		case 'super': {
			const parent = classOf(node).getChild('extends')?.nextSibling;
			return { is: 'instance', of: written(parent, file) };
		}
		default:
			return transparent.test(node.name) ? written(first, file) : readTsType(node, file);
	}
}

function readCall(node: SyntaxNode, file: TsFile): Expression<TsFile> {
	const callee = node.firstChild;
	if (!callee) return unknown;
	const given = argumentsOf(node).filter(({ name }) => name !== 'this');
	const specifier = given.find(({ name }) => name === 'String');
	if (specifier && file.read(callee) === 'require') {
		return findPackage(readWord(specifier, file), file);
	}
	const of = written(callee, file);
	return { is: 'call', of, given: given.map((one) => written(one, file)) };
}
