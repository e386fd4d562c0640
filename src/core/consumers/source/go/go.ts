import type { LanguageRules } from '#core/consumers/source/engine/scanner.ts';
import { findRequiredModules } from './go-mod.ts';
import { startGoScanner } from './go-scanner.ts';

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
		if (name.endsWith('.pb.go') || name.startsWith('zz_generated')) return 'generated';
		return undefined;
	},
	skipByText(text) {
		const clause = text.search(/^package\s/m);
		const [, tool] = generatedHeader.exec(clause < 0 ? text : text.slice(0, clause)) ?? [];
		if (tool === undefined) return undefined;
		return mockTool.test(tool) ? 'mocks' : 'generated';
	},
	isManifest: (path) => /(^|\/)go\.mod$/.test(path),
	findClients: findRequiredModules,
	startScanner: startGoScanner,
};
