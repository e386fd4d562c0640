import type { ClientLibrary } from '#model/api.ts';
import type { Api } from '#model/api.ts';
import { noMethod, type FoundUse } from './api-texts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Language } from './language.ts';
import type { ParsedFile } from './parsed-file.ts';
import { readOperations } from './operations.ts';
import type { Service, Services } from './services.ts';
import type { Method } from './value.ts';

/** Starts to find the methods of clients that files use, called or handed on. */
export function startMethods<File extends ParsedFile>(
	language: Language<File>,
	evaluator: Evaluator<File>,
	api: Api,
): (file: File) => FoundUse[] {
	const operationOf = readOperations(api);
	const { texts } = language;
	return (file) => {
		const found: FoundUse[] = [];
		const hasOperations = file.text.includes('ApiV4');
		file.tree.iterate({
			enter: (kind) => {
				if (hasOperations && kind.name === texts.nodes.call) {
					const name = operationOf(texts.calleeOf(kind.node, file).name);
					if (name) found.push({ kind: 'path', name, line: file.lineOf(kind), ...noMethod });
				}
				if (!language.members.has(kind.name)) return;
				const candidate = language.findCandidate(kind.node, file);
				const value = candidate && evaluator.read(candidate.value);
				if (!candidate || value?.is !== 'method') return;
				const { library } = value;
				const libraries = library ? { near: [library], known: [] } : language.librariesOf(file);
				const service = accept(value, candidate.isMethod, libraries, evaluator.services);
				if (!service) return;
				const { call, name } = candidate;
				found.push({
					kind: 'method',
					client: service.library.id,
					name: `${service.name}.${value.method}`,
					line: file.lineOf(name),
					options: (call && language.readOptions?.(call, file, evaluator)) ?? null,
				});
			},
		});
		return found;
	};
}

/**
 * The service that a method belongs to. Where it is not certain that the receiver is the client, the
 * files near it have to import the library, or the project has and an endpoint names the method.
 */
function accept(
	{ service: name, method }: Method,
	isMethod: boolean,
	{ near, known }: ReturnType<Language<ParsedFile>['librariesOf']>,
	services: Services,
): Service | undefined {
	const find = (libraries: readonly ClientLibrary[], withUnnamed: boolean) =>
		libraries
			.flatMap((one) => services.find(one, name) ?? [])
			.find(({ methods, whole }) => methods.has(method) || (withUnnamed && whole));
	return find(near, isMethod) ?? find(known, false);
}
