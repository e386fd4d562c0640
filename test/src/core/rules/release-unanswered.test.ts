import { expect, test } from 'vitest';
import { aDeclaredProject, aProject, someFacts } from '../../../builders.ts';
import { judge } from './rule-case.ts';

test.each(['releases', 'project'] as const)(
	'whether a release came in time is not checked by an older value: %s',
	(part) => {
		// 19.6 was due on 19 November: of these facts alone it would be late.
		const facts = someFacts({
			latestVersion: { kind: 'release', tag: 'v19.5.0', releasedAt: '2026-10-15T10:00:00Z' },
			releaseDates: ['2026-10-15T10:00:00Z'],
			unanswered: [{ part, keptFrom: '2026-11-10T08:30:00Z', why: 'GET /releases answered 500.' }],
		});
		const result = judge(
			{ id: 'release-in-time', project: 'example/tools/widget', days: 1 },
			{ registry: { projects: [aDeclaredProject()] }, rows: { projects: [aProject({ facts })] } },
		);
		expect(result).toMatchObject({ answer: 'unknown', needs: 'The next pull.' });
		expect(result.observed).toContain('GET /releases answered 500.');
	},
);
