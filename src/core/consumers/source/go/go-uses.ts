import { readApiTexts, type TextUse } from '#core/consumers/source/engine/api-texts.ts';
import type { Services } from '#core/consumers/source/engine/services.ts';
import type { SourceText } from '#core/consumers/source/engine/text.ts';
import type { CheckTime } from '#core/consumers/source/engine/time.ts';
import { findTextTrigger } from '#core/consumers/source/engine/trigger.ts';
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

interface Question {
	api: Api;
	project: GoProject;
	services: Services;
	/** Libraries that the project requires or imports anywhere. */
	known: readonly ClientLibrary[];
	checkTime: CheckTime;
}

/** Finds what packages use of the API. */
export class GoUses {
	readonly #project: GoProject;
	readonly #methods: MethodUses;
	readonly #usesOf: (texts: readonly SourceText[]) => TextUse[];
	readonly #trigger: RegExp;
	readonly #checkTime: CheckTime;

	constructor({ api, project, services, known, checkTime }: Question) {
		const types = new TypeReader(project, services);
		const members = new Members(project, services, types);
		const evaluator = new Evaluator(project, types, members, checkTime);
		this.#checkTime = checkTime;
		this.#project = project;
		this.#methods = new MethodUses(project, services, evaluator, known);
		this.#usesOf = readApiTexts(api);
		this.#trigger = findTextTrigger(api);
	}

	/** The uses in the files of one package: its constants may be asked for in any of them. */
	find(files: readonly GoFile[]): SourceUse[] {
		const reader = new TextReader(this.#project, this.#checkTime);
		const named = new NamedTexts(this.#project, reader);
		const withTexts = new Set(files.filter(({ text }) => this.#trigger.test(text)));
		for (const file of withTexts) named.read(file);
		const texts = new GoTexts(this.#project, reader, named, this.#trigger);
		const found = files.flatMap((file) => {
			this.#checkTime();
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
