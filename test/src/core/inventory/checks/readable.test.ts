import { describe, expect, test } from 'vitest';
import { entriesOf } from '#core/inventory/entries.ts';
import { readableRule } from '#core/inventory/checks/readable.ts';
import { aPlace, aProject, aProjectPath, aSnapshot } from '../../../../builders.ts';
import { judge, wordsOf } from './a-subject.ts';

const unseen = aProject({ answer: 'missing-or-private' });
const privatePlace = aPlace({ end: 17, lines: { path: 14, name: 15, group: 16, private: 17 } });
const { file } = privatePlace;

describe('a project that GitLab shows to strangers', () => {
	test('holds', () => {
		expect(judge(readableRule)).toMatchObject({ answer: 'holds' });
	});

	test('is broken when it is declared private, with the line to remove', () => {
		const verdict = judge(readableRule, { declared: { private: true, place: privatePlace } });
		expect(verdict).toMatchObject({
			answer: 'broken',
			fix: { edits: [{ file, line: 17, end: 17, action: 'remove' }] },
		});
	});
});

describe('a project that GitLab does not show to strangers', () => {
	test('holds when it is declared private', () => {
		const verdict = judge(readableRule, { declared: { private: true }, project: unseen });
		expect(verdict).toMatchObject({ answer: 'holds' });
	});

	test('is unknown else, with the line to add if it is private', () => {
		const verdict = judge(readableRule, { project: unseen });
		expect(verdict).toMatchObject({
			answer: 'unknown',
			fix: { edits: [{ file, line: 15, action: 'add', text: '  private: true' }] },
		});
		expect(wordsOf(verdict)).toContain("we can't see which");
	});

	test('is never called private when the registry has no word for it, as of consumers', () => {
		const verdict = readableRule.judge({
			declared: { path: aProjectPath(), place: privatePlace },
			entries: entriesOf([]),
			project: unseen,
			state: aSnapshot().about.lists.consumers,
		});
		expect(verdict).toMatchObject({ answer: 'unknown' });
		expect(wordsOf(verdict)).not.toContain('private: true');
		expect(verdict).not.toHaveProperty('fix.edits');
	});
});
