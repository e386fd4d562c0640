import type { LanguageRules } from '#core/consumers/source/engine/scanner.ts';
import { findDependencies } from './package-json.ts';
import { startTypescriptScanner } from './typescript-scanner.ts';

/** TypeScript and JavaScript, with the packages of npm. */
export const typescript: LanguageRules = {
	isSource: (path) => /\.([cm]?[jt]s|[jt]sx)$/.test(path),
	skipByPath(path) {
		if (/[._-](test|spec|cy)\.\w+$/.test(path) || /(^|\/)cypress\//.test(path)) return 'tests';
		if (/[._-]mocks?\.\w+$/.test(path)) return 'mocks';
		if (/(^|\/)dist\/|\.d\.[cm]?ts$|\.(min|bundle)\.\w+$/.test(path)) return 'generated';
		return undefined;
	},
	skipByText: (text) =>
		/^\s*\/(\*[^/]*@generated|\/.*(@generated|Code generated .* DO NOT EDIT))/.test(text)
			? 'generated'
			: undefined,
	isManifest: (path) => /(^|\/)package\.json$/.test(path),
	findClients: findDependencies,
	startScanner: startTypescriptScanner,
};
