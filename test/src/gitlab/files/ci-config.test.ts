import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLocalIncludes, isReadablePath } from '#gitlab/files/ci-config.ts';

describe('the files of a project that its CI file includes', () => {
	test.each([
		{ text: 'include: ci/a.yml\n', paths: ['ci/a.yml'], why: 'a path' },
		{ text: 'include: {local: /ci/a.yml}\n', paths: ['ci/a.yml'], why: 'a path from the root' },
		{
			text: 'include:\n  - local: b.yml\n    rules: []\n  - /a.yml\n  - a.yml\n',
			paths: ['a.yml', 'b.yml'],
			why: 'a list, sorted, each once',
		},
		{
			text: 'spec: {inputs: {}}\n---\ninclude: a.yml\r\n',
			paths: ['a.yml'],
			why: 'behind declared inputs',
		},
		{ text: '.i: &i {local: a.yml}\ninclude: [*i]\n', paths: ['a.yml'], why: 'a reference' },
		{
			text: 'include:\n  - ci/$KIND.yml\n  - local: "/ci/*.yml"\n',
			paths: ['ci/$KIND.yml', 'ci/*.yml'],
			why: 'paths that stand for others, as they are',
		},
		{
			text: [
				'include:',
				'  - https://example.com/a.yml',
				'  - remote: https://example.com/a.yml',
				'  - template: Go.gitlab-ci.yml',
				'  - component: example.com/a/b@1',
				'  - project: example/ci\n    file: /a.yml',
				'  - local: ""',
				'  - [a.yml]',
				'  - ',
			].join('\n'),
			paths: [],
			why: 'files from elsewhere, and none',
		},
		{ text: 'test: {include: a.yml}\n', paths: [], why: 'not of the file itself' },
		{ text: 'include: [a.yml\n', paths: [], why: 'no YAML' },
		{ text: 'a.yml', paths: [], why: 'no map' },
		{ text: '', paths: [], why: 'an empty file' },
	])('$why: $paths', ({ text, paths }) => {
		expect(findLocalIncludes(text)).toEqual(paths);
	});

	test('are none for texts of all kinds, and never a failure', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				for (const path of findLocalIncludes(`include: ${text}`)) {
					expect(path).not.toMatch(/^\/|^$|^https?:/);
				}
			}),
		);
	});
});

describe('a path that can be read as it stands', () => {
	test.each(['ci/a.yml', '.gitlab/ci/_common.gitlab-ci.yml', 'a b/ä.yaml', 'a..b.yml'])(
		'%s',
		(path) => {
			expect(isReadablePath(path)).toBe(true);
		},
	);

	test.each([
		['ci/$KIND.yml', 'a variable'],
		['ci/*.yml', 'a wildcard'],
		['../a.yml', 'a way out'],
		['ci/../../a.yml', 'a way out inside'],
		['./a.yml', 'a step that is none'],
		['ci//a.yml', 'an empty step'],
		['/a.yml', 'a leading slash'],
		['ci\\a.yml', 'a backslash'],
		['ci/a\n.yml', 'a line end'],
		['ci/a.txt', 'a file that GitLab refuses'],
		['ada@example.com/a.yml', 'an e-mail address'],
		[`${'a'.repeat(200)}.yml`, 'an endless name'],
		['', 'nothing'],
	])('is not %s: %s', (path) => {
		expect(isReadablePath(path)).toBe(false);
	});
});
