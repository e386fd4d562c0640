import { describe, expect, test } from 'vitest';
import { apiPullers } from '#gitlab/lists/api-pullers.ts';
import type { Source } from '#gitlab/lists/source.ts';
import { aRegistry, aSnapshot } from '../../../builders.ts';
import { aWorldProject } from '../../../gitlab/small-world.ts';
import { counter, startSmallGitLab } from '../small-gitlab.ts';

const docs = aWorldProject({
	path: 'example/docs',
	files: {
		'doc/cars.md': '```\nGET /cars\n```\n',
		'doc/openapi.yaml': 'paths:\n  /cars:\n    get:\n',
	},
});

async function start(change: Partial<Source> = {}) {
	const gitlab = await startSmallGitLab({ projects: [docs] });
	const source: Source = {
		url: gitlab.url,
		requester: gitlab.requester,
		token: undefined,
		registry: aRegistry(),
		lastGood: undefined,
		now: '2026-03-04T12:00:00Z',
		...change,
	};
	const pullers = apiPullers(
		source,
		() => gitlab.client,
		() => () => undefined,
	);
	return { ...gitlab, [Symbol.asyncDispose]: gitlab[Symbol.asyncDispose], pullers };
}

describe.each(['libraries', 'surface'] as const)('the list of %s', (list) => {
	test('takes as many steps as it said', async () => {
		await using gitlab = await start();
		const { steps, step } = counter();
		await gitlab.pullers[list].pull(step);
		expect(steps.count).toBe(gitlab.pullers[list].of);
		expect(steps.count).toBeGreaterThan(0);
	});
});

test('the documentation is compared with that of the last pull', async () => {
	await using gitlab = await start();
	const { surface } = await gitlab.pullers.surface.pull(() => undefined);
	if (surface?.kind !== 'rows' || !surface.surfaceFor) throw new Error('Nothing was read.');
	const { surfaceFor, rows } = surface;
	gitlab.asked();
	const lastGood = aSnapshot({ about: { surfaceFor }, rows: { surface: [...rows] } });
	const again = apiPullers(
		{
			url: gitlab.url,
			requester: gitlab.requester,
			token: undefined,
			registry: aRegistry(),
			lastGood,
			now: '2026-03-05T12:00:00Z',
		},
		() => gitlab.client,
		() => () => undefined,
	);
	expect(await again.surface.pull(() => undefined)).toEqual({
		surface: { kind: 'rows', rows, surfaceFor },
	});
	expect(gitlab.asked()).toHaveLength(1);
});
