import { describe, expect, test } from 'vitest';
import { toolRule } from '#core/inventory/checks/tool.ts';
import { aTool, source, unreadFiles } from '../../../../builders.ts';
import { judge, wordsOf } from './a-subject.ts';

const rule = toolRule(aTool())!;
const pinned = (version: string, file = 'go.mod') => ({
	toolPins: [{ tool: 'go', file, line: 5, version }],
});

test.each([
	{ version: '1.26.5', answer: 'holds', words: 'go.mod says Go 1.26.5.' },
	{ version: '1.27.0', answer: 'holds', words: 'ahead of the agreed 1.26.5' },
	{ version: '1.24.1', answer: 'broken', words: '2 minor versions behind' },
	{ version: 'latest', answer: 'unknown', words: "can't be compared" },
])('$version: $answer', ({ version, answer, words }) => {
	const verdict = judge(rule, { facts: pinned(version) });
	expect(verdict).toMatchObject({
		answer,
		from: {
			text: 'go.mod, line 5',
			url: `${source}/example/tools/widget/-/blob/main/go.mod#L5`,
		},
	});
	expect(wordsOf(verdict)).toContain(words);
});

test('what is behind says which line to change, and to what', () => {
	const words = wordsOf(judge(rule, { facts: pinned('1.26.4', '.tool-versions') }));
	expect(words).toContain('Set Go 1.26.5 in .tool-versions, line 5.');
});

test('what is behind in several places says all of them: with one changed it would still be broken', () => {
	const [first] = pinned('1.26.4').toolPins;
	const facts = { toolPins: [first!, { ...first!, file: '.gitlab-ci.yml', version: '1.25' }] };
	expect(wordsOf(judge(rule, { facts }))).toContain(
		'Set Go 1.26.5 in go.mod, line 5, and in .gitlab-ci.yml, line 5.',
	);
	const mended = { toolPins: facts.toolPins.map((pin) => ({ ...pin, version: '1.26.5' })) };
	expect(judge(rule, { facts: mended })).toMatchObject({ answer: 'holds' });
});

test('that places differ is said', () => {
	const [first] = pinned('1.26.5').toolPins;
	const facts = { toolPins: [first!, { ...first!, file: 'mise.toml', version: '1.25.0' }] };
	expect(wordsOf(judge(rule, { facts }))).toContain('Another file names another version.');
});

describe('a project that says no version', () => {
	test('is broken when it is mainly written in the language', () => {
		const verdict = judge(rule, { facts: { toolPins: [] } });
		expect(verdict).toMatchObject({ answer: 'broken' });
		expect(wordsOf(verdict)).toContain('mise.toml: go = "1.26.5"');
	});

	test('is not expected to when it is not', () => {
		const facts = { toolPins: [], languages: [{ name: 'Shell', share: 100 }] };
		expect(judge(rule, { facts })).toMatchObject({ answer: 'not-applicable' });
	});

	test('is unknown when a file could not be read', () => {
		const facts = { toolPins: [], unreadFiles: unreadFiles(['go.mod']) };
		expect(judge(rule, { facts })).toMatchObject({ answer: 'unknown', needs: 'The next pull.' });
	});

	test('names those that no pull reads beside the version that it found', () => {
		const facts = { unreadFiles: unreadFiles(['ci/a.yml'], 'too large') };
		expect(wordsOf(judge(rule, { facts }))).toContain('Not read: ci/a.yml (too large).');
	});
});

test('a tool without an agreed version has no check', () => {
	expect(toolRule(aTool({ agreed: undefined }))).toBeUndefined();
});
