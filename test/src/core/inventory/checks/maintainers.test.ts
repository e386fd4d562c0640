import { describe, expect, test } from 'vitest';
import { maintainersRule } from '#core/inventory/checks/maintainers.ts';
import { ListState } from '#model/snapshot.ts';
import { aDeclaredGroup, aGroup, anAccess, pulledAt, source } from '../../../../builders.ts';
import { judge, missing, wordsOf } from './a-subject.ts';

const rule = maintainersRule(aDeclaredGroup({ path: 'example/maintainers' }).path);

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
		{ accessLevel: null, answer: 'broken', words: "isn't shared with the group" },
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

	const page = `${source}/example/tools/widget/-/project_members`;

	test.each([
		{
			why: 'it is not invited',
			access: { accessLevel: null },
			fix: `Invite the group example/maintainers with the role Maintainer on the project's members page: ${page}.`,
		},
		{
			why: 'it is invited, so it cannot be invited again',
			access: { accessLevel: 30 },
			fix: `The group example/maintainers is invited already: change its role to Maintainer on the project's members page: ${page}.`,
		},
		{
			why: 'its role stands in a group above',
			access: { accessLevel: 30, through: 'example' },
			fix: `Change the role of example/maintainers to Maintainer on the members page of the group example: ${source}/groups/example/-/group_members.`,
		},
	])('what to do fits where the access is from: $why', ({ access, fix }) => {
		const verdict = judge(rule, { access: [anAccess(access)] });
		expect(verdict).toMatchObject({
			answer: 'broken',
			fix: { text: expect.stringContaining(fix) as string },
		});
	});

	describe('in a project of the group itself', () => {
		const facts = { path: 'example/maintainers/rotation' };

		test('what GitLab tells holds', () => {
			expect(judge(rule, { facts })).toMatchObject({ answer: 'holds' });
		});

		test('nothing told is unknown, and less is not broken: members have roles of their own', () => {
			for (const access of [[], [anAccess({ accessLevel: 30 })]]) {
				const verdict = judge(rule, { facts, access });
				expect(verdict).toMatchObject({ answer: 'unknown' });
				expect(wordsOf(verdict)).toContain('is in the group example/maintainers itself');
			}
		});
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

describe('a group that GitLab failed to answer for', () => {
	const accessKeptFrom = (keptFrom: string | null) =>
		ListState.parse({
			...{ state: 'fresh', rows: 1, pulledAt, partial: 'GitLab answered 503.' },
			keptFrom: { 'example/maintainers': keptFrom },
		});
	const older = '2026-11-20T08:30:00Z';
	const oldest = '2026-11-19T08:30:00Z';

	test('is not known if it was never read, and that needs no token', () => {
		const lists = { access: accessKeptFrom(null) };
		const verdict = judge(rule, { access: [], lists });
		expect(verdict).toMatchObject({ answer: 'unknown', readAt: null, needs: 'The next pull.' });
		expect(wordsOf(verdict)).toContain('GitLab answered 503.');
	});

	test.each([
		{ group: oldest, project: older },
		{ group: older, project: oldest },
	])('is as old as the older of both: $group, $project', ({ group, project }) => {
		const why = 'GitLab was down.';
		const facts = { unanswered: [{ part: 'project' as const, keptFrom: project, why }] };
		const verdict = judge(rule, { facts, lists: { access: accessKeptFrom(group) } });
		expect(verdict).toMatchObject({ answer: 'holds', readAt: oldest });
	});
});

test('access that GitLab failed to answer since is as old as it was read', () => {
	const keptFrom = '2026-11-20T08:30:00Z';
	const access = [anAccess({ keptFrom })];
	expect(judge(rule, { access })).toMatchObject({ answer: 'holds', readAt: keptFrom });
});

test('why the access is not known is said once', () => {
	const reason = 'GitLab shows it only to people who are signed in, and no token is set.';
	const lists = { access: { state: 'missing', reason } as const };
	const { length } = wordsOf(judge(rule, { access: [], lists })).match(/sign(ed)? in/g) ?? [];
	expect(length).toBe(1);
});

test('the access of a group that strangers do not see is told to nobody', () => {
	const groups = [aGroup({ path: 'example/maintainers', visible: false, name: null })];
	const verdict = judge(rule, { groups, access: [anAccess({ accessLevel: 30 })] });
	expect(verdict).toMatchObject({ answer: 'unknown' });
	expect(wordsOf(verdict)).not.toContain('Developer');
});
