import { readApiTexts, type TextUse } from '#core/source/api-texts.ts';
import type { Services } from '#core/source/services.ts';
import type { SourceText } from '#core/source/text.ts';
import { findTextTrigger } from '#core/source/trigger.ts';
import type { Api, ClientLibrary } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import { findBuildCondition } from './build-condition.ts';
import { Evaluator } from './evaluator.ts';
import type { GoFile } from './go-file.ts';
import type { GoProject } from './go-project.ts';
import { GoTexts } from './go-texts.ts';
import { Members } from './members.ts';
import { MethodUses } from './method-uses.ts';
import { NamedTexts } from './named-texts.ts';
import { TextReader } from './text-reader.ts';
import { TypeReader } from './type-reader.ts';

/** Finds what packages use of the API. */
export class GoUses {
	readonly #project: GoProject;
	readonly #methods: MethodUses;
	readonly #usesOf: (texts: readonly SourceText[]) => TextUse[];
	readonly #trigger: RegExp;

	/** @param known Libraries that the project requires or imports anywhere. */
	constructor(api: Api, project: GoProject, services: Services, known: readonly ClientLibrary[]) {
		const types = new TypeReader(project, services);
		const evaluator = new Evaluator(project, types, new Members(project, services, types));
		this.#project = project;
		this.#methods = new MethodUses(project, services, evaluator, known);
		this.#usesOf = readApiTexts(api);
		this.#trigger = findTextTrigger(api);
	}

	/** The uses in the files of one package: its constants may be asked for in any of them. */
	find(files: readonly GoFile[]): SourceUse[] {
		const reader = new TextReader(this.#project);
		const named = new NamedTexts(this.#project, reader);
		const withTexts = new Set(files.filter(({ text }) => this.#trigger.test(text)));
		for (const file of withTexts) named.read(file);
		const texts = new GoTexts(this.#project, reader, named, this.#trigger);
		const found = files.flatMap((file) => {
			const place = {
				language: 'go' as const,
				file: file.path,
				options: null,
				condition: findBuildCondition(file.path, file.text),
			};
			const asked = withTexts.has(file) ? this.#usesOf(texts.find(file)) : [];
			return [
				...this.#methods.find(file).map((use) => ({ kind: 'method' as const, ...use, ...place })),
				...asked.map((use) => ({ ...use, client: null, ...place })),
			];
		});
		for (const file of files) file.release();
		return found;
	}
}
