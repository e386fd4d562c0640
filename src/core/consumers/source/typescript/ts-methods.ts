import type { SyntaxNode } from '@lezer/common';
import type { Service, Services } from '#core/consumers/source/engine/services.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { SourceUse } from '#model/evidence.ts';
import type { TsEvaluator } from './ts-evaluator.ts';
import type { TsFile } from './ts-file.ts';
import { readOptions } from './ts-options.ts';
import type { TsProject } from './ts-project.ts';
import type { TsValue } from './ts-value.ts';

export type TsMethodUse = Pick<SourceUse, 'name' | 'line' | 'options'> & { client: string };

/** Finds the methods of client libraries that a file uses, called or handed on. */
export class TsMethods {
	readonly #project: TsProject;
	readonly #services: Services;
	readonly #evaluator: TsEvaluator;

	constructor(project: TsProject, services: Services, evaluator: TsEvaluator) {
		this.#project = project;
		this.#services = services;
		this.#evaluator = evaluator;
	}

	find(file: TsFile): TsMethodUse[] {
		const found: TsMethodUse[] = [];
		const add = (value: TsValue, name: SyntaxNode | null, call: SyntaxNode | undefined) => {
			const service =
				value.is === 'method' && name ? this.#accept(value, call !== undefined, file) : undefined;
			if (!service || value.is !== 'method' || !name) return;
			found.push({
				client: service.library.id,
				name: `${service.name}.${value.method}`,
				line: file.lineOf(name),
				options: call ? readOptions(call, file, this.#evaluator) : null,
			});
		};
		file.tree.iterate({
			enter: ({ name, node }) => {
				if (name === 'MemberExpression') {
					add(this.#evaluator.read(node, file), node.lastChild, findCall(node));
				} else if (name === 'PatternProperty') {
					const definition = node.getChild('VariableDefinition');
					if (!definition) return;
					const value = this.#evaluator.readName(file.read(definition), definition.from, file);
					add(value, definition, undefined);
				}
			},
		});
		return found;
	}

	/**
	 * The service that a method belongs to. Where it is not certain that the receiver is the client, an
	 * endpoint has to name the method, and the file or one that it imports has to import the library.
	 */
	#accept(
		{ library, service: name, method }: TsValue & { is: 'method' },
		isCalled: boolean,
		file: TsFile,
	): Service | undefined {
		const libraries = library
			? [library]
			: [...this.#project.librariesOf(file), ...this.#project.librariesBehind(file)];
		for (const one of libraries) {
			const service = this.#services.find(one, name);
			if (service?.methods.has(method)) return service;
			if (service?.whole && library && isCalled) return service;
		}
		return undefined;
	}
}

function findCall(callee: SyntaxNode): SyntaxNode | undefined {
	let node = callee;
	while (
		/^(InstantiationExpression|PostfixExpression|ParenthesizedExpression)$/.test(
			node.parent?.name ?? '',
		)
	) {
		node = node.parent ?? node;
	}
	const { parent } = node;
	return parent?.name === 'CallExpression' &&
		parent.from === node.from &&
		childrenOf(parent)[0]?.to === node.to
		? parent
		: undefined;
}
