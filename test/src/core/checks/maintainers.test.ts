import { describe, expect, test } from 'vitest';
import { maintainersRule } from '#core/checks/maintainers.ts';
import { aGroup, anAccess, checkRules, source } from '../../../builders.ts';
import { judge, missing, wordsOf } from './a-subject.ts';

const rule = maintainersRule(checkRules());

describe('with a token', () => {
	test.each([
		{ accessLevel: 40, answer: 'holds', words: 'the role Maintainer' },
		{ accessLevel: 50, answer: 'holds', words: 'the role Owner' },
		{ accessLevel: 45, answer: 'holds', words: 'the access level 45' },
		{ accessLevel: 30, answer: 'broken', words: 'the role Developer' },
		{ accessLevel: 20, answer: 'broken', words: 'the role Reporter' },
		{ accessLevel: 15, answer: 'broken', words: 'the role Planner' },
		{ accessLevel: 10, answer: 'broken', words: 'the role Guest' },
		{ accessLevel: 5, answer: 'broken', words: 'the role Minimal Access' },
		{ accessLevel: 25, answer: 'broken', words: 'the access level 25' },
		{ accessLevel: null, answer: 'broken', words: 'is not shared with the group' },
	])('$accessLevel is $answer: $words', ({ accessLevel, answer, words }) => {
		const verdict = judge(rule, { access: [anAccess({ accessLevel })] });
		expect(verdict).toMatchObject({ answer, permission: 'token' });
		expect(wordsOf(verdict)).toContain(words);
	});

	test('access through a group above is named', () => {
		const verdict = judge(rule, { access: [anAccess({ through: 'example' })] });
		expect(wordsOf(verdict)).toContain('through the group example');
	});

	test('the access of another group does not count', () => {
		const access = [anAccess({ group: 'example/reviewers', accessLevel: 50 })];
		expect(judge(rule, { access })).toMatchObject({ answer: 'unknown' });
	});

	test('of several ways the highest counts', () => {
		const access = [anAccess({ accessLevel: 30 }), anAccess({ through: 'example' })];
		expect(judge(rule, { access })).toMatchObject({ answer: 'holds' });
	});

	test('what is broken says where to invite the group', () => {
		expect(wordsOf(judge(rule, { access: [anAccess({ accessLevel: 30 })] }))).toContain(
			`${source}/example/tools/widget/-/project_members`,
		);
	});

	test('a project that nobody has asked about is unknown', () => {
		expect(judge(rule, { access: [] })).toMatchObject({ answer: 'unknown' });
	});
});

test('without a token it is unknown, and says what it takes', () => {
	expect(judge(rule, { access: [], lists: { access: missing } })).toMatchObject({
		answer: 'unknown',
		readAt: null,
		needs: 'A token with the scope read_api.',
	});
});

test('the access of a group that strangers do not see is told to nobody', () => {
	const groups = [aGroup({ path: 'example/maintainers', visible: false, name: null })];
	const verdict = judge(rule, { groups, access: [anAccess({ accessLevel: 30 })] });
	expect(verdict).toMatchObject({ answer: 'unknown' });
	expect(wordsOf(verdict)).not.toContain('Developer');
});
