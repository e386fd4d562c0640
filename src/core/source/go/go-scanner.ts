import { readApiTexts } from '#core/source/api-texts.ts';
import type { Scanner } from '#core/source/scanner.ts';
import { Services } from '#core/source/services.ts';
import type { SourceText } from '#core/source/text.ts';
import { findFileTrigger, findTextTrigger } from '#core/source/trigger.ts';
import type { Api } from '#model/api.ts';
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
			const textsOf = startTexts(project, calling, findTextTrigger(api));
			const usesOf = readApiTexts(api);
			return calling.flatMap((file) => {
				const place = {
					language: 'go' as const,
					file: file.path,
					options: null,
					condition: findBuildCondition(file.path, file.text),
				};
				return [
					...methods.find(file).map((use) => ({ kind: 'method' as const, ...use, ...place })),
					...usesOf(textsOf(file)).map((use) => ({ ...use, client: null, ...place })),
				];
			});
		},
	};
}

/** Tells the texts of a file, once all files were read for what becomes of texts with names. */
function startTexts(
	project: GoProject,
	files: readonly GoFile[],
	trigger: RegExp,
): (file: GoFile) => SourceText[] {
	const named = new NamedTexts();
	for (const file of files) if (trigger.test(file.text)) named.read(file);
	const texts = new GoTexts(new TextReader(project), named, trigger);
	return (file) => (trigger.test(file.text) ? texts.find(file) : []);
}
