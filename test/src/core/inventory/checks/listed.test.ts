import { describe, expect, test } from 'vitest';
import { listedRule } from '#core/inventory/checks/listed.ts';
import { ListState } from '#model/snapshot.ts';
import { aGroupProject, aSnapshot, checkRules, pulledAt } from '../../../../builders.ts';
import { judge, missing, wordsOf } from './a-subject.ts';

const rule = listedRule(checkRules());

test('a project that the listing has by its number holds', () => {
	const groupProjects = [aGroupProject({ path: 'example/tools/renamed', id: 1 })];
	expect(judge(rule, { groupProjects })).toMatchObject({ answer: 'holds' });
});

test('a project that is found, and that the listing lacks, is broken', () => {
	const verdict = judge(rule, { groupProjects: [aGroupProject({ id: 2 })] });
	expect(verdict).toMatchObject({ answer: 'broken' });
	expect(wordsOf(verdict)).toContain('has left the group');
});

test('one that has moved out of the group is told its new path', () => {
	const verdict = judge(rule, { groupProjects: [], facts: { path: 'elsewhere/widget' } });
	expect(verdict).toMatchObject({ answer: 'broken' });
	expect(wordsOf(verdict)).toContain('elsewhere/widget');
});

test.each([
	{
		completeGroups: ['example/tools'],
		claim: 'GitLab lists the project in the group example/tools.',
	},
	{
		completeGroups: ['example/a', 'example/b'],
		claim: 'GitLab lists the project in its group, which is one of example/a, example/b.',
	},
])('with the groups $completeGroups it claims: $claim', ({ completeGroups, claim }) => {
	expect(listedRule(checkRules({ completeGroups })).claim).toBe(claim);
});

test('of two groups, one in the other, the nearer one counts', () => {
	const rules = checkRules({ completeGroups: ['example', 'example/tools'] });
	expect(wordsOf(judge(rule, { rules, groupProjects: [] }))).toContain('list it in example/tools');
});

test.each([
	{ path: 'elsewhere/tools/widget', why: 'another group' },
	{ path: 'example/tools-of-others/widget', why: 'a group whose name only begins so' },
])('it does not apply to $path: $why', ({ path }) => {
	expect(judge(rule, { declared: { path }, groupProjects: [] })).toMatchObject({
		answer: 'not-applicable',
	});
});

test('it does not apply to one that is to be deleted: its path says so', () => {
	const facts = { path: 'example/tools/widget-deletion_scheduled-1' };
	expect(judge(rule, { facts, groupProjects: [] })).toMatchObject({ answer: 'not-applicable' });
});

describe('it is unknown', () => {
	test('when the listing was never pulled', () => {
		const verdict = judge(rule, { groupProjects: [], lists: { 'group-projects': missing } });
		expect(verdict).toMatchObject({ answer: 'unknown', readAt: null, needs: 'The next pull.' });
	});

	test('when nobody has asked for the group yet', () => {
		const about = aSnapshot({ about: { listedGroups: [] } }).about;
		const verdict = judge(rule, { groupProjects: [], about });
		expect(verdict).toMatchObject({ answer: 'unknown', needs: 'The next pull.' });
	});

	test('when strangers do not see the group', () => {
		const listedGroups = [{ group: 'example/tools', visible: false }];
		const { about } = aSnapshot({ about: { listedGroups } });
		const verdict = judge(rule, { groupProjects: [], about });
		expect(verdict).toMatchObject({
			answer: 'unknown',
			needs: 'The group to be visible without signing in.',
		});
	});

	test('when the listing is older than the answer about the project', () => {
		const old = '2026-11-20T08:30:00Z';
		const stale = {
			state: 'stale',
			rows: 0,
			pulledAt: old,
			reason: 'GitLab answered 503.',
		} as const;
		const lists = { 'group-projects': stale };
		expect(judge(rule, { groupProjects: [], lists })).toMatchObject({ answer: 'unknown' });
		expect(judge(rule, { lists })).toMatchObject({ answer: 'holds', readAt: old });
	});

	test.each([
		{ keptFrom: null, why: 'GitLab answered 503.' },
		{ keptFrom: '2026-11-20T08:30:00Z', why: 'an old listing' },
	])('when its group alone could not be read: $why', ({ keptFrom, why }) => {
		const partial = 'GitLab answered 503.';
		const state = {
			...{ state: 'fresh', rows: 1, pulledAt, partial },
			keptFrom: { 'example/tools': keptFrom },
		};
		const lists = { 'group-projects': ListState.parse(state) };
		expect(judge(rule, { lists })).toMatchObject({ answer: 'holds', readAt: keptFrom });
		const verdict = judge(rule, { lists, groupProjects: [] });
		expect(verdict).toMatchObject({ answer: 'unknown', readAt: keptFrom });
		expect(wordsOf(verdict)).toContain(why);
	});
});
