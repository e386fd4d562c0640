import type { SyntaxNode } from '@lezer/common';
import { Pursuit } from '#core/consumers/source/engine/pursuit.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { CheckTime } from '#core/consumers/source/engine/time.ts';
import { readSpecification, type Binding } from './bindings.ts';
import type { GoFile } from './go-file.ts';
import type { GoProject } from './go-project.ts';
import { asValue, other, unknown, type GoType } from './go-type.ts';
import type { Members } from './members.ts';
import { hasPostfix, headOf, isReceiving, lastOperand, operandsOf } from './operands.ts';
import { resultsOf, typesIn, type TypeReader } from './type-reader.ts';

/** Tells what a value is by following where it comes from. */
export class Evaluator {
	readonly #project: GoProject;
	readonly #types: TypeReader;
	readonly #members: Members;
	readonly #pursuit: Pursuit<GoType>;

	constructor(project: GoProject, types: TypeReader, members: Members, checkTime: CheckTime) {
		this.#pursuit = new Pursuit<GoType>(unknown, checkTime);
		this.#project = project;
		this.#types = types;
		this.#members = members;
	}

	/** What an expression is. @param index Which of its values, where it gives several. */
	read(node: SyntaxNode, file: GoFile, index = 0): GoType {
		return this.#pursuit.follow(() => {
			const value = this.#read(node, file, index);
			const isReceived = isReceiving(headOf(node)) && !hasPostfix(node);
			return isReceived ? this.#readElement(value) : value;
		});
	}

	#read(node: SyntaxNode, file: GoFile, index: number): GoType {
		switch (node.name) {
			case 'VariableName':
				return this.#readName(file.read(node), node, file);
			case 'SelectorExpr':
				return this.#readSelector(node, file);
			case 'CallExpr':
				return this.#readCall(node, file, index);
			case 'ParenthesizedExpr':
			case 'SliceExpr':
			case 'ParameterizedExpr':
				return this.#readFirst(node, file);
			case 'UnaryExp':
				return this.read(lastOperand(node), file);
			case 'BinaryExp':
				// What an operator gives is no client, but a dot behind it belongs to its last operand.
				return hasPostfix(node) ? this.read(lastOperand(node), file) : other;
			case 'IndexExpr':
				return this.#readElement(this.#readFirst(node, file));
			case 'TypedLiteral':
			case 'TypeAssertion': {
				const type = typesIn(node).at(-1);
				return type ? this.#types.read(type, file) : unknown;
			}
			case 'FunctionLiteral':
				return { is: 'function', results: resultsOf(node, file) };
			case 'String':
			case 'Number':
			case 'Bool':
			case 'Rune':
				return other;
			default:
				return /Type(Name)?$/.test(node.name) ? this.#types.read(node, file) : unknown;
		}
	}

	#readFirst(node: SyntaxNode, file: GoFile): GoType {
		const part = operandsOf(node)[0];
		return part ? this.read(part, file) : unknown;
	}

	#readElement(given: GoType): GoType {
		const value = this.#types.readUnderlying(given);
		if (value.is === 'list') return this.#types.read(value.element.node, value.element.file);
		return value.is === 'function' || value.is === 'other' ? value : unknown;
	}

	#readSelector(node: SyntaxNode, file: GoFile): GoType {
		const [base] = operandsOf(node);
		const field = node.getChild('FieldName');
		if (!base || !field) return unknown;
		const name = file.read(field);
		const qualifier = lastOperand(base);
		if (qualifier.name === 'VariableName' && !this.#isDeclared(qualifier, file)) {
			const found = this.#project.findPackage(file, file.read(qualifier));
			if (found?.is === 'own') return this.#readOfPackage(found.folder, name);
			if (found) return this.#types.readMember(found, name);
		}
		return this.#members.find(this.read(base, file), name);
	}

	#isDeclared(name: SyntaxNode, file: GoFile): boolean {
		const word = file.read(name);
		return (
			file.findBinding(word, name.from) !== undefined ||
			this.#project.findValue(file.folder, word) !== undefined
		);
	}

	#readName(name: string, node: SyntaxNode, file: GoFile): GoType {
		const binding = file.findBinding(name, node.from);
		if (binding?.kind === 'switch') return this.#readCase(binding.node, node, file);
		if (binding) {
			const find = () => asValue(this.#readBinding(binding, file));
			return this.#pursuit.remember(binding, find);
		}
		return this.#readOfPackage(file.folder, name);
	}

	#readOfPackage(folder: string, name: string): GoType {
		const value = this.#project.findValue(folder, name);
		if (value) {
			const { specification: node, index, file } = value;
			return this.#pursuit.remember(value.declared, () =>
				asValue(this.#readDeclared(node, index, file)),
			);
		}
		const found = this.#project.findFunction(folder, name);
		if (found) return { is: 'function', results: resultsOf(found.node, found.file) };
		return this.#project.findType(folder, name) ? { is: 'named', folder, name } : unknown;
	}

	#readBinding({ kind, node, index }: Binding, file: GoFile): GoType {
		switch (kind) {
			case 'parameter': {
				const type = typesIn(node).at(-1);
				if (!type) return unknown;
				const isList = childrenOf(node).some(({ name }) => name === '...');
				return isList
					? { is: 'list', element: { node: type, file } }
					: this.#types.read(type, file);
			}
			case 'value':
				return this.#readDeclared(node, index, file);
			case 'range':
				return this.#readElement(this.#readLast(node, file));
			case 'switch':
			case 'type':
				return this.#types.read(typesIn(node).at(-1) ?? node, file);
		}
	}

	#readLast(node: SyntaxNode, file: GoFile): GoType {
		const part = operandsOf(node).at(-1);
		return part ? this.read(part, file) : unknown;
	}

	#readDeclared(node: SyntaxNode, index: number, file: GoFile): GoType {
		const { type, values } = readSpecification(node);
		if (type) return this.#types.read(type, file);
		const own = values[index];
		if (own && values.length > 1) return this.read(own, file);
		return values[0] ? this.read(values[0], file, index) : unknown;
	}

	/** In a switch over types, the name has the type of the case that it is used in. */
	#readCase(node: SyntaxNode, at: SyntaxNode, file: GoFile): GoType {
		const cases = node.getChild('SwitchBlock')?.getChildren('Case') ?? [];
		const types = typesIn(cases.findLast(({ to }) => to <= at.from) ?? node);
		return types.length === 1 && types[0] ? this.#types.read(types[0], file) : unknown;
	}

	#readCall(node: SyntaxNode, file: GoFile, index: number): GoType {
		const [callee] = operandsOf(node);
		if (!callee) return unknown;
		const given = operandsOf(node.getChild('Arguments') ?? node);
		if (callee.name === 'VariableName' && /^(new|make)$/.test(file.read(callee))) {
			return given[0] ? this.read(given[0], file) : unknown;
		}
		const read = this.read(callee, file);
		const underlying = this.#types.readUnderlying(read);
		const called = underlying.is === 'function' ? underlying : read;
		switch (called.is) {
			case 'function': {
				const result = called.results[index];
				return result ? this.#types.read(result.node, result.file) : other;
			}
			case 'method':
				return other;
			case 'other':
				// A stranger's function that is given a client may give it back, as `Must` does.
				return given.every((one) => this.read(one, file).is === 'other') ? other : unknown;
			case 'named':
			case 'client':
			case 'service':
				return index === 0 ? called : other;
			case 'struct':
			case 'interface':
			case 'list':
			case 'unknown':
				return unknown;
		}
	}
}
