import type { Services } from '#core/consumers/source/engine/services.ts';
import type { ClientLibrary } from '#model/api.ts';
import type { TsBinding } from './ts-bindings.ts';
import { findExport, readSpecifier, type TsExport } from './ts-exports.ts';
import type { TsFile } from './ts-file.ts';
import type { TsProject } from './ts-project.ts';
import type { TsReader } from './ts-reader.ts';
import { isTelling, unknown, type TsValue } from './ts-value.ts';

/** Tells what files take from one another and from packages. */
export class TsModules {
	readonly #project: TsProject;
	readonly #services: Services;
	readonly #reader: TsReader;

	constructor(project: TsProject, services: Services, reader: TsReader) {
		this.#project = project;
		this.#services = services;
		this.#reader = reader;
	}

	readImport({ holder, definition }: TsBinding, file: TsFile): TsValue {
		const isGroup = holder.name === 'ImportGroup';
		const statement = isGroup ? (holder.parent ?? holder) : holder;
		const from = this.readPackage(readSpecifier(statement, file) ?? '', file);
		const before = definition.prevSibling;
		if (before?.name === 'as') {
			const exported = before.prevSibling;
			return exported && exported.name !== 'Star'
				? this.#reader.member(from, file.read(exported))
				: from;
		}
		return this.#reader.member(from, isGroup ? file.read(definition) : 'default');
	}

	readPackage(specifier: string, file: TsFile): TsValue {
		const library = this.#project.findLibrary(specifier);
		if (library) return { is: 'library', library };
		const imported = this.#project.findFile(file, specifier);
		if (imported) return { is: 'module', file: imported };
		return this.#project.isForeign(specifier) ? { is: 'foreign' } : unknown;
	}

	readLibrary(library: ClientLibrary, name: string): TsValue {
		if (name === 'default') return { is: 'library', library };
		if (!/^[A-Z]/.test(name)) return unknown;
		const service = this.#services.find(library, name) ? name : null;
		return { is: 'class', library, service };
	}

	readExport(file: TsFile, name: string): TsValue {
		const values = findExport(file, name).map((one) => this.#readExported(one, name, file));
		return values.find(isTelling) ?? values[0] ?? unknown;
	}

	#readExported(found: TsExport, name: string, file: TsFile): TsValue {
		switch (found.is) {
			case 'name':
				return this.#reader.readName(found.name, found.at, file);
			case 'value':
				return this.#reader.read(found.node, file);
			case 'property':
				return this.#reader.member(this.#reader.read(found.of, file), name);
			case 'elsewhere':
				return this.#reader.member(this.readPackage(found.specifier, file), found.name);
		}
	}
}
