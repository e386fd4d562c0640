import type { Api } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import { readApiTexts } from './api-texts.ts';
import { Evaluator } from './evaluator.ts';
import { blankBodies, findBodies, findTellingNames } from './bodies.ts';
import type { Language } from './language.ts';
import { startMethods } from './method-finder.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { Found, Scanner } from './scanner.ts';
import { Services } from './services.ts';
import { groupLinked, startNear, widen } from './linked-files.ts';
import { startTexts } from './text-finder.ts';
import { TextReader } from './text-reader.ts';
import { namesGitLab, namesRoot } from './text.ts';
import type { CheckTime } from './time.ts';
import { findFileTrigger, findTextTrigger, oneOf } from './trigger.ts';

/**
 * Finds the calls of the API in the source of one project. Files are kept until the end, since what a
 * value is may be declared in any of them; parsed are only those that may tell something.
 */
export function startLanguageScanner<File extends ParsedFile>(
	language: Language<File>,
	api: Api,
	checkTime: CheckTime,
): Scanner {
	const services = new Services(api, language.id);
	const trigger = findFileTrigger(api, services, language.withMethods);
	const textTrigger = findTextTrigger(api);
	const project = language.startProject(
		api.clients.filter((library) => library.language === language.id),
	);
	const calling: File[] = [];
	/** Units that name the root of the API, and those that name GitLab. */
	const roots = new Set<string>();
	const ofGitLab = new Set<string>();
	let isAllOfGitLab = false;
	return {
		add(given) {
			const source = language.programOf?.(given) ?? given;
			const mayCall = trigger.test(source.text);
			const file = project.add(source, mayCall);
			if (mayCall) calling.push(file);
			const unit = language.texts.unitOf(file);
			if (namesRoot(source.text)) roots.add(unit);
			if (namesGitLab(source.text)) ofGitLab.add(unit);
		},
		addManifest(manifest) {
			project.addManifest(manifest);
			isAllOfGitLab ||= namesGitLab(manifest.text);
		},
		finish() {
			const withTexts = widen(
				calling.filter(({ text }) => textTrigger.test(text)),
				language,
				project,
				textTrigger,
			);
			const all = [...new Set([...calling, ...withTexts])];
			skim(all, trigger, language.opening);
			const evaluator = new Evaluator(language.expressions, services, checkTime);
			const methodsOf = startMethods(language, evaluator, api);
			const usesOf = readApiTexts(api);
			const nearOf = startNear(language, project);
			const uses: SourceUse[] = [];
			const unfollowed: Found['unfollowed'][number][] = [];
			for (const files of groupLinked(all, withTexts, language, project)) {
				const own = files.filter((file) => withTexts.has(file));
				const near = nearOf(files);
				const named = {
					hasRoot: roots.size > 0,
					isNearRoot: near.some((unit) => roots.has(unit)),
					isNearGitLab: isAllOfGitLab || near.some((unit) => ofGitLab.has(unit)),
				};
				const reader = new TextReader(language.texts, own, evaluator, checkTime);
				const textsIn = startTexts(reader, own, textTrigger, named);
				for (const file of files) {
					checkTime();
					const found = usesOf(withTexts.has(file) ? textsIn(file) : []);
					const condition = language.conditionOf?.(file) ?? null;
					for (const use of [...methodsOf(file), ...found.uses]) {
						uses.push({ ...use, language: language.id, file: file.path, condition });
					}
					for (const line of found.unfollowed) unfollowed.push({ file: file.path, line });
				}
				for (const file of files) file.release();
			}
			return { uses, unfollowed };
		},
	};
}

/** Leaves out the bodies of functions that can have no call, neither by themselves nor by a name. */
function skim(files: readonly ParsedFile[], trigger: RegExp, opening: RegExp): void {
	const all = files.map((file) => ({ file, bodies: findBodies(file.text, opening) }));
	let keep = trigger;
	// A name may be one of another.
	for (let round = 0; round < 2; round += 1) {
		const names = all.flatMap(({ file, bodies }) => findTellingNames(file.text, bodies, keep));
		keep = new RegExp(`${trigger.source}|\\b(?:${oneOf(names)})\\b`);
	}
	for (const { file, bodies } of all) file.skim(blankBodies(file.text, bodies, keep));
}
