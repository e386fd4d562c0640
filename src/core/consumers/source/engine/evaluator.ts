import type { SyntaxNode } from '@lezer/common';
import type { Placed } from './parsed-file.ts';
import type { Services } from './services.ts';
import type { CheckTime } from './time.ts';
import {
	isStep,
	isTelling,
	other,
	unknown,
	written,
	type Expression,
	type Value,
} from './value.ts';

/** So far a value is followed from name to name. */
const maxDepth = 40;
/** So many steps one question may take: names may lead to one another in circles, in many ways. */
const maxSteps = 2000;
/** So many names a type may have one after the other: a circle ends there. */
const maxNames = 12;

/** How a language writes values and types. */
export interface ExpressionGrammar<File> {
	/** Names of nodes. */
	readonly nodes: {
		/** Values and types that are no client and have none. */
		readonly plain: RegExp;
		/** Classes, objects and types that are written out. */
		readonly own: RegExp;
		readonly function: RegExp;
	};
	/** Whether a type is called to make one of a value: `Client(x)`. */
	readonly converts: boolean;
	/** An expression or a type. @param index Which of its values, where it gives several. */
	read(written: Placed<File>, index: number): Expression<File>;
	/** What a function gives back. @param index Which of several. */
	resultOf(made: Placed<File>, index: number): Expression<File>;
	/** The type that has another name. `undefined`: the type has no other name. */
	definitionOf?(type: Placed<File>): Expression<File> | undefined;
	/** What one that is written out, a part of the project or a library has by that name. */
	memberOf(
		owner: Value<File> & { is: 'own' | 'module' | 'library' },
		name: string,
		evaluator: Evaluator<File>,
	): Expression<File>;
}

/** Tells what a value is by following where it comes from. */
export class Evaluator<File> {
	readonly #grammar: ExpressionGrammar<File>;
	readonly services: Services;
	readonly #checkTime: CheckTime;
	readonly #known = new Map<object, Value<File>>();
	#depth = 0;
	#steps = 0;

	constructor(grammar: ExpressionGrammar<File>, services: Services, checkTime: CheckTime) {
		this.#grammar = grammar;
		this.services = services;
		this.#checkTime = checkTime;
	}

	/** Nothing is known of what would take too many steps. */
	read(expression: Expression<File>): Value<File> {
		this.#checkTime();
		if (this.#depth === 0) this.#steps = 0;
		this.#steps += 1;
		if (this.#depth > maxDepth || this.#steps > maxSteps) return unknown;
		this.#depth += 1;
		try {
			return this.#read(expression);
		} finally {
			this.#depth -= 1;
		}
	}

	/** The function that a node is. */
	findFunction(node: SyntaxNode | null, file: File): Placed<File> | undefined {
		const value = this.read(written(node, file));
		return value.is === 'function' ? value : undefined;
	}

	/** Where the value of a node is written. `undefined`: it is unknown, or may lead to the client. */
	findOther(node: SyntaxNode, file: File): Placed<File> | undefined {
		const value = this.read(written(node, file));
		if (value.is !== 'other' || !value.node || !value.file) return undefined;
		return { node: value.node, file: value.file };
	}

	#read(expression: Expression<File>): Value<File> {
		if (!isStep(expression)) return expression;
		switch (expression.is) {
			case 'written':
				return this.#readWritten(expression);
			case 'declared': {
				const value = this.#readDeclared(expression);
				// A method that was put into a variable was found there: to call that is no second use.
				return value.is === 'method' ? other : value;
			}
			case 'member':
				return this.member(this.read(expression.of), expression.name);
			case 'call':
				return this.#readCall(expression);
			case 'instance':
				return toInstance(this.read(expression.of));
			case 'element':
				return this.#readElement(this.read(expression.of));
			case 'typed': {
				const type = this.read(expression.type);
				return isTelling(type) || !expression.value ? type : this.read(expression.value);
			}
			case 'any':
			case 'all': {
				const values = expression.of.map((one) => this.read(one));
				const isSure = values.length > 0 && values.every(({ is }) => is !== 'unknown');
				const rest = expression.is === 'all' ? values[0] : isSure ? other : unknown;
				return values.find(isTelling) ?? rest ?? unknown;
			}
		}
	}

	/** Once for each name. In a circle of names nothing is known of it. */
	#readDeclared({ by, as }: Expression<File> & { is: 'declared' }): Value<File> {
		const known = this.#known.get(by);
		if (known) return known;
		this.#known.set(by, unknown);
		const found = this.read(as());
		this.#known.set(by, found);
		return found;
	}

	#readWritten(place: Expression<File> & { is: 'written' }): Value<File> {
		const { node, file, index } = place;
		const { nodes } = this.#grammar;
		if (nodes.plain.test(node.name)) return { is: 'other', node, file };
		if (nodes.own.test(node.name)) return { is: 'own', node, file };
		if (nodes.function.test(node.name)) return { is: 'function', node, file };
		const found = this.#grammar.read(place, index);
		if (found.is === 'other') return { is: 'other', node, file };
		return found.is === 'written' ? this.read(found) : this.#read(found);
	}

	/** What is behind a dot. */
	member(value: Value<File>, name: string): Value<File> {
		// What is computed, as in `cars[name]()`, has no name.
		if (name === '') return unknown;
		if (value.is === 'service') return { ...value, is: 'method', method: name };
		if (value.is === 'client' || value.is === 'unknown') {
			const library = value.is === 'client' ? value.library : null;
			const isService = library ? this.services.find(library, name) : this.services.has(name);
			return isService ? { is: 'service', library, service: name } : unknown;
		}
		return value.is === 'own' || value.is === 'module' || value.is === 'library'
			? this.read(this.#grammar.memberOf(value, name, this))
			: other;
	}

	#readCall({ of, given, index = 0 }: Expression<File> & { is: 'call' }): Value<File> {
		const value = this.read(of);
		const definition = this.#definitionOf(value);
		const called = definition.is === 'function' ? definition : value;
		if (called.is === 'function') return this.read(this.#grammar.resultOf(called, index));
		if (called.is === 'method') return other;
		// A stranger's function that is given a client may give it back, as `Must` does.
		if (called.is === 'other') {
			return given.every((one) => this.read(one).is === 'other') ? other : unknown;
		}
		if (!this.#grammar.converts || !/^(own|client|service)$/.test(called.is)) return unknown;
		return index === 0 ? called : other;
	}

	#readElement(list: Value<File>): Value<File> {
		const value = this.#definitionOf(list);
		if (value.is === 'list') return this.read(written(value.node, value.file));
		return value.is === 'function' || value.is === 'other' ? value : unknown;
	}

	#definitionOf(value: Value<File>): Value<File> {
		let found = value;
		for (let names = 0; found.is === 'own' && names < maxNames; names += 1) {
			const definition = this.#grammar.definitionOf?.(found);
			if (!definition) break;
			found = this.read(definition);
		}
		return found;
	}
}

function toInstance<File>(value: Value<File>): Value<File> {
	// What a library exports as a whole may be the class of its client.
	if (value.is === 'library') return { is: 'client', library: value.library };
	if (value.is !== 'class') return value;
	const { library, service } = value;
	return service === null ? { is: 'client', library } : { is: 'service', library, service };
}
