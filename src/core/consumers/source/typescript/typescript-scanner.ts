import { readApiTexts } from '#core/consumers/source/engine/api-texts.ts';
import type { Scanner } from '#core/consumers/source/engine/scanner.ts';
import { Services } from '#core/consumers/source/engine/services.ts';
import { findFileTrigger, findTextTrigger } from '#core/consumers/source/engine/trigger.ts';
import type { CheckTime } from '#core/consumers/source/engine/time.ts';
import type { Api } from '#model/api.ts';
import { TsEvaluator } from './ts-evaluator.ts';
import { TsFile } from './ts-file.ts';
import { TsMethods } from './ts-methods.ts';
import { TsProject } from './ts-project.ts';
import { findTsTexts } from './ts-texts.ts';

/** Finds the calls of the API in the TypeScript and JavaScript of one project. */
export function startTypescriptScanner(api: Api, checkTime: CheckTime): Scanner {
	const services = new Services(api, 'typescript');
	const trigger = findFileTrigger(api, services, false);
	const textTrigger = findTextTrigger(api);
	const project = new TsProject(api.clients.filter(({ language }) => language === 'typescript'));
	const calling: TsFile[] = [];
	return {
		add(source) {
			const file = new TsFile(source);
			project.add(file);
			if (trigger.test(file.text)) calling.push(file);
		},
		addManifest: () => undefined,
		finish() {
			const methods = new TsMethods(
				project,
				services,
				new TsEvaluator(project, services, checkTime),
			);
			const usesOf = readApiTexts(api);
			return calling.flatMap((file) => {
				checkTime();
				const place = { language: 'typescript' as const, file: file.path, condition: null };
				const texts = textTrigger.test(file.text) ? findTsTexts(file, textTrigger, checkTime) : [];
				const found = [
					...methods.find(file).map((use) => ({ kind: 'method' as const, ...use, ...place })),
					...usesOf(texts).map((use) => ({ ...use, client: null, options: null, ...place })),
				];
				file.release();
				return found;
			});
		},
	};
}
