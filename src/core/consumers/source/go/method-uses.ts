import type { Service, Services } from '#core/consumers/source/engine/services.ts';
import type { ClientLibrary } from '#model/api.ts';
import type { Evaluator } from './evaluator.ts';
import type { GoFile } from './go-file.ts';
import type { GoProject } from './go-project.ts';
import type { GoType } from './go-type.ts';

export interface MethodUse {
	readonly client: string;
	/** `Cars.ListCars` */
	readonly name: string;
	readonly line: number;
}

/** Finds the methods of client libraries that a file uses, called or handed on. */
export class MethodUses {
	readonly #project: GoProject;
	readonly #services: Services;
	readonly #evaluator: Evaluator;
	/** Libraries that the project requires or imports anywhere. */
	readonly #known: readonly ClientLibrary[];

	constructor(
		project: GoProject,
		services: Services,
		evaluator: Evaluator,
		known: readonly ClientLibrary[],
	) {
		this.#project = project;
		this.#services = services;
		this.#evaluator = evaluator;
		this.#known = known;
	}

	find(file: GoFile): MethodUse[] {
		const found: MethodUse[] = [];
		file.tree.iterate({
			enter: ({ name, node }) => {
				if (name !== 'SelectorExpr') return;
				const field = node.getChild('FieldName');
				// What a library does not export, nobody else can call.
				if (!field || !/^[A-Z]/.test(file.read(field))) return;
				const type = this.#evaluator.read(node, file);
				const service = type.is === 'method' ? this.#accept(type, file) : undefined;
				if (!service) return;
				const client = service.library.id;
				found.push({
					client,
					name: `${service.name}.${file.read(field)}`,
					line: file.lineOf(field),
				});
			},
		});
		return found;
	}

	/**
	 * The service that a method belongs to. Where it is not certain that the receiver is the client, the
	 * file or its package has to import the library, or the project has and an endpoint names the method.
	 */
	#accept(type: GoType & { is: 'method' }, file: GoFile): Service | undefined {
		const { library, service: name, method } = type;
		if (library) return this.#findService([library], name, method, true);
		return (
			this.#findService(this.#project.librariesOf(file), name, method, true) ??
			this.#findService(this.#project.librariesNear(file), name, method, true) ??
			this.#findService(this.#known, name, method, false)
		);
	}

	#findService(
		libraries: readonly ClientLibrary[],
		name: string,
		method: string,
		withUnnamed: boolean,
	): Service | undefined {
		for (const library of libraries) {
			const service = this.#services.find(library, name);
			if (service?.methods.has(method) || (withUnnamed && service?.whole)) return service;
		}
		return undefined;
	}
}
