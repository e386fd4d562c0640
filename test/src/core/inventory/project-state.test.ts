import { describe, expect, test } from 'vitest';
import { isMoved, projectStates } from '#core/inventory/project-state.ts';
import { aProject, someFacts } from '../../../builders.ts';

describe('the states of a project', () => {
	test.each([
		{ project: {}, states: [], why: 'where it should be' },
		{ project: { answer: 'missing-or-private' }, states: ['missing-or-private'], why: '404' },
		{ project: { answer: 'other-instance' }, states: ['other-instance'], why: 'never asked' },
		{
			project: { facts: someFacts({ path: 'example/new', archived: true }) },
			states: ['moved', 'archived'],
			why: 'both at once',
		},
		{
			project: { facts: someFacts({ path: 'example/tools/widget-deletion_scheduled-7' }) },
			states: ['to-be-deleted'],
			why: 'nobody is to follow it to another path',
		},
		{ project: { facts: someFacts({ archived: null }) }, states: [], why: 'GitLab did not tell' },
	] as const)('are $states: $why', ({ project, states }) => {
		expect(projectStates(aProject(project))).toEqual(states);
	});

	test('a path in other letters is no move', () => {
		const facts = someFacts({ path: 'Example/Tools/Widget' });
		expect(isMoved(aProject({ path: 'example/tools/widget', facts }))).toBe(false);
	});
});
