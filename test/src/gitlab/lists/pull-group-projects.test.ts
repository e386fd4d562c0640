import { describe, expect, test } from 'vitest';
import { shareListings } from '#gitlab/lists/listings.ts';
import { pullGroupProjects } from '#gitlab/lists/pull-group-projects.ts';
import { GroupProject } from '#model/checks.ts';
import { GroupPath } from '#model/identifiers.ts';
import { aWorldGroup, aWorldProject } from '../../../gitlab/small-world.ts';
import type { World } from '../../../gitlab/world.ts';
import { counter, startSmallGitLab } from '../small-gitlab.ts';

const groups = ['platform', 'platform/tools', 'platform/hidden', 'platform/none'].map((path) =>
	aWorldGroup({ path, visibility: path.endsWith('hidden') ? 'private' : 'public' }),
);
const projects = [
	aWorldProject({ path: 'platform/api' }),
	aWorldProject({ path: 'platform/old', archived: true }),
	aWorldProject({ path: 'platform/tools/deep/cli' }),
	aWorldProject({ path: 'platform/tools/secret', visibility: 'private' }),
	aWorldProject({ path: 'platform/gone-deletion_scheduled-4711' }),
	aWorldProject({
		path: 'elsewhere/shared',
		sharedWith: [{ group: 'platform', accessLevel: 30 }],
	}),
];

async function pull(paths: string[], change: Partial<World> = {}, refuse?: number) {
	await using gitlab = await startSmallGitLab({
		groups,
		projects,
		milestones: [],
		issues: [],
		...change,
	});
	if (refuse !== undefined) gitlab.refuse(/\/groups\/platform\/tools/, refuse);
	const { steps, step } = counter();
	const ask = shareListings()(gitlab.client);
	const { rows, listedGroups } = await pullGroupProjects(
		ask,
		paths.map((path) => GroupPath.parse(path)),
		undefined,
		step,
	);
	return {
		rows: rows.map((row) => GroupProject.parse(row)),
		shown: rows.map(({ path, group }) => `${path} in ${group}`).toSorted(),
		listedGroups: listedGroups.map(({ group, visible }) => `${group}: ${String(visible)}`),
		steps: steps.count,
		requests: gitlab.gitlab.requests,
	};
}

describe('projects of a group', () => {
	test('are all that a stranger sees there and below, with their state', async () => {
		const { rows, shown, steps, requests } = await pull(['platform']);
		expect(shown).toEqual([
			'platform/api in platform',
			'platform/old in platform',
			'platform/tools/deep/cli in platform',
		]);
		expect(rows.filter(({ archived }) => archived).map(({ path }) => path)).toEqual([
			'platform/old',
		]);
		expect(rows[0]?.webUrl).toMatch(/^https:\/\/gitlab\.example\/platform\//);
		expect(steps).toBe(1);
		expect(requests.map(({ token }) => token)).toEqual([null]);
	});

	test.each([[['platform', 'platform/tools']], [['platform/tools', 'platform']]])(
		'in two groups are under the nearest: %s',
		async (paths) => {
			const { shown } = await pull(paths);
			expect(shown).toEqual([
				'platform/api in platform',
				'platform/old in platform',
				'platform/tools/deep/cli in platform/tools',
			]);
		},
	);

	test('follow their pages', async () => {
		const others = Array.from({ length: 130 }, (_, index) =>
			aWorldProject({ path: `platform/p${String(index)}` }),
		);
		expect((await pull(['platform'], { projects: others })).rows).toHaveLength(130);
	});

	test.each([401, 403, 404])('of a group that answers %i are none', async (status) => {
		const { shown } = await pull(['platform', 'platform/tools'], {}, status);
		expect(shown).toContain('platform/api in platform');
	});

	test('say which groups strangers see', async () => {
		const { listedGroups } = await pull(['platform', 'platform/hidden', 'platform/tols']);
		expect(listedGroups).toEqual([
			'platform: true',
			'platform/hidden: false',
			'platform/tols: false',
		]);
	});

	test('fail when most listings fail', async () => {
		await expect(pull(['platform/tools'], {}, 400)).rejects.toThrow('answered 400');
	});
});
