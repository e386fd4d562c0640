import type { Scanner } from '#core/consumers/source/engine/scanner.ts';
import { Services } from '#core/consumers/source/engine/services.ts';
import { findFileTrigger } from '#core/consumers/source/engine/trigger.ts';
import type { CheckTime } from '#core/consumers/source/engine/time.ts';
import type { Api, ClientLibrary } from '#model/api.ts';
import { GoFile } from './go-file.ts';
import { findRequiredModules } from './go-mod.ts';
import { GoProject } from './go-project.ts';
import { GoUses } from './go-uses.ts';

/** So much source is kept that calls nothing itself, for the types that it may declare. */
const maxKeptCharacters = 64 * 1024 * 1024;

/**
 * Finds the calls of the API in the Go source of one project. Files are kept until the end, since
 * what a value is may be declared in any of them; parsed are only those that may tell something.
 */
export function startGoScanner(api: Api, checkTime: CheckTime): Scanner {
	const services = new Services(api, 'go');
	const trigger = findFileTrigger(api, services, true);
	const libraries = api.clients.filter(({ language }) => language === 'go');
	const project = new GoProject(libraries);
	const calling = new Map<string, GoFile[]>();
	const known = new Set<ClientLibrary>();
	let kept = 0;
	return {
		add(source) {
			const file = new GoFile(source);
			const imported = project.librariesOf(file);
			for (const library of imported) known.add(library);
			if (trigger.test(file.text)) {
				calling.set(file.folder, [...(calling.get(file.folder) ?? []), file]);
			} else if (imported.length === 0) {
				kept += file.text.length;
				if (kept > maxKeptCharacters) return;
			}
			project.add(file);
		},
		addManifest(manifest) {
			project.addModule(manifest);
			for (const { client } of findRequiredModules(manifest, libraries)) {
				for (const library of libraries) if (library.id === client) known.add(library);
			}
		},
		finish() {
			const finder = new GoUses({ api, project, services, known: [...known], checkTime });
			return [...calling.values()].flatMap((files) => finder.find(files));
		},
	};
}
