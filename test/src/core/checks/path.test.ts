import { expect, test } from 'vitest';
import { pathRule } from '#core/checks/path.ts';
import { aPlace, aProjectPath } from '../../../builders.ts';
import { judge, wordsOf } from './a-subject.ts';

const place = aPlace();
const moved = aProjectPath('example/new/widget');

test('a project at its declared path holds, in letters of any case', () => {
	expect(judge(pathRule, { facts: { path: 'Example/Tools/Widget' } })).toMatchObject({
		answer: 'holds',
		permission: 'stranger',
		readAt: '2026-11-23T08:30:00Z',
	});
});

test('a project that has moved is broken, with the line to paste', () => {
	const verdict = judge(pathRule, { facts: { path: moved } });
	expect(wordsOf(verdict)).toContain(`GitLab has moved it to ${moved}.`);
	expect(verdict).toMatchObject({
		answer: 'broken',
		mend: {
			edit: { file: place.file, line: 14, action: 'replace', text: `- path: ${moved}` },
		},
	});
});
