import { startLanguageScanner } from '#core/consumers/source/engine/language-scanner.ts';
import type { Language } from '#core/consumers/source/engine/language.ts';
import type { LanguageRules } from '#core/consumers/source/engine/scanner.ts';
import { isComponent, toProgram } from './components.ts';
import { findDependencies } from './package-json.ts';
import { tsExpressions } from './ts-expressions.ts';
import type { TsFile } from './ts-file.ts';
import { findCandidate, readOptions } from './ts-methods.ts';
import { TsProject } from './ts-project.ts';
import { tsTexts } from './ts-texts.ts';

const language: Language<TsFile> = {
	id: 'typescript',
	withMethods: false,
	expressions: tsExpressions,
	texts: tsTexts,
	opening: /^([ \t]*)(?!constructor\b).*(?:=>|\)(?:\s*:[^{}=;]+)?)\s*\{[ \t]*$/,
	members: new Set(['MemberExpression', 'PatternProperty']),
	programOf: toProgram,
	startProject: (libraries) => new TsProject(libraries),
	findCandidate,
	readOptions,
	librariesOf: (file) => ({ near: [], known: file.project.librariesNear(file) }),
};

const leadingComments = /^(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/;
const generatedHeader = /@generated|Code generated .* DO NOT EDIT/;
const bundled = /^\/\/# sourceMappingURL=|\bwebpackBootstrap\b/m;

/** TypeScript and JavaScript, with the packages of npm. */
export const typescript: LanguageRules = {
	isSource: (path) => /\.([cm]?[jt]s|[jt]sx)$/.test(path) || isComponent(path),
	skipByPath(path) {
		if (/[._-](test|spec|e2e|cy|stories)\.\w+$|(^|\/)(spec|cypress|playwright)\//.test(path))
			return 'tests';
		if (/[._-]mocks?\.\w+$/.test(path)) return 'mocks';
		if (/(^|\/)dist\/|\.d\.[cm]?ts$|\.(min|bundle)\.\w+$/.test(path)) return 'generated';
		return undefined;
	},
	skipByText: (text) =>
		generatedHeader.test(leadingComments.exec(text)?.[0] ?? '') || bundled.test(text)
			? 'generated'
			: undefined,
	isManifest: (path) => /(^|\/)(package|[jt]sconfig([.-]\w+)*)\.json$/.test(path),
	findClients: findDependencies,
	startScanner: (api, checkTime) => startLanguageScanner(language, api, checkTime),
};
