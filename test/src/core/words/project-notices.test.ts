import { describe, expect, test } from 'vitest';
import { describeGaps, describeNotices } from '#core/words/project-notices.ts';
import { aDeclaredProject, aProject, someFacts } from '../../../builders.ts';

const declared = aDeclaredProject();
const archived = aProject({ facts: someFacts({ archived: true }) });

test('a project that is where the registry says, and alive, needs no notice', () => {
	expect(describeNotices(declared, aProject())).toEqual([]);
});

test('one that is to be deleted says so, and names no other path', () => {
	const path = 'example/tools/widget-deletion_scheduled-1';
	const [notice] = describeNotices(declared, aProject({ facts: someFacts({ path }) }));
	expect(notice).toMatchObject({ title: 'To be deleted', tone: 'warn' });
	expect(notice?.text).not.toContain(path);
});

test('a moved project says where it is now', () => {
	const moved = aProject({ facts: someFacts({ path: 'example/new/widget' }) });
	const [notice] = describeNotices(declared, moved);
	expect(notice).toMatchObject({ title: 'Moved' });
	expect(notice!.text).toContain('from example/tools/widget to example/new/widget');
});

test('an archived project that the registry takes for alive is marked as a surprise', () => {
	expect(describeNotices(declared, archived)).toMatchObject([{ title: 'Archived', tone: 'warn' }]);
	expect(describeNotices(aDeclaredProject({ archived: true }), archived)).toMatchObject([
		{ title: 'Archived', tone: 'quiet' },
	]);
});

describe('every other state is explained', () => {
	test.each([
		{ given: {}, project: undefined, title: 'Not pulled yet', text: 'next pull' },
		{
			given: {},
			project: aProject({ answer: 'missing-or-private' }),
			title: 'Missing or private',
			text: 'answers the same',
		},
		{
			given: { private: true },
			project: aProject({ answer: 'missing-or-private' }),
			title: 'Private',
			text: 'need to sign in to see',
		},
		{
			given: { instance: 'https://ops.example.com' },
			project: aProject({ answer: 'other-instance' }),
			title: 'On another instance',
			text: "ops.example.com, which we don't read",
		},
		{ given: { deprecated: true }, project: aProject(), title: 'Deprecated', text: 'way out' },
		{
			given: { archived: true },
			project: aProject(),
			title: 'Declared as archived',
			text: "isn't archived on GitLab",
		},
		{
			given: { archived: true },
			project: aProject({ facts: someFacts({ archived: null }) }),
			title: 'Archived',
			text: "doesn't say",
		},
	])('$title', ({ given, project, title, text }) => {
		const notices = describeNotices(aDeclaredProject(given), project);
		expect(notices.map((notice) => notice.title)).toEqual([title]);
		expect(notices[0]!.text).toContain(text);
	});
});

describe('what GitLab failed to answer is said with the reason', () => {
	const why = 'GET /projects/1/languages answered 500.';
	test.each([
		{
			part: 'languages' as const,
			keptFrom: '2026-11-05T08:30:00Z',
			title: 'Not updated',
			text: `GitLab failed to answer for its languages when we last pulled. You see its answer from 5 November 2026. ${why}`,
		},
		{
			part: 'archived' as const,
			keptFrom: '2026-11-05T08:30:00Z',
			title: 'Not updated',
			text: `GitLab failed to answer for its archived state when we last pulled. You see its answer from 5 November 2026. ${why}`,
		},
		{
			part: 'releases' as const,
			keptFrom: null,
			title: 'Not known',
			text: `GitLab failed to answer for its releases when we last pulled. We don't know yet. ${why}`,
		},
	])('$title: $part', ({ part, keptFrom, title, text }) => {
		const facts = someFacts({ unanswered: [{ part, keptFrom, why }] });
		expect(describeGaps(facts)).toEqual([{ title, text, tone: 'warn' }]);
		expect(describeNotices(declared, aProject({ facts }))).toEqual([]);
	});
});
