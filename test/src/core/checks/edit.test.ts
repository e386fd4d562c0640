import { describe, expect, test } from 'vitest';
import { describeEdit, removeKey, replaceKey, setKey } from '#core/checks/edit.ts';
import { describePlace } from '#core/checks/place.ts';
import { aPlace } from '../../../builders.ts';

const file = 'content/registry/projects.yaml';

describe('an edit is told as it is to be made', () => {
	test.each([
		{
			edit: { line: 14, action: 'replace', text: '- path: a/b' },
			words: `Replace line 14 of ${file} by: - path: a/b`,
		},
		{
			edit: { line: 16, action: 'add', text: '  archived: true' },
			words: `Add after line 16 of ${file}:\n  archived: true`,
		},
		{ edit: { line: 17, action: 'remove', text: '' }, words: `Remove line 17 of ${file}.` },
		{
			edit: { line: null, action: 'add', text: '- path: a/b\n  name: b' },
			words: `Add at the end of ${file}:\n- path: a/b\n  name: b`,
		},
		{
			edit: { line: 0, action: 'add', text: '- path: a/b' },
			words: `Add at the beginning of ${file}:\n- path: a/b`,
		},
	] as const)('$words', ({ edit, words }) => {
		expect(describeEdit({ file, ...edit })).toBe(words);
	});
});

describe('the line of a key', () => {
	test('keeps its place in the entry: a first one begins it', () => {
		expect(replaceKey(aPlace(), 'path', 'a/b')?.edit.text).toBe('- path: a/b');
		expect(replaceKey(aPlace(), 'name', 'B')?.edit.text).toBe('  name: B');
	});

	test('that others share is not replaced, nor removed, nor is one added to it', () => {
		const place = aPlace({ line: 14, end: 14, lines: { path: 14, name: 14, private: 14 } });
		expect(replaceKey(place, 'path', 'a/b')).toBeUndefined();
		expect(removeKey(place, 'private')).toBeUndefined();
		expect(setKey(place, 'archived', 'true')).toBeUndefined();
	});

	test('that begins the entry is not removed', () => {
		const place = aPlace({ lines: { private: 14, path: 15, name: 16 } });
		expect(removeKey(place, 'private')).toBeUndefined();
	});

	test('that nobody knows is not guessed', () => {
		const place = aPlace({ lines: {} });
		expect(replaceKey(place, 'path', 'a/b')).toBeUndefined();
		expect(setKey(place, 'archived', 'true')).toBeUndefined();
	});
});

test('a place is a file and a line', () => {
	expect(describePlace(aPlace())).toBe(`${file}:14`);
});
