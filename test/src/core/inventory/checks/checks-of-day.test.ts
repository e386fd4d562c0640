import { expect, test } from 'vitest';
import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import { toChecksOfDay } from '#core/inventory/checks/checks-of-day.ts';
import { ChecksOfDay } from '#model/history.ts';
import {
	aDeclaredProject,
	aGroupProject,
	anAccess,
	aProject,
	aRegistry,
	aSnapshot,
	source,
} from '../../../../builders.ts';

test('a day keeps answers alone, sorted by project, without what does not apply', () => {
	const registry = aRegistry({
		projects: ['example/tools/b', 'example/a'].map((path) => aDeclaredProject({ path })),
	});
	const snapshot = aSnapshot({ rows: { projects: [aProject({ path: 'example/a' })] } });
	const day = toChecksOfDay(snapshot.about, checkProjects(registry, snapshot));
	expect(ChecksOfDay.parse(day)).toEqual(day);
	expect(day).toMatchObject({
		sample: false,
		source,
		day: '2026-11-23',
		pulledAt: '2026-11-23T08:30:00Z',
	});
	expect(Object.keys(day.projects)).toEqual(['example/a', 'example/tools/b']);
	expect(Object.values(day.projects)[0]).toEqual({
		path: 'holds',
		readable: 'holds',
		archived: 'holds',
		maintainers: 'unknown',
		codeowners: 'holds',
		licence: 'holds',
		pipeline: 'holds',
		'tool-go': 'holds',
	});
});

test('an answer of a list that was not pulled that day is left out: it says nothing of the day', () => {
	const stale = {
		state: 'stale',
		rows: 1,
		pulledAt: '2026-10-01T08:30:00Z',
		reason: 'No.',
	} as const;
	const registry = aRegistry({ projects: [aDeclaredProject()] });
	const rows = {
		projects: [aProject()],
		'group-projects': [aGroupProject()],
		access: [anAccess()],
	};
	const keep = (lists: Parameters<typeof aSnapshot>[0] = {}) => {
		const snapshot = aSnapshot({ rows, ...lists });
		const checked = checkProjects(registry, snapshot);
		return Object.values(toChecksOfDay(snapshot.about, checked).projects)[0];
	};
	expect(keep()).toMatchObject({ maintainers: 'holds', listed: 'holds', path: 'holds' });
	const day = keep({ lists: { access: stale, 'group-projects': stale } });
	expect(day).toMatchObject({ path: 'holds' });
	expect(day).not.toHaveProperty('maintainers');
	expect(day).not.toHaveProperty('listed');
});
