import { identifyEndpoint } from '#core/consumers/endpoints/endpoint-name.ts';
import type { Api, ClientLibrary, DeclaredEndpoint } from '#model/api.ts';
import { noMethod, type FoundUse } from './api-texts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Language } from './language.ts';
import type { ParsedFile } from './parsed-file.ts';
import { findSubject, type Service, type Services } from './services.ts';
import type { Method } from './value.ts';

/** What generators put around the name of an operation: `useGetApiV4Cars`, `GetApiV4CarsWithResponse`. */
const aroundOperation = /^use(?=[A-Z])|(With(\w*Body|Response|HttpInfo)|Raw|Query|Mutation)+$/g;

/** The name of an endpoint in GitLab's OpenAPI description, in small letters. */
function toOperation({ method, path }: DeclaredEndpoint): string {
	return `${method}apiv4${path.replace(/\W|_/g, '')}`.toLowerCase();
}

/** Starts to find the methods of clients that files use, called or handed on. */
export function startMethods<File extends ParsedFile>(
	language: Language<File>,
	evaluator: Evaluator<File>,
	api: Api,
): (file: File) => FoundUse[] {
	const operations = new Map(api.endpoints.map((one) => [toOperation(one), identifyEndpoint(one)]));
	return (file) => {
		const found: FoundUse[] = [];
		const hasOperations = file.text.includes('ApiV4');
		file.tree.iterate({
			enter: (kind) => {
				if (hasOperations && kind.name === language.texts.nodes.call) {
					const called = language.texts.calleeOf(kind.node, file).name;
					const name = operations.get(called.replace(aroundOperation, '').toLowerCase());
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
 * files near it have to import the library, or the project has and an endpoint names the method. One
 * that none names has to say what it is about, as methods of clients do: `spec.Cars.DeepCopy` is none.
 */
function accept(
	{ library, service: name, method }: Method,
	isMethod: boolean,
	{ near, known }: ReturnType<Language<ParsedFile>['librariesOf']>,
	services: Services,
): Service | undefined {
	const mayBe = isMethod && (library !== null || method.includes(findSubject(name)));
	const find = (libraries: readonly ClientLibrary[], withUnnamed: boolean) =>
		libraries
			.flatMap((one) => services.find(one, name) ?? [])
			.find(({ methods, whole }) => methods.has(method) || (withUnnamed && whole));
	return find(near, mayBe) ?? find(known, false);
}
