import type { SyntaxNode } from '@lezer/common';
import type { Api } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import { readApiTexts } from './api-texts.ts';
import { Evaluator } from './evaluator.ts';
import { blankBodies, findBodies, findTellingNames } from './bodies.ts';
import type { Language } from './language.ts';
import { startMethods } from './method-finder.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { Scanner } from './scanner.ts';
import { Services } from './services.ts';
import { childrenOf } from './syntax.ts';
import { TextFinder } from './text-finder.ts';
import type { CheckTime } from './time.ts';
import { findFileTrigger, findTextTrigger, oneOf } from './trigger.ts';
import { written } from './value.ts';

/**
 * Finds the calls of the API in the source of one project. Files are kept until the end, since what a
 * value is may be declared in any of them; parsed are only those that may tell something.
 */
export function startLanguageScanner<File extends ParsedFile>(
	language: Language<File>,
	api: Api,
	checkTime: CheckTime,
): Scanner {
	const { id, withMethods } = language;
	const services = new Services(api, id);
	const trigger = findFileTrigger(api, services, withMethods);
	const textTrigger = findTextTrigger(api);
	const project = language.startProject(api.clients.filter((library) => library.language === id));
	const calling: File[] = [];
	return {
		add(source) {
			const mayCall = trigger.test(source.text);
			const file = project.add(source, mayCall);
			if (mayCall) calling.push(file);
		},
		addManifest(manifest) {
			project.addManifest?.(manifest);
		},
		finish() {
			skim(calling, trigger, language.opening);
			const evaluator = new Evaluator(language.expressions, services, checkTime);
			const methodsOf = startMethods(language, evaluator);
			const usesOf = readApiTexts(api);
			const findFunction = (call: SyntaxNode, file: File) => {
				const [callee] = childrenOf(call);
				const value = callee && evaluator.read(written(callee, file));
				return value?.is === 'function' ? value : undefined;
			};
			const units = Map.groupBy(calling, (file) => language.unitOf(file));
			return [...units.values()].flatMap((files) => {
				const withTexts = new Set(files.filter(({ text }) => textTrigger.test(text)));
				const texts = new TextFinder(language.texts, withTexts, findFunction, checkTime);
				const found = files.flatMap((file): SourceUse[] => {
					checkTime();
					const uses = [
						...methodsOf(file),
						...usesOf(withTexts.has(file) ? texts.find(file, textTrigger) : []),
					];
					const condition = language.conditionOf(file);
					return uses.map((use) => ({ ...use, language: id, file: file.path, condition }));
				});
				for (const file of files) file.release();
				return found;
			});
		},
	};
}

/** Leaves out the bodies of functions that can have no call, neither by themselves nor by a name. */
function skim(files: readonly ParsedFile[], trigger: RegExp, opening: RegExp): void {
	const all = files.map((file) => ({ file, bodies: findBodies(file.text, opening) }));
	let keep = trigger;
	// A name may stand for another one.
	for (let round = 0; round < 2; round += 1) {
		const names = new Set(
			all.flatMap(({ file, bodies }) => findTellingNames(file.text, bodies, keep)),
		);
		keep = new RegExp(`${trigger.source}|\\b(?:${oneOf(names)})\\b`);
	}
	for (const { file, bodies } of all) file.skim(blankBodies(file.text, bodies, keep));
}
