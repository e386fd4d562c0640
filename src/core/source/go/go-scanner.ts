import { readApiPaths } from '#core/source/api-paths.ts';
import { readApiQueries } from '#core/source/api-queries.ts';
import type { Scanner } from '#core/source/scanner.ts';
import { Services } from '#core/source/services.ts';
import { findTextTrigger, findFileTrigger } from '#core/source/trigger.ts';
import type { Api } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import { findBuildCondition } from './build-condition.ts';
import { Evaluator } from './evaluator.ts';
import { GoFile } from './go-file.ts';
import { findRequiredModules } from './go-mod.ts';
import { GoProject } from './go-project.ts';
import { GoTexts } from './go-texts.ts';
import { Members } from './members.ts';
import { MethodUses } from './method-uses.ts';
import { NamedTexts } from './named-texts.ts';
import { TextReader } from './text-reader.ts';
import { TypeReader } from './type-reader.ts';

/**
 * Finds the calls of the API in the Go source of one project. Files are kept until the end, since
 * what a value is may be declared in any of them; parsed are only those that may tell something.
 */
export function startGoScanner(api: Api): Scanner {
	const services = new Services(api, 'go');
	const trigger = findFileTrigger(api, services, true);
	const libraries = api.clients.filter(({ language }) => language === 'go');
	const project = new GoProject(libraries);
	const calling: GoFile[] = [];
	const required = new Set<string>();
	return {
		add(source) {
			const file = new GoFile(source);
			project.add(file);
			if (trigger.test(file.text)) calling.push(file);
		},
		addManifest(manifest) {
			project.addModule(manifest);
			for (const { client } of findRequiredModules(manifest, libraries)) required.add(client);
		},
		finish() {
			for (const { id } of project.files.flatMap((file) => project.librariesOf(file))) {
				required.add(id);
			}
			const known = libraries.filter(({ id }) => required.has(id));
			const types = new TypeReader(project, services);
			const evaluator = new Evaluator(project, types, new Members(project, services, types));
			const methods = new MethodUses(project, services, evaluator, known);
			const texts = findTexts(project, calling, api);
			return calling.flatMap((file) => {
				const place = {
					language: 'go' as const,
					file: file.path,
					options: null,
					condition: findBuildCondition(file.path, file.text),
				};
				return [
					...methods.find(file).map((use) => ({ kind: 'method' as const, ...use, ...place })),
					...texts(file).map((use) => ({ ...use, client: null, ...place })),
				];
			});
		},
	};
}

type TextUse = Pick<SourceUse, 'kind' | 'name' | 'line'>;

function findTexts(
	project: GoProject,
	files: readonly GoFile[],
	api: Api,
): (file: GoFile) => TextUse[] {
	const trigger = findTextTrigger(api);
	const named = new NamedTexts();
	for (const file of files) if (trigger.test(file.text)) named.read(file);
	const texts = new GoTexts(new TextReader(project), named, trigger);
	const paths = readApiPaths(api);
	const queries = readApiQueries(api);
	return (file) => {
		if (!trigger.test(file.text)) return [];
		return texts.find(file).flatMap((text) => {
			const path = paths.find(text);
			const found: TextUse[] = queries
				.find(text)
				.map((field) => ({ kind: 'graphql' as const, ...field }));
			return path === undefined ? found : [...found, { kind: 'path', name: path, line: text.line }];
		});
	};
}
