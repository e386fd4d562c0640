import { expect, test } from 'vitest';
import { findUnknownChecks } from '#core/findings/check-findings.ts';
import type { Check } from '#core/inventory/check.ts';
import { aDeclaredProject, aPlace, aProject } from '../../../builders.ts';

const unknown = (id: Check['id'], needs: string): Check => ({
	id,
	title: `Title of ${id}`,
	why: 'It matters.',
	answer: 'unknown',
	observed: 'Nothing.',
	from: null,
	readAt: null,
	permission: 'stranger',
	needs,
});
const checked = (project: ReturnType<typeof aProject>, ...checks: Check[]) => ({
	declared: aDeclaredProject(),
	place: aPlace(),
	project,
	checks,
});

test('what is unknown of many projects is told once for each check, with what it takes for how many', () => {
	const findings = findUnknownChecks([
		checked(
			aProject(),
			unknown('pipeline', 'The next pull.'),
			unknown('archived', 'The next pull.'),
		),
		checked(aProject(), unknown('pipeline', 'The next pull.')),
		checked(aProject(), unknown('pipeline', 'A pipeline.')),
	]);
	expect(findings).toMatchObject([
		{
			rule: 'checks-unknown',
			level: 'unknown',
			check: 'pipeline',
			projects: ['example/tools/widget', 'example/tools/widget', 'example/tools/widget'],
			needs: [
				{ text: 'The next pull.', count: 2 },
				{ text: 'A pipeline.', count: 1 },
			],
		},
		{
			rule: 'checks-unknown',
			level: 'unknown',
			check: 'archived',
			title: 'Title of archived',
			projects: ['example/tools/widget'],
		},
	]);
});

test('of a project that GitLab does not show, nothing more is told, nor counted', () => {
	const hidden = aProject({ answer: 'missing-or-private' });
	expect(findUnknownChecks([checked(hidden, unknown('pipeline', 'To see it.'))])).toEqual([]);
});
