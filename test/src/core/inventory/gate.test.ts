import { describe, expect, test } from 'vitest';
import { rulesFor } from '#core/inventory/checks/rules.ts';
import { aProject, checkRules } from '../../../builders.ts';
import { aSubject, judge, missing, wordsOf } from './checks/a-subject.ts';

/** Limits, groups and tools are such that every rule applies to the project that is as it should be. */
const applying = { releaseOverdueAfterDays: 45 };
const rules = rulesFor(checkRules());
const others = rules.filter(({ id }) => id !== 'readable');
const names = (list: typeof rules) => list.map((rule) => ({ id: rule.id, rule }));

test.each(names(rules))('$id holds for a project that is as it should be', ({ rule }) => {
	expect(judge(rule, { declared: applying })).toMatchObject({ answer: 'holds' });
});

describe.each(names(rules))('$id', ({ rule }) => {
	test('does not apply to a project of another GitLab', () => {
		const declared = { ...applying, instance: 'https://ops.example.com' };
		const project = aProject({ answer: 'other-instance' });
		expect(judge(rule, { declared, project })).toEqual({
			answer: 'not-applicable',
			why: "It's on ops.example.com, which we don't read.",
		});
	});

	test('is unknown of a project that was not pulled', () => {
		const verdict = judge(rule, { declared: applying, project: undefined });
		expect(verdict).toMatchObject({ answer: 'unknown', needs: 'The next pull.' });
	});
});

describe.each(names(others))('$id of a project that strangers do not see', ({ rule }) => {
	const project = aProject({ answer: 'missing-or-private' });

	test('is unknown', () => {
		expect(judge(rule, { declared: applying, project })).toMatchObject({
			answer: 'unknown',
			needs: 'The project to be visible without signing in.',
		});
	});

	test('is unknown too when the registry declares it private, and takes membership', () => {
		expect(judge(rule, { declared: { ...applying, private: true }, project })).toMatchObject({
			answer: 'unknown',
			needs: 'Membership of the project on GitLab.',
		});
	});
});

describe('of a project that is declared private', () => {
	const project = aProject({ answer: 'missing-or-private' });

	test.each([
		{ declared: {}, id: 'release', why: 'no release is expected' },
		{ declared: { ...applying, deprecated: true }, id: 'release', why: 'it is deprecated' },
		{ declared: { archived: true }, id: 'pipeline', why: 'it is archived' },
	])('$id does not apply, as of any other: $why', ({ declared, id }) => {
		const rule = rules.find((one) => one.id === id)!;
		expect(judge(rule, { declared: { ...declared, private: true }, project })).toMatchObject({
			answer: 'not-applicable',
		});
	});
});

test('a list that was never pulled says why', () => {
	const [path] = rules;
	const verdict = path!.judge(aSubject({ project: undefined, state: missing }));
	expect(wordsOf(verdict)).toContain('GitLab answered 503.');
	expect(verdict).toMatchObject({ readAt: null });
});

describe('of an archived project, or one that is to be deleted', () => {
	const silent = ['maintainers', 'codeowners', 'licence', 'release', 'pipeline', 'tool-go'];

	test.each([
		{ declared: { archived: true }, facts: {}, why: 'declared archived' },
		{ declared: {}, facts: { archived: true }, why: 'archived on GitLab' },
		{
			declared: {},
			facts: { path: 'example/tools/widget-deletion_scheduled-7' },
			why: 'to be deleted',
		},
	])('nothing is expected that needs work: $why', ({ declared, facts }) => {
		const answers = rules.map((rule) => ({
			id: rule.id,
			...judge(rule, { declared: { ...applying, ...declared }, facts }),
		}));
		const notApplied = answers.filter(({ answer }) => answer === 'not-applicable');
		const ids = notApplied.map(({ id }) => id).filter((id) => id !== 'listed');
		expect(ids).toEqual(silent);
	});
});
