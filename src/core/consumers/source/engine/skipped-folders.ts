import type { Skip } from './scanner.ts';

const skips: readonly (readonly [Skip, RegExp])[] = [
	['vendored', /(^|\/)(vendor|third_party|node_modules|bower_components)\//],
	['mocks', /(^|\/)(mocks?|__mocks__|fakes)\//],
	['tests', /(^|\/)(tests?|testing|testdata|testutils?|testhelpers?|__tests__|__fixtures__|e2e)\//],
];

/** A folder `test` of commands is the command of that name, not a test. */
const command = /(^|\/)(cmd|commands?)\/(test|testing)\//g;

/**
 * Why every file of a folder is left out: copies of other people's code, and code that only tests
 * run. A helper of tests that is no test itself counts as one, since no program calls it.
 */
export function skipByFolder(path: string): Skip | undefined {
	const judged = path.replace(command, '$1$2/');
	return skips.find(([, folder]) => folder.test(judged))?.[0];
}
