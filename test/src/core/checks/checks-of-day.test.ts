import { expect, test } from 'vitest';
import { checkProjects } from '#core/checks/check-projects.ts';
import { toChecksOfDay } from '#core/checks/checks-of-day.ts';
import { ChecksOfDay } from '#model/history.ts';
import {
	aDeclaredProject,
	aPlace,
	aProject,
	aRegistry,
	aSnapshot,
	source,
} from '../../../builders.ts';

test('a day keeps answers alone, sorted by project, without what does not apply', () => {
	const registry = aRegistry({
		projects: ['example/tools/b', 'example/a'].map((path) => aDeclaredProject({ path })),
	});
	const snapshot = aSnapshot({ rows: { projects: [aProject({ path: 'example/a' })] } });
	const day = toChecksOfDay(
		snapshot.about,
		checkProjects(registry, snapshot, () => aPlace()),
	);
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
