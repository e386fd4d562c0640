import { startLanguageScanner } from '#core/consumers/source/engine/language-scanner.ts';
import type { Language } from '#core/consumers/source/engine/language.ts';
import type { LanguageRules } from '#core/consumers/source/engine/scanner.ts';
import { written } from '#core/consumers/source/engine/value.ts';
import { findBuildCondition, headerOf } from './build-condition.ts';
import { goExpressions } from './go-expressions.ts';
import type { GoFile } from './go-file.ts';
import { findRequiredModules } from './go-mod.ts';
import { GoProject } from './go-project.ts';
import { goTexts } from './go-texts.ts';

const language: Language<GoFile> = {
	id: 'go',
	withMethods: true,
	expressions: goExpressions,
	texts: goTexts,
	opening: /^()(?:func\b|\)).*\{[ \t]*$/,
	members: new Set(['SelectorExpr']),
	startProject: (libraries) => new GoProject(libraries),
	conditionOf: ({ path, text }) => findBuildCondition(path, text),
	findCandidate(node, file) {
		const name = node.getChild('FieldName');
		// What a library does not export, nobody else can call.
		if (!name || !/^[A-Z]/.test(file.read(name))) return undefined;
		return { value: written(node, file), name, isMethod: true };
	},
	librariesOf: (file) => ({
		near: file.project.librariesNear(file),
		known: [...file.project.known],
	}),
};

/** What the header of a generated file says, before the package clause. @see https://go.dev/s/generatedcode */
const generatedHeader = /^\/\/ Code generated (.*) DO NOT EDIT\.\s*$/m;
const mockTool = /\b(mockgen|mockery|moq|counterfeiter|pegomock|gomock|minimock)\b/i;

/** Go, with its modules. */
export const go: LanguageRules = {
	isSource: (path) => path.endsWith('.go'),
	skipByPath(path) {
		const name = path.slice(path.lastIndexOf('/') + 1);
		if (name.endsWith('_test.go')) return 'tests';
		if (/^mock_|_mocks?\.go$|^mocks?\.go$/.test(name)) return 'mocks';
		return name.endsWith('.pb.go') ? 'generated' : undefined;
	},
	skipByText(text) {
		const [, tool] = generatedHeader.exec(headerOf(text)) ?? [];
		if (tool === undefined) return undefined;
		return mockTool.test(tool) ? 'mocks' : 'generated';
	},
	isManifest: (path) => /(^|\/)go\.mod$/.test(path),
	findClients: findRequiredModules,
	startScanner: (api, checkTime) => startLanguageScanner(language, api, checkTime),
};
