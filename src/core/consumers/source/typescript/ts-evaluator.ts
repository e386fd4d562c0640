import type { SyntaxNode } from '@lezer/common';
import { Pursuit } from '#core/consumers/source/engine/pursuit.ts';
import type { Services } from '#core/consumers/source/engine/services.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { CheckTime } from '#core/consumers/source/engine/time.ts';
import { readDeclarator, type TsBinding } from './ts-bindings.ts';
import { readSpecifier } from './ts-exports.ts';
import type { TsFile } from './ts-file.ts';
import { TsMembers } from './ts-members.ts';
import { TsModules } from './ts-modules.ts';
import type { TsProject } from './ts-project.ts';
import type { TsReader } from './ts-reader.ts';
import { propertyOf, returnsIn } from './ts-syntax.ts';
import { readWrittenType } from './ts-written-types.ts';
import { asInstance, asValue, isTelling, other, unknown, type TsValue } from './ts-value.ts';

/** Tells what a value is by following where it comes from. */
export class TsEvaluator implements TsReader {
	readonly #modules: TsModules;
	readonly #services: Services;
	readonly #pursuit: Pursuit<TsValue>;
	readonly #members = new TsMembers(this);

	constructor(project: TsProject, services: Services, checkTime: CheckTime) {
		this.#pursuit = new Pursuit<TsValue>(unknown, checkTime);
		this.#modules = new TsModules(project, services, this);
		this.#services = services;
	}

	read(node: SyntaxNode, file: TsFile): TsValue {
		return this.#pursuit.follow(() => this.#read(node, file));
	}

	#read(node: SyntaxNode, file: TsFile): TsValue {
		const parts = childrenOf(node).filter(({ name }) => /^[A-Zt]/.test(name));
		const [first] = parts;
		switch (node.name) {
			case 'VariableName':
			case 'VariableDefinition':
				return asValue(this.readName(file.read(node), node.from, file));
			case 'MemberExpression':
				return first ? this.member(this.read(first, file), propertyOf(node, file)) : unknown;
			case 'CallExpression':
				return this.#readCall(node, file);
			case 'NewExpression':
				return first ? asInstance(this.read(first, file)) : unknown;
			case 'ParenthesizedExpression':
			case 'AwaitExpression':
			case 'PostfixExpression':
			case 'InstantiationExpression':
				return first ? this.read(first, file) : unknown;
			case 'PrefixCast':
				return first ? this.readType(first, file) : unknown;
			case 'BinaryExpression':
				return this.#readBinary(node, parts, file);
			case 'ConditionalExpression':
				return this.#readAny(parts.slice(1), file);
			case 'DynamicImport':
				return this.#modules.readPackage(readSpecifier(node, file) ?? '', file);
			case 'this':
				return this.#readThis(node, file);
			case 'ObjectExpression':
			case 'ClassDeclaration':
			case 'ClassExpression':
				return { is: 'own', node, file };
			case 'ArrowFunction':
			case 'FunctionExpression':
			case 'FunctionDeclaration':
				return { is: 'function', node, file };
			case 'String':
			case 'TemplateString':
			case 'Number':
			case 'ArrayExpression':
			case 'RegExp':
				return other;
			default:
				return unknown;
		}
	}

	#readBinary(node: SyntaxNode, parts: readonly SyntaxNode[], file: TsFile): TsValue {
		const isTyped = childrenOf(node).some(({ name }) => name === 'as' || name === 'satisfies');
		const type = parts.at(-1);
		if (isTyped && type) {
			const typed = this.readType(type, file);
			return isTelling(typed) ? typed : this.#readAny(parts.slice(0, 1), file);
		}
		return node.getChild('LogicOp') ? this.#readAny(parts, file) : other;
	}

	/** The first of several values that tells something. */
	#readAny(nodes: readonly SyntaxNode[], file: TsFile): TsValue {
		const values = nodes.map((node) => this.read(node, file));
		const isUnknown = values.length === 0 || values.some(({ is }) => is === 'unknown');
		return values.find(isTelling) ?? (isUnknown ? unknown : other);
	}

	#readThis(node: SyntaxNode, file: TsFile): TsValue {
		for (let outer = node.parent; outer; outer = outer.parent) {
			if (/^(Class(Declaration|Expression)|ObjectExpression)$/.test(outer.name)) {
				return { is: 'own', node: outer, file };
			}
		}
		return unknown;
	}

	#readCall(node: SyntaxNode, file: TsFile): TsValue {
		const callee = node.firstChild;
		if (!callee) return unknown;
		const [argument] = childrenOf(node.getChild('ArgList') ?? node).filter(
			({ name }) => name === 'String',
		);
		if (file.read(callee) === 'require' && argument) {
			return this.#modules.readPackage(file.read(argument).slice(1, -1), file);
		}
		const called = this.read(callee, file);
		if (called.is === 'function') return this.readResult(called.node, called.file);
		if (called.is === 'method') return other;
		if (called.is !== 'other') return unknown;
		// A stranger's function that is given a client may give it back.
		const given = childrenOf(node.getChild('ArgList') ?? node).filter(({ name }) =>
			/^[A-Z]/.test(name),
		);
		return given.every((one) => this.read(one, file).is === 'other') ? other : unknown;
	}

	/** What a function gives back: by its type, or by the first thing that it returns. */
	readResult(node: SyntaxNode, file: TsFile): TsValue {
		const type = node.getChild('TypeAnnotation');
		if (type) return this.readType(type, file);
		const body = node.lastChild;
		if (body?.name !== 'Block') return body ? this.read(body, file) : unknown;
		const [value] = returnsIn(body);
		return value ? this.read(value, file) : unknown;
	}

	readType(node: SyntaxNode, file: TsFile): TsValue {
		return this.#pursuit.follow(() => readWrittenType(node, file, this));
	}

	/** What stands behind a dot. */
	member(value: TsValue, name: string): TsValue {
		// What is computed, as in `cars[name]()`, has no name.
		if (name === '') return unknown;
		switch (value.is) {
			case 'library':
				return this.#modules.readLibrary(value.library, name);
			case 'client':
				return this.#services.find(value.library, name)
					? { is: 'service', library: value.library, service: name }
					: unknown;
			case 'service':
				return { ...value, is: 'method', method: name };
			case 'own':
				return this.#members.find(value, name);
			case 'module':
				return this.#pursuit.follow(() => this.#modules.readExport(value.file, name));
			case 'unknown':
				return this.#services.has(name) ? { is: 'service', library: null, service: name } : unknown;
			case 'other':
			case 'foreign':
			case 'class':
			case 'method':
			case 'function':
				return other;
		}
	}

	readName(name: string, at: number, file: TsFile): TsValue {
		const binding = file.findBinding(name, at);
		if (binding) {
			return this.#pursuit.remember(binding, () => this.#readBinding(binding, file));
		}
		const type = file.findType(name);
		return type ? this.readType(type, file) : unknown;
	}

	#readBinding(binding: TsBinding, file: TsFile): TsValue {
		const { holder, definition, path } = binding;
		if (/^Import(Group|Declaration)$/.test(holder.name))
			return this.#modules.readImport(binding, file);
		if (/^(Function|Class)(Declaration|Expression)$/.test(holder.name)) {
			return this.read(holder, file);
		}
		if (holder.name === 'CatchClause') return other;
		if (path === null || definition.prevSibling?.name === 'Spread') return unknown;
		const { type, value } = readDeclarator(binding);
		const typed = type ? this.readType(type, file) : unknown;
		const from = isTelling(typed) || !value ? typed : this.read(value, file);
		return path.reduce((found, property) => this.member(found, property), from);
	}
}
