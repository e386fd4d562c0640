import { describe, expect, test } from 'vitest';
import type { Edit } from '#core/inventory/check.ts';
import {
	describeEdit,
	removeEntry,
	removeKey,
	replaceKey,
	setKey,
} from '#core/inventory/checks/edit.ts';
import { describePlace } from '#core/inventory/place.ts';
import { aPlace } from '../../../../builders.ts';

const file = 'content/registry/projects.yaml';

describe('an edit is told as it is to be made', () => {
	test.each<{ edit: Edit; words: string }>([
		{
			edit: { file, line: 14, end: 14, action: 'replace', text: '- path: a/b' },
			words: `Replace line 14 of ${file} with: - path: a/b`,
		},
		{
			edit: { file, line: 14, end: 16, action: 'replace', text: '- path: a/b\n  name: b' },
			words: `Replace lines 14 to 16 of ${file} with:\n- path: a/b\n  name: b`,
		},
		{
			edit: { file, line: 16, action: 'add', text: '  archived: true' },
			words: `Add after line 16 of ${file}:\n  archived: true`,
		},
		{
			edit: { file, line: 0, action: 'add', text: '- path: a/b' },
			words: `Add at the beginning of ${file}:\n- path: a/b`,
		},
		{
			edit: { file, line: 17, end: 17, action: 'remove' },
			words: `Remove line 17 of ${file}.`,
		},
		{
			edit: { file, line: 17, end: 21, action: 'remove' },
			words: `Remove lines 17 to 21 of ${file}.`,
		},
	])('$words', ({ edit, words }) => {
		expect(describeEdit(edit)).toBe(words);
	});
});

describe('the line of a key', () => {
	test('keeps its place in the entry: a first one begins it', () => {
		expect(replaceKey(aPlace(), 'path', 'a/b')).toMatchObject({ text: '- path: a/b' });
		expect(replaceKey(aPlace(), 'name', 'B')).toMatchObject({ text: '  name: B' });
	});

	test('stands as far from the margin as the entry', () => {
		const place = aPlace({ indent: 2 });
		expect(replaceKey(place, 'path', 'a/b', { note: 'B' })).toMatchObject({
			text: '  - path: a/b\n    note: B',
		});
		expect(setKey(place, 'archived', 'true')).toMatchObject({ text: '    archived: true' });
	});

	test('is followed by the others of its value', () => {
		const place = aPlace({ end: 18, ends: { name: 17 }, lines: { path: 14, name: 15, group: 18 } });
		expect(replaceKey(place, 'name', 'B')).toMatchObject({ line: 15, end: 17 });
		expect(removeKey(place, 'name')).toMatchObject({ line: 15, end: 17 });
		expect(setKey(place, 'archived', 'true')).toMatchObject({ action: 'add', line: 17 });
	});

	test('that is new stays in an entry of one key', () => {
		const place = aPlace({ end: 14, lines: { path: 14 } });
		expect(setKey(place, 'archived', 'true')).toMatchObject({ action: 'add', line: 14 });
	});

	test('that begins the entry is not removed', () => {
		const place = aPlace({ lines: { private: 14, path: 15, name: 16 } });
		expect(removeKey(place, 'private')).toBeUndefined();
	});

	test.each([
		{ place: aPlace({ indent: null }), why: 'in another style' },
		{ place: aPlace({ indent: null, lines: {} }), why: 'whose lines nobody knows' },
	])('of an entry $why is not guessed', ({ place }) => {
		expect(replaceKey(place, 'path', 'a/b')).toBeUndefined();
		expect(removeKey(place, 'name')).toBeUndefined();
		expect(setKey(place, 'archived', 'true')).toBeUndefined();
		expect(removeEntry(place)).toBeUndefined();
	});
});

test('a place is a file and a line', () => {
	expect(describePlace(aPlace())).toBe(`${file}:14`);
});
