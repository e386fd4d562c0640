import { expect, test } from 'vitest';
import { archivedRule } from '#core/inventory/checks/archived.ts';
import { aPlace } from '../../../../builders.ts';
import { judge, wordsOf } from './a-subject.ts';

const { file } = aPlace();
const archivedPlace = aPlace({ end: 17, lines: { path: 14, name: 15, group: 16, archived: 17 } });

test.each([
	{ declared: false, archived: false, answer: 'holds' },
	{ declared: true, archived: true, answer: 'holds' },
	{ declared: false, archived: true, answer: 'broken' },
	{ declared: true, archived: false, answer: 'broken' },
	{ declared: false, archived: null, answer: 'unknown' },
	{ declared: true, archived: null, answer: 'unknown' },
])('declared $declared, on GitLab $archived: $answer', ({ declared, archived, answer }) => {
	const verdict = judge(archivedRule, { declared: { archived: declared }, facts: { archived } });
	expect(verdict).toMatchObject({ answer });
});

test('archived on GitLab alone, the line to add goes above the last one of the entry', () => {
	expect(judge(archivedRule, { facts: { archived: true } })).toMatchObject({
		fix: { edits: [{ file, line: 15, action: 'add', text: '  archived: true' }] },
	});
});

test('declared archived alone, its line is to be removed', () => {
	const declared = { archived: true, place: archivedPlace };
	expect(judge(archivedRule, { declared })).toMatchObject({
		fix: { edits: [{ file, line: 17, end: 17, action: 'remove' }] },
	});
});

test('an entry that says false is changed, not given a second line', () => {
	const declared = { place: archivedPlace };
	expect(judge(archivedRule, { declared, facts: { archived: true } })).toMatchObject({
		fix: { edits: [{ file, line: 17, end: 17, action: 'replace', text: '  archived: true' }] },
	});
});

test('what the listing of the group did not tell, the next pull may', () => {
	expect(wordsOf(judge(archivedRule, { facts: { archived: null } }))).toContain('The next pull.');
});
