import { describe, expect, test } from 'vitest';
import { compareVersions, describeBehind, measureBehind } from '#core/base/versions.ts';
import { parseVersion } from '#model/version.ts';

describe('a version is read', () => {
	test.each([
		{ text: '1.26.5', parts: [1, 26, 5], preRelease: '' },
		{ text: 'v2.1.0', parts: [2, 1, 0], preRelease: '' },
		{ text: '1.26', parts: [1, 26], preRelease: '' },
		{ text: '1', parts: [1], preRelease: '' },
		{ text: '1.26rc1', parts: [1, 26], preRelease: 'rc.1' },
		{ text: '2.0.0-beta.3', parts: [2, 0, 0], preRelease: 'beta.3' },
		{ text: '1.26.5-alpine3.20', parts: [1, 26, 5], preRelease: '' },
		{ text: '1.26-bookworm', parts: [1, 26], preRelease: '' },
		{ text: `1.26.5@sha256:${'0a'.repeat(32)}`, parts: [1, 26, 5], preRelease: '' },
	])('$text', ({ text, parts, preRelease }) => {
		expect(parseVersion(text)).toEqual({ parts, preRelease });
	});

	test.each([
		'latest',
		'alpine',
		'^1.2',
		'>=1.26',
		'$GO_VERSION',
		'1.2.3.4',
		'2f00b4d',
		'2026-11-23',
		'',
	])('but not in %s', (text) => {
		expect(parseVersion(text)).toBeUndefined();
	});
});

describe('how far a version is behind', () => {
	test.each([
		{ version: '1.26.5', agreed: '1.26.5', words: undefined },
		{ version: '1.26', agreed: '1.26.5', words: undefined },
		{ version: '1', agreed: '1.26.5', words: undefined },
		{ version: '1.26.4', agreed: '1.26', words: undefined },
		{ version: '1.27', agreed: '1.26.5', words: undefined },
		{ version: '2.0.0', agreed: '1.26.5', words: undefined },
		{ version: '1.26.4', agreed: '1.26.5', words: '1 patch version behind' },
		{ version: '1.24', agreed: '1.26.5', words: '2 minor versions behind' },
		{ version: '1.24.9', agreed: '1.26.5', words: '2 minor versions behind' },
		{ version: '1.64.8', agreed: '2.1.0', words: '1 major version behind' },
		{ version: '1.26rc1', agreed: '1.26.5', words: 'a pre-release of it' },
		{ version: '1.26.5-rc.9', agreed: '1.26.5-rc.10', words: 'a pre-release of it' },
		{ version: '1.26.5-rc.10', agreed: '1.26.5-rc.9', words: undefined },
	])('$version of $agreed: $words', ({ version, agreed, words }) => {
		const behind = measureBehind(parseVersion(version)!, parseVersion(agreed)!);
		expect(behind && describeBehind(behind)).toBe(words);
	});
});

test('numbers are compared as numbers', () => {
	expect(compareVersions(parseVersion('1.9')!, parseVersion('1.10')!)).toBeLessThan(0);
});
